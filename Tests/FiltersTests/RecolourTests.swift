import Color
import Raster
import Testing

@testable import Filters

private let warm = ["#2a1408", "#a9461a", "#e3b88f"].map { SRGB(hex: $0)! }
private let cool = ["#0d2b33", "#1f6f78", "#c5d8e8"].map { SRGB(hex: $0)! }

/// Colours around a middle, of a spread that stays in the gamut.
private func cloud(_ middle: SIMD3<Int>, _ spread: SIMD3<Int>, count: Int = 400) -> Bitmap {
  let pixels = (0..<count).map { i -> UInt32 in
    let bits = UInt32(truncatingIfNeeded: i + 1) &* 0x9E37_79B1
    func code(_ channel: Int) -> UInt32 {
      let part = Int(bits >> UInt32(5 + 8 * channel) & 255) - 128
      let shared = Int(bits >> 3 & 255) - 128
      return UInt32(max(0, min(255, middle[channel] + (part + shared) * spread[channel] / 256)))
    }
    return 0xff00_0000 | code(0) << 16 | code(1) << 8 | code(2)
  }
  return Bitmap(width: 20, height: count / 20, pixels: pixels)
}

private func vector(_ pixel: UInt32) -> SIMD3<Double> {
  lab(encoded: SIMD3(Double(pixel >> 16 & 255), Double(pixel >> 8 & 255), Double(pixel & 255)) / 255)
}

/// Mean and covariance (rows) summed plainly.
private func statistics(_ labs: [SIMD3<Double>]) -> (mean: SIMD3<Double>, covariance: [SIMD3<Double>]) {
  let mean = labs.reduce(SIMD3()) { $0 + $1 } / Double(labs.count)
  let rows = (0..<3).map { i in
    labs.reduce(SIMD3<Double>()) { $0 + ($1 - mean) * ($1 - mean)[i] } / Double(labs.count)
  }
  return (mean, rows)
}

private func largest(_ v: SIMD3<Double>) -> Double { max(abs(v.x), abs(v.y), abs(v.z)) }

@Suite struct RecolourLinearTests {
  private let source = cloud(SIMD3(150, 100, 70), SIMD3(60, 40, 50))
  private let target = cloud(SIMD3(90, 120, 150), SIMD3(50, 70, 40))

