import Elementary

extension Thumbnail {
  static let histogramCount = 64
  static let arrangementCount = 48
  static let gradientCount = 128

  /// Square roots of the shares of 4 x 4 x 4 bins of OKLab, so that distances are Hellinger's: a colour that appears
  /// counts more than one that grows. Every pixel is shared out between the eight nearest bins.
  var histogram: [Float] {
    var bins = [Float](repeating: 0, count: Self.histogramCount)
    var start = 0
    for i in colors.indices where i + 1 == colors.count || colors[i + 1] != colors[i] {
      Self.share(colors[i], Float(i + 1 - start), in: &bins)
      start = i + 1
    }
    return bins.map { ($0 / Float(colors.count)).squareRoot() }
  }

  private static func share(_ color: SIMD3<Float>, _ amount: Float, in bins: inout [Float]) {
    // Lightness 0...1, a and b of -0.24...0.24 over the middles of four bins.
    let (l, a, b) = (Place(color.x * 4), Place(color.y / 0.12 + 2), Place(color.z / 0.12 + 2))
    for (x, dx) in [(l.low, 1 - l.rest), (l.high, l.rest)] where dx > 0 {
      for (y, dy) in [(a.low, 1 - a.rest), (a.high, a.rest)] {
        bins[x * 16 + y * 4 + b.low] += amount * dx * dy * (1 - b.rest)
        bins[x * 16 + y * 4 + b.high] += amount * dx * dy * b.rest
      }
    }
  }

  /// The two nearest of four bins, and how far a place is on the way from the lower to the higher.
  private struct Place {
    let low: Int
    let high: Int
    let rest: Float

    init(_ x: Float) {
      let floor = (x - 0.5).rounded(.down)
      (low, high) = (max(0, min(3, Int(floor))), max(0, min(3, Int(floor) + 1)))
      rest = x - 0.5 - floor
    }
  }

  /// Mean OKLab of 4 x 4 cells; chroma counts twice, as it does for the eye's first impression.
  var arrangement: [Float] { cells(4).flatMap { [$0.x, $0.y * 2, $0.z * 2] } }

  /// Square roots of the mean gradient of lightness in 4 x 4 cells and 8 directions of half a turn (after Dalal and
  /// Triggs, "Histograms of oriented gradients", 2005, without their overlapping blocks).
  static func gradients(of colors: [SIMD3<Float>], width: Int, height: Int) -> [Float] {
    var bins = [Float](repeating: 0, count: gradientCount)
    for y in 1..<height - 1 {
      for x in 1..<width - 1 {
        let i = y * width + x
        let dx = colors[i + 1].x - colors[i - 1].x, dy = colors[i + width].x - colors[i - width].x
        let magnitude = (dx * dx + dy * dy).squareRoot()
        guard magnitude > 0.01 else { continue }
        bins[(y * 4 / height * 4 + x * 4 / width) * 8 + direction(dx, dy)] += magnitude
      }
    }
    let area = Float(width * height) / 16
    return bins.map { ($0 / area).squareRoot() }
  }

  /// Which eighth of half a turn a gradient points in; the first is centred on the horizontal.
  private static func direction(_ dx: Float, _ dy: Float) -> Int {
    // Tangents of 11.25, 33.75, 56.25 and 78.75 degrees.
    let (a, b) = (abs(dx), abs(dy))
    let steps =
      (b > 0.198912 * a ? 1 : 0) + (b > 0.668179 * a ? 1 : 0) + (b > 1.496606 * a ? 1 : 0)
      + (b > 5.027339 * a ? 1 : 0)
    return dx * dy >= 0 ? steps : (8 - steps) % 8
  }
}
