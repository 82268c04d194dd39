import CVector
import Raster

/// How the dots of an error-diffused print lie on the pixels.
///
/// Dots of at least a pixel are whole pixels wide, so that they stay crisp squares; on a thumbnail four dots
/// may share a pixel.
struct DotGrid: Equatable, Sendable {
  /// Pixels along the side of a dot.
  let pixels: Int
  /// Dots along the side of a pixel, 1 or 2; 1 if a dot has more than a pixel.
  let perPixel: Int

  /// - Parameter size: what a dot should have, in pixels.
  init(size: Double) {
    pixels = max(1, Int(size.rounded()))
    perPixel = size < 0.75 ? 2 : 1
  }

  /// How many cells of light a length of pixels makes; the last may be cut.
  func cells(_ length: Int) -> Int { (length + pixels - 1) / pixels }

  /// The mean straight light of every cell: one plane of luminance, or red, green and blue.
  func light(_ bitmap: Bitmap, colored: Bool, jobs: Int) -> [Plane] {
    (0..<(colored ? 3 : 1)).map { channel in
      var plane = Plane(width: cells(bitmap.width), height: cells(bitmap.height))
      let stride = plane.stride
      Bands.fill(&plane.samples, rows: plane.height, rowLength: stride, jobs: jobs) { band, samples in
        var rows = CellRows(self, bitmap, channel: colored ? channel : nil)
        for y in band {
          let start = (y - band.lowerBound) * stride
          samples.withPart(start..<start + stride) { rows.mean(row: y, into: &$0) }
        }
      }
      return plane
    }
  }
}

/// Means of cells, one row of cells after the other.
private struct CellRows {
  private let grid: DotGrid
  private let bitmap: Bitmap
  private let channel: Int?
  private var staged: [UInt32]
  private var sums: [Float]

  init(_ grid: DotGrid, _ bitmap: Bitmap, channel: Int?) {
    (self.grid, self.bitmap, self.channel) = (grid, bitmap, channel)
    staged = [UInt32](repeating: 0, count: Rows.padded(bitmap.width))
    sums = [Float](repeating: 0, count: staged.count)
  }

  mutating func mean(row: Int, into means: inout MutableSpan<Float>) {
    let rows = row * grid.pixels..<min(bitmap.height, (row + 1) * grid.pixels)
    clear(&sums)
    for y in rows {
      bitmap.stage(row: y, into: &staged)
      addLight(staged, channel, to: &sums)
    }
    average(sums, grid.pixels, rows: rows.count, width: bitmap.width, into: &means)
  }
}

/// The means of stretches of `length` sums, the last of which may be cut at `width`.
private func average(
  _ sums: [Float], _ length: Int, rows: Int, width: Int, into means: inout MutableSpan<Float>
) {
  let sums = sums.span
  var (cell, start) = (0, 0)
  while start < width {
    let end = min(width, start + length)
    var sum: Float = 0
    for x in start..<end { sum += sums[x] }
    means[cell] = sum / Float((end - start) * rows)
    (cell, start) = (cell + 1, end)
  }
}

private func clear(_ sums: inout [Float]) {
  var sums = sums.mutableSpan
  sums.update(repeating: 0)
}

private func addLight(_ pixels: [UInt32], _ channel: Int?, to sums: inout [Float]) {
  let pixels = pixels.span
  var sums = sums.mutableSpan
  precondition(sums.count == pixels.count)
  for x in stride(from: 0, to: sums.count, by: 8) {
    let light = straightLight(pixels.lanes(at: x))
    let value =
      switch channel {
      case 0: light.red
      case 1: light.green
      case 2: light.blue
      default: luminance(light)
      }
    sums.setLanes(sums.lanes(at: x) + value, at: x)
  }
}
