import Parameters

/// A recursive-descent parser: `||` binds least, then `&&`, then `!`, then comparisons.
struct ConditionParser {
  private let text: String
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    self.text = text
    characters = Array(text)
  }

  mutating func condition() throws(ConditionError) -> Condition.Node {
    let node = try disjunction(depth: 0)
    skipSpaces()
    guard position == characters.count else { throw expected("'&&', '||' or the end") }
    return node
  }

  private mutating func disjunction(depth: Int) throws(ConditionError) -> Condition.Node {
    var node = try conjunction(depth: depth)
    while take("||") { node = .any(node, try conjunction(depth: depth)) }
    return node
  }

  private mutating func conjunction(depth: Int) throws(ConditionError) -> Condition.Node {
    var node = try unary(depth: depth)
    while take("&&") { node = .all(node, try unary(depth: depth)) }
    return node
  }

  private mutating func unary(depth: Int) throws(ConditionError) -> Condition.Node {
    guard depth < 60 else { throw expected("fewer nested parentheses and negations (at most 60)") }
    skipSpaces()
    if peek("!"), !peek("!=") {
      position += 1
      return .not(try unary(depth: depth + 1))
    }
    guard take("(") else { return try comparison() }
    let node = try disjunction(depth: depth + 1)
    guard take(")") else { throw expected("')'") }
    return node
  }

  private mutating func comparison() throws(ConditionError) -> Condition.Node {
    let left = try operand(rightOf: nil)
    skipSpaces()
    guard let comparator = Condition.Comparator.allCases.first(where: { peek($0.rawValue) }) else {
      throw expected("a comparison (>= <= == != > <)")
    }
    position += comparator.rawValue.count
    return .comparison(left, comparator, try operand(rightOf: left))
  }

  /// A number, a quoted text, `true`, `false`, a known name, or, to the right of a choice, one of its options.
  private mutating func operand(rightOf left: Condition.Operand?) throws(ConditionError) -> Condition.Operand
  {
    skipSpaces()
    guard position < characters.count else { throw expected("a name or a value") }
    let start = position
    if "'\"".contains(characters[position]) { return .value(.choice(try quoted())) }
    let word = self.word()
    if let number = Double(word), number.isFinite { return .value(.number(number)) }
    if word == "true" || word == "false" { return .value(.flag(word == "true")) }
    if Self.names.contains(word) { return .name(word) }
    if !word.isEmpty, case .name(let name) = left, Self.choices(of: name).contains(word) {
      return .value(.choice(word))
    }
    position = start
    throw word.isEmpty ? expected("a name or a value") : unknown(word, rightOf: left)
  }

  private func unknown(_ word: String, rightOf left: Condition.Operand?) -> ConditionError {
    let options: [String] = if case .name(let name) = left { Self.choices(of: name) } else { [] }
    let known = options.isEmpty ? Self.names.sorted() : options
    let hint = nearest(word, in: known).map { "; did you mean '\($0)'?" } ?? ""
    let list =
      options.isEmpty
      ? "scores: \(Scores.names.joined(separator: ", ")); parameters such as layout.columns"
      : "choices: \(options.joined(separator: ", "))"
    return ConditionError(text: text, column: position + 1, reason: "'\(word)' is unknown\(hint) (\(list))")
  }

  private mutating func quoted() throws(ConditionError) -> String {
    let quote = characters[position]
    guard let end = characters[(position + 1)...].firstIndex(of: quote) else {
      throw expected("a closing \(quote)")
    }
    defer { position = end + 1 }
    return String(characters[(position + 1)..<end])
  }

  /// The longest run of characters of names and numbers.
  private mutating func word() -> String {
    let start = position
    while position < characters.count {
      let c = characters[position]
      guard c.isLetter || c.isNumber || ".-+_".contains(c) else { break }
      position += 1
    }
    return String(characters[start..<position])
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position].isWhitespace { position += 1 }
  }

  private func peek(_ word: String) -> Bool { characters[position...].starts(with: word) }

  private mutating func take(_ word: String) -> Bool {
    skipSpaces()
    guard peek(word) else { return false }
    position += word.count
    return true
  }

  private func expected(_ what: String) -> ConditionError {
    let found = position < characters.count ? "'\(characters[position])'" : "the end"
    return ConditionError(text: text, column: position + 1, reason: "expected \(what), found \(found)")
  }

  /// Every score and every declared parameter.
  private static let names: Set<String> = Set(
    Scores.names + Family.allCases.map(\.selector)
      + Catalog.entries.flatMap { entry in entry.parameters.map { "\(entry.family.group).\($0.name)" } })

  /// The options of a choice, of every component that declares it; none for other names.
  private static func choices(of name: String) -> [String] {
    if let family = Family.allCases.first(where: { $0.selector == name }) {
      return Catalog.entries(of: family).map(\.name)
    }
    return Catalog.entries.flatMap { entry in
      entry.parameters.flatMap { parameter -> [String] in
        guard "\(entry.family.group).\(parameter.name)" == name, case .choice(let options) = parameter.domain
        else { return [] }
        return options
      }
    }
  }
}
