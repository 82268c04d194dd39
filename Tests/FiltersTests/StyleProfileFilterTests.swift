import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

/// A style of two colours on dark ground, with contrast at the finest size and with grain.
private func profile(grain: Double = 0) -> StyleProfile {
  let (navy, sand) = (SRGB(hex: "#14284b")!, SRGB(hex: "#e0c9a0")!)
  let (a, b) = (OKLab(navy), OKLab(sand))
  let p = SIMD3(a.lightness, a.a, a.b), q = SIMD3(b.lightness, b.a, b.b)
  let mean = p * 0.7 + q * 0.3
  let (d, e) = (p - mean, q - mean)
  func crossed(_ v: SIMD3<Double>) -> SIMD3<Double> { SIMD3(v.x * v.y, v.x * v.z, v.y * v.z) }
  return StyleProfile(
    name: "test", palette: [.init(navy, share: 0.7), .init(sand, share: 0.3)],
    color: .init(
      mean: mean, variances: d * d * 0.7 + e * e * 0.3,
      covariances: crossed(d) * 0.7 + crossed(e) * 0.3),
    values: [Double](repeating: 1 / 16, count: 16),
    edges: .init(density: 0.1, directions: [Double](repeating: 1 / 12, count: 12)),
    detail: [0.03, 0.02, 0.02, 0.02, 0.05], grain: grain,
    layout: .init(density: 0.5, thirds: [Double](repeating: 0.5, count: 9)), sources: [])
}

private func filtered(
  _ filter: some ExemplarFilter, _ source: Bitmap, _ profile: StyleProfile?, exemplars: [Photo] = [],
  jobs: Int = 1
) -> Bitmap {
  let context = FilterContext(
    pixelsPerMillimetre: 4, stream: stream, exemplars: exemplars, profile: profile, jobs: jobs)
  return filter.apply(to: .shallow(source), context).bitmap(jobs: jobs)
}

/// Filters after a profile: numbers instead of a picture.
@Suite struct StyleProfileFilterTests {
  @Test func coloursMeetTheProfile() throws {
    let source = photo(64, 64)
    let wanted = ColorStatistics(profile().color)
    let plain = configured(StyleStatistics.self, ["texture": .number(0)])
    let moved = try ColorStatistics(filtered(plain, source, profile()))
    let linear = configured(ColorTransfer.self, ["method": .choice("linear")])
    let mood = try ColorStatistics(filtered(linear, source, profile()))
    let sliced = try ColorStatistics(filtered(ColorTransfer(), source, profile()))
    for k in 0..<3 {
      #expect(abs(moved.mean[k] - wanted.mean[k]) < 0.02)
      #expect(abs(mood.mean[k] - wanted.mean[k]) < 0.02)
      #expect(abs(sliced.mean[k] - wanted.mean[k]) < 0.04)
    }
  }

  @Test func detailMovesTowardsTheProfile() {
    func finest(_ bitmap: Bitmap) -> Double {
      Double(DetailBands(LabPlanes(bitmap, jobs: 1).lightness, jobs: 1).deviations[0])
    }
    var noisy = photo(64, 64)
    for i in noisy.pixels.indices where (i * 7919) % 5 < 2 { noisy.pixels[i] -= 0x040404 }
    let plain = configured(StyleStatistics.self, ["texture": .number(0)])
    let whole = configured(StyleStatistics.self, ["texture": .number(1)])
    let (before, after) = (
      finest(filtered(plain, noisy, profile())), finest(filtered(whole, noisy, profile()))
    )
    #expect(abs(after - 0.03) < abs(before - 0.03))
  }

  @Test func grainThatIsLackingIsPutOn() {
    func noise(_ bitmap: Bitmap) -> Float { LabPlanes(bitmap, jobs: 1).lightness.noise() }
    let source = flat(0x707070, 64, 64)
    let (clean, grained) = (
      filtered(StyleStatistics(), source, profile()),
      filtered(StyleStatistics(), source, profile(grain: 0.03))
    )
    #expect(noise(clean) < 0.002 && noise(grained) > 0.005)
    #expect(differences(grained, filtered(StyleStatistics(), source, profile(grain: 0.03), jobs: 8)) == 0)
  }

  @Test func theProfileComesAfterThePictures() {
    let source = photo(30, 20)
    let one = Photo(name: "a.png", digest: "", picture: flat(0xcc8844, 30, 30)) { nil }
    var second = StyleStatistics()
    second.exemplar = 2
    let first = filtered(StyleStatistics(), source, profile(), exemplars: [one])
    #expect(differences(first, filtered(StyleStatistics(), source, nil, exemplars: [one])) == 0)
    let other = filtered(second, source, profile(), exemplars: [one])
    #expect(differences(other, filtered(StyleStatistics(), source, profile())) == 0)
    #expect(differences(first, other) > 300)
  }

  @Test func patchesNeedAPicture() {
    let source = photo(30, 20)
    #expect(differences(filtered(StyleTransfer(), source, profile()), source) == 0)
    #expect(!StyleTransfer.takesProfile && StyleStatistics.takesProfile && ColorTransfer.takesProfile)
  }
}
