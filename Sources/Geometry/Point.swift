/// A position or a displacement; x grows to the right, y grows downwards.
public struct Point: Hashable, Sendable, BitwiseCopyable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  public static let zero = Point(0, 0)

  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  public static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  public static func * (a: Point, k: Double) -> Point { Point(a.x * k, a.y * k) }

  /// Euclidean length.
  public var length: Double { (x * x + y * y).squareRoot() }

  /// The same direction with length 1; (1, 0) for the zero vector.
  public var normalized: Point {
    let l = length
    return l > 0 ? self * (1 / l) : Point(1, 0)
  }

  /// Turned by a quarter to the left as seen on the page.
  public var perpendicular: Point { Point(y, -x) }

  public func distance(to other: Point) -> Double { (self - other).length }

  /// The point at `t` on the way to `other`; 0 is here, 1 is there.
  public func mixed(with other: Point, _ t: Double) -> Point { self + (other - self) * t }

  public func squaredDistance(to other: Point) -> Double { (other - self).dot(other - self) }

  public func dot(_ other: Point) -> Double { x * other.x + y * other.y }
}
