/// One of the 17 ways in which a pattern can repeat in the plane.
///
/// Operations are those of the International Tables for Crystallography, volume A (2002), in coordinates of the
/// conventional cell: whole numbers and halves, so that a lattice of an even number of points a side is mapped onto
/// itself without rounding.
public enum WallpaperGroup: String, CaseIterable, Hashable, Sendable {
  case p1, p2, pm, pg, cm, pmm, pmg, pgg, cmm, p4, p4m, p4g, p3, p3m1, p31m, p6, p6m

  /// The angle and proportion of the cell's sides.
  public enum Lattice: Hashable, Sendable {
    /// Any angle and lengths.
    case oblique
    /// A right angle.
    case rectangular
    /// A right angle, equal sides.
    case square
    /// 120 degrees, equal sides.
    case hexagonal
  }

  public var lattice: Lattice {
    switch self {
    case .p1, .p2: .oblique
    case .pm, .pg, .cm, .pmm, .pmg, .pgg, .cmm: .rectangular
    case .p4, .p4m, .p4g: .square
    case .p3, .p3m1, .p31m, .p6, .p6m: .hexagonal
    }
  }

  /// From cell coordinates to the plane for a cell of side 1 (its first side along x); `proportion` is the second
  /// side's length where the lattice leaves it free.
  public func frame(proportion: Double = 1) -> Affine {
    switch lattice {
    case .oblique: Affine(a: 1, b: 0, c: 0.25, d: proportion, tx: 0, ty: 0)
    case .rectangular: Affine.scale(1, proportion)
    case .square: .identity
    case .hexagonal: Affine(a: 1, b: 0, c: -0.5, d: 0.8660254037844386, tx: 0, ty: 0)
    }
  }

  /// One operation for every image of a point in the cell, the identity first. Together with the translations by whole
  /// cells they are the group.
  public var operations: [CellOperation] {
    isCentred ? primitive + primitive.map { $0.shifted } : primitive
  }

  /// True if the middle of the cell repeats its corner.
  private var isCentred: Bool { self == .cm || self == .cmm }

  private var primitive: [CellOperation] {
    typealias Op = CellOperation
    let two = Op(-1, 0, 0, -1), left = Op(-1, 0, 0, 1), up = Op(1, 0, 0, -1)
    let quarters = [Op.identity, two, Op(0, -1, 1, 0), Op(0, 1, -1, 0)]
    let thirds = [Op.identity, Op(0, -1, 1, -1), Op(-1, 1, -1, 0)]
    // Mirrors across the cell's long diagonal and those that thirds make of it; across the short one likewise.
    let long = [Op(0, -1, -1, 0), Op(-1, 1, 0, 1), Op(1, 0, 1, -1)]
    let short = [Op(0, 1, 1, 0), Op(1, -1, 0, -1), Op(-1, 0, -1, 1)]
    let sixths = thirds + [two, Op(0, 1, -1, 1), Op(1, -1, 1, 0)]
    switch self {
    case .p1: return [.identity]
    case .p2: return [.identity, two]
    case .pm, .cm: return [.identity, left]
    case .pg: return [.identity, Op(-1, 0, 0, 1, 0, 1)]
    case .pmm, .cmm: return [.identity, two, left, up]
    case .pmg: return [.identity, two, Op(-1, 0, 0, 1, 1, 0), Op(1, 0, 0, -1, 1, 0)]
    case .pgg: return [.identity, two, Op(-1, 0, 0, 1, 1, 1), Op(1, 0, 0, -1, 1, 1)]
    case .p4: return quarters
    case .p4m: return quarters + [left, up, Op(0, 1, 1, 0), Op(0, -1, -1, 0)]
    case .p4g:
      return quarters + [left, up, Op(0, 1, 1, 0), Op(0, -1, -1, 0)].map { $0.shifted }
    case .p3: return thirds
    case .p3m1: return thirds + long
    case .p31m: return thirds + short
    case .p6: return sixths
    case .p6m: return sixths + long + short
    }
  }
}

/// A map of a cell's coordinates: x' = a x + b y + p / 2, y' = c x + d y + q / 2.
public struct CellOperation: Hashable, Sendable {
  public let a, b, c, d: Int
  /// Halves of a cell, 0 or 1.
  public let p, q: Int

  public init(_ a: Int, _ b: Int, _ c: Int, _ d: Int, _ p: Int = 0, _ q: Int = 0) {
    (self.a, self.b, self.c, self.d, self.p, self.q) = (a, b, c, d, p, q)
  }

  public static let identity = CellOperation(1, 0, 0, 1)

  /// Followed by half a cell each way.
  var shifted: CellOperation { CellOperation(a, b, c, d, 1 - p, 1 - q) }

  /// In cell coordinates.
  public var affine: Affine {
    Affine(
      a: Double(a), b: Double(c), c: Double(b), d: Double(d), tx: Double(p) / 2, ty: Double(q) / 2)
  }

  /// The image of lattice point (x, y), of `n` a side (even), within 0..<n. Exact.
  public func apply(_ x: Int, _ y: Int, of n: Int) -> (x: Int, y: Int) {
    let u = (a * x + b * y + p * n / 2) % n, v = (c * x + d * y + q * n / 2) % n
    return (u < 0 ? u + n : u, v < 0 ? v + n : v)
  }
}
