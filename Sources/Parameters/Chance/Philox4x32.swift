/// Philox4x32 with ten rounds: four random words from a counter and a key, no state in between.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011). Any block can be had
/// at any time on any thread.
public enum Philox4x32 {
  /// The four words that belong to `counter` under `key`.
  @inlinable
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    var words = counter
    var roundKey = key
    for _ in 0..<10 {
      words = round(words, roundKey)
      roundKey &+= SIMD2(0x9E37_79B9, 0xBB67_AE85)
    }
    return words
  }

  @inlinable @inline(__always)
  static func round(_ x: SIMD4<UInt32>, _ key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    let first = UInt64(0xD251_1F53) &* UInt64(x.x)
    let second = UInt64(0xCD9E_8D57) &* UInt64(x.z)
    return SIMD4(
      UInt32(truncatingIfNeeded: second >> 32) ^ x.y ^ key.x, UInt32(truncatingIfNeeded: second),
      UInt32(truncatingIfNeeded: first >> 32) ^ x.w ^ key.y, UInt32(truncatingIfNeeded: first))
  }
}
