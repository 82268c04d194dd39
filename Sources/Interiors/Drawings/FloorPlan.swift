import Canvas
import Composition
import Geometry

/// A room from above, to scale: cut walls, doors and windows, furniture with keys, dimension lines.
public struct FloorPlan: Sendable {
  let furnishing: Furnishing
  let style: DrawingStyle
  let typesetter: Typesetter

  /// Metres; drawn, not measured.
  static let wallThickness = 0.2

  public init(_ furnishing: Furnishing, style: DrawingStyle, typesetter: Typesetter) {
    (self.furnishing, self.style, self.typesetter) = (furnishing, style, typesetter)
  }

  private var room: Room { furnishing.room }

  /// What the drawing takes of the page with its dimension lines, at 1:`scale`; millimetres.
  public func size(scale: Double) -> Size {
    let outer = Self.wallThickness * 2000 / scale
    return Size(
      room.width * 1000 / scale + outer + margin, room.depth * 1000 / scale + outer + margin)
  }

  /// Room for two chains of dimensions on the west and south sides.
  private var margin: Double { style.textSize * 6.9 }

  /// Drawn at 1:`scale` with the top left corner of its bounds at a point of the page.
  public func drawing(scale: Double, at corner: Point) -> RoomDrawing {
    let wall = Self.wallThickness * 1000 / scale
    let page = PageScale(scale: scale, origin: corner + Point(margin + wall, wall))
    let size = size(scale: scale)
    let walls = WallPlan(room: room, style: style, page: page)
    let chains = dimensions(page, wall)
    let keys = KeyPlan(furnishing: furnishing, lettering: lettering, page: page)
    let layers = [
      Layer(.ground, walls.floor), Layer(.furniture, furniture(page)),
      Layer(.furniture, walls.marks), Layer(.furniture, chains.marks), Layer(.type, keys.marks),
      Layer(.type, north(Point(corner.x + margin * 0.42, corner.y + size.height - margin * 0.5))),
    ]
    return RoomDrawing(
      layers: layers, bounds: Rect(corner.x, corner.y, size.width, size.height), scale: scale,
      dimensions: chains.dimensions, keys: keys.places)
  }

  /// In the corner that the chains of dimensions leave free.
  private func north(_ middle: Point) -> [Mark] {
    room.north.map { NorthArrow(degrees: $0, radius: style.textSize * 1.5).marks(at: middle, lettering) }
      ?? []
  }

  private var lettering: Lettering { Lettering(style: style, typesetter: typesetter) }

  private func furniture(_ page: PageScale) -> [Mark] {
    let sketch = SolidSketch(projection: .plan, style: style, page: page)
    return furnishing.fromBelow.flatMap { piece in
      let symbols = piece.item.piece.symbols.filter { $0.projection == .plan }.map {
        $0.path.transformed(by: piece.affine)
      }
      return sketch.marks(piece.solids, symbols)
    }
  }

  private func dimensions(_ page: PageScale, _ wall: Double) -> (marks: [Mark], dimensions: [Dimension]) {
    let floor = page.affine.apply(room.floor)
    let (foot, left) = (floor.bottom + wall, floor.left - wall)
    let step = style.textSize * 2.7
    var result: (marks: [Mark], dimensions: [Dimension]) = ([], [])
    func add(_ stops: [Double], across: Bool, row: Double) {
      let edge = across ? foot : left
      let level = across ? foot + step * row : left - step * row
      let line = DimensionLine(stops: stops, isAcross: across, level: level, edge: edge)
      let drawn = line.drawn(page, lettering)
      result = (result.marks + drawn.marks, result.dimensions + drawn.dimensions)
    }
    for (across, wall) in [(true, Wall.south), (false, Wall.west)] {
      let length = room.length(of: wall)
      let stops = room.stops(on: wall)
      // Seen from inside, the south and the west wall run against the page.
      if stops.count > 2 { add(stops.map { length - $0 }.reversed(), across: across, row: 1) }
      add([0, length], across: across, row: stops.count > 2 ? 2 : 1)
    }
    return result
  }
}

extension Room {
  /// The ends of a wall and of its openings, metres from its left end, ascending.
  func stops(on wall: Wall) -> [Double] {
    var stops = [0.0]
    for stop in openings(on: wall).flatMap({ [$0.span.lowerBound, $0.span.upperBound] }) + [length(of: wall)]
    where stop - stops.last! > 1e-6 { stops.append(stop) }
    return stops
  }
}

extension PlacedPiece {
  /// From the piece's plan to the room's.
  var affine: Affine {
    let f = Frame3.yaw(rotation)
    return Affine(a: f.x.x, b: f.x.y, c: f.y.x, d: f.y.y, tx: position.x, ty: position.y)
  }
}
