import Color
import Composition
import Geometry
import Raster

extension Photo {
  /// The part of the picture, in fractions, that fills a frame of an aspect (width over height) and keeps what must
  /// stay visible.
  func cover(_ wanted: Double) -> Rect {
    let middle = focus.isEmpty ? Point(0.5, 0.5) : focus.reduce(.zero, +) * (1 / Double(focus.count))
    let (w, h) = wanted < aspect ? (wanted / aspect, 1) : (1, aspect / wanted)
    func start(_ middle: Double, _ part: Double) -> Double { min(max(middle - part / 2, 0), 1 - part) }
    return Rect(start(middle.x, w), start(middle.y, h), w, h)
  }
}

extension Bitmap {
  /// The mean of an opaque picture's encoded values.
  var mean: SRGB {
    var sum = SIMD3<Double>()
    for p in pixels { sum += SIMD3(Double(p >> 16 & 255), Double(p >> 8 & 255), Double(p & 255)) }
    let k = 1 / (255 * Double(max(1, pixels.count)))
    return SRGB(sum.x * k, sum.y * k, sum.z * k)
  }
}
