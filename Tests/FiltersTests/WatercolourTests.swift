import Composition
import Parameters
import Raster
import Testing

@testable import Filters

private func watercolour(_ values: [String: Double] = [:]) -> Watercolour {
  Watercolour.make { values[$0].map { .number($0) } }
}

private func painted(
  _ filter: Watercolour, _ bitmap: Bitmap, scale: Double = 3, jobs: Int = 1
) -> Bitmap {
  filter.apply(
    to: .shallow(bitmap), FilterContext(pixelsPerMillimetre: scale, stream: stream, jobs: jobs)
  ).bitmap()
}

/// Two flat halves.
private func halves(_ side: Int, _ left: UInt32, _ right: UInt32) -> Bitmap {
  Bitmap(
    width: side, height: side,
    pixels: (0..<side * side).map { 0xff00_0000 | ($0 % side < side / 2 ? left : right) })
}

private let still = ["border": 0, "granulation": 0, "turbulence": 0, "pencil": 0, "wobble": 0.02]

@Suite struct WatercolourTests {
  @Test func declaresItself() {
    #expect(Watercolour.name == "watercolour" && Watercolour.reach == .artwork)
    #expect(Watercolour.declarations.allSatisfy { $0.domain.contains($0.defaultValue) })
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31])
  func anyWidthIsPaintedWhole(width: Int) {
    for height in [0, 1, 13] {
      let result = painted(watercolour(), scene(width, height))
      #expect(result.width == width && result.height == height && result.isOpaque)
      let clear = painted(watercolour(["pencil": 0]), Bitmap(width: width, height: height))
      #expect(clear.pixels.allSatisfy { $0 >> 24 == 255 && $0 & 255 > 225 })
    }
  }

  @Test func jobsDoNotReachPixels() {
    let source = scene(45, 140)
    let one = painted(watercolour(["border": 2]), source)
    for jobs in [2, 8] {
      #expect(differences(painted(watercolour(["border": 2]), source, jobs: jobs), one) == 0)
    }
    let other = watercolour(["border": 2]).apply(
      to: .shallow(source),
      FilterContext(pixelsPerMillimetre: 3, stream: SeedStream(seed: 5, path: "finish"))
    ).bitmap()
    #expect(differences(one, other) > 1000)
  }

  @Test func rowsDoNotDependOnTheRowsBefore() {
    // A band may start anywhere: paper and noise must be the same.
    let source = scene(20, 70)
    let context = FilterContext(pixelsPerMillimetre: 3, stream: stream)
    let washes = Washes(
      Motif(.shallow(source), context, finest: 7), Watercolour(), scale: 3, stream: stream, jobs: 1)
    let sheet = PaintedSheet(Watercolour(), washes, width: 20, height: 70, context)
    func row(_ y: Int, from first: Int) -> [UInt32] {
      var pixels = [UInt32](repeating: 0, count: 20)
      var rows = SheetRows(sheet)
      var span = pixels.mutableSpan
      for y in first...y { rows.paint(row: y, into: &span, at: 0) }
      return pixels
    }
    #expect(row(66, from: 0) == row(66, from: 64) && row(66, from: 66) == row(66, from: 0))
  }

  @Test func paperStaysWhiteAndUnpaintedAroundTheBorder() {
    let white = painted(watercolour(), Bitmap(width: 40, height: 40, fill: ~0))
    #expect(channel(white, 8).min()! > 235)
    let blue = painted(watercolour(["border": 4]), Bitmap(width: 60, height: 60, fill: 0xff20_40a0))
    let rows = [0, 1, 58, 59].flatMap { y in (0..<60).map { blue.pixels[y * 60 + $0] } }
    #expect(rows.allSatisfy { $0 >> 16 & 255 > 225 })
    #expect(blue.pixels[30 * 60 + 30] >> 16 & 255 < 110)
  }

  @Test func washesAreDarkestAtTheirRims() {
    let result = painted(watercolour(still.merging(["edges": 1]) { $1 }), halves(48, 0x4060c0, 0xf8f8f4))
    let row = (0..<48).map { x in
      mean((10..<38).map { y in Double(result.pixels[y * 48 + x] >> 16 & 255) })
    }
    let (inside, rim) = (mean(Array(row[4..<14])), row[20..<24].min()!)
    #expect(rim < inside - 12, "\(rim) \(inside)")
    let plain = painted(watercolour(still.merging(["edges": 0]) { $1 }), halves(48, 0x4060c0, 0xf8f8f4))
    let flat = (16..<22).map { x in Double(plain.pixels[24 * 48 + x] >> 16 & 255) }
    #expect(flat.max()! - flat.min()! < 8)
  }

  @Test func pigmentSettlesInValleys() {
    let source = Bitmap(width: 64, height: 64, fill: 0xff60_90c0)
    let grainy = painted(watercolour(still.merging(["granulation": 1]) { $1 }), source, scale: 8)
    let smooth = painted(watercolour(still), source, scale: 8)
    #expect(deviation(channel(grainy, 16)) > 3 * deviation(channel(smooth, 16)))
    #expect(abs(mean(channel(grainy, 16)) - mean(channel(smooth, 16))) < 4)
  }

  @Test func pencilFollowsDarkLines() {
    var source = Bitmap(width: 48, height: 48, fill: 0xfff0_f0f0)
    for y in 0..<48 { for x in 23..<25 { source.pixels[y * 48 + x] = 0xff90_9090 } }
    func line(_ pencil: Double) -> Double {
      let result = painted(watercolour(still.merging(["pencil": pencil]) { $1 }), source)
      return mean((0..<48).map { y in Double((22..<26).map { result.pixels[y * 48 + $0] & 255 }.min()!) })
    }
    #expect(line(1) < line(0) - 15)
  }

  @Test func smallPicturesPreviewLargeOnes() {
    let small = painted(watercolour(), halves(32, 0x3060c0, 0xe0a040), scale: 2)
    let large = painted(watercolour(), halves(96, 0x3060c0, 0xe0a040), scale: 6)
    let reduced = (0..<32 * 32).map { i in
      (0..<9).reduce(0.0) { sum, k in
        sum + Double(large.pixels[(i / 32 * 3 + k / 3) * 96 + i % 32 * 3 + k % 3] & 255) / 9
      }
    }
    let errors = zip(reduced, channel(small, 0)).map { abs($0 - $1) }
    #expect(mean(errors) < 14, "\(mean(errors))")
  }
}

