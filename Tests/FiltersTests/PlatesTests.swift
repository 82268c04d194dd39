import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct PlatesTests {
  /// A 3 x 3 dot in the middle of paper.
  private func dot(_ color: UInt32) -> Bitmap {
    var dot = Bitmap(width: 41, height: 41, fill: 0xffff_ffff)
    for y in 19...21 { for x in 19...21 { dot.pixels[y * 41 + x] = color } }
    return dot
  }

  /// How far the ink of a channel has gone from the middle.
  private func drift(_ bitmap: Bitmap, _ shift: Int) -> SIMD2<Double> {
    let ink = channel(bitmap, shift).map { 255 - $0 }
    let sum = ink.indices.reduce(SIMD2<Double>()) { $0 + SIMD2(Double($1 % 41), Double($1 / 41)) * ink[$1] }
    return sum / ink.reduce(0, +) - SIMD2(20, 20)
  }

  @Test func platesGoApartByMillimetres() {
    // Cyan, magenta and yellow dots show one plate each: at 10 px/mm, 0.5 mm are at most 5 pixels.
    let plates = press(off: 0.5).plates(scale: 10, stream: stream)
    let dots = [(0xff00_ffff, 16), (0xffff_00ff, 8), (0xffff_ff00, 0)] as [(UInt32, Int)]
    let drifts = dots.map { drift(printed(press(off: 0.5), dot($0), scale: 10), $1) }
    for (drift, plate) in zip(drifts, plates) {
      let across = -Double(plate.column) - Double(plate.right)
      let miss = drift - SIMD2(across, -Double(plate.row) - Double(plate.below))
      #expect((miss * miss).sum().squareRoot() < 0.6)
      #expect((drift * drift).sum().squareRoot() < 5.2)
    }
    let apart = drifts[0] - drifts[2]
    #expect((apart * apart).sum().squareRoot() > 2)
  }

  @Test func blackTypeStaysWhereItIs() {
    let type = dot(0xff00_0000)
    let result = printed(press(off: 0.5), type, scale: 10)
    #expect(differences(result, type) == 0)
    let navy = printed(press(off: 0.5), dot(0xff0b_1d3a), scale: 10)
    for y in 19...21 {
      for x in 19...21 { #expect(navy.pixels[y * 41 + x] >> 8 & 255 < 80) }
    }
    #expect(navy != dot(0xff0b_1d3a))
  }

  @Test func smallTilesStayLegible() {
    #expect(Press.reach(0.5, scale: 1.11) < 0.35)
    #expect(Press.reach(0.1, scale: 1.11) == 0.1 * 1.11)
    #expect(Press.reach(0.5, scale: 11.8) == 0.5 * 11.8)
  }

  @Test func edgesRepeatTheOutermostPixels() {
    let flat = Bitmap(width: 19, height: 19, fill: 0xff40_80c0)
    #expect(differences(printed(press(off: 0.5), flat, scale: 11.8), flat) == 0)
  }
}
