import Raster

/// An exemplar at one level of detail, upright and, beside that, turned by a quarter.
struct Atlas: Sendable {
  /// Upright tile's size; the turned one is as wide as this is high.
  let tileWidth: Int
  let tileHeight: Int
  /// The tiles side by side.
  let colors: LabPlanes
  /// Four numbers a pixel in 1/1024: lightness, a, b and 0.
  let pixels: [Int16]
  let guides: GuideField
  /// 1 where a patch of 8 x 8 pixels lies within its tile.
  let valid: [UInt8]

  var width: Int { colors.width }
  var height: Int { colors.height }

  /// Half the side of a patch.
  static let reach = 4

  init(_ upright: LabPlanes, turned: Bool, jobs: Int) {
    (tileWidth, tileHeight) = (upright.width, upright.height)
    colors = turned ? upright.map { $0.besideTurned() } : upright
    pixels = Self.pixels(colors, border: 0)
    guides = GuideField(colors, jobs: jobs)
    let (width, height) = (colors.width, colors.height)
    var valid = [UInt8](repeating: 0, count: width * height)
    for tile in 0..<(turned ? 2 : 1) {
      let start = tile * upright.width
      let (wide, high) = tile == 0 ? (upright.width, upright.height) : (upright.height, upright.width)
      for y in Self.inner(high) {
        for x in Self.inner(wide) { valid[y * width + start + x] = 1 }
      }
    }
    self.valid = valid
  }

  /// Where the middle of a patch may lie along a side.
  static func inner(_ length: Int) -> Range<Int> { reach..<max(reach, length - reach + 1) }

  /// The place at twice the detail, for a pixel in an even or odd column and row; held within its tile.
  func doubled(_ place: Int32, _ x: Int, _ y: Int, in finer: Atlas) -> Int32 {
    let isTurned = Int(place & 0xffff) >= tileWidth
    let column = Int(place & 0xffff) - (isTurned ? tileWidth : 0)
    let columns = Self.inner(isTurned ? finer.tileHeight : finer.tileWidth)
    let rows = Self.inner(isTurned ? finer.tileWidth : finer.tileHeight)
    let newX = max(columns.lowerBound, min(columns.upperBound - 1, 2 * column + x & 1))
    let newY = max(rows.lowerBound, min(rows.upperBound - 1, 2 * Int(place >> 16) + y & 1))
    return Int32(newY << 16 | newX + (isTurned ? finer.tileWidth : 0))
  }

  /// About `limit` valid points, spread evenly.
  func points(limit: Int) -> [Int32] {
    let ratio = Double(width * height) / Double(limit)
    let step = max(1, Int(ratio.squareRoot().rounded()))
    var points: [Int32] = []
    for y in stride(from: Self.reach, to: height, by: step) {
      for x in stride(from: Self.reach, to: width, by: step) where valid[y * width + x] == 1 {
        points.append(Int32(y * width + x))
      }
    }
    return points
  }

  /// Interleaved pixels with a border in which the edge goes on.
  static func pixels(_ picture: LabPlanes, border: Int) -> [Int16] {
    let (width, height) = (picture.width + 2 * border, picture.height + 2 * border)
    let stride = picture.lightness.stride
    var pixels = [Int16](repeating: 0, count: 4 * width * height)
    for y in 0..<height {
      let row = max(0, min(picture.height - 1, y - border)) * stride
      for x in 0..<width {
        let from = row + max(0, min(picture.width - 1, x - border))
        let start = 4 * (y * width + x)
        pixels[start] = wholes(picture.lightness.samples[from])
        pixels[start + 1] = wholes(picture.a.samples[from])
        pixels[start + 2] = wholes(picture.b.samples[from])
      }
    }
    return pixels
  }
}

extension Plane {
  /// This plane and, to the right of it, itself turned clockwise by a quarter; what is left over repeats the edge.
  fileprivate func besideTurned() -> Plane {
    var result = Plane(width: width + height, height: max(width, height))
    for y in 0..<result.height {
      for x in 0..<width { result.samples[y * result.stride + x] = samples[min(y, height - 1) * stride + x] }
      for x in 0..<height {
        result.samples[y * result.stride + width + x] =
          samples[(height - 1 - x) * stride + min(y, width - 1)]
      }
    }
    return result
  }
}
