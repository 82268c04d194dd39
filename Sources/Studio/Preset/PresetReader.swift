import Color
import Composition
import JSON5
import Parameters

/// Walks a preset's JSON, collects every problem, and builds the preset if there is none.
struct PresetReader {
  let file: String
  /// Where the files that it names are found; nil if it may name none.
  let files: PresetFiles?
  /// How many exemplars there are to choose from.
  private(set) var exemplarCount = ExemplarCount.none
  /// What the preset's language quotes with.
  private(set) var quotes = QuotationMarks(language: "en")
  private(set) var problems: [(position: SourcePosition, text: String)] = []

  static func read(_ root: JSONNode, file: String, files: PresetFiles?) throws(PresetError) -> Preset {
    var reader = PresetReader(file: file, files: files)
    let preset = reader.preset(root)
    guard let preset, reader.problems.isEmpty else {
      let sorted = reader.problems.sorted {
        ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
      }
      throw PresetError(problems: sorted.map(\.text))
    }
    return preset
  }

  /// A space after one parameter was set.
  static func setting(
    _ name: String, to node: JSONNode, in space: Space, exemplars: ExemplarCount, source: String
  ) throws(PresetError) -> Space {
    var reader = PresetReader(file: source, files: nil)
    reader.exemplarCount = exemplars
    var space = space
    let member = JSONMember(key: name, keyPosition: node.position, value: node)
    reader.read(parameters: JSONNode(value: .object([member]), position: node.position), into: &space)
    guard reader.problems.isEmpty else { throw PresetError(problems: reader.problems.map(\.text)) }
    return space
  }

  private init(file: String, files: PresetFiles?) {
    self.file = file
    self.files = files
  }

  mutating func problem(_ at: SourcePosition, _ path: JSONPath, _ reason: String) {
    let place = path.steps.isEmpty ? "" : "\(path): "
    problems.append((at, "\(file):\(at): \(place)\(reason)"))
  }

  private static let known = [
    "maquette", "name", "format", "content", "language", "style", "parameters", "zip", "where",
  ]

  private mutating func preset(_ root: JSONNode) -> Preset? {
    guard checkKeys(root, JSONPath(), known: Self.known + Self.boardKeys, later: []) else { return nil }
    checkVersion(root)
    let name = text(root, "name", JSONPath(), required: true, limit: 200) ?? ""
    let language = text(root, "language", JSONPath(), required: false, limit: 35) ?? "en"
    quotes = QuotationMarks(language: language)
    let isBoard = Self.boardKeys.contains { root[$0] != nil }
    let brief = isBoard ? self.brief(root) : nil
    let format =
      isBoard && root["format"] == nil
      ? PageFormat.boards : self.format(root["format"], root.position)
    let content =
      isBoard && root["content"] == nil
      ? Content(board: name, brief) : self.content(root["content"], root.position)
    let style = styleObject(root["style"])
    let locks = self.locks(style)
    let exemplars = self.exemplars(style)
    let styleFile = self.styleFile(style)
    exemplarCount = ExemplarCount(pictures: exemplars.count, hasProfile: styleFile != nil)
    var space = (brief.map { Space.board($0) } ?? .whole).fitted(exemplars: exemplarCount)
    guard !isBoard || brief != nil else { return nil }
    if let node = root["parameters"] { read(parameters: node, into: &space) }
    steer(&space, words(style), styleFile?.profile, fixed: root["parameters"])
    let condition = self.condition(root["where"])
    let zipped = zips(root["zip"], in: space)
    guard let format, let content else { return nil }
    let withheld = brief == nil ? space.withhold(from: content) : []
    if brief == nil, space.group(.layout).components.isEmpty {
      let reasons = withheld.map { "\($0.layout): \($0.reason)" }.joined(separator: "; ")
      let node = root["parameters"]?[Family.layout.selector] ?? root
      problem(
        node.position, JSONPath().key("parameters").key(Family.layout.selector),
        "no layout can serve this content (\(reasons))")
      return nil
    }
    return Preset(
      name: name, format: format, content: content, language: language, lockedColors: locks,
      exemplars: exemplars, style: styleFile, space: space, condition: condition, zipped: zipped,
      withheld: withheld,
      files: files, brief: brief,
      source: JSONTree(root))
  }

  private mutating func checkVersion(_ root: JSONNode) {
    let path = JSONPath().key("maquette")
    guard let node = root["maquette"] else {
      return problem(
        root.position, JSONPath(), "'maquette: \(Preset.version)' is missing: it names the format's version")
    }
    if node.integer != Preset.version {
      problem(node.position, path, "this engine reads version \(Preset.version) of the format")
    }
  }