@Suite struct SheetLightTests {
  /// One pixel of the kernel, before dither and rounding.
  private func twin(
    _ settings: Watercolour, scale: Float, color: SIMD3<Float>, rim: Float, graphite: Float, paper: Float,
    above: Float, flow: Float, warmth: Float, backrun: Float, inside: Float
  ) -> SIMD3<Float> {
    func unit(_ v: Float) -> Float { min(1, max(0, v)) }
    let (edges, turbulence) = (Float(settings.edges), Float(settings.turbulence))
    let dry = min(1, max(-1, inside * 1.4))
    let cover = unit((paper * 0.12 + dry) * 6 + 0.4)
    let near = unit(1 - abs(inside - 0.25) * 1.6)
    let found = min(1.8, max(0.15, flow * 0.45 + 0.9))
    let dark = min(0.16, max(0, rim)) * found * 9
    let light = min(0, max(-0.12, rim)) * 3
    let wet = unit((backrun - 1.15) * 5)
    let density =
      (dark + light + near * near * 0.8) * edges + flow * 0.24 * turbulence
      - paper * 0.3 * Float(settings.granulation)
      + (wet * (1 - wet) * 2.2 - wet * 0.4) * turbulence
    let warm = warmth * 0.13 * turbulence
    let tints = SIMD3(-warm, -warm * 0.15, warm)
    let shade = 1 + (paper - above) * 0.0035 * min(8, scale)
    let lead = 1 - graphite * unit(paper * 0.35 + 0.7) * cover * 0.75 * Float(settings.pencil)
    var result = SIMD3<Float>()
    for (i, white) in ([0.992, 0.98, 0.955] as [Float]).enumerated() {
      let pigment = unit(color[i] * (1 - (1 - color[i]) * (density + tints[i])))
      result[i] = unit((1 + (pigment - 1) * cover) * shade * lead * white)
    }
    return result
  }

  @Test(arguments: [8, 16, 32]) func lanesLightWhatOnePixelLights(count: Int) {
    let settings = watercolour(["pencil": 0.8, "edges": 0.7, "granulation": 0.9, "turbulence": 0.6])
    func row(_ k: Int, _ low: Float, _ high: Float) -> [Float] {
      (0..<count).map { low + (high - low) * Float(($0 * 37 + k * 61 + $0 * $0 * 11) % 101) / 100 }
    }
    var wash = WashRow(count: count)
    (wash.red, wash.green, wash.blue) = (row(0, 0, 1), row(1, 0, 1), row(2, 0, 1))
    (wash.rim, wash.graphite) = (row(3, -0.2, 0.2), row(4, 0, 1))
    let fields = SheetFields(
      paper: row(5, -2, 2), above: row(6, -2, 2), flow: row(7, -2, 2), warmth: row(8, -2, 2),
      backrun: row(9, 0, 2), cover: row(10, -1, 2))
    var pixels = [UInt32](repeating: 0, count: count)
    SheetLight(settings, scale: 5).paint(
      wash, fields, dither: Dither(row: 0, active: false), into: &pixels)
    for x in 0..<count {
      let twin = twin(
        settings, scale: 5, color: [wash.red[x], wash.green[x], wash.blue[x]], rim: wash.rim[x],
        graphite: wash.graphite[x], paper: fields.paper[x], above: fields.above[x], flow: fields.flow[x],
        warmth: fields.warmth[x], backrun: fields.backrun[x], inside: fields.cover[x])
      for (channel, shift) in [16, 8, 0].enumerated() {
        let code = Float(pixels[x] >> UInt32(shift) & 255)
        #expect(abs(code - twin[channel] * 255) < 0.6, "\(x) \(channel)")
      }
    }
  }
}
