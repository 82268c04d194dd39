import CVector
import Elementary
import Geometry
import Parameters
import Raster

/// Signed distances to a motif's two parts (positive inside) over one cell of a wallpaper group, on a square table in the
/// cell's own coordinates.
///
/// Each orbit of the group is worked out once and written to all its places: the table is the same under every operation
/// to the last bit.
struct MotifTable: Sendable {
  private let side: Int
  /// Distances in cells' sides.
  private(set) var first: [Float]
  private(set) var other: [Float]

  /// The motif in the room that the group leaves it. `frame` leads from cell coordinates to the plane, the cell's side
  /// being 1; `side` is the number of samples a side, even.
  init(
    _ group: WallpaperGroup, _ frame: Affine, _ motif: Wallpaper.Motif, fullness: Double, side: Int,
    _ stream: SeedStream
  ) {
    precondition(side % 2 == 0)
    self.side = side
    let images = Self.images(group, frame, motif, fullness, stream.child("motif"))
    first = [Float](repeating: .nan, count: side * side)
    other = first
    let operations = group.operations
    for y in 0..<side {
      for x in 0..<side where first[y * side + x].isNaN {
        let p = frame.apply(Point(Double(x) / Double(side), Double(y) / Double(side)))
        let (a, b) = (Self.distance(p, images.first), Self.distance(p, images.other))
        for operation in operations {
          let image = operation.apply(x, y, of: side)
          (first[image.y * side + image.x], other[image.y * side + image.x]) = (a, b)
        }
      }
    }
  }

  /// Distances at places in cells, linear between samples.
  @inline(__always)
  func distances(_ u: Lanes, _ v: Lanes) -> (first: Lanes, other: Lanes) {
    let n = Float(side)
    let (x, y) = (fraction(u) * n, fraction(v) * n)
    let (fx, fy) = (floor(x), floor(y))
    let (s, t) = (x - fx, y - fy)
    var (a, b) = (Lanes(), Lanes())
    for lane in 0..<8 {
      let column = Int(fx[lane]) % side, row = Int(fy[lane]) % side
      let (right, below) = (column + 1 == side ? 0 : column + 1, row + 1 == side ? 0 : row + 1)
      let corners = (row * side + column, row * side + right, below * side + column, below * side + right)
      func mixed(_ plane: [Float]) -> Float {
        let top = plane[corners.0] + (plane[corners.1] - plane[corners.0]) * s[lane]
        let bottom = plane[corners.2] + (plane[corners.3] - plane[corners.2]) * s[lane]
        return top + (bottom - top) * t[lane]
      }
      a[lane] = mixed(first)
      b[lane] = mixed(other)
    }
    return (a, b)
  }

  // MARK: The motif

  /// A round, a pointed oval or a stem.
  struct Shape {
    var from: Point
    var to: Point
    /// Half the breadth in the middle.
    var half: Double
    var isOval: Bool

    /// How far `p` lies inside, negative outside.
    func distance(_ p: Point) -> Double {
      let way = to - from
      let length = way.length
      guard isOval, length > 0 else {
        let t = length > 0 ? clamp((p - from).dot(way) / (length * length), 0...1) : 0
        return half - p.distance(to: from + way * t)
      }
      // Two circles through both ends.
      let middle = from.mixed(with: to, 0.5), along = way * (1 / length)
      let d = p - middle
      let (x, y) = (d.dot(along), abs(d.dot(along.perpendicular)))
      let radius = (length * length / 4 + half * half) / (2 * half)
      return radius - Point(x, y + radius - half).length
    }

    func moved(by m: Affine) -> Shape {
      Shape(from: m.apply(from), to: m.apply(to), half: half, isOval: isOval)
    }
  }

  private static func distance(_ p: Point, _ shapes: [Shape]) -> Float {
    var most = -1.0
    for shape in shapes { most = max(most, shape.distance(p)) }
    return Float(most)
  }

  /// The motif's parts in every image that may touch the cell.
  private static func images(
    _ group: WallpaperGroup, _ frame: Affine, _ motif: Wallpaper.Motif, _ fullness: Double,
    _ stream: SeedStream
  ) -> (first: [Shape], other: [Shape]) {
    var stream = stream
    let home = roomiest(group, frame, &stream)
    let turn = stream.uniform(in: 0.12...0.38) * Double.pi
    let at = frame.apply(home.cell)
    let long = home.room * 1.6 * fullness
    let move = Affine.rotation(turn).then(.translation(at.x, at.y))
    let parts = shapes(motif, long)
    let back = frame.inverse
    var result = (first: [Shape](), other: [Shape]())
    for operation in group.operations {
      for shift in 0..<25 {
        let step = Affine.translation(Double(shift % 5 - 2), Double(shift / 5 - 2))
        let whole = move.then(back).then(operation.affine).then(step).then(frame)
        result.first += parts.first.map { $0.moved(by: whole) }
        result.other += parts.other.map { $0.moved(by: whole) }
      }
    }
    let reach = frame.apply(Rect(0, 0, 1, 1)).inset(by: -long)
    return (
      result.first.filter { reach.contains($0.from) || reach.contains($0.to) },
      result.other.filter { reach.contains($0.from) || reach.contains($0.to) }
    )
  }

  /// Of many places the one whose images keep the largest distance.
  private static func roomiest(
    _ group: WallpaperGroup, _ frame: Affine, _ stream: inout SeedStream
  ) -> (cell: Point, room: Double) {
    var best = (cell: Point(0.25, 0.25), room: 0.0)
    for _ in 0..<80 {
      let cell = Point(stream.unit(), stream.unit())
      let home = frame.apply(cell)
      var room = 1.0
      for (index, operation) in group.operations.enumerated() {
        let image = operation.affine.apply(cell)
        for shift in 0..<25 where index > 0 || shift != 12 {
          let p = frame.apply(image + Point(Double(shift % 5 - 2), Double(shift / 5 - 2)))
          room = min(room, p.distance(to: home))
        }
      }
      if room > best.room { best = (cell, room) }
    }
    return best
  }

  private static func shapes(_ motif: Wallpaper.Motif, _ long: Double) -> (first: [Shape], other: [Shape]) {
    func oval(_ x: Double, _ y: Double, _ u: Double, _ v: Double, _ half: Double) -> Shape {
      Shape(from: Point(x, y) * long, to: Point(u, v) * long, half: half * long, isOval: true)
    }
    func round(_ x: Double, _ y: Double, _ u: Double, _ v: Double, _ half: Double) -> Shape {
      Shape(from: Point(x, y) * long, to: Point(u, v) * long, half: half * long, isOval: false)
    }
    switch motif {
    case .sprig:
      return (
        [
          oval(0, 0, 0.55, 0, 0.1), oval(-0.14, 0.02, 0.16, 0.26, 0.075),
          oval(-0.16, -0.02, 0.12, -0.28, 0.075),
          oval(-0.36, 0.01, -0.14, 0.2, 0.06),
        ],
        [round(-0.5, 0, 0.02, 0, 0.014), round(-0.28, -0.16, -0.28, -0.16, 0.04)]
      )
    case .drop:
      return (
        [oval(-0.1, 0, 0.5, 0, 0.13), round(-0.06, 0, 0.06, 0, 0.11)],
        [round(-0.3, 0, -0.3, 0, 0.06), round(-0.46, 0, -0.46, 0, 0.035)]
      )
    case .diamond:
      return (
        [oval(-0.3, 0, 0.4, 0, 0.22)],
        [oval(-0.1, -0.34, -0.1, -0.06, 0.09), round(0.46, 0.18, 0.46, 0.18, 0.05)]
      )
    }
  }
}
