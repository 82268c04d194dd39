import CVector

/// Moves a picture by a part of a pixel: every result is the mean, weighted by area, of the four pixels that
/// a pixel-sized square at the new place would cover.
public struct RowShift: Sendable, Equatable {
  /// Whole steps: the result at (x, y) starts from the pixel (x + column, y + row).
  public let column: Int
  /// See `column`.
  public let row: Int
  /// The share, 0..<1, of the next column.
  public let right: Float
  /// The share, 0..<1, of the next row.
  public let below: Float

  /// A shift of the content by (x, y) pixels, to the right and down.
  public init(x: Double, y: Double) {
    // The content moves right when samples are taken from the left.
    (column, right) = Self.split(-x)
    (row, below) = Self.split(-y)
  }

  /// Parts below 1/1024 of a pixel are dropped: no eye sees them, and a shift of nothing stays exact.
  private static func split(_ v: Double) -> (Int, Float) {
    let steps = (v * 1024).rounded()
    let whole = (steps / 1024).rounded(.down)
    return (Int(whole), Float(steps / 1024 - whole))
  }

  /// One result row from the two source rows that `row` names.
  ///
  /// - Parameters:
  ///   - upper: the source row `y + row`, with `margin` samples before the first pixel and enough after the last.
  ///   - lower: the one below it, of the same shape.
  ///   - margin: at least `-column`.
  ///   - result: of padded length; `upper` must reach `margin + column + 1` past it.
  public func apply(
    upper: Span<Float>, lower: Span<Float>, margin: Int, into result: inout MutableSpan<Float>
  ) {
    precondition(upper.count == lower.count && result.count & 7 == 0)
    precondition(margin + column >= 0 && margin + column + result.count + 1 <= upper.count)
    let (right, below) = (Lanes(repeating: right), Lanes(repeating: below))
    for x in stride(from: 0, to: result.count, by: 8) {
      let at = x + margin + column
      let (a, b) = (upper.lanes(at: at), upper.lanes(at: at + 1))
      let (c, d) = (lower.lanes(at: at), lower.lanes(at: at + 1))
      let top = f32x8_fma(b - a, right, a)
      let bottom = f32x8_fma(d - c, right, c)
      result.setLanes(f32x8_fma(bottom - top, below, top), at: x)
    }
  }
}
