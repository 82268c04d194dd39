import Color
import Composition
import Parameters
import Raster
import Testing

@testable import Filters

/// A filter with some of its values set.
func configured<F: Filter>(_ type: F.Type, _ values: [String: ParameterValue]) -> F {
  for (name, value) in values {
    let declared = F.declarations.first { $0.name == name }
    precondition(declared?.domain.contains(value) == true, "\(F.name) has no \(name) of \(value)")
  }
  return F.make { values[$0] }
}

func context(_ scale: Double = 4, colors: [SRGB] = [], jobs: Int = 1) -> FilterContext {
  FilterContext(pixelsPerMillimetre: scale, stream: stream, colors: colors, jobs: jobs)
}

func filtered(_ filter: some Filter, _ bitmap: Bitmap, _ context: FilterContext = context()) -> Bitmap {
  filter.apply(to: .shallow(bitmap), context).bitmap()
}

func flat(_ color: UInt32, _ width: Int, _ height: Int) -> Bitmap {
  Bitmap(width: width, height: height, fill: 0xff00_0000 | color)
}

/// Soft forms and edges in colour, the same at any size; opaque.
func photo(_ width: Int, _ height: Int) -> Bitmap {
  let pixels = (0..<width * height).map { i -> UInt32 in
    let (x, y) = (Double(i % width) / Double(width), Double(i / width) / Double(height))
    let disc = (x - 0.4) * (x - 0.4) + (y - 0.5) * (y - 0.5) < 0.06
    let color = disc ? SRGB(0.85, 0.3 + 0.3 * x, 0.2) : SRGB(0.15 + 0.5 * y, 0.3 + 0.5 * x, 0.5 + 0.3 * y)
    return color.packed
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

/// A picture of four alphas, premultiplied.
func glass(_ width: Int, _ height: Int) -> Bitmap {
  let pixels = (0..<width * height).map { i -> UInt32 in
    let alpha = UInt32([0, 90, 200, 255][i / 3 % 4])
    return alpha << 24 | (alpha * 3 / 4) << 16 | (alpha / 2) << 8 | alpha / 5
  }
  return Bitmap(width: width, height: height, pixels: pixels)
}

func deep(_ width: Int, _ height: Int, _ pixel: (Int) -> (UInt64, UInt64, UInt64)) -> DeepBitmap {
  DeepBitmap(
    width: width, height: height,
    pixels: (0..<width * height).map { i in
      let (r, g, b) = pixel(i)
      return 65535 << 48 | r << 32 | g << 16 | b
    })
}

/// What every filter must hold: any size, any alpha, any number of jobs.
func checkManners<F: Filter>(_ filter: F, colors: [SRGB] = [], keepsAlpha: Bool = true) {
  for (width, height) in [(0, 0), (0, 3), (1, 1), (7, 2), (8, 3), (9, 5), (31, 2)] {
    let result = filtered(filter, photo(width, height), context(colors: colors))
    #expect(result.width == width && result.height == height && result.isOpaque, "\(F.name)")
  }
  let one = filtered(filter, photo(41, 150), context(colors: colors))
  #expect(differences(one, photo(41, 150)) > 0, "\(F.name) changes nothing")
  for jobs in [2, 8] {
    let many = filtered(filter, photo(41, 150), context(colors: colors, jobs: jobs))
    #expect(differences(one, many) == 0, "\(F.name) at \(jobs) jobs")
  }
  let clear = Bitmap(width: 9, height: 9)
  #expect(differences(filtered(filter, clear, context(colors: colors)), clear) == 0, "\(F.name)")
  guard keepsAlpha else { return }
  let kept = filtered(filter, glass(24, 9), context(colors: colors))
  #expect(zip(kept.pixels, glass(24, 9).pixels).allSatisfy { $0 >> 24 == $1 >> 24 }, "\(F.name)")
  #expect(kept.pixels.allSatisfy { p in [16, 8, 0].allSatisfy { p >> $0 & 255 <= p >> 24 } }, "\(F.name)")
}

/// Means of squares of `step` values.
func boxReduced(_ values: [Double], width: Int, by step: Int) -> [Double] {
  let (across, down) = (width / step, values.count / width / step)
  var result = [Double](repeating: 0, count: across * down)
  for y in 0..<down * step {
    for x in 0..<across * step {
      result[y / step * across + x / step] += values[y * width + x] / Double(step * step)
    }
  }
  return result
}
