import Canvas
import Color
import Composition
import Geometry
import Interiors

extension BoardPage {
  /// Pieces that can be drawn from the front: what lies flat or hangs flat is only listed.
  private var standing: [Scheme.Piece] {
    let drawn = scheme.pieces.filter { piece in
      piece.request.picture != nil
        || piece.piece.map { ![.rug, .curtain].contains(type(of: $0).use) } ?? false
    }
    // By height: rows of like heights waste no room, and lamps stand with lamps.
    return drawn.enumerated().sorted {
      (-($0.element.size?.z ?? 0), $0.offset) < (-($1.element.size?.z ?? 0), $1.offset)
    }.map(\.element)
  }

  /// What the furniture's rows do not show: flat pieces, and what the items table adds.
  private var listed: [FurnitureLine.Entry] {
    let shown = standing.map(\.key)
    let flat = scheme.pieces.filter { !shown.contains($0.key) }
    return flat.map { FurnitureLine.Entry($0.key, count($0), $0.sizeText) }
      + brief.extras.map {
        let maker = [$0.manufacturer, $0.model].filter { !$0.isEmpty }.joined(separator: " ")
        return FurnitureLine.Entry($0.key, $0.description, maker)
      }
  }

  /// The furniture, measured.
  var furnitureLine: FurnitureLine {
    let narrowest = 25 * unit
    let pieces = standing.map { piece in
      let (name, size) = (count(piece), piece.sizeText)
      return FurnitureLine.Piece(
        piece: piece, bounds: piece.bounds,
        width: max(indent(piece.key) + text.width(name, .strong), text.width(size, .text)),
        caption: captionHeight(piece.key, name, [size], width: 10000 * unit),
        brokenCaption: captionHeight(piece.key, name, [size], width: narrowest))
    }
    let column = 37 * unit
    let listed = listed
    return FurnitureLine(
      pieces: pieces, listed: listed,
      heights: listed.map { captionHeight($0.key, $0.name, $0.details, width: column) + 1.6 * unit },
      narrowest: narrowest, column: column, gutter: gutter, unit: unit, head: headingHeight)
  }

  /// The furniture from the front, all to one scale, on rows of floor, names and sizes below; at their right a list of
  /// what is not drawn.
  mutating func furniture(in box: Rect) throws(LayoutFailure) {
    let line = furnitureLine
    guard line.isNeeded else { return }
    guard let scale = line.largestScale(in: box.size), let rows = line.rows(scale: scale, in: box.size) else {
      throw .cannotFit(element: "furniture", smallest: points(millimetres: text.size(.text)))
    }
    if !line.pieces.isEmpty {
      let title = "Furniture and lighting 1:\(Int(scale))"
      try heading(title, at: Point(box.left, box.top), width: rows.width)
    }
    for slot in rows.slots {
      let piece = line.pieces[slot.index].piece
      let origin = Point(box.left, box.top) + slot.origin
      draw(piece, scale, at: origin)
      try caption(
        piece.key, count(piece), [piece.sizeText],
        at: Point(box.left + slot.left, origin.y + 2.6 * unit), width: slot.width)
    }
    for floor in rows.floors {
      rule(
        from: Point(box.left, box.top + floor.y), to: Point(box.left + floor.right, box.top + floor.y),
        muted.mixed(with: ground, 0.4))
    }
    try list(line, in: Rect(left: box.right - rows.list, top: box.top, right: box.right, bottom: box.bottom))
  }

  private mutating func list(_ line: FurnitureLine, in box: Rect) throws(LayoutFailure) {
    guard !line.listed.isEmpty else { return }
    try heading("Also in the room", at: Point(box.left, box.top), width: box.width)
    var (x, y) = (box.left, box.top + line.head)
    for (entry, height) in zip(line.listed, line.heights) {
      if y + height > box.bottom + 1.6 * unit { (x, y) = (x + line.column + gutter, box.top + line.head) }
      try caption(entry.key, entry.name, entry.details, at: Point(x, y), width: line.column)
      y += height
    }
  }

  private func count(_ piece: Scheme.Piece) -> String {
    piece.request.count > 1 ? "\(piece.title) ×\u{a0}\(piece.request.count)" : piece.title
  }

  /// A piece from the front, its floor's middle at a point: the client's picture of it, else the library's drawing.
  private mutating func draw(_ piece: Scheme.Piece, _ scale: Double, at origin: Point) {
    if let picture = piece.request.picture {
      let k = 1000 / scale
      let b = picture.bounds
      let frame = Rect(origin.x + b.x * k, origin.y + b.y * k, b.width * k, b.height * k)
      if !picture.isCutOut { shadow(frame, lift: 0.3) }
      self.picture(picture, picture.frame(frame), element: "piece \(piece.key)")
    } else if let drawn = piece.piece {
      draw(FurnitureDrawing(drawn).drawing(scale: scale, at: origin, style: drawingStyle))
    }
  }
}

extension Scheme.Piece {
  /// Width, depth and height in metres; nil if nobody says.
  var size: Vector3? { request.picture?.size ?? piece?.size }

  /// The same in millimetres, as schedules write it.
  var sizeText: String {
    guard let s = size else { return "not to scale" }
    return [s.x, s.y, s.z].map { "\(Int(($0 * 1000).rounded()))" }.joined(separator: " × ")
  }

  /// From the front, metres, its floor at 0 and up negative.
  fileprivate var bounds: Rect {
    request.picture?.bounds ?? piece.map { FurnitureDrawing($0).bounds } ?? Rect(0, 0, 0, 0)
  }
}
