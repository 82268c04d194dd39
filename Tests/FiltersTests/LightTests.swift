import Color
import Parameters
import Raster
import Testing

@testable import Filters

/// Leaves the light as it is.
private struct Still: LightKernel {
  mutating func apply(to light: inout LightRow, y: Int) {}
}

/// Adds a hundredth to red in even rows.
private struct Stripes: LightKernel {
  mutating func apply(to light: inout LightRow, y: Int) {
    light.update { _, c in LightLanes(y % 2 == 0 ? c.red + Lanes(repeating: 0.01) : c.red, c.green, c.blue) }
  }
}

@Suite struct LightTests {
  @Test(arguments: [0, 1, 7, 8, 9, 31]) func nothingChangesNothing(width: Int) {
    for bitmap in [photo(width, 70), glass(width, 3)] {
      #expect(differences(Picture.shallow(bitmap).mapLight(Still(), jobs: 2).bitmap(), bitmap) == 0)
    }
    let depths = deep(width, 70) { i in
      (UInt64(i * 977 % 65536), UInt64(i * 31 % 65536), UInt64(65535 - i * 13 % 65536))
    }
    #expect(Picture.deep(depths).mapLight(Still(), jobs: 2) == .deep(depths))
  }

  @Test func deepAlphaStays() {
    let pixels: [UInt64] = [0, 1 << 48, 0x8000_4000_2000_1000, 0xffff_ffff_ffff_ffff]
    let depths = DeepBitmap(width: 4, height: 1, pixels: pixels)
    guard case .deep(let result) = Picture.deep(depths).mapLight(Still(), jobs: 1) else { return }
    #expect(result.pixels.map { $0 >> 48 } == pixels.map { $0 >> 48 })
    #expect(result.pixels[2] == pixels[2] && result.pixels[3] == pixels[3])
  }

  @Test func rowsKnowTheirPlace() {
    let result = Picture.shallow(flat(0x404040, 9, 130)).mapLight(Stripes(), jobs: 3).bitmap()
    for y in 0..<130 {
      let isBrighter = (result.pixels[y * 9] >> 16 & 255) > 0x40
      #expect(isBrighter == (y % 2 == 0))
    }
  }

  @Test func labAgreesWithTheScalarForm() {
    for i in 0..<64 {
      let c = LinearRGB(Double(i % 4) / 3, Double(i / 4 % 4) / 3, Double(i / 16) / 3)
      let light = LightLanes(
        Lanes(repeating: Float(c.red)), Lanes(repeating: Float(c.green)), Lanes(repeating: Float(c.blue)))
      let (lab, oracle) = (light.lab, OKLab(c))
      #expect(abs(Double(lab.lightness[3]) - oracle.lightness) < 1e-5)
      #expect(abs(Double(lab.a[0]) - oracle.a) < 1e-5 && abs(Double(lab.b[7]) - oracle.b) < 1e-5)
      let back = LightLanes(lab)
      #expect(abs(Double(back.red[0]) - c.red) < 1e-5 && abs(Double(back.green[1]) - c.green) < 1e-5)
      #expect(abs(Double(back.blue[2]) - c.blue) < 1e-5)
    }
  }

  @Test func gamutKeepsLuminanceAndHue() {
    let wild = LightLanes(Lanes(repeating: 1.4), Lanes(repeating: 0.2), Lanes(repeating: -0.1))
    let tame = wild.inGamut
    #expect(abs(tame.luminance[0] - wild.luminance[0]) < 1e-5)
    #expect(tame.red[0] <= 1.00001 && tame.blue[0] >= -0.00001)
    let before = (wild.red[0] - wild.green[0]) / (wild.green[0] - wild.blue[0])
    let after = (tame.red[0] - tame.green[0]) / (tame.green[0] - tame.blue[0])
    #expect(abs(before - after) < 1e-3)
    let inside = LightLanes(Lanes(repeating: 0.9), Lanes(repeating: 0), Lanes(repeating: 1)).inGamut
    #expect(inside.red[0] == 0.9 && inside.green[0] == 0 && inside.blue[0] == 1)
  }

  @Test func curvesAreSampledFinely() {
    let curve = Curve(to: 2) { $0 * $0 }
    for x in [0.0, 0.3, 0.7501, 1.999, 2] {
      #expect(abs(Double(curve(Lanes(repeating: Float(x)))[5]) - x * x) < 2e-6)
    }
    #expect(curve(Lanes(repeating: 9))[0] == 4 && curve(Lanes(repeating: -1))[0] == 0)
  }

  @Test func sCurvesTurnAroundTheirMiddle() {
    for amount in [-0.8, 0, 0.5, 1] {
      for fixed in [0, 0.56, 1] { #expect(abs(sCurve(fixed, amount: amount, middle: 0.56) - fixed) < 1e-12) }
      let values = (0...50).map { sCurve(Double($0) / 50, amount: amount, middle: 0.56) }
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 })
    }
    #expect(sCurve(0.3, amount: 0.5, middle: 0.56) < 0.3 && sCurve(0.8, amount: 0.5, middle: 0.56) > 0.8)
    #expect(abs(sCurve(0.37, amount: 0, middle: 0.56) - 0.37) < 1e-12)
  }

  @Test func coarseCellsAreMeansOfLight() {
    // Two white pixels, one black and one transparent in a square: two thirds of the light of what is there.
    let bitmap = Bitmap(
      width: 3, height: 2, pixels: [0xffff_ffff, 0xff00_0000, 0xff80_8080, 0xffff_ffff, 0, 0xff80_8080])
    let coarse = CoarseLight(.shallow(bitmap), step: 2, jobs: 2)
    #expect(coarse.width == 2 && coarse.height == 1)
    #expect(abs(coarse.cells[0].x - 2.0 / 3) < 1e-4 && coarse.cells[0].w == 0.75)
    #expect(abs(Double(coarse.cells[1].y) - decodeSRGB(128.0 / 255)) < 1e-4 && coarse.cells[1].w == 1)
  }

  @Test func basesHoldFormsAndEdges() {
    // A step with fine ripples: the ripples go, the step stays.
    let width = 60
    let pixels = (0..<width * 40).map { i -> UInt32 in
      let x = i % width
      let v = (x < 30 ? 0.25 : 0.8) + (x % 2 == 0 ? 0.03 : -0.03)
      return SRGB(v, v, v).packed
    }
    let picture = Picture.shallow(Bitmap(width: width, height: 40, pixels: pixels))
    let base = ToneBase(picture, radius: 0.1, epsilon: 0.01, jobs: 1)
    var rows = ToneBaseRows(base, width: width)
    rows.move(to: 20)
    func value(_ x: Int) -> Float {
      let v = x < 30 ? 0.25 : 0.8
      let ripple = x % 2 == 0 ? 0.03 : -0.03
      let code = SRGB(v + ripple, v + ripple, v + ripple).quantized
      return rows(Lanes(repeating: Float(OKLab(code).lightness)), at: x / 8 * 8)[x % 8]
    }
    #expect(abs(value(8) - value(9)) < 0.012)
    #expect(value(36) - value(22) > 0.35)
  }
}
