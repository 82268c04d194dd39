/// Writes plain JSON, the same bytes for the same tree.
///
/// Keys come in the order of the tree, numbers in their shortest form that reads back the same. Besides what
/// JSON demands, U+007F and the line separators U+2028 and U+2029 are escaped, so that the text can stand
/// inside a script as well.
public struct JSONText {
  private var text: [UInt8] = []
  private let isPretty: Bool

  private init(isPretty: Bool) { self.isPretty = isPretty }

  /// All on one line, without spaces or a line end.
  public static func compact(_ tree: JSONTree) -> String { write(tree, isPretty: false) }

  /// One member or element a line, two spaces deeper on every level, with a line end at the end.
  public static func pretty(_ tree: JSONTree) -> String { write(tree, isPretty: true) + "\n" }

  private static func write(_ tree: JSONTree, isPretty: Bool) -> String {
    var writer = JSONText(isPretty: isPretty)
    writer.write(tree, depth: 0)
    return String(decoding: writer.text, as: UTF8.self)
  }

  private mutating func write(_ tree: JSONTree, depth: Int) {
    switch tree {
    case .null: put("null")
    case .bool(let truth): put(truth ? "true" : "false")
    case .number(let number): put(number.canonical)
    case .string(let string): put(quoting: string)
    case .array(let elements):
      list("[", elements, "]", depth) { $0.write($1, depth: depth + 1) }
    case .object(let members):
      list("{", members, "}", depth) { writer, member in
        writer.put(quoting: member.key)
        writer.put(writer.isPretty ? ": " : ":")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func list<Item>(
    _ open: String, _ items: [Item], _ close: String, _ depth: Int,
    _ writeItem: (inout JSONText, Item) -> Void
  ) {
    put(open)
    for (index, item) in items.enumerated() {
      if index > 0 { put(",") }
      newLine(depth + 1)
      writeItem(&self, item)
    }
    if !items.isEmpty { newLine(depth) }
    put(close)
  }

  private mutating func newLine(_ depth: Int) {
    if isPretty { put("\n" + String(repeating: "  ", count: depth)) }
  }

  private mutating func put(_ string: String) { text.append(contentsOf: string.utf8) }

  private mutating func put(quoting string: String) {
    put("\"")
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": put("\\\"")
      case "\\": put("\\\\")
      case "\n": put("\\n")
      case "\r": put("\\r")
      case "\t": put("\\t")
      case "\0"..<" ", "\u{7F}", "\u{2028}", "\u{2029}": put("\\u" + hex(scalar.value, 4))
      default: text.append(contentsOf: UTF8.encode(scalar)!)
      }
    }
    put("\"")
  }
}
