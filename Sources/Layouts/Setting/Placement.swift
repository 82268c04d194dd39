import Geometry
import Parameters

/// Blocks on the modules of a grid, placed by searching for the arrangement of least energy.
///
/// The energy sums what a designer weighs: alignment groups, balance, size by importance, white space in one piece,
/// reading order, nearness of what belongs together, and no overlap (after O'Donovan, Agarwala and Hertzmann, "Learning
/// layouts for single-page graphic designs", 2014). Positions are whole modules, so what is found needs no rounding.
struct Placement {
  /// A rectangle of modules.
  struct Cells: Hashable {
    var column: Int
    var row: Int
    var across: Int
    var down: Int

    func shared(_ other: Cells) -> Int {
      let width = min(column + across, other.column + other.across) - max(column, other.column)
      let height = min(row + down, other.row + other.down) - max(row, other.row)
      return width > 0 && height > 0 ? width * height : 0
    }
  }

  /// Something to place.
  struct Block {
    /// Widths that it may take.
    let across: ClosedRange<Int>
    /// Rows that it needs at each width.
    let down: (Int) -> ClosedRange<Int>
    /// The share of the modules that it would like.
    let share: Double
    /// How heavy a module of it looks, 0...1.
    let weight: Double
    /// Its place in the order of reading; nil for a picture, which is seen before anything is read.
    let order: Int?
  }

  let columns: Int
  let rows: Int
  let blocks: [Block]
  /// How much a page out of balance costs: 0 leaves it free, 1 asks for calm.
  let calm: Double
  /// The indices of blocks that are read, in the order of reading.
  private let read: [Int]

  init(columns: Int, rows: Int, blocks: [Block], calm: Double) {
    (self.columns, self.rows, self.blocks, self.calm) = (columns, rows, blocks, calm)
    read = blocks.indices.filter { blocks[$0].order != nil }.sorted { blocks[$0].order! < blocks[$1].order! }
  }

  /// The best arrangement found; nil if blocks still overlap in it.
  ///
  /// Cost: `rounds` times the number of blocks squared; six blocks take about a millisecond.
  func solve(_ stream: SeedStream, rounds: Int = 1500) -> [Cells]? {
    var stream = stream
    var current = blocks.map { block in
      Cells(
        column: 0, row: 0, across: block.across.lowerBound,
        down: block.down(block.across.lowerBound).lowerBound)
    }
    for index in blocks.indices { move(&current[index], blocks[index], far: true, &stream) }
    var energy = energy(current)
    var best = (cells: current, energy: energy)
    for round in 0..<rounds {
      let index = pick(blocks.count, &stream)
      var changed = current
      if stream.unit() < 0.12 {
        swap(&changed, index, pick(blocks.count, &stream))
      } else {
        move(&changed[index], blocks[index], far: stream.unit() < 0.35, &stream)
      }
      let heat = 2.5 * (1 - Double(round) / Double(rounds))
      let next = self.energy(changed, upTo: energy + heat * heat)
      if next <= energy || next - energy < heat * heat * stream.unit() {
        (current, energy) = (changed, next)
        if energy < best.energy { best = (current, energy) }
      }
    }
    return overlap(best.cells) == 0 ? best.cells : nil
  }

  private func pick(_ count: Int, _ stream: inout SeedStream) -> Int {
    min(count - 1, Int(stream.unit() * Double(count)))
  }

  private func between(_ range: ClosedRange<Int>, _ stream: inout SeedStream) -> Int {
    range.lowerBound + pick(range.count, &stream)
  }

  /// Another size and place, near by or anywhere, inside the page.
  private func move(_ cells: inout Cells, _ block: Block, far: Bool, _ stream: inout SeedStream) {
    if far || stream.unit() < 0.4 {
      cells.across = min(columns, between(block.across, &stream))
      let down = block.down(cells.across)
      cells.down = min(rows, between(down, &stream))
    }
    if far {
      cells.column = pick(columns - cells.across + 1, &stream)
      cells.row = pick(rows - cells.down + 1, &stream)
    } else {
      cells.column += pick(3, &stream) - 1
      cells.row += pick(3, &stream) - 1
    }
    cells.column = max(0, min(columns - cells.across, cells.column))
    cells.row = max(0, min(rows - cells.down, cells.row))
  }

  /// Two blocks change corners.
  private func swap(_ cells: inout [Cells], _ a: Int, _ b: Int) {
    let (one, other) = (cells[a], cells[b])
    cells[a].column = min(columns - one.across, other.column)
    cells[a].row = min(rows - one.down, other.row)
    cells[b].column = min(columns - other.across, one.column)
    cells[b].row = min(rows - other.down, one.row)
  }
}

