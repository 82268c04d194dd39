import CVector

/// Dither for rounding to codes: blue noise in ±0.45 of a code, fixed by the position and the colour.
///
/// Blue noise keeps its grain at the finest scale, where no eye sees it; white noise of the same width shows as sand.
/// At that width the mean of many rounded pixels is within 0.05 of the value before rounding, and a value
/// that was a whole code (give or take the transfer polynomials) stays as it is: flat colour stays flat. A
/// triangular dither, or a full ±0.5, would speckle it.
public struct Dither: Sendable {
  @usableFromInline let rows: (red: BlueNoiseRow, green: BlueNoiseRow, blue: BlueNoiseRow)
  @usableFromInline let column: Int
  @usableFromInline let size: Float

  /// Dither for the pixels of row `row` from `column` on; none if not `active`.
  public init(row: Int, column: Int = 0, seed: UInt32 = 0, active: Bool = true) {
    let key = Int(latticeKey(row: 0, seed: seed ^ 0x6469_7468))
    // Far from each other, so that no two channels jump at the same pixels.
    let y = row &+ key
    rows = (BlueNoiseRow(y), BlueNoiseRow(y &+ 21), BlueNoiseRow(y &+ 43))
    self.column = column &+ key >> 8
    size = active ? 0.9 : 0
  }

  /// For eight pixels from `offset` on: red, green and blue, in codes.
  @inlinable @inline(__always)
  public func lanes(at offset: Int) -> (red: Lanes, green: Lanes, blue: Lanes) {
    let (place, scale) = (column &+ offset, Lanes(repeating: size))
    return (
      rows.red.lanes(at: place) * scale, rows.green.lanes(at: place &+ 37) * scale,
      rows.blue.lanes(at: place &+ 11) * scale
    )
  }
}

/// A row of the blue noise, around zero, repeated without end.
@usableFromInline struct BlueNoiseRow: Sendable {
  @usableFromInline static let side = 64
  @usableFromInline nonisolated(unsafe) let start: UnsafePointer<Float>

  /// Row `y`, counted modulo the side.
  @usableFromInline init(_ y: Int) {
    start = Self.table + (y & (Self.side - 1)) * (Self.side + 8)
  }

  /// Eight values from column `x` on, above -0.5 and below 0.5.
  @inlinable @inline(__always)
  func lanes(at x: Int) -> Lanes {
    // Sound: the column is below 64, and each row holds 72 values.
    UnsafeRawPointer(start).loadUnaligned(fromByteOffset: (x & (Self.side &- 1)) &* 4, as: Lanes.self)
  }

  /// All rows, each with its first eight values again at its end. Never freed: every picture needs it.
  private nonisolated(unsafe) static let table: UnsafePointer<Float> = {
    precondition(side == BlueNoise.side)
    let thresholds = BlueNoise.shared.thresholds
    let table = UnsafeMutablePointer<Float>.allocate(capacity: side * (side + 8))
    for y in 0..<side {
      for x in 0..<side + 8 {
        (table + y * (side + 8) + x).initialize(to: thresholds[y * side + x % side] - 0.5)
      }
    }
    return UnsafePointer(table)
  }()
}
