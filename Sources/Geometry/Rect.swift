/// Width and height, in whatever unit the holder states.
public struct Size: Hashable, Sendable {
  public var width: Double
  public var height: Double

  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }

  public var shortSide: Double { min(width, height) }
  public var longSide: Double { max(width, height) }
}

/// An axis-aligned rectangle: top-left corner and size.
public struct Rect: Hashable, Sendable {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The rectangle between two edges on each axis.
  public init(left: Double, top: Double, right: Double, bottom: Double) {
    self.init(left, top, right - left, bottom - top)
  }

  public var left: Double { x }
  public var top: Double { y }
  public var right: Double { x + width }
  public var bottom: Double { y + height }
  public var center: Point { Point(x + width / 2, y + height / 2) }
  public var size: Size { Size(width, height) }
  public var area: Double { width * height }

  /// The point at fractions `u` across and `v` down.
  public func at(_ u: Double, _ v: Double) -> Point { Point(x + width * u, y + height * v) }

  /// Smaller by `d` on every side; negative `d` grows it.
  public func inset(by d: Double) -> Rect { inset(dx: d, dy: d) }

  public func inset(dx: Double, dy: Double) -> Rect {
    Rect(x + dx, y + dy, width - 2 * dx, height - 2 * dy)
  }

  public func offset(by d: Point) -> Rect { Rect(x + d.x, y + d.y, width, height) }

  public func contains(_ p: Point) -> Bool { p.x >= left && p.x <= right && p.y >= top && p.y <= bottom }

  /// True if `other` lies inside, within `tolerance`.
  public func contains(_ other: Rect, tolerance: Double = 0) -> Bool {
    other.left >= left - tolerance && other.right <= right + tolerance
      && other.top >= top - tolerance && other.bottom <= bottom + tolerance
  }

  /// The common part, or nil where there is none of positive area.
  public func intersection(_ other: Rect) -> Rect? {
    let r = Rect(
      left: max(left, other.left), top: max(top, other.top),
      right: min(right, other.right), bottom: min(bottom, other.bottom))
    return r.width > 0 && r.height > 0 ? r : nil
  }

  /// True if the rectangles have a point in common, be it on their edges.
  public func touches(_ other: Rect) -> Bool {
    left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom
  }

  /// The smallest rectangle around both.
  public func union(_ other: Rect) -> Rect {
    Rect(
      left: min(left, other.left), top: min(top, other.top),
      right: max(right, other.right), bottom: max(bottom, other.bottom))
  }

  /// The strip of height `height` at the top, and what remains below it after `gap`.
  public func cutTop(_ height: Double, gap: Double = 0) -> (strip: Rect, rest: Rect) {
    (Rect(x, y, width, height), Rect(x, y + height + gap, width, self.height - height - gap))
  }

  /// The strip of width `width` at the left, and what remains to its right after `gap`.
  public func cutLeft(_ width: Double, gap: Double = 0) -> (strip: Rect, rest: Rect) {
    (Rect(x, y, width, height), Rect(x + width + gap, y, self.width - width - gap, height))
  }
}
