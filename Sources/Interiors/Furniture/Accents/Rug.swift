import Geometry
import Parameters

/// The outline of a rug.
enum RugShape: String, ParameterOption { case rectangle, round, oval }

/// A rug with a border.
public struct Rug: FurniturePiece {
  public static let name = "rug"
  public static let summary = "a rug with a woven border"
  public static let use = FurnitureUse.rug
  public static let styles = ["coastal", "japandi", "mid-century", "modern"]

  var width = 3.0
  var depth = 2.0
  var shape = RugShape.rectangle
  var border = 0.08

  public static let parameters: [Parameter<Rug>] = [
    .real("width", \.width, 0.6...6, unit: "m", "from side to side"),
    .real(
      "depth", \.depth, 0.6...4, unit: "m", when: .is("shape", "rectangle", "oval"), "from back to front"),
    .choice("shape", \.shape, "outline"),
    .real("border", \.border, 0...0.3, unit: "m", "width of the border"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, shape == .round ? width : depth, 0.012) }

  public var solids: [Solid] {
    let outer = slab(inset: 0, height: 0.01, border > 0 ? .rugBorder : .rug)
    guard border > 0 else { return [outer] }
    return [outer, slab(inset: min(border, min(size.x, size.y) / 2 - 0.05), height: 0.012, .rug)]
  }

  private func slab(inset: Double, height: Double, _ finish: Finish) -> Solid {
    let half = Vector3(size.x / 2 - inset, size.y / 2 - inset, height / 2)
    let corner = shape == .rectangle ? 0.01 : min(half.x, half.y)
    return Solid(center: Vector3(0, 0, height / 2), half: half, corner: corner, edge: 0.003, finish)
  }
}