  private mutating func condition(_ node: JSONNode?) -> Condition? {
    guard let node, let text = text(node, JSONPath().key("where"), limit: 2000) else { return nil }
    do { return try Condition(text) } catch {
      problem(node.position, JSONPath().key("where"), "\(error)")
      return nil
    }
  }

  /// Groups of parameter names that step together in sweeps.
  private mutating func zips(_ node: JSONNode?, in space: Space) -> [[String]] {
    guard let node else { return [] }
    let path = JSONPath().key("zip")
    let lists = node.array?.map { $0.array?.compactMap(\.string) ?? [] } ?? []
    let known = space.names
    for (index, list) in lists.enumerated() {
      guard list.count >= 2, list.count == node[index]?.array?.count else {
        problem(node.position, path.index(index), "must be a list of two or more parameter names")
        continue
      }
      for name in list where !known.contains(name) {
        let hint = nearest(name, in: known).map { "; did you mean '\($0)'?" } ?? ""
        problem(node.position, path.index(index), "'\(name)' is no parameter of this preset\(hint)")
      }
    }
    if node.array == nil { problem(node.position, path, "must be a list of lists of parameter names") }
    return lists
  }

  private mutating func locks(_ node: JSONNode?) -> [SRGB] {
    let path = JSONPath().key("style")
    guard let node, checkKeys(node, path, known: ["palette", "words", "exemplars", "profile"], later: []),
      let palette = node["palette"],
      checkKeys(palette, path.key("palette"), known: ["lock"], later: []), let list = palette["lock"]
    else { return [] }
    let place = path.key("palette").key("lock")
    guard let nodes = list.array, nodes.count <= 5 else {
      problem(list.position, place, "must be a list of at most 5 colours such as [\"#0b1d3a\"]")
      return []
    }
    return nodes.enumerated().compactMap { index, node in
      if let color = node.string.flatMap(SRGB.init(hex:)) { return color }
      problem(node.position, place.index(index), "must be a colour such as \"#0b1d3a\"")
      return nil
    }
  }
}

extension PresetReader {
  /// True if `node` is an object; reports unknown keys with the nearest known one.
  mutating func checkKeys(_ node: JSONNode, _ path: JSONPath, known: [String], later: [String]) -> Bool {
    guard let members = node.object else {
      problem(node.position, path, "must be an object { ... }, not \(node.value.kind)")
      return false
    }
    for member in members where !known.contains(member.key) {
      let place = path.key(member.key)
      if later.contains(member.key) {
        problem(member.keyPosition, place, "is not supported by this version of Maquette; remove it")
      } else {
        let hint = nearest(member.key, in: known).map { "; did you mean '\($0)'?" } ?? ""
        problem(member.keyPosition, place, "is unknown\(hint) (known: \(known.joined(separator: ", ")))")
      }
    }
    return true
  }

  /// A text member of an object, free of control characters.
  mutating func text(
    _ node: JSONNode, _ key: String, _ path: JSONPath, required: Bool, limit: Int
  ) -> String? {
    guard let value = node[key] else {
      if required { problem(node.position, path.key(key), "is missing") }
      return nil
    }
    return text(value, path.key(key), limit: limit)
  }

  /// A text, free of control characters and not blank.
  mutating func text(_ value: JSONNode, _ path: JSONPath, limit: Int) -> String? {
    guard let string = value.string else {
      problem(value.position, path, "must be a text, not \(value.value.kind)")
      return nil
    }
    guard string.contains(where: { !$0.isWhitespace }) else {
      problem(value.position, path, "must not be empty")
      return nil
    }
    guard string.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 }) else {
      problem(value.position, path, "must not hold control characters such as line breaks")
      return nil
    }
    guard string.count <= limit else {
      problem(value.position, path, "has \(string.count) characters; the limit is \(limit)")
      return nil
    }
    return string
  }

  /// A number member within a range.
  mutating func number(
    _ node: JSONNode, _ key: String, _ path: JSONPath, in range: ClosedRange<Double>
  ) -> Double? {
    guard let value = node[key] else { return nil }
    guard let number = value.number, range.contains(number) else {
      problem(
        value.position, path.key(key),
        "must be a number of \(ParameterValue.number(range.lowerBound))...\(ParameterValue.number(range.upperBound))"
      )
      return nil
    }
    return number
  }
}
