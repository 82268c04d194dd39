import CVector

/// A coarse plane drawn out to the pixels of one row after another by the cubic B-spline, which has no corners:
/// the level lines of the result are smooth at any enlargement.
///
/// The spline smooths by a deviation of 0.58 samples; at a step of 1 the samples are taken as they are.
public struct SplineRows: Sendable {
  /// The row's values, of padded length.
  public private(set) var samples: [Float]
  private let step: Int
  private let columns: SplineColumns
  private var mixed: [Float]

  /// From planes of `source` samples a row, `step` pixels apart, to rows of `width` pixels.
  public init(step: Int, source: Int, width: Int) {
    self.step = step
    samples = [Float](repeating: 0, count: Rows.padded(width))
    mixed = [Float](repeating: 0, count: Rows.padded(source + 3) + 8)
    columns = SplineColumns(step: step, width: width)
  }

  /// Holds the row of pixels `y` from now on; beyond the border the outermost samples go on.
  public mutating func move(to y: Int, of plane: Plane) {
    guard plane.width > 0, plane.height > 0 else { return }
    let place = SplineColumns.place(y, step: step)
    let rows = (0..<4).map { min(max(place.first + $0, 0), plane.height - 1) * plane.stride }
    Self.mix(plane, rows, place.weights, into: &mixed)
    columns.stretch(mixed, into: &samples)
  }

  /// The weighted sum of four rows, with two samples more before and after.
  private static func mix(
    _ plane: Plane, _ rows: [Int], _ weights: SIMD4<Float>, into mixed: inout [Float]
  ) {
    let source = plane.samples.span
    var row = mixed.mutableSpan
    for x in stride(from: 0, to: plane.stride, by: 8) {
      var sum = Lanes()
      for tap in 0..<4 {
        sum = f32x8_fma(source.lanes(at: rows[tap] + x), Lanes(repeating: weights[tap]), sum)
      }
      row.setLanes(sum, at: x + 2)
    }
    (row[0], row[1]) = (row[2], row[2])
    for x in plane.width + 2..<row.count { row[x] = row[plane.width + 1] }
  }
}

/// Where the pixels of a row lie between the samples of a coarse row, and the weights of four of them.
private struct SplineColumns: Sendable {
  private let firsts: [SIMD8<Int32>]
  private let weights: [Lanes]

  init(step: Int, width: Int) {
    let places = (0..<Rows.padded(width)).map { Self.place($0, step: step) }
    let starts = stride(from: 0, to: places.count, by: 8)
    let last = (width + step - 1) / step
    firsts = starts.map { x in SIMD8((0..<8).map { Int32(min(places[x + $0].first + 2, last)) }) }
    weights = starts.flatMap { x in
      (0..<4).map { tap in Lanes((0..<8).map { places[x + $0].weights[tap] }) }
    }
  }

  /// The first of four samples around the middle of pixel `x`, which may be -1 or -2, and their weights.
  static func place(_ x: Int, step: Int) -> (first: Int, weights: SIMD4<Float>) {
    guard step > 1 else { return (x - 1, [0, 1, 0, 0]) }
    let t = (Double(x) + 0.5) / Double(step) - 0.5
    let whole = t.rounded(.down)
    let (f, g) = (t - whole, 1 - (t - whole))
    let second = 4.0 - 6 * f * f + 3 * f * f * f
    let third = 4.0 - 6 * g * g + 3 * g * g * g
    return (
      Int(whole) - 1,
      SIMD4(Float(g * g * g / 6), Float(second / 6), Float(third / 6), Float(f * f * f / 6))
    )
  }

  func stretch(_ mixed: [Float], into array: inout [Float]) {
    precondition(array.count == firsts.count * 8)
    let (firsts, weights) = (firsts.span, weights.span)
    var row = array.mutableSpan
    // Sound: with the two samples before, firsts begin at 0, and more than four samples lie after the last.
    mixed.withUnsafeBufferPointer { mixed in
      guard let base = mixed.baseAddress else { return }
      for block in firsts.indices {
        var sum = Lanes()
        for tap in 0..<4 {
          sum = f32x8_fma(f32x8_pick(base + tap, firsts[block]), weights[block &* 4 &+ tap], sum)
        }
        row.setLanes(sum, at: block &* 8)
      }
    }
  }
}
