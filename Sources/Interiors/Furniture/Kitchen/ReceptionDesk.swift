import Parameters

/// A desk where guests are received.
public struct ReceptionDesk: FurniturePiece {
  public static let name = "reception-desk"
  public static let summary = "a desk where guests are received"
  public static let use = FurnitureUse.reception
  public static let styles = ["hotel", "boutique", "modern"]

  /// The face towards the guests.
  enum Face: String, ParameterOption { case fluted, panels, stone }

  var width = 2.6
  var depth = 0.8
  var face = Face.fluted
  var rounded = true

  public static let parameters: [Parameter<ReceptionDesk>] = [
    .real("width", \.width, 1.6...4.5, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.65...1.1, unit: "m", "from back to front"),
    .choice("face", \.face, "the face towards the guests"),
    .flag("rounded", \.rounded, "round ends"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, 1.1) }
  public var top: Double? { 1.1 }

  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    let corner = rounded ? d * 0.9 : 0.01
    func slab(_ inset: Double, _ z: ClosedRange<Double>, _ finish: Finish, edge: Double = 0.006) -> Solid {
      Solid(
        center: Vector3(0, 0, (z.lowerBound + z.upperBound) / 2),
        half: Vector3(w - inset, d - inset, (z.upperBound - z.lowerBound) / 2),
        corner: max(0.004, corner - inset), edge: edge,
        finish)
    }
    let body = face == .stone ? Finish.stone : .timber
    let shell = [
      slab(0.06, 0...0.08, .darkMetal), slab(0.03, 0.07...1.04, body),
      slab(0, 1.035...1.1, .stone, edge: 0.012),
      slab(0.028, 0.98...1.0, .metal),
    ]
    switch face {
    case .stone: return shell
    case .panels:
      return shell
        + fronts(
          x: (-w + corner)...(w - corner), z: 0.1...0.97, y: d - 0.03, columns: max(2, Int(width / 0.7)),
          rows: 1, .timber)
    case .fluted: return shell + flutes(w - 0.03, d - 0.03, corner)
    }
  }

  /// Half-round staves along the front and around its two corners; the body's face is at `w` and `d`.
  private func flutes(_ w: Double, _ d: Double, _ corner: Double) -> [Solid] {
    let bend = max(0.01, corner - 0.03), radius = 0.037
    let straight = 2 * (w - bend)
    let count = max(6, Int((straight / 0.073).rounded()))
    let front = spread(count, over: straight).map { x, part in
      Solid.round(x: x, y: d - 0.008, 0.09...0.975, radius: part * 0.505, .timber)
    }
    guard rounded else { return front }
    let turns = Int((bend * Double.pi / 2 / 0.07).rounded(.up))
    return front
      + [-1.0, 1.0].flatMap { side in
        (0..<turns).map { i -> Solid in
          let degrees = (Double(i) + 0.5) * 90 / Double(turns)
          let way = Frame3.yaw(-side * degrees).apply(Vector3(0, bend - 0.008, 0))
          return .round(
            x: side * (w - bend) + way.x, y: d - bend + way.y, 0.09...0.975, radius: radius, .timber)
        }
      }
  }
}
