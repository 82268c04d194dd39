import Elementary

/// x' = a x + c y + tx, y' = b x + d y + ty (cairo's and PostScript's order).
public struct Affine: Hashable, Sendable {
  public var a, b, c, d, tx, ty: Double

  public init(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
    (self.a, self.b, self.c, self.d, self.tx, self.ty) = (a, b, c, d, tx, ty)
  }

  public static let identity = Affine(a: 1, b: 0, c: 0, d: 1, tx: 0, ty: 0)

  public static func translation(_ x: Double, _ y: Double) -> Affine {
    Affine(a: 1, b: 0, c: 0, d: 1, tx: x, ty: y)
  }

  public static func scale(_ x: Double, _ y: Double) -> Affine {
    Affine(a: x, b: 0, c: 0, d: y, tx: 0, ty: 0)
  }

  /// Clockwise on the page by `angle` radians about the origin.
  public static func rotation(_ angle: Double) -> Affine {
    let (s, c) = (Exact.sin(angle), Exact.cos(angle))
    return Affine(a: c, b: s, c: -s, d: c, tx: 0, ty: 0)
  }

  /// Clockwise by exactly `turns` quarters, free of rounding.
  public static func quarterTurns(_ turns: Int) -> Affine {
    switch ((turns % 4) + 4) % 4 {
    case 1: Affine(a: 0, b: 1, c: -1, d: 0, tx: 0, ty: 0)
    case 2: Affine(a: -1, b: 0, c: 0, d: -1, tx: 0, ty: 0)
    case 3: Affine(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 0)
    default: .identity
    }
  }

  /// First this, then `next`.
  public func then(_ next: Affine) -> Affine {
    Affine(
      a: a * next.a + b * next.c, b: a * next.b + b * next.d,
      c: c * next.a + d * next.c, d: c * next.b + d * next.d,
      tx: tx * next.a + ty * next.c + next.tx, ty: tx * next.b + ty * next.d + next.ty)
  }

  /// The map that takes this one back; it must not flatten the plane.
  public var inverse: Affine {
    let k = 1 / (a * d - b * c)
    return Affine(
      a: d * k, b: -b * k, c: -c * k, d: a * k, tx: (c * ty - d * tx) * k, ty: (b * tx - a * ty) * k)
  }

  public func apply(_ p: Point) -> Point { Point(a * p.x + c * p.y + tx, b * p.x + d * p.y + ty) }

  /// The bounds of the transformed rectangle.
  public func apply(_ r: Rect) -> Rect {
    let corners = [r.at(0, 0), r.at(1, 0), r.at(0, 1), r.at(1, 1)].map(apply)
    let xs = corners.map(\.x), ys = corners.map(\.y)
    return Rect(left: xs.min()!, top: ys.min()!, right: xs.max()!, bottom: ys.max()!)
  }
}
