import Parameters

/// Open shelves with books.
public struct Bookcase: FurniturePiece {
  public static let name = "bookcase"
  public static let summary = "open shelves with books and vases"
  public static let use = FurnitureUse.storage
  public static let styles = ["mid-century", "industrial", "modern"]

  var width = 1.2
  var depth = 0.34
  var height = 2.0
  var shelves = 5
  var fill = 0.7
  var panel = true

  public static let parameters: [Parameter<Bookcase>] = [
    .real("width", \.width, 0.6...2.4, unit: "m", "from end to end"),
    .real("depth", \.depth, 0.25...0.45, unit: "m", "from back to front"),
    .real("height", \.height, 0.8...2.6, unit: "m", "to the top"),
    .integer("shelves", \.shelves, 2...7, "compartments above each other"),
    .real("fill", \.fill, 0...1, "how full of books"),
    .flag("panel", \.panel, "a panel behind"),
  ]

  public init() {}

  public var size: Vector3 { Vector3(width, depth, height) }

  public var solids: [Solid] {
    let (w, d) = (width / 2, depth / 2)
    let step = (height - 0.09) / Double(shelves)
    let boards = (0...shelves).map { i -> Solid in
      let z = 0.06 + step * Double(i)
      return .block((-w + 0.01)...(w - 0.01), (-d + 0.004)...(d - 0.004), z...(z + 0.026), .timber)
    }
    let sides = [-1.0, 1.0].map { s in
      Solid.block((s * w - (s > 0 ? 0.026 : 0))...(s * w + (s > 0 ? 0 : 0.026)), -d...d, 0...height, .timber)
    }
    let behind: [Solid] = panel ? [.block(-w...w, -d...(-d + 0.01), 0.05...height, .timber)] : []
    return behind + sides + boards
      + (0..<shelves).flatMap { row($0, 0.086 + step * Double($0), step - 0.026) }
  }

  private static let colors: [Finish] = [
    .paper, .linen, .accent, .darkTimber, .ceramic, .paper, .leather, .textile,
  ]

  /// Runs of books of uneven width and height from one side, then a vase; the pattern is fixed by the row.
  private func row(_ row: Int, _ z: Double, _ room: Double) -> [Solid] {
    let inner = width - 0.08
    let end = inner * min(1, fill * (0.75 + 0.25 * Double((row * 5 + 2) % 4) / 3))
    var books: [Solid] = []
    var x = 0.0
    var n = row * 7
    while x < end - 0.05 {
      let thick = 0.05 + 0.02 * Double(n * 3 % 5)
      let tall = room * (0.62 + 0.06 * Double(n * 5 % 6))
      let left = row % 2 == 0 ? -inner / 2 + x : inner / 2 - x - thick
      books.append(
        .block(
          (left + 0.002)...(left + thick - 0.002),
          (-depth / 2 + 0.03)...(depth / 2 - 0.05 - 0.01 * Double(n % 3)), z...(z + tall),
          Self.colors[n % Self.colors.count]))
      x += thick
      n += 1
    }
    guard inner - x > 0.3 else { return books }
    let middle = (x + inner) / 2 - inner / 2
    let vase = Solid.round(
      x: row % 2 == 0 ? middle : -middle, z...(z + room * 0.55), radius: 0.05, top: 0.07, edge: 0.04, .ceramic
    )
    return books + [vase]
  }
}
