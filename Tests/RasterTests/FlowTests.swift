import Elementary
import Raster
import Testing

private func flowNoise(_ width: Int, _ height: Int, seed: UInt64) -> Plane {
  var numbers = TestNumbers(seed)
  var plane = Plane(width: width, height: height)
  for y in 0..<height {
    for x in 0..<width { plane.samples[y * plane.stride + x] = numbers.unit() }
  }
  return plane
}

/// Waves whose crests run at an angle of `degrees`, turning from right to down.
private func waves(_ width: Int, _ height: Int, degrees: Double, length: Double) -> Plane {
  let (sin, cos) = Exact.sincos(degrees * .pi / 180)
  var plane = Plane(width: width, height: height)
  for y in 0..<height {
    for x in 0..<width {
      let across = Double(y) * cos - Double(x) * sin
      plane.samples[y * plane.stride + x] = Float(0.5 + 0.3 * Exact.sin(across * 2 * .pi / length))
    }
  }
  return plane
}

private typealias FlowGrid = [[Float]]

private func flowGrid(_ plane: Plane) -> FlowGrid { (0..<plane.height).map { Array(plane.row($0)) } }

private func at(_ g: FlowGrid, _ x: Int, _ y: Int) -> Float {
  g[min(max(y, 0), g.count - 1)][min(max(x, 0), g[0].count - 1)]
}

private func largestDifference(_ a: FlowGrid, _ b: FlowGrid) -> Float {
  zip(a, b).flatMap { zip($0, $1).map { abs($0 - $1) } }.max() ?? 0
}

/// A cos 2θ and A sin 2θ of the tensor without a window.
private func fieldTwin(_ g: FlowGrid) -> (FlowGrid, FlowGrid) {
  var (cosine, sine) = (g, g)
  for y in g.indices {
    for x in g[y].indices {
      let weights: [Float] = [3, 10, 3]
      var (dx, dy): (Float, Float) = (0, 0)
      for k in 0..<3 {
        dx += weights[k] * (at(g, x + 1, y + k - 1) - at(g, x - 1, y + k - 1)) / 32
        dy += weights[k] * (at(g, x + k - 1, y + 1) - at(g, x + k - 1, y - 1)) / 32
      }
      let energy = dx * dx + dy * dy + 0.25 / (255 * 255)
      cosine[y][x] = (dy * dy - dx * dx) / energy
      sine[y][x] = -2 * dx * dy / energy
    }
  }
  return (cosine, sine)
}

@Suite struct FlowFieldTests {
  @Test(arguments: awkwardWidths)
  func agreesWithItsTwin(width: Int) {
    let plane = flowNoise(width, 9, seed: UInt64(width))
    let field = FlowField(lightness: plane, sigma: 0)
    #expect(field.width == width && field.height == 9)
    guard width > 0 else { return }
    let (cosine, sine) = fieldTwin(flowGrid(plane))
    #expect(largestDifference(flowGrid(field.cosine), cosine) < 1e-4)
    #expect(largestDifference(flowGrid(field.sine), sine) < 1e-4)
  }

  @Test(arguments: [0.0, 20, 45, 70, 90, 110, 160])
  func tangentsRunAlongWaves(degrees: Double) {
    let plane = waves(48, 48, degrees: degrees, length: 9)
    let (sin, cos) = Exact.sincos(degrees * .pi / 180)
    for field in [
      FlowField(lightness: plane, sigma: 3), FlowField(lightness: plane, step: 3, sigma: 9, relaxation: 1),
    ] {
      let middle = Float(24 * field.step)
      let tangent = field.tangent(atX: middle, y: middle)
      #expect(abs(Double(tangent.x) * cos + Double(tangent.y) * sin) > 0.9995)
      #expect(tangent.anisotropy > 0.97)
    }
  }

  @Test func noiseAndFlatPartsHaveNoDirection() {
    let random = FlowField(lightness: flowNoise(64, 64, seed: 1), sigma: 4)
    #expect(random.tangent(atX: 32, y: 32).anisotropy < 0.4)
    let flat = FlowField(lightness: Plane(width: 9, height: 9, fill: 0.4), sigma: 2).tangent(atX: 4, y: 4)
    #expect(flat.anisotropy == 0 && flat.x == 1 && flat.y == 0)
  }

