/// Philox4x32 with ten rounds: four random words from a counter and a key, no state in between.
///
/// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011). Any block can be had
/// at any time on any thread.
public enum Philox4x32 {
  /// The four words that belong to `counter` under `key`.
  @inlinable
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    // One word at a time: two products of two words each are no work for vectors.
    var (a, b, c, d) = (counter.x, counter.y, counter.z, counter.w)
    var (first, second) = (key.x, key.y)
    for _ in 0..<10 {
      let p = UInt64(0xD251_1F53) &* UInt64(a)
      let q = UInt64(0xCD9E_8D57) &* UInt64(c)
      (a, b) = (UInt32(truncatingIfNeeded: q >> 32) ^ b ^ first, UInt32(truncatingIfNeeded: q))
      (c, d) = (UInt32(truncatingIfNeeded: p >> 32) ^ d ^ second, UInt32(truncatingIfNeeded: p))
      first &+= 0x9E37_79B9
      second &+= 0xBB67_AE85
    }
    return SIMD4(a, b, c, d)
  }
}
