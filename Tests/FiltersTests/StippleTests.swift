import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster
import Testing

@testable import Filters

private func grey(_ width: Int, _ height: Int, _ code: (Int) -> Int) -> Bitmap {
  Bitmap(
    width: width, height: height,
    pixels: (0..<width * height).map { 0xff00_0000 | UInt32(code($0 % width)) * 0x1_0101 })
}

private func setting(_ scale: Double = 2, jobs: Int = 1, colors: [SRGB] = []) -> FilterContext {
  FilterContext(pixelsPerMillimetre: scale, stream: stream, colors: colors, jobs: jobs)
}

@Suite struct FormsTests {
  @Test(arguments: [(0, 3), (1, 1), (5, 3), (8, 8), (3, 17)]) func theCurveMeetsEveryCellOnce(w: Int, h: Int)
  {
    var met: [(Int, Int)] = []
    HilbertCurve.visit(width: w, height: h) { met.append(($0, $1)) }
    #expect(Set(met.map { $0.1 * w + $0.0 }) == Set(0..<w * h) && met.count == w * h)
  }

  @Test func theCurveTakesSingleSteps() {
    var last = (0, 0)
    HilbertCurve.visit(width: 16, height: 16) { x, y in
      #expect(abs(x - last.0) + abs(y - last.1) <= 1)
      last = (x, y)
    }
  }

  @Test(arguments: [1, 7, 8, 9, 31]) func reducingKeepsTheLight(width: Int) {
    let bitmap = scene(width, 23)
    for limit in [10_000, 60, 1] {
      let view = ReducedPicture(bitmap, limit: limit, jobs: 1)
      #expect(view.width * view.height <= max(limit, view.width, view.height))
      let light = bitmap.pixels.map { Float(decodeSRGB(Double($0 >> 16 & 255) / 255)) }
      let mean = light.reduce(0, +) / Float(light.count)
      let reduced = view.red.reduce(0, +) / Float(view.red.count)
      #expect(abs(mean - reduced) < 1e-4, "\(limit): \(mean) \(reduced)")
      #expect(ReducedPicture(bitmap, limit: limit, jobs: 8).blue == view.blue)
      if limit == 10_000 { #expect(zip(light, view.red).allSatisfy { abs($0 - $1) < 1e-4 }) }
    }
  }

  @Test func transparencyCountsAsPaper() {
    let view = ReducedPicture(Bitmap(width: 2, height: 1, pixels: [0, 0x8000_0000]), limit: 10, jobs: 1)
    #expect(view.green[0] > 0.999 && abs(view.green[1] - 127 / 255) < 1e-4)
  }

  /// Points of a ramp stay as dense as it asks for, however long they are relaxed.
  @Test func relaxingKeepsTheTone() {
    let density = Density(
      width: 40, height: 20, stepX: 1, stepY: 1,
      samples: (0..<800).map { ($0 % 40) < 20 ? 0.25 : 1 })
    let start = density.points(250, stream)
    #expect(start.count == 250)
    #expect(abs(start.count { $0.x < 20 } - 50) <= 2)
    let points = WeightedCells(density, jobs: 2).relaxed(start, steps: 12, jobs: 2)
    let light = points.count { $0.x < 20 }
    #expect(abs(light - 50) < 7, "\(light) where 50 belong")
    #expect(points == WeightedCells(density, jobs: 1).relaxed(start, steps: 12, jobs: 1))
  }

  @Test func nothingToShareGivesNothing() {
    let none = Density(width: 4, height: 4, stepX: 1, stepY: 1, samples: [Float](repeating: 0, count: 16))
    #expect(none.points(50, stream).isEmpty)
  }
}

@Suite struct StippleTests {
  private func stipple(_ change: (inout Stipple) -> Void = { _ in }) -> Stipple {
    var stipple = Stipple()
    stipple.spacing = 3
    change(&stipple)
    return stipple
  }

  @Test func jobsDoNotReachPixels() {
    let picture = Picture.shallow(scene(45, 70))
    let one = stipple().apply(to: picture, setting()).bitmap()
    for jobs in [2, 8] {
      #expect(differences(stipple().apply(to: picture, setting(jobs: jobs)).bitmap(), one) == 0)
    }
    #expect(one.isOpaque)
  }

