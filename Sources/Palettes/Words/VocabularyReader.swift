import JSON5
import Parameters

/// Everything that is wrong with a file of words, in the order of the file.
public struct VocabularyError: Error, Sendable, CustomStringConvertible {
  /// One sentence a problem, each with file, line, column and JSON path.
  public let problems: [String]

  public var description: String { problems.joined(separator: "\n") }
}

extension Vocabulary {
  /// The built-in words and those of a JSON5 file, which win where names are the same.
  ///
  /// `{ words: { "harbour-night": { on: { dark: 3 }, grounds: { navy: 2, ink: 1 }, leads: { slate: 1, bone: 1 },
  /// accents: { amber: 1 }, strength: 0.9, influence: 1 } } }`: pigments with weights; `strength` (0.2...1.3) and
  /// `influence` (0.1...1) may be left out, like the sides of `on` that are not wanted.
  public init(bytes: [UInt8], file: String) throws(VocabularyError) {
    let root: JSONNode
    do { root = try parseJSON5(bytes, file: file) } catch {
      throw VocabularyError(problems: [error.description])
    }
    var reader = VocabularyReader(file: file)
    let words = reader.words(root)
    guard reader.problems.isEmpty else { throw VocabularyError(problems: reader.problems) }
    self = .builtIn
    for word in words { add(word) }
  }
}

/// Walks the file and collects every problem.
private struct VocabularyReader {
  let file: String
  private(set) var problems: [String] = []

  init(file: String) { self.file = file }

  private mutating func problem(_ at: SourcePosition, _ path: JSONPath, _ reason: String) {
    problems.append("\(file):\(at): \(path): \(reason)")
  }

  mutating func words(_ root: JSONNode) -> [Word] {
    check(root, JSONPath(), known: ["words"])
    let path = JSONPath().key("words")
    guard let members = root["words"]?.object, !members.isEmpty else {
      problem(root.position, path, "must be an object of words, such as { \"harbour-night\": { ... } }")
      return []
    }
    return members.compactMap { word($0, path.key($0.key)) }
  }

  private mutating func word(_ member: JSONMember, _ path: JSONPath) -> Word? {
    let node = member.value
    let letters = member.key.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || $0 == "-" }
    guard letters, (2...40).contains(member.key.count), member.key != "none" else {
      problem(member.keyPosition, path, "a word has 2...40 lower-case letters and hyphens")
      return nil
    }
    guard check(node, path, known: ["on", "grounds", "leads", "accents", "strength", "influence"]) else {
      return nil
    }
    let before = problems.count
    let on = grounds(node["on"], path.key("on"))
    let mixes = ["grounds", "leads", "accents"].map { mix(node, $0, path) }
    let strength = number(node, "strength", path, 0.2...1.3) ?? 1
    let influence = number(node, "influence", path, 0.1...1) ?? 1
    guard problems.count == before else { return nil }
    return Word(
      member.key, on: on, grounds: mixes[0], leads: mixes[1], accents: mixes[2], strength: strength,
      influence: influence)
  }

  private mutating func grounds(_ node: JSONNode?, _ path: JSONPath) -> Grounds {
    guard let node, check(node, path, known: ["dark", "light", "color"]) else {
      return Grounds(dark: 1, light: 1, color: 0)
    }
    let sides = ["dark", "light", "color"].map { number(node, $0, path, 0...1000) ?? 0 }
    if sides.allSatisfy({ $0 == 0 }) { problem(node.position, path, "wants at least one side") }
    return Grounds(dark: sides[0], light: sides[1], color: sides[2])
  }

  private mutating func mix(_ parent: JSONNode, _ key: String, _ parentPath: JSONPath) -> Mix {
    let path = parentPath.key(key)
    guard let members = parent[key]?.object, !members.isEmpty else {
      problem(
        (parent[key] ?? parent).position, path, "must be pigments with weights, such as { navy: 2, bone: 1 }")
      return Mix([])
    }
    let names = Pigment.allCases.map(\.rawValue)
    var parts: [(pigment: Pigment, weight: Double)] = []
    for member in members {
      let weight = number(parent[key]!, member.key, path, 0.001...1000)
      guard let pigment = Pigment(rawValue: member.key) else {
        let hint = nearest(member.key, in: names).map { "; did you mean '\($0)'?" } ?? ""
        problem(member.keyPosition, path.key(member.key), "is no pigment\(hint)")
        continue
      }
      if let weight { parts.append((pigment: pigment, weight: weight)) }
    }
    return Mix(parts)
  }

  private mutating func number(
    _ node: JSONNode, _ key: String, _ path: JSONPath, _ range: ClosedRange<Double>
  ) -> Double? {
    guard let value = node[key] else { return nil }
    if let number = value.number, range.contains(number) { return number }
    let (low, high) = (ParameterValue.number(range.lowerBound), ParameterValue.number(range.upperBound))
    problem(value.position, path.key(key), "must be a number of \(low)...\(high)")
    return nil
  }

  @discardableResult
  private mutating func check(_ node: JSONNode, _ path: JSONPath, known: [String]) -> Bool {
    guard let members = node.object else {
      problem(node.position, path, "must be an object { ... }, not \(node.value.kind)")
      return false
    }
    for member in members where !known.contains(member.key) {
      let hint = nearest(member.key, in: known).map { "; did you mean '\($0)'?" } ?? ""
      problem(
        member.keyPosition, path.key(member.key),
        "is unknown\(hint) (known: \(known.joined(separator: ", ")))")
    }
    return true
  }
}
