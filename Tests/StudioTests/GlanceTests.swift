import Raster
import Testing

@testable import Studio

/// The scores of two made-up pictures, as worked out by an independent program (numpy and its FFT).
@Suite struct GlanceTests {
  struct Expected: Sendable {
    let width, height, kind: Int
    let balance, symmetry, whiteSpace, density, colourfulness: Double
    let saliency: (mean: Double, upper: Double, middle: Double)
  }

  private static let cases = [
    Expected(
      width: 180, height: 250, kind: 0, balance: 0.8758614079579744, symmetry: 0.41689906589940273,
      whiteSpace: 0.036458333333333336, density: 0.07751004016064257, colourfulness: 154.27709041120627,
      saliency: (0.02897899471860254, 0.051777714095205846, 0.026189378960635838)),
    Expected(
      width: 97, height: 64, kind: 1, balance: 0.6724293425686794, symmetry: 0.6426760737166028,
      whiteSpace: 0.17982456140350878, density: 0.15286726804123713, colourfulness: 120.04506407139887,
      saliency: (0.05232765838327888, 0.03580931191539074, 0.023518186766142465)),
  ]

  private func picture(_ width: Int, _ height: Int, _ kind: Int) -> Bitmap {
    func color(_ x: Int, _ y: Int) -> (Int, Int, Int) {
      if kind == 0 {
        let (dx, dy) = (Double(x) - Double(width) * 0.3, Double(y) - Double(height) * 0.4)
        let radius = Double(height) * 0.2
        return ((x * 3 + y) % 256, dx * dx + dy * dy < radius * radius ? 40 : 220, (x * x / 50 + y) % 256)
      }
      return ((x / 9 + y / 7) % 3 == 0 ? 200 : 30, 90 + y * 60 / height, x > width * 2 / 3 ? 10 : 140)
    }
    let pixels = (0..<width * height).map { i -> UInt32 in
      let (r, g, b) = color(i % width, i / width)
      return 0xff00_0000 | UInt32(r) << 16 | UInt32(g) << 8 | UInt32(b)
    }
    return Bitmap(width: width, height: height, pixels: pixels)
  }

  @Test(arguments: cases.indices) func agreesWithAnIndependentProgram(index: Int) {
    let expected = Self.cases[index]
    let glance = Glance(picture(expected.width, expected.height, expected.kind))
    let (weights, edges, saliency) = (glance.weights, glance.edges, glance.saliency)
    func near(_ a: Double, _ b: Double, _ name: String) { #expect(abs(a - b) < 1e-6, "\(name): \(a)") }
    near(glance.balance(weights), expected.balance, "balance")
    near(glance.symmetry(edges), expected.symmetry, "symmetry")
    near(glance.whiteSpace(weights), expected.whiteSpace, "whiteSpace")
    near(glance.density(edges), expected.density, "density")
    near(glance.colourfulness, expected.colourfulness, "colourfulness")
    near(saliency.reduce(0, +) / 4096, expected.saliency.mean, "mean saliency")
    near(saliency[10 * 64 + 20], expected.saliency.upper, "saliency at (20, 10)")
    near(saliency[40 * 64 + 33], expected.saliency.middle, "saliency at (33, 40)")
  }

  @Test func onePicture() {
    let flat = Glance(Bitmap(width: 40, height: 30, fill: 0xff33_6699))
    #expect(flat.whiteSpace(flat.weights) == 1 && flat.density(flat.edges) == 0)
    #expect(flat.balance(flat.weights) == 1 && flat.symmetry(flat.edges) == 1)
    #expect(flat.saliency.allSatisfy { $0 == 0 })
  }

  @Test func occlusionAndHierarchyAreMeasured() throws {
    let (scores, apart) = try (ScoresTests().pageWithForm(y: 130), ScoresTests().pageWithForm(y: 30))
    #expect(scores.occlusion > 3 * apart.occlusion, "the title stands on the only form of the page")
    #expect(abs(scores.hierarchy - (1 - 14.0 / 60)) < 1e-9)
  }
}
