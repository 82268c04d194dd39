import Geometry
import Raster

/// How much shade falls on each sheet: the sheets above it, moved away from the light and blurred.
///
/// Worked out on a grid as fine as the blur needs and no finer.
struct SheetShade: Sendable {
  private let width: Int
  private let height: Int
  private let step: Double
  private let shift: Double
  /// Lane t: the sum of the cover of all sheets above sheet t.
  private let samples: [SIMD8<Float>]

  /// - Parameters:
  ///   - outlines: of each sheet from the second on, in pixels.
  ///   - size: of the picture in pixels.
  ///   - blur: how soft, in pixels.
  ///   - shift: how far to the right and down, in pixels.
  ///   - jobs: how many threads may work.
  init(_ outlines: [FlatOutline], size: (width: Int, height: Int), blur: Double, shift: Double, jobs: Int) {
    let step = max(1, blur / 2)
    let (width, height) = (Int(Double(size.width) / step) + 3, Int(Double(size.height) / step) + 3)
    (self.width, self.height, self.step, self.shift) = (width, height, step, shift)
    var cover = [SIMD8<Float>](repeating: SIMD8(), count: width * height)
    Bands.fill(&cover, rows: height, rowLength: width, jobs: jobs) { band, part in
      var sums = EdgeSums<SIMD8<Float>>(width: width, rows: band)
      for (index, outline) in outlines.enumerated() {
        var weight = SIMD8<Float>()
        weight[index + 1] = -1
        // Sample (1, 1) of the grid lies on the picture's first corner.
        for (a, b) in outline.sides {
          sums.add(a * (1 / step) + Point(1.5, 1.5), b * (1 / step) + Point(1.5, 1.5), weight)
        }
      }
      for y in band {
        sums.forEachPixel(ofRow: y) { x, value in
          part[(y - band.lowerBound) * width + x] = value.clamped(
            lowerBound: SIMD8(), upperBound: SIMD8(repeating: 1))
        }
      }
    }
    let radius = max(1, Int((blur / step).rounded()))
    for _ in 0..<2 { cover = Self.boxMeans(cover, width, height, radius) }
    samples = cover.map { Self.sumsAbove($0, outlines.count) }
  }

  private static func sumsAbove(_ cover: SIMD8<Float>, _ last: Int) -> SIMD8<Float> {
    var sums = SIMD8<Float>()
    for sheet in stride(from: last - 1, through: 0, by: -1) {
      sums[sheet] = sums[sheet + 1] + cover[sheet + 1]
    }
    return sums
  }

  private static func boxMeans(_ source: [SIMD8<Float>], _ width: Int, _ height: Int, _ radius: Int)
    -> [SIMD8<Float>]
  {
    func passed(_ source: [SIMD8<Float>], _ count: Int, _ lines: Int, _ near: Int, _ far: Int) -> [SIMD8<
      Float
    >] {
      var result = source
      let share = 1 / Float(2 * radius + 1)
      for line in 0..<lines {
        for i in 0..<count {
          var sum = SIMD8<Float>()
          for d in -radius...radius { sum += source[line * far + max(0, min(count - 1, i + d)) * near] }
          result[line * far + i * near] = sum * share
        }
      }
      return result
    }
    return passed(passed(source, width, height, 1, width), height, width, width, 1)
  }

  /// The shade on sheet `sheet` at the middle of pixel (x, y): 0 in the open, about 1/2 at the foot of an edge.
  @inline(__always)
  func shade(_ sheet: Int, _ x: Int, _ y: Int) -> Float {
    let u = max(0, min(Double(width) - 1.001, (Double(x) + 0.5 - shift) / step + 1))
    let v = max(0, min(Double(height) - 1.001, (Double(y) + 0.5 - shift) / step + 1))
    let (column, row) = (Int(u), Int(v))
    let (fu, fv) = (Float(u - Double(column)), Float(v - Double(row)))
    let place = row * width + column
    let (a, b) = (samples[place][sheet], samples[place + 1][sheet])
    let (c, d) = (samples[place + width][sheet], samples[place + width + 1][sheet])
    let (top, bottom) = (a + (b - a) * fu, c + (d - c) * fu)
    return top + (bottom - top) * fv
  }
}