  @Test func relaxationCarriesDirectionsIntoFlatParts() {
    var plane = waves(64, 64, degrees: 30, length: 7)
    for y in 0..<64 { for x in 30..<64 { plane.samples[y * plane.stride + x] = 0.5 } }
    let tight = FlowField(lightness: plane, sigma: 1.5).tangent(atX: 45, y: 32)
    let relaxed = FlowField(lightness: plane, sigma: 1.5, relaxation: 1).tangent(atX: 45, y: 32)
    #expect(tight.anisotropy < 0.05)
    #expect(relaxed.anisotropy > 0.5 && abs(relaxed.x * 0.866 + relaxed.y * 0.5) > 0.9)
  }

  @Test func jobsDoNotReachSamples() {
    let bitmap = Bitmap(
      width: 37, height: 150,
      pixels: (0..<37 * 150).map { 0xff00_0000 | (UInt32($0 / 3) &* 0x9E37_79B1) >> 8 })
    let one = FlowField(bitmap, sigma: 3, relaxation: 0.5)
    for jobs in [2, 8] {
      let other = FlowField(bitmap, sigma: 3, relaxation: 0.5, jobs: jobs)
      #expect(other.cosine == one.cosine && other.sine == one.sine)
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (1, 20), (20, 1)])
  func smallPictures(width: Int, height: Int) {
    let field = FlowField(Bitmap(width: width, height: height, fill: 0xff40_8020), sigma: 4, relaxation: 1)
    #expect(field.cosine.samples.allSatisfy { $0 == 0 })
    if width > 0 { #expect(field.tangent(atX: 0, y: 0).x == 1) }
  }

  @Test func theStepFollowsTheWindow() {
    let bitmap = Bitmap(width: 50, height: 41, fill: 0xff40_8020)
    #expect(FlowField(bitmap, sigma: 1).step == 1)
    let coarse = FlowField(bitmap, sigma: 6)
    #expect(coarse.step == 4 && coarse.width == 13 && coarse.height == 11)
  }
}

@Suite struct FlowRowsTests {
  @Test(arguments: awkwardWidths)
  func rowsAreBilinear(width: Int) {
    let step = 3
    let plane = flowNoise((width + 2) / 3, 4, seed: 5)
    let field = FlowField(lightness: plane, step: step, sigma: 0)
    var rows = FlowRows(field, width: width)
    for y in [0, 1, 5, 11] {
      rows.move(to: y, of: field)
      for x in 0..<width {
        let (u, v) = ((Float(x) + 0.5) / 3 - 0.5, (Float(y) + 0.5) / 3 - 0.5)
        let (fu, fv) = (u.rounded(.down), v.rounded(.down))
        func mixed(_ g: FlowGrid) -> Float {
          let (i, j) = (Int(fu), Int(fv))
          let top = at(g, i, j) + (at(g, i + 1, j) - at(g, i, j)) * (u - fu)
          let bottom = at(g, i, j + 1) + (at(g, i + 1, j + 1) - at(g, i, j + 1)) * (u - fu)
          return top + (bottom - top) * (v - fv)
        }
        #expect(abs(rows.cosine[x] - mixed(flowGrid(field.cosine))) < 1e-5)
        #expect(abs(rows.sine[x] - mixed(flowGrid(field.sine))) < 1e-5)
      }
    }
  }
}

@Suite struct LightnessPlaneTests {
  @Test(arguments: awkwardWidths, [1, 2, 5])
  func squaresAreAveragedInLinearLight(width: Int, step: Int) {
    let pixels = (0..<width * 6).map { 0xff00_0000 | (UInt32($0) &* 0x9E37_79B1) >> 8 }
    let bitmap = Bitmap(width: width, height: 6, pixels: pixels)
    let plane = Plane(lightnessOf: bitmap, step: step)
    #expect(plane.width == (width + step - 1) / step && plane.height == (5 + step) / step)
    let image = PlanarImage(bitmap)
    for y in 0..<plane.height {
      for x in 0..<plane.width {
        let rows = y * step..<min(6, (y + 1) * step)
        let columns = x * step..<min(width, (x + 1) * step)
        let means = (0..<3).map { channel in
          rows.reduce(Float(0)) { sum, row in
            columns.reduce(sum) { $0 + image.samples[(row * 3 + channel) * image.stride + $1] }
          } / Float(rows.count * columns.count)
        }
        #expect(abs(plane.row(y)[y * plane.stride + x] - lightnessTwin(means)) < 1e-4)
      }
    }
  }

  @Test func paperShowsThrough() {
    let bitmap = Bitmap(width: 2, height: 1, pixels: [0, 0x8000_0000])
    let plane = Plane(lightnessOf: bitmap)
    #expect(abs(plane.samples[0] - 1) < 1e-4)
    #expect(abs(plane.samples[1] - lightnessTwin([127 / 255.0, 127 / 255.0, 127 / 255.0])) < 1e-3)
  }

