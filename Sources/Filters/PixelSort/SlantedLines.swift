import Elementary
import Raster

/// The pixels of a picture as parallel digital lines of any slope: every pixel lies on exactly one.
///
/// A line steps along the picture's rows (or, if it is steeper than that, its columns) one pixel at a time; each step
/// moves it across by the slope, rounded.
struct SlantedLines: Sendable {
  let width: Int
  let height: Int
  /// True if lines step down the columns.
  let isSteep: Bool
  /// How far across a line has moved at each step, from 0 on.
  private let shifts: [Int]
  private let lift: Int

  /// Steps of every line, whether in the picture or not.
  var length: Int { shifts.count }
  /// How many lines there are.
  let count: Int

  /// Lines at an angle of -90...90 degrees, counted from the rows up.
  init(width: Int, height: Int, angle: Double) {
    (self.width, self.height) = (width, height)
    let (sin, cos) = Exact.sincos(angle * Double.pi / 180)
    isSteep = abs(sin) > abs(cos)
    // Rows count down: a positive angle climbs to smaller ones.
    let slope = isSteep ? -cos / sin : -sin / cos
    let (length, across) = isSteep ? (height, width) : (width, height)
    shifts = (0..<length).map { Int((Double($0) * slope).rounded()) }
    let ends = (shifts.min() ?? 0, shifts.max() ?? 0)
    lift = ends.1
    count = length == 0 ? 0 : across + ends.1 - ends.0
  }

  /// Which steps of a line are in the picture: one stretch.
  func inside(_ line: Int) -> Range<Int> {
    let across = isSteep ? width : height
    let isIn = { (step: Int) in (0..<across).contains(line - lift + shifts[step]) }
    guard let first = shifts.indices.first(where: isIn), let last = shifts.indices.last(where: isIn) else {
      return 0..<0
    }
    return first..<last + 1
  }

  /// The pixels line by line, `length` for each; those outside the picture are 0.
  func gathered(_ bitmap: Bitmap, jobs: Int) -> [UInt32] {
    var lines = [UInt32](repeating: 0, count: count * length)
    Bands.fill(&lines, rows: count, rowLength: length, jobs: jobs) { band, pixels in
      for line in band {
        for step in inside(line) {
          let across = line - lift + shifts[step]
          let place = isSteep ? step * width + across : across * width + step
          pixels[(line - band.lowerBound) * length + step] = bitmap.pixels[place]
        }
      }
    }
    return lines
  }

  /// The picture from its lines.
  func scattered(_ lines: [UInt32], over bitmap: Bitmap, jobs: Int) -> Bitmap {
    var result = bitmap
    Bands.fill(&result.pixels, rows: height, rowLength: width, jobs: jobs) { band, pixels in
      for y in band {
        for x in 0..<width {
          let (step, across) = isSteep ? (y, x) : (x, y)
          pixels[(y - band.lowerBound) * width + x] = lines[(across - shifts[step] + lift) * length + step]
        }
      }
    }
    return result
  }
}
