import Geometry

/// Draws flat shapes and thin lines straight into the pixels of a picture that is measured, not looked at.
///
/// At a few dozen pixels, cairo takes ten times longer to set a shape up than to paint it. Here every edge leaves its
/// signed area in the cells that it crosses, and their running sum along a row is the coverage (Levien, "Inside the
/// fastest font renderer in the world", 2016).
final class SketchPen {
  /// How much of each pixel shows, 0...1, row by row; nil if nothing limits drawing.
  var mask: [Float]?

  private let width: Int
  private let height: Int
  /// From row to row of the cells: two more than pixels, for what an edge at the right end leaves.
  private let pitch: Int
  private let cells: UnsafeMutablePointer<Float>
  /// The bounds of the shape being traced, in pixels, cut to the picture.
  private var (left, right, top, bottom) = (0.0, 0.0, 0.0, 0.0)

  init(width: Int, height: Int) {
    (self.width, self.height, pitch) = (width, height, width + 2)
    cells = .allocate(capacity: pitch * height)
    cells.initialize(repeating: 0, count: pitch * height)
  }

  deinit { cells.deallocate() }

  /// Limits later drawing to the inside of a path too; `matrix` takes it to pixels.
  func clip(to path: Path, _ matrix: Affine) {
    trace(path, matrix)
    var inside = [Float](repeating: 0, count: width * height)
    sweep(isEvenOdd: false) { row, column, coverage in inside[row * width + column] = coverage }
    mask = inside
  }

  /// Fills a path; `matrix` takes it to pixels, which are premultiplied ARGB with `stride` of them to a row.
  func fill(
    _ path: Path, _ matrix: Affine, _ ink: SketchInk, isEvenOdd: Bool,
    into pixels: UnsafeMutablePointer<UInt32>, stride: Int
  ) {
    trace(path, matrix)
    paint(ink, isEvenOdd: isEvenOdd, into: pixels, stride: stride)
  }

  /// Draws a thin line along a path, with corners that are not joined; widths are in the path's unit.
  ///
  /// - Returns: false if the line is too wide for that, or dashed: nothing is drawn then.
  func stroke(
    _ path: Path, _ matrix: Affine, _ stroke: Stroke, _ ink: SketchInk,
    into pixels: UnsafeMutablePointer<UInt32>, stride: Int
  ) -> Bool {
    let width = stroke.width * abs(matrix.a * matrix.d - matrix.b * matrix.c).squareRoot()
    guard width < Self.widest, stroke.dashes.isEmpty else { return false }
    // A round end covers as much as one that reaches pi / 8 of the width further.
    let overhang = stroke.cap == .butt ? 0 : stroke.cap == .square ? width / 2 : width * 0.393
    trace(along: path, matrix, width: width, overhang: overhang)
    paint(ink, isEvenOdd: false, into: pixels, stride: stride)
    return true
  }

  /// In pixels: the corners of wider lines would show.
  private static let widest = 1.6

  private func paint(
    _ ink: SketchInk, isEvenOdd: Bool, into pixels: UnsafeMutablePointer<UInt32>, stride: Int
  ) {
    sweep(isEvenOdd: isEvenOdd) { row, column, coverage in
      let at = row * stride + column
      pixels[at] = ink.over(pixels[at], share: UInt32(coverage * 256))
    }
  }

  /// Visits the pixels that the traced shape covers, and forgets it.
  private func sweep(isEvenOdd: Bool, _ visit: (_ row: Int, _ column: Int, _ coverage: Float) -> Void) {
    guard left <= right, top < bottom else { return }
    let columns = Int(left)..<Int(right) + 2
    for row in Int(top)..<Int(bottom.rounded(.up)) {
      let line = cells + row * pitch
      var sum: Float = 0
      for column in columns.lowerBound..<min(columns.upperBound, width) {
        sum += line[column]
        var coverage = Self.coverage(abs(sum), isEvenOdd)
        if coverage < Self.least { continue }
        if let mask { coverage *= mask[row * width + column] }
        visit(row, column, coverage)
      }
      (line + columns.lowerBound).update(repeating: 0, count: columns.count)
    }
  }

  /// Less than this does not change a pixel.
  private static let least: Float = 1 / 512

  private static func coverage(_ winding: Float, _ isEvenOdd: Bool) -> Float {
    guard isEvenOdd else { return winding < 1 ? winding : 1 }
    let rest = winding - 2 * (winding / 2).rounded(.down)
    return rest > 1 ? 2 - rest : rest
  }

  // MARK: Outlines

  private func trace(_ path: Path, _ matrix: Affine) {
    begin()
    flatten(path, matrix, isClosed: true) { edge($0, to: $1) }
  }

