import Geometry
import Parameters

/// A grid of square modules that starts at a stage's base; in the stage's millimetres.
struct ModuleGrid {
  /// A square of `side` units whose lower corner is (column, row); fractions where a module is split.
  struct Cell: Hashable {
    var column: Double
    var row: Double
    var side: Double

    /// The four squares of half the size.
    var quarters: [Cell] {
      [(0, 0), (1, 0), (0, 1), (1, 1)].map { (x, y) in
        Cell(column: column + Double(x) * side / 2, row: row + Double(y) * side / 2, side: side / 2)
      }
    }

    func contains(_ other: Cell) -> Bool {
      other.column >= column && other.column < column + side && other.row >= row && other.row < row + side
    }
  }

  let unit: Double
  let columns: Int
  let rows: Int

  /// As many modules as `across` on the short side of the stage; leftover rows stay bare at the far side.
  init(_ stage: Stage, across: Int) {
    let rows = (Double(across) * stage.height / stage.width).rounded(.down)
    if stage.width <= stage.height {
      columns = across
      unit = stage.width / Double(across)
      self.rows = Int(rows)
    } else {
      // Whole columns must fill the width, or half a module would hang over the edge.
      columns = Int((stage.width / stage.height * Double(max(2, across - 2))).rounded(.up))
      unit = stage.width / Double(columns)
      self.rows = Int((stage.height / unit + 1e-9).rounded(.down))
    }
  }

  func rect(_ cell: Cell) -> Rect {
    Rect(cell.column * unit, cell.row * unit, cell.side * unit, cell.side * unit)
  }

  /// The block of `side` modules nearest to `focus`, whole inside the grid.
  func block(around focus: Point, side: Int) -> Cell {
    let side = min(side, min(columns, rows))
    func start(_ v: Double, _ count: Int) -> Double {
      min(max(0, (v / unit - Double(side) / 2).rounded()), Double(count - side))
    }
    return Cell(column: start(focus.x, columns), row: start(focus.y, rows), side: Double(side))
  }

  /// Single modules from the middle of `hero` outwards, as many as `share` of the grid (rounded), none alone.
  ///
  /// `jitter` in units loosens the outline; modules that touch no other are left out.
  func nearest(to hero: Cell, share: Double, jitter: Double, _ stream: inout SeedStream) -> [Cell] {
    let middle = Point(hero.column + hero.side / 2, hero.row + hero.side / 2)
    var ranked: [(cell: Cell, rank: Double)] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = Cell(column: Double(column), row: Double(row), side: 1)
        let step = Point(Double(column) + 0.5, Double(row) + 0.5) - middle
        // Rows count more than columns, and rows beyond the middle more still: the grid grows from its base.
        let away = Point(step.x * 0.7, step.y * (step.y > 0 ? 1.2 : 0.6)).length
        ranked.append((cell, away + stream.uniform(in: -jitter...jitter)))
      }
    }
    ranked.sort { $0.rank < $1.rank }
    let kept = ranked.prefix(Int((share * Double(ranked.count)).rounded())).map(\.cell)
    return kept.filter { cell in
      hero.contains(cell)
        || kept.contains { abs($0.column - cell.column) + abs($0.row - cell.row) == 1 }
    }
  }
}
