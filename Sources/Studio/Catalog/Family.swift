/// A family of components, as people name it on the command line.
public enum Family: String, CaseIterable, Hashable, Sendable {
  case layout, generator, palette, type, filter, material, furniture, board

  /// The families that a preset chooses from and the planner varies, in the order of a variant's seeds.
  public static let planned: [Family] = [.layout, .generator, .palette, .type, .filter]

  /// The same for the brief of a concept board.
  public static let boarded: [Family] = [.board, .material, .furniture, .palette, .type, .filter]

  /// True for families whose parameters a board's brief declares: which material where, which piece for which key.
  public var isOfBrief: Bool { self == .material || self == .furniture }

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
    case .board: "board"
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

  /// The family of a group name, or nil.
  public init?(group: String) {
    guard let family = Self.allCases.first(where: { $0.group == group }) else { return nil }
    self = family
  }
}
