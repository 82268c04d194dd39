import Canvas
import Composition
import Elementary
import Geometry

/// Cut walls, doors with their swing and windows on a plan.
struct WallPlan {
  let room: Room
  let style: DrawingStyle
  let page: PageScale

  /// The floor as an even field.
  var floor: [Mark] {
    [
      .fill(.rect(page.affine.apply(outer)), .color(style.paper)),
      .fill(.rect(page.affine.apply(room.floor)), .color(style.floor ?? style.paper)),
    ]
  }

  var marks: [Mark] {
    var marks: [Mark] = [.fill(poche, .color(style.wall))]
    for opening in room.openings {
      switch opening.kind {
      case .window: marks += window(opening)
      case .door: marks += door(opening)
      case .opening: marks += threshold(opening)
      }
    }
    return marks
  }

  private var thickness: Double { FloorPlan.wallThickness }
  private var outer: Rect { room.floor.inset(by: -thickness) }

  /// The cut wall: each wall's solid parts between its openings, the corners included.
  private var poche: Path {
    var path = Path()
    for wall in Wall.allCases {
      let length = room.length(of: wall)
      var start = -thickness
      for opening in room.openings(on: wall) {
        path.append(part(wall, start, opening.span.lowerBound))
        start = opening.span.upperBound
      }
      path.append(part(wall, start, length + thickness))
    }
    return path
  }

  private func part(_ wall: Wall, _ from: Double, _ to: Double) -> Path {
    guard to > from else { return Path() }
    return quad(wall, from, to, 0, -thickness)
  }

  /// A rectangle on the plan, by places along a wall and off it.
  private func quad(_ wall: Wall, _ from: Double, _ to: Double, _ near: Double, _ far: Double) -> Path {
    let corners = [
      room.point(on: wall, along: from, off: near), room.point(on: wall, along: to, off: near),
      room.point(on: wall, along: to, off: far), room.point(on: wall, along: from, off: far),
    ].map(page.apply)
    // One direction of turning for all, so that overlapping corners stay filled.
    let box = corners.dropFirst().reduce(Rect(corners[0].x, corners[0].y, 0, 0)) {
      $0.union(Rect($1.x, $1.y, 0, 0))
    }
    return .rect(box)
  }

  private func window(_ o: Opening) -> [Mark] {
    let (a, b) = (o.span.lowerBound, o.span.upperBound)
    func line(_ off: Double, _ width: Double) -> Mark {
      let ends = [a, b].map { page.apply(room.point(on: o.wall, along: $0, off: off)) }
      return .stroke(.polyline(ends), .color(style.ink), Stroke(width))
    }
    return [
      .fill(quad(o.wall, a, b, 0, -thickness), .color(style.paper)), line(0, style.line),
      line(-thickness, style.line), line(-thickness * 0.42, style.line), line(-thickness * 0.58, style.line),
    ]
  }

  private func threshold(_ o: Opening) -> [Mark] {
    [0, -thickness].map { off in
      let ends = [o.span.lowerBound, o.span.upperBound].map {
        page.apply(room.point(on: o.wall, along: $0, off: off))
      }
      return .stroke(.polyline(ends), .color(style.quiet), Stroke(style.line, dashes: [1, 0.7]))
    }
  }

  /// The leaf, open at a right angle, and the quarter circle that it sweeps.
  private func door(_ o: Opening) -> [Mark] {
    let swing = DoorSwing(o, in: room)
    let leaf = 0.04
    let side = swing.isHingedLeft ? 1.0 : -1.0
    let hinge = swing.isHingedLeft ? o.span.lowerBound : o.span.upperBound
    let sweep = swing.arc.transformed(by: page.affine)
    return threshold(o) + [
      .stroke(sweep, .color(style.quiet), Stroke(style.line)),
      .fill(
        quad(o.wall, min(hinge, hinge + side * leaf), max(hinge, hinge + side * leaf), 0, o.width),
        .color(style.paper)),
      .stroke(
        quad(o.wall, min(hinge, hinge + side * leaf), max(hinge, hinge + side * leaf), 0, o.width),
        .color(style.ink), Stroke(style.outline * 0.7)),
    ]
  }
}

/// Where a door's leaf swings: into the room, hinged at the end nearer to a corner, so that it opens against a wall.
struct DoorSwing {
  let opening: Opening
  let room: Room

  init(_ opening: Opening, in room: Room) { (self.opening, self.room) = (opening, room) }

  /// True if the hinges are at the left end, seen from inside.
  var isHingedLeft: Bool {
    opening.span.lowerBound <= room.length(of: opening.wall) - opening.span.upperBound
  }

  var hinge: Point {
    room.point(on: opening.wall, along: isHingedLeft ? opening.span.lowerBound : opening.span.upperBound)
  }

  /// The square around the swept quarter: nothing may stand in it.
  var area: Rect {
    let corners = [
      room.point(on: opening.wall, along: opening.span.lowerBound),
      room.point(on: opening.wall, along: opening.span.upperBound, off: opening.width),
    ]
    return Rect(corners[0].x, corners[0].y, 0, 0).union(Rect(corners[1].x, corners[1].y, 0, 0))
  }

  /// From the open leaf's end to the closed one's, in metres of the plan.
  var arc: Path {
    let tip = room.point(
      on: opening.wall, along: isHingedLeft ? opening.span.lowerBound : opening.span.upperBound,
      off: opening.width)
    let shut = room.point(
      on: opening.wall, along: isHingedLeft ? opening.span.upperBound : opening.span.lowerBound)
    let from = Exact.atan2(tip.y - hinge.y, tip.x - hinge.x)
    var way = Exact.atan2(shut.y - hinge.y, shut.x - hinge.x) - from
    if way > Double.pi { way -= 2 * Double.pi }
    if way < -Double.pi { way += 2 * Double.pi }
    return .arc(hinge, radius: opening.width, from: from, to: from + way)
  }
}
