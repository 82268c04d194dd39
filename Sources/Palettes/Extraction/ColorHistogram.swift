import CVector
import Raster
import Synchronization

/// Where the colours of a picture lie, in two views: 32³ bins of encoded sRGB with their means in OKLab, and a
/// reduction to at most 64 x 64 cells.
///
/// All sums are whole numbers, so neither the order of the pixels nor the number of threads changes a bit.
/// Memory does not grow with the picture: a little over a megabyte for each thread.
struct ColorHistogram: Sendable {
  /// Bins along an edge of the colour cube.
  static let side = 32
  static let binCount = side * side * side

  let grid: CellGrid
  /// What lies in each bin; bin `(r * 32 + g) * 32 + b`.
  let bins: [ColorSum]
  /// What lies in each cell, row by row.
  let cells: [ColorSum]

  init(_ bitmap: Bitmap, jobs: Int) {
    let grid = CellGrid(bitmap)
    let sums = scattered(Self.binCount + grid.count, over: bitmap, jobs: jobs) { pixels, x, y, sums in
      let parts = PixelParts(pixels)
      let lab = PixelRows.lab(red: parts.red, green: parts.green, blue: parts.blue)
      let (l, a, b) = (Self.steps(lab.lightness), Self.steps(lab.a), Self.steps(lab.b))
      i64x4_scatter(sums, parts.bin, parts.weight, l, a, b)
      guard grid.samples(row: y) else { return }
      let cell = grid.cells(fromColumn: x, row: y) &+ SIMD8(repeating: Int32(Self.binCount))
      i64x4_scatter(sums, cell, parts.weight, l, a, b)
    }
    self.grid = grid
    bins = Array(sums[..<Self.binCount])
    cells = Array(sums[Self.binCount...])
  }

  /// The mean over each bin's pixels of `values`, one for each cell, in 0...1; 0 for an empty bin.
  func meanOverBins(ofCells values: [Double], in bitmap: Bitmap, jobs: Int) -> [Double] {
    let steps = values.map { Float(($0 * 32767).rounded()) }
    let sums = scattered(Self.binCount, over: bitmap, jobs: jobs) { pixels, x, y, sums in
      let parts = PixelParts(pixels)
      // Sound: the grid has a value for each of its cells.
      let value = steps.withUnsafeBufferPointer {
        f32x8_to_i32(f32x8_pick($0.baseAddress!, grid.cells(fromColumn: x, row: y)))
      }
      i64x4_scatter(sums, parts.bin, parts.weight, value, SIMD8(), SIMD8())
    }
    return sums.map { $0.weight == 0 ? 0 : Double($0.parts[1]) / Double($0.weight) / 32767 }
  }

  @inline(__always)
  private static func steps(_ v: Lanes) -> SIMD8<Int32> {
    f32x8_to_i32(f32x8_floor(f32x8_fma(v, Lanes(repeating: ColorSum.unit), Lanes(repeating: 0.5))))
  }
}

/// Sums over pixels: weight (255 for an opaque one), and weight times three values.
struct ColorSum: Sendable {
  /// How many steps of a sum make 1 in OKLab.
  static let unit: Float = 32768
  var parts = SIMD4<Int64>()
  var weight: Int64 { parts[0] }
  /// Lightness, a and b; only if the weight is not 0.
  var mean: SIMD3<Double> {
    SIMD3(Double(parts[1]), Double(parts[2]), Double(parts[3])) / (Double(weight) * Double(Self.unit))
  }
}

/// Eight pixels as straight codes 0...255, coverage 0...255 and bin.
struct PixelParts {
  let red: Lanes
  let green: Lanes
  let blue: Lanes
  let weight: SIMD8<Int32>

  @inline(__always)
  init(_ pixels: SIMD8<UInt32>) {
    let inverse = PixelRows.inverseAlpha(pixels)
    red = PixelRows.straight(pixels, .red, inverse: inverse)
    green = PixelRows.straight(pixels, .green, inverse: inverse)
    blue = PixelRows.straight(pixels, .blue, inverse: inverse)
    weight = f32x8_to_i32(u32x8_byte(pixels, 24))
  }

  @inline(__always)
  var bin: SIMD8<Int32> {
    let (three, five) = (SIMD8<Int32>(repeating: 3), SIMD8<Int32>(repeating: 5))
    let (r, g, b) = (f32x8_to_i32(red) &>> three, f32x8_to_i32(green) &>> three, f32x8_to_i32(blue) &>> three)
    return (r &<< five &+ g) &<< five &+ b
  }
}

/// At most 64 x 64 cells over a picture, none smaller than a pixel.
struct CellGrid: Sendable {
  let columns: Int
  let rows: Int
  var count: Int { columns * rows }
  private let width: Float
  private let height: Int
  private let spacing: Int

  init(_ bitmap: Bitmap) {
    (columns, rows) = (min(64, bitmap.width), min(64, bitmap.height))
    (width, height) = (Float(bitmap.width), bitmap.height)
    spacing = max(1, bitmap.height / 256)
  }

  /// True for the rows that cells are made of: enough for a mean, and a fixed choice.
  @inline(__always)
  func samples(row y: Int) -> Bool { y % spacing == 0 }

  /// The cells of eight neighbouring pixels.
  @inline(__always)
  func cells(fromColumn x: Int, row y: Int) -> SIMD8<Int32> {
    let start = Int32(y * rows / height * columns)
    let column = (Lanes(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5) + Float(x)) * (Float(columns) / width)
    return f32x8_to_i32(f32x8_clamp(column, 0, Float(columns - 1))) &+ SIMD8(repeating: start)
  }
}

/// Sums that `add` scatters over `count` places while it is shown all pixels, eight at a time (a row's last ones
/// filled up with transparent pixels); it also gets their first column and their row.
private func scattered(
  _ count: Int, over bitmap: Bitmap, jobs: Int,
  _ add: @Sendable (SIMD8<UInt32>, Int, Int, UnsafeMutablePointer<Int64>) -> Void
) -> [ColorSum] {
  let total = Mutex([ColorSum](repeating: ColorSum(), count: count))
  // Tall enough that clearing and joining the sums costs little; a share for each thread even so.
  let height = max(1, min((bitmap.height + jobs - 1) / jobs, 1 << 20 / max(1, bitmap.width) + 1))
  Bands.forEach(rows: bitmap.height, jobs: jobs, height: height) { band in
    var sums = [ColorSum](repeating: ColorSum(), count: count)
    sums.withUnsafeMutableBytes { bytes in
      // Sound: a sum is four whole numbers; `add` stays within `count` sums.
      let places = bytes.baseAddress!.assumingMemoryBound(to: Int64.self)
      for y in band { bitmap.forEachLanes(row: y) { add($0, $1, y, places) } }
    }
    total.withLock { total in
      for place in 0..<count { total[place].parts &+= sums[place].parts }
    }
  }
  return total.withLock { $0 }
}

extension Bitmap {
  /// Shows `body` the pixels of a row, eight at a time, with the column of the first; the last ones are filled
  /// up with transparent pixels.
  @inline(__always)
  fileprivate func forEachLanes(row y: Int, _ body: (SIMD8<UInt32>, Int) -> Void) {
    let (start, whole) = (y * width, width & ~7)
    let span = pixels.span
    for x in stride(from: 0, to: whole, by: 8) { body(span.lanes(at: start + x), x) }
    guard whole < width else { return }
    var rest = SIMD8<UInt32>()
    for x in whole..<width { rest[x - whole] = span[start + x] }
    body(rest, whole)
  }
}
