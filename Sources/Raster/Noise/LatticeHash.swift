import CVector

/// The key of a lattice row: all that its points need to know of the row and the seed.
public func latticeKey(row: Int, seed: UInt32) -> UInt32 {
  let y = UInt32(truncatingIfNeeded: row) &* 0x85EB_CA6B
  return u32x8_scramble(SIMD8(repeating: y ^ u32x8_scramble(SIMD8(repeating: seed))[0]))[0]
}
