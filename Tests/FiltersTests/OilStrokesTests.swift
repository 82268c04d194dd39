import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster
import Testing

@testable import Filters

private func oil(_ values: [String: ParameterValue] = [:]) -> OilStrokes { OilStrokes.make { values[$0] } }

private func context(_ scale: Double = 2, jobs: Int = 1) -> FilterContext {
  FilterContext(pixelsPerMillimetre: scale, stream: stream, jobs: jobs)
}

private func painted(
  _ filter: OilStrokes, _ bitmap: Bitmap, scale: Double = 2, jobs: Int = 1
) -> Bitmap {
  filter.apply(to: .shallow(bitmap), context(scale, jobs: jobs)).bitmap()
}

/// A picture from a function of place.
private func bitmap(_ width: Int, _ height: Int, _ color: (Int, Int) -> UInt32) -> Bitmap {
  Bitmap(
    width: width, height: height,
    pixels: (0..<width * height).map { 0xff00_0000 | color($0 % width, $0 / width) })
}

@Suite struct OilStrokesTests {
  @Test func declaresItself() {
    #expect(OilStrokes.name == "oil-strokes" && OilStrokes.reach == .artwork)
    #expect(OilStrokes.declarations.allSatisfy { $0.domain.contains($0.defaultValue) })
  }

  @Test(arguments: [0, 1, 7, 8, 9, 31])
  func anyWidthIsPaintedWhole(width: Int) {
    for height in [0, 1, 13] {
      let result = painted(oil(), scene(width, height))
      #expect(result.width == width && result.height == height && result.isOpaque)
      let clear = painted(oil(), Bitmap(width: width, height: height))
      #expect(clear.pixels.allSatisfy { $0 >> 24 == 255 && $0 & 255 > 128 })
    }
  }

