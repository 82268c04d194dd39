import ImageFiles
import Studio
import Variation

extension Task {
  static let diversity = Task(
    name: "diversity", usage: "[SEEDS]",
    summary: "how far apart the 36 tiles of a diverse sheet are, against those of a random one (20 seeds)",
    run: { words in
      let seeds = try rounds(words, default: 20)
      var table = Table(
        "preset", "diverse", "random", "ratio", "quality", "random's", "duplicates", "random's")
      for path in try presetPaths() {
        let preset = try Preset(bytes: readFile(path, limit: 1 << 20), file: path)
        let (diverse, random) = try (
          Spread(.diverse, preset, seeds: seeds), Spread(.random, preset, seeds: seeds)
        )
        table.add(
          preset.name, shown(diverse.nearest), shown(random.nearest), shown(diverse.nearest / random.nearest),
          shown(diverse.quality), shown(random.quality), "\(diverse.alike)", "\(random.alike)")
      }
      print("36 tiles, \(seeds) seeds; distance of the nearest pair in a sheet, mean of the seeds\n")
      print(table.text)
      return 0
    })
}

/// The presets that come with the engine, in order.
func presetPaths() throws -> [String] {
  let paths = try presetFolders.flatMap { folder in
    try names(in: "Presets/\(folder)").filter { $0.hasSuffix(".json") }.map { "Presets/\(folder)/\($0)" }
  }
  guard !paths.isEmpty else { throw Misuse("no presets here; run it from the project's folder") }
  return paths
}

private let presetFolders = ["posters", "social"]

/// What a plan's sheets are like in the mean.
private struct Spread {
  private(set) var nearest = 0.0
  private(set) var quality = 0.0
  /// Pairs that look the same, in all sheets.
  private(set) var alike = 0

  init(_ plan: Plan, _ preset: Preset, seeds: Int) throws {
    let workshop = Workshop(jobs: Workshop.cores, language: preset.language)
    let metric = Metric(Variety.standard.weights)
    for seed in 1...seeds {
      let tiles = try Planner(preset, seed: UInt64(seed), plan: plan).run(count: 36, in: workshop).tiles
      let proxies = try workshop.map(tiles.count) { index, typesetter in
        Proxy.make(tiles[index].variant, preset, typesetter)
      }.map { try $0.get() }
      var least = Float.infinity
      for (i, a) in proxies.enumerated() {
        for b in proxies[..<i] {
          least = min(least, metric.distance(a.descriptor, b.descriptor))
          if a.looksLike(b) { alike += 1 }
        }
      }
      nearest += Double(least) / Double(seeds)
      quality += proxies.reduce(0) { $0 + Double($1.quality) } / Double(proxies.count * seeds)
    }
  }
}
