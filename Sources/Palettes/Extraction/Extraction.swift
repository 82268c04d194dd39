import Color
import Raster

/// How to take a palette out of a picture.
public struct Extraction: Hashable, Sendable {
  /// How many colours may be asked for.
  public static let counts = 3...12
  /// The most colours wanted, 3...12. A picture with fewer distinct colours gives fewer.
  public var count: Int
  /// How far apart any two colours are at least, as a distance in OKLab; above 0.
  public var distance: Double
  /// How much more a colour that stands out counts than its area: 0 not at all, 1 fully.
  public var emphasis: Double

  public init(count: Int = 5, distance: Double = 0.1, emphasis: Double = 1) {
    self.count = count
    self.distance = distance
    self.emphasis = emphasis
  }
}

/// A colour of a picture.
public struct ExtractedColor: Hashable, Sendable {
  /// As the picture has it: the mean of a group of similar pixels, rounded to 8 bits.
  public let color: SRGB
  /// The part of the visible area that is nearest to this colour, 0...1; the shares of a palette add up to 1.
  public let share: Double
  /// How much this part stands out, 0...1, the mean over its area.
  public let saliency: Double

  public init(color: SRGB, share: Double, saliency: Double) {
    self.color = color
    self.share = share
    self.saliency = saliency
  }
}

/// Why a picture gives no palette.
public enum ExtractionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The picture has no pixels.
  case empty
  /// Every pixel is fully transparent.
  case transparent(width: Int, height: Int)
  /// The number of colours asked for is outside 3...12.
  case badCount(Int)
  /// The least distance asked for is not above 0 and at most 1.
  case badDistance(Double)
  /// The emphasis asked for is outside 0...1.
  case badEmphasis(Double)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .empty: "the picture has no pixels, so it has no colours"
    case .transparent(let width, let height):
      "all \(width) x \(height) pixels of the picture are fully transparent, so it has no colours"
    case .badCount(let count): "a palette of \(count) colours is outside 3 to 12"
    case .badDistance(let distance): "a least distance of \(distance) is not above 0 and at most 1"
    case .badEmphasis(let emphasis): "an emphasis of \(emphasis) is outside 0 to 1"
    }
  }
}
