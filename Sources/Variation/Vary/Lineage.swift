/// Where a variant comes from.
public struct Lineage: Hashable, Sendable {
  /// How it was made.
  public enum Manner: String, Hashable, Sendable {
    /// A pick itself, unchanged.
    case pick
    /// One pick with a few things moved.
    case mutation
    /// Some groups from one pick, the others from a second.
    case crossover
    /// A step on the way from one pick to another.
    case between
    /// What a profile promises to be liked most.
    case guess
    /// What a profile knows too little of.
    case uncertain
    /// What is unlike anything that a profile has seen.
    case new
  }

  public let manner: Manner
  /// The ids of the picks that it was made from.
  public let parents: [String]
  /// Names of the values that differ from the first parent, and `seed GROUP` for randomness.
  public let changed: [String]
  /// Why it is there, in words, if a profile chose it.
  public let reasons: [String]

  public init(_ manner: Manner, parents: [String] = [], changed: [String] = [], reasons: [String] = []) {
    self.manner = manner
    self.parents = parents
    self.changed = changed
    self.reasons = reasons
  }
}
