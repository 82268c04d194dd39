/// A point snapped to the lattice of a triangulation: whole coordinates in `0..<2^26`, held as doubles.
///
/// A difference then is at most 2^26 and a sum of two products of them 2^53: orientation is exact in double precision
/// and the circle test nearly always right; what it leaves in doubt is settled in 128-bit integers. (Shewchuk's adaptive expansions,
/// 1997, need no lattice, but for pictures 2^-26 of the long side is a hundredth of anything that can be seen.)
struct LatticePoint: Equatable {
  /// The largest coordinate.
  static let side = 67_108_863.0  // 2^26 - 1

  let x: Double
  let y: Double

  /// Twice the signed area of (self, b, c), exact; positive if they turn from x towards y.
  func turn(_ b: LatticePoint, _ c: LatticePoint) -> Double {
    (b.x - x) * (c.y - y) - (b.y - y) * (c.x - x)
  }

  /// The squared distance, exact.
  func squaredDistance(to p: LatticePoint) -> Double {
    let (dx, dy) = (x - p.x, y - p.y)
    return dx * dx + dy * dy
  }

  /// True if `d` lies strictly inside the circle through the triangle `a`, `b`, `c` of positive turn.
  static func circle(_ a: LatticePoint, _ b: LatticePoint, _ c: LatticePoint, holds d: LatticePoint) -> Bool {
    let (ax, ay) = (a.x - d.x, a.y - d.y)
    let (bx, by) = (b.x - d.x, b.y - d.y)
    let (cx, cy) = (c.x - d.x, c.y - d.y)
    let first = (ax * ax + ay * ay) * (bx * cy - by * cx)
    let second = (bx * bx + by * by) * (cx * ay - cy * ax)
    let third = (cx * cx + cy * cy) * (ax * by - ay * bx)
    let sum = first + second + third
    // Both factors of a term are exact: a term has one rounding and the sum two more, each at most 2^-53.
    let doubt = (abs(first) + abs(second) + abs(third)) * 0x1p-50
    if abs(sum) > doubt { return sum > 0 }
    return exactSum(ax, ay, bx, by, cx, cy) > 0
  }

  /// The same determinant in whole numbers: at most 2^113.
  private static func exactSum(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ cx: Double, _ cy: Double
  ) -> Int128 {
    let (ax, ay, bx, by) = (Int64(ax), Int64(ay), Int64(bx), Int64(by))
    let (cx, cy) = (Int64(cx), Int64(cy))
    func product(_ lift: Int64, _ area: Int64) -> Int128 { Int128(lift) * Int128(area) }
    return product(ax * ax + ay * ay, bx * cy - by * cx) + product(bx * bx + by * by, cx * ay - cy * ax)
      + product(cx * cx + cy * cy, ax * by - ay * bx)
  }
}
