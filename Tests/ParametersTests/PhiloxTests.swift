import Parameters
import Testing

@Suite struct PhiloxTests {
  /// Known answers of the Random123 distribution.
  @Test func knownAnswers() {
    let ones = UInt32.max
    #expect(
      Philox4x32.block(counter: .zero, key: .zero)
        == SIMD4(0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
    #expect(
      Philox4x32.block(counter: SIMD4(repeating: ones), key: SIMD2(repeating: ones))
        == SIMD4(0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
    #expect(
      Philox4x32.block(
        counter: SIMD4(0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
        key: SIMD2(0xa409_3822, 0x299f_31d0))
        == SIMD4(0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }
}

@Suite struct PathHashTests {
  /// Recorded once; a change here would change every saved variant.
  @Test func valuesNeverMove() {
    #expect(hash64(0, "") == 198_581_835_116_043_177)
    #expect(hash64(1, "layers/0/art") == 6_804_687_124_848_432_976)
    #expect(hash64(.max, "größe") == 17_494_509_736_094_511_905)
  }

  @Test func piecesAddUp() {
    var pieces = PathHash(seed: 7)
    pieces.absorb("ab")
    pieces.absorb("")
    pieces.absorb("c")
    #expect(pieces.value == hash64(7, "abc"))
  }

  @Test func nearbyNamesAndSeedsDoNotMeet() {
    var seen = Set<UInt64>()
    for seed in 0..<200 as Range<UInt64> {
      for index in 0..<200 { seen.insert(hash64(seed, "layer/\(index)")) }
    }
    #expect(seen.count == 40_000)
    #expect(hash64(0, "a") != hash64(0, "a\0"))
  }

  @Test func everyInputBitMovesAboutHalfTheOutput() {
    let base = hash64(42, "palette")
    for bit in 0..<64 {
      let flipped = (hash64(42 ^ 1 << UInt64(bit), "palette") ^ base).nonzeroBitCount
      #expect((12...52).contains(flipped))
    }
  }
}
