import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct EngravingTests {
  private let paper = PrintStock.white.paper([]).color
  private let exact: [String: ParameterValue] = ["openness": .number(0), "clarity": .number(0)]

  @Test func declaresItself() {
    #expect(Engraving.declarations.allSatisfy { $0.domain.contains($0.defaultValue) })
  }

  /// Both sets lie on each other by chance, so a small patch is off by a little more than a screen's half
  /// code.
  @Test func linesHoldTheTone() {
    let (bare, ink) = (paper.lights, SRGB(hex: "#2b2a2e")!.lights)
    for code in stride(from: 0, through: 255, by: 17) {
      let result = run(made(Engraving.self, exact), grey(code, side: 80), scale: 5)
      let light = decodeSRGB(Double(code) / 255)
      let miss = meanLight(result) - (ink + (bare - ink) * light)
      #expect(max(miss.max(), -miss.min()) < 2.0 / 255, "\(code) \(miss * 255)")
    }
  }

  @Test func withoutFormsLinesAreStraightAndEven() {
    let field = StripeField(size: (64, 64), spacing: 8, degrees: 0, rounds: 20, jobs: 1) { _, _ in [1, 0] }
    for y in 0..<64 {
      var row = [Float](repeating: 0, count: 64)
      var span = row.mutableSpan
      field.cosines(row: y, into: &span)
      // cos(2π (y + 1/2) / 8), by its values at odd sixteenths of a turn.
      let c: [Double] = [0.92387953, 0.38268343, -0.38268343, -0.92387953]
      let k = y % 8
      let expected = k < 4 ? c[k] : c[7 - k]
      for x in 0..<64 { #expect(abs(Double(row[x]) - expected) < 1e-3) }
    }
  }

  @Test func linesFollowAFieldOfCircles() {
    // Along circles the phase grows with the radius: neighbours on a radius are one line apart everywhere.
    let field = StripeField(size: (96, 96), spacing: 6, degrees: 0, rounds: 60, jobs: 1) { x, y in
      let (dx, dy) = (x - 48, y + 60)
      let length = (dx * dx + dy * dy).squareRoot()
      return [-dy / length, dx / length]
    }
    var crossings = 0
    var last: Float = 0
    for y in 0..<96 {
      var row = [Float](repeating: 0, count: 96)
      var span = row.mutableSpan
      field.cosines(row: y, into: &span)
      if y > 0, (row[48] < 0) != (last < 0) { crossings += 1 }
      last = row[48]
    }
    #expect((30...34).contains(crossings), "\(crossings)")
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31]) func jobsDoNotReachPixels(width: Int) {
    let one = run(Engraving(), scene(width, 140))
    for jobs in [2, 8] { #expect(differences(run(Engraving(), scene(width, 140), jobs: jobs), one) == 0) }
  }

  @Test func paletteGroundStaysBare() {
    let colors = ["#f3ebdc", "#16305c"].map { SRGB(hex: $0)! }
    let flat = Bitmap(width: 30, height: 30, fill: colors[0].packed)
    let result = run(made(Engraving.self, exact), flat, colors: colors)
    #expect(differences(result, flat) == 0)
  }

  @Test func transparencyStays() {
    let clear = Bitmap(width: 9, height: 9)
    #expect(differences(run(Engraving(), clear), clear) == 0)
    let half = run(Engraving(), Bitmap(width: 20, height: 9, fill: 0x8040_2010))
    #expect(half.pixels.allSatisfy { $0 >> 24 == 0x80 && $0 >> 16 & 255 <= 0x80 && $0 & 255 <= 0x80 })
  }
}