  /// The outline of a thin line along a path, of `width` in pixels: a strip for each piece, all turning the same way.
  private func trace(along path: Path, _ matrix: Affine, width: Double, overhang: Double) {
    begin()
    var piece: (from: Point, to: Point)?
    func end() {
      guard let (from, to) = piece, from != to else { return }
      let along = (to - from).normalized * overhang
      strip(from, to: to + along, width)
    }
    flatten(path, matrix, isClosed: false) { from, to in
      if let known = piece, known.to == from {
        // Pieces below half a pixel go on.
        if known.from.squaredDistance(to: from) < 0.25 {
          piece = (known.from, to)
        } else {
          strip(known.from, to: from, width)
          piece = (from, to)
        }
      } else {
        end()
        piece = (from - (to - from).normalized * overhang, to)
      }
    }
    end()
  }

  private func strip(_ p: Point, to q: Point, _ width: Double) {
    let across = (q - p).normalized.perpendicular * (width / 2)
    let corners = (p + across, q + across, q - across, p - across)
    edge(corners.0, to: corners.1)
    edge(corners.1, to: corners.2)
    edge(corners.2, to: corners.3)
    edge(corners.3, to: corners.0)
  }

  private func begin() { (left, right, top, bottom) = (Double(width), 0, Double(height), 0) }

  /// The straight pieces of a path in pixels, each of its parts closed if asked.
  @inline(__always)
  private func flatten(
    _ path: Path, _ matrix: Affine, isClosed: Bool, _ piece: (_ from: Point, _ to: Point) -> Void
  ) {
    var (start, from) = (Point.zero, Point.zero)
    for element in path.elements {
      switch element {
      case .move(let p):
        if isClosed { piece(from, start) }
        from = matrix.apply(p)
        start = from
      case .line(let p):
        let to = matrix.apply(p)
        piece(from, to)
        from = to
      case .curve(let p, let q, let r):
        let to = matrix.apply(r)
        curve(from, matrix.apply(p), matrix.apply(q), to, piece)
        from = to
      case .close:
        piece(from, start)
        from = start
      }
    }
    if isClosed { piece(from, start) }
  }

  /// In as many straight pieces as keep it within a quarter of a pixel (Wang's bound).
  @inline(__always)
  private func curve(
    _ a: Point, _ b: Point, _ c: Point, _ d: Point, _ piece: (_ from: Point, _ to: Point) -> Void
  ) {
    let (bend, turn) = (a - b * 2 + c, b - c * 2 + d)
    let most = max(abs(bend.x) + abs(bend.y), abs(turn.x) + abs(turn.y))
    let count = min(64, max(1, Int((3 * most).squareRoot().rounded(.up))))
    // The curve as a polynomial of t.
    let (first, second) = ((b - a) * 3, bend * 3)
    let third = d - a - first - second
    var from = a
    for index in 1..<count {
      let t = Double(index) / Double(count)
      let to = a + (first + (second + third * t) * t) * t
      piece(from, to)
      from = to
    }
    piece(from, d)
  }

  // MARK: Edges

  private func edge(_ p: Point, to q: Point) {
    guard p.y != q.y, max(abs(p.x), abs(p.y), abs(q.x), abs(q.y)) < 1e9 else { return }
    let sign: Float = p.y < q.y ? 1 : -1
    let (upper, lower) = p.y < q.y ? (p, q) : (q, p)
    guard lower.y > 0, upper.y < Double(height) else { return }
    let slope = (lower.x - upper.x) / (lower.y - upper.y)
    let (first, last) = (max(upper.y, 0), min(lower.y, Double(height)))
    var x = upper.x + slope * (first - upper.y)
    let end = x + slope * (last - first)
    (top, bottom) = (min(top, first), max(bottom, last))
    (left, right) = (min(left, inside(min(x, end))), max(right, inside(max(x, end))))
    for row in Int(first)..<Int(last.rounded(.up)) {
      let height = min(Double(row + 1), last) - max(Double(row), first)
      let next = x + slope * height
      leave(sign * Float(height), from: min(x, next), to: max(x, next), in: cells + row * pitch)
      x = next
    }
  }

  private func inside(_ x: Double) -> Double { max(0, min(x, Double(width))) }

  /// Leaves what lies right of a piece of an edge that is `height` high and runs across one row.
  private func leave(
    _ height: Float, from start: Double, to end: Double, in line: UnsafeMutablePointer<Float>
  ) {
    let (a, b) = (inside(start), inside(end))
    var height = height
    if start < end, start < a || b < end {
      // Left of the picture it covers the whole row, right of it nothing.
      line[0] += height * Float((min(0, end) - min(0, start)) / (end - start))
      height *= Float((b - a) / (end - start))
    }
    let first = Int(a)
    guard b > Double(first + 1) else {
      let right = height * Float((a + b) / 2 - Double(first))
      line[first] += height - right
      line[first + 1] += right
      return
    }
    // What lies right of the edge up to the end of each cell, and from there on of each further one.
    let run = height / Float(b - a)
    var before: Float = 0
    var (cell, x) = (first, a)
    while x < b {
      let edge = min(Double(cell + 1), b)
      let piece = Float(edge - x) * run
      let right = piece * Float(Double(cell + 1) - (x + edge) / 2)
      line[cell] += right + before
      before = piece - right
      (cell, x) = (cell + 1, edge)
    }
    line[cell] += before
  }
}
