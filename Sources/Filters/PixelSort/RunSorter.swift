import Raster

/// Sorts runs of pixels, stably, by counting keys of 8 bits.
struct RunSorter {
  private let order: PixelSort.Order
  private var sorted: [UInt32]
  private var keys: [UInt8]

  init(order: PixelSort.Order, length: Int) {
    self.order = order
    sorted = [UInt32](repeating: 0, count: length)
    keys = [UInt8](repeating: 0, count: length)
  }

  /// Luma of a pixel, 0...255 (weights of BT.709).
  static func tone(_ pixel: UInt32) -> Int {
    let (r, g, b) = (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
    return Int((r * 54 + g * 183 + b * 19) >> 8)
  }

  /// The hue in 256 steps around the hexagon of red, green and blue, from red on.
  static func hue(_ pixel: UInt32) -> Int {
    let (r, g, b) = (Int(pixel >> 16 & 255), Int(pixel >> 8 & 255), Int(pixel & 255))
    let (high, low) = (max(r, g, b), min(r, g, b))
    guard high > low else { return 0 }
    let range = high - low
    let sixths =
      high == r
      ? (g - b) * 256 / range : high == g ? 512 + (b - r) * 256 / range : 1024 + (r - g) * 256 / range
    return (sixths + 1536) % 1536 / 6
  }

  /// Sorts a run, dark to light or along the hues, and lets `feather` pixels at its ends melt into what was there.
  mutating func sort(_ pixels: inout MutableSpan<UInt32>, _ run: Range<Int>, feather: Int) {
    var starts = [Int](repeating: 0, count: 257)
    for index in run {
      let key = order == .hue ? Self.hue(pixels[index]) : Self.tone(pixels[index])
      keys[index - run.lowerBound] = UInt8(key)
      starts[key + 1] += 1
    }
    for key in 1...256 { starts[key] += starts[key - 1] }
    for index in run {
      let key = Int(keys[index - run.lowerBound])
      sorted[starts[key]] = pixels[index]
      starts[key] += 1
    }
    let edge = min(feather, run.count / 4)
    for place in 0..<run.count {
      let near = min(place, run.count - 1 - place)
      let index = run.lowerBound + place
      pixels[index] =
        near >= edge ? sorted[place] : Self.mixed(pixels[index], sorted[place], near + 1, edge + 1)
    }
  }

  /// `part` of `whole` of the way from one pixel to another, channel by channel.
  private static func mixed(_ p: UInt32, _ q: UInt32, _ part: Int, _ whole: Int) -> UInt32 {
    var pixel: UInt32 = 0
    for shift: UInt32 in [24, 16, 8, 0] {
      let (a, b) = (Int(p >> shift & 255), Int(q >> shift & 255))
      pixel |= UInt32((a * (whole - part) + b * part + whole / 2) / whole) << shift
    }
    return pixel
  }
}
