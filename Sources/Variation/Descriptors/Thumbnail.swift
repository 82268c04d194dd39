import Canvas
import Color
import Composition
import Geometry
import Raster
import Studio

/// A tiny picture of a composition without its finish: enough to see what is where, cheap enough for hundreds.
///
/// Type is greeked: each line is a bar over the ink of its box, as tall as the ink and half as dark, since drawing
/// outlines takes longer than everything else at this size.
struct Thumbnail: Sendable {
  /// The long side in pixels.
  static let side = 48

  let width: Int
  let height: Int
  /// OKLab of every pixel, with type.
  let colors: [SIMD3<Float>]
  /// OKLab lightness of every pixel under the type.
  let ground: [Float]
  /// See ``gradients(of:width:height:)``.
  let gradients: [Float]

  /// Draws the composition.
  init(_ composition: Composition, with typesetter: Typesetter) throws(CanvasError) {
    let size = composition.page.size
    let scale = Double(Self.side) / size.longSide
    var view = View(
      scale: scale, width: max(8, Int((size.width * scale).rounded())),
      height: max(8, Int((size.height * scale).rounded())))
    view.isSketch = true
    var picture = try Renderer.draw(
      composition, view, roles: [.ground, .artwork, .furniture], with: typesetter)
    (width, height) = (view.width, view.height)
    ground = picture.pixels.map { Self.lab[Self.index($0)].x }
    for mark in composition.textMarks { Self.grey(mark, on: &picture, scale) }
    colors = picture.pixels.map { Self.lab[Self.index($0)] }
    gradients = Self.gradients(of: colors, width: width, height: height)
  }

  /// A picture of given pixels, all ground.
  init(_ bitmap: Bitmap) {
    (width, height) = (bitmap.width, bitmap.height)
    colors = bitmap.pixels.map { Self.lab[Self.index($0)] }
    ground = colors.map { $0.x }
    gradients = Self.gradients(of: colors, width: width, height: height)
  }

  private static func grey(_ mark: TextMark, on picture: inout Bitmap, _ scale: Double) {
    let ink = mark.color.packed
    for y in pixels(mark.box.top, mark.box.bottom, scale, picture.height) {
      for x in pixels(mark.box.left, mark.box.right, scale, picture.width) {
        let i = y * picture.width + x
        // The mean of two packed colours, component by component: what both have, and half of what one has.
        picture.pixels[i] = (picture.pixels[i] & ink) + ((picture.pixels[i] ^ ink) >> 1 & 0x7f7f_7f7f)
      }
    }
  }

  /// The pixels whose middle lies between two places, at least one of those on the page.
  static func pixels(_ from: Double, _ to: Double, _ scale: Double, _ count: Int) -> Range<Int> {
    let first = max(0, min(count - 1, Int((from * scale).rounded())))
    return first..<max(first + 1, min(count, Int((to * scale).rounded())))
  }

  private static func index(_ p: UInt32) -> Int {
    let (red, green, blue) = (p >> 19 & 31, p >> 11 & 31, p >> 3 & 31)
    return Int(red << 10 | green << 5 | blue)
  }

  /// OKLab of every colour of five bits a component.
  private static let lab: [SIMD3<Float>] = {
    let linear: [Double] = (0..<32).map { decodeSRGB(Double($0) / 31) }
    return (0..<32_768).map { (i: Int) -> SIMD3<Float> in
      let color = OKLab(LinearRGB(linear[i >> 10], linear[i >> 5 & 31], linear[i & 31]))
      return SIMD3<Float>(Float(color.lightness), Float(color.a), Float(color.b))
    }
  }()
}

extension Thumbnail {
  /// Means over a grid of `side` x `side` cells, row by row; each takes the pixels that it touches.
  func cells(_ side: Int) -> [SIMD3<Float>] {
    func span(_ cell: Int, _ count: Int) -> Range<Int> {
      cell * count / side..<((cell + 1) * count + side - 1) / side
    }
    let columns = (0..<side).map { span($0, width) }
    return (0..<side * side).map { i in
      let (rows, columns) = (span(i / side, height), columns[i % side])
      var sum = SIMD3<Float>()
      for y in rows { for x in columns { sum += colors[y * width + x] } }
      return sum / Float(rows.count * columns.count)
    }
  }
}
