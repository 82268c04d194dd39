import CVector
import Raster

/// A picture in linear light, reduced by area so that it has no more than a given number of pixels: what decides where
/// forms go. Forms of millimetres need no finer picture, so a large print costs little more than a small one.
///
/// Transparent parts count as white paper.
struct ReducedPicture: Sendable {
  let width: Int
  let height: Int
  /// Pixels of the source in one of these, across and down; at least 1.
  let stepX: Double
  let stepY: Double
  /// `width * height` samples each, row by row.
  let red: [Float]
  let green: [Float]
  let blue: [Float]

  /// Reduces to at most `limit` pixels; a smaller picture stays as it is. O(pixels of the source).
  init(_ bitmap: Bitmap, limit: Int, jobs: Int) {
    let pixels = Double(bitmap.width * bitmap.height)
    let ratio = max(1, (pixels / Double(limit)).squareRoot())
    let (width, height) = (
      max(min(1, bitmap.width), Int(Double(bitmap.width) / ratio)),
      max(min(1, bitmap.height), Int(Double(bitmap.height) / ratio))
    )
    (self.width, self.height) = (width, height)
    stepX = width > 0 ? Double(bitmap.width) / Double(width) : 1
    stepY = height > 0 ? Double(bitmap.height) / Double(height) : 1
    let columns = AreaShares(count: width, of: bitmap.width)
    let rows = AreaShares(count: height, of: bitmap.height)
    var planes = [Float](repeating: 0, count: 3 * width * height)
    Bands.fill(&planes, rows: height, rowLength: 3 * width, jobs: jobs, height: 8) { band, samples in
      var reducer = RowReducer(bitmap, columns)
      for y in band {
        reducer.reduce(row: y, of: rows, into: &samples, at: (y - band.lowerBound) * 3 * width)
      }
    }
    func plane(_ index: Int) -> [Float] {
      [Float](unsafeUninitializedCapacity: width * height) { plane, count in
        for y in 0..<height {
          for x in 0..<width { plane[y * width + x] = planes[(3 * y + index) * width + x] }
        }
        count = width * height
      }
    }
    (red, green, blue) = (plane(0), plane(1), plane(2))
  }

  /// The index of the pixel at a place in source pixels.
  func index(_ x: Double, _ y: Double) -> Int {
    let column = max(0, min(width - 1, Int(x / stepX)))
    return max(0, min(height - 1, Int(y / stepY))) * width + column
  }
}

/// How `count` samples divide a longer row among them: each is the mean of its stretch, ends in part.
private struct AreaShares: Sendable {
  let step: Double
  private let length: Int

  init(count: Int, of length: Int) {
    step = count > 0 ? Double(length) / Double(count) : 1
    self.length = length
  }

  func range(_ index: Int) -> Range<Int> {
    let (from, to) = (Double(index) * step, Double(index + 1) * step)
    return Int(from)..<max(Int(from) + 1, min(length, Int((to - 1e-9).rounded(.up))))
  }

  /// The share of source sample `source` in the mean of sample `index`.
  func share(_ source: Int, in index: Int) -> Float {
    let (from, to) = (Double(index) * step, Double(index + 1) * step)
    let part = min(to, Double(source + 1)) - max(from, Double(source))
    return Float(max(0, part) / step)
  }
}

/// Decodes source rows, sums them up by their shares and then along the row.
private struct RowReducer {
  private let bitmap: Bitmap
  private let columns: [Range<Int>]
  /// First and last share of each column; those between are equal.
  private let edges: [(first: Float, last: Float)]
  private let inner: Float
  private var staged: [UInt32]
  private var sums: [[Float]]

  init(_ bitmap: Bitmap, _ shares: AreaShares) {
    self.bitmap = bitmap
    let width = max(1, bitmap.width)
    var columns: [Range<Int>] = []
    var x = 0
    while x < bitmap.width {
      columns.append(shares.range(columns.count))
      x = columns[columns.count - 1].upperBound
    }
    self.columns = columns
    edges = columns.enumerated().map { index, range in
      (shares.share(range.lowerBound, in: index), shares.share(range.upperBound - 1, in: index))
    }
    inner = Float(1 / shares.step)
    staged = [UInt32](repeating: 0, count: Rows.padded(width))
    sums = [[Float]](repeating: [Float](repeating: 0, count: Rows.padded(width)), count: 3)
  }

  /// Writes the three planes of row `y` one after the other.
  mutating func reduce(
    row y: Int, of rows: AreaShares, into samples: inout MutableSpan<Float>, at start: Int
  ) {
    for plane in 0..<3 { clear(&sums[plane]) }
    for source in rows.range(y) {
      stage(source)
      let share = rows.share(source, in: y)
      for plane in 0..<3 { addLight(staged, Channel.allCases[plane], share, to: &sums[plane]) }
    }
    for plane in 0..<3 { gather(sums[plane], into: &samples, at: start + plane * columns.count) }
  }

  private mutating func stage(_ y: Int) {
    let start = y * bitmap.width
    for x in 0..<bitmap.width { staged[x] = bitmap.pixels[start + x] }
  }

  private func gather(_ sums: [Float], into samples: inout MutableSpan<Float>, at start: Int) {
    for (x, range) in columns.enumerated() {
      var sum = sums[range.lowerBound] * edges[x].first
      if range.count > 1 { sum += sums[range.upperBound - 1] * edges[x].last }
      if range.count > 2 {
        var middle: Float = 0
        for source in range.dropFirst().dropLast() { middle += sums[source] }
        sum += middle * inner
      }
      samples[start + x] = sum
    }
  }
}

private func clear(_ row: inout [Float]) {
  for x in row.indices { row[x] = 0 }
}

/// Adds a share of one channel's linear light over white to a row of sums; equal, padded lengths.
private func addLight(_ pixels: [UInt32], _ channel: Channel, _ share: Float, to sums: inout [Float]) {
  let pixels = pixels.span
  var sums = sums.mutableSpan
  precondition(pixels.count == sums.count && sums.count & 7 == 0)
  let share = Lanes(repeating: share)
  for x in stride(from: 0, to: sums.count, by: 8) {
    let lanes = pixels.lanes(at: x)
    // Premultiplied codes over white: what the cover lacks is paper.
    let paper = Lanes(repeating: 255) - u32x8_byte(lanes, 24)
    let code = (u32x8_byte(lanes, channel.rawValue) + paper) * Lanes(repeating: 1 / 255)
    sums.setLanes(f32x8_fma(Transfer.linear(code), share, sums.lanes(at: x)), at: x)
  }
}
