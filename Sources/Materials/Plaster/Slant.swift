import Raster

/// A lattice laid across the repeat at an angle, so that strokes may run slantwise and still meet at the seams.
///
/// The directions (m, n) and (-n, m) are whole numbers of repeats: after one repeat in x or y, both coordinates have
/// moved by whole periods of the lattice.
struct Slant: Sendable {
  private let m: Float
  private let n: Float
  private let across: Float
  private let along: Float
  let noise: LatticeNoise

  /// Strokes along (m, n), whole numbers, on a square repeat of `side` millimetres; a cell is about `width` across
  /// the stroke and `length` along it.
  init(_ m: Int, _ n: Int, side: Double, width: Double, length: Double, seed: UInt32) {
    let size = side / Double(m * m + n * n).squareRoot()
    let columns = max(1, Int((size / length).rounded())), rows = max(1, Int((size / width).rounded()))
    (along, across) = (Float(Double(columns) / side), Float(Double(rows) / side))
    (self.m, self.n) = (Float(m), Float(n))
    noise = LatticeNoise(columns: columns, rows: rows, seed: seed)
  }

  /// Millimetres to cells: x along the strokes, y across.
  @inline(__always)
  func cells(_ x: Lanes, _ y: Lanes) -> (x: Lanes, y: Lanes) {
    ((x * m + y * n) * along, (y * m - x * n) * across)
  }
}
