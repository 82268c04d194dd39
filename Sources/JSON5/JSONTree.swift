/// A value to be written as JSON: like ``JSONValue``, but without places.
public enum JSONTree: Sendable, Equatable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A finite number.
  case number(JSONNumber)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONTree])
  /// Members in the order in which they are to be written.
  case object([Member])

  /// One `key: value` of an object.
  public struct Member: Sendable, Equatable {
    /// The key.
    public var key: String
    /// What the key stands for.
    public var value: JSONTree

    /// A key and its value.
    public init(_ key: String, _ value: JSONTree) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONTree {
  /// A finite number.
  public static func number(_ value: Double) -> JSONTree { .number(JSONNumber(value)) }

  /// A whole number of at most 64 bits, exact.
  public static func integer<Number: FixedWidthInteger>(_ value: Number) -> JSONTree {
    .number(JSONNumber(value))
  }

  /// An object of those members that have a value, in order.
  public static func members(_ pairs: [(String, JSONTree?)]) -> JSONTree {
    .object(pairs.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// What a node of a file says, without its places.
  public init(_ node: JSONNode) {
    switch node.value {
    case .null: self = .null
    case .bool(let truth): self = .bool(truth)
    case .number(let number): self = .number(number)
    case .string(let text): self = .string(text)
    case .array(let nodes): self = .array(nodes.map(JSONTree.init))
    case .object(let members): self = .object(members.map { Member($0.key, JSONTree($0.value)) })
    }
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// A finite number.
  public init(floatLiteral value: Double) { self = .number(value) }
  /// A truth value.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A list.
  public init(arrayLiteral elements: JSONTree...) { self = .array(elements) }
  /// An object, its members in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSONTree)...) {
    self = .object(elements.map { Member($0, $1) })
  }
}
