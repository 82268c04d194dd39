import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Cones of stage light from lamps outside the frame to a large disc at the focus and a small one beside it.
struct Beams {
  let layers: [Layer]

  init(_ art: Rays, in space: ArtSpace, _ stream: inout SeedStream) {
    let axis = Axis(in: space)
    let stage = space.stage
    let radius = art.radius(in: space) * 1.12
    let focus = space.settled(space.anchor(inset: 0.25), radius: radius * 1.1)
    let inks = space.inksByVisibility
    let number = clamp(art.count / 6, 2...4)
    let open = stream.uniform(in: 0.55...0.72)
    let lean = stream.chance(0.5) ? 1.0 : -1.0
    let lights = (0..<number).map { index -> (Path, SRGB) in
      // Evenly spread, then drawn towards one side: a beat, not a grid.
      let u = Double(index) / Double(number - 1) * 2 - 1
      let angle = axis.angle + open * lean * (u + art.rhythm * 0.35 * (1 - u * u))
      let width = radius * (1 - 0.5 * art.rhythm * Double(index % 2))
      return (Self.cone(to: focus, radius: width, angle, space), inks[index % inks.count])
    }
    // The small pool stands on the side with more room, its lamp further out.
    let side = axis.way.x == 0 ? Point(1, 0) : Point(0, 1)
    let aside = side * ((stage.center - focus).dot(side) >= 0 ? 1 : -1)
    let room = stage.inset(by: radius * 0.55)
    let wish = focus + aside * (radius * 2.1) - axis.way * (radius * 0.45)
    let small = Point(clamp(wish.x, room.left...room.right), clamp(wish.y, room.top...room.bottom))
    let out = axis.way * 0.94 + aside * 0.34
    let second = Self.cone(to: small, radius: radius * 0.36, Exact.atan2(out.y, out.x), space)
    let ink = inks[min(1, inks.count - 1)]
    layers =
      Papers(space).overlapping([(second, ink)] + lights) + [
        Layer(
          .artwork,
          [
            .fill(.circle(small, radius: radius * 0.36), .color(inks[0])),
            .fill(.circle(focus, radius: radius), .color(space.accent)),
          ])
      ]
  }

  /// From beyond the frame's edge, where it is narrow, to the sides of a disc.
  private static func cone(to p: Point, radius: Double, _ angle: Double, _ space: ArtSpace) -> Path {
    let way = Point(Exact.cos(angle), Exact.sin(angle))
    let (side, reach) = (way.perpendicular, space.frame.width + space.frame.height)
    // The way to the nearest edge of the frame along the beam.
    let across =
      way.x > 0 ? (space.frame.right - p.x) / max(way.x, 1e-6) : (space.frame.left - p.x) / min(way.x, -1e-6)
    let along =
      way.y > 0 ? (space.frame.bottom - p.y) / max(way.y, 1e-6) : (space.frame.top - p.y) / min(way.y, -1e-6)
    let lamp = p + way * (min(across, along, reach) + radius * 0.3)
    let mouth = radius * 0.1
    return .polygon([lamp + side * mouth, p + side * radius, p - side * radius, lamp - side * mouth])
  }
}
