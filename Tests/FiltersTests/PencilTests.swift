import Composition
import Parameters
import Raster
import Testing

@testable import Filters

private func drawn(_ bitmap: Bitmap, scale: Double = 4, jobs: Int = 1, seed: UInt64 = 4) -> Bitmap {
  let stream = SeedStream(seed: seed, path: "finish")
  let context = FilterContext(pixelsPerMillimetre: scale, stream: stream, jobs: jobs)
  return PencilHatch().apply(to: .shallow(bitmap), context).bitmap()
}

private func grey(_ code: UInt32) -> UInt32 { 0xff00_0000 | code << 16 | code << 8 | code }

@Suite struct PencilTests {
  @Test func tonesKeepTheirOrder() {
    // Five stripes from black to white.
    let codes: [UInt32] = [0, 64, 128, 190, 255]
    let stripes = Bitmap(
      width: 60, height: 100, pixels: (0..<6000).map { grey(codes[$0 / 60 / 20]) })
    let drawing = channel(drawn(stripes), 8)
    let means = (0..<5).map { stripe in
      mean((stripe * 20 + 6..<stripe * 20 + 14).flatMap { drawing[$0 * 60 + 10..<$0 * 60 + 50] })
    }
    for (dark, light) in zip(means, means.dropFirst()) { #expect(light - dark > 15, "\(means)") }
    #expect(means[0] < 110 && means[4] > 235, "\(means)")
  }

  @Test func flatTonesAreHatchedAlongTheFirstAngle() {
    let plain = Bitmap(width: 64, height: 64, fill: grey(128))
    let drawing = channel(drawn(plain, scale: 8), 8)
    // The first layer runs at -52°, about 3 to the right and 4 up; 4 to the right and 3 down is across it.
    func steps(_ dx: Int, _ dy: Int) -> Double {
      mean(
        (8..<56).flatMap { y in (8..<56).map { abs(drawing[(y + dy) * 64 + $0 + dx] - drawing[y * 64 + $0]) }
        })
    }
    #expect(steps(3, -4) * 1.15 < steps(4, 3), "\(steps(3, -4)) \(steps(4, 3))")
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31])
  func jobsDoNotReachPixels(width: Int) {
    let one = drawn(scene(width, 140))
    #expect(one.isOpaque && one.width == width)
    for jobs in [2, 8] { #expect(drawn(scene(width, 140), jobs: jobs) == one) }
  }

  @Test func otherSeedsGiveOtherStrokes() {
    #expect(differences(drawn(scene(40, 40)), drawn(scene(40, 40), seed: 5)) > 800)
  }

  @Test func transparencyAndWhiteArePaper() {
    for color: UInt32 in [0, 0xffff_ffff] {
      for (width, height) in [(0, 0), (1, 1), (20, 20)] {
        let drawing = drawn(Bitmap(width: width, height: height, fill: color), scale: 3)
        #expect(drawing.pixels.allSatisfy { $0 >> 8 & 255 > 225 && $0 >> 24 == 255 })
      }
    }
  }
}

@Suite struct HatchPartsTests {
  @Test(arguments: 1...4)
  func layersAddUpToTheTone(layers: Int) {
    let tones = HatchTone(layers: layers, density: 0.5, share: 0.7)
    for index in 1...10 {
      let tone = Float(index * 51 / 2) / 255
      let pressures = (0..<layers).map { tones.pressure(tone, layer: $0) }
      let sum: Float = pressures.reduce(0, +)
      #expect(abs(sum * 0.5 - 0.7 * tone) < 2e-3)
      #expect(zip(pressures, pressures.dropFirst()).allSatisfy { $0 >= $1 })
    }
    #expect(tones.pressure(0, layer: 0) == 0)
  }

  @Test func coverGoesFromPaperToLead() {
    var plane = Plane(width: 100, height: 1)
    for x in 0..<100 { plane.samples[x] = 0.2 + 0.006 * Float(x) }
    let cover = HatchCover(plane, pressure: 0.5)
    #expect(abs(cover.black - 0.21) < 0.01 && abs(cover.white - 0.78) < 0.01)
    let covered = cover.plane(plane, jobs: 1).samples
    #expect(covered[0] == 1 && covered[99] == 0)
    #expect((1..<100).allSatisfy { covered[$0] <= covered[$0 - 1] })
  }

  /// The sum over a slice is 3/2 of the radius, wherever between the pixels the stroke lies.
  @Test(arguments: [0.5, 1, 3.3] as [Float], [0, 0.3, 0.5] as [Float])
  func strokesPressAsMuchAsTheyAreWide(radius: Float, offset: Float) {
    let brush = HatchBrush(rows: 0..<20, width: 20, stride: 24)
    let places: [[SIMD2<Float>]] = [
      [[-3, 10 + offset], [9, 10 + offset], [25, 10 + offset]], [[10 + offset, 25], [10 + offset, -3]],
      [[2, 2 + offset], [18, 18 + offset]],
    ]
    for way in places {
      var marks = [Float](repeating: 0, count: 20 * 24)
      var span = marks.mutableSpan
      brush.draw(way.map { HatchNode(place: $0, radius: radius, pressure: 0.6) }, into: &span)
      let slanted = way[0].x != way[1].x && way[0].y != way[1].y
      let stretch: Float = slanted ? Float(2).squareRoot() : 1
      let expected: Float = 0.9 * radius * stretch
      let vertical = way[0].x == way[1].x
      let sum: Float = (0..<20).reduce(0) { $0 + (vertical ? marks[10 * 24 + $1] : marks[$1 * 24 + 10]) }
      let difference: Float = sum - expected
      let limit: Float = 0.13 * expected + 0.02
      #expect(abs(difference) < limit)
    }
  }

  @Test func bandsShareOneLattice() {
    let lattice = HatchLattice(angle: -0.145, length: 20, spacing: 3, seed: 9)
    func places(_ low: SIMD2<Float>, _ high: SIMD2<Float>) -> [String] {
      var found: [String] = []
      lattice.forEach(in: HatchArea(low: low, high: high)) { middle, _ in
        found.append("\(middle.x) \(middle.y)")
      }
      return found
    }
    let whole = places([0, 0], [90, 120])
    let parts = [places([0, 0], [90, 50]), places([0, 50], [40, 120]), places([40, 50], [90, 120])]
    #expect(parts.flatMap { $0 }.sorted() == whole.sorted())
    #expect(Set(whole).count == whole.count)
    // One stroke to a cell of 0.72 lengths by a spacing.
    let cells: Double = 10_800 / 43.2
    #expect(abs(Double(whole.count) - cells) < 15)
  }
}
