import JSON5
import Parameters
import Studio
import Variation

extension GroupEffect {
  /// The effect in JSON, to three places.
  public var json: JSONTree {
    func rounded(_ value: Double) -> JSONTree { .number((value * 1000).rounded() / 1000) }
    return .members([
      ("group", .string(group)), ("mean", rounded(mean)), ("deviation", rounded(deviation)),
      ("alone", rounded(alone)), ("total", rounded(total)),
    ])
  }
}

extension Variant {
  /// The values in JSON, by their dotted names.
  var parametersJSON: JSONTree { .object(values.map { .init($0.name, $0.value.json) }) }

  /// The seeds in JSON, by their groups.
  var seedsJSON: JSONTree { .object(seeds.map { .init($0.group, .integer($0.seed)) }) }

  /// Reads both; nil if a value is none.
  init?(parameters: [JSONMember], seeds: [JSONMember]) {
    let values = parameters.compactMap { member in
      ParameterValue(json: member.value).map { Variant.NamedValue(member.key, $0) }
    }
    let named = seeds.compactMap { member in
      member.value.unsigned.flatMap { UInt32(exactly: $0) }.map { Variant.NamedSeed(member.key, $0) }
    }
    guard values.count == parameters.count, named.count == seeds.count else { return nil }
    self.init(values: values.map(Self.typed), seeds: named)
  }

  /// JSON has one kind of number: a whole one is a number where the parameter is declared as such.
  private static func typed(_ named: Variant.NamedValue) -> Variant.NamedValue {
    guard case .integer(let v) = named.value,
      let family = Family(group: String(named.name.prefix { $0 != "." }))
    else {
      return named
    }
    let short = named.name.dropFirst(family.group.count + 1)
    let isReal = Catalog.entries(of: family).flatMap(\.parameters).contains {
      if $0.name == short, case .real = $0.domain { true } else { false }
    }
    return isReal ? .init(named.name, .number(Double(v))) : named
  }
}

extension ParameterValue {
  /// The value in JSON.
  public var json: JSONTree {
    switch self {
    case .number(let v): .number(v)
    case .integer(let v): .integer(v)
    case .choice(let v): .string(v)
    case .flag(let v): .bool(v)
    }
  }

  init?(json node: JSONNode) {
    switch node.value {
    case .number(let n): self = n.integer.map { .integer($0) } ?? .number(n.value)
    case .string(let s): self = .choice(s)
    case .bool(let b): self = .flag(b)
    default: return nil
    }
  }
}
