import Composition
import Parameters
import Raster
import Testing

@testable import Filters

private func dab(_ radius: Double, samples: Int = 5) -> KuwaharaDab {
  KuwaharaDab(radius: radius, elongation: 1, sharpness: 4, samples: samples)
}

/// Noise over two flat halves, with or without transparency.
private func halves(_ width: Int, _ height: Int, clear: Bool = false) -> Bitmap {
  let pixels = (0..<width * height).map { i -> UInt32 in
    let bits = (UInt32(truncatingIfNeeded: i) &* 0x9E37_79B1) >> 8 & 0x0f0f0f
    let left = i % max(width, 1) * 2 < width
    if clear && left { return 0x4000_0000 | (bits & 0x030303) + 0x200810 }
    return 0xff00_0000 | bits + (left ? 0x303828 : 0xa08090)
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

/// One pixel at a time; the same roundings, so the same samples.
private func twin(_ dab: KuwaharaDab, _ bitmap: Bitmap, _ field: FlowField, _ x: Int, _ y: Int) -> [Float] {
  let source = bitmap.codeMeans(step: dab.step)
  var rows = FlowRows(field, width: bitmap.width)
  rows.move(to: y, of: field)
  let tangent = Tangent(
    cosine: Lanes(repeating: rows.cosine[x]), sine: Lanes(repeating: rows.sine[x]))
  let stretch = Float(1).addingProduct(tangent.anisotropy[0], dab.elongation)
  let (long, short, scale) = (stretch * dab.radius, dab.radius / stretch, 1 / Float(dab.step))
  let (tx, ty) = (tangent.x[0], tangent.y[0])
  let samples = dab.pattern.points.map { point -> [Float] in
    func place(_ at: Int, _ along: Float, _ across: Float, _ count: Int) -> Int {
      let start = ((Float(at) + 0.5) * scale).addingProduct(point.x, along * scale)
      return Int(min(max(start.addingProduct(point.y, across * scale), 0), Float(count) - 0.5))
    }
    let column = place(x, tx * long, 0 - ty * short, source.width)
    let row = place(y, ty * long, tx * short, source.height)
    let pixel = source.pixels[row * source.width + column]
    return [16, 8, 0, 24].map { Float(pixel >> $0 & 255) }
  }
  return blended(samples, count: dab.pattern.count, sharpness: dab.sharpness)
}

private func blended(_ samples: [[Float]], count: Int, sharpness: Int) -> [Float] {
  var (total, weights) = ([Float](repeating: 0, count: 4), Float(0))
  for sector in 0..<8 {
    var (mean, square) = ([Float](repeating: 0, count: 4), Float(0))
    for (offset, share) in [(-1, Float(0.5)), (0, 1), (1, 0.5)] {
      let wedge = (2 * sector + offset + 16) % 16
      for sample in samples[wedge * count..<(wedge + 1) * count] {
        for channel in 0..<4 { mean[channel] += sample[channel] * share / Float(2 * count) }
        square += sample.reduce(0) { $0 + $1 * $1 } * share / Float(2 * count)
      }
    }
    let spread = max(0, square - mean.reduce(0) { $0 + $1 * $1 }) / 255
    let weight = 1 / (1 + (0..<sharpness).reduce(Float(1)) { power, _ in power * spread })
    for channel in 0..<4 { total[channel] += mean[channel] * weight }
    weights += weight
  }
  return total.map { $0 / weights }
}

@Suite struct KuwaharaTests {
  @Test(arguments: [0, 1, 7, 8, 9, 31], [3.0, 20])
  func agreesWithItsTwin(width: Int, radius: Double) {
    for (bitmap, samples) in [(halves(width, 9), 5), (halves(width, 9, clear: true), 3)] {
      let field = FlowField(bitmap, sigma: 1.5)
      let painted = dab(radius, samples: samples).paint(bitmap, along: field, jobs: 1)
      #expect(painted.width == width && painted.height == 9)
      for y in stride(from: 0, to: 9, by: 4) {
        for x in 0..<width {
          let codes = twin(dab(radius, samples: samples), bitmap, field, x, y)
          for (channel, shift) in [16, 8, 0, 24].enumerated() {
            let code = Float(painted.pixels[y * width + x] >> shift & 255)
            #expect(abs(code - codes[channel]) < 1.1)
          }
        }
      }
    }
  }

  @Test func texturesGoAndEdgesStay() {
    let bitmap = halves(48, 48)
    let painted = Kuwahara().apply(
      to: .shallow(bitmap), FilterContext(pixelsPerMillimetre: 3, stream: stream)
    ).bitmap()
    let (before, after) = (channel(bitmap, 8), channel(painted, 8))
    func row(_ values: [Double], _ columns: Range<Int>) -> [Double] { columns.map { values[24 * 48 + $0] } }
    #expect(deviation(row(after, 2..<20)) * 4 < deviation(row(before, 2..<20)))
    #expect(after[24 * 48 + 25] - after[24 * 48 + 22] > 60)
  }

  @Test func jobsDoNotReachPixels() {
    let context = FilterContext(pixelsPerMillimetre: 3, stream: stream)
    let one = Kuwahara().apply(to: .shallow(scene(31, 140)), context)
    for jobs in [2, 8] {
      var shared = context
      shared.jobs = jobs
      #expect(Kuwahara().apply(to: .shallow(scene(31, 140)), shared) == one)
    }
  }

  @Test(arguments: [0xff30_5070, 0, 0x8030_1020] as [UInt32])
  func flatPicturesStay(color: UInt32) {
    for (width, height) in [(0, 0), (1, 1), (20, 20)] {
      let flat = Bitmap(width: width, height: height, fill: color)
      let context = FilterContext(pixelsPerMillimetre: 2, stream: stream)
      #expect(differences(Kuwahara().apply(to: .shallow(flat), context).bitmap(), flat) == 0)
    }
  }
}

@Suite struct CodeMeansTests {
  @Test(arguments: [0, 1, 7, 8, 9, 31])
  func squaresAreAveraged(width: Int) {
    let bitmap = halves(width, 7, clear: true)
    let means = bitmap.codeMeans(step: 3)
    #expect(means.width == (width + 2) / 3 && means.height == 3)
    for y in 0..<3 {
      for x in 0..<means.width {
        let inside = (y * 3..<min(7, y * 3 + 3)).flatMap { row in
          (x * 3..<min(width, x * 3 + 3)).map { bitmap.pixels[row * width + $0] }
        }
        for shift in [0, 8, 16, 24] as [UInt32] {
          let sum = inside.reduce(0) { $0 + ($1 >> shift & 255) }
          let mean = (sum + UInt32(inside.count) / 2) / UInt32(inside.count)
          #expect(means.pixels[y * means.width + x] >> shift & 255 == mean)
        }
      }
    }
  }
}
