import Color
import Composition
import Palettes
import Parameters
import Testing

private let rules: [any PaletteRule.Type] = [Harmony.self, Spot.self, Tonal.self]

/// A rule with every parameter drawn from its whole domain.
private func drawn(_ type: any PaletteRule.Type, _ index: Int) -> any PaletteRule {
  func make<Rule: PaletteRule>(_ type: Rule.Type) -> any PaletteRule {
    var stream = SeedStream(seed: 7, path: "test/\(Rule.name)", variant: UInt64(index))
    var values: [String: ParameterValue] = [:]
    for declaration in Rule.declarations {
      values[declaration.name] = declaration.domain.value(at: stream.unit())
    }
    return Rule.make { values[$0] }
  }
  return make(type)
}

private func stream(_ index: Int) -> SeedStream { SeedStream(seed: UInt64(index), path: "palette") }

/// Colours all over the cube.
private func locks(_ index: Int, count: Int) -> [SRGB] {
  var stream = SeedStream(seed: 3, path: "locks/\(count)", variant: UInt64(index))
  return (0..<count).map { _ in SRGB(stream.unit(), stream.unit(), stream.unit()).quantized }
}

/// What every palette promises, as sentences about what is broken.
private func broken(_ p: Palette) -> [String] {
  func ratio(_ what: String, _ a: SRGB, _ b: SRGB, _ least: Double) -> String? {
    let found = contrastRatio(a, b)
    return found >= least ? nil : "\(what) has \(found):1, less than \(least):1"
  }
  var list = [
    ratio("text on background", p.text, p.background, 4.5), ratio("text on surface", p.text, p.surface, 4.5),
    ratio("muted on background", p.muted, p.background, 4.5),
    ratio("muted on surface", p.muted, p.surface, 4.5), ratio("onAccent", p.onAccent, p.accent, 4.5),
    ratio("accent on background", p.accent, p.background, 3),
  ].compactMap { $0 }
  if !(3...5).contains(p.inks.count) { list.append("\(p.inks.count) inks") }
  for color in p.roles.map(\.color) + p.inks where color != color.quantized {
    list.append("\(color) is not 8 bits")
  }
  return list
}

/// The least difference of an ink to the ground or to another ink.
private func inkDistance(_ p: Palette) -> Double {
  let labs = ([p.background] + p.inks).map { OKLab($0) }
  var least = Double.infinity
  for i in labs.indices {
    for j in labs.indices where j > i { least = min(least, labs[i].distance(to: labs[j])) }
  }
  return least
}

@Suite struct PalettesTests {
  @Test(arguments: rules.indices)
  func freePalettesKeepEveryPromise(rule: Int) throws {
    for index in 0..<2000 {
      let palette = try drawn(rules[rule], index).palette(locked: [], stream: stream(index))
      let wrong = broken(palette)
      #expect(wrong.isEmpty, "\(rules[rule].name) \(index): \(wrong)")
      #expect(inkDistance(palette) >= 0.06, "\(rules[rule].name) \(index): \(palette.inks.map(\.hex))")
    }
  }

  @Test(arguments: rules.indices, [1, 2, 3, 5])
  func lockedColoursStandInThePalette(rule: Int, count: Int) {
    var failures = 0
    for index in 0..<150 {
      let locked = locks(index, count: count)
      do {
        let palette = try drawn(rules[rule], index).palette(locked: locked, stream: stream(index))
        let all = [palette.background, palette.accent] + palette.inks
        let missing = locked.filter { !all.contains($0) }
        #expect(
          missing.isEmpty, "\(rules[rule].name) \(index): \(missing.map(\.hex)) of \(locked.map(\.hex))")
        let wrong = broken(palette)
        #expect(wrong.isEmpty, "\(rules[rule].name) \(index) of \(locked.map(\.hex)): \(wrong)")
      } catch {
        failures += 1
      }
    }
    #expect(failures <= 15, "\(rules[rule].name) refuses \(failures) of 150")
  }

  @Test func theFirstLockLeads() throws {
    let blue = SRGB(hex: "#0b1d3a")!
    for rule in rules {
      for index in 0..<60 {
        let palette = try drawn(rule, index).palette(locked: [blue], stream: stream(index))
        #expect(palette.background == blue || palette.inks[0] == blue, "\(rule.name) \(index)")
      }
    }
  }

  @Test func sameStreamSamePalette() throws {
    for rule in rules {
      for index in 0..<50 {
        let maker = drawn(rule, index)
        #expect(
          try maker.palette(locked: [], stream: stream(index))
            == maker.palette(locked: [], stream: stream(index)))
      }
    }
  }
}
