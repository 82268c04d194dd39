import Raster
import Testing

private func plane(_ width: Int, _ height: Int, seed: UInt64) -> Plane {
  var numbers = TestNumbers(seed)
  var plane = Plane(width: width, height: height)
  for y in 0..<height {
    for x in 0..<width {
      plane.samples[y * plane.stride + x] = numbers.unit() * 0.3 + (x * 3 > width ? 0.6 : 0.1)
    }
  }
  return plane
}

/// The mean over each window, summed sample by sample.
private func boxTwin(_ g: Samples, _ radius: Int) -> Samples {
  g.indices.map { y in
    g[y].indices.map { x in
      let rows = max(0, y - radius)...min(g.count - 1, y + radius)
      let columns = max(0, x - radius)...min(g[y].count - 1, x + radius)
      let sum = rows.reduce(0.0) { sum, row in columns.reduce(sum) { $0 + g[row][$1] } }
      return sum / Double(rows.count * columns.count)
    }
  }
}

private func zipped(_ a: Samples, _ b: Samples, _ f: (Double, Double) -> Double) -> Samples {
  zip(a, b).map { zip($0, $1).map(f) }
}

/// Equations 5, 6 and 8 of the paper in float64.
private func guidedTwin(_ guide: Samples, _ input: Samples, _ radius: Int, _ epsilon: Double) -> Samples {
  let (i, p) = (boxTwin(guide, radius), boxTwin(input, radius))
  let variance = zipped(boxTwin(zipped(guide, guide, *), radius), zipped(i, i, *), -)
  let covariance = zipped(boxTwin(zipped(guide, input, *), radius), zipped(i, p, *), -)
  let a = zipped(covariance, variance) { $0 / ($1 + epsilon) }
  let b = zipped(p, zipped(a, i, *), -)
  return zipped(zipped(boxTwin(a, radius), guide, *), boxTwin(b, radius), +)
}

/// Signal to noise in decibels, for a signal of 1.
func decibels(_ a: Samples, _ b: Samples) -> Double {
  let squares = zipped(a, b) { ($0 - $1) * ($0 - $1) }.flatMap { $0 }
  let mean = squares.reduce(0, +) / Double(squares.count)
  return mean > 0 ? -10 * logarithm(mean) : 300
}

/// Of base 10, to two digits: enough for a limit.
func logarithm(_ v: Double) -> Double { Double(v.exponent) * 0.30103 + (v.significand - 1) * 0.30103 }

@Suite struct GuidedTests {
  @Test(arguments: [1, 7, 8, 9, 31], [0, 1, 4, 40])
  func boxMeansAgreeWithTheirTwin(width: Int, radius: Int) {
    let source = plane(width, 20, seed: UInt64(width))
    #expect(decibels(float64(source.boxMean(radius: radius)), boxTwin(float64(source), radius)) > 110)
  }

  @Test func boxMeansGoOnOverBands() {
    let source = plane(5, 150, seed: 2)
    for radius in [3, 16] {
      #expect(
        decibels(float64(source.boxMean(radius: radius, jobs: 2)), boxTwin(float64(source), radius)) > 110)
    }
    #expect(Plane(width: 0, height: 3).boxMean(radius: 2) == Plane(width: 0, height: 3))
  }

  @Test(arguments: [(31, 70, 4), (20, 20, 16)])
  func filterAgreesWithFloat64(width: Int, height: Int, radius: Int) {
    let (guide, input) = (plane(width, height, seed: 5), plane(width, height, seed: 6))
    let result = GuidedFilter(guide: guide, radius: radius, epsilon: 1e-3).apply(to: input)
    #expect(decibels(float64(result), guidedTwin(float64(guide), float64(input), radius, 1e-3)) >= 60)
    for jobs in [2, 8] {
      let other = GuidedFilter(guide: guide, radius: radius, epsilon: 1e-3, jobs: jobs)
      #expect(other.apply(to: input, jobs: jobs) == result)
    }
  }

  @Test func edgesOfTheGuideStay() {
    let guide = plane(30, 30, seed: 7)
    let same = GuidedFilter(guide: guide, radius: 3, epsilon: 1e-7).apply(to: guide)
    #expect(decibels(float64(same), float64(guide)) > 60)
  }

  @Test func nothingEntersFromPastTheWidth() {
    let clean = plane(9, 12, seed: 3)
    var soiled = clean
    for y in 0..<12 { for x in 9..<16 { soiled.samples[y * 16 + x] = .infinity } }
    let transform = DomainTransform(spatial: 4, range: 0.5)
    #expect(float64(soiled.boxMean(radius: 2)) == float64(clean.boxMean(radius: 2)))
    #expect(
      float64(soiled.smoothed(along: soiled, transform)) == float64(clean.smoothed(along: clean, transform)))
  }
}
