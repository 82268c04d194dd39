import Color
import Raster
import Testing

/// One row to another length, from the definitions, in float64.
private func resizedTwin(_ row: [Double], to count: Int, _ kernel: ResamplingKernel) -> [Double] {
  let ratio = Double(row.count) / Double(count)
  return (0..<count).map { index in
    let weights = row.indices.map { weightTwin(kernel, Double($0), Double(index), ratio) }
    return zip(weights, row).map { $0 * $1 }.reduce(0, +) / weights.reduce(0, +)
  }
}

private func weightTwin(_ kernel: ResamplingKernel, _ old: Double, _ new: Double, _ ratio: Double) -> Double {
  if kernel == .area { return max(0, min(old + 1, (new + 1) * ratio) - max(old, new * ratio)) }
  let x = abs(old + 0.5 - (new + 0.5) * ratio) / max(1, ratio)
  switch kernel {
  case .area: return 0
  case .triangle: return max(0, 1 - x)
  case .cubic:
    if x < 1 { return 1.5 * x * x * x - 2.5 * x * x + 1 }
    return x < 2 ? -0.5 * x * x * x + 2.5 * x * x - 4 * x + 2 : 0
  case .lanczos3: return x < 3 ? sinc(x) * sinc(x / 3) : 0
  }
}

/// sin(πx) / πx for 0...3, as its infinite product would have it: by the series, on a folded angle.
private func sinc(_ x: Double) -> Double {
  guard x > 1e-9 else { return 1 }
  let fold = x - 2 * (x / 2).rounded()
  let t = Double.pi * (abs(fold) > 0.5 ? (fold > 0 ? 1 - fold : -1 - fold) : fold)
  var (term, sum) = (t, t)
  for i in 1...12 {
    term *= -t * t / Double((2 * i) * (2 * i + 1))
    sum += term
  }
  return sum / (.pi * x)
}

private func turned(_ g: Samples) -> Samples { (g.first ?? []).indices.map { x in g.map { $0[x] } } }

@Suite struct ResizeTests {
  @Test(arguments: ResamplingKernel.allCases, [1, 7, 8, 9, 31])
  func agreesWithFloat64(kernel: ResamplingKernel, width: Int) {
    let source = testPlane(width, 13, seed: UInt64(width))
    for (w, h) in [(1, 1), (width, 13), (17, 5), (5, 40), (64, 29)] {
      let rows = float64(source).map { resizedTwin($0, to: w, kernel) }
      let twin = turned(turned(rows).map { resizedTwin($0, to: h, kernel) })
      #expect(largestDifference(float64(source.resized(width: w, height: h, kernel)), twin) < 2e-6)
    }
  }

  @Test(arguments: ResamplingKernel.allCases)
  func constantsStayAndSymmetryStays(kernel: ResamplingKernel) {
    let flat = Bitmap(width: 23, height: 19, fill: 0xff31_80c7)
    var dot = Plane(width: 15, height: 21)
    dot.samples[10 * dot.stride + 7] = 1
    for (w, h) in [(7, 5), (60, 41), (23, 19), (9, 80)] {
      #expect(flat.resized(width: w, height: h, kernel) == Bitmap(width: w, height: h, fill: 0xff31_80c7))
      let result = float64(dot.resized(width: w, height: h, kernel))
      #expect(largestDifference(result, result.map { $0.reversed() }) < 1e-6)
      #expect(largestDifference(result, result.reversed()) < 1e-6)
    }
  }

  @Test(arguments: ResamplingKernel.allCases)
  func aSlopeStaysInPlace(kernel: ResamplingKernel) {
    // Away from the border a straight slope must stay one, at the same place: no shift by half a pixel.
    var slope = Plane(width: 64, height: 1)
    for x in 0..<64 { slope.samples[x] = Float(x) + 0.5 }
    for width in [16, 32, 128] where !(kernel == .area && width > 64) {
      let row = slope.resized(width: width, height: 1, kernel).row(0)
      for x in width / 4..<width * 3 / 4 {
        #expect(abs(row[x] - (Float(x) + 0.5) * 64 / Float(width)) < 0.02)
      }
    }
  }

