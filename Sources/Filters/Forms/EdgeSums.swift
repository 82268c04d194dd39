import Geometry

/// Rows of pixels that straight edges are drawn into by exact area: the value to the right of an edge differs from the
/// one to its left by the edge's weight, and a pixel that the edge crosses gets the part that lies to its right.
///
/// Summing a row from left to right then gives every pixel the mean over its area of what the edges bound. Areas that
/// share an edge share its one drawing: no seams and no conflation, at any number of colours. (The principle is that of
/// Levien's font-rs; drawing polygons one over the other would let what is beneath shine through where they meet.)
struct EdgeSums<Value: SIMD> where Value.Scalar == Float {
  let width: Int
  let rows: Range<Int>
  private var steps: [Value]

  /// Rows of `width` pixels, empty.
  init(width: Int, rows: Range<Int>) {
    (self.width, self.rows) = (width, rows)
    steps = [Value](repeating: Value(), count: (width + 2) * rows.count)
  }

  /// Draws an edge from `a` to `b`; upwards it counts with the opposite sign. Cost grows with the pixels it crosses.
  ///
  /// Edges may leave the picture: what lies left of it counts from the first column on.
  mutating func add(_ a: Point, _ b: Point, _ weight: Value) {
    guard a.y != b.y else { return }
    let (top, bottom) = a.y < b.y ? (a, b) : (b, a)
    let weight = a.y < b.y ? weight : Value() - weight
    let slope = (bottom.x - top.x) / (bottom.y - top.y)
    let first = max(rows.lowerBound, Int(top.y.rounded(.down)))
    let last = min(rows.upperBound - 1, Int(bottom.y.rounded(.up)) - 1)
    guard first <= last else { return }
    for y in first...last {
      let from = max(top.y, Double(y))
      let to = min(bottom.y, Double(y + 1))
      guard to > from else { continue }
      let x0 = top.x + (from - top.y) * slope
      let x1 = top.x + (to - top.y) * slope
      addPart(y, min(x0, x1), max(x0, x1), weight * Float(to - from))
    }
  }

  /// The part of an edge in row `y`, between the columns `left` and `right`.
  private mutating func addPart(_ y: Int, _ left: Double, _ right: Double, _ weight: Value) {
    let start = (y - rows.lowerBound) * (width + 2)
    let limit = Double(width)
    let (left, right) = (max(0, min(limit, left)), max(0, min(limit, right)))
    let (first, last) = (Int(left), Int(right))
    guard last > first else {
      let part = Float((left + right) / 2 - Double(first))
      steps[start + first] += weight * (1 - part)
      steps[start + first + 1] += weight * part
      return
    }
    // Column by column, the area to the right of the edge in it and the height that is left for the next.
    let rate = 1 / (right - left)
    var x = left
    for column in first...last {
      let end = min(right, Double(column + 1))
      let height = Float((end - x) * rate)
      let part = Float((x + end) / 2 - Double(column))
      steps[start + column] += weight * (height * (1 - part))
      steps[start + column + 1] += weight * (height * part)
      x = end
    }
  }

  /// Calls `body` with the value of every pixel of row `y` from left to right.
  @inline(__always)
  func forEachPixel(ofRow y: Int, _ body: (Int, Value) -> Void) {
    let start = (y - rows.lowerBound) * (width + 2)
    var sum = Value()
    for x in 0..<width {
      sum += steps[start + x]
      body(x, sum)
    }
  }
}
