import Geometry
import Parameters

/// How a floor lamp stands.
enum LampStand: String, ParameterOption { case straight, tripod, arc }

/// A standing lamp with a shade of cloth.
public struct FloorLamp: FurniturePiece {
  public static let name = "floor-lamp"
  public static let summary = "a standing lamp with a cloth shade"
  public static let use = FurnitureUse.floorLamp
  public static let styles = ["modern", "mid-century", "coastal"]

  var height = 1.55
  var shade = 0.4
  var stand = LampStand.straight

  public static let parameters: [Parameter<FloorLamp>] = [
    .real("height", \.height, 1.2...2.0, unit: "m", "to the top"),
    .real("shade", \.shade, 0.25...0.6, unit: "m", "width of the shade"),
    .choice("stand", \.stand, "what holds the shade"),
  ]

  public init() {}

  public var size: Vector3 {
    switch stand {
    case .straight: Vector3(shade, shade, height)
    case .tripod: Vector3(max(shade, 0.52), max(shade, 0.5), height)
    case .arc: Vector3(shade + 0.75, max(shade, 0.34), height)
    }
  }

  private var shadeHeight: Double { shade * 0.62 }

  public var solids: [Solid] {
    switch stand {
    case .straight: straight
    case .tripod: tripod
    case .arc: arc
    }
  }

  private func head(x: Double, z: Double) -> Solid {
    .round(x: x, z...(z + shadeHeight), radius: shade / 2, top: shade * 0.39, edge: 0.004, .shade)
  }

  private var straight: [Solid] {
    let z = height - shadeHeight
    return [
      head(x: 0, z: z), .round(0...0.022, radius: min(0.14, shade / 2), edge: 0.008, .metal),
      .round(0.02...(z + 0.04), radius: 0.011, .metal),
    ]
  }

  private var tripod: [Solid] {
    let z = height - shadeHeight
    let hub = Vector3(0, 0, z - 0.1)
    let feet = [Vector3(-0.24, 0.14, 0), Vector3(0.24, 0.14, 0), Vector3(0, -0.24, 0)]
    return [head(x: 0, z: z), .round((z - 0.14)...(z + 0.03), radius: 0.02, .metal)]
      + feet.map { .rod(hub, $0, radius: 0.017, end: 0.011, .timber) }
  }

  /// Chords of a quarter arc from the foot's top to above the shade.
  private var arc: [Solid] {
    let foot = Vector3(-size.x / 2 + 0.16, 0, 0), end = size.x / 2 - shade / 2
    let rise = height * 0.42, reach = end - foot.x
    let points = (0...7).map { i -> Vector3 in
      let t = Double(i) / 7
      // A parabola, level at the top.
      return Vector3(foot.x + reach * t, 0, rise + (height - 0.012 - rise) * t * (2 - t))
    }
    let bows = zip(points, points.dropFirst()).map { Solid.rod($0, $1, radius: 0.012, .metal) }
    let z = height - shadeHeight * 0.6 - 0.14
    return [
      .round(
        x: end, (z - 0.02)...(z + shadeHeight * 0.6), radius: shade / 2, top: shade * 0.28, edge: 0.02, .metal
      ),
      .round(x: foot.x, 0...0.05, radius: 0.16, edge: 0.01, .stone),
      .rod(Vector3(foot.x, 0, 0.05), points[0], radius: 0.013, .metal),
      .rod(Vector3(end, 0, z), Vector3(end, 0, height - 0.012), radius: 0.006, .metal),
    ] + bows
  }

  public var symbols: [SymbolLine] {
    let x = stand == .arc ? size.x / 2 - shade / 2 : 0
    return [SymbolLine(.plan, lampCross(Point(x, 0), radius: shade / 2))]
  }
}

/// The cross that marks a light on a plan.
func lampCross(_ c: Point, radius: Double) -> Path {
  let k = radius * 0.7071
  var path = Path.polyline([Point(c.x - k, c.y - k), Point(c.x + k, c.y + k)])
  path.append(.polyline([Point(c.x - k, c.y + k), Point(c.x + k, c.y - k)]))
  return path
}