  @Test func jobsDoNotReachPixels() {
    let source = bitmap(40, 140) { x, y in UInt32(x * 6) << 16 | UInt32(y) << 8 | UInt32((x ^ y) & 63) }
    let one = painted(oil(), source)
    for jobs in [2, 8] { #expect(differences(painted(oil(), source, jobs: jobs), one) == 0) }
    let other = oil().apply(
      to: .shallow(source),
      FilterContext(pixelsPerMillimetre: 2, stream: SeedStream(seed: 5, path: "finish"))
    ).bitmap()
    #expect(differences(one, other) > 1000)
  }

  @Test func bandsMeetWithoutSeams() {
    // Rows at a seam must be what one tall band would hold: relief and strokes go on across it.
    let source = bitmap(24, 70) { x, y in UInt32(y * 3) << 8 | UInt32(x * 9) }
    let shapes = StrokeShapes(oil().strokes(of: .shallow(source), context()), scale: 2, height: 70)
    #expect(shapes.bands.count == 2)
    let painter = StrokePainter(shapes: shapes, bristles: Bristles(stream), contrast: 0.6)
    let weave = CanvasWeave(scale: 2)
    var upper = PaintBand(rows: 0..<65, width: 24, ground: .zero, canvas: weave)
    painter.paint(0, onto: &upper)
    var lower = PaintBand(rows: 63..<70, width: 24, ground: .zero, canvas: weave)
    painter.paint(1, onto: &lower)
    for row in 63..<65 {
      for layer in [PaintBand.Layer.red, .green, .blue, .height] {
        let (a, b) = (upper.index(row: row, layer), lower.index(row: row, layer))
        #expect(upper.samples[a..<a + 24] == lower.samples[b..<b + 24], "\(row) \(layer)")
      }
    }
  }

  @Test func flatColorStays() {
    let plain = oil([
      "variation": .number(0), "bristles": .number(0), "relief": .number(0), "detail": .number(1),
    ])
    let result = painted(plain, Bitmap(width: 48, height: 48, fill: 0xff40_90c0))
    for (shift, value) in [(16, 0x40), (8, 0x90), (0, 0xc0)] {
      #expect(abs(mean(channel(result, shift)) - Double(value)) < 3)
      #expect(deviation(channel(result, shift)) < 8)
    }
  }

  @Test func theScaleOfALargePictureIsThatOfASmallOne() {
    func color(_ x: Int, _ y: Int, _ side: Int) -> UInt32 { x * 2 < side ? 0x20_30_70 : 0xe0_c0_70 }
    let small = painted(oil(), bitmap(32, 32) { color($0, $1, 32) }, scale: 2)
    let large = painted(oil(), bitmap(96, 96) { color($0, $1, 96) }, scale: 6)
    let reduced = (0..<32 * 32).map { i in
      (0..<9).reduce(0.0) { sum, k in
        sum + Double(large.pixels[(i / 32 * 3 + k / 3) * 96 + i % 32 * 3 + k % 3] & 255) / 9
      }
    }
    let errors = zip(reduced, channel(small, 0)).map { abs($0 - $1) }
    #expect(mean(errors) < 12, "\(mean(errors))")
  }
}

@Suite struct StrokePlanTests {
  @Test func coarseStrokesComeFirstAndFineOnesWhereTheyAreNeeded() throws {
    // Flat on the left, fine stripes on the right.
    let source = bitmap(64, 48) { x, _ in x < 32 || x / 3 % 2 == 0 ? 0x80_80_80 : 0xf0_f0_20 }
    let strokes = oil().strokes(of: .shallow(source), context())
    #expect(strokes.map(\.layer) == strokes.map(\.layer).sorted())
    let last = try #require(strokes.last?.layer)
    #expect(last == 3)
    for layer in 1...last {
      let fine = strokes.filter { $0.layer == layer }
      let right = fine.count { $0.points[0].x > 14 }
      #expect(right > fine.count * 3 / 4 && fine.count > 4, "\(layer): \(right) of \(fine.count)")
    }
    let widths = (0...last).map { layer in Set(strokes.filter { $0.layer == layer }.map(\.width)) }
    #expect(widths.allSatisfy { $0.count == 1 })
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0.first! > $1.first! })
  }

  @Test func strokesRunAlongEdges() {
    let upright = bitmap(48, 48) { x, _ in x / 8 % 2 == 0 ? 0x20_20_20 : 0xd0_d0_d0 }
    let lying = bitmap(48, 48) { _, y in y / 8 % 2 == 0 ? 0x20_20_20 : 0xd0_d0_d0 }
    func lean(_ source: Bitmap) -> (x: Double, y: Double) {
      oil(["brush": .number(4)]).strokes(of: .shallow(source), context()).reduce(into: (0, 0)) {
        let way = $1.points.last! - $1.points[0]
        $0.x += abs(way.x)
        $0.y += abs(way.y)
      }
    }
    #expect(lean(upright).y > 3 * lean(upright).x)
    #expect(lean(lying).x > 3 * lean(lying).y)
  }

  @Test func strokesStayInTheirColor() {
    // A stroke of two steps may stray; longer ones end at the edge.
    let source = bitmap(64, 32) { x, _ in x < 32 ? 0x10_10_10 : 0xf0_f0_f0 }
    let strokes = oil(["variation": .number(0)]).strokes(of: .shallow(source), context())
    for stroke in strokes where stroke.points.count > 3 {
      let sides = Set(stroke.points.map { $0.x < 15 ? -1 : $0.x > 17 ? 1 : 0 }).subtracting([0])
      #expect(sides.count <= 1)
    }
  }

  @Test func mannersDiffer() {
    let source = Picture.shallow(scene(40, 40))
    let dots = oil(["manner": .choice("pointillist")]).strokes(of: source, context())
    #expect(!dots.isEmpty && dots.allSatisfy { $0.points.count == 2 && $0.opacity == 1 })
    let wash = oil(["manner": .choice("wash")]).strokes(of: source, context())
    #expect(!wash.isEmpty && wash.allSatisfy { $0.opacity == 0.5 })
    let bold = oil(["manner": .choice("expressionist")]).strokes(of: source, context())
    #expect(!bold.isEmpty && bold.allSatisfy { $0.opacity == 0.7 })
  }

  @Test func layersHoldEveryStroke() throws {
    let picture = Picture.shallow(scene(40, 30))
    let strokes = oil().strokes(of: picture, context())
    let page = oil().layers(of: picture, context())
    #expect(page.page.size == Size(20, 15))
    #expect(page.layers.map(\.marks.count) == [1, strokes.count])
    guard case .stroke(let path, .solid(let color, _), let line) = page.layers[1].marks[0] else {
      Issue.record("a stroke is no line")
      return
    }
    #expect(color == strokes[0].color && line.width == strokes[0].width && line.cap == .round)
    let bounds = try #require(path.controlBounds)
    #expect(bounds.left > -10 && bounds.right < 30)
    #expect(oil().layers(of: .shallow(Bitmap(width: 0, height: 4)), context()).layers.isEmpty)
  }
}
