import Color
import Composition
import Geometry
import Studio

/// How well a page is laid out, as far as a thumbnail tells: a first opinion, to prefer one of several equally
/// different variants. Four scores of equal weight, each 0...1.
enum Quality {
  static func of(_ composition: Composition, _ thumbnail: Thumbnail) -> Float {
    let (marks, page) = (composition.textMarks, composition.page)
    let aligned = 1 - min(1, Scores.alignment(marks, page) / 0.005)
    let terms = [
      Float(aligned), Float(Scores.hierarchy(marks)), balance(thumbnail, composition.colors.first),
      1 - hidden(thumbnail, marks, page),
    ]
    return terms.reduce(0, +) / Float(terms.count)
  }

  /// How nearly the weights of left and right, and of top and bottom, cancel (as ``Scores/balance``); a pixel weighs
  /// as much as its colour stands out from the ground.
  private static func balance(_ thumbnail: Thumbnail, _ color: SRGB?) -> Float {
    let lab = OKLab(color ?? .white)
    let ground = SIMD3<Float>(Float(lab.lightness), Float(lab.a), Float(lab.b))
    let middle = SIMD2<Float>(Float(thumbnail.width) / 2, Float(thumbnail.height) / 2)
    var (before, after) = (SIMD2<Float>(), SIMD2<Float>())
    for y in 0..<thumbnail.height {
      for x in 0..<thumbnail.width {
        let d = thumbnail.colors[y * thumbnail.width + x] - ground
        let arm = SIMD2(Float(x) + 0.5, Float(y) + 0.5) - middle
        let moment = arm * (d * d).sum().squareRoot()
        if arm.x < 0 { before.x -= moment.x } else { after.x += moment.x }
        if arm.y < 0 { before.y -= moment.y } else { after.y += moment.y }
      }
    }
    func unlike(_ a: Float, _ b: Float) -> Float { max(a, b) > 0 ? abs(a - b) / max(a, b) : 0 }
    return 1 - (unlike(before.x, after.x) + unlike(before.y, after.y)) / 2
  }

  /// How much of the artwork's edges lies under type, 0...1.
  private static func hidden(_ thumbnail: Thumbnail, _ marks: [TextMark], _ page: Page) -> Float {
    let (width, height) = (thumbnail.width, thumbnail.height)
    let edges = (0..<width * height).map { i -> Float in
      let next = i % width + 1 < width ? abs(thumbnail.ground[i + 1] - thumbnail.ground[i]) : 0
      return next + (i + width < width * height ? abs(thumbnail.ground[i + width] - thumbnail.ground[i]) : 0)
    }
    let scale = Double(width) / page.size.width
    var isUnder = [Bool](repeating: false, count: edges.count)
    for mark in marks {
      for y in Thumbnail.pixels(mark.box.top, mark.box.bottom, scale, height) {
        for x in Thumbnail.pixels(mark.box.left, mark.box.right, scale, width) {
          isUnder[y * width + x] = true
        }
      }
    }
    let all = edges.reduce(0, +)
    return all > 0 ? zip(edges, isUnder).reduce(0) { $1.1 ? $0 + $1.0 : $0 } / all : 0
  }
}
