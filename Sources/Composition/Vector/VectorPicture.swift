import Canvas
import Color
import Geometry

/// A drawing of filled outlines, such as a logo: sharp at every size, and a vector in documents too.
public struct VectorPicture: Hashable, Sendable {
  /// One filled outline.
  public struct Shape: Hashable, Sendable {
    public var path: Path
    /// Nil for a shape that takes the colour of the type beside it.
    public var color: SRGB?
    /// 0...1.
    public var alpha: Double
    /// Overlapping parts cancel instead of adding up.
    public var isEvenOdd: Bool

    public init(_ path: Path, color: SRGB? = nil, alpha: Double = 1, isEvenOdd: Bool = false) {
      (self.path, self.color, self.alpha, self.isEvenOdd) = (path, color, alpha, isEvenOdd)
    }
  }

  /// The file as the brief names it.
  public let name: String
  /// SHA-256 of the file, in hexadecimal.
  public let digest: String
  /// Who made it, as it must be printed.
  public var credit: String?
  /// The terms it may be used under.
  public var license: String?
  /// What is seen of the drawing, in its own units, from the origin on; nothing outside is drawn.
  public let size: Size
  /// In drawing order.
  public let shapes: [Shape]

  public init(
    name: String, digest: String, size: Size, shapes: [Shape], credit: String? = nil, license: String? = nil
  ) {
    (self.name, self.digest, self.credit, self.license) = (name, digest, credit, license)
    (self.size, self.shapes) = (size, shapes)
  }

  /// Width over height.
  public var aspect: Double { size.width / size.height }
}

/// A drawing in its place.
public struct VectorMark: Sendable {
  /// Which element of the content it belongs to.
  public let element: String
  public let picture: VectorPicture
  /// Where it is drawn, in millimetres; of the picture's own proportions.
  public let frame: Rect
  /// Of shapes that have no colour of their own.
  public let color: SRGB

  public init(element: String, picture: VectorPicture, frame: Rect, color: SRGB) {
    (self.element, self.picture, self.frame, self.color) = (element, picture, frame, color)
  }

  func draw(on canvas: borrowing Canvas) {
    canvas.saved { canvas in
      canvas.clip(to: .rect(frame))
      canvas.transform(.translation(frame.x, frame.y))
      canvas.transform(.scale(frame.width / picture.size.width, frame.height / picture.size.height))
      for shape in picture.shapes {
        canvas.fill(
          shape.path, .solid(shape.color ?? color, alpha: shape.alpha), evenOdd: shape.isEvenOdd)
      }
    }
  }
}
