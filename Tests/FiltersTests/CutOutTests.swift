import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster
import Testing

@testable import Filters

@Suite struct LabelFieldTests {
  private func field(_ rows: [String]) -> LabelField {
    LabelField(
      width: rows[0].utf8.count, height: rows.count, groups: 4,
      labels: rows.joined().utf8.map { $0 - UInt8(ascii: "0") })
  }

  private func text(_ field: LabelField) -> [String] {
    (0..<field.height).map { y in
      String(decoding: field.labels[y * field.width..<(y + 1) * field.width].map { $0 + 48 }, as: UTF8.self)
    }
  }

  /// Three passes of a plain mean over a window, borders repeated.
  private func plainShare(_ field: LabelField, _ radius: Int) -> [Double] {
    var values = field.labels.map { $0 == 1 ? 1.0 : 0 }
    for _ in 0..<3 {
      values = values.indices.map { i in
        var sum = 0.0
        for dy in -radius...radius {
          for dx in -radius...radius {
            let x = max(0, min(field.width - 1, i % field.width + dx))
            sum += values[max(0, min(field.height - 1, i / field.width + dy)) * field.width + x]
          }
        }
        return sum / Double((2 * radius + 1) * (2 * radius + 1))
      }
    }
    return values
  }

  @Test(arguments: [1, 3, 17]) func sharesAreMeans(radius: Int) {
    for width in [1, 7, 8, 9, 31] {
      let labels = (0..<width * 12).map { UInt8(($0 * 7 / 5) % 3 == 1 ? 1 : 0) }
      let field = LabelField(width: width, height: 12, groups: 2, labels: labels)
      let share = field.share(radius: radius, jobs: 1) { $0 == 1 }
      #expect(zip(share, plainShare(field, radius)).allSatisfy { abs(Double($0) - $1) < 1e-5 })
      #expect(field.share(radius: radius, jobs: 8) { $0 == 1 } == share)
    }
  }

  @Test func smallPiecesGoToTheirNeighbours() {
    let before = field(["00000111", "02000111", "00000133", "00000111"])
    #expect(text(before.cleaned(least: 3)) == ["00000111", "00000111", "00000111", "00000111"])
    #expect(text(before.cleaned(least: 2)) == ["00000111", "00000111", "00000133", "00000111"])
    #expect(text(before.cleaned(least: 0)) == text(before))
  }

  @Test func settlingSmoothsCorners() {
    let before = field(["11111", "11011", "11111", "00000", "00000"])
    #expect(text(before.settled(radius: 1, jobs: 1))[1] == "11111")
  }
}

@Suite struct ColorGroupsTests {
  @Test func clearGroupsAreFound() {
    let kinds: [SIMD4<Float>] = [[0.2, 0, 0, 0], [0.9, 0, 0, 0], [0.6, 0.2, 0.1, 0]]
    let pixels = (0..<90).map { kinds[$0 % 3] + SIMD4(Float($0 % 7) * 0.004, 0, 0, 0) }
    let groups = ColorGroups(pixels, count: 3)
    #expect(groups.centers.count == 3)
    for (i, label) in groups.labels.enumerated() { #expect(label == groups.labels[i % 3]) }
    #expect(Set(groups.labels).count == 3)
  }

  @Test func oneColourIsOneGroup() {
    let groups = ColorGroups([SIMD4<Float>](repeating: [0.5, 0.1, 0, 0], count: 9), count: 6)
    #expect(groups.centers.count == 1 && groups.labels.allSatisfy { $0 == 0 })
    #expect(ColorGroups([], count: 6).labels.isEmpty)
  }
}

@Suite struct ScissorsTests {
  private func field(_ value: (Double, Double) -> Double) -> ScalarGrid {
    ScalarGrid(
      width: 40, height: 40, samples: (0..<1600).map { Float(value(Double($0 % 40), Double($0 / 40))) })
  }

  @Test func strokesStayNearTheOutline() {
    let disc = field { x, y in 0.5 + (12 - Point(x, y).distance(to: Point(20, 20))) / 6 }
    for strokes in [0.0, 1] {
      let path = Scissors(smoothness: 4, strokes: strokes, smallest: 2).cut(disc)
      let sides = FlatOutline(path, piece: 0.5).sides
      #expect(sides.allSatisfy { abs($0.0.distance(to: Point(20, 20)) - 12) < 4 * 0.34 + 1.2 })
      #expect(sides.count > 8)
    }
    let curves = { (strokes: Double) in
      Scissors(smoothness: 4, strokes: strokes, smallest: 2).cut(disc).elements.count
    }
    #expect(curves(1) < curves(0), "straighter strokes are fewer")
  }

