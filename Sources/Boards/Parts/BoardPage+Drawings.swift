import Canvas
import Color
import Composition
import Geometry
import Interiors

extension BoardPage {
  /// Scales that people draw rooms at.
  private static let roomScales = [20.0, 25, 30, 40, 50, 60, 75, 100, 150, 200, 250]
  /// Scales that people draw furniture at.
  private static let pieceScales = [10.0, 15, 20, 25, 30, 40, 50, 60, 75, 100, 125, 150]

  /// The pens of all drawings of this board.
  var drawingStyle: DrawingStyle {
    let (ground, surfaces) = (ground, scheme.surfaces)
    return DrawingStyle(
      ink: ink, quiet: muted, wall: ink, paper: ground, font: job.type.text.font,
      textSize: text.size(.text) * 0.96,
      tint: { finish in surfaces.finishes[finish].map { $0.color.mixed(with: ground, 0.25) } })
  }

  /// Plan and elevation of one scale, side by side or on top of each other, whichever lets them be larger.
  mutating func drawings(in box: Rect) throws(LayoutFailure) {
    let furnishing = scheme.furnishing
    let plan = FloorPlan(furnishing, style: drawingStyle, typesetter: job.typesetter)
    let elevation = Elevation(
      furnishing, wall: furnishing.mainWall, style: drawingStyle, typesetter: job.typesetter)
    let head = text.size(.label) * 0.74 + 2.6 * unit
    func fits(_ scale: Double, isStacked: Bool) -> Bool {
      let (a, b) = (plan.size(scale: scale), elevation.size(scale: scale))
      return isStacked
        ? max(a.width, b.width) <= box.width && a.height + b.height + 2 * head + gap * 0.5 <= box.height
        : a.width + b.width + gap * 0.7 <= box.width && max(a.height, b.height) + head <= box.height
    }
    let scale = Self.roomScales.first { fits($0, isStacked: false) || fits($0, isStacked: true) }
    guard let scale else { throw .cannotFit(element: "plan", smallest: points(millimetres: text.size(.text))) }
    let isStacked = !fits(scale, isStacked: false)
    let (a, b) = (plan.size(scale: scale), elevation.size(scale: scale))
    try heading("Plan 1:\(Int(scale))", at: Point(box.left, box.top), width: a.width)
    draw(plan.drawing(scale: scale, at: Point(box.left, box.top + head)))
    let corner =
      isStacked
      ? Point(box.left, max(box.top + a.height + head + gap * 0.5, box.bottom - b.height - head))
      : Point(max(box.left + a.width + gap * 0.7, box.right - b.width), box.top)
    let wall = furnishing.mainWall.rawValue
    try heading("Elevation \(wall) 1:\(Int(scale))", at: corner, width: b.width)
    draw(elevation.drawing(scale: scale, at: corner + Point(0, head)))
  }

  /// The drawing's layers; what lies under its lettering is no lettering.
  private mutating func draw(_ drawing: RoomDrawing) {
    for layer in drawing.layers {
      guard layer.role == .type else {
        layers.append(layer)
        continue
      }
      func isText(_ mark: Mark) -> Bool { if case .text = mark { true } else { false } }
      layers.append(Layer(.furniture, layer.marks.filter { !isText($0) }))
      layers.append(Layer(.type, layer.marks.filter(isText)))
    }
  }

  /// Pieces that can be drawn from the front: what lies flat or hangs flat is only listed.
  private var standing: [Scheme.Piece] {
    let drawn = scheme.pieces.filter { ![.rug, .curtain].contains(type(of: $0.piece).use) }
    // By height: rows of like heights waste no room, and lamps stand with lamps.
    return drawn.enumerated().sorted {
      (-$0.element.piece.size.z, $0.offset) < (-$1.element.piece.size.z, $1.offset)
    }.map(\.element)
  }

  /// The furniture from the front, all to one scale, on rows of floor; names and sizes below.
  mutating func furniture(in box: Rect) throws(LayoutFailure) {
    let pieces = standing
    guard !pieces.isEmpty else { return }
    let head = text.size(.label) * 0.74 + 2.6 * unit
    let room = Rect(box.x, box.y + head, box.width, box.height - head)
    for scale in Self.pieceScales {
      guard let rows = FurnitureRows(pieces.map(\.piece), scale: scale, in: room, self) else { continue }
      try heading("Furniture and lighting 1:\(Int(scale))", at: Point(box.left, box.top), width: box.width)
      for slot in rows.slots {
        let piece = pieces[slot.index]
        let drawing = FurnitureDrawing(piece.piece).drawing(
          scale: scale, at: slot.origin, style: drawingStyle)
        draw(drawing)
        try caption(
          piece.key, count(piece), [Self.size(piece.piece)],
          at: Point(slot.left, slot.floor + 2.4 * unit), width: slot.width)
      }
      for floor in rows.floors {
        rule(from: floor.0, to: floor.1, muted.mixed(with: ground, 0.4))
      }
      return
    }
    throw .cannotFit(element: "furniture", smallest: points(millimetres: text.size(.text)))
  }

