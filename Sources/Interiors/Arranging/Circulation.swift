import Geometry

/// How wide the ways through a furnished room are: a grid of distances to the nearest obstacle.
struct Circulation {
  private let columns: Int
  private let rows: Int
  /// Half the width that is free around the middle of each cell, metres.
  private var clearance: [Double]
  /// Metres of a cell.
  private static let cell = 0.06

  init(_ room: Room, _ pieces: [PlacedPiece]) {
    let (columns, rows) = (
      Int((room.width / Self.cell).rounded(.up)), Int((room.depth / Self.cell).rounded(.up))
    )
    (self.columns, self.rows) = (columns, rows)
    clearance = [Double](repeating: .infinity, count: columns * rows)
    for j in 0..<rows {
      for i in 0..<columns {
        let p = Self.point(i, j)
        clearance[j * columns + i] = min(min(p.x, room.width - p.x), min(p.y, room.depth - p.y))
      }
    }
    for piece in pieces where piece.item.use.stance == .floor { block(piece) }
    // Passages open the wall: people stand in them.
    for opening in room.openings.filter(\.isPassage) { open(room, opening) }
  }

  private static func point(_ i: Int, _ j: Int) -> Point {
    Point((Double(i) + 0.5) * cell, (Double(j) + 0.5) * cell)
  }

  private mutating func block(_ piece: PlacedPiece) {
    let frame = Frame3.yaw(piece.rotation)
    let half = Point(piece.item.piece.size.x / 2, piece.item.piece.size.y / 2)
    for j in 0..<rows {
      for i in 0..<columns {
        let p = Self.point(i, j) - piece.position
        let (x, y) = (
          abs(p.x * frame.x.x + p.y * frame.x.y) - half.x, abs(p.x * frame.y.x + p.y * frame.y.y) - half.y
        )
        let outside = Point(max(x, 0), max(y, 0)).length + min(max(x, y), 0)
        clearance[j * columns + i] = min(clearance[j * columns + i], outside)
      }
    }
  }

  private mutating func open(_ room: Room, _ opening: Opening) {
    for step in 0..<Int(0.5 / Self.cell) {
      let p = room.point(
        on: opening.wall, along: opening.at + opening.width / 2, off: (Double(step) + 0.5) * Self.cell)
      let at = index(p)
      clearance[at] = max(clearance[at], opening.width / 2)
    }
  }

  private func index(_ p: Point) -> Int {
    let i = max(0, min(columns - 1, Int(p.x / Self.cell))), j = max(0, min(rows - 1, Int(p.y / Self.cell)))
    return j * columns + i
  }

  /// The greatest free width of a way from `start` to within `reach` metres of a piece: the narrowest place of the
  /// widest way, in steps of 2 cm.
  func width(from start: Point, to piece: PlacedPiece, reach: Double) -> Double {
    let goal = piece.bounds.inset(by: -reach)
    var (low, high) = (0, 60)
    while low < high {
      let middle = (low + high + 1) / 2
      if reaches(index(start), goal, radius: Double(middle) * 0.01) {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return Double(low) * 0.02
  }

  private func reaches(_ start: Int, _ goal: Rect, radius: Double) -> Bool {
    var seen = [Bool](repeating: false, count: clearance.count)
    var stack = [start]
    seen[start] = true
    while let at = stack.popLast() {
      let (j, i) = at.quotientAndRemainder(dividingBy: columns)
      if goal.contains(Self.point(i, j)) { return true }
      for (di, dj) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
        let (x, y) = (i + di, j + dj)
        guard x >= 0, y >= 0, x < columns, y < rows else { continue }
        let next = y * columns + x
        if !seen[next], clearance[next] >= radius {
          seen[next] = true
          stack.append(next)
        }
      }
    }
    return false
  }
}
