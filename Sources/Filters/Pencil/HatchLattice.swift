import CVector
import Elementary
import Raster

/// The places of one layer's strokes: a lattice of cells, turned to the layer's angle, with a stroke in each.
struct HatchLattice: Sendable {
  /// The way strokes run, of length 1.
  let along: SIMD2<Float>
  /// Pixels from one stroke to the next along the way and across it.
  let pitch: SIMD2<Float>
  private let seed: UInt32

  /// - Parameters:
  ///   - angle: in turns, from right to down.
  ///   - length: of a stroke in pixels.
  ///   - spacing: pixels between neighbouring strokes.
  ///   - seed: of the scatter.
  init(angle: Double, length: Float, spacing: Float, seed: UInt32) {
    let (sin, cos) = Exact.sincos(angle * 2 * Double.pi)
    along = SIMD2(Float(cos), Float(sin))
    pitch = SIMD2(length * Self.overlap, spacing)
    self.seed = seed
  }

  /// The distance from one stroke's middle to the next, in lengths: ends overlap, as they taper.
  static let overlap: Float = 0.72

  /// Calls `body` for every stroke whose middle lies in the rectangle, row by row, with its middle and eight
  /// even numbers in -1..<1 of its own.
  func forEach(in area: HatchArea, _ body: (SIMD2<Float>, SIMD8<Float>) -> Void) {
    let across = SIMD2(-along.y, along.x)
    let corners = area.corners
    let heights = corners.map { ($0 * across).sum() / pitch.y }
    for row in Int(heights.min()!.rounded(.down)) - 1...Int(heights.max()!.rounded(.up)) + 1 {
      let key = latticeKey(row: row, seed: seed)
      let shift = stagger(row)
      guard let span = area.span(through: across * (Float(row) * pitch.y), along: along) else { continue }
      let first = Int((span.lowerBound / pitch.x - shift).rounded(.down)) - 1
      let last = Int((span.upperBound / pitch.x - shift).rounded(.up)) + 1
      for column in first...last {
        let numbers = u32x8_signed_unit(u32x8_lattice(UInt32(truncatingIfNeeded: column) &* 8, key))
        let place = SIMD2(
          Float(column) + shift + 0.12 * numbers[0], Float(row) + 0.28 * numbers[1])
        let middle = along * (place.x * pitch.x) + across * (place.y * pitch.y)
        if area.contains(middle) { body(middle, numbers) }
      }
    }
  }

  /// Strokes come in handfuls that start together: rows are shifted by a slow walk and a little each.
  private func stagger(_ row: Int) -> Float {
    func number(_ row: Int, _ salt: UInt32) -> Float {
      u32x8_signed_unit(SIMD8(repeating: latticeKey(row: row, seed: seed ^ salt)))[0]
    }
    let handful = Float(row) / 11
    let whole = handful.rounded(.down)
    let t = handful - whole
    let smooth = t * t * t * (t * (t * 6 - 15) + 10)
    let (a, b) = (number(Int(whole), 0x68616e64), number(Int(whole) + 1, 0x68616e64))
    return 1.5 * (a + (b - a) * smooth) + 0.13 * number(row, 0x726f77)
  }
}

/// A rectangle of pixels.
struct HatchArea {
  let low: SIMD2<Float>
  let high: SIMD2<Float>

  var corners: [SIMD2<Float>] { [low, high, SIMD2(low.x, high.y), SIMD2(high.x, low.y)] }

  func contains(_ p: SIMD2<Float>) -> Bool { p.x >= low.x && p.x < high.x && p.y >= low.y && p.y < high.y }

  /// The part of a line inside, as distances from `start` along its direction of length 1.
  func span(through start: SIMD2<Float>, along: SIMD2<Float>) -> ClosedRange<Float>? {
    var (from, to): (Float, Float) = (-1e9, 1e9)
    for axis in 0..<2 {
      if abs(along[axis]) < 1e-6 {
        guard start[axis] >= low[axis] - 2, start[axis] <= high[axis] + 2 else { return nil }
        continue
      }
      let (a, b) = ((low[axis] - start[axis]) / along[axis], (high[axis] - start[axis]) / along[axis])
      (from, to) = (max(from, min(a, b)), min(to, max(a, b)))
    }
    return from <= to ? from...to : nil
  }
}
