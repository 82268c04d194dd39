import Canvas
import Color
import Interiors
import Parameters
import Studio

/// A room with its furniture and finishes, for looking at.
struct SampleRoom: Sendable {
  let name: String
  let room: Room
  /// The wall that is looked at.
  let far: Wall
  /// Piece, settings as `P=V`, and how many.
  let pieces: [(name: String, settings: [String], count: Int)]
  let floor: (String, String)
  let wall: (String, String)
  let accent: (wall: Wall, material: String, color: String)?
  let finishes: [(Finish, String?, String)]

  static let all: [SampleRoom] = [coastal, japandi, loft, study, lobby]

  func items() throws -> [FurnitureItem] {
    try pieces.enumerated().map { index, entry in
      guard let declared = Catalog.entry(entry.name, in: .furniture) else {
        throw Trouble("there is no piece '\(entry.name)'")
      }
      var values: [String: ParameterValue] = [:]
      for setting in entry.settings {
        let parts = setting.split(separator: "=").map(String.init)
        let parameter = declared.parameters.first { $0.name == parts[0] }
        guard let parameter, let value = Self.value(parts[1], parameter.domain) else {
          throw Trouble("\(entry.name): \(setting)")
        }
        values[parts[0]] = value
      }
      let piece = Catalog.piece(entry.name) { values[$0] }!
      return FurnitureItem(key: "F\(index + 1)", piece, count: entry.count)
    }
  }

  private static func value(_ text: String, _ domain: Domain) -> ParameterValue? {
    let value: ParameterValue? =
      switch domain {
      case .real: Double(text).map { .number($0) }
      case .integer: Int(text).map { .integer($0) }
      case .choice: .choice(text)
      case .flag: .flag(text == "true")
      }
    return value.flatMap { domain.contains($0) ? $0 : nil }
  }

  func surfaces() -> RoomSurfaces {
    var surfaces = RoomSurfaces(floor: Self.surface(floor.0, floor.1), wall: Self.surface(wall.0, wall.1))
    if let accent { surfaces.accent = (accent.wall, Self.surface(accent.material, accent.color)) }
    for (finish, material, color) in finishes { surfaces.finishes[finish] = Self.surface(material, color) }
    return surfaces
  }

  private static func surface(_ material: String?, _ color: String) -> RoomSurface {
    RoomSurface(SRGB(hex: color)!, material.map { Catalog.material($0) { _ in nil }! })
  }

  var style: DrawingStyle {
    DrawingStyle(
      ink: SRGB(hex: "#2b2a28")!, quiet: SRGB(hex: "#8b857b")!, wall: SRGB(hex: "#33312e")!,
      paper: SRGB(hex: "#fbfaf6")!, font: Font("Inter"))
  }
}
