import CVector
import Color
import Raster

/// Paper, washes and ink in linear light.
struct InkPaints: Sendable {
  private let paper: SIMD3<Float>
  private let ink: SIMD3<Float>
  /// The darker one first.
  private let washes: [SIMD3<Float>]

  init(_ colors: InkColors, washes count: Int) {
    func light(_ color: SRGB) -> SIMD3<Float> {
      let linear = color.linear
      return SIMD3(Float(linear.red), Float(linear.green), Float(linear.blue))
    }
    let (paper, wash) = (light(colors.paper), light(colors.wash))
    (self.paper, ink) = (paper, light(colors.ink))
    washes = (0..<count).map { wash + (paper - wash) * (Float($0) * 0.55) }
  }

  /// One row: light washes first, then darker ones, ink on top. All rows are of padded length.
  func paint(ink plate: InkPlateRows, washes plates: [InkPlateRows], dither: Dither, into row: inout [UInt32])
  {
    var pixels = row.mutableSpan
    for x in stride(from: 0, to: pixels.count, by: 8) {
      var light = (
        Lanes(repeating: paper.x), Lanes(repeating: paper.y), Lanes(repeating: paper.z)
      )
      for index in plates.indices.reversed() {
        Self.lay(washes[index], plates[index].coverage(at: x), over: &light)
      }
      Self.lay(ink, plate.coverage(at: x), over: &light)
      let noise = dither.lanes(at: x)
      pixels.setLanes(
        u32x8_opaque(
          Transfer.codes(Transfer.encoded(linear: light.0), dither: noise.red),
          Transfer.codes(Transfer.encoded(linear: light.1), dither: noise.green),
          Transfer.codes(Transfer.encoded(linear: light.2), dither: noise.blue)), at: x)
    }
  }

  @inline(__always)
  private static func lay(_ paint: SIMD3<Float>, _ cover: Lanes, over light: inout (Lanes, Lanes, Lanes)) {
    light.0 = f32x8_fma(Lanes(repeating: paint.x) - light.0, cover, light.0)
    light.1 = f32x8_fma(Lanes(repeating: paint.y) - light.1, cover, light.1)
    light.2 = f32x8_fma(Lanes(repeating: paint.z) - light.2, cover, light.2)
  }
}
