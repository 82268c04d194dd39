import Canvas
import Composition
import Geometry
import ImageFiles
import Raster
import Studio
import Variation

extension Task {
  static let layouts = Task(
    name: "layouts", usage: "PRESET... [COUNT]",
    summary: "what the layouts of many variants measure: gates, alignment, grid, type on pixels, time",
    run: { words in
      let count = words.last.flatMap(Int.init) ?? 500
      let files = words.filter { Int($0) == nil }
      guard !files.isEmpty else { throw Misuse("layouts needs presets") }
      var survey = LayoutSurvey()
      let share = (count + files.count - 1) / files.count
      for file in files { try survey.add(file, count: share) }
      print(survey.report)
      return survey.holds ? 0 : 1
    })
}

/// What was measured on the variants of several presets.
private struct LayoutSurvey {
  private var rows = Table("preset", "tiles", "replaced", "mended", "ms a layout", "withheld")
  private var scores: [Scores] = []
  /// Which tile each of the scores is of.
  private var names: [String] = []
  private var families: Set<String> = []
  private var times = Sample()
  private var strayPixels = 0
  private var strayMarks = 0
  private var baselines = (on: 0, all: 0)
  private var reasons: [(reason: String, count: Int)] = []

  mutating func add(_ file: String, count: Int) throws {
    let files = PresetFiles(FolderAccess(besides: file, allowed: []))
    let preset = try Preset(bytes: try readFile(file, limit: 1 << 20), file: file, files: files)
    let workshop = Workshop(jobs: 1, language: preset.language)
    let planned = try Planner(preset, seed: 1, plan: .sobol).run(count: count, in: workshop)
    var own = Sample()
    for tile in planned.tiles {
      scores.append(tile.scores)
      names.append("\(tile.variant.component(.layout)) \(tile.variant.id) of \(preset.name)")
      families.insert(tile.variant.component(.layout))
      try own.time { _ = try tile.design.compose(preset, art: .none, with: workshop.typesetter) }
      try inspect(tile.composition, workshop.typesetter)
    }
    times.add(own)
    for skipped in planned.skipped {
      if let index = reasons.firstIndex(where: { $0.reason == skipped.reason }) {
        reasons[index].count += skipped.count
      } else {
        reasons.append(skipped)
      }
    }
    rows.add(
      preset.name, "\(planned.tiles.count)", "\(planned.skipped.reduce(0) { $0 + $1.count })",
      "\(planned.tiles.count { $0.mended > 0 })", shown(own.median), "\(preset.withheld.count)")
  }

  /// Draws every line of type alone and looks for ink outside its box; counts baselines on the page's grid.
  private mutating func inspect(_ composition: Composition, _ typesetter: Typesetter) throws {
    for mark in composition.textMarks {
      if mark.quarterTurns == 0, let grid = composition.grids.first {
        baselines.all += 1
        if grid.miss(baseline: mark.origin.y) < 0.01 { baselines.on += 1 }
      }
      let stray = try Self.inkOutside(mark, typesetter)
      strayPixels += stray
      if stray > 0 { strayMarks += 1 }
    }
  }

  private static func inkOutside(_ mark: TextMark, _ typesetter: Typesetter) throws -> Int {
    let room = mark.box.inset(by: -mark.line.size)
    let scale = min(8, 700 / room.size.longSide)
    let canvas = try Canvas(width: Int(room.width * scale) + 1, height: Int(room.height * scale) + 1)
    canvas.saved { canvas in
      canvas.transform(.scale(scale, scale))
      canvas.transform(.translation(-room.x, -room.y))
      Composition(page: Page(size: room.size), layers: [Layer(.type, [.text(mark)])])
        .draw(on: canvas, with: typesetter)
    }
    let bitmap = try canvas.bitmap()
    // Coverage may touch the pixel that the box's edge runs through.
    let inner = Rect(
      left: (mark.box.left - room.left) * scale - 1, top: (mark.box.top - room.top) * scale - 1,
      right: (mark.box.right - room.left) * scale + 1, bottom: (mark.box.bottom - room.top) * scale + 1)
    return bitmap.pixels.indices.count { i in
      bitmap.pixels[i] >> 24 > 8
        && !inner.contains(Point(Double(i % bitmap.width) + 0.5, Double(i / bitmap.width) + 0.5))
    }
  }

  private var missing: [String] {
    Catalog.entries(of: .layout).map(\.name).filter { !families.contains($0) }
  }

  private func mean(_ path: KeyPath<Scores, Double>) -> Double {
    scores.reduce(0) { $0 + $1[keyPath: path] } / Double(max(scores.count, 1))
  }

  private func worst(_ path: KeyPath<Scores, Double>) -> Double {
    scores.map { $0[keyPath: path] }.max() ?? 0
  }

  private func least(_ path: KeyPath<Scores, Double>) -> Double {
    scores.map { $0[keyPath: path] }.min() ?? 0
  }

  /// Each line of the acceptance: what it says, what was measured, and whether it holds.
  private var verdicts: [(what: String, value: String, holds: Bool)] {
    [
      ("overlap, greatest: 0", "\(worst(\.overlap))", worst(\.overlap) == 0),
      ("outside the safe area, greatest mm: 0", "\(worst(\.clipped))", worst(\.clipped) == 0),
      ("alignment x 100, mean: 0.26 or less", fine(mean(\.alignment) * 100), mean(\.alignment) * 100 <= 0.26),
      ("readability, mean: 0.010 or less", fine(mean(\.readability)), mean(\.readability) <= 0.01),
      ("text contrast, least: 4.5 or more", fine(least(\.textContrast)), least(\.textContrast) >= 4.5),
      ("display contrast, least: 3 or more", fine(least(\.displayContrast)), least(\.displayContrast) >= 3),
      ("ink outside its box, lines: 0", "\(strayMarks) (\(strayPixels) px)", strayMarks == 0),
      (
        "families not reached: none", missing.isEmpty ? "none" : missing.joined(separator: ", "),
        missing.isEmpty
      ),
      ("layout without artwork, median ms: under 5", fine(times.median), times.median < 5),
    ]
  }

  var holds: Bool { verdicts.allSatisfy(\.holds) }

  var report: String {
    var table = Table("\(scores.count) variants", "measured", "holds")
    for verdict in verdicts { table.add(verdict.what, verdict.value, verdict.holds ? "yes" : "NO") }
    let share = Double(baselines.on) / Double(max(baselines.all, 1)) * 100
    let why = reasons.sorted { $0.count > $1.count }.prefix(12).map { "  \($0.count) x \($0.reason)" }
    return """
      \(rows.text)

      \(table.text)
      worst alignment x 100: \(worstTiles(\.alignment))
      worst readability x 100: \(worstTiles(\.readability))
      baselines on the page's grid: \(shown(share)) % of \(baselines.all)
      replaced:
      \(why.joined(separator: "\n"))
      """
  }

  /// The five greatest values and whose they are.
  private func worstTiles(_ path: KeyPath<Scores, Double>) -> String {
    let order = scores.indices.sorted { scores[$0][keyPath: path] > scores[$1][keyPath: path] }
    return order.prefix(5).map { "\n    \(fine(scores[$0][keyPath: path] * 100))  \(names[$0])" }.joined()
  }

  private func fine(_ value: Double) -> String { "\((value * 10_000).rounded() / 10_000)" }
}
