import Composition
import Elementary
import Geometry

/// Which way a half-round form opens: away from the quiet zone.
struct Axis {
  /// -y, x, y or -x.
  let way: Point

  init(in space: ArtSpace) {
    let stage = space.stage
    guard let quiet = space.quiet else {
      way = Point(0, -1)
      return
    }
    if quiet.center.y > stage.bottom {
      way = Point(0, -1)
    } else if quiet.center.y < stage.top {
      way = Point(0, 1)
    } else {
      way = Point(quiet.center.x < stage.left ? 1 : -1, 0)
    }
  }

  var angle: Double { Exact.atan2(way.y, way.x) }

  /// Where the half-round form stands: across from the way at the focus, along it near the stage's end.
  func foot(of space: ArtSpace) -> Point {
    let (stage, focus) = (space.stage, space.anchor(inset: 0.2))
    let share = space.quiet == nil ? 0.68 : 0.9
    return way.x == 0
      ? Point(focus.x, stage.at(0, way.y < 0 ? share : 1 - share).y)
      : Point(stage.at(way.x < 0 ? share : 1 - share, 0).x, focus.y)
  }

  /// How far the form may reach: a little past the stage's end, or about as far as the sides allow.
  func room(from source: Point, in space: ArtSpace) -> Double {
    let stage = space.stage
    let ahead =
      way.x == 0
      ? (way.y < 0 ? source.y - stage.top : stage.bottom - source.y)
      : (way.x < 0 ? source.x - stage.left : stage.right - source.x)
    let across = way.x == 0 ? stage.width : stage.height
    return min(ahead * 0.94, across * 0.85)
  }

  /// The half plane on the form's side of its line.
  func half(at source: Point, reach: Double) -> Path {
    let side = way.perpendicular * reach
    return .polygon([source + side, source + side + way * reach, source - side + way * reach, source - side])
  }
}
