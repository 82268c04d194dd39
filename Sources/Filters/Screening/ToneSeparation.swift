import CVector
import Color
import Raster

/// Luminance to the shares of one or two inks, by a table.
struct ToneSeparation: Sendable {
  private let tables: [[Float]]
  private static let steps = 1024

  /// One ink: the mean light of an area is a straight line from paper to ink.
  ///
  /// - Parameters:
  ///   - ink: luminance of the solid.
  ///   - ground: luminance of the picture's ground, which becomes bare paper, while what is as dark as the
  ///     ink becomes solid; nil if its white becomes paper and its black solid.
  init(ink: Double, ground: Double?) {
    tables = [
      Self.table { y in ground.map { ($0 - y) / max($0 - ink, 1e-6) } ?? 1 - y }
    ]
  }

  /// Two inks: the light one carries the form, the deep one comes in as it closes, and both together have the
  /// luminance asked for. `ground` is as for one ink.
  init(deep: InkFilm, light: InkFilm, paper: LinearRGB, ground: Double?) {
    let weights = SIMD3(0.2126, 0.7152, 0.0722) * SIMD3(paper.red, paper.green, paper.blue)
    let (d, l) = (SIMD3<Double>(deep.lights), SIMD3<Double>(light.lights))
    let (bare, full, least) = (weights.sum(), (weights * l).sum(), (weights * l * d).sum())
    func shares(_ y: Double) -> (light: Double, deep: Double) {
      let goal = ground.map { min(max(y * bare / $0, least), bare) } ?? least + (bare - least) * y
      // A soft min(1, x): the light ink never stops at once, so no edge shows in a gradient.
      let x = (bare - goal) / max(bare - full, 1e-6)
      let first = x / (1 + x * x * x * x).squareRoot().squareRoot()
      let under = weights * (1 - first * (1 - l))
      let second = (under.sum() - goal) / max((under * (1 - d)).sum(), 1e-9)
      return (first, second)
    }
    tables = [Self.table { shares($0).deep }, Self.table { shares($0).light }]
  }

  private static func table(_ share: (Double) -> Double) -> [Float] {
    (0...steps).map { Float(min(1, max(0, share(Double($0) / Double(steps))))) }
  }

  /// Shares for a row, one row an ink; all of equal, padded length.
  func separate(_ pixels: [UInt32], into tones: inout [[Float]]) {
    precondition(tones.count == tables.count)
    for index in tones.indices { Self.look(pixels.span, tables[index], into: &tones[index]) }
  }

  private static func look(_ pixels: Span<UInt32>, _ table: [Float], into row: inout [Float]) {
    var row = row.mutableSpan
    precondition(row.count == pixels.count)
    table.withUnsafeBufferPointer { table in
      let base = table.baseAddress!
      for x in stride(from: 0, to: row.count, by: 8) {
        let light = luminance(straightLight(pixels.lanes(at: x)))
        let place = f32x8_clamp(light * Float(steps), 0, Float(steps))
        // Sound: held to steps - 1, so the entry after it is there, too.
        let index = f32x8_to_i32(f32x8_min(place, Lanes(repeating: Float(steps - 1))))
        let lower = f32x8_pick(base, index)
        let upper = f32x8_pick(base + 1, index)
        row.setLanes(f32x8_fma(upper - lower, place - i32x8_to_f32(index), lower), at: x)
      }
    }
  }
}
