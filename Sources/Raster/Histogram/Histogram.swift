/// How often each code occurs in a picture.
public struct Histogram: Equatable, Sendable {
  /// Pixels with a red of each code 0...255, premultiplied as stored.
  public private(set) var red = [Int](repeating: 0, count: 256)
  /// The same for green.
  public private(set) var green = [Int](repeating: 0, count: 256)
  /// The same for blue.
  public private(set) var blue = [Int](repeating: 0, count: 256)
  /// The same for encoded luma (weights of BT.709, in 256ths, rounded).
  public private(set) var luma = [Int](repeating: 0, count: 256)

  /// Counts all pixels of a bitmap; exact, and equal for any number of jobs. O(pixels).
  public init(_ bitmap: Bitmap, jobs: Int = 1) {
    // Few large bands: each has counters of its own.
    let height = max(Bands.height, (bitmap.height + 15) / 16)
    let bands = (bitmap.height + height - 1) / height
    var counts = [UInt32](repeating: 0, count: bands * 1024)
    Bands.fill(&counts, rows: bands, rowLength: 1024, jobs: jobs, height: 1) { band, counts in
      let rows = band.lowerBound * height..<min(bitmap.height, band.upperBound * height)
      let pixels = bitmap.pixels.span.extracting(
        rows.lowerBound * bitmap.width..<rows.upperBound * bitmap.width)
      for i in pixels.indices { Self.count(pixels[i], in: &counts) }
    }
    for (index, count) in counts.enumerated() {
      let code = index & 255
      switch index >> 8 & 3 {
      case 0: red[code] += Int(count)
      case 1: green[code] += Int(count)
      case 2: blue[code] += Int(count)
      default: luma[code] += Int(count)
      }
    }
  }

  @inline(__always)
  private static func count(_ pixel: UInt32, in counts: inout MutableSpan<UInt32>) {
    let (red, green, blue) = (pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
    counts[Int(red)] &+= 1
    counts[256 + Int(green)] &+= 1
    counts[512 + Int(blue)] &+= 1
    counts[768 + Int((red &* 54 &+ green &* 183 &+ blue &* 19 &+ 128) >> 8)] &+= 1
  }

  /// The least code with at least `share`, 0...1, of all pixels at or below it; 0 in an empty picture.
  public static func quantile(_ share: Double, of counts: [Int]) -> Int {
    let wanted = share * Double(counts.reduce(0, +))
    var sum = 0
    for (code, count) in counts.enumerated() {
      sum += count
      if count > 0 && Double(sum) >= wanted { return code }
    }
    return 0
  }
}
