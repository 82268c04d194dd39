import Color
import Composition
import Parameters
import Raster

@testable import Filters

/// A filter with some of its values set.
func made<F: Filter>(_ type: F.Type, _ values: [String: ParameterValue] = [:]) -> F {
  type.make { values[$0] }
}

func run(
  _ filter: some Filter, _ bitmap: Bitmap, scale: Double = 3.4, colors: [SRGB] = [], jobs: Int = 1
) -> Bitmap {
  let context = FilterContext(pixelsPerMillimetre: scale, stream: stream, colors: colors, jobs: jobs)
  return filter.apply(to: .shallow(bitmap), context).bitmap()
}

func grey(_ code: Int, side: Int) -> Bitmap {
  Bitmap(width: side, height: side, fill: 0xff00_0000 | UInt32(code) * 0x010101)
}

/// 32 even steps of grey.
let greys = (0..<32).map { $0 * 255 / 31 }

/// The mean of linear light, faded out towards the edges so that cut dots do not count: red, green, blue.
func meanLight(_ bitmap: Bitmap) -> SIMD3<Double> {
  var (sum, total) = (SIMD3<Double>(), 0.0)
  let light = (0..<256).map { decodeSRGB(Double($0) / 255) }
  func window(_ i: Int, _ count: Int) -> Double {
    let t = (Double(i) + 0.5) / Double(count)
    return 16 * t * t * (1 - t) * (1 - t)
  }
  for y in 0..<bitmap.height {
    for x in 0..<bitmap.width {
      let pixel = bitmap.pixels[y * bitmap.width + x]
      let weight = window(x, bitmap.width) * window(y, bitmap.height)
      sum +=
        weight
        * SIMD3(light[Int(pixel >> 16 & 255)], light[Int(pixel >> 8 & 255)], light[Int(pixel & 255)])
      total += weight
    }
  }
  return sum / total
}

extension SRGB {
  var lights: SIMD3<Double> { [linear.red, linear.green, linear.blue] }
}
