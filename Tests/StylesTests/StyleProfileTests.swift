import Color
import Composition
import JSON5
import Raster
import Testing

@testable import Styles

/// Bars of two tones: level, upright, or none.
private func bars(_ width: Int, _ height: Int, upright: Bool, _ dark: UInt32, _ light: UInt32) -> Bitmap {
  let pixels = (0..<width * height).map { i -> UInt32 in
    0xff00_0000 | ((upright ? i % width : i / width) / 8 % 2 == 0 ? dark : light)
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

private func flat(_ color: UInt32) -> Bitmap { Bitmap(width: 40, height: 30, fill: 0xff00_0000 | color) }

private func picture(_ name: String, credit: String? = nil) -> StyleProfile.Picture {
  StyleProfile.Picture(file: name, digest: "00ff", credit: credit)
}

private func learned(_ bitmaps: [Bitmap], jobs: Int = 1) throws -> StyleProfile {
  var learner = StyleLearner()
  for (index, bitmap) in bitmaps.enumerated() {
    try learner.add(bitmap, from: picture("\(index).png"), jobs: jobs)
  }
  return learner.profile(name: "test", jobs: jobs)
}

/// Learning: what is measured is what is there.
@Suite struct StyleLearnerTests {
  @Test func colorsHaveTheirShares() throws {
    let profile = try learned([flat(0xcc3322), flat(0xcc3322), flat(0x224488), flat(0xeeeedd)])
    #expect(profile.palette.map(\.color.hex).sorted() == ["#224488", "#cc3322", "#eeeedd"])
    let red = try #require(profile.palette.first)
    #expect(red.color.hex == "#cc3322" && abs(red.share - 0.5) < 0.01)
    #expect(abs(profile.palette.reduce(0) { $0 + $1.share } - 1) < 1e-9)
  }

  @Test func valuesAndSpreadAreThoseOfAllPixels() throws {
    let profile = try learned([flat(0x000000), flat(0xffffff)])
    #expect(profile.values.first == 0.5 && profile.values.last == 0.5)
    #expect(abs(profile.color.mean.x - 0.5) < 1e-3)
    // Half of all pixels at 0, half at 1: the variance is a quarter, though neither picture varies.
    #expect(abs(profile.color.variances.x - 0.25) < 1e-3)
    #expect(abs(profile.color.covariances.x) < 1e-3)
  }

  @Test func edgesRunAsTheBarsDo() throws {
    let level = try learned([bars(96, 96, upright: false, 0x202020, 0xe0e0e0)])
    let upright = try learned([bars(96, 96, upright: true, 0x202020, 0xe0e0e0)])
    #expect(level.edges.directions[0] > 0.95, "level bars run at 0 degrees")
    #expect(upright.edges.directions[6] > 0.95, "upright ones at 90")
    #expect(level.edges.density > 0.1 && level.edges.leaning > 0.9)
    // Lines that rise to the right.
    let rising = Bitmap(
      width: 96, height: 96,
      pixels: (0..<96 * 96).map { ($0 % 96 + $0 / 96) / 10 % 2 == 0 ? 0xff20_2020 : 0xffe0_e0e0 })
    let directions = try learned([rising]).edges.directions
    #expect(directions[3] == directions.max(), "45 degrees anticlockwise from level")
    let none = try learned([flat(0x808080)])
    #expect(none.edges.density == 0 && none.edges.leaning < 1e-9)
  }

  @Test func detailAndGrainAreFound() throws {
    let calm = flat(0x808080)
    var noisy = calm
    var state: UInt32 = 7
    for i in noisy.pixels.indices {
      state = state &* 1_664_525 &+ 1_013_904_223
      noisy.pixels[i] = 0xff00_0000 | (0x70 + (state >> 27)) * 0x1_0101
    }
    let (a, b) = (try learned([calm]), try learned([noisy]))
    #expect(a.grain == 0 && a.detail.allSatisfy { $0 < 1e-6 })
    // Even noise of 32 steps deviates by 9.2 of 255.
    #expect(abs(b.grain - 0.035) < 0.012)
    #expect(b.detail[0] > 2 * b.detail[3])
  }

  @Test func layoutIsWhatIsNotGround() throws {
    var page = flat(0xf0f0e8)
    for y in 20..<30 { for x in 0..<40 { page.pixels[y * 40 + x] = 0xff20_2020 } }
    let layout = try learned([page]).layout
    #expect(abs(layout.density - 1.0 / 3) < 0.03)
    #expect(layout.thirds[0] < 0.05 && layout.thirds[7] > 0.95)
  }

  @Test func neitherOrderNorThreadsMatter() throws {
    let all = [
      bars(50, 70, upright: true, 0x203050, 0xe0d0c0), flat(0x884422),
      bars(64, 33, upright: false, 0, 0x99bb55),
    ]
    let one = try learned(all)
    var other = try learned([all[2], all[0], all[1]], jobs: 8)
    other.sources = one.sources
    #expect(one == other)
  }

  @Test func whatCannotBeSeenIsRefused() {
    #expect(throws: StyleProfileError.self) { try learned([Bitmap(width: 5, height: 5)]) }
    #expect(throws: StyleProfileError.self) { try learned([Bitmap(width: 0, height: 5)]) }
  }
}

/// The file: what is written is what is read, and what is wrong is said.
@Suite struct StyleProfileFileTests {
  private var text: String {
    get throws {
      var profile = try learned([bars(50, 70, upright: true, 0x203050, 0xe0d0c0), flat(0x884422)])
      profile.sources[0].credit = "K. Holm"
      return JSONText.pretty(profile.json)
    }
  }

  private func read(_ text: String) throws -> StyleProfile {
    try StyleProfile(bytes: Array(text.utf8), file: "my.style.json")
  }

  private func problem(_ text: String) -> String {
    do {
      _ = try read(text)
      return ""
    } catch { return "\(error)" }
  }

  @Test func aFileIsReadAsItWasWritten() throws {
    let profile = try read(text)
    #expect(profile.sources.map(\.credit) == ["K. Holm", nil])
    #expect(try JSONText.pretty(profile.json) == text)
  }

  @Test func anotherVersionIsRefused() throws {
    let newer = try text.replacing("\"maquette\": 1", with: "\"maquette\": 2")
    #expect(problem(newer).contains("my.style.json:2:15: maquette: version 2: a newer version of Maquette"))
    #expect(problem(try text.replacing("\"maquette\": 1", with: "\"maquette\": 0")).contains("unknown"))
    #expect(problem("{ maquette: 1, kind: 'profile' }").contains("is no style profile"))
    #expect(problem("[1]").contains("is no style profile"))
    #expect(problem("{").contains("my.style.json:1:"))
  }

  @Test func everyProblemIsSaid() throws {
    let broken = try text.replacing("\"grain\":", with: "\"grian\":")
      .replacing("\"density\":", with: "\"density\": 7, \"was\":")
    let said = problem(broken)
    #expect(said.contains("grain: must be a number of 0...1"))
    #expect(said.contains("grian: is unknown; did you mean 'grain'?"))
    #expect(said.contains("edges.density: must be a number of 0...1"))
    let uneven = try text.replacing("\"values\": [", with: "\"values\": [0.5, ")
    #expect(problem(uneven).contains("values: must be a list of 16 numbers"))
  }
}
