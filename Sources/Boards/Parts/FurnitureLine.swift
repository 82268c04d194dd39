import Geometry

/// The furniture of a board, measured once and set at any scale: pieces on rows of floor, a list of the rest at their
/// right. All lengths in millimetres of the page but for the pieces' bounds.
struct FurnitureLine {
  /// A piece that is drawn.
  struct Piece {
    let piece: Scheme.Piece
    /// From the front, metres.
    let bounds: Rect
    /// What its caption takes on as few lines as it has.
    let width: Double
    let caption: Double
    /// The caption's height in the narrowest column.
    let brokenCaption: Double
  }

  /// A thing that is only named.
  struct Entry {
    let key: String
    let name: String
    let details: [String]

    init(_ key: String, _ name: String, _ detail: String) {
      (self.key, self.name, details) = (key, name, detail.isEmpty ? [] : [detail])
    }
  }

  /// All pieces in their places, from the upper left of the box.
  struct Rows {
    struct Slot {
      let index: Int
      let left: Double
      let width: Double
      /// Of the drawing: the floor below the piece's middle.
      let origin: Point
    }

    var slots: [Slot] = []
    var floors: [(y: Double, right: Double)] = []
    /// What the rows may take of the width, and what the list takes.
    let width: Double
    let list: Double
  }

  /// Scales that people draw furniture at.
  static let scales = [20.0, 25, 30, 40, 50, 60, 75, 100, 125, 150]

  let pieces: [Piece]
  let listed: [Entry]
  /// Of the list's entries.
  let heights: [Double]
  let narrowest: Double
  /// A column of the list.
  let column: Double
  let gutter: Double
  let unit: Double
  /// A heading's height.
  let head: Double

  /// False if there is nothing to draw or to list.
  var isNeeded: Bool { !pieces.isEmpty || !listed.isEmpty }

  /// The scale at which the pieces are as large as the box allows; nil if they fit at none.
  func largestScale(in size: Size) -> Double? { Self.scales.first { rows(scale: $0, in: size) != nil } }

  /// What the list takes of the width of a box of that height; nil if its entries are too many.
  private func listWidth(_ size: Size) -> Double? {
    guard !listed.isEmpty else { return 0 }
    var (columns, y) = (1, head)
    for height in heights {
      if y + height > size.height + 1.6 * unit { (columns, y) = (columns + 1, head) }
      y += height
    }
    let width = Double(columns) * column + Double(columns - 1) * gutter
    return head + heights.max()! <= size.height + 1.6 * unit && width <= size.width ? width : nil
  }

  /// Nil if the pieces do not fit at that scale.
  func rows(scale: Double, in size: Size) -> Rows? {
    guard let list = listWidth(size) else { return nil }
    let width = size.width - (list > 0 ? list + gutter * 1.5 : 0)
    let k = 1000 / scale
    let widths = pieces.map { max($0.bounds.width * k, narrowest) }
    guard let parts = broken(widths, width) else { return nil }
    var rows = Rows(width: width, list: list)
    var y = head
    for (number, part) in parts.enumerated() {
      let captions = part.map {
        widths[$0] >= pieces[$0].width ? pieces[$0].caption : pieces[$0].brokenCaption
      }
      let floor = y + part.map { -pieces[$0].bounds.top * k }.max()!
      place(part, widths, floor, k, into: &rows)
      y = floor + 2.6 * unit + captions.max()! + (number < parts.count - 1 ? 2.4 * unit : 0)
    }
    return y <= size.height + 1.6 * unit ? rows : nil
  }

  /// One row; what is left over goes between the pieces, as far as that keeps them together.
  private func place(
    _ part: Range<Int>, _ widths: [Double], _ floor: Double, _ k: Double, into rows: inout Rows
  ) {
    let used = part.reduce(0) { $0 + widths[$1] }
    let gap = part.count > 1 ? min((rows.width - used) / Double(part.count - 1), gutter * 4) : 0
    var left = 0.0
    for index in part {
      rows.slots.append(
        Rows.Slot(
          index: index, left: left, width: widths[index],
          origin: Point(left - pieces[index].bounds.left * k, floor)))
      left += widths[index] + gap
    }
    rows.floors.append((floor, left - gap))
  }

  /// The pieces in as few rows as hold them, those rows as even as can be; nil if a piece is wider than the box.
  private func broken(_ widths: [Double], _ most: Double) -> [Range<Int>]? {
    guard widths.allSatisfy({ $0 <= most }) else { return nil }
    func rows(_ limit: Double) -> [Range<Int>] {
      var rows: [Range<Int>] = []
      var (start, x) = (0, 0.0)
      for index in widths.indices {
        if index > start, x + widths[index] > limit {
          rows.append(start..<index)
          (start, x) = (index, 0)
        }
        x += widths[index] + gutter
      }
      return start < widths.count ? rows + [start..<widths.count] : rows
    }
    let fewest = rows(most)
    var (low, high) = (widths.max() ?? 0, most)
    for _ in 0..<20 {
      let middle = (low + high) / 2
      if rows(middle).count > fewest.count { low = middle } else { high = middle }
    }
    return rows(high)
  }
}
