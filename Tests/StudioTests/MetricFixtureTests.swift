import Color
import Composition
import Foundation
import Geometry
import Raster
import Testing

@testable import Canvas
@testable import Studio

/// The scores agree with an implementation in another language: see `Fixtures/metrics.py`.
@Suite struct MetricFixtureTests {
  private struct Fixture: Decodable {
    struct Mark: Decodable {
      let element: String
      let size: Double
      let box: [Double]
      let color: [Int]
    }
    struct Under: Decodable {
      let contrast: Double
      let gradient: Double
    }
    let width: Int
    let height: Int
    let page: [Double]
    let scale: Double
    let marks: [Mark]
    let scores: [String: Double]
    let under: [Under]
  }

  private let fixture: Fixture
  private let marks: [TextMark]
  private let bitmap: Bitmap
  private let page: Page

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    fixture = try JSONDecoder().decode(
      Fixture.self, from: Data(contentsOf: folder.appending(path: "metrics.json")))
    marks = fixture.marks.map { mark in
      let ink = Rect(mark.box[0], mark.box[1], mark.box[2], mark.box[3])
      return TextMark(
        element: mark.element, line: TextLine("", font: Font("Inter"), size: mark.size),
        metrics: LineMetrics(advance: ink.width, ink: ink, unknownGlyphs: 0), origin: Point(0, 0),
        color: SRGB(Double(mark.color[0]) / 255, Double(mark.color[1]) / 255, Double(mark.color[2]) / 255))
    }
    func pixel(_ x: Int, _ y: Int) -> UInt32 {
      if x < 40, y < 40 { return 0xfff0_ece4 }
      let (r, g, b) = ((x * 7 + y * 13) % 256, (x * x + 3 * y) % 256, (x * y / 3 + 40) % 256)
      return 0xff00_0000 | UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b)
    }
    let (width, height) = (fixture.width, fixture.height)
    bitmap = Bitmap(
      width: width, height: height, pixels: (0..<width * height).map { pixel($0 % width, $0 / width) })
    page = Page(size: Size(fixture.page[0], fixture.page[1]))
  }

  private func expect(_ name: String, _ value: Double) {
    let wanted = fixture.scores[name]!
    #expect(abs(value - wanted) <= 1e-6, "\(name): \(value), the other implementation has \(wanted)")
  }

  @Test func placesAgree() {
    expect("overlap", Scores.overlap(marks))
    expect("alignment", Scores.alignment(marks, page))
    expect("hierarchy", Scores.hierarchy(marks))
  }

  @Test func picturesAgree() {
    let glance = Glance(bitmap)
    let (weights, edges) = (glance.weights, glance.edges)
    expect("balance", glance.balance(weights))
    expect("symmetry", glance.symmetry(edges))
    expect("whiteSpace", glance.whiteSpace(weights))
    expect("density", glance.density(edges))
    expect("colourfulness", glance.colourfulness)
    expect("occlusion", Scores.occlusion(marks, glance.saliency, page))
  }

  @Test func groundsAgree() {
    for (mark, wanted) in zip(marks, fixture.under) {
      let under = GroundUnderText(mark, bitmap, scale: fixture.scale)
      #expect(abs(under.contrast - wanted.contrast) <= 1e-6)
      #expect(abs(under.gradient - wanted.gradient) <= 1e-6)
    }
  }
}
