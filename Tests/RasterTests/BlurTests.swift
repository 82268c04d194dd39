import Color
import Raster
import Testing

/// Twins work on grids of float64.
typealias Samples = [[Double]]

func float64(_ plane: Plane) -> Samples { (0..<plane.height).map { plane.row($0).map(Double.init) } }

/// A plane of random samples in which every other column third is bright, so that there are edges.
func testPlane(_ width: Int, _ height: Int, seed: UInt64) -> Plane {
  var numbers = TestNumbers(seed)
  var plane = Plane(width: width, height: height)
  for y in 0..<height {
    for x in 0..<width {
      plane.samples[y * plane.stride + x] = numbers.unit() * 0.3 + (x * 3 > width ? 0.6 : 0.01)
    }
  }
  return plane
}

/// Any deterministic mixture of colours, with all alphas if not opaque.
func testBitmap(_ width: Int, _ height: Int, opaque: Bool = true, seed: UInt64 = 3) -> Bitmap {
  var numbers = TestNumbers(seed)
  let pixels = (0..<width * height).map { _ -> UInt32 in
    let alpha = opaque ? 255 : numbers.bits() & 255
    let codes = (0..<3).map { _ in (numbers.bits() & 255) * alpha / 255 }
    return alpha << 24 | codes[0] << 16 | codes[1] << 8 | codes[2]
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

func largestDifference(_ a: Samples, _ b: Samples) -> Double {
  zip(a, b).flatMap { zip($0, $1).map { abs($0 - $1) } }.max() ?? 0
}

/// e to a power that is not positive, from its series: halved until small, then squared again.
func expTwin(_ x: Double) -> Double {
  guard x < -0.01 else { return 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4))) }
  let half = expTwin(x / 2)
  return half * half
}

/// Convolution with a sampled Gaussian out to six sigmas, edges repeated.
func gaussTwin(_ g: Samples, sigma: Double) -> Samples {
  let reach = Int((6 * sigma).rounded(.up))
  let weights = (-reach...reach).map { expTwin(-Double($0 * $0) / (2 * sigma * sigma)) }
  let sum = weights.reduce(0, +)
  func along(_ row: [Double]) -> [Double] {
    row.indices.map { x in
      weights.enumerated().reduce(0.0) { total, tap in
        total + tap.element * row[max(0, min(row.count - 1, x + tap.offset - reach))]
      } / sum
    }
  }
  func turned(_ g: Samples) -> Samples { (g.first ?? []).indices.map { x in g.map { $0[x] } } }
  return turned(turned(g.map(along)).map(along))
}