  @Test func sameSizeIsTheSamePicture() {
    for opaque in [true, false] {
      let source = testBitmap(19, 30, opaque: opaque)
      for kernel in ResamplingKernel.allCases {
        #expect(differences(source.resized(width: 19, height: 30, kernel), source) == 0)
        #expect(differences(source.resized(width: 19, height: 30, kernel, light: .encoded), source) == 0)
      }
    }
  }

  @Test func linearLightKeepsBrightness() {
    var checks = Bitmap(width: 64, height: 64, fill: 0xff00_0000)
    for i in checks.pixels.indices where (i + i / 64) % 2 == 0 { checks.pixels[i] = .max }
    let half = UInt32((encodeSRGB(0.5) * 255).rounded())
    #expect(checks.resized(width: 8, height: 8, .area).pixels.allSatisfy { $0 & 255 == half })
    let encoded = checks.resized(width: 8, height: 8, .area, light: .encoded).pixels
    #expect(encoded.allSatisfy { (127...128).contains($0 & 255) })
  }

  @Test func transparentColourDoesNotBleed() {
    var source = Bitmap(width: 16, height: 4, fill: 0)
    for i in source.pixels.indices where i % 16 < 8 { source.pixels[i] = 0xffff_0000 }
    for pixel in source.resized(width: 5, height: 3).pixels {
      let (red, alpha) = (pixel >> 16 & 255, pixel >> 24)
      #expect(red <= alpha && red + 1 >= alpha && pixel & 0xffff == 0)
    }
  }

  @Test func jobsDoNotReachPixels() {
    let source = testBitmap(23, 200, opaque: false)
    for height in [150, 300] {
      let one = source.resized(width: 31, height: height)
      for jobs in [2, 8] {
        #expect(differences(source.resized(width: 31, height: height, jobs: jobs), one) == 0)
      }
    }
  }

  @Test func nothingStaysNothingAndDeepStaysDeep() {
    #expect(Bitmap(width: 0, height: 0).resized(width: 0, height: 0) == Bitmap(width: 0, height: 0))
    let pixel: UInt64 = 0xffff_1234_8000_fedc
    let deep = DeepBitmap(width: 2, height: 2, pixels: [UInt64](repeating: pixel, count: 4))
    let large = DeepBitmap(width: 3, height: 5, pixels: [UInt64](repeating: pixel, count: 15))
    for light in [Light.linear, .encoded] {
      #expect(Picture.deep(deep).resized(width: 3, height: 5, .area, light: light) == .deep(large))
    }
  }

  @Test func encodedLanczosIsWhatPillowMakes() {
    // A row of 24 codes to 10 and to 37 with Pillow's LANCZOS.
    let result = { (width: Int) in
      Bitmap(width: 24, height: 1, pixels: PillowRow.source.map { 0xff00_0000 | $0 << 16 | $0 << 8 | $0 })
        .resized(width: width, height: 1, light: .encoded).pixels.map { Int($0 & 255) }
    }
    for (ours, theirs) in zip(result(10), PillowRow.ten) { #expect(abs(ours - theirs) <= 1) }
    for (ours, theirs) in zip(result(37), PillowRow.thirtySeven) { #expect(abs(ours - theirs) <= 1) }
  }
}

/// Made with Pillow 13.
private enum PillowRow {
  static let source: [UInt32] = [
    40, 48, 1, 48, 28, 30, 37, 17, 254, 184, 201, 209, 223, 211, 189, 183, 180, 92, 97, 139, 99,
    122, 127, 101,
  ]
  static let ten: [Int] = [
    35, 32, 20, 157, 216, 211, 179, 110, 117, 115,
  ]
  static let thirtySeven: [Int] = [
    38, 49, 43, 5, 16, 49, 37, 24, 30, 45, 13, 11, 173, 255, 193, 181, 205, 208, 217, 223, 215, 200,
    188, 181, 190, 178, 117, 79, 96, 132, 132, 101, 107, 128, 129, 112, 98,
  ]
}
