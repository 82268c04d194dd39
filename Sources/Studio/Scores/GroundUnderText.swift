import Color
import Composition
import Geometry
import Raster

/// The pixels under one line of text.
struct GroundUnderText {
  /// The 4th percentile of the contrast between the text's colour and the pixels of its box: strict, but blind to a
  /// stray edge pixel.
  let contrast: Double
  /// Mean absolute difference of encoded luminance between neighbours, 0...1.
  let gradient: Double

  /// Relative luminance of every 8-bit component value.
  static let linear: [Double] = (0..<256).map { decodeSRGB(Double($0) / 255) }

  init(_ mark: TextMark, _ bitmap: Bitmap, scale: Double) {
    let box = mark.box
    let x0 = max(0, Int(box.left * scale)), y0 = max(0, Int(box.top * scale))
    let x1 = min(bitmap.width, Int((box.right * scale).rounded(.up)))
    let y1 = min(bitmap.height, Int((box.bottom * scale).rounded(.up)))
    guard x0 < x1, y0 < y1 else {
      (contrast, gradient) = (0, 1)
      return
    }
    let text = mark.color.quantized.luminance
    var ratios: [Double] = []
    var steps = 0.0
    for y in y0..<y1 {
      var left = -1.0
      for x in x0..<x1 {
        let luminance = Self.luminance(bitmap.pixels[y * bitmap.width + x])
        ratios.append(contrastRatio(luminances: luminance, text))
        let encoded = luminance.squareRoot()
        if left >= 0 { steps += abs(encoded - left) }
        left = encoded
      }
    }
    ratios.sort()
    contrast = ratios[ratios.count * 4 / 100]
    gradient = steps / Double(ratios.count)
  }

  private static func luminance(_ p: UInt32) -> Double {
    0.2126 * linear[Int(p >> 16 & 255)] + 0.7152 * linear[Int(p >> 8 & 255)] + 0.0722 * linear[Int(p & 255)]
  }
}
