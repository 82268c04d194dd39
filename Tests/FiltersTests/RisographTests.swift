import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct RisographTests {
  private let colors = ["#f3ebdc", "#16305c", "#e8503f"].map { SRGB(hex: $0)! }
  private let still: [String: ParameterValue] = ["misregistration": .number(0), "grain": .number(0)]

  private func context(_ colors: [SRGB] = []) -> FilterContext {
    FilterContext(pixelsPerMillimetre: 3.4, stream: stream, colors: colors)
  }

  @Test func paperAndSolidsAreThePalettes() {
    let riso = made(Risograph.self, still)
    for color in colors {
      let flat = Bitmap(width: 40, height: 40, fill: color.packed)
      let light = meanLight(run(riso, flat, colors: colors)) - color.lights
      #expect(max(light.max(), -light.min()) < 0.03, "\(color.hex) \(light)")
    }
    let bare = run(riso, Bitmap(width: 9, height: 9, fill: colors[0].packed), colors: colors)
    #expect(bare.pixels.allSatisfy { $0 == colors[0].packed })
  }

  @Test func inksOverprintByMultiplication() {
    // All inks at once give the product of their reflectances.
    let black = run(made(Risograph.self, still), grey(0, side: 24))
    let product = ["#1f74b8", "#f4589f"].reduce(PrintStock.white.paper([]).color.lights) {
      $0 * SRGB(hex: $1)!.lights
    }
    let miss = meanLight(black) - product
    #expect(max(miss.max(), -miss.min()) < 0.01, "\(miss)")
  }

  @Test func sharesMeetWhatTheInksCanMix() {
    // A colour mixed from known shares is separated into the like of it: lightness within 0.02.
    let films = colors.dropFirst().map { InkFilm($0, on: colors[0]).transparent }
    let separation = SpotSeparation(
      films, paper: colors[0].linear, ground: colors[0].linear, absolute: true, jobs: 1)
    for (a, b) in [(0.3, 0.0), (0.0, 0.6), (0.4, 0.5), (0.9, 0.2)] {
      let first = 1 - a * (1 - SIMD3<Double>(films[0].lights))
      let light = colors[0].lights * first * (1 - b * (1 - SIMD3<Double>(films[1].lights)))
      let goal = SRGB(LinearRGB(light.x, light.y, light.z))
      let pixels = [UInt32](repeating: goal.packed, count: 8)
      var plates = pixels
      var row = plates.mutableSpan
      separation.separate(pixels.span, into: &row)
      let found = SIMD2(Double(plates[0] & 255), Double(plates[0] >> 8 & 255)) / 255
      #expect(abs(found.x - a) < 0.06 && abs(found.y - b) < 0.08, "\(a) \(b) \(found)")
    }
  }

  @Test func platesAreReachable() {
    let picture = scene(33, 70)
    let riso = made(Risograph.self, ["drums": .integer(3)])
    let plates = riso.plates(of: .shallow(picture), context())
    #expect(plates.count == 3 && plates.allSatisfy { $0.coverage.width == 33 && $0.coverage.height == 70 })
    let second = run(made(Risograph.self, ["drums": .integer(3), "plate": .choice("second")]), picture)
    for (index, share) in plates[1].coverage.row(5).enumerated() {
      let grey = Double(second.pixels[5 * 33 + index] & 255) / 255
      #expect(abs(1 - grey - Double(share)) < 0.003)
    }
    let fourth = run(made(Risograph.self, ["drums": .integer(3), "plate": .choice("fourth")]), picture)
    #expect(fourth.pixels.allSatisfy { $0 == 0xffff_ffff })
  }

  @Test func platesGoApartByMillimetres() {
    // A dark square: what is printed outside of it is a plate that is off.
    var square = Bitmap(width: 60, height: 60, fill: 0xffff_ffff)
    for y in 20..<40 { for x in 20..<40 { square.pixels[y * 60 + x] = 0xff00_0000 } }
    func outside(_ reach: Double) -> Int {
      let filter = made(Risograph.self, ["misregistration": .number(reach), "grain": .number(0)])
      let result = run(filter, square, scale: 10)
      let paper = result.pixels[0]
      return (0..<3600).count { i in
        let inside = (20..<40).contains(i % 60) && (20..<40).contains(i / 60)
        return !inside && result.pixels[i] != paper
      }
    }
    #expect(outside(0) == 0)
    #expect(outside(0.4) > 30 && outside(0.4) < 300)
  }

  @Test func wanderingDotsHoldTheTone() {
    let plain = made(Risograph.self, still)
    let grain = made(Risograph.self, still.merging(["pattern": .choice("grain")]) { $1 })
    for code in [60, 128, 200] {
      let miss = meanLight(run(grain, grey(code, side: 96))) - meanLight(run(plain, grey(code, side: 96)))
      #expect(max(miss.max(), -miss.min()) < 0.02, "\(code) \(miss)")
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31]) func jobsDoNotReachPixels(width: Int) {
    for pattern in ["grain", "lines"] {
      let filter = made(Risograph.self, ["pattern": .choice(pattern)])
      let one = run(filter, scene(width, 140))
      for jobs in [2, 8] { #expect(differences(run(filter, scene(width, 140), jobs: jobs), one) == 0) }
    }
  }

  @Test func transparencyStays() {
    let clear = Bitmap(width: 9, height: 9)
    #expect(differences(run(Risograph(), clear), clear) == 0)
    let half = run(Risograph(), Bitmap(width: 20, height: 9, fill: 0x8040_2010))
    #expect(half.pixels.allSatisfy { $0 >> 24 == 0x80 && $0 >> 16 & 255 <= 0x80 && $0 & 255 <= 0x80 })
  }
}
