import CVector

extension Plane {
  /// OKLab lightness 0...1 of a picture over white paper, averaged in linear light over squares of `step` pixels.
  ///
  /// The sample (X, Y) stands for the pixels from `step * X` and `step * Y` on; squares at the right and lower
  /// border may be cut off, so the plane is `⌈width / step⌉` wide. O(pixels).
  public init(lightnessOf bitmap: Bitmap, step: Int = 1, jobs: Int = 1) {
    precondition(step > 0)
    self.init(width: (bitmap.width + step - 1) / step, height: (bitmap.height + step - 1) / step)
    let stride = stride
    Bands.fill(
      &samples, rows: height, rowLength: stride, jobs: jobs, height: max(1, Bands.height / step)
    ) { band, samples in
      var squares = LightSquares(bitmap, step: step, stride: stride)
      for y in band {
        let start = (y - band.lowerBound) * stride
        samples.withPart(start..<start + stride) { squares.lightness(row: y, into: &$0) }
      }
    }
  }
}

/// Rows of squares of linear light.
private struct LightSquares {
  private let bitmap: Bitmap
  private let step: Int
  private var pixels: [UInt32]
  private var sums: (red: [Float], green: [Float], blue: [Float])
  private var means: (red: [Float], green: [Float], blue: [Float])

  init(_ bitmap: Bitmap, step: Int, stride: Int) {
    (self.bitmap, self.step) = (bitmap, step)
    pixels = [UInt32](repeating: 0, count: Rows.padded(bitmap.width))
    let wide = [Float](repeating: 0, count: pixels.count)
    let narrow = [Float](repeating: 0, count: stride)
    (sums, means) = ((wide, wide, wide), (narrow, narrow, narrow))
  }

  mutating func lightness(row: Int, into result: inout MutableSpan<Float>) {
    let rows = row * step..<min(bitmap.height, (row + 1) * step)
    for y in rows {
      let start = y * bitmap.width
      for x in 0..<bitmap.width { pixels[x] = bitmap.pixels[start + x] }
      let first = y == rows.lowerBound
      Self.add(pixels, .red, to: &sums.red, first: first)
      Self.add(pixels, .green, to: &sums.green, first: first)
      Self.add(pixels, .blue, to: &sums.blue, first: first)
    }
    let divisor = Divisor(step: step, rows: rows.count, width: bitmap.width)
    divisor.reduce(sums.red, into: &means.red)
    divisor.reduce(sums.green, into: &means.green)
    divisor.reduce(sums.blue, into: &means.blue)
    OKLabRows.lightness(
      red: means.red.span, green: means.green.span, blue: means.blue.span, into: &result)
  }

  private static func add(_ pixels: [UInt32], _ channel: Channel, to sums: inout [Float], first: Bool) {
    let pixels = pixels.span
    var sums = sums.mutableSpan
    let unit = Lanes(repeating: 1 / 255)
    for x in stride(from: 0, to: sums.count, by: 8) {
      let pixel = pixels.lanes(at: x)
      let straight = PixelRows.straight(pixel, channel, inverse: PixelRows.inverseAlpha(pixel)) * unit
      let alpha = u32x8_byte(pixel, 24) * unit
      let light = f32x8_fma(Transfer.linear(straight), alpha, Lanes(repeating: 1) - alpha)
      sums.setLanes(first ? light : sums.lanes(at: x) + light, at: x)
    }
  }
}

/// From sums of columns to means of squares.
private struct Divisor {
  let step: Int
  let rows: Int
  let width: Int

  func reduce(_ sums: [Float], into means: inout [Float]) {
    let sums = sums.span
    var means = means.mutableSpan
    if step == 1 {
      for x in stride(from: 0, to: sums.count, by: 8) { means.setLanes(sums.lanes(at: x), at: x) }
      return
    }
    let whole = width / step
    let share = 1 / Float(rows * step)
    for column in 0..<whole {
      var sum: Float = 0
      for x in column * step..<(column + 1) * step { sum += sums[x] }
      means[column] = sum * share
    }
    guard whole * step < width else { return }
    let rest = whole * step..<width
    means[whole] = rest.reduce(0) { $0 + sums[$1] } / Float(rows * rest.count)
  }
}
