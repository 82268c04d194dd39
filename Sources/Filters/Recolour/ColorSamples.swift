import Color
import Parameters
import Raster

/// Colours of visible pixels, spread evenly over a picture, in two spaces.
struct ColorSamples {
  /// OKLab.
  private(set) var labs: [SIMD3<Float>] = []
  /// Encoded sRGB 0...1, straight.
  private(set) var encoded: [SIMD3<Float>] = []

  /// One pixel from each of `count` equal stretches of the picture; transparent ones drop out.
  init(_ bitmap: Bitmap, _ count: Int, _ stream: SeedStream) {
    var stream = stream
    let light = (0..<256).map { decodeSRGB(Double($0) / 255) }
    guard !bitmap.pixels.isEmpty else { return }
    for index in 0..<count {
      let place = (Double(index) + stream.unit()) / Double(count) * Double(bitmap.pixels.count)
      let pixel = bitmap.pixels[min(bitmap.pixels.count - 1, Int(place))]
      let alpha = pixel >> 24
      guard alpha > 0 else { continue }
      let codes = [16, 8, 0].map { min(255, Int(((pixel >> UInt32($0) & 255) * 255 + alpha / 2) / alpha)) }
      let lab = OKLab(LinearRGB(light[codes[0]], light[codes[1]], light[codes[2]]))
      labs.append(SIMD3(Float(lab.lightness), Float(lab.a), Float(lab.b)))
      encoded.append(SIMD3(Float(codes[0]), Float(codes[1]), Float(codes[2])) / 255)
    }
  }
}