extension Placement {
  /// The energy of an arrangement, or some number above `limit` where it is that high: no part is negative, so that the
  /// dearest part need not be asked of what the others already rule out.
  func energy(_ cells: [Cells], upTo limit: Double = .infinity) -> Double {
    let claims =
      Double(overlap(cells)) * 4 + alignment(cells) * 0.5 + Double(loners(cells)) * 2.5
      + balance(cells) * calm * 6 + sizes(cells) * 8
    let (disorder, distance, slack) = (disorder(cells), distance(cells), slack(cells))
    let least = claims + disorder * 1.2 + distance * 0.5 + slack
    guard least <= limit else { return least }
    return claims + scatter(cells) * 5 + disorder * 1.2 + distance * 0.5 + slack
  }

  /// Modules that two blocks claim.
  func overlap(_ cells: [Cells]) -> Int {
    var sum = 0
    for i in cells.indices { for j in i + 1..<cells.count { sum += cells[i].shared(cells[j]) } }
    return sum
  }

  /// Different left edges and upper edges beyond one of each: few groups make a page look ordered.
  private func alignment(_ cells: [Cells]) -> Double {
    let lefts = cells.indices.count { i in !cells[..<i].contains { $0.column == cells[i].column } }
    let tops = cells.indices.count { i in !cells[..<i].contains { $0.row == cells[i].row } }
    return Double(lefts + tops - 2)
  }

  /// Words that stand in line with no others: neither in a column with them nor, small type beside small type, in a row.
  private func loners(_ cells: [Cells]) -> Int {
    guard read.count > 1 else { return 0 }
    return read.count { i in
      !read.contains { j in
        let isRow = blocks[i].order! > 0 && blocks[j].order! > 0 && cells[i].row == cells[j].row
        return i != j && (cells[i].column == cells[j].column || isRow)
      }
    }
  }

  /// The distance of the centre of weight from the page's, as a share of half the page.
  private func balance(_ cells: [Cells]) -> Double {
    var (mass, x, y) = (0.0, 0.0, 0.0)
    for (cell, block) in zip(cells, blocks) {
      let m = Double(cell.across * cell.down) * block.weight
      mass += m
      x += m * (Double(cell.column) + Double(cell.across) / 2)
      y += m * (Double(cell.row) + Double(cell.down) / 2)
    }
    let dx = x / mass / Double(columns) - 0.5, dy = y / mass / Double(rows) - 0.5
    return (dx * dx + dy * dy).squareRoot() * 2
  }

  /// How far areas are from what importance asks.
  private func sizes(_ cells: [Cells]) -> Double {
    zip(cells, blocks).reduce(0) { sum, pair in
      sum + abs(Double(pair.0.across * pair.0.down) / Double(columns * rows) - pair.1.share)
    }
  }

  /// One less the share of the empty modules that the largest empty rectangle holds: white space belongs together.
  private func scatter(_ cells: [Cells]) -> Double {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: columns) { heights in
      heights.update(repeating: 0)
      var (empty, largest) = (0, 0)
      for row in 0..<rows {
        for column in 0..<columns { heights[column] += 1 }
        for cell in cells where cell.row <= row && row < cell.row + cell.down {
          for column in cell.column..<cell.column + cell.across { heights[column] = 0 }
        }
        for start in 0..<columns {
          if heights[start] > 0 { empty += 1 }
          var low = Int.max
          for end in start..<columns {
            low = min(low, heights[end])
            if low == 0 { break }
            largest = max(largest, low * (end - start + 1))
          }
        }
      }
      return empty == 0 ? 0 : 1 - Double(largest) / Double(empty)
    }
  }

  /// Empty rows at the head and, less of a fault, at the foot: a page hangs from its top.
  private func slack(_ cells: [Cells]) -> Double {
    let top = cells.reduce(Int.max) { min($0, $1.row) }
    let bottom = cells.reduce(0) { max($0, $1.row + $1.down) }
    return Double(top) * 1.4 + Double(rows - bottom) * 0.8
  }

  /// Pairs that are read in the wrong order: later words stand above, or left on the same row.
  private func disorder(_ cells: [Cells]) -> Double {
    var sum = 0.0
    for (i, a) in cells.enumerated() {
      guard let first = blocks[i].order else { continue }
      for (j, b) in cells.enumerated() {
        guard let second = blocks[j].order, first < second else { continue }
        if b.row < a.row || b.row == a.row && b.column < a.column { sum += 1 }
      }
    }
    return sum
  }

  /// Modules between what is read one after the other.
  private func distance(_ cells: [Cells]) -> Double {
    return zip(read, read.dropFirst()).reduce(0) { sum, pair in
      let (a, b) = (cells[pair.0], cells[pair.1])
      let dx = max(0, max(a.column, b.column) - min(a.column + a.across, b.column + b.across))
      let dy = max(0, max(a.row, b.row) - min(a.row + a.down, b.row + b.down))
      return sum + Double(dx + dy)
    }
  }
}
