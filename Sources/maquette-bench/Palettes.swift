import Color
import Composition
import Geometry
import ImageFiles
import Palettes
import Parameters
import Raster
import Sheets
import Studio

extension Task {
  static let palettes = Task(
    name: "palettes", usage: "[ROUNDS]",
    summary:
      "palettes a second of every rule, rows to OKLab, a colour cube, and extraction from a drawn picture",
    run: { words in
      let rounds = try rounds(words, default: 7)
      var rules = Table("palette rule, one thread", "palettes a second", "least")
      for type in Catalog.palettes { measure(type, rounds, &rules) }
      print(rules.text + "\n")
      var kernels = Table("kernel, one thread", "MP/s or ms per MP", "best")
      kernels.measureRows(rounds)
      try kernels.measurePictures(rounds)
      print(kernels.text)
      return 0
    })
}

/// Palettes with roles at drawn settings; those that refuse count too, since they cost as much.
private func measure<R: PaletteRule>(_ type: R.Type, _ rounds: Int, _ table: inout Table) {
  let count = 300
  var sample = Sample()
  for round in 0..<rounds {
    var stream = SeedStream(seed: UInt64(round), path: "bench/\(R.name)")
    let rules = (0..<count).map { _ in
      let values = settings(type.declarations, &stream)
      return type.make { values[$0] }
    }
    sample.time {
      for (index, rule) in rules.enumerated() {
        _ = try? rule.palette(locked: [], stream: SeedStream(seed: UInt64(index), path: "bench"))
      }
    }
  }
  func rate(_ ms: Double) -> String { "\(Int(Double(count) / ms * 1000))" }
  table.add(R.name, rate(sample.median), rate(sample.worst))
}

extension Table {
  /// Linear sRGB to OKLab, on rows that stay in the cache.
  fileprivate mutating func measureRows(_ rounds: Int) {
    let count = 2048, repeats = 2000
    func plane(_ shift: Int) -> [Float] { (0..<count).map { x in Float((x * 7 + shift) % 256) / 255 } }
    let source: [[Float]] = [plane(0), plane(13), plane(26)]
    var (l, a, b) = (source[0], source[0], source[0])
    var sample = Sample()
    for _ in 0..<rounds {
      sample.time {
        for _ in 0..<repeats { toOKLab(source[0], source[1], source[2], &l, &a, &b) }
      }
    }
    let megapixels = Double(count * repeats) / 1e6
    add("linear sRGB to OKLab, MP/s", rate(megapixels, sample.median), rate(megapixels, sample.least))
  }

  /// A 33-cube lookup and an extraction on a sheet of drawn artwork.
  fileprivate mutating func measurePictures(_ rounds: Int) throws {
    let sheet = try SheetMaker.make(DemoSheet.request(), in: Workshop(jobs: Workshop.cores)).bitmap
    let megapixels = Double(sheet.width * sheet.height) / 1e6
    let cube = ColorCube { color in [color.y, color.z, color.x] }
    var lookup = Sample(), extraction = Sample()
    for _ in 0..<rounds {
      lookup.time { _ = cube.apply(to: sheet) }
      try extraction.time { _ = try sheet.palette(Extraction(count: 6)) }
    }
    add("colour cube of 33, MP/s", rate(megapixels, lookup.median), rate(megapixels, lookup.least))
    add(
      "palette of a picture, ms per MP", shown(extraction.median / megapixels),
      shown(extraction.least / megapixels))
  }

  private func rate(_ megapixels: Double, _ ms: Double) -> String { shown(megapixels / ms * 1000) }
}

private func toOKLab(
  _ red: [Float], _ green: [Float], _ blue: [Float], _ l: inout [Float], _ a: inout [Float],
  _ b: inout [Float]
) {
  var spanL = l.mutableSpan
  var spanA = a.mutableSpan
  var spanB = b.mutableSpan
  OKLabRows.lab(
    red: red.span, green: green.span, blue: blue.span, lightness: &spanL, a: &spanA, b: &spanB)
}
