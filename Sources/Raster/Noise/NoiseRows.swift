import CVector

/// The rows of one noise layer, one after the other from any first row on.
///
/// A lattice row is stretched to the picture's width once and kept while it is needed, so a picture row costs
/// one weighted sum of at most four rows.
public struct NoiseRows: Sendable {
  private let layer: NoiseLayer
  private let columns: NoiseColumns
  private let taps: Range<Int>
  private var lattice: [Float]
  /// Four stretched lattice rows, of which row `j` is in slot `j & 3`.
  private var slots: [[Float]]
  private var held = [Int](repeating: .min, count: 4)

  /// Rows of `layer`; the columns must be of the same layer.
  public init(_ layer: NoiseLayer, _ columns: NoiseColumns) {
    self.layer = layer
    self.columns = columns
    taps = layer.isWhite ? 1..<2 : 0..<4
    lattice = [Float](repeating: 0, count: columns.latticeCount)
    slots = [[Float]](repeating: [Float](repeating: 0, count: columns.width), count: 4)
  }

  /// Adds the noise of picture row `y`, at least 0, to a row of the width of the columns.
  public mutating func add(row y: Int, to sum: inout MutableSpan<Float>) {
    precondition(sum.count == columns.width)
    let place = SplinePlace(y, layer, cell: layer.rowCell)
    for tap in taps {
      let row = place.first + tap
      let slot = row & 3
      if held[slot] != row { stretch(row, into: slot) }
      addRow(slots[slot], times: place.weights[tap], to: &sum)
    }
  }

  private mutating func stretch(_ row: Int, into slot: Int) {
    held[slot] = row
    fillLattice(row: row, layer, into: &lattice)
    columns.stretch(lattice, into: &slots[slot])
  }
}

/// Where a pixel lies in the lattice of a layer: the first of four points and the cubic B-spline's weights.
struct SplinePlace {
  let first: Int
  let weights: SIMD4<Float>

  /// Pixel `x` has its centre at `x + 1/2`, and point `j` of the lattice lies at `j - 1` steps.
  init(_ x: Int, _ layer: NoiseLayer, cell: Double) {
    guard !layer.isWhite else {
      (first, weights) = (x, [0, 1, 0, 0])
      return
    }
    let t = (Double(x) + 0.5) / cell
    let whole = t.rounded(.down)
    let (f, g) = (t - whole, 1 - (t - whole))
    first = Int(whole)
    let second = 4.0 - 6 * f * f + 3 * f * f * f
    let third = 4.0 - 6 * g * g + 3 * g * g * g
    weights = SIMD4(Float(g * g * g / 6), Float(second / 6), Float(third / 6), Float(f * f * f / 6))
  }
}

/// Lattice numbers of row `row`, times the layer's gain. O(columns).
func fillLattice(row: Int, _ layer: NoiseLayer, into array: inout [Float]) {
  var numbers = array.mutableSpan
  precondition(numbers.count & 7 == 0)
  let key = latticeKey(row: row, seed: layer.seed)
  let gain = Lanes(repeating: Float(layer.gain))
  for x in stride(from: 0, to: numbers.count, by: 8) {
    let unit = u32x8_signed_unit(u32x8_lattice(UInt32(truncatingIfNeeded: x), key))
    // The magnitude of an even number in ±1 is even in 0...1.
    let cube = unit * unit * unit
    let number = layer.character == .even ? unit : cube * cube - Lanes(repeating: 1 / 7)
    numbers.setLanes(number * gain, at: x)
  }
}

/// `sum += row * factor`, rounded once; equal padded lengths.
func addRow(_ samples: [Float], times factor: Float, to sum: inout MutableSpan<Float>) {
  let row = samples.span
  precondition(row.count == sum.count && sum.count & 7 == 0)
  let factor = Lanes(repeating: factor)
  for x in stride(from: 0, to: sum.count, by: 8) {
    sum.setLanes(f32x8_fma(row.lanes(at: x), factor, sum.lanes(at: x)), at: x)
  }
}
