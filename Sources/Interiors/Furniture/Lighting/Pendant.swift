import Geometry
import Parameters

/// A lamp that hangs from the ceiling; its own floor is as far below the ceiling as its cord and shade are long.
public struct Pendant: FurniturePiece {
  public static let name = "pendant"
  public static let summary = "a lamp that hangs from the ceiling"
  public static let use = FurnitureUse.pendant
  public static let styles = ["industrial", "japandi", "mid-century", "hotel"]

  /// The form of the shade.
  enum Form: String, ParameterOption { case dome, globe, drum, lantern }

  var width = 0.45
  var drop = 0.9
  var form = Form.dome

  public static let parameters: [Parameter<Pendant>] = [
    .real("width", \.width, 0.2...0.9, unit: "m", "across the shade"),
    .real("drop", \.drop, 0.4...2.5, unit: "m", "from the ceiling to its foot"),
    .choice("form", \.form, "form of the shade"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, width, drop) }

  private var tall: Double {
    switch form {
    case .dome: width * 0.5
    case .globe: width
    case .drum: width * 0.45
    case .lantern: width * 0.85
    }
  }

  public var solids: [Solid] {
    let r = width / 2, h = min(tall, drop * 0.7)
    let cord: [Solid] = [
      .round((h - 0.01)...drop, radius: 0.004, .darkMetal),
      .round((drop - 0.02)...drop, radius: 0.05, edge: 0.008, .darkMetal),
    ]
    switch form {
    case .dome:
      return [
        .round(0...(h * 0.86), radius: r, top: r * 0.34, edge: h * 0.16, .darkMetal),
        .round(-0.002...0.02, radius: r * 0.86, .shade), .round((h * 0.8)...(h + 0.01), radius: 0.03, .metal),
      ] + cord
    case .globe:
      return [
        .ball(Vector3(0, 0, r), radius: r, .shade), .round((h - 0.03)...(h + 0.02), radius: 0.035, .metal),
      ] + cord
    case .drum: return [.round(0...h, radius: r, edge: 0.004, .shade)] + cord
    case .lantern: return lantern(r, h) + cord
    }
  }

  /// Ribs of paper: flat rounds, wider in the middle.
  private func lantern(_ r: Double, _ h: Double) -> [Solid] {
    let count = 9
    return (0..<count).map { i in
      let z = h * (Double(i) + 0.5) / Double(count)
      let k = 2 * z / h - 1
      let radius = r * (1 - 0.62 * k * k).squareRoot()
      let half = h / Double(count) * 0.56
      return Solid(
        center: Vector3(0, 0, z), half: Vector3(radius, radius, half), corner: radius, edge: half, .shade)
    }
  }

  public var symbols: [SymbolLine] { [SymbolLine(.plan, lampCross(.zero, radius: width / 2))] }
}
