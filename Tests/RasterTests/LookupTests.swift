import Raster
import Testing

/// Any transform that is not linear.
private func bent(_ v: SIMD3<Double>) -> SIMD3<Double> {
  SIMD3(v.y * v.y, 0.2 + 0.7 * v.z * v.x, 1 - v.x * v.x)
}

/// The plain twin: finds the tetrahedron by sorting the axes.
private func twin(_ cube: ColorCube, _ pixel: UInt32) -> [Float] {
  let alpha = Float(pixel >> 24)
  let last = Float(cube.side - 1)
  let place = [16, 8, 0].map { min(Float(pixel >> UInt32($0) & 255) * (1 / max(alpha, 1)) * last, last) }
  var node = place.map { min(Int($0), cube.side - 2) }
  let part = zip(place, node).map { $0 - Float($1) }
  let order = [0, 1, 2].sorted { part[$0] > part[$1] }
  var weights = [1 - part[order[0]], part[order[0]] - part[order[1]]]
  weights += [part[order[1]] - part[order[2]], part[order[2]]]
  var sum = [Float](repeating: 0, count: 3)
  for step in 0..<4 {
    if step > 0 { node[order[step - 1]] += 1 }
    let value = cube[node[0], node[1], node[2]]
    for channel in 0..<3 { sum[channel] = fma(value[channel], weights[step], sum[channel]) }
  }
  return sum
}

@Suite struct LookupTests {
  @Test(arguments: awkwardWidths)
  func pixelsAgreeWithTheirTwin(width: Int) {
    let cube = ColorCube(side: 9, bent)
    var numbers = TestNumbers(UInt64(width) + 4)
    let pixels = (0..<width * 2).map { _ in numbers.bits() | 0xff00_0000 }
    let result = cube.apply(to: Bitmap(width: width, height: 2, pixels: pixels))
    for (pixel, found) in zip(pixels, result.pixels) {
      let codes = twin(cube, pixel).map { codeTwin($0, dither: 0) }
      #expect(found == 0xff00_0000 | codes[0] << 16 | codes[1] << 8 | codes[2])
    }
  }

  @Test func everyOrderOfTheAxesIsMet() {
    let cube = ColorCube(side: 3, bent)
    let parts: [UInt32] = [0, 20, 64, 100, 127, 128, 200, 255]
    let pixels = parts.flatMap { r in parts.flatMap { g in parts.map { 0xff00_0000 | r << 16 | g << 8 | $0 } }
    }
    let result = cube.apply(to: Bitmap(width: 64, height: 8, pixels: pixels))
    let wrong = zip(pixels, result.pixels).count { pixel, found in
      let codes = twin(cube, pixel).map { codeTwin($0, dither: 0) }
      return found != 0xff00_0000 | codes[0] << 16 | codes[1] << 8 | codes[2]
    }
    #expect(wrong == 0)
  }

  @Test(arguments: awkwardWidths)
  func identityKeepsEveryPixel(width: Int) {
    let cube = ColorCube { $0 }
    #expect(cube.side == 33)
    let pixels = (0..<width * 9).map { i -> UInt32 in
      let alpha = UInt32(i * 31 % 256)
      return alpha << 24 | alpha << 16 | alpha / 2 << 8 | alpha / 3
    }
    let picture = Bitmap(width: width, height: 9, pixels: pixels)
    #expect(differences(cube.apply(to: picture), picture) == 0)
    #expect(differences(cube.apply(to: picture, dithered: true), picture) == 0)
    #expect(differences(ColorCube.identity.apply(to: picture), picture) == 0)
  }

  @Test func linearLightAgreesWithPixels() {
    let cube = ColorCube(bent)
    var numbers = TestNumbers(3)
    let picture = Bitmap(width: 21, height: 70, pixels: (0..<1470).map { _ in numbers.bits() | 0xff00_0000 })
    var planar = PlanarImage(picture)
    cube.apply(to: &planar, jobs: 2)
    let (a, b) = (planar.bitmap(), cube.apply(to: picture))
    let far = zip(a.pixels, b.pixels).count { p, q in
      for shift: UInt32 in [0, 8, 16] {
        let (code, other) = (Int(p >> shift & 255), Int(q >> shift & 255))
        if abs(code - other) > 1 { return true }
      }
      return false
    }
    #expect(far == 0)
  }

  @Test func jobsDoNotReachPixels() {
    let one = ColorCube(side: 17, bent)
    var numbers = TestNumbers(8)
    let picture = Bitmap(width: 5, height: 200, pixels: (0..<1000).map { _ in numbers.bits() | 0xff00_0000 })
    for jobs in [2, 8] {
      #expect(ColorCube(side: 17, jobs: jobs, bent) == one)
      let result = one.apply(to: picture, dithered: true, jobs: jobs)
      #expect(differences(result, one.apply(to: picture, dithered: true)) == 0)
    }
  }
}
