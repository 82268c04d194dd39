import CVector
import Composition
import Raster

/// The picture as a painter looks at it: on white, no finer than the finest mark, in encoded sRGB, whose steps are
/// about even to the eye.
struct Motif: Sendable {
  var red: Plane
  var green: Plane
  var blue: Plane
  /// Pixels of the picture along a pixel of the motif, at least 1.
  let factor: Double

  var width: Int { red.width }
  var height: Int { red.height }

  /// Pixels that a motif may have: working copies then need a few hundred megabytes at most.
  static let limit = 4_000_000.0

  /// A motif of at most `finest` pixels along a millimetre, and at most ``limit``. Its pixels are means over areas, in linear light; the
  /// last ones of a row or column may reach past the picture and hold the mean of what lies in it.
  init(_ picture: Picture, _ context: FilterContext, finest: Double) {
    let crowd = (Double(picture.width) * Double(picture.height) / Self.limit).squareRoot()
    factor = max(1, context.pixelsPerMillimetre / finest, crowd)
    let bitmap = picture.bitmap(jobs: context.jobs)
    let reduction = Reduction(bitmap, factor: factor)
    var planes = PlanarImage(width: reduction.width, height: reduction.height, isOpaque: true)
    planes.updateBands(jobs: context.jobs) { band, samples in
      var rows = ReducedRows(reduction)
      for y in band { rows.write(row: y, of: bitmap, to: &samples, at: (y - band.lowerBound) * 3) }
    }
    (red, green, blue) = (planes.plane(0), planes.plane(1), planes.plane(2))
  }

  /// The same with the three planes of an image of equal size.
  func with(_ image: PlanarImage) -> Motif {
    var copy = self
    (copy.red, copy.green, copy.blue) = (image.plane(0), image.plane(1), image.plane(2))
    return copy
  }

  /// The same in one colour.
  func filled(_ color: SIMD3<Float>) -> Motif {
    var copy = self
    copy.red = Plane(width: width, height: height, fill: color.x)
    copy.green = Plane(width: width, height: height, fill: color.y)
    copy.blue = Plane(width: width, height: height, fill: color.z)
    return copy
  }

  /// Each plane changed by the same function.
  func mapped(_ change: (Plane) -> Plane) -> Motif {
    var copy = self
    (copy.red, copy.green, copy.blue) = (change(red), change(green), change(blue))
    return copy
  }

  /// Luma of encoded sRGB (Rec. 709 weights).
  var luma: Plane {
    var plane = red
    for i in plane.samples.indices {
      plane.samples[i] = 0.2126 * red.samples[i] + 0.7152 * green.samples[i] + 0.0722 * blue.samples[i]
    }
    return plane
  }
}

extension PlanarImage {
  fileprivate func plane(_ index: Int) -> Plane {
    var plane = Plane(width: width, height: height)
    for y in 0..<height {
      let start = (y * planes + index) * stride
      for x in 0..<stride { plane.samples[y * stride + x] = samples[start + x] }
    }
    return plane
  }
}

/// Which source pixels make a reduced one.
private struct Reduction: Sendable {
  let source: (width: Int, height: Int)
  let isOpaque: Bool
  let factor: Double
  let width: Int
  let height: Int

  init(_ bitmap: Bitmap, factor: Double) {
    source = (bitmap.width, bitmap.height)
    isOpaque = bitmap.isOpaque
    self.factor = factor
    width = Int((Double(bitmap.width) / factor).rounded(.up))
    height = Int((Double(bitmap.height) / factor).rounded(.up))
  }

  /// Source positions that reduced position `i` covers, and how much of each.
  func share(_ i: Int, of count: Int) -> (range: Range<Int>, first: Float, last: Float) {
    let low = Double(i) * factor
    let high = min(Double(count), low + factor)
    let start = min(Int(low), count - 1)
    let end = max(start + 1, min(count, Int(high.rounded(.up))))
    guard end - start > 1 else { return (start..<end, 1, 1) }
    return (start..<end, Float(Double(start + 1) - low), Float(high - Double(end - 1)))
  }
}

