import Raster

/// How strongly colour changes at each place: the gradient of OKLab, thinned to its ridges.
struct EdgeMap: Sendable {
  private let view: ReducedPicture
  /// 0 in flat areas to 1 on the strongest edges.
  let strength: [Float]

  /// The density of corners where nothing happens; on the strongest edges it is up to 1.
  static let calm = 0.05

  init(_ view: ReducedPicture, jobs: Int) {
    self.view = view
    let (width, height) = (view.width, view.height)
    let lab = LabView(view, jobs: jobs)
    var gradient = [SIMD2<Float>](repeating: .zero, count: width * height)
    Bands.fill(&gradient, rows: height, rowLength: width, jobs: jobs) { band, part in
      for y in band {
        for x in 0..<width { part[(y - band.lowerBound) * width + x] = lab.gradient(x, y) }
      }
    }
    let vectors = gradient
    let lengths = vectors.map { ($0.x * $0.x + $0.y * $0.y).squareRoot() }
    let scale = 1 / max(0.01, Self.strong(lengths))
    var ridges = [Float](repeating: 0, count: width * height)
    Bands.fill(&ridges, rows: height, rowLength: width, jobs: jobs) { band, part in
      for y in band {
        for x in 0..<width where Self.isRidge(vectors, lengths, x, y, width, height) {
          part[(y - band.lowerBound) * width + x] = min(1, lengths[y * width + x] * scale)
        }
      }
    }
    strength = ridges
  }

  /// Where corners are to gather.
  func density(attraction: Double) -> Density {
    let calm = Float(Self.calm)
    // A ridge is a pixel wide: it must outweigh the flat area of a whole facet beside it.
    let weight = Float(attraction * attraction) * 1.8
    return Density(
      width: view.width, height: view.height, stepX: view.stepX, stepY: view.stepY,
      samples: strength.map { calm + weight * $0 })
  }

  /// The gradient that a twentieth of all pixels exceed.
  private static func strong(_ lengths: [Float]) -> Float {
    var counts = [Int](repeating: 0, count: 512)
    for length in lengths { counts[min(511, Int(length * 1024))] += 1 }
    var above = 0
    for bin in counts.indices.reversed() {
      above += counts[bin]
      if above * 20 >= lengths.count { return Float(bin + 1) / 1024 }
    }
    return 1
  }

  /// True if the gradient is at least as long as on both sides across the edge (Canny's thinning, to the eighth turn).
  private static func isRidge(
    _ gradient: [SIMD2<Float>], _ lengths: [Float], _ x: Int, _ y: Int, _ width: Int, _ height: Int
  ) -> Bool {
    guard x > 0, y > 0, x < width - 1, y < height - 1 else { return false }
    let place = y * width + x
    let g = gradient[place]
    let (ax, ay) = (abs(g.x), abs(g.y))
    let step =
      ay < 0.414 * ax ? 1 : ax < 0.414 * ay ? width : (g.x > 0) == (g.y > 0) ? width + 1 : width - 1
    return lengths[place] > 0.004 && lengths[place] >= lengths[place - step]
      && lengths[place] > lengths[place + step]
  }
}
