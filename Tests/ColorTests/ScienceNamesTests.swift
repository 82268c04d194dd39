import Color
import Testing

/// A 13x13x13 grid of sRGB.
private let grid: [SRGB] = (0..<2197).map { i in
  func part(_ n: Int) -> Double { Double(n % 13) / 12 }
  return SRGB(part(i), part(i / 13), part(i / 169))
}

@Suite struct ScienceNamesTests {
  @Test func wordsAreDistinctAndPlain() {
    #expect(ColorName.words.count == Set(ColorName.words).count)
    #expect((150...220).contains(ColorName.words.count))
    for word in ColorName.words {
      #expect(word.allSatisfy { $0.isLowercase || $0 == " " || $0 == "-" }, "\(word)")
      for modifier in ColorName.Modifier.allCases { #expect(!word.hasPrefix(modifier.rawValue + " ")) }
    }
  }

  /// A word that is not the name of its own colour could never be read as what it says.
  @Test func everyNameNamesItsOwnColour() throws {
    let bare = Set(grid.map { ColorName(nearest: $0) }).filter { $0.modifier == nil }
    #expect(bare.count > 120)
    for name in bare {
      let color = try #require(name.color)
      #expect(ColorName(nearest: color) == name)
    }
  }

  @Test(arguments: [
    ("#000000", "black"), ("#ffffff", "white"), ("#0b1d3a", "ink navy"), ("#d94f2b", "tomato"),
    ("#336699", "denim"), ("#f2b134", "marigold"), ("#ff00ff", "magenta"), ("#00ff00", "neon green"),
    ("#808080", "concrete"), ("#663399", "purple"),
  ])
  func names(hex: String, name: String) {
    #expect(ColorName(nearest: SRGB(hex: hex)!).description == name)
  }

  @Test func noColourIsFarFromItsName() throws {
    var sum = 0.0
    for c in grid {
      let color = try #require(ColorName(nearest: c).color)
      let distance = OKLab(c).distance(to: OKLab(color))
      #expect(distance < 0.1, "\(c.hex) is called \(ColorName(nearest: c))")
      sum += distance
    }
    #expect(sum / Double(grid.count) < 0.035)
  }

  /// Greys, at least, must never be called by a colour.
  @Test func greysAreGrey() throws {
    for code in 0...255 {
      let v = Double(code) / 255
      let color = try #require(ColorName(nearest: SRGB(v, v, v)).color)
      #expect(OKLCH(color).chroma < 0.03, "\(ColorName(nearest: SRGB(v, v, v)))")
    }
  }

  @Test func coloursApartHaveOtherNames() {
    let named = stride(from: 0, to: grid.count, by: 3).map { (ColorName(nearest: grid[$0]), OKLab(grid[$0])) }
    for (i, p) in named.enumerated() {
      for q in named[..<i] where p.0 == q.0 {
        #expect(p.1.distance(to: q.1) < 0.16, "\(p.0)")
      }
    }
  }

  @Test func palettesGetDistinctNames() {
    let near = ["#336699", "#336799", "#346699", "#346799", "#336699"].map { SRGB(hex: $0)! }
    let names = ColorName.distinct(near)
    #expect(names.count == 5 && Set(names).count == 5)
    #expect(names[0].description == "denim")
    #expect(ColorName.distinct([]).isEmpty)
    #expect(ColorName.distinct(near) == names)
  }
}
