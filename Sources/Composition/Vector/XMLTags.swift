/// The tags of an XML file, one after the other; text between them is passed over.
struct XMLTags {
  /// A start tag, an end tag, or both in one.
  struct Tag {
    /// Without the prefix of a namespace.
    let name: String
    /// Names as written, prefixes included.
    let attributes: [(name: String, value: String)]
    let opens: Bool
    let closes: Bool
    /// From 1.
    let line: Int

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private let bytes: [UInt8]
  private var index = 0
  private(set) var line = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next tag; nil at the end of the file.
  mutating func next() throws(SVGProblem) -> Tag? {
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<") else {
        step()
        continue
      }
      if starts("<!--") {
        try skip(to: "-->")
      } else if starts("<![CDATA[") {
        try skip(to: "]]>")
      } else if starts("<?") {
        try skip(to: "?>")
      } else if starts("<!") {
        try skipDeclaration()
      } else {
        return try tag()
      }
    }
    return nil
  }

  private mutating func step() {
    if bytes[index] == UInt8(ascii: "\n") { line += 1 }
    index += 1
  }

  private func starts(_ word: String) -> Bool { bytes[index...].starts(with: word.utf8) }

  private mutating func skip(to end: String) throws(SVGProblem) {
    let first = line
    while index < bytes.count {
      if starts(end) {
        index += end.utf8.count
        return
      }
      step()
    }
    throw .broken("what begins on line \(first) never ends")
  }

  /// A document type may name a file elsewhere, which is never read; one that declares entities is refused.
  private mutating func skipDeclaration() throws(SVGProblem) {
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      if bytes[index] == UInt8(ascii: "[") { throw .broken("line \(line) declares entities") }
      step()
    }
    if index < bytes.count { step() }
  }

  private mutating func tag() throws(SVGProblem) -> Tag {
    let first = line
    step()
    let isEnd = index < bytes.count && bytes[index] == UInt8(ascii: "/")
    if isEnd { step() }
    let full = word()
    guard !full.isEmpty else { throw .broken("line \(line) has a '<' that begins no tag") }
    var attributes: [(name: String, value: String)] = []
    while true {
      skipSpace()
      guard index < bytes.count else { throw .broken("the tag <\(full)> on line \(first) never ends") }
      if bytes[index] == UInt8(ascii: ">") {
        step()
        break
      }
      if starts("/>") {
        index += 2
        return Tag(
          name: Self.local(full), attributes: attributes, opens: true, closes: true, line: first)
      }
      attributes.append(try attribute(of: full))
    }
    return Tag(name: Self.local(full), attributes: attributes, opens: !isEnd, closes: isEnd, line: first)
  }

  private mutating func attribute(of tag: String) throws(SVGProblem) -> (name: String, value: String) {
    let name = word()
    skipSpace()
    guard !name.isEmpty, index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      throw .broken("line \(line) has something in <\(tag)> that is no attribute")
    }
    step()
    skipSpace()
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") else {
      throw .broken("'\(name)' on line \(line) has no value in quotes")
    }
    let (quote, first) = (bytes[index], line)
    step()
    let start = index
    while index < bytes.count, bytes[index] != quote { step() }
    guard index < bytes.count else { throw .broken("the value of '\(name)' on line \(first) never ends") }
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    step()
    return (name, value)
  }

  private mutating func word() -> String {
    let start = index
    while index < bytes.count, !Self.ends.contains(bytes[index]) { step() }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func skipSpace() {
    while index < bytes.count, Self.spaces.contains(bytes[index]) { step() }
  }

  private static func local(_ name: String) -> String {
    name.firstIndex(of: ":").map { String(name[name.index(after: $0)...]) } ?? name
  }

  private static let spaces: [UInt8] = Array(" \t\r\n".utf8)
  private static let ends: [UInt8] = Array(" \t\r\n=/><\"'".utf8)
}
