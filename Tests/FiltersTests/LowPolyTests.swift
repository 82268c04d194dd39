import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct EdgeSumsTests {
  private func area(_ corners: [Point], width: Int, height: Int) -> [[Float]] {
    var sums = EdgeSums<SIMD2<Float>>(width: width, rows: 0..<height)
    for (from, to) in zip(corners, corners.dropFirst() + corners.prefix(1)) { sums.add(from, to, [1, 0]) }
    return (0..<height).map { y in
      var row: [Float] = []
      sums.forEachPixel(ofRow: y) { _, value in row.append(-value.x) }
      return row
    }
  }

  /// Against the share of 64 x 64 samples of each pixel that lie in the polygon.
  @Test func coverIsTheArea() {
    let corners = [Point(1.3, 0.4), Point(8.7, 2.2), Point(7.1, 6.6), Point(0.2, 5.1)]
    let cover = area(corners, width: 10, height: 8)
    for y in 0..<8 {
      for x in 0..<10 {
        var inside = 0
        for k in 0..<4096 {
          let p = Point(Double(x) + (Double(k % 64) + 0.5) / 64, Double(y) + (Double(k / 64) + 0.5) / 64)
          let sides = zip(corners, corners.dropFirst() + corners.prefix(1)).map { a, b in
            (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x)
          }
          inside += sides.allSatisfy { $0 >= 0 } ? 1 : 0
        }
        #expect(abs(cover[y][x] - Float(inside) / 4096) < 0.006, "\(x) \(y): \(cover[y][x])")
      }
    }
  }

  @Test func whatLiesOutsideCountsFromTheBorder() {
    let cover = area([Point(-5, -3), Point(20, -3), Point(20, 9), Point(-5, 9)], width: 4, height: 3)
    #expect(cover.allSatisfy { $0.allSatisfy { abs($0 - 1) < 1e-6 } })
    let left = area([Point(-9, 0), Point(2, 0), Point(2, 3), Point(-4, 3)], width: 4, height: 3)
    #expect(left.allSatisfy { $0 == [1, 1, 0, 0] })
  }
}

@Suite struct LowPolyTests {
  private func filter(_ change: (inout LowPoly) -> Void = { _ in }) -> LowPoly {
    var filter = LowPoly()
    filter.size = 3
    change(&filter)
    return filter
  }

  private func context(_ scale: Double = 2, jobs: Int = 1) -> FilterContext {
    FilterContext(pixelsPerMillimetre: scale, stream: stream, jobs: jobs)
  }

  /// Left half dark, right half light.
  private func halves(_ side: Int) -> Bitmap {
    Bitmap(
      width: side, height: side,
      pixels: (0..<side * side).map { $0 % side < side * 2 / 5 ? 0xff20_2020 : 0xffe0_e0e0 })
  }

  @Test(arguments: [(0, 0), (1, 1), (0, 9), (1, 31), (31, 1), (7, 9)]) func smallPictures(w: Int, h: Int) {
    let result = filter().apply(to: .shallow(scene(w, h)), context())
    #expect(result.width == w && result.height == h && result.isOpaque)
  }

  @Test func jobsDoNotReachPixels() {
    let picture = Picture.shallow(scene(41, 50))
    for line in [0.0, 0.5] {
      let one = filter { $0.line = line }.apply(to: picture, context()).bitmap()
      for jobs in [2, 8] {
        let other = filter { $0.line = line }.apply(to: picture, context(jobs: jobs)).bitmap()
        #expect(differences(one, other) == 0)
      }
    }
  }

  /// Facets of one colour meet without a trace.
  @Test func oneColourHasNoSeams() {
    let plain = filter { ($0.light, $0.vividness) = (0, 0) }
    for color: UInt32 in [0xff30_8060, 0xffff_ffff, 0xff00_0000] {
      let flat = Bitmap(width: 40, height: 37, fill: color)
      #expect(differences(plain.apply(to: .shallow(flat), context()).bitmap(), flat) == 0)
    }
  }

  @Test func facetsCoverThePicture() {
    let facets = filter().facets(of: scene(50, 40), context())
    let area = (0..<facets.mesh.count).reduce(0.0) { sum, t in
      let (a, b, c) = facets.mesh.triangle(t)
      return sum + ((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)) / 2
    }
    #expect(abs(area - 2000) < 1e-3 && facets.colors.count == facets.mesh.count)
  }

  /// Corners gather on an edge: a good part of it is followed by sides.
  @Test func sidesFollowEdges() {
    func near(_ attraction: Double) -> Int {
      let points = filter { $0.attraction = attraction }.facets(of: halves(60), context()).mesh.points
      return points.count { abs($0.x - 24) < 0.8 }
    }
    #expect(near(0.9) >= 9, "\(near(0.9))")
    #expect(near(0.9) >= near(0) + 5, "\(near(0.9)) \(near(0))")
  }

  @Test func shapesAreTheFacets() {
    let filter = filter { $0.line = 0.3 }
    let shapes = filter.layers(of: .shallow(scene(30, 30)), context())
    let facets = filter.facets(of: scene(30, 30), context())
    #expect(shapes.layers.count == 2 && shapes.layers[0].marks.count == 2 * facets.mesh.count)
    #expect(shapes.page.size == Size(15, 15))
  }
}
