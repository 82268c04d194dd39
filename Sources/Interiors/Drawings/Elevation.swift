import Canvas
import Composition
import Geometry

/// One wall from inside, to scale: its openings, what stands before it, dimension lines.
public struct Elevation: Sendable {
  let furnishing: Furnishing
  let wall: Wall
  let style: DrawingStyle
  let typesetter: Typesetter

  /// How far from the wall pieces are shown, metres.
  static let reach = 1.6

  public init(_ furnishing: Furnishing, wall: Wall, style: DrawingStyle, typesetter: Typesetter) {
    (self.furnishing, self.wall, self.style, self.typesetter) = (furnishing, wall, style, typesetter)
  }

  private var room: Room { furnishing.room }
  private var length: Double { room.length(of: wall) }
  private var margin: Double { style.textSize * 3.8 }

  /// What the drawing takes of the page, at 1:`scale`; millimetres.
  public func size(scale: Double) -> Size {
    Size(length * 1000 / scale + margin, room.height * 1000 / scale + margin)
  }

  /// Drawn at 1:`scale` with the top left corner of its bounds at a point of the page.
  public func drawing(scale: Double, at corner: Point) -> RoomDrawing {
    let foot = PageScale(
      scale: scale, origin: corner + Point(margin, room.height * 1000 / scale))
    let chains = dimensions(foot)
    let pieces = self.pieces
    let keys = KeyPlan(
      keyed(pieces, foot), avoiding: boxes(pieces, foot), within: foot.affine.apply(face),
      Lettering(style: style, typesetter: typesetter))
    let size = size(scale: scale)
    return RoomDrawing(
      layers: [
        Layer(.ground, ground(foot)),
        Layer(.furniture, clips: [.rect(foot.affine.apply(face))], furniture(pieces, foot)),
        Layer(.furniture, frame(foot)), Layer(.furniture, chains.marks), Layer(.type, keys.marks),
      ],
      bounds: Rect(corner.x, corner.y, size.width, size.height), scale: scale,
      dimensions: chains.dimensions, keys: keys.places)
  }

  /// The wall; y runs down the page from the floor at 0.
  private var face: Rect { Rect(0, -room.height, length, room.height) }

  /// From the room to this wall's left end.
  private var shift: Vector3 {
    let end = room.point(on: wall, along: 0)
    return Vector3(end.x, end.y, 0)
  }

  private var projection: Projection { .towards(wall) }

  /// Pieces near the wall, the nearest to the viewer last.
  private var pieces: [PlacedPiece] {
    furnishing.pieces.filter {
      room.place(of: $0.position, on: wall).off - $0.item.piece.size.y / 2 < Self.reach
    }
  }

  private func furniture(_ pieces: [PlacedPiece], _ page: PageScale) -> [Mark] {
    let sketch = SolidSketch(projection: projection, style: style, page: page)
    let sorted = pieces.map { piece in
      (piece: piece, off: room.place(of: piece.position, on: wall).off)
    }.enumerated().sorted { ($0.element.off, $0.offset) < ($1.element.off, $1.offset) }
    return sorted.flatMap { sketch.marks(moved($0.element.piece.solids)) }
  }

  private func moved(_ solids: [Solid]) -> [Solid] {
    solids.map {
      var copy = $0
      copy.center = copy.center - shift
      return copy
    }
  }

  private func keyed(_ pieces: [PlacedPiece], _ page: PageScale) -> [(key: String, box: Rect, isFlat: Bool)] {
    var seen: [String] = []
    return pieces.compactMap { piece in
      guard piece.item.use != .rug, !seen.contains(piece.item.key) else { return nil }
      seen.append(piece.item.key)
      return (piece.item.key, box(piece, page), false)
    }
  }

  private func box(_ piece: PlacedPiece, _ page: PageScale) -> Rect {
    let boxes = moved(piece.solids).map { $0.bounds(projection) }
    return page.affine.apply(boxes.dropFirst().reduce(boxes[0]) { $0.union($1) })
  }

  private func boxes(_ pieces: [PlacedPiece], _ page: PageScale) -> [Rect] {
    pieces.filter { $0.item.use != .rug }.map { box($0, page) }
  }

  private func ground(_ page: PageScale) -> [Mark] {
    [.fill(.rect(page.affine.apply(face)), .color(style.face(wall) ?? style.paper))]
      + room.openings(on: wall).flatMap { opening($0, page) }
  }

  private func opening(_ o: Opening, _ page: PageScale) -> [Mark] {
    let hole = Rect(o.at, -o.head, o.width, o.height)
    let pen = Stroke(style.line)
    func pane(_ r: Rect) -> Mark { .fill(.rect(page.affine.apply(r)), .color(style.paper)) }
    func frame(_ r: Rect) -> Mark { .stroke(.rect(page.affine.apply(r)), .color(style.quiet), pen) }
    switch o.kind {
    case .opening: return [pane(hole), frame(hole)]
    case .door:
      let leaf = hole.inset(by: 0.05)
      return [
        pane(hole), frame(hole),
        frame(Rect(left: leaf.left, top: leaf.top, right: leaf.right, bottom: hole.bottom)),
        .stroke(
          .circle(page.apply(Point(leaf.right - 0.07, -1.0)), radius: 0.3), .color(style.quiet), pen),
      ]
    case .window:
      let sashes = WindowSashes(o)
      return [pane(hole), frame(hole)]
        + sashes.panes.map { pane in
          frame(Rect(o.at + pane.x, -o.head + pane.y, pane.width, pane.height))
        }
    }
  }

  private func frame(_ page: PageScale) -> [Mark] {
    let box = page.affine.apply(face)
    return [
      .stroke(.rect(box), .color(style.ink), Stroke(style.outline)),
      .stroke(
        .polyline([Point(box.left - 2, box.bottom), Point(box.right + 2, box.bottom)]), .color(style.ink),
        Stroke(style.outline * 2)),
    ]
  }

  private func dimensions(_ page: PageScale) -> (marks: [Mark], dimensions: [Dimension]) {
    let lettering = Lettering(style: style, typesetter: typesetter)
    let box = page.affine.apply(face)
    let gap = style.textSize * 2.4
    let across = DimensionLine(stops: [0, length], isAcross: true, level: box.bottom + gap, edge: box.bottom)
    let up = DimensionLine(stops: [-room.height, 0], isAcross: false, level: box.left - gap, edge: box.left)
    let (a, b) = (across.drawn(page, lettering), up.drawn(page, lettering))
    return (a.marks + b.marks, a.dimensions + b.dimensions)
  }
}

/// The panes of a window, in metres from its top left corner.
struct WindowSashes {
  let panes: [Rect]
  /// Width of frame and bars.
  static let bar = 0.05

  init(_ o: Opening) {
    let columns = max(1, Int((o.width / 0.75).rounded()))
    let rows = o.height > 1.9 ? 2 : 1
    let bar = Self.bar
    let (w, h) = ((o.width - bar) / Double(columns), (o.height - bar) / Double(rows))
    panes = (0..<rows).flatMap { j in
      (0..<columns).map { i in
        Rect(bar + Double(i) * w, bar + Double(j) * h, w - bar, h - bar)
      }
    }
  }
}
