import Elementary
import Raster

/// A picture as it is taken in at a glance: a few thousand pixels, on which the scores of a whole page are measured.
struct Glance {
  /// Longest side in pixels.
  static let side = 120
  let width: Int
  let height: Int
  /// Encoded sRGB of every pixel, 0...255.
  let colors: [SIMD3<Double>]
  /// The square root of luminance, 0...1, of every pixel: nearly even steps for the eye.
  let lightness: [Double]

  /// Means of the picture's codes over boxes of whole pixels.
  init(_ bitmap: Bitmap) {
    let step = max(1, (max(bitmap.width, bitmap.height) + Self.side - 1) / Self.side)
    let (width, height) = (max(1, bitmap.width / step), max(1, bitmap.height / step))
    (self.width, self.height) = (width, height)
    colors = (0..<width * height).map { Self.mean(bitmap, $0 % width * step, $0 / width * step, step) }
    lightness = colors.map { color in
      let linear = Self.linear
      func light(_ v: Double) -> Double { linear[Int(v.rounded())] }
      return (0.2126 * light(color.x) + 0.7152 * light(color.y) + 0.0722 * light(color.z)).squareRoot()
    }
  }

  private static func mean(_ bitmap: Bitmap, _ x0: Int, _ y0: Int, _ step: Int) -> SIMD3<Double> {
    var (red, green, blue, count) = (UInt32(0), UInt32(0), UInt32(0), UInt32(0))
    for y in y0..<min(y0 + step, bitmap.height) {
      for x in x0..<min(x0 + step, bitmap.width) {
        let p = bitmap.pixels[y * bitmap.width + x]
        red += p >> 16 & 255
        green += p >> 8 & 255
        blue += p & 255
        count += 1
      }
    }
    return SIMD3(Double(red), Double(green), Double(blue)) / Double(max(count, 1))
  }

  /// Relative luminance of every 8-bit component value.
  private static let linear = GroundUnderText.linear
}

extension Glance {
  /// How far each pixel stands from the page's ground, 0...1: the distance of the encoded colours. The ground is the
  /// mean of the fullest of 4,096 bins of 16 codes a side.
  var weights: [Double] {
    var bins = [(count: Double, sum: SIMD3<Double>)](repeating: (0, SIMD3()), count: 4096)
    for color in colors {
      let bin = Int(color.x) / 16 * 256 + Int(color.y) / 16 * 16 + Int(color.z) / 16
      bins[bin].count += 1
      bins[bin].sum += color
    }
    let fullest = bins.indices.max { (bins[$0].count, -$0) < (bins[$1].count, -$1) }!
    let ground = bins[fullest].sum / bins[fullest].count
    return colors.map { color in
      let d = (color - ground) / 255
      return ((d * d).sum() / 3).squareRoot()
    }
  }

  /// Balance (after Ngo, Teo and Byrne, "Modelling interface aesthetics", 2003): how nearly the weights of left and
  /// right, and of top and bottom, cancel about the middle; 1 is perfect.
  func balance(_ weights: [Double]) -> Double {
    var (left, right, top, bottom) = (0.0, 0.0, 0.0, 0.0)
    for (i, weight) in weights.enumerated() {
      let x = Double(i % width) + 0.5 - Double(width) / 2
      let y = Double(i / width) + 0.5 - Double(height) / 2
      if x < 0 { left -= weight * x } else { right += weight * x }
      if y < 0 { top -= weight * y } else { bottom += weight * y }
    }
    func unlike(_ a: Double, _ b: Double) -> Double { max(a, b) > 0 ? abs(a - b) / max(a, b) : 0 }
    return 1 - (unlike(left, right) + unlike(top, bottom)) / 2
  }

  /// Differences of lightness to the next pixel to the right and below, as |dx| + |dy|; 0 at the far edges.
  var edges: [Double] {
    lightness.indices.map { i in
      let dx = i % width + 1 < width ? lightness[i + 1] - lightness[i] : 0
      let dy = i / width + 1 < height ? lightness[i + width] - lightness[i] : 0
      return abs(dx) + abs(dy)
    }
  }

  /// How alike the edges of the left and the right half are in cells of five pixels, 0...1.
  func symmetry(_ edges: [Double]) -> Double {
    let cells = cells(edges, side: 5)
    let columns = cells.columns
    var (unlike, all) = (0.0, 0.0)
    for (i, value) in cells.sums.enumerated() {
      let mirrored = cells.sums[i / columns * columns + columns - 1 - i % columns]
      unlike += abs(value - mirrored)
      all += value + mirrored
    }
    return all > 0 ? 1 - unlike / all : 1
  }

  /// The share of cells of five pixels in which nothing stands out from the ground.
  func whiteSpace(_ weights: [Double]) -> Double {
    let cells = cells(weights, side: 5)
    return Double(cells.sums.count { $0 < 0.06 * 25 }) / Double(cells.sums.count)
  }

  /// The share of pixels with an edge: a difference of lightness above 0.08.
  func density(_ edges: [Double]) -> Double {
    Double(edges.count { $0 > 0.08 }) / Double(edges.count)
  }

  /// Colourfulness (Hasler and Süsstrunk, "Measuring colourfulness in natural images", 2003): 0 is grey, 33 moderate,
  /// 59 strong, 109 extreme.
  var colourfulness: Double {
    func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
      let mean = values.reduce(0, +) / Double(values.count)
      return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count))
    }
    let redGreen = moments(colors.map { $0.x - $0.y })
    let yellowBlue = moments(colors.map { ($0.x + $0.y) / 2 - $0.z })
    return (redGreen.variance + yellowBlue.variance).squareRoot() + 0.3
      * (redGreen.mean * redGreen.mean + yellowBlue.mean * yellowBlue.mean).squareRoot()
  }

  /// Sums over squares of `side` pixels; what is left over at the right and below is not counted.
  private func cells(_ values: [Double], side: Int) -> (sums: [Double], columns: Int) {
    let (columns, rows) = (max(1, width / side), max(1, height / side))
    var sums = [Double](repeating: 0, count: columns * rows)
    for y in 0..<min(height, rows * side) {
      for x in 0..<min(width, columns * side) { sums[y / side * columns + x / side] += values[y * width + x] }
    }
    return (sums, columns)
  }

  /// Lightness as means of `SpectralResidual.side` cells a side; each takes the pixels that it touches.
  var saliency: [Double] {
    let side = SpectralResidual.side
    func span(_ i: Int, _ length: Int) -> Range<Int> {
      let start = i * length / side
      return start..<max(start + 1, ((i + 1) * length + side - 1) / side)
    }
    let cells = (0..<side * side).map { i -> Double in
      let (columns, rows) = (span(i % side, width), span(i / side, height))
      var sum = 0.0
      for y in rows { for x in columns { sum += lightness[y * width + x] } }
      return sum / Double(columns.count * rows.count)
    }
    return SpectralResidual.map(cells)
  }
}
