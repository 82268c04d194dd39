import Color
import Raster

extension Bitmap {
  /// The colours that a designer would take from this picture, the largest share first.
  ///
  /// A 16³ histogram holds the means in OKLab; ``Quantizer`` groups it, each bin weighted by its area and by how
  /// much it stands out; ``FacilityLocation`` picks among the groups. Transparent pixels do not count, half
  /// transparent ones half. Every visible picture gives at least one colour, and never two that are nearer than
  /// the least distance.
  ///
  /// O(pixels), memory does not grow with the picture.
  /// - Parameters:
  ///   - options: how many colours, and how.
  ///   - jobs: how many threads may work, at least 1; the palette is the same for any number.
  /// - Returns: one to `count` colours.
  /// - Throws: `empty`, `transparent`, or the option that is out of range.
  public func palette(_ options: Extraction = Extraction(), jobs: Int = 1) throws(ExtractionError)
    -> [ExtractedColor]
  {
    try options.check()
    guard !pixels.isEmpty else { throw .empty }
    let colors = PictureColors(self, jobs: jobs)
    guard !colors.points.isEmpty else { throw .transparent(width: width, height: height) }
    return colors.palette(options)
  }
}

extension Extraction {
  func check() throws(ExtractionError) {
    guard Self.counts.contains(count) else { throw .badCount(count) }
    guard distance > 0, distance <= 1 else { throw .badDistance(distance) }
    guard (0...1).contains(emphasis) else { throw .badEmphasis(emphasis) }
  }
}

/// The occupied bins of a picture.
struct PictureColors {
  /// Weighted by area; the weight of an opaque pixel is 1.
  let points: [WeightedColor]
  /// How much each point stands out, 0...1.
  let saliencies: [Double]

  init(_ bitmap: Bitmap, jobs: Int) {
    let histogram = ColorHistogram(bitmap, jobs: jobs)
    let grid = histogram.grid
    let cells = saliency(of: histogram.cells, columns: grid.columns, rows: grid.rows)
    let means = histogram.meanOverBins(ofCells: cells, in: bitmap, jobs: jobs)
    let used = histogram.bins.indices.filter { histogram.bins[$0].weight > 0 }
    points = used.map { index in
      let bin = histogram.bins[index]
      let place = SIMD3(index / 1024, index / 32 % 32, index % 32)
      return WeightedColor(lab: bin.mean, weight: Double(bin.weight) / 255, bin: place)
    }
    saliencies = used.map { means[$0] }
  }

  func palette(_ options: Extraction) -> [ExtractedColor] {
    let weighted = emphasised(options.emphasis).merged()
    // Rounded to what a file can hold before the distances are looked at, so that they hold afterwards.
    let groups = Quantizer(points: weighted).centres(16, swaps: 0)
    let candidates = (groups + Self.spots(weighted)).map { Self.rounded($0) }
    let location = FacilityLocation(
      points: weighted, reach: 0.08, distance: options.distance, worth: 0.0005)
    return described(location.picks(options.count, from: candidates))
  }

  /// The points with what stands out weighted up.
  ///
  /// Place and hue both count: a small spot of a hue that the rest of the picture lacks is what a designer
  /// takes as an accent. Even what does not stand out at all is part of the picture.
  private func emphasised(_ emphasis: Double) -> [WeightedColor] {
    let hues = HueSpread(points)
    return zip(points, saliencies).map { point, saliency in
      let factor = (0.05 + saliency * saliency) * (1 + hues.rarity(point.lab))
      let weight = point.weight * (1 - emphasis + emphasis * factor)
      return WeightedColor(lab: point.lab, weight: weight, bin: point.bin)
    }
  }

  /// More colours to pick from, so that no accent is lost in the mean of a group: the heaviest bins, each moved once
  /// to the mean of what is much like it, as the mean shift of Fukunaga and Hostetler (1975) does.
  private static func spots(_ points: [WeightedColor]) -> [SIMD3<Double>] {
    let heaviest = points.indices.sorted { (points[$1].weight, $0) < (points[$0].weight, $1) }.prefix(240)
    return heaviest.map { index in
      let place = points[index].lab
      var sum = SIMD4<Double>()
      for point in points {
        let d = point.lab - place
        let square = d.x * d.x + d.y * d.y + d.z * d.z
        let near = max(0, 1 - square / (0.03 * 0.03))
        sum += SIMD4(point.lab, 1) * (point.weight * near)
      }
      return SIMD3(sum.x, sum.y, sum.z) / sum.w
    }
  }

  private static func rounded(_ lab: SIMD3<Double>) -> SIMD3<Double> {
    let near = OKLab(SRGB(OKLab(lab.x, lab.y, lab.z).linear).quantized)
    return SIMD3(near.lightness, near.a, near.b)
  }

  /// Colours with what lies nearest to each.
  private func described(_ colours: [SIMD3<Double>]) -> [ExtractedColor] {
    var areas = [Double](repeating: 0, count: colours.count)
    var standing = areas
    for (point, saliency) in zip(points, saliencies) {
      let nearest = colours.indices.min { length(point.lab - colours[$0]) < length(point.lab - colours[$1]) }!
      areas[nearest] += point.weight
      standing[nearest] += point.weight * saliency
    }
    let whole = areas.reduce(0, +)
    let found = colours.indices.map { index in
      let lab = OKLab(colours[index].x, colours[index].y, colours[index].z)
      return ExtractedColor(
        color: SRGB(lab.linear).quantized, share: areas[index] / whole,
        saliency: areas[index] > 0 ? standing[index] / areas[index] : 0)
    }
    return found.sorted { ($0.share, $0.color.hex) > ($1.share, $1.color.hex) }
  }
}
