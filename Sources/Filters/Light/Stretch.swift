import CVector
import Raster

/// Where the columns of a picture lie between those of a coarser plane.
struct StretchColumns: Sendable {
  fileprivate let step: Double
  fileprivate let firsts: [SIMD8<Int32>]
  fileprivate let parts: [Lanes]

  /// - Parameters:
  ///   - count: columns of the plane, at least 1 unless the picture has none.
  ///   - width: columns of the picture.
  ///   - step: pixels to a column of the plane; centres of squares lie on centres of squares.
  init(from count: Int, to width: Int, step: Double) {
    let places = (0..<Rows.padded(width)).map { Place($0, of: max(count, 1), step: step) }
    let starts = Swift.stride(from: 0, to: places.count, by: 8)
    self.step = step
    firsts = starts.map { x in SIMD8((0..<8).map { Int32(places[x + $0].first) }) }
    parts = starts.map { x in Lanes((0..<8).map { places[x + $0].part }) }
  }

  fileprivate struct Place {
    let first: Int
    let part: Float

    init(_ x: Int, of count: Int, step: Double) {
      let place = max(0, min(Double(count - 1), (Double(x) + 0.5) / step - 0.5))
      first = Int(place)
      part = Float(place - Double(first))
    }
  }
}

extension Plane {
  /// Row `y` of the plane stretched to a picture, straight lines between the samples; the row is of the picture's
  /// padded width.
  func stretchRow(_ y: Int, _ columns: StretchColumns, into row: inout [Float]) {
    guard width > 0, height > 0 else { return }
    let place = StretchColumns.Place(y, of: height, step: columns.step)
    let (upper, lower) = (place.first * stride, min(place.first + 1, height - 1) * stride)
    // One more sample at the end, so that the last column has a right neighbour.
    var mixed = [Float](repeating: 0, count: stride + 8)
    for x in 0..<width {
      mixed[x] = samples[upper + x] + (samples[lower + x] - samples[upper + x]) * place.part
    }
    mixed[width] = mixed[width - 1]
    var result = row.mutableSpan
    precondition(result.count == columns.firsts.count * 8)
    mixed.withUnsafeBufferPointer { mixed in
      // Sound: every first index is below the width, and there is a sample after it.
      let base = mixed.baseAddress!
      for block in columns.firsts.indices {
        let low = f32x8_pick(base, columns.firsts[block])
        let high = f32x8_pick(base + 1, columns.firsts[block])
        result.setLanes(f32x8_fma(high - low, columns.parts[block], low), at: block * 8)
      }
    }
  }
}