@Suite struct BlurTests {
  @Test(arguments: awkwardWidths, [0.3, 1, 2.6])
  func smallSigmasAgreeWithFloat64(width: Int, sigma: Double) {
    let source = testPlane(width, 12, seed: UInt64(width))
    #expect(
      largestDifference(float64(source.blurred(sigma: sigma)), gaussTwin(float64(source), sigma: sigma))
        < 1e-4)
  }

  @Test(arguments: awkwardWidths, [4, 7.9, 8, 20, 45])
  func largeSigmasAgreeWithFloat64(width: Int, sigma: Double) {
    let source = testPlane(width, 26, seed: UInt64(width))
    #expect(
      largestDifference(float64(source.blurred(sigma: sigma)), gaussTwin(float64(source), sigma: sigma))
        < 4e-4)
  }

  @Test(arguments: [1.5, 4, 9])
  func codesAreWithinOneOfFloat64(sigma: Double) {
    // White beside black: the steep foot of the transfer function shows what a kernel lacks far out.
    var bitmap = Bitmap(width: 64, height: 12, fill: 0xff00_0000)
    for i in bitmap.pixels.indices where i % 64 < 20 { bitmap.pixels[i] = .max }
    let light = bitmap.pixels.map { Double($0 & 255) / 255 }
    let twin = gaussTwin((0..<12).map { Array(light[$0 * 64..<$0 * 64 + 64]) }, sigma: sigma)
    let result = Picture.shallow(bitmap).blurred(sigma: sigma).bitmap()
    for (i, pixel) in result.pixels.enumerated() {
      let code = encodeSRGB(twin[i / 64][i % 64]) * 255
      #expect(abs(Double(pixel >> 8 & 255) - code) <= 1)
    }
  }

  @Test(arguments: [0.7, 3, 6, 30])
  func symmetryAndConstantsStay(sigma: Double) {
    var plane = Plane(width: 41, height: 33, fill: 0.4)
    #expect(largestDifference(float64(plane.blurred(sigma: sigma)), float64(plane)) < 1e-6)
    plane.samples[16 * plane.stride + 20] = 9
    let result = float64(plane.blurred(sigma: sigma))
    #expect(largestDifference(result, result.map { $0.reversed() }) < 1e-6)
    #expect(largestDifference(result, result.reversed()) < 1e-6)
  }

  @Test func pictureAndPlanesAgreeWithOneAnother() {
    let source = testBitmap(37, 70, opaque: false)
    let picture = Picture.shallow(source).blurred(sigma: 5).bitmap()
    #expect(differences(picture, PlanarImage(source).blurred(sigma: 5).bitmap()) == 0)
    #expect(Picture.shallow(source).blurred(sigma: 0).bitmap() == source)
  }

  @Test(arguments: [2.0, 5, 12])
  func jobsDoNotReachPixels(sigma: Double) {
    for opaque in [true, false] {
      let source = Picture.shallow(testBitmap(19, 150, opaque: opaque))
      let one = source.blurred(sigma: sigma).bitmap()
      for jobs in [2, 8] {
        #expect(differences(source.blurred(sigma: sigma, jobs: jobs).bitmap(), one) == 0)
      }
    }
  }

  @Test func nothingAndTransparencyStay() {
    for (width, height) in [(0, 0), (0, 3), (3, 0), (1, 1)] {
      let source = Bitmap(width: width, height: height, fill: 0)
      #expect(Picture.shallow(source).blurred(sigma: 9).bitmap() == source)
    }
    let clear = Bitmap(width: 9, height: 9)
    #expect(Picture.shallow(clear).blurred(sigma: 3).bitmap() == clear)
  }

  @Test func deepPicturesStayDeep() {
    let deep = DeepBitmap(width: 5, height: 4, pixels: [UInt64](repeating: 0xffff_1234_8000_fedc, count: 20))
    #expect(Picture.deep(deep).blurred(sigma: 4) == .deep(deep))
  }
}

@Suite struct PointPassTests {
  @Test func rowsThatAreLeftAloneComeBack() {
    for opaque in [true, false] {
      for width in awkwardWidths {
        let bitmap = testBitmap(width, 70, opaque: opaque)
        #expect(differences(Picture.shallow(bitmap).mapRows { _, _, _ in }.bitmap(), bitmap) == 0)
      }
    }
    let deep = DeepBitmap(width: 3, height: 1, pixels: [0, .max, 0x8000_0001_ffff_4321])
    #expect(Picture.deep(deep).mapRows { _, _, _ in } == .deep(deep))
  }

  @Test(arguments: [1, 2, 8])
  func everyPixelIsMetOnceAtItsPlace(jobs: Int) {
    let grey = Picture.shallow(Bitmap(width: 21, height: 130, fill: 0xff80_8080))
    let result = grey.mapRows(jobs: jobs) { y, planes, row in
      row.updatePixels(planes: planes) { x, pixel in
        pixel.red = Lanes((0..<8).map { ($0 + x + y) % 2 == 0 ? 1 : 0 })
        pixel.blue = pixel.alpha
      }
    }.bitmap()
    for (i, pixel) in result.pixels.enumerated() {
      #expect(pixel == ((i % 21 + i / 21) % 2 == 0 ? 0xffff_80ff : 0xff00_80ff))
    }
  }

  @Test func opacityIsSeen() {
    for place in [0, 63 * 5, 64 * 5, 129 * 5 + 4] {
      var bitmap = Bitmap(width: 5, height: 130, fill: .max)
      #expect(bitmap.isOpaque(jobs: 2))
      bitmap.pixels[place] = 0x7fff_ffff
      #expect(!bitmap.isOpaque(jobs: 2))
    }
  }
}
