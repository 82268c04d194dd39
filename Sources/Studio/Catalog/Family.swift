/// A family of components, as people name it on the command line.
public enum Family: String, CaseIterable, Hashable, Sendable {
  case layout, generator, palette, type, filter, material, furniture

  /// The families that a preset chooses from and the planner varies, in the order of a variant's seeds.
  public static let planned: [Family] = [.layout, .generator, .palette, .type, .filter]

  /// The group of parameters that a preset writes it under, as `art` in `art.density`.
  public var group: String {
    switch self {
    case .layout: "layout"
    case .generator: "art"
    case .palette: "palette"
    case .type: "type"
    case .filter: "finish"
    case .material: "material"
    case .furniture: "furniture"
    }
  }

  /// The parameter that chooses the component, as in `type.pair`.
  public var selector: String {
    switch self {
    case .type: "type.pair"
    case .filter: "finish.filter"
    case .furniture: "furniture.piece"
    default: group + ".kind"
    }
  }

  /// The planned family of a group name, or nil.
  public init?(group: String) {
    guard let family = Self.planned.first(where: { $0.group == group }) else { return nil }
    self = family
  }
}
