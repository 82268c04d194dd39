import Geometry
import Parameters

/// A lamp that stands on a table.
public struct TableLamp: FurniturePiece {
  public static let name = "table-lamp"
  public static let summary = "a lamp that stands on a table"
  public static let use = FurnitureUse.tableLamp
  public static let styles = ["coastal", "mid-century", "hotel"]

  /// The form of its foot.
  enum Foot: String, ParameterOption { case ball, column, mushroom }

  var height = 0.5
  var shade = 0.3
  var foot = Foot.ball

  public static let parameters: [Parameter<TableLamp>] = [
    .real("height", \.height, 0.3...0.75, unit: "m", "to the top"),
    .real("shade", \.shade, 0.18...0.45, unit: "m", "width of the shade"),
    .choice("foot", \.foot, "form of the foot"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(shade, shade, height) }

  public var solids: [Solid] {
    let r = shade / 2, tall = shade * 0.66, z = height - tall
    switch foot {
    case .ball:
      return [
        .round(z...height, radius: r, top: r * 0.72, .shade),
        .ball(Vector3(0, 0, max(0.06, z * 0.48)), radius: min(max(0.05, z * 0.46), r * 0.8), .ceramic),
        .round((z * 0.5)...(z + 0.03), radius: 0.012, .metal),
      ]
    case .column:
      return [
        .round(z...height, radius: r, top: r * 0.86, .shade),
        .round(0...0.02, radius: r * 0.55, edge: 0.006, .metal),
        .round(0.01...(z + 0.03), radius: 0.016, .metal),
      ]
    case .mushroom:
      return [
        Solid(
          center: Vector3(0, 0, height - r * 0.42), half: Vector3(r, r, r * 0.42), corner: r, edge: r * 0.4,
          .shade),
        .round(0...(height - r * 0.5), radius: r * 0.42, top: r * 0.2, edge: 0.02, .ceramic),
      ]
    }
  }

  public var symbols: [SymbolLine] { [SymbolLine(.plan, lampCross(.zero, radius: shade / 2))] }
}
