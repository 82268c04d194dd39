import Raster
import Testing

@testable import Filters

/// `printRow` against plain arithmetic, one pixel at a time, in double precision.
@Suite struct PrintRowTests {
  /// Encoded value of light whose root is `u`, by the polynomial that the kernels use.
  private func encoded(_ u: Double) -> Double {
    if u <= 0.05595355 { return 12.92 * u * u }
    let q = u.squareRoot()
    return -0.0646115 + 1.1226820 * u + 0.1961357 * q - 0.3355019 * u * q + 0.0813301 * u * u
  }

  private func light(_ code: UInt32) -> Double {
    let s = Double(code) / 255
    if s <= 0.04045 { return s / 12.92 }
    let factors = [0.05978335, -0.24118000, 0.61139647, 0.53885610, 0.03015454, 0.00101054]
    return factors.dropFirst().reduce(factors[0]) { $0 * s + $1 }
  }

  /// The three codes before rounding.
  private func twin(_ pixel: UInt32, _ ink: [Double], _ tooth: Double, _ lay: Double) -> [Double] {
    let lights = [16, 8, 0].map { light(pixel >> $0 & 255) }
    let largest = lights.max() ?? 0
    let share = min(largest / 0.12, 1)
    let roots = zip(lights, ink).map { light, ink in
      let key = share == 1 ? largest : light / (1 - share + share * light / max(largest, 1e-9))
      return (key * ink).squareRoot()
    }
    let t = min(max((0.8 - (roots.min() ?? 0)) / 0.45, 0), 1)
    let inked = t * t * (3 - 2 * t)
    return roots.map { u in
      let grain = tooth * min(1 + 0.6 * inked, 32 * min(u, 1 - u))
      let specks = lay * inked * min(1 - u, 6 * u)
      return 255 * encoded(min(max(u + grain + specks, 0), 1))
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31])
  func agreesWithItsTwin(width: Int) {
    let count = Rows.padded(width)
    let source = scene(count, 1).pixels
    let noise = scene(5 * count, 1).pixels.map { Float($0 & 0xffff) / 0xffff }
    let ink = (0..<3).map { plane in (0..<count).map { noise[plane * count + $0] * 0.9 + 0.1 } }
    let tooth = (0..<count).map { noise[3 * count + $0] * 0.04 - 0.02 }
    let lay = (0..<count).map { noise[4 * count + $0] * 0.2 - 0.1 }
    var row = [UInt32](repeating: 0, count: count)
    printRow(source, ink: ink, tooth: tooth, lay: lay, dither: Dither(row: 0, active: false), into: &row)
    for x in row.indices {
      let codes = twin(source[x], ink.map { Double($0[x]) }, Double(tooth[x]), Double(lay[x]))
      for (code, shift) in zip(codes, [16, 8, 0]) {
        #expect(abs(Double(row[x] >> UInt32(shift) & 255) - code) < 0.51)
      }
    }
  }
}

@Suite struct SeparationTests {
  @Test func keyTimesInkIsTheLight() {
    for largest in [0, 1e-5, 0.003, 0.05, 0.119, 0.12, 0.5, 1] as [Float] {
      for share in [0, 0.001, 0.3, 1] as [Float] {
        let parts = Separation(Lanes(repeating: largest * share), largest: Lanes(repeating: largest))
        #expect(abs(parts.key[2] * parts.ink[2] - largest * share) < 4e-6)
        #expect(parts.ink[2] >= -1e-6 && parts.ink[2] <= 1)
      }
    }
    // Bright colours put all colour into the inks, black none.
    #expect(abs(Separation(Lanes(), largest: Lanes(repeating: 0.9)).key[0] - 0.9) < 1e-5)
    #expect(Separation(Lanes(), largest: Lanes()).ink[0] == 1)
  }
}
