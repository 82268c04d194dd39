/// A place in a text file, both counted from 1; columns count Unicode scalars.
///
/// A line ends at LF, CR or CRLF. A byte order mark at the start has no column.
public struct SourcePosition: Sendable, Equatable, CustomStringConvertible {
  /// Which line.
  public var line: Int
  /// Which character in the line.
  public var column: Int

  /// The place at `line` and `column`.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// `line:column`, as editors understand it.
  public var description: String { "\(line):\(column)" }
}

/// A value in a JSON file and the place where it starts.
public struct JSONNode: Sendable, Equatable {
  /// What stands there.
  public let value: JSONValue
  /// Where it starts.
  public let position: SourcePosition

  /// A value at a place.
  public init(value: JSONValue, position: SourcePosition) {
    self.value = value
    self.position = position
  }
}

/// What a JSON file can say.
public enum JSONValue: Sendable, Equatable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A finite number.
  case number(JSONNumber)
  /// A text, its escapes resolved.
  case string(String)
  /// Values in the order of the file.
  case array([JSONNode])
  /// Members in the order of the file; no key comes twice.
  case object([JSONMember])

  /// What a message calls a value of this kind, with its article.
  public var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// One `key: value` of an object.
public struct JSONMember: Sendable, Equatable {
  /// The key, its escapes resolved and its quotes removed.
  public let key: String
  /// Where the key starts, its quote included.
  public let keyPosition: SourcePosition
  /// What the key stands for.
  public let value: JSONNode

  /// A key and its value.
  public init(key: String, keyPosition: SourcePosition, value: JSONNode) {
    self.key = key
    self.keyPosition = keyPosition
    self.value = value
  }
}

extension JSONNode {
  /// True for `null`.
  public var isNull: Bool { value == .null }
  /// The truth value, or nil if it is something else.
  public var bool: Bool? { if case .bool(let truth) = value { truth } else { nil } }
  /// The text, or nil if it is something else.
  public var string: String? { if case .string(let text) = value { text } else { nil } }
  /// The number, or nil if it is something else.
  public var number: Double? { if case .number(let number) = value { number.value } else { nil } }
  /// The whole number, exact up to 64 bits, or nil if it is something else or has a fraction.
  public var integer: Int? { if case .number(let number) = value { number.integer } else { nil } }
  /// The whole number from zero, exact up to 64 bits, or nil if it is something else.
  public var unsigned: UInt64? { if case .number(let number) = value { number.unsigned } else { nil } }
  /// The elements, or nil if it is something else.
  public var array: [JSONNode]? { if case .array(let nodes) = value { nodes } else { nil } }
  /// The members in the order of the file, or nil if it is something else.
  public var object: [JSONMember]? { if case .object(let members) = value { members } else { nil } }

  /// The value of `key` if this is an object that has it; O(members).
  public subscript(key: String) -> JSONNode? { object?.first { $0.key == key }?.value }

  /// Element `index` if this is a list that has it.
  public subscript(index: Int) -> JSONNode? {
    guard let array, array.indices.contains(index) else { return nil }
    return array[index]
  }
}
