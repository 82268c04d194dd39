import Parameters

/// One full assignment of the open parameters and a seed per layer. Its id is a hash of exactly that.
public struct Variant: Hashable, Sendable {
  /// Named values in canonical order: each family's choice, then that component's active parameters.
  public let values: [NamedValue]
  /// One seed per group, in the order of the families; below 2^32, so that JSON holds them exactly.
  public let seeds: [NamedSeed]

  /// A dotted parameter name and its value.
  public struct NamedValue: Hashable, Sendable {
    public let name: String
    public let value: ParameterValue

    public init(_ name: String, _ value: ParameterValue) {
      self.name = name
      self.value = value
    }
  }

  /// A group's name and its seed.
  public struct NamedSeed: Hashable, Sendable {
    public let group: String
    public let seed: UInt32

    public init(_ group: String, _ seed: UInt32) {
      self.group = group
      self.seed = seed
    }
  }

  public init(values: [NamedValue], seeds: [NamedSeed]) {
    self.values = values
    self.seeds = seeds
  }

  /// The value of a dotted name, if it is active.
  public subscript(name: String) -> ParameterValue? { values.first { $0.name == name }?.value }

  /// The name of the component chosen for a family.
  public func component(_ family: Family) -> String {
    guard case .choice(let name) = self[family.selector] else { return "" }
    return name
  }

  /// A group's seed.
  public func seed(_ group: String) -> UInt64 { UInt64(seeds.first { $0.group == group }?.seed ?? 0) }

  /// Five characters that are easy to tell apart in print (no 0, 1, l, o): 25 bits of the content's hash.
  public var id: String {
    let alphabet = Array("23456789abcdefghijkmnpqrstuvwxyz")
    var bits = hash64(0, canonicalText)
    return String(
      (0..<5).map { _ in
        defer { bits >>= 5 }
        return alphabet[Int(bits & 31)]
      })
  }

  private var canonicalText: String {
    (values.map { "\($0.name)=\($0.value)" } + seeds.map { "\($0.group)#\($0.seed)" }).joined(separator: ";")
  }
}