  @Test(arguments: [(0, 0), (1, 1), (0, 9), (1, 31), (31, 1)]) func smallPictures(w: Int, h: Int) {
    let result = stipple().apply(to: .shallow(scene(w, h)), setting())
    #expect(result.width == w && result.height == h)
  }

  @Test func paperStaysPaper() {
    for blank in [Bitmap(width: 20, height: 20, fill: 0xffff_ffff), Bitmap(width: 20, height: 20)] {
      let result = stipple().apply(to: .shallow(blank), setting()).bitmap()
      #expect(Set(result.pixels) == [SRGB(hex: "#f4efe4")!.packed])
    }
  }

  @Test func noDotsClump() {
    let dots = stipple { $0.variation = 0 }.stipples(of: grey(90, 90) { _ in 150 }, setting()).dots
    let spacing = 6.0
    let nearest = dots.map { dot in
      dots.map { $0.center.distance(to: dot.center) }.filter { $0 > 0 }.min()!
    }
    #expect(nearest.min()! > 0.55 * spacing, "\(nearest.min()! / spacing)")
    #expect(nearest.reduce(0, +) / 225 > 0.82 * spacing)
  }

  @Test(arguments: [0.0, 0.5, 1]) func theInkAddsUpToTheTone(variation: Double) {
    let filter = stipple { ($0.variation, $0.contrast) = (variation, 0) }
    for code in [90, 160, 220] {
      let picture = grey(64, 64) { _ in code }
      let wanted = filter.tone(of: ReducedPicture(picture, limit: 5000, jobs: 1)).total / 4096
      let inks: [SRGB] = [.white, .black]
      let result = filter.apply(to: .shallow(picture), setting(colors: inks)).bitmap()
      let ink = 1 - mean(channel(result, 8).map { decodeSRGB($0 / 255) })
      #expect(abs(ink - wanted) < 0.03, "\(code): \(ink) for \(wanted)")
    }
  }

  @Test func aDotCoversItsArea() {
    for radius in [0.2, 0.5, 0.6, 1, 3.3] {
      let dot = Dot(center: Point(8.3, 7.6), radius: radius, ink: SRGB.black.linear)
      let printed = DotPrinting([dot], paper: SRGB.white.linear, width: 17, height: 40).printed(jobs: 1)
      let ink = channel(printed, 8).reduce(0) { $0 + 1 - decodeSRGB($1 / 255) }
      #expect(abs(ink - Double.pi * radius * radius) < 0.05 + 0.02 * radius * radius, "\(radius): \(ink)")
    }
  }

  @Test func inksComeFromThePalette() {
    let palette = [SRGB(hex: "#fff0d0")!, SRGB(hex: "#c02020")!, SRGB(hex: "#102040")!]
    let bitmap = scene(30, 30)
    let one = stipple().stipples(of: bitmap, setting(colors: palette))
    #expect(one.paper == palette[0].linear && one.dots.allSatisfy { $0.ink == palette[2].linear })
    let dark = stipple { $0.ground = .dark }.stipples(of: bitmap, setting(colors: palette))
    #expect(dark.paper == palette[2].linear && dark.dots.allSatisfy { $0.ink == palette[0].linear })
    let all = stipple { $0.inking = .palette }.stipples(of: bitmap, setting(colors: palette))
    #expect(Set(all.dots.map(\.ink)) == [palette[1].linear, palette[2].linear])
  }

  @Test func theShapesAreTheDots() {
    let filter = stipple()
    let shapes = filter.layers(of: .shallow(scene(40, 30)), setting(4))
    #expect(shapes.page.size == Size(10, 7.5) && shapes.layers.count == 2)
    let dots = filter.stipples(of: scene(40, 30), setting(4)).dots
    var area = 0.0
    for case .stroke(let path, _, let pen) in shapes.layers[1].marks {
      #expect(pen.cap == .round)
      area += Double(path.elements.count / 2) * pen.width * pen.width / 4
    }
    let wanted = dots.reduce(0) { $0 + $1.radius * $1.radius } / 16
    #expect(abs(area / wanted - 1) < 0.02)
  }
}
