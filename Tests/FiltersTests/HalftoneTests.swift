import Color
import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct ScreenTests {
  private static let cases: [(DotShape, Double, Double)] = [
    (.round, 4.1, 45), (.round, 4, 0), (.round, 13, 15), (.ellipse, 5.3, 75), (.line, 6, 30),
    (.diamond, 4.1, 15), (.square, 7, 45), (.cross, 5, 75), (.round, 1.3, 15),
  ]

  /// The mean cover of a flat tone, faded out towards the edges.
  private func mean(_ screen: Screen, tone: Float, side: Int) -> Double {
    let tones = [Float](repeating: tone, count: side)
    var (sum, total) = (0.0, 0.0)
    for y in 0..<side {
      var cover = tones
      var row = cover.mutableSpan
      screen.cover(row: y, tones: tones.span, into: &row)
      for x in 0..<side {
        let (s, t) = ((Double(x) + 0.5) / Double(side), (Double(y) + 0.5) / Double(side))
        let weight = s * s * (1 - s) * (1 - s) * t * t * (1 - t) * (1 - t)
        sum += Double(cover[x]) * weight
        total += weight
      }
    }
    return sum / total
  }

  @Test(arguments: cases) func coversWhatIsAsked(shape: DotShape, cell: Double, angle: Double) {
    let screen = Screen(shape.form, cell: cell, degrees: angle, softness: 0.03)
    for step in stride(from: 1, through: 31, by: 6) {
      let tone = Float(step) / 31
      let error = mean(screen, tone: tone, side: 128) - Double(tone)
      #expect(abs(error) < 0.5 / 255, "\(shape) \(cell) \(tone) \(error * 255)")
    }
  }

  @Test func agreesWithPlainArithmetic() {
    // Far from an edge a pixel is all ink or all paper; on it, the share is what 16 x 16 points count.
    let threshold = -0.7
    let inked = (0..<40_000).count { i in
      -(cosine((Double(i % 200) + 0.5) / 200) + cosine((Double(i / 200) + 0.5) / 200)) < threshold
    }
    let screen = Screen(DotShape.round.form, cell: 24, degrees: 15)
    let tones = [Float](repeating: Float(inked) / 40_000, count: 48)
    var worst = 0.0
    for y in 0..<24 {
      var cover = tones
      var row = cover.mutableSpan
      screen.cover(row: y, tones: tones.span, into: &row)
      for x in 0..<48 {
        worst = max(worst, abs(Double(cover[x]) - share(x, y, cell: 24, threshold: threshold)))
      }
    }
    #expect(worst < 0.15, "\(worst)")
  }

  /// The share of a pixel in which -(cos 2πu + cos 2πv) is below a threshold.
  private func share(_ x: Int, _ y: Int, cell: Double, threshold: Double) -> Double {
    let (c, s) = (0.9659258263, 0.2588190451)
    var count = 0
    for i in 0..<16 {
      for j in 0..<16 {
        let (px, py) = (Double(x) + (Double(i) + 0.5) / 16, Double(y) + (Double(j) + 0.5) / 16)
        let (u, v) = ((c * px + s * py) / cell, (c * py - s * px) / cell)
        if -(cosine(u) + cosine(v)) < threshold { count += 1 }
      }
    }
    return Double(count) / 256
  }

  /// cos 2πx by its series.
  private func cosine(_ turns: Double) -> Double {
    let x = (turns - turns.rounded()) * 2 * Double.pi
    var (term, sum) = (1.0, 1.0)
    for k in 1...14 {
      term *= -x * x / Double(2 * k * (2 * k - 1))
      sum += term
    }
    return sum
  }

  @Test func nothingAndAllAreClean() {
    for shape in DotShape.allCases {
      let screen = Screen(shape.form, cell: 5, degrees: 15)
      for tone in [Float(0), 1] {
        let tones = [Float](repeating: tone, count: 64)
        var cover = [Float](repeating: 0.5, count: 64)
        var row = cover.mutableSpan
        screen.cover(row: 3, tones: tones.span, into: &row)
        #expect(cover.allSatisfy { $0 == tone })
      }
    }
  }

  @Test func gainDarkensHalfTonesOnly() {
    let plain = Screen(DotShape.round.form, cell: 5, degrees: 45)
    let grown = Screen(DotShape.round.form, cell: 5, degrees: 45, gain: 0.1)
    #expect(abs(mean(grown, tone: 0.5, side: 64) - mean(plain, tone: 0.5, side: 64) - 0.1) < 0.004)
  }
}

