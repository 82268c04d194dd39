/// Places by the cell of a square grid that they lie in, for finding what is near. Numbered in the order of adding.
///
/// Places outside the frame count to the cells on its rim, so that nothing is lost, only found more slowly.
public struct CellIndex: Sendable {
  @usableFromInline let frame: Rect
  @usableFromInline let side: Double
  @usableFromInline let columns: Int
  @usableFromInline let rows: Int
  /// The last place of each cell, and the one before each place in its cell; -1 ends a chain.
  @usableFromInline var heads: [Int32]
  @usableFromInline var links: [Int32] = []

  /// An empty index over `frame`, whose cells are `side` wide; memory grows with the number of cells.
  public init(over frame: Rect, side: Double) {
    precondition(side > 0)
    (self.frame, self.side) = (frame, side)
    columns = max(1, Int((frame.width / side).rounded(.up)))
    rows = max(1, Int((frame.height / side).rounded(.up)))
    heads = [Int32](repeating: -1, count: columns * rows)
  }

  @inlinable public mutating func add(_ p: Point) {
    let cell = row(p.y) * columns + column(p.x)
    links.append(heads[cell])
    heads[cell] = Int32(links.count - 1)
  }

  /// True if `body` holds for the number of any place in the cells within `reach` of `p`; all places nearer than
  /// `reach` are asked, and some beyond, until one says so.
  @inlinable public func contains(within reach: Double, of p: Point, where body: (Int) -> Bool) -> Bool {
    let (left, right) = (column(p.x - reach), column(p.x + reach))
    for row in row(p.y - reach)...row(p.y + reach) {
      for cell in row * columns + left...row * columns + right {
        var place = heads[cell]
        while place >= 0 {
          if body(Int(place)) { return true }
          place = links[Int(place)]
        }
      }
    }
    return false
  }

  @inlinable func column(_ x: Double) -> Int { max(0, min(columns - 1, Int((x - frame.x) / side))) }
  @inlinable func row(_ y: Double) -> Int { max(0, min(rows - 1, Int((y - frame.y) / side))) }
}