  @Test func statisticsAgreeWithPlainSums() throws {
    let found = try ColorStatistics(source)
    let plain = statistics(source.pixels.map(vector))
    #expect(largest(found.mean - plain.mean) < 3e-5)
    for i in 0..<3 { #expect(largest(found.covariance.columns[i] - plain.covariance[i]) < 1e-5) }
    for jobs in [2, 8] { #expect(try ColorStatistics(source, jobs: jobs) == found) }
    #expect(throws: RecolouringError.nothingVisible) { try ColorStatistics(Bitmap(width: 3, height: 3)) }
  }

  @Test func meanAndCovarianceAreMet() throws {
    let map = try LinearTransfer(from: ColorStatistics(source), to: ColorStatistics(target))
    let result = statistics(source.pixels.map { map(vector($0)) })
    let wanted = statistics(target.pixels.map(vector))
    #expect(largest(result.mean - wanted.mean) < 1e-4)
    for i in 0..<3 { #expect(largest(result.covariance[i] - wanted.covariance[i]) < 1e-4) }
  }

  @Test func strengthGoesTheStraightWay() throws {
    let (own, wanted) = (try ColorStatistics(source), try ColorStatistics(target))
    let p = SIMD3(0.5, 0.02, 0.05)
    let still = try LinearTransfer(from: own, to: wanted, strength: 0)
    let half = try LinearTransfer(from: own, to: wanted, strength: 0.5)
    let whole = try LinearTransfer(from: own, to: wanted)
    #expect(largest(still(p) - p) < 1e-12)
    #expect(largest(half(p) - (p + whole(p)) / 2) < 1e-12)
    #expect(throws: RecolouringError.badStrength(2)) {
      try LinearTransfer(from: own, to: wanted, strength: 2)
    }
  }

  @Test func onePlainColourWorks() throws {
    let plain = Bitmap(width: 4, height: 4, fill: 0xff80_4020)
    let result = try source.transferringColors(linearlyFrom: plain)
    let mean = statistics(result.pixels.map(vector)).mean
    #expect(largest(mean - vector(0xff80_4020)) < 0.01)
    #expect(
      try plain.transferringColors(linearlyFrom: plain, jobs: 2).pixels.allSatisfy { $0 == 0xff80_4020 })
  }
}

@Suite struct RecolourPaletteTests {
  @Test func paletteColoursArriveAndBlackAndWhiteStay() {
    let pairs = zip(warm, cool).map { (lab(encoded: $0.0.vector), lab(encoded: $0.1.vector)) }
    let map = PaletteMap(pairs.map { (from: $0.0, to: $0.1) }, PaletteRecolouring())
    for pair in pairs { #expect(largest(map(pair.0) - pair.1) < 1e-3) }
    #expect(largest(map(SIMD3(0, 0, 0))) < 1e-6)
    #expect(largest(map(SIMD3(1, 0, 0)) - SIMD3(1, 0, 0)) < 1e-6)
  }

  @Test func thePictureFollows() throws {
    var picture = Bitmap(width: 5, height: 1, fill: 0xff00_0000)
    for (x, c) in (warm + [.white]).enumerated() { picture.pixels[x] = c.packed }
    let result = try picture.recoloured(from: warm, to: cool)
    for (x, c) in (cool + [.white, .black]).enumerated() {
      #expect(length(vector(result.pixels[x]) - lab(encoded: c.vector)) < 0.02, "\(x)")
    }
    #expect(differences(try picture.recoloured(from: warm, to: cool, jobs: 8), result) == 0)
    #expect(differences(try picture.recoloured(from: warm, to: warm), picture) == 0)
  }

  @Test func lightnessRisesThroughAnyPairing() {
    let curve = LightnessCurve([(0.2, 0.9), (0.5, 0.3), (0.7, 0.32), (0.71, 0.8)])
    #expect(curve(0) == 0 && curve(1) == 1)
    for step in 0..<200 {
      let rise = curve(Double(step + 1) / 200) - curve(Double(step) / 200)
      #expect(rise > 0.0005)
    }
    #expect(abs(LightnessCurve([(0.4, 0.6)])(0.4) - 0.6) < 1e-12)
  }

  @Test func greysStayGrey() throws {
    let pairs = zip(warm, cool).map { (from: lab(encoded: $0.vector), to: lab(encoded: $1.vector)) }
    let map = PaletteMap(pairs, PaletteRecolouring())
    for step in 0...20 { #expect(chroma(map(SIMD3(Double(step) / 20, 0, 0))) < 1e-9) }
    let held = try LinearTransfer(
      from: ColorStatistics(cloud(SIMD3(150, 100, 70), SIMD3(60, 40, 50))),
      to: ColorStatistics(cloud(SIMD3(90, 120, 150), SIMD3(50, 70, 40))), neutrals: 1)
    #expect(chroma(held(SIMD3(0.9, 0, 0))) < 1e-9)
    #expect(throws: RecolouringError.badStrength(2)) {
      try PaletteRecolouring(neutrals: 2).cube(from: warm, to: cool)
    }
  }

  @Test func neighboursAreNotTornApart() {
    let places = [SIMD3(0.5, 0.1, 0.05), SIMD3(0.55, 0.1, 0.1), SIMD3(0, 0, 0), SIMD3(1, 0, 0)]
    let moves = [SIMD3(0.2, -0.2, -0.1), SIMD3(0.1, 0.1, 0.1), SIMD3(), SIMD3()]
    let calm = calmed(moves, of: places, fixed: 2)
    for i in 0..<4 {
      for j in 0..<i {
        #expect(length(calm[i] - calm[j]) <= 0.8 * length(places[i] - places[j]) + 1e-6)
      }
    }
    #expect(calm[2] == SIMD3() && calm[3] == SIMD3())
  }

  @Test func weightsArePartsOfOne() {
    let weights = RadialWeights(
      [SIMD3(0.5, 0.1, 0), SIMD3(0.52, 0.1, 0.02), SIMD3(0, 0, 0)], faint: 1)
    for step in 0..<50 {
      let found = weights(SIMD3(Double(step) / 50, 0.1, Double(step) / 100))
      #expect(found.allSatisfy { $0 >= 0 } && abs(found.reduce(0, +) - 1) < 1e-12)
    }
    #expect(weights(SIMD3(0, 0, 0)) == [0, 0, 1])
  }

  @Test func mistakesAreNamed() {
    let options = PaletteRecolouring()
    #expect(throws: RecolouringError.badCounts(from: 3, to: 2)) {
      try options.cube(from: warm, to: [.white, .black])
    }
    #expect(throws: RecolouringError.tooAlike(warm[0], warm[0])) {
      try options.cube(from: [warm[0], warm[0]], to: [warm[0], warm[1]])
    }
    #expect(throws: RecolouringError.badStrength(-1)) {
      try PaletteRecolouring(lightness: -1).cube(from: warm, to: cool)
    }
  }
}

extension SRGB {
  fileprivate var vector: SIMD3<Double> { SIMD3(red, green, blue) }
}