@Suite struct HalftoneTests {
  private let paper = PrintStock.white.paper([]).color

  @Test func declaresItself() {
    #expect(Halftone.declarations.allSatisfy { $0.domain.contains($0.defaultValue) })
  }

  @Test func blackDotsHoldTheTone() {
    let (bare, ink) = (paper.lights, SRGB(hex: "#2b2a2e")!.lights)
    for code in greys {
      let result = run(made(Halftone.self, ["inks": .choice("mono")]), grey(code, side: 64))
      let light = decodeSRGB(Double(code) / 255)
      let miss = meanLight(result) - (ink + (bare - ink) * light)
      #expect(max(miss.max(), -miss.min()) < 0.5 / 255, "\(code) \(miss * 255)")
    }
  }

  @Test func processInksHoldGrey() {
    let bare = paper.lights
    for code in greys {
      let result = run(Halftone(), grey(code, side: 96), scale: 5)
      let light = decodeSRGB(Double(code) / 255)
      let darkest = Double(ProcessSeparation.darkest)
      let miss = meanLight(result) - bare * (darkest + (1 - darkest) * light)
      #expect(max(miss.max(), -miss.min()) < 0.5 / 255, "\(code) \(miss * 255)")
    }
  }

  @Test func paletteGroundStaysBare() {
    let colors = ["#f3ebdc", "#16305c", "#e8503f"].map { SRGB(hex: $0)! }
    for inks in ["mono", "duo", "process"] {
      let flat = Bitmap(width: 40, height: 24, fill: colors[0].packed)
      let result = run(made(Halftone.self, ["inks": .choice(inks)]), flat, colors: colors)
      #expect(differences(result, flat) == 0, "\(inks)")
    }
  }

  @Test func monoInkIsThePalettesInk() {
    let colors = ["#f3ebdc", "#16305c"].map { SRGB(hex: $0)! }
    let result = run(made(Halftone.self, ["inks": .choice("mono")]), grey(0, side: 16), colors: colors)
    #expect(result.pixels.allSatisfy { $0 == colors[1].packed })
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31])
  func narrowPicturesAreCutFromTheSameCloth(width: Int) {
    let wide = run(Halftone(), Bitmap(width: 64, height: 3, fill: 0xff80_6040))
    let narrow = run(Halftone(), Bitmap(width: width, height: 3, fill: 0xff80_6040))
    for y in 0..<3 {
      #expect(narrow.pixels[y * width..<(y + 1) * width].elementsEqual(wide.pixels[y * 64..<y * 64 + width]))
    }
  }

  @Test func jobsDoNotReachPixels() {
    let one = run(Halftone(), scene(45, 150))
    #expect(differences(one, scene(45, 150)) > 1000)
    for jobs in [2, 8] { #expect(differences(run(Halftone(), scene(45, 150), jobs: jobs), one) == 0) }
  }

  @Test func transparencyStays() {
    let clear = Bitmap(width: 9, height: 9)
    #expect(differences(run(Halftone(), clear), clear) == 0)
    let half = run(Halftone(), Bitmap(width: 20, height: 9, fill: 0x8040_2010))
    #expect(half.pixels.allSatisfy { $0 >> 24 == 0x80 && $0 >> 16 & 255 <= 0x80 && $0 & 255 <= 0x80 })
  }
}
