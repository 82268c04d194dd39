import Color
import JSON5

/// Reads the colours among design tokens (2025.10): groups within groups, inherited `$type`, `{group.token}` aliases.
///
/// Tokens of other types are passed over. Names are the keys from the outermost group, joined by dots; a group that
/// holds all colours names the list instead. An untyped token counts if its value looks like a colour.
func readTokens(_ bytes: [UInt8], file: String) throws(PaletteFileProblem) -> SwatchList {
  let root: JSONNode
  do throws(JSONSyntaxError) {
    root = try parseJSON5(bytes, file: file)
  } catch {
    throw PaletteFileProblem(.text(error.position), .syntax(error.problem))
  }
  var walk = TokenWalk()
  try walk.enter(root, path: [], type: nil)
  return try walk.colors()
}

/// A token where it was found.
struct FoundToken {
  let path: [String]
  /// Its own `$type`, and that of the groups around it.
  let type: String?
  let inherited: String?
  let node: JSONNode
  let value: JSONNode
}

/// Collects the tokens of a file, then reads those that are colours.
struct TokenWalk {
  static let mostTokens = 100_000
  static let longestPath = 1_000

  private var tokens: [FoundToken] = []
  private var places: [String: Int] = [:]
  private var titles: [String: JSONNode] = [:]

  mutating func enter(_ node: JSONNode, path: [String], type: String?) throws(PaletteFileProblem) {
    guard let members = node.object else {
      throw PaletteFileProblem(
        node, .unexpected(expected: "an object, a token or a group of tokens", found: node.value.kind))
    }
    if path.count == 1 { titles[path[0]] = node }
    let own = try textIfAny(node["$type"], "$type")
    if let value = node["$value"] {
      return try add(FoundToken(path: path, type: own, inherited: type, node: node, value: value))
    }
    for member in members where !member.key.hasPrefix("$") || member.key == "$root" {
      let next = path + [member.key]
      guard next.reduce(0, { $0 + $1.utf8.count }) <= Self.longestPath else {
        throw PaletteFileProblem(
          .text(member.keyPosition), .tooMany("bytes in a token's name", Self.longestPath))
      }
      try enter(member.value, path: next, type: own ?? type)
    }
  }

  private mutating func add(_ token: FoundToken) throws(PaletteFileProblem) {
    guard tokens.count < Self.mostTokens else {
      throw PaletteFileProblem(token.node, .tooMany("tokens", Self.mostTokens))
    }
    places[token.path.joined(separator: ".")] = tokens.count
    tokens.append(token)
  }

  func colors() throws(PaletteFileProblem) -> SwatchList {
    var found: [(FoundToken, FoundToken)] = []
    for token in tokens {
      let (target, type) = try resolve(token)
      if type == "color" || type == nil && looksLikeColor(target.value) { found.append((token, target)) }
    }
    let group = found.first?.0.path.first
    let isCommon = found.allSatisfy { $0.0.path.count > 1 && $0.0.path[0] == group }
    var list = SwatchList(swatches: [])
    if isCommon, let group { list.name = meant(titles[group], group) }
    for (token, target) in found {
      let path = token.path.dropFirst(isCommon ? 1 : 0).filter { $0 != "$root" }
      let key = path.isEmpty ? group ?? "" : path.joined(separator: ".")
      let color = try readTokenColor(target.value, colorTitle(list.swatches.count + 1, key), &list)
      let swatch = Swatch(name: meant(token.node, key), color: color, share: try share(token.node))
      try list.append(swatch, at: .text(token.node.position))
    }
    return list
  }

  /// The token that an alias leads to, and the type: its own, else that of its target, else the groups'.
  private func resolve(_ token: FoundToken) throws(PaletteFileProblem) -> (FoundToken, String?) {
    var target = token
    var type = token.type
    for _ in 0..<64 {
      guard let name = alias(target.value) else {
        return (target, type ?? target.inherited ?? token.inherited)
      }
      guard let index = places[name] else {
        throw PaletteFileProblem(
          target.value, .broken("the alias '{\(printable(name))}' leads to no token of this file"))
      }
      target = tokens[index]
      type = type ?? target.type
    }
    throw PaletteFileProblem(token.value, .broken("this alias leads to itself, or over more than 64 others"))
  }

  private func alias(_ value: JSONNode) -> String? {
    guard let text = value.string, text.hasPrefix("{"), text.hasSuffix("}") else { return nil }
    return String(text.dropFirst().dropLast())
  }

  private func looksLikeColor(_ value: JSONNode) -> Bool {
    value["colorSpace"] != nil || value.string.map { $0.hasPrefix("#") && HexWord($0) != nil } ?? false
  }

  /// What the file's own extension says that the name was.
  private func meant(_ node: JSONNode?, _ key: String) -> String? {
    guard let name = node?["$extensions"]?["maquette"]?["name"] else { return key }
    return name.isNull ? nil : name.string ?? key
  }

  private func share(_ node: JSONNode) throws(PaletteFileProblem) -> Double? {
    guard let share = node["$extensions"]?["maquette"]?["share"] else { return nil }
    guard let value = share.number else {
      throw PaletteFileProblem(share, .unexpected(expected: "a share 0...1", found: share.value.kind))
    }
    guard (0...1).contains(value) else {
      throw PaletteFileProblem(share, .unexpected(expected: "a share 0...1", found: shortNumber(value)))
    }
    return value
  }
}

/// The text of a member that may be missing.
func textIfAny(_ node: JSONNode?, _ what: String) throws(PaletteFileProblem) -> String? {
  guard let node else { return nil }
  guard let text = node.string else {
    throw PaletteFileProblem(node, .unexpected(expected: "a text as \(what)", found: node.value.kind))
  }
  return text
}

extension PaletteFileProblem {
  init(_ node: JSONNode, _ problem: PaletteFileError.Problem) { self.init(.text(node.position), problem) }
}
