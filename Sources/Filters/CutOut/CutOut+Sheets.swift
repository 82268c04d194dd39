import Color
import Composition
import Elementary
import Geometry
import Raster

extension CutOut {
  /// The picture in which shapes are found has no more pixels than this.
  static let workingPixels = 400_000

  /// The sheets of a picture, the lowest first. The picture must not be empty.
  func sheets(of bitmap: Bitmap, _ context: FilterContext) -> [PaperSheet] {
    // Three samples over the width of the finest detail.
    let step = max(1, context.pixels(smoothness) / 4)
    let pixels = Double(bitmap.width) * Double(bitmap.height)
    let limit = Int(max(1024, min(Double(Self.workingPixels), pixels / (step * step))))
    let view = ReducedPicture(bitmap, limit: limit, jobs: context.jobs)
    // Millimetres of one sample.
    let sample = (view.stepX * view.stepY).squareRoot() / context.pixelsPerMillimetre
    let groups = ColorGroups(calmed(view, sample, jobs: context.jobs), count: colors)
    var field = LabelField(
      width: view.width, height: view.height, groups: groups.centers.count, labels: groups.labels)
    let radius = max(1, min(LabelField.radiusLimit, Int((smoothness / sample * 0.3).rounded())))
    field = field.settled(radius: radius, jobs: context.jobs)
    field = field.cleaned(least: Int(smallest * smallest / (sample * sample)))
    let order = stackOrder(field)
    let means = groups.centers.map { OKLab(Double($0.x), Double($0.y), Double($0.z)) }
    let sheetColors = sheetColors(means, papers == .palette ? context.colors : [])
    let scissors = Scissors(
      smoothness: smoothness / sample, strokes: self.scissors, smallest: smallest / sample)
    return order.enumerated().map { level, group in
      let color = sheetColors[group]
      guard level > 0 else { return PaperSheet(color: color, path: Path()) }
      var isAbove = [Bool](repeating: false, count: 256)
      for above in order[level...] { isAbove[above] = true }
      let share = field.share(radius: radius, jobs: context.jobs) { isAbove[Int($0)] }
      let path = scissors.cut(ScalarGrid(width: view.width, height: view.height, samples: share))
      let place = Affine(
        a: view.stepX, b: 0, c: 0, d: view.stepY, tx: view.stepX / 2, ty: view.stepY / 2)
      return PaperSheet(color: color, path: path.transformed(by: place))
    }
  }

  /// Lightness, a and b of the picture with texture taken out and edges kept.
  private func calmed(_ view: ReducedPicture, _ sample: Double, jobs: Int) -> [SIMD4<Float>] {
    let lab = LabView(view, jobs: jobs)
    let radius = max(1, Int((smoothness / sample).rounded()))
    func plane(_ lane: Int) -> Plane {
      var plane = Plane(width: view.width, height: view.height)
      for y in 0..<view.height {
        for x in 0..<view.width {
          plane.samples[y * plane.stride + x] = lab.samples[y * view.width + x][lane]
        }
      }
      return plane
    }
    let guide = plane(0)
    let filter = GuidedFilter(guide: guide, radius: radius, epsilon: 0.002, jobs: jobs)
    let planes =
      [filter.apply(to: guide, jobs: jobs)] + [1, 2].map { filter.apply(to: plane($0), jobs: jobs) }
    return (0..<view.width * view.height).map { i in
      let place = i / view.width * guide.stride + i % view.width
      return [planes[0].samples[place], planes[1].samples[place], planes[2].samples[place], 0]
    }
  }

  /// Groups from the lowest sheet to the highest: the largest lies below, and what reaches the border counts more, for
  /// that is ground. Groups without any pixel are left out.
  private func stackOrder(_ field: LabelField) -> [Int] {
    var weights = [Int](repeating: 0, count: field.groups)
    for (place, label) in field.labels.enumerated() {
      let (x, y) = (place % field.width, place / field.width)
      let isBorder = x == 0 || y == 0 || x == field.width - 1 || y == field.height - 1
      weights[Int(label)] += isBorder ? 40 : 1
    }
    return weights.indices.filter { weights[$0] > 0 }.sorted { (weights[$1], $0) < (weights[$0], $1) }
  }

  /// The paper of each group: its own colour made stronger, or the palette's, lights to lights and darks to darks.
  private func sheetColors(_ groups: [OKLab], _ palette: [SRGB]) -> [LinearRGB] {
    guard palette.count >= 2 else { return groups.map(strengthened) }
    let known = palette.map { (color: $0.linear, lab: OKLab($0)) }.sorted {
      $0.lab.lightness < $1.lab.lightness
    }
    let order = groups.indices.sorted { groups[$0].lightness < groups[$1].lightness }
    var papers = [LinearRGB](repeating: known[0].color, count: groups.count)
    for (rank, group) in order.enumerated() {
      // With fewer inks than groups neighbours share one; with more, those between are chosen by hue.
      let place = Double(rank) / Double(max(1, order.count - 1)) * Double(known.count - 1)
      let reach = max(0, Double(known.count - order.count) / 2)
      let near = known.indices.filter { abs(Double($0) - place) <= reach + 0.5 }
      papers[group] =
        known[
          near.min { known[$0].lab.distance(to: groups[group]) < known[$1].lab.distance(to: groups[group]) }!
        ].color
    }
    return papers
  }

  private func strengthened(_ group: OKLab) -> LinearRGB {
    let chroma = 1 + 0.7 * vividness
    let lightness = mix(
      group.lightness, group.lightness * group.lightness * (3 - 2 * group.lightness), 0.35 * vividness)
    let rgb = OKLab(lightness, group.a * chroma, group.b * chroma).linear
    func held(_ v: Double) -> Double { max(0.012, min(0.93, v)) }
    return LinearRGB(held(rgb.red), held(rgb.green), held(rgb.blue))
  }
}
