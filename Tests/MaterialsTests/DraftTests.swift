import Color
import Testing

@testable import Materials

@Suite struct DraftTests {
  private static let drafts: [(String, Draft)] = [
    ("plain", .plain), ("twill", .twill), ("herringbone", .herringbone(width: 16)),
    ("narrow herringbone", .herringbone(width: 8)),
  ]

  /// treadling x tie-up x threading transposed, as matrices of 0 and 1.
  private func product(_ draft: Draft) -> [[Int]] {
    let shafts = draft.tieUp[0].count
    let lifts = draft.treadling.map { treadle in (0..<shafts).map { draft.tieUp[treadle][$0] ? 1 : 0 } }
    return lifts.map { lift in
      draft.threading.map { shaft in
        (0..<shafts).reduce(0) { $0 + lift[$1] * ($1 == shaft ? 1 : 0) }
      }
    }
  }

  @Test(arguments: drafts.map(\.0)) func drawDownIsTheProduct(name: String) {
    let draft = Self.drafts.first { $0.0 == name }!.1
    for (pick, row) in product(draft).enumerated() {
      for (end, value) in row.enumerated() {
        #expect(draft.isWarpUp(end: end, pick: pick) == (value == 1))
      }
    }
  }

  @Test func floatsAreShort() {
    #expect(Draft.plain.longestFloat == 1)
    #expect(Draft.twill.longestFloat == 2)
    for (_, draft) in Self.drafts { #expect(draft.longestFloat <= 3) }
    for draft in [Linen.draft, Tweed.draft, Houndstooth.draft, Tartan.draft] {
      #expect(draft.longestFloat <= 6)
    }
    let satin = Draft(
      threading: Array(0..<8), tieUp: (0..<8).map { t in (0..<8).map { $0 == t * 3 % 8 } },
      treadling: Array(0..<8))
    #expect(satin.longestFloat == 7)
  }

  /// Every crossing shows the yarn on top in that yarn's own colour.
  @Test func clothShowsTheUpperYarn() {
    let (warp, weft) = Houndstooth.colors(Tone(SRGB(0.1, 0.1, 0.1)), contrast: 1)
    let cloth = Cloth(.twill, warp: warp, weft: weft, ends: 8, picks: 8)
    for pick in 0..<8 {
      for end in 0..<8 {
        let seen = cloth.crossing(end: lanes(Float(end)), pick: lanes(Float(pick)))
        let isUp = Draft.twill.isWarpUp(end: end, pick: pick)
        #expect((seen.up[0] != 0) == isUp)
        #expect(seen.tone.lightness[0] == (isUp ? warp[end] : weft[pick]).lightness)
      }
    }
  }

  /// A tartan's sett mirrors: read from either end it is the same, and warp and weft agree.
  @Test func tartanMirrors() {
    let (warp, weft) = Tartan.colors(Tone(SRGB(0.2, 0.4, 0.3)), contrast: 0.6)
    #expect(warp == weft && warp == Array(warp.reversed()))
    #expect(warp.count % 4 == 0)
    #expect(Set(warp.map(\.lightness)).count == 5)
  }
}
