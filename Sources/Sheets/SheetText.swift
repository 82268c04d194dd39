import Composition
import Parameters
import Studio
import Variation

/// What is written on a sheet.
struct SheetText {
  var title: String
  var brief: String
  var identity: [String]
  var replay: String
  /// Who made the pictures that the sheet draws from.
  var credits: [String] = []
  /// For each tile its number, its id, and what differs, most telling first.
  var captions: [Caption]
  /// How much each group of parameters changes the picture; drawn in the footer.
  var effects: [GroupEffect] = []
  /// Labels of rows and columns, if the sheet is a grid.
  var grid: PlannedGrid?

  struct Caption {
    let number: String
    let id: String
    /// What people said of it, as in `P ★★★★`.
    var rating: String?
    /// Up to two lines.
    let lines: [[String]]
  }
}

extension SheetText {
  init(_ request: SheetRequest, _ planned: Planned) {
    let preset = request.preset
    title = preset.name
    brief = preset.content.elements.filter { $0.role != .title }.prefix(3).map(\.text).joined(
      separator: " · ")
    identity = [
      preset.format.name, planned.tiles.count == 1 ? "1 variant" : "\(planned.tiles.count) variants",
      request.source.name,
      "seed \(request.seed)",
    ]
    // A board comes with its schedule.
    let verb = request.preset.brief == nil ? "render" : "board"
    replay = "maquette \(verb) \(request.fileName) --tile \(min(7, planned.tiles.count))"
    credits = Self.credits(preset)
    let variants = planned.tiles.map(\.variant)
    let differing = Self.differing(variants)
    captions = planned.tiles.enumerated().map { index, tile in
      let number = index + 1
      let lines = tile.lineage.map { Self.lines(tile.variant, $0) } ?? Self.lines(tile.variant, differing)
      return Caption(
        number: number < 10 ? "0\(number)" : "\(number)", id: tile.variant.id,
        rating: request.picks.entry(id: tile.variant.id)?.shown, lines: lines)
    }
    grid = planned.grid
    effects = planned.effects
  }

  /// One credit a maker, in the order of the pictures.
  private static func credits(_ preset: Preset) -> [String] {
    let learned = preset.style?.profile.sources.compactMap(\.credit) ?? []
    return (preset.photos.compactMap(\.credit) + learned).reduce(into: []) { list, credit in
      if !list.contains(credit) { list.append(credit) }
    }
  }

  /// The names whose values differ somewhere on the sheet, choices of components first.
  private static func differing(_ variants: [Variant]) -> [String] {
    let selectors = [Family.layout, .board, .generator, .palette, .type, .filter].map(\.selector)
    var names = selectors
    for named in variants.flatMap(\.values) where !names.contains(named.name) { names.append(named.name) }
    return names.filter { name in variants.contains { $0[name] != variants[0][name] } }
  }

  /// Structure on the first line, colour and type on the second; if no component differs, the parameters that do.
  private static func lines(_ variant: Variant, _ differing: [String]) -> [[String]] {
    func words(_ names: [String]) -> [String] {
      names.filter(differing.contains).compactMap { variant[$0]?.description }
    }
    // What a board is made of says more than how its page is set.
    let ofBrief = differing.filter { name in
      Family.allCases.contains { $0.isOfBrief && name.hasPrefix($0.group + ".") && name != $0.selector }
    }
    let choices = [
      words(["layout.kind", "board.kind", "art.kind"]) + words(ofBrief),
      words(["palette.kind", "type.pair", "finish.filter"]),
    ]
    let lines = choices.filter { !$0.isEmpty }
    if lines.count == 2 { return lines }
    let rest = differing.filter { name in !Family.allCases.contains { $0.selector == name } }
      .compactMap { name in variant[name].map { "\(name.drop { $0 != "." }.dropFirst()) \($0)" } }
    return Array((lines + [Array(rest.prefix(4))]).filter { !$0.isEmpty }.prefix(2))
  }

  /// The parents on the first line, what changed on the second.
  private static func lines(_ variant: Variant, _ lineage: Lineage) -> [[String]] {
    let parents = lineage.parents.joined(separator: " + ")
    let changed = lineage.changed.map { name -> String in
      guard let value = variant[name] else { return name }
      let isChoice = if case .choice = value { true } else { false }
      return isChoice ? value.description : "\(name.drop { $0 != "." }.dropFirst()) \(value)"
    }
    let choices = [Family.layout, .generator, .palette].map { variant.component($0) }
    switch lineage.manner {
    case .pick: return [["the pick itself"]]
    case .mutation: return [["from \(parents)"], changed]
    case .crossover: return [["from \(parents)"], changed]
    case .between: return [["between \(parents)"], changed]
    case .guess: return [["best guess"] + lineage.reasons, choices]
    case .uncertain: return [["uncertain"] + lineage.reasons, choices]
    case .new: return [["new"] + lineage.reasons, choices]
    }
  }
}
