import Geometry
import Parameters

/// How much of something each place of a picture is to get: samples of 0 or more on a grid of `stepX` x `stepY` pixels.
struct Density: Sendable {
  let width: Int
  let height: Int
  let stepX: Double
  let stepY: Double
  /// `width * height`, row by row.
  let samples: [Float]

  /// The size of the picture in pixels.
  var frame: Rect { Rect(0, 0, Double(width) * stepX, Double(height) * stepY) }

  /// The sum of all samples.
  var total: Double {
    var sum = 0.0
    for y in 0..<height {
      var row: Float = 0
      for x in 0..<width { row += samples[y * width + x] }
      sum += Double(row)
    }
    return sum
  }

  /// The mean of the 3 x 3 samples around a place.
  func mean(around p: Point) -> Double {
    let (column, row) = (Int(p.x / stepX), Int(p.y / stepY))
    var (sum, count) = (0.0, 0.0)
    for y in max(0, row - 1)...min(height - 1, max(0, row + 1)) {
      for x in max(0, column - 1)...min(width - 1, max(0, column + 1)) {
        sum += Double(samples[y * width + x])
        count += 1
      }
    }
    return sum / count
  }

  /// `count` points, as many at each place as the density asks for, to within one.
  ///
  /// Hilbert's curve goes through the grid, and a point is set whenever another share of the whole has been passed:
  /// stretches of the curve are compact areas, so the points are stratified in the plane. Empty if all samples are 0.
  func points(_ count: Int, _ stream: SeedStream) -> [Point] {
    var stream = stream
    let share = total / Double(count)
    guard share > 0 else { return [] }
    var points: [Point] = []
    points.reserveCapacity(count)
    var (passed, next) = (0.0, stream.unit() * share)
    HilbertCurve.visit(width: width, height: height) { x, y in
      passed += Double(samples[y * width + x])
      while passed > next, points.count < count {
        points.append(Point((Double(x) + stream.unit()) * stepX, (Double(y) + stream.unit()) * stepY))
        next = (Double(points.count) + stream.unit()) * share
      }
    }
    return points
  }
}

/// Hilbert's curve over a rectangle of cells: neighbours on the curve are neighbours in the plane.
enum HilbertCurve {
  /// Calls `body` once with every cell, in the order of the curve over the smallest square of a power of two around
  /// them. O(cells of the rectangle), give or take a factor.
  static func visit(width: Int, height: Int, _ body: (Int, Int) -> Void) {
    var side = 1
    while side < max(width, height) { side *= 2 }
    walk(0, 0, side, 0, 0, side, width, height, body)
  }

  /// The part of the curve in the square at (x, y) with the sides (ax, ay) and (bx, by), which are whole steps along
  /// the axes, negative ones too.
  private static func walk(
    _ x: Int, _ y: Int, _ ax: Int, _ ay: Int, _ bx: Int, _ by: Int, _ width: Int, _ height: Int,
    _ body: (Int, Int) -> Void
  ) {
    let (left, top) = (min(x, x + ax + bx), min(y, y + ay + by))
    guard left < width, top < height else { return }
    if abs(ax + ay) <= 1 { return body(left, top) }
    let (ahx, ahy, bhx, bhy) = (ax / 2, ay / 2, bx / 2, by / 2)
    walk(x, y, bhx, bhy, ahx, ahy, width, height, body)
    walk(x + ahx, y + ahy, ahx, ahy, bhx, bhy, width, height, body)
    walk(x + ahx + bhx, y + ahy + bhy, ahx, ahy, bhx, bhy, width, height, body)
    walk(x + ahx + bx, y + ahy + by, -bhx, -bhy, -ahx, -ahy, width, height, body)
  }
}
