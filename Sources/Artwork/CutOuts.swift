import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Paper cut-outs: stones, seaweed, leaves and palms in few colours that overlap and cut into each other.
public struct CutOuts: ArtworkGenerator {
  public static let name = "cut-outs"
  public static let summary = "large cut-paper forms and leaves that overlap and cut into each other"

  var arrangement = Arrangement.meeting
  var plant = Plant.weed
  var size = 1.0
  var fingers = 5
  var angularity = 0.4
  var seeds = 4

  /// How the forms are put together.
  enum Arrangement: String, ParameterOption {
    /// A large stone, a second one across its edge, a plant in counterchange.
    case meeting
    /// Plants of three sizes that grow from one edge before a stone.
    case garden
    /// Sheets of paper of several sizes side by side, each with a plant.
    case papers
  }

  /// What is cut.
  enum Plant: String, ParameterOption {
    case weed, leaf, palm
  }

  public static let parameters: [Parameter<CutOuts>] = [
    .choice("arrangement", \.arrangement, "stones that meet, a garden, or sheets side by side"),
    .choice("plant", \.plant, "the plant that is cut"),
    .real("size", \.size, 0.85...1.1, "size of the largest form"),
    .integer("fingers", \.fingers, 3...6, "fingers, ribs or leaflets on a side"),
    .real("angularity", \.angularity, 0...1, "how much the single cuts of the scissors show"),
    .integer("seeds", \.seeds, 3...6, "small pieces that fall beside"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    switch arrangement {
    case .meeting: return meeting(in: space, &stream)
    case .garden: return garden(in: space, &stream)
    case .papers: return papers(in: space, &stream)
    }
  }

  /// One plant along a spine; the same width rule for all three kinds keeps them exchangeable.
  private func plant(_ spine: Spine, _ stream: inout SeedStream) -> Path {
    switch plant {
    case .weed: CutForms.weed(spine, width: spine.length * 0.3, fingers: fingers, &stream)
    case .leaf: CutForms.leaf(spine, width: spine.length * 0.2, ribs: fingers)
    case .palm: CutForms.palm(spine, leaflets: fingers * 2 + 3, spread: arrangement == .garden ? 0.95 : 1.2)
    }
  }
}

// MARK: - Stones that meet

extension CutOuts {
  private func meeting(in space: ArtSpace, _ stream: inout SeedStream) -> [Layer] {
    let stage = space.stage
    let inks = space.inksByVisibility
    let big = min(stage.size.shortSide * 1.25, stage.area.squareRoot()) * 0.37 * size
    let center = space.settled(space.anchor(inset: 0.3), radius: big * 1.06)
    let along = stage.width > stage.height * 1.25
    let stone = CutForms.stone(
      center, radius: big, squash: along ? 0.88 : 1.08, turn: stream.uniform(in: -0.4...0.4),
      angularity: angularity, &stream)

    // The second stone leans on the first, on the side with more room.
    let right = center.x - stage.left < stage.right - center.x ? 1.0 : -1.0
    let fall = stream.uniform(in: along ? 0...0.5 : 0.6...1.1)
    let way = Point(right * Exact.cos(fall), Exact.sin(fall))
    let medium = big * stream.uniform(in: 0.5...0.6)
    let second = space.settled(center + way * (big * 0.75 + medium * 0.6), radius: medium * 1.1)
    let companion = CutForms.stone(
      second, radius: medium, squash: 1.12, turn: fall, angularity: angularity, &stream)

    // The plant stands across the first stone's far edge and changes colour there.
    let reach = big * stream.uniform(in: 1.3...1.5)
    let root = center + way * (big * -0.05) + Point(0, big * 0.42)
    let lean = Point(-right * stream.uniform(in: 0.55...0.95), -1).normalized
    let tip = space.settled(root + lean * reach, radius: big * 0.2)
    let growth = plant(Spine(root: root, tip: tip, sag: reach * 0.06 * right), &stream)

    let other = inks.count > 1 ? inks[1] : space.overlap(inks[0], inks[0])
    let clear = freeSpot(
      around: center, big, from: [(tip, 0), (root.mixed(with: tip, 0.6), 0), (second, medium * 1.1)], space)
    let dot = CutForms.stone(clear, radius: big * 0.17, angularity: angularity * 0.5, &stream)
    return Papers(space).overlapping([(stone, inks[0]), (companion, other)]) + [
      Layer(.artwork, [.fill(growth, .color(inks[0]))]),
      Layer(.artwork, clips: [stone], [.fill(growth, .color(Papers(space).against(inks[0])))]),
      Layer(
        .artwork,
        [.fill(dot, .color(space.accent))] + petals(around: second, medium, away: center, other, space)),
    ]
  }

  /// The place near the first stone, in the stage, that is farthest from what stands there already.
  private func freeSpot(
    around center: Point, _ big: Double, from others: [(place: Point, radius: Double)], _ space: ArtSpace
  ) -> Point {
    let room = space.stage.inset(by: big * 0.26)
    var (best, most) = (center, -1.0)
    for index in 0..<24 {
      let a = Double(index) * Double.pi / 12
      let p = center + Point(Exact.cos(a), Exact.sin(a)) * (big * 1.32)
      let distance = others.map { $0.place.distance(to: p) - $0.radius }.min() ?? 0
      if room.contains(p), distance > most { (best, most) = (p, distance) }
    }
    return best
  }

