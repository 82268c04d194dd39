import Canvas
import Color
import Composition
import Geometry
import Parameters
import Studio

extension Task {
  static let generators = Task(
    name: "generators", usage: "[ROUNDS]",
    summary: "each generator on 600 x 800 px and each layout's composing, with drawn settings (20 of each)",
    run: { words in
      let rounds = try rounds(words, default: 20)
      var table = Table("generator, 600 x 800 px, one thread", "median ms", "worst")
      for type in Catalog.generators { try measure(type, rounds, &table) }
      print(table.text + "\n")
      var layouts = Table("layout, composing without art", "median ms", "worst", "refused")
      for type in Catalog.layouts { try measure(type, rounds, &layouts) }
      print(layouts.text)
      return 0
    })
}

/// A value for every parameter, drawn evenly from its domain.
func settings(
  _ declarations: [ParameterDeclaration], _ stream: inout SeedStream
) -> [String: ParameterValue] {
  var values: [String: ParameterValue] = [:]
  for declared in declarations { values[declared.name] = declared.domain.value(at: stream.unit()) }
  return values
}

private func measure<G: ArtworkGenerator>(_ type: G.Type, _ rounds: Int, _ table: inout Table) throws {
  var stream = SeedStream(seed: 1, path: "bench/\(G.name)")
  var sample = Sample()
  for index in 0..<rounds {
    let values = settings(type.declarations, &stream)
    let generator = type.make { values[$0] }
    let scheme = Scheme.all[index % Scheme.all.count]
    try sample.time { try draw(generator, scheme.space(Rect(0, 0, 150, 200)), seed: UInt64(index)) }
  }
  table.add(G.name, shown(sample.median), shown(sample.worst))
}

/// Layers and pixels, at 4 px to the millimetre.
private func draw(_ generator: some ArtworkGenerator, _ space: ArtSpace, seed: UInt64) throws {
  let layers = generator.layers(in: space, stream: SeedStream(seed: seed, path: "art"))
  let composition = Composition(page: Page(size: Size(space.frame.width, space.frame.height)), layers: layers)
  let canvas = try Canvas(width: 600, height: 800)
  canvas.saved { canvas in
    canvas.transform(.scale(4, 4))
    canvas.fill(.rect(space.frame), .color(space.ground))
    composition.draw(on: canvas, with: Typesetter())
  }
  _ = try canvas.bitmap()
}

private func measure<L: Layout>(_ type: L.Type, _ rounds: Int, _ table: inout Table) throws {
  let preset = try DemoSheet.preset()
  let typesetter = Typesetter(language: preset.language)
  var stream = SeedStream(seed: 1, path: "bench/\(L.name)")
  var sample = Sample()
  var refused = 0
  for index in 0..<rounds {
    let values = settings(type.declarations, &stream)
    let layout = type.make { values[$0] }
    let job = try emptyJob(preset, typesetter, index)
    sample.time {
      do { _ = try layout.compose(job) } catch { refused += 1 }
    }
  }
  table.add(L.name, shown(sample.median), shown(sample.worst), "\(refused)")
}

/// The demo's brief in one of the type pairs, with no art at all.
private func emptyJob(_ preset: Preset, _ typesetter: Typesetter, _ index: Int) throws -> LayoutJob {
  let rule = Catalog.palettes[0].init(), pair = Catalog.pairs[index % Catalog.pairs.count].init()
  return LayoutJob(
    page: Page(size: preset.format.size, bleed: preset.format.bleed), content: preset.content,
    type: pair.system,
    palette: try rule.palette(locked: preset.lockedColors, stream: SeedStream(seed: 1, path: "palette")),
    typesetter: typesetter, stream: SeedStream(seed: UInt64(index), path: "layout"), art: { _ in [] })
}
