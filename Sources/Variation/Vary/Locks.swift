import Parameters
import Studio

/// What must not move: whole groups, or single parameters.
public struct Locks: Hashable, Sendable {
  private let names: [String]

  /// Everything may move.
  public static let none = Locks()

  private init() { names = [] }

  var isEmpty: Bool { names.isEmpty }

  /// Reads names such as `palette` or `art.density`; throws a sentence for one that the space has not.
  public init(_ names: [String], in space: Space) throws(SweepError) {
    let known = space.groups.map(\.family.group) + space.names
    // A brief calls them materials.
    let names = names.map { known.contains($0) || $0 != "materials" ? $0 : "material" }
    for name in names where !known.contains(name) {
      let hint = nearest(name, in: known).map { "; did you mean '\($0)'?" } ?? ""
      throw SweepError(
        "'\(name)' is neither group nor parameter\(hint) (groups: \(space.groups.map(\.family.group).joined(separator: ", ")))"
      )
    }
    self.names = names
  }

  /// True if nothing of the group may move, its seed included.
  public func holds(_ family: Family) -> Bool { names.contains(family.group) }

  /// True if a value may not move. A locked parameter also holds its family's choice: another component might not
  /// have it.
  func holds(_ name: String, of family: Family) -> Bool {
    holds(family) || names.contains(name)
      || name == family.selector && names.contains { $0.hasPrefix(family.group + ".") }
  }
}