  private func count(_ piece: Scheme.Piece) -> String {
    piece.request.count > 1 ? "\(piece.title) × \(piece.request.count)" : piece.title
  }

  /// Width, depth and height in millimetres, as schedules write them.
  static func size(_ piece: any FurniturePiece) -> String {
    let s = piece.size
    return [s.x, s.y, s.z].map { "\(Int(($0 * 1000).rounded()))" }.joined(separator: " × ")
  }

  /// What the furniture's row does not show: flat pieces, and what the items table adds.
  mutating func keyList(in box: Rect, columns: Int = 1) throws(LayoutFailure) {
    let flat = scheme.pieces.filter { piece in !standing.contains { $0.key == piece.key } }
    let rows =
      flat.map { ($0.key, count($0), Self.size($0.piece)) }
      + brief.extras.map { ($0.key, $0.description, [$0.manufacturer, $0.model].filter { !$0.isEmpty }.joined(separator: " ")) }
    guard !rows.isEmpty else { return }
    let width = (box.width - gutter * Double(columns - 1)) / Double(columns)
    let perColumn = (rows.count + columns - 1) / columns
    for column in 0..<columns {
      var y = box.top
      for row in rows.dropFirst(column * perColumn).prefix(perColumn) {
        let x = box.left + (width + gutter) * Double(column)
        y += try caption(row.0, row.1, row.2.isEmpty ? [] : [row.2], at: Point(x, y), width: width) + 2.4 * unit
      }
      guard y <= box.bottom + 2.4 * unit else { throw tooWide("list of items", .strong) }
    }
  }

  /// True if there is something for ``keyList(in:columns:)``.
  var hasKeyList: Bool { !brief.extras.isEmpty || standing.count < scheme.pieces.count }
}

/// Pieces in rows, each on a floor of its own.
private struct FurnitureRows {
  struct Slot {
    let index: Int
    let left: Double
    let width: Double
    let floor: Double
    let origin: Point
  }

  var slots: [Slot] = []
  var floors: [(Point, Point)] = []

  /// Nil if the pieces do not fit at that scale.
  init?(_ pieces: [any FurniturePiece], scale: Double, in box: Rect, _ page: BoardPage) {
    let caption = page.text.leading(.strong) + page.text.leading(.text) + 3.2 * page.unit
    let narrowest = 24 * page.unit
    let bounds = pieces.map { FurnitureDrawing($0).bounds }
    let k = 1000 / scale
    let widths = bounds.map { max($0.width * k, narrowest) }
    var rows: [[Int]] = [[]]
    var x = 0.0
    for index in pieces.indices {
      if x > 0, x + widths[index] > box.width {
        rows.append([])
        x = 0
      }
      guard widths[index] <= box.width else { return nil }
      rows[rows.count - 1].append(index)
      x += widths[index] + page.gutter
    }
    let heights = rows.map { row in row.map { bounds[$0].height * k }.max()! + caption }
    let between = 4 * page.unit
    let total = heights.reduce(0, +) + between * Double(rows.count - 1)
    guard total <= box.height else { return nil }
    // What is left over goes between the pieces of a row, as far as that keeps them together.
    var y = box.top + min(box.height - total, 0)
    for (number, row) in rows.enumerated() {
      let used = row.reduce(0) { $0 + widths[$1] }
      let free = (box.width - used) / Double(max(row.count - 1, 1))
      let gap = row.count > 1 ? min(free, page.gutter * 4) : 0
      let floor = y + heights[number] - caption
      var left = box.left
      for index in row {
        let b = bounds[index]
        slots.append(
          Slot(
            index: index, left: left, width: widths[index], floor: floor,
            origin: Point(left - b.left * k, floor)))
        left += widths[index] + gap
      }
      floors.append((Point(box.left, floor), Point(left - gap, floor)))
      y += heights[number] + between
    }
  }
}
