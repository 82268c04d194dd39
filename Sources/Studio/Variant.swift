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

  /// The active values of a group, by their names in it.
  func values(of group: String) -> [(name: Substring, value: ParameterValue)] {
    let length = group.utf8.count
    return values.compactMap { named in
      let bytes = named.name.utf8
      guard bytes.count > length, bytes.starts(with: group.utf8) else { return nil }
      let dot = bytes.index(bytes.startIndex, offsetBy: length)
      guard bytes[dot] == UInt8(ascii: ".") else { return nil }
      return (named.name[bytes.index(after: dot)...], named.value)
    }
  }

  /// The name of the component chosen for a family.
  public func component(_ family: Family) -> String {
    guard case .choice(let name) = self[family.selector] else { return "" }
    return name
  }

  /// A group's seed.
  public func seed(_ group: String) -> UInt64 { UInt64(seeds.first { $0.group == group }?.seed ?? 0) }

  /// Five characters that are easy to tell apart in print (no 0, 1, l, o): 25 bits of the content's hash.
  public var id: String {
    var bits = contentHash
    return String(
      (0..<5).map { _ in
        defer { bits >>= 5 }
        return Self.alphabet[Int(bits & 31)]
      })
  }

  private static let alphabet = Array("23456789abcdefghijkmnpqrstuvwxyz")

  /// The hash of `name=value;...;group#seed`, without making that text.
  private var contentHash: UInt64 {
    var hash = PathHash(seed: 0)
    var isFirst = true
    func absorb(_ name: String, _ sign: String, _ value: String) {
      if !isFirst { hash.absorb(";") }
      isFirst = false
      hash.absorb(name)
      hash.absorb(sign)
      hash.absorb(value)
    }
    for named in values { absorb(named.name, "=", named.value.description) }
    for named in seeds { absorb(named.group, "#", named.seed.description) }
    return hash.value
  }
}
