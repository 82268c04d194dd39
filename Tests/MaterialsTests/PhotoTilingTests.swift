import Parameters
import Raster
import Testing

@testable import Materials

@Suite struct PhotoTilingTests {
  /// A grey stone with grains of two sizes, or courses of bricks; 96 pixels a side.
  private func photo(courses: Bool = false, side: Int = 96) -> Bitmap {
    var stream = SeedStream(seed: 3, path: "photo")
    var pixels: [UInt32] = []
    for y in 0..<side {
      for x in 0..<side {
        let joint = courses && (y % 12 < 2 || (x + (y / 12 % 2) * 12) % 24 < 2)
        let grain = stream.integer(in: 0...40) + (x / 5 + y / 7) % 3 * 20
        let (r, g, b) =
          joint ? (210 - grain / 4, 208 - grain / 4, 200 - grain / 4) : (120 + grain, 90 + grain / 2, 60)
        pixels.append(0xff00_0000 | UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b))
      }
    }
    return Bitmap(width: side, height: side, pixels: pixels)
  }

  private func tiling(_ manner: PhotoTiling.Manner) -> PhotoTiling {
    var tiling = PhotoTiling()
    tiling.manner = manner
    return tiling
  }

  private func made(_ manner: PhotoTiling.Manner, seed: UInt64 = 1, courses: Bool = false) throws -> Bitmap {
    try tiling(manner).seamless(
      .shallow(photo(courses: courses)), width: 90, height: 110, stream: SeedStream(seed: seed, path: "test"))
  }

  private func channel(_ bitmap: Bitmap, _ x: Int, _ y: Int, _ shift: UInt32) -> Double {
    Double(bitmap.pixels[(y % bitmap.height) * bitmap.width + x % bitmap.width] >> shift & 255)
  }

  @Test(arguments: [PhotoTiling.Manner.stochastic, .structured])
  func edgesContinueAsTheInsideDoes(manner: PhotoTiling.Manner) throws {
    let swatch = try made(manner)
    #expect(swatch.isOpaque && swatch.width == 90 && swatch.height == 110)
    func step(_ x: Int, _ y: Int, _ dx: Int, _ dy: Int) -> Double {
      abs(channel(swatch, x, y, 16) - channel(swatch, x + dx, y + dy, 16))
    }
    let across = (0..<110).map { step(89, $0, 1, 0) }.reduce(0, +) / 110
    let down = (0..<90).map { step($0, 109, 0, 1) }.reduce(0, +) / 90
    let insideX = (0..<110).flatMap { y in (0..<89).map { step($0, y, 1, 0) } }.reduce(0, +) / (110 * 89)
    let insideY = (0..<90).flatMap { x in (0..<109).map { step(x, $0, 0, 1) } }.reduce(0, +) / (90 * 109)
    #expect(across < insideX * 1.3 && down < insideY * 1.3, "\(across) \(insideX), \(down) \(insideY)")
  }

  /// The first Wasserstein distance of the brightness histograms, in 255ths.
  @Test func blendingKeepsTheHistogram() throws {
    func sorted(_ bitmap: Bitmap) -> [Double] {
      bitmap.pixels.indices.map { index in
        [16, 8, 0].map { channel(bitmap, index % bitmap.width, index / bitmap.width, $0) }.reduce(0, +) / 3
      }.sorted()
    }
    let (from, to) = (sorted(photo()), sorted(try made(.stochastic)))
    let far =
      (0..<400).map { step -> Double in
        let share = (Double(step) + 0.5) / 400
        return abs(from[Int(share * Double(from.count))] - to[Int(share * Double(to.count))])
      }.reduce(0, +) / 400
    #expect(far < 2.5, "histograms lie \(far)/255 apart")
  }

  @Test func quiltingKeepsCoursesWhole() throws {
    let swatch = try made(.structured, courses: true)
    // A joint's pixel has blue above 140, a brick's never. Bed joints run through: many rows are nearly all joint.
    let rows = (0..<110).map { y in (0..<90).count { channel(swatch, $0, y, 0) > 140 } }
    let full = rows.count { $0 > 72 }
    #expect(full >= 10, "only \(full) rows are bed joints")
  }

  @Test func periodsAreThoseOfTheCourses() {
    let bricks = Period(.shallow(photo(courses: true)))
    #expect(abs((bricks.across ?? 0) - 24) < 0.2 && abs((bricks.down ?? 0) - 24) < 0.2, "\(bricks)")
    let flat = Period(.shallow(Bitmap(width: 96, height: 96, fill: 0xff80_8080)))
    #expect(flat.across == nil && flat.down == nil)
  }

  /// A swatch of 90 x 110 pixels holds no whole number of bricks of 24 x 12 until the photo is fitted to it.
  @Test func coursesMeetOverTheBorder() throws {
    let swatch = try made(.structured, courses: true)
    let joints = { (x: Int, y: Int) in self.channel(swatch, x, y, 0) > 140 }
    /// How many pixels of two neighbouring columns or rows are joint in one and brick in the other.
    func breaks(_ x: Int) -> Int { (0..<110).count { joints(x, $0) != joints(x + 1, $0) } }
    func jumps(_ y: Int) -> Int { (0..<90).count { joints($0, y) != joints($0, y + 1) } }
    #expect(Double(breaks(89)) <= 1.5 * Double((0..<89).map(breaks).reduce(0, +)) / 89 + 2)
    #expect(jumps(109) <= (0..<109).map(jumps).max()!)
    // Ten courses of 11 pixels close the bond; of 12, as in the photo, nine and a bit would not.
    let isBed = (0..<110).map { y in (0..<90).count { joints($0, y) } > 72 }
    let beds = (0..<110).count { isBed[$0] && !isBed[($0 + 109) % 110] }
    #expect(beds == 10, "\(beds) courses")
  }

  @Test(arguments: [PhotoTiling.Manner.stochastic, .structured])
  func seedsMatterAndAreKept(manner: PhotoTiling.Manner) throws {
    let first = try made(manner)
    #expect(first == (try made(manner)))
    #expect(first != (try made(manner, seed: 2)))
  }

  @Test func refusesWhatHoldsNoPatch() {
    let stream = SeedStream(seed: 1, path: "test")
    #expect(throws: PhotoTilingError.smallPhoto(width: 40, height: 40, needed: 69)) {
      try PhotoTiling().seamless(.shallow(photo(side: 40)), width: 200, height: 200, stream: stream)
    }
    #expect(throws: PhotoTilingError.smallSwatch(width: 60, height: 200, needed: 68)) {
      try PhotoTiling().seamless(.shallow(photo()), width: 60, height: 200, stream: stream)
    }
  }

  @Test func latticeWrapsAndWeightsSumToOne() {
    let lattice = WrappedTriangles(width: 90, height: 110, step: 17)
    func corners(_ x: Double, _ y: Double) -> [WrappedTriangles.Corner] {
      var found: [WrappedTriangles.Corner] = []
      lattice.forEachCorner(x, y) { found.append($0) }
      return found
    }
    for index in 0..<60 {
      let (x, y) = (Double(index) * 1.5 + 0.3, Double(index * 7 % 110) + 0.4)
      let here = corners(x, y)
      #expect(abs(here.map(\.weight).reduce(0, +) - 1) < 1e-12)
      #expect(here.allSatisfy { abs($0.dx) <= lattice.stepX * 1.001 && abs($0.dy) <= lattice.stepY * 1.001 })
      for other in [corners(x + 90, y), corners(x, y + 110)] {
        #expect(Set(here.map(\.point)) == Set(other.map(\.point)))
      }
    }
  }
}
