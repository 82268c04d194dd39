import Color
import Raster

/// A few colours that stand for all pixels of a picture: k-means in OKLab over the cells of a coarse histogram.
///
/// Nothing is left to chance: the first colour is the commonest, each further one the cell that is most and farthest from
/// all so far. Hue counts more than lightness, so that an orange coat in the shade stays orange.
struct ColorGroups: Sendable {
  /// Lightness, a and b of each group's mean, not stretched.
  private(set) var centers: [SIMD4<Float>] = []
  /// Which group each pixel belongs to.
  private(set) var labels: [UInt8] = []

  /// What a and b count against lightness.
  private static let hueWeight: Float = 2.2
  private static let side = 24

  /// Groups pixels of lightness, a and b; at most `count` groups, fewer if there are fewer colours. O(pixels * count).
  init(_ pixels: [SIMD4<Float>], count: Int) {
    let cells = Self.cells(pixels)
    var centers = Self.seeds(cells, count: count)
    for _ in 0..<12 { centers = Self.moved(centers, cells) }
    self.centers = centers
    labels = pixels.map { UInt8(Self.nearest($0, centers)) }
  }

  private static func squared(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> Float {
    let d = (a - b) * SIMD4(1, hueWeight, hueWeight, 0)
    return (d * d).sum()
  }

  private static func nearest(_ pixel: SIMD4<Float>, _ centers: [SIMD4<Float>]) -> Int {
    var (best, least) = (0, Float.infinity)
    for index in centers.indices {
      let distance = squared(pixel, centers[index])
      if distance < least { (best, least) = (index, distance) }
    }
    return best
  }

  /// The mean colour of each cell that holds pixels, and how many in the last lane.
  private static func cells(_ pixels: [SIMD4<Float>]) -> [SIMD4<Float>] {
    var sums = [SIMD4<Double>](repeating: .zero, count: side * side * side)
    func bin(_ value: Float, _ low: Float, _ span: Float) -> Int {
      max(0, min(side - 1, Int((value - low) / span * Float(side))))
    }
    for p in pixels {
      let place = (bin(p.x, 0, 1) * side + bin(p.y, -0.3, 0.6)) * side + bin(p.z, -0.35, 0.6)
      sums[place] += SIMD4(Double(p.x), Double(p.y), Double(p.z), 1)
    }
    return sums.filter { $0.w > 0 }.map { SIMD4<Float>($0 / SIMD4($0.w, $0.w, $0.w, 1)) }
  }

  private static func seeds(_ cells: [SIMD4<Float>], count: Int) -> [SIMD4<Float>] {
    guard let first = cells.max(by: { $0.w < $1.w }) else { return [] }
    var seeds = [first]
    var distances = cells.map { squared($0, first) }
    while seeds.count < count {
      let scores = cells.indices.map { distances[$0] * cells[$0].w.squareRoot() }
      guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }), scores[best] > 0 else { break }
      seeds.append(cells[best])
      for index in cells.indices {
        distances[index] = min(distances[index], squared(cells[index], cells[best]))
      }
    }
    return seeds
  }

  private static func moved(_ centers: [SIMD4<Float>], _ cells: [SIMD4<Float>]) -> [SIMD4<Float>] {
    var sums = [SIMD4<Float>](repeating: .zero, count: centers.count)
    for cell in cells {
      let weight = cell.w
      sums[nearest(cell, centers)] += SIMD4(cell.x * weight, cell.y * weight, cell.z * weight, weight)
    }
    return zip(sums, centers).map { $0.w > 0 ? $0 / $0.w : $1 }
  }
}
