import Parameters

/// A low chair of a bare timber frame with two loose cushions.
public struct LoungeChair: FurniturePiece {
  public static let name = "lounge-chair"
  public static let summary = "a low chair of a bare timber frame with loose cushions"
  public static let use = FurnitureUse.armchair
  public static let styles = ["mid-century", "japandi"]

  var width = 0.72
  var depth = 0.8
  var recline = 20.0
  var arms = true

  public static let parameters: [Parameter<LoungeChair>] = [
    .real("width", \.width, 0.6...0.9, unit: "m", "from side to side"),
    .real("depth", \.depth, 0.7...0.95, unit: "m", "from back to front"),
    .real("recline", \.recline, 10...30, unit: "°", "how far the back leans"),
    .flag("arms", \.arms, "armrests of timber"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, 0.78) }

  public var solids: [Solid] {
    cushions + [-1.0, 1.0].flatMap(side) + rails
  }

  private var front: Double { depth / 2 }
  private var inner: Double { width - 0.1 }

  private var cushions: [Solid] {
    let back = Frame3.upright(leaning: recline)
    return [
      Solid(
        center: Vector3(0, 0.06, 0.37), half: Vector3(inner / 2, depth * 0.36, 0.065), corner: 0.05,
        edge: 0.05,
        crown: 0.02, frame: .lean(5), .textile),
      Solid(
        center: Vector3(0, -front + 0.18, 0.59), half: Vector3(inner / 2, 0.22, 0.06), corner: 0.05,
        edge: 0.05,
        crown: 0.02, frame: back, .textile),
    ]
  }

  private func side(_ s: Double) -> [Solid] {
    let x = s * (width / 2 - 0.022)
    let legs: [Solid] = [
      .rod(
        Vector3(x, front - 0.1, arms ? 0.54 : 0.33), Vector3(x, front - 0.05, 0), radius: 0.019, end: 0.013,
        .timber),
      .rod(
        Vector3(x, -front + 0.2, arms ? 0.52 : 0.33), Vector3(x, -front + 0.08, 0), radius: 0.019, end: 0.013,
        .timber),
    ]
    let arm = Solid(
      center: Vector3(x, 0.0, 0.55), half: Vector3(0.028, depth * 0.4, 0.013), corner: 0.026, edge: 0.01,
      frame: .lean(2), .timber)
    let seatRail = Solid.rod(
      Vector3(x, front - 0.06, 0.32), Vector3(x, -front + 0.1, 0.26), radius: 0.017, .timber)
    return legs + (arms ? [arm, seatRail] : [seatRail])
  }

  private var rails: [Solid] {
    let (w, y) = (width / 2 - 0.02, -front + 0.09)
    return [
      .rod(Vector3(-w, front - 0.08, 0.31), Vector3(w, front - 0.08, 0.31), radius: 0.015, .timber),
      .rod(Vector3(-w, y + 0.05, 0.3), Vector3(w, y + 0.05, 0.3), radius: 0.015, .timber),
      .rod(Vector3(-w + 0.02, y - 0.02, 0.72), Vector3(w - 0.02, y - 0.02, 0.72), radius: 0.014, .timber),
    ]
  }
}
