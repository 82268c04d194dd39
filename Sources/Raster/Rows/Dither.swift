import CVector

/// Dither for rounding to codes: even in ±0.45 of a code, fixed by the position and the colour.
///
/// At that width the mean of many rounded pixels is within 0.05 of the value before rounding, and a value
/// that was a whole code (give or take the transfer polynomials) stays as it is: flat colour stays flat. A
/// triangular dither, or a full ±0.5, would speckle it.
public struct Dither: Sendable {
  @usableFromInline let key: UInt32
  @usableFromInline let column: UInt32
  @usableFromInline let size: Float

  /// Dither for the pixels of row `row` from `column` on; none if not `active`.
  public init(row: Int, column: Int = 0, seed: UInt32 = 0, active: Bool = true) {
    key = latticeKey(row: row, seed: seed ^ 0x6469_7468)
    self.column = UInt32(truncatingIfNeeded: column)
    size = active ? 0.9 / 255 : 0
  }

  /// For eight pixels from `offset` on: red, green and blue, in codes.
  @inlinable @inline(__always)
  public func lanes(at offset: Int) -> (red: Lanes, green: Lanes, blue: Lanes) {
    let bits = u32x8_lattice(column &+ UInt32(truncatingIfNeeded: offset), key)
    let (middle, scale) = (Lanes(repeating: 127.5), Lanes(repeating: size))
    return (
      (u32x8_byte(bits, 0) - middle) * scale, (u32x8_byte(bits, 8) - middle) * scale,
      (u32x8_byte(bits, 16) - middle) * scale
    )
  }
}
