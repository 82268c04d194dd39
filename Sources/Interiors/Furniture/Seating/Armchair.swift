import Parameters

/// The form of an upholstered armchair.
enum ArmchairForm: String, ParameterOption { case club, tub, wing }

/// An upholstered armchair.
public struct Armchair: FurniturePiece {
  public static let name = "armchair"
  public static let summary = "an upholstered armchair: club, tub or wing"
  public static let use = FurnitureUse.armchair
  public static let styles = ["classic", "coastal", "hotel"]

  var width = 0.8
  var depth = 0.82
  var height = 0.76
  var form = ArmchairForm.club

  public static let parameters: [Parameter<Armchair>] = [
    .real("width", \.width, 0.65...1.05, unit: "m", "from arm to arm"),
    .real("depth", \.depth, 0.7...1.0, unit: "m", "from back to front"),
    .real("height", \.height, 0.68...1.1, unit: "m", "to the top of the back"),
    .choice("form", \.form, "how back and arms are made"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, height) }

  private var front: Double { depth / 2 }

  public var solids: [Solid] {
    let legs = fourLegs(
      x: width / 2 - 0.1, y: front - 0.1, top: 0.17, radius: 0.02, foot: 0.012, splay: 0.02, .timber)
    switch form {
    case .club: return club + legs
    case .tub: return tub + legs
    case .wing: return club + wings + legs
    }
  }

  private func seat(inner: Double, from: Double) -> Solid {
    .block(
      (-inner / 2)...(inner / 2), from...(front - 0.01), 0.26...0.44, .textile, corner: 0.07, edge: 0.06,
      crown: 0.03)
  }

  private var club: [Solid] {
    let arm = 0.14, inner = width - 2 * arm, back = -front
    let arms = [-1.0, 1.0].map { side -> Solid in
      let x = side * (width / 2 - arm / 2)
      return .block(
        (x - arm / 2)...(x + arm / 2), (back + 0.02)...(front - 0.03), 0.14...0.58, .textile, corner: 0.05,
        edge: 0.055)
    }
    return [
      .block(
        (-width / 2 + 0.02)...(width / 2 - 0.02), (back + 0.03)...(front - 0.05), 0.14...0.3, .textile,
        corner: 0.04, edge: 0.02),
      seat(inner: inner - 0.008, from: back + 0.15),
      Solid(
        center: Vector3(0, back + 0.1, (0.14 + height) / 2),
        half: Vector3(inner / 2 + 0.05, (height - 0.14) / 2, 0.08),
        corner: 0.08, edge: 0.06, frame: .upright(leaning: 5), .textile),
      .cushion(
        center: Vector3(0, back + 0.22, (0.44 + height) / 2),
        size: Vector3(inner - 0.02, height - 0.46, 0.16),
        frame: .upright(leaning: 11), .textile),
    ] + arms
  }

  private var wings: [Solid] {
    [-1.0, 1.0].map { side in
      Solid(
        center: Vector3(side * (width / 2 - 0.09), -front + 0.19, (0.55 + height) / 2),
        half: Vector3(0.035, 0.15, (height - 0.5) / 2), corner: 0.03, edge: 0.03,
        frame: .yaw(side * 12), .textile)
    }
  }

  /// Staves around a half circle that sink towards the front.
  private var tub: [Solid] {
    let radius = min(width, depth) / 2 - 0.06
    let (a, b) = (width / 2 - 0.05, front - 0.05)
    let staves = (0...18).map { i -> Solid in
      let degrees = -117 + Double(i) * 13
      let turn = Frame3.yaw(degrees)
      let way = turn.apply(Vector3(0, -1, 0))
      let fall = abs(degrees) / 117
      let top = height - (height - 0.56) * fall * fall * (3 - 2 * fall)
      return Solid(
        center: Vector3(way.x * a, way.y * b, (0.15 + top) / 2),
        half: Vector3(radius * 0.15, 0.052, (top - 0.15) / 2), corner: 0.045, edge: 0.045, frame: turn,
        .textile)
    }
    return [
      .round(0.16...0.3, radius: radius - 0.01, edge: 0.04, .textile),
      Solid(
        center: Vector3(0, 0.03, 0.36), half: Vector3(width / 2 - 0.12, front - 0.06, 0.08), corner: 0.24,
        edge: 0.06, crown: 0.03, .textile),
    ] + staves
  }
}
