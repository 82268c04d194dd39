import CVector
import Color
import Composition
import Parameters
import Raster

/// ``PaperPrint`` on rows of light.
struct PaperKernel: LightKernel {
  private let sheet: SIMD3<Float>
  /// What is left of the light where the ink is fullest.
  private let black: Float
  private var relief: Relief?
  private let fibres: Fibres
  private var folds: Folds
  private var hairs: [Float]

  init(_ paper: PaperPrint, width: Int, height: Int, _ context: FilterContext) {
    let (scale, stream) = (context.pixelsPerMillimetre, context.stream.child("paper"))
    let bare = paper.sheet
    sheet = SIMD3(Float(bare.red), Float(bare.green), Float(bare.blue))
    // Ink on uncoated paper reaches a density of about 1.5, which is 3 % of the light.
    black = Float(0.03 * paper.absorption)
    relief =
      paper.tooth > 0
      ? Relief(deviation: 0.02 * paper.tooth, width: width, scale: scale, stream: stream) : nil
    fibres = Fibres(amount: paper.fibres, width: width, height: height, scale: scale, stream: stream)
    folds = Folds(paper.folds, width: width, height: height, scale: scale, stream: stream)
    hairs = [Float](repeating: 0, count: Rows.padded(width))
  }

  mutating func apply(to light: inout LightRow, y: Int) {
    relief?.move(to: y)
    folds.move(to: y)
    for x in hairs.indices { hairs[x] = 0 }
    fibres.add(row: y, to: &hairs)
    let kernel = self
    light.update { x, source in
      let fold = kernel.folds.isEmpty ? (shade: Lanes(), worn: Lanes()) : kernel.folds.lanes(at: x, row: y)
      let relief = kernel.relief?.lanes(at: x) ?? Lanes()
      let tone = kernel.hairs.span.lanes(at: x) + relief
      return LightLanes(
        kernel.printed(source.red, kernel.sheet.x, tone, fold),
        kernel.printed(source.green, kernel.sheet.y, tone, fold),
        kernel.printed(source.blue, kernel.sheet.z, tone, fold))
    }
  }

  /// One channel: ink on the sheet, worn along creases, then the sheet's own light and shade in encoded steps.
  @inline(__always)
  private func printed(
    _ light: Lanes, _ sheet: Float, _ tone: Lanes, _ fold: (shade: Lanes, worn: Lanes)
  ) -> Lanes {
    let one = Lanes(repeating: 1)
    let ink = f32x8_fma(f32x8_clamp(light, 0, 1), Lanes(repeating: 1 - black), Lanes(repeating: black))
    let kept = f32x8_fma(one - ink, fold.worn * Float(0.8), ink) * sheet
    let encoded = Transfer.encoded(linear: kept)
    // What cannot go both ways would shift the tone: relief dies away at black and white.
    let room = f32x8_min(encoded, one - encoded)
    let change = f32x8_max(f32x8_min(tone, room), Lanes() - room)
    return Transfer.linear(f32x8_clamp(encoded + change + fold.shade * f32x8_min(encoded * 3, one), 0, 1))
  }
}
