import Color
import Composition
import Elementary
import Filters
import Palettes
import Raster

/// What is measured of one picture of a collection.
struct PictureMeasures {
  /// Pixels picked evenly from all over the picture, `sampleSide` squared: its colours, unmixed.
  let sample: Bitmap
  let color: StyleProfile.ColorSpread
  let values: [Double]
  let edges: StyleProfile.Edges
  let detail: [Double]
  let grain: Double
  let layout: StyleProfile.Layout

  static let sampleSide = 96
  /// Blur of the lightness before its edges are sought, in pixels of a picture of 512.
  private static let near = 1.0
  /// What counts as an edge: so much lightness a pixel.
  private static let edge: Float = 0.03

  /// Measures a picture; nil if nothing in it is visible.
  init?(_ bitmap: Bitmap, jobs: Int) {
    guard bitmap.width > 0, bitmap.height > 0 else { return nil }
    let work = Picture.shallow(bitmap).shrunk(toSide: DetailBands.side, jobs: jobs)
    guard let statistics = try? ColorStatistics(work, jobs: jobs) else { return nil }
    let lightness = LabPlanes(work, jobs: jobs).lightness
    sample = work.sampled(side: Self.sampleSide)
    color = statistics.spread
    values = Self.values(lightness)
    edges = Self.edges(lightness.blurred(sigma: Self.near, jobs: jobs))
    detail = DetailBands(lightness, jobs: jobs).deviations.map { Double($0) }
    let middle = bitmap.middle(width: Look.grainSide, height: Look.grainSide)
    grain = Double(LabPlanes(middle, jobs: jobs).lightness.noise())
    layout = Self.layout(sample)
  }

  private static func values(_ lightness: Plane) -> [Double] {
    var counts = [Int](repeating: 0, count: StyleProfile.valueCount)
    for y in 0..<lightness.height {
      for value in lightness.row(y) {
        counts[max(0, min(counts.count - 1, Int(value * Float(counts.count))))] += 1
      }
    }
    return counts.map { Double($0) / Double(lightness.width * lightness.height) }
  }

  private static func edges(_ lightness: Plane) -> StyleProfile.Edges {
    let gradients = Gradients(lightness)
    var count = 0
    var directions = [Double](repeating: 0, count: StyleProfile.directionCount)
    for y in 0..<lightness.height {
      for x in 0..<lightness.width {
        let (across, down) = gradients.at(x, y)
        let size = (across * across + down * down).squareRoot()
        guard size > edge else { continue }
        count += 1
        // An edge runs at a right angle to its gradient; y points down.
        let turn = Exact.atan2(Double(across), Double(down)) / .pi
        let place = (turn < 0 ? turn + 1 : turn) * Double(directions.count)
        let (low, share) = (Int(place), place - place.rounded(.down))
        directions[low % directions.count] += Double(size) * (1 - share)
        directions[(low + 1) % directions.count] += Double(size) * share
      }
    }
    let all = directions.reduce(0, +)
    let even = [Double](repeating: 1 / Double(directions.count), count: directions.count)
    return StyleProfile.Edges(
      density: Double(count) / Double(lightness.width * lightness.height),
      directions: all > 0 ? directions.map { $0 / all } : even)
  }

  /// Ground is what lies near the picture's commonest colour.
  private static func layout(_ sample: Bitmap) -> StyleProfile.Layout {
    let options = Extraction(count: 5, distance: 0.08, emphasis: 0)
    let ground = (try? sample.palette(options))?.first.map { OKLab($0.color) } ?? OKLab(0, 0, 0)
    var thirds = [Double](repeating: 0, count: 9)
    let side = sampleSide
    for (index, pixel) in sample.pixels.enumerated() {
      let color = OKLab(
        SRGB(Double(pixel >> 16 & 255) / 255, Double(pixel >> 8 & 255) / 255, Double(pixel & 255) / 255))
      guard color.distance(to: ground) > 0.12 else { continue }
      thirds[index / side * 3 / side * 3 + index % side * 3 / side] += 9 / Double(side * side)
    }
    return StyleProfile.Layout(density: thirds.reduce(0, +) / 9, thirds: thirds)
  }
}

extension Bitmap {
  /// `side` x `side` pixels, each the one nearest to the middle of its part of this picture; over white.
  fileprivate func sampled(side: Int) -> Bitmap {
    let pixels = (0..<side * side).map { i -> UInt32 in
      let x = (2 * (i % side) + 1) * width / (2 * side)
      let y = (2 * (i / side) + 1) * height / (2 * side)
      let pixel = self.pixels[y * width + x]
      let rest = 255 - pixel >> 24
      return 0xff00_0000 | (pixel & 0xff_ffff) + rest * 0x1_0101
    }
    return Bitmap(width: side, height: side, pixels: pixels)
  }
}