  /// Small pieces that stand off the second stone like rays, each smaller than the one before.
  private func petals(
    around center: Point, _ radius: Double, away from: Point, _ ink: SRGB, _ space: ArtSpace
  ) -> [Mark] {
    let out = Exact.atan2((center - from).y, (center - from).x)
    func fan(_ turn: Double) -> [Mark] {
      (0..<seeds).compactMap { index in
        let a = out + turn + 0.54 * (Double(index) - Double(seeds - 1) / 2)
        let way = Point(Exact.cos(a), Exact.sin(a))
        let long = radius * (0.5 - 0.05 * Double(index))
        let (near, far) = (center + way * (radius * 1.3), center + way * (radius * 1.3 + long))
        let clear = far.distance(to: from) > radius * 1.9 && near.distance(to: from) > radius * 1.95
        guard clear, space.stage.inset(by: space.unit * 2).contains(far) else { return nil }
        return .fill(CutForms.lens(from: near, to: far, bulge: long * 0.2, bend: 0, tip: 0.7), .color(ink))
      }
    }
    // Straight away from the first stone, or turned until most of them have room.
    let fans = [0, -0.6, 0.6, -1.2, 1.2, -1.7, 1.7].map(fan)
    let most = fans.map(\.count).max() ?? 0
    // One or two alone would be crumbs.
    return most < 3 ? [] : fans.first { $0.count == most } ?? []
  }
}

// MARK: - Garden

extension CutOuts {
  private func garden(in space: ArtSpace, _ stream: inout SeedStream) -> [Layer] {
    let stage = space.stage
    let inks = space.inksByVisibility
    // Plants hang from the top if type stands below, and grow from the foot otherwise.
    let hangs = stage.bottom < space.frame.bottom - 1
    let (root, up) = hangs ? (stage.top - space.unit * 3, 1.0) : (stage.bottom + space.unit * 3, -1.0)
    let tall = min(stage.height, space.unit * 120, stage.width * (plant == .palm ? 1.0 : 1.7)) * 0.88 * size
    let big = min(stage.size.shortSide * 0.36, tall * 0.42) * size
    let focus = space.settled(space.anchor(inset: 0.3), radius: big * 1.08)
    let stone = CutForms.stone(focus, radius: big, squash: 1.05, angularity: angularity, &stream)
    // Lower and lower away from the focus; the tallest stands before the stone.
    let lean = focus.x > stage.center.x ? -1.0 : 1.0
    let step = max(tall * (plant == .palm ? 0.5 : 0.36), big * 0.8)
    let places = [(0.12, 1.0), (1.05, 0.66), (-0.92, 0.46), (1.85, 0.42), (2.5, 0.28)]
    let plants = places.compactMap { place, height -> Path? in
      let x = focus.x + lean * step * place
      let length = tall * height * stream.uniform(in: 0.94...1.04) * (plant == .palm ? 0.86 : 1)
      let tip = Point(x + lean * length * stream.uniform(in: 0.02...0.12), root + up * length)
      let path = plant(Spine(root: Point(x, root), tip: tip, sag: length * 0.05 * lean), &stream)
      return space.isClear(path) ? path : nil
    }
    let behind = inks[min(1, inks.count - 1)]
    let colors = [
      inks[0], inks.count > 2 ? inks[2] : inks[0], inks[0], inks[0], inks[min(1, inks.count - 1)],
    ]
    var layers = [Layer(.artwork, [.fill(stone, .color(behind))])]
    for index in plants.indices.reversed() {
      layers.append(Layer(.artwork, [.fill(plants[index], .color(colors[index]))]))
    }
    if let tallest = plants.first {
      layers.append(Papers(space).recolored(tallest, inside: stone, Papers(space).against(behind)))
    }
    let spot = space.settled(focus + Point(-lean * big * 1.05, up * big * 0.85), radius: big * 0.3)
    let sun = CutForms.stone(spot, radius: big * 0.18, angularity: angularity * 0.5, &stream)
    return layers + [Layer(.artwork, [.fill(sun, .color(space.accent))])]
  }
}

// MARK: - Sheets side by side

extension CutOuts {
  private func papers(in space: ArtSpace, _ stream: inout SeedStream) -> [Layer] {
    let papers = Papers(space)
    let sheets = papers.split(space.stage.inset(by: space.unit * 6), gap: space.unit * 1.6, &stream)
    let inks = space.inksByVisibility
    // The second smallest place stays without paper, the smallest sheet has the accent.
    return sheets.enumerated().flatMap { index, sheet -> [Layer] in
      let ink = index == 3 ? space.accent : inks[index % inks.count]
      let forms = row(in: sheet.inset(by: sheet.size.shortSide * 0.1), &stream)
      if index == 2 { return [Layer(.artwork, forms.map { .fill($0, .color(ink)) })] }
      let cut = papers.handCut(sheet, &stream)
      return [
        Layer(.artwork, [.fill(cut, .color(ink))]),
        Layer(.artwork, forms.map { .fill($0, .color(papers.against(ink))) }),
      ]
    }
  }

  /// As many plants side by side as fill a sheet.
  private func row(in sheet: Rect, _ stream: inout SeedStream) -> [Path] {
    let natural = plant == .palm ? 1.5 : 0.62
    let count = max(1, Int((sheet.width / sheet.height / natural).rounded()))
    let rows = max(1, Int((sheet.height / sheet.width * natural * 0.85).rounded()))
    let (width, height) = (sheet.width / Double(count), sheet.height / Double(rows))
    return (0..<count * rows).map { index in
      let (column, row) = (Double(index % count), Double(index / count))
      let cell = Rect(sheet.x + width * column, sheet.y + height * row, width, height)
        .inset(dx: 0, dy: rows > 1 ? height * 0.06 : 0)
      let sag = cell.width * (index % 2 == 0 ? 0.07 : -0.07)
      return plant(Spine(root: cell.at(0.5, 1), tip: cell.at(0.5, 0), sag: sag), &stream)
        .fitted(in: cell.inset(dx: count > 1 ? cell.width * 0.05 : 0, dy: 0))
    }
  }
}