  @Test func smallPiecesFall() {
    let dot = field { x, y in Point(x, y).distance(to: Point(20, 20)) < 2.2 ? 1 : 0 }
    #expect(Scissors(smoothness: 3, strokes: 0, smallest: 8).cut(dot).isEmpty)
    #expect(!Scissors(smoothness: 3, strokes: 0, smallest: 2).cut(dot).isEmpty)
  }

  /// Where two outlines run together they are cut alike.
  @Test func sharedOutlinesAreCutAlike() {
    func ragged(_ x: Double, _ y: Double) -> Double {
      0.5 + (20 + (y * 7).truncatingRemainder(dividingBy: 5) - x) / 8
    }
    let whole = field(ragged)
    let part = field { x, y in y < 24 ? ragged(x, y) : 0 }
    let scissors = Scissors(smoothness: 2, strokes: 1, smallest: 2)
    func corners(_ grid: ScalarGrid) -> Set<Point> {
      Set(
        FlatOutline(scissors.cut(grid), piece: 1).sides.map(\.0).filter { $0.y > 2 && $0.y < 16 && $0.x > 10 }
      )
    }
    #expect(corners(whole).count > 4 && corners(whole) == corners(part))
  }
}

@Suite struct CutOutTests {
  private func context(_ jobs: Int = 1, colors: [SRGB] = []) -> FilterContext {
    FilterContext(pixelsPerMillimetre: 2, stream: stream, colors: colors, jobs: jobs)
  }

  /// A dark disc on a light ground with a few specks.
  private func disc(_ side: Int) -> Bitmap {
    let middle = Point(Double(side) / 2, Double(side) / 2)
    return Bitmap(
      width: side, height: side,
      pixels: (0..<side * side).map { i in
        let isDark = Point(Double(i % side), Double(i / side)).distance(to: middle) < Double(side) * 0.3
        return isDark != (i % 211 == 0) ? 0xff20_3050 : 0xffe8_e0d0
      })
  }

  @Test(arguments: [(0, 0), (1, 1), (0, 9), (1, 31), (31, 1), (7, 9)]) func smallPictures(w: Int, h: Int) {
    let result = CutOut().apply(to: .shallow(scene(w, h)), context())
    #expect(result.width == w && result.height == h && result.isOpaque)
  }

  @Test func jobsDoNotReachPixels() {
    let one = CutOut().apply(to: .shallow(disc(60)), context()).bitmap()
    for jobs in [2, 8] {
      #expect(differences(CutOut().apply(to: .shallow(disc(60)), context(jobs)).bitmap(), one) == 0)
    }
  }

  @Test func specksGoAndShapesStay() throws {
    let sheets = CutOut().sheets(of: disc(64), context())
    #expect(sheets.count == 2)
    let bounds = try #require(sheets[1].path.controlBounds)
    #expect(abs(bounds.width - 38) < 4 && abs(bounds.center.x - 32) < 1.5)
    #expect(sheets[0].color.luminance > sheets[1].color.luminance)
  }

  @Test func oneColourIsOneSheet() {
    var plain = CutOut()
    (plain.vividness, plain.texture, plain.shadow) = (0, 0, 0)
    let flat = Bitmap(width: 30, height: 20, fill: 0xff60_8070)
    let result = plain.apply(to: .shallow(flat), context()).bitmap()
    #expect(plain.sheets(of: flat, context()).count == 1)
    #expect(Set(result.pixels) == [0xff60_8070])
  }

  @Test func palettesKeepTheOrderOfTones() {
    let palette = [SRGB(hex: "#fff4e0")!, SRGB(hex: "#101830")!]
    let sheets = CutOut().sheets(of: disc(64), context(colors: palette))
    #expect(sheets.map(\.color) == palette.map(\.linear))
  }

  @Test func shadowsFallToTheLowerRight() {
    var filter = CutOut()
    (filter.texture, filter.shadow) = (0, 1)
    let bitmap = filter.apply(to: .shallow(disc(64)), context()).bitmap()
    // The disc reaches from about 13 to 51 along the diagonal's middle row.
    let row = channel(bitmap, 8)[32 * 64..<33 * 64].map { $0 }
    #expect(row[54] < row[9] - 8, "\(row[54]) \(row[9])")
  }

  @Test func shapesAreTheSheets() {
    let shapes = CutOut().layers(of: .shallow(disc(64)), context())
    #expect(shapes.layers.count == 2 && shapes.page.size == Size(32, 32))
    #expect(shapes.layers[0].role == .ground)
  }
}