  private func lightnessTwin(_ rgb: [Float]) -> Float {
    func root(_ v: Float) -> Float { Float(Exact.pow(Double(v), 1.0 / 3)) }
    let l = root(0.4122214708 * rgb[0] + 0.5363325363 * rgb[1] + 0.0514459929 * rgb[2])
    let m = root(0.2119034982 * rgb[0] + 0.6806995451 * rgb[1] + 0.1073969566 * rgb[2])
    let s = root(0.0883024619 * rgb[0] + 0.2817188376 * rgb[1] + 0.6299787005 * rgb[2])
    return 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s
  }
}

@Suite struct StreamlinesTests {
  @Test(arguments: awkwardWidths)
  func agreesWithItsTwin(width: Int) {
    let field = FlowField(lightness: flowNoise(width, 12, seed: 3), sigma: 1)
    let plane = flowNoise(width, 12, seed: 4)
    let weights: [Float] = [0.4, 0.2, 0.07, 0.03]
    let result = Streamlines(field).integral(of: plane, weights: weights, step: 0.9)
    #expect(result.width == width)
    guard width > 0 else { return }
    let twin = LineTwin(field, flowGrid(plane))
    for y in 0..<12 {
      for x in 0..<width {
        #expect(abs(result.row(y)[y * result.stride + x] - twin.sum(x, y, weights, 0.9)) < 1e-5)
      }
    }
  }

  @Test func sumsAlongStripesKeepThem() {
    let stripes = waves(40, 40, degrees: 30, length: 8)
    let lines = Streamlines(FlowField(lightness: stripes, sigma: 2))
    let weights = [Float](repeating: 1.0 / 17, count: 9)
    let along = lines.integral(of: stripes, weights: weights, step: 1)
    for jobs in [2, 8] {
      #expect(lines.integral(of: stripes, weights: weights, step: 1, jobs: jobs) == along)
    }
    let inside = (12..<28).flatMap { y in (12..<28).map { y * stripes.stride + $0 } }
    #expect(inside.allSatisfy { abs(along.samples[$0] - stripes.samples[$0]) < 0.06 })
    // Noise has no stripes of its own: its sums vary little along them and much across.
    let smeared = lines.integral(of: flowNoise(40, 40, seed: 8), weights: weights, step: 1)
    func steps(_ dx: Int, _ dy: Int) -> Float {
      inside.reduce(0) { $0 + abs(smeared.samples[$1 + dy * smeared.stride + dx] - smeared.samples[$1]) }
    }
    #expect(steps(2, 1) * 1.3 < steps(-1, 2))
  }
}

/// One line at a time, directions from the field in plain arithmetic.
private struct LineTwin {
  let tangents: [[(Float, Float)]]
  let values: FlowGrid

  init(_ field: FlowField, _ values: FlowGrid) {
    self.values = values
    let (cosine, sine) = (flowGrid(field.cosine), flowGrid(field.sine))
    tangents = zip(cosine, sine).map {
      zip($0, $1).map { c, s in
        let tangent = Tangent(cosine: Lanes(repeating: c), sine: Lanes(repeating: s))
        func held(_ v: Float) -> Float { (v * 32767 + 0.5).rounded(.down) / 32767 }
        return (held(tangent.x[0]), held(tangent.y[0]))
      }
    }
  }

  private func index(_ x: Float, _ y: Float) -> (Int, Int) {
    (
      Int(min(max(x + 0.5, 0), Float(values[0].count) - 0.5)),
      Int(min(max(y + 0.5, 0), Float(values.count) - 0.5))
    )
  }

  func sum(_ x: Int, _ y: Int, _ weights: [Float], _ step: Float) -> Float {
    var sum = values[y][x] * weights[0]
    for sign: Float in [1, -1] {
      var place = (Float(x), Float(y))
      var way = (tangents[y][x].0 * sign, tangents[y][x].1 * sign)
      for weight in weights.dropFirst() {
        way = turned(place.0 + way.0 * step / 2, place.1 + way.1 * step / 2, way)
        place = (place.0 + way.0 * step, place.1 + way.1 * step)
        let (i, j) = index(place.0, place.1)
        sum += values[j][i] * weight
        way = turned(place.0, place.1, way)
      }
    }
    return sum
  }

  private func turned(_ x: Float, _ y: Float, _ way: (Float, Float)) -> (Float, Float) {
    let (i, j) = index(x, y)
    let (a, b) = tangents[j][i]
    return a * way.0 + b * way.1 < 0 ? (-a, -b) : (a, b)
  }
}
