import Color
import Geometry

/// What fills a path or a stroke.
public enum Paint: Hashable, Sendable {
  /// One colour; alpha 0...1.
  case solid(SRGB, alpha: Double = 1)
  /// Between two points, clamped beyond them.
  case linear(from: Point, to: Point, stops: [GradientStop])
  /// From a centre outwards, clamped beyond the radius.
  case radial(center: Point, radius: Double, stops: [GradientStop])

  /// An opaque colour.
  public static func color(_ color: SRGB) -> Paint { .solid(color) }
}

/// A colour at a place 0...1 along a gradient.
public struct GradientStop: Hashable, Sendable {
  public let offset: Double
  public let color: SRGB
  public let alpha: Double

  public init(_ offset: Double, _ color: SRGB, alpha: Double = 1) {
    self.offset = offset
    self.color = color
    self.alpha = alpha
  }
}

/// How a line is drawn along a path; width and dashes in the path's unit.
public struct Stroke: Hashable, Sendable {
  /// The shape of a line's ends.
  public enum Cap: Hashable, Sendable { case butt, round, square }
  /// The shape of a line's corners.
  public enum Join: Hashable, Sendable { case miter, round, bevel }

  public var width: Double
  public var cap: Cap
  public var join: Join
  public var dashes: [Double]

  public init(_ width: Double, cap: Cap = .butt, join: Join = .miter, dashes: [Double] = []) {
    self.width = width
    self.cap = cap
    self.join = join
    self.dashes = dashes
  }
}

/// How new paint meets what is already there (W3C Compositing's names).
public enum BlendMode: String, Hashable, Sendable {
  case normal
  /// Ink over ink: what overprinting does on white paper.
  case multiply
  /// Light over light.
  case screen
}