/// Reduces rows: a weighted sum of source rows first, then sums along it.
private struct ReducedRows {
  private let reduction: Reduction
  private var staged: [UInt32]
  private var light: [Float]
  private var sum: [Float]
  private var row: [Float]

  init(_ reduction: Reduction) {
    self.reduction = reduction
    let padded = Rows.padded(reduction.source.width)
    staged = [UInt32](repeating: 0xffff_ffff, count: padded)
    light = [Float](repeating: 0, count: padded)
    sum = light
    row = [Float](repeating: 0, count: Rows.padded(reduction.width))
  }

  /// Writes the three channels of reduced row `y` from padded row `first` of `samples` on.
  mutating func write(row y: Int, of bitmap: Bitmap, to samples: inout MutableSpan<Float>, at first: Int) {
    let share = reduction.share(y, of: reduction.source.height)
    for (index, channel) in Channel.allCases.enumerated() {
      for x in sum.indices { sum[x] = 0 }
      var total: Float = 0
      for j in share.range {
        let isEnd = j == share.range.upperBound - 1
        let weight = j == share.range.lowerBound ? share.first : isEnd ? share.last : 1
        stage(j, of: bitmap)
        decode(staged, channel, isOpaque: reduction.isOpaque, into: &light)
        total += weight
        addRow(light, times: weight, to: &sum)
      }
      gather(scale: 1 / total)
      let start = (first + index) * row.count
      for x in row.indices { samples[start + x] = row[x] }
    }
  }

  private mutating func stage(_ j: Int, of bitmap: Bitmap) {
    let start = j * bitmap.width
    for x in 0..<bitmap.width { staged[x] = bitmap.pixels[start + x] }
  }

  private mutating func gather(scale: Float) {
    for x in 0..<reduction.width {
      let share = reduction.share(x, of: reduction.source.width)
      var (value, total): (Float, Float) = (0, 0)
      for i in share.range {
        let isEnd = i == share.range.upperBound - 1
        let weight = i == share.range.lowerBound ? share.first : isEnd ? share.last : 1
        value += sum[i] * weight
        total += weight
      }
      row[x] = value * scale / total
    }
    encode(&row)
  }
}

// Functions over whole arrays: spans of two properties of one value would count as overlapping accesses.

/// One channel over white.
private func decode(_ pixels: [UInt32], _ channel: Channel, isOpaque: Bool, into light: inout [Float]) {
  let pixels = pixels.span
  var target = light.mutableSpan
  for x in stride(from: 0, to: target.count, by: 8) {
    let pixel = pixels.lanes(at: x)
    guard !isOpaque else {
      target.setLanes(PixelRows.linear(pixel, channel), at: x)
      continue
    }
    let alpha = u32x8_byte(pixel, 24)
    // A channel is never above its alpha; the largest keeps 0/0 out.
    let straight = u32x8_byte(pixel, channel.rawValue) / f32x8_max(alpha, Lanes(repeating: 1))
    let cover = alpha * Lanes(repeating: 1 / 255)
    target.setLanes(
      f32x8_fma(Transfer.linear(straight) - Lanes(repeating: 1), cover, Lanes(repeating: 1)), at: x)
  }
}

private func encode(_ row: inout [Float]) {
  var target = row.mutableSpan
  for x in stride(from: 0, to: target.count, by: 8) {
    target.setLanes(Transfer.encoded(linear: f32x8_clamp(target.lanes(at: x), 0, 1)), at: x)
  }
}

/// `sum += row * factor`; equal padded lengths.
private func addRow(_ samples: [Float], times factor: Float, to total: inout [Float]) {
  let row = samples.span
  var sum = total.mutableSpan
  precondition(row.count == sum.count)
  for x in stride(from: 0, to: sum.count, by: 8) {
    sum.setLanes(f32x8_fma(row.lanes(at: x), Lanes(repeating: factor), sum.lanes(at: x)), at: x)
  }
}
