extension ScalarGrid {
  /// The lines at which the grid passes `level`: marching squares (Lorensen and Cline's cubes, 1987, in the plane), a
  /// saddle decided by the mean of its cell. A sample of exactly the level counts as below it. O(samples).
  ///
  /// Lines never cross and, for two levels, never touch; open ones come first, each kind in the order of the grid.
  public func isolines(at level: Float) -> [Contour] {
    guard width > 1, height > 1 else { return [] }
    var tracer = IsolineTracer(self, level)
    tracer.link()
    return tracer.contours()
  }
}

/// Links the crossings of cell sides, each with the next along its line.
///
/// A crossing is named after its side: twice the index of the sample at its start, and one more for sides that go down.
private struct IsolineTracer {
  private let grid: ScalarGrid
  private let level: Float
  private var next: [Int32]
  private var isReached: [Bool]

  init(_ grid: ScalarGrid, _ level: Float) {
    (self.grid, self.level) = (grid, level)
    next = [Int32](repeating: -1, count: 2 * grid.samples.count)
    isReached = [Bool](repeating: false, count: next.count)
  }

  mutating func link() {
    for y in 0..<grid.height - 1 {
      for x in 0..<grid.width - 1 { link(x, y) }
    }
  }

  private mutating func link(_ x: Int, _ y: Int) {
    let place = y * grid.width + x
    let (a, b) = (grid.samples[place], grid.samples[place + 1])
    let (d, c) = (grid.samples[place + grid.width], grid.samples[place + grid.width + 1])
    let high = (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0)
    guard high != 0, high != 15 else { return }
    let (top, left) = (2 * place, 2 * place + 1)
    let (right, bottom) = (left + 2, top + 2 * grid.width)
    let isRidge = (a + b + c + d) / 4 > level
    switch high {
    case 1: join(top, left)
    case 2: join(right, top)
    case 3: join(right, left)
    case 4: join(bottom, right)
    case 6: join(bottom, top)
    case 7: join(bottom, left)
    case 8: join(left, bottom)
    case 9: join(top, bottom)
    case 11: join(right, bottom)
    case 12: join(left, right)
    case 13: join(top, right)
    case 14: join(left, top)
    case 5:
      join(top, isRidge ? right : left)
      join(bottom, isRidge ? left : right)
    default:
      join(left, isRidge ? top : bottom)
      join(right, isRidge ? bottom : top)
    }
  }

  private mutating func join(_ from: Int, _ to: Int) {
    next[from] = Int32(to)
    isReached[to] = true
  }

  mutating func contours() -> [Contour] {
    var contours: [Contour] = []
    for start in next.indices where next[start] >= 0 && !isReached[start] { contours.append(walk(start)) }
    for start in next.indices where next[start] >= 0 { contours.append(walk(start)) }
    return contours
  }

  /// Follows a line and forgets it.
  private mutating func walk(_ start: Int) -> Contour {
    var points: [Point] = []
    var side = start
    while true {
      points.append(crossing(side))
      let following = Int(next[side])
      next[side] = -1
      if following < 0 { return Contour(points, isClosed: false) }
      if following == start { return Contour(points, isClosed: true) }
      side = following
    }
  }

  private func crossing(_ side: Int) -> Point {
    let place = side / 2
    let (x, y) = (Double(place % grid.width), Double(place / grid.width))
    let from = grid.samples[place]
    let to = grid.samples[side % 2 == 0 ? place + 1 : place + grid.width]
    let part = Double((level - from) / (to - from))
    return side % 2 == 0 ? Point(x + part, y) : Point(x, y + part)
  }
}
