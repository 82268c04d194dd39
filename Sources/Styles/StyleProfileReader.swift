import Color
import Composition
import JSON5
import Parameters

extension StyleProfile {
  /// Reads a profile from a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: JSON5.
  ///   - file: its name, for messages.
  /// - Throws: every problem of the file; a newer version is one.
  public init(bytes: [UInt8], file: String) throws(StyleProfileError) {
    let root: JSONNode
    do { root = try parseJSON5(bytes, file: file) } catch { throw StyleProfileError(error.description) }
    var reader = StyleProfileReader(file: file)
    guard let profile = reader.profile(root), reader.problems.isEmpty else {
      throw StyleProfileError(problems: reader.problems)
    }
    self = profile
  }
}

/// Walks the file and collects every problem.
private struct StyleProfileReader {
  let file: String
  private(set) var problems: [String] = []

  init(file: String) { self.file = file }

  private mutating func problem(_ node: JSONNode, _ path: JSONPath, _ reason: String) {
    let place = path.steps.isEmpty ? "" : "\(path): "
    problems.append("\(file):\(node.position): \(place)\(reason)")
  }

  mutating func profile(_ root: JSONNode) -> StyleProfile? {
    guard isStyle(root) else { return nil }
    let path = JSONPath()
    check(
      root, path,
      known: [
        "maquette", "kind", "name", "palette", "color", "values", "edges", "detail", "grain", "layout",
        "sources",
      ])
    let name = text(root, "name", path) ?? ""
    let palette = palette(root)
    let color = color(root)
    let values = shares(root, "values", path, count: StyleProfile.valueCount)
    let edges = edges(root)
    let detail = numbers(root, "detail", path, count: StyleProfile.detailSizes.count, in: 0...1)
    let grain = number(root, "grain", path, in: 0...1)
    let layout = layout(root)
    let sources = sources(root)
    guard problems.isEmpty else { return nil }
    return StyleProfile(
      name: name, palette: palette, color: color, values: values, edges: edges, detail: detail, grain: grain,
      layout: layout, sources: sources)
  }

  /// True if it is a profile of a version that can be read; anything else would only give misleading problems.
  private mutating func isStyle(_ root: JSONNode) -> Bool {
    guard root.object != nil, root["kind"]?.string == StyleProfile.kind else {
      problem(
        root, JSONPath(),
        "is no style profile (\"kind\": \"\(StyleProfile.kind)\" is missing); make one with 'maquette style learn FOLDER'"
      )
      return false
    }
    let place = JSONPath().key("maquette")
    guard let version = root["maquette"]?.integer else {
      problem(root, place, "is missing: it names the format's version")
      return false
    }
    guard version == StyleProfile.version else {
      let which =
        version > StyleProfile.version ? "a newer version of Maquette wrote this profile" : "is unknown"
      problem(
        root["maquette"]!, place,
        "version \(version): \(which); this one reads version \(StyleProfile.version)")
      return false
    }
    return true
  }

  private mutating func palette(_ root: JSONNode) -> [StyleProfile.Swatch] {
    let path = JSONPath().key("palette")
    guard let nodes = root["palette"]?.array, (1...64).contains(nodes.count) else {
      problem(root["palette"] ?? root, path, "must be a list of 1...64 colours")
      return []
    }
    return nodes.enumerated().compactMap { index, node in
      let place = path.index(index)
      check(node, place, known: ["color", "name", "share"])
      let share = number(node, "share", place, in: 0...1)
      guard let color = node["color"]?.string.flatMap(SRGB.init(hex:)) else {
        problem(node["color"] ?? node, place.key("color"), "must be a colour such as \"#0b1d3a\"")
        return nil
      }
      return StyleProfile.Swatch(color, share: share)
    }
  }

  private mutating func color(_ root: JSONNode) -> StyleProfile.ColorSpread {
    let path = JSONPath().key("color")
    let node = member(root, "color", JSONPath())
    check(node, path, known: ["mean", "variances", "covariances"])
    func triple(_ v: [Double]) -> SIMD3<Double> { v.count == 3 ? SIMD3(v[0], v[1], v[2]) : SIMD3() }
    let mean = triple(numbers(node, "mean", path, count: 3, in: -1...1))
    let variances = triple(numbers(node, "variances", path, count: 3, in: 0...1))
    let covariances = triple(numbers(node, "covariances", path, count: 3, in: -1...1))
    let limits = SIMD3(variances.x * variances.y, variances.x * variances.z, variances.y * variances.z)
    // Rounding may carry a covariance a little over its bound.
    if any(covariances * covariances .> limits * 1.02 + 1e-8) {
      problem(node, path.key("covariances"), "are larger than the variances allow")
    }
    return StyleProfile.ColorSpread(mean: mean, variances: variances, covariances: covariances)
  }

  private mutating func edges(_ root: JSONNode) -> StyleProfile.Edges {
    let path = JSONPath().key("edges")
    let node = member(root, "edges", JSONPath())
    check(node, path, known: ["density", "directions"])
    return StyleProfile.Edges(
      density: number(node, "density", path, in: 0...1),
      directions: shares(node, "directions", path, count: StyleProfile.directionCount))
  }

  private mutating func layout(_ root: JSONNode) -> StyleProfile.Layout {
    let path = JSONPath().key("layout")
    let node = member(root, "layout", JSONPath())
    check(node, path, known: ["density", "thirds"])
    return StyleProfile.Layout(
      density: number(node, "density", path, in: 0...1),
      thirds: numbers(node, "thirds", path, count: 9, in: 0...1))
  }

  private mutating func sources(_ root: JSONNode) -> [StyleProfile.Picture] {
    let path = JSONPath().key("sources")
    guard let nodes = root["sources"]?.array, (1...StyleLearner.pictureLimit).contains(nodes.count) else {
      problem(
        root["sources"] ?? root, path, "must be a list of 1...\(StyleLearner.pictureLimit) pictures")
      return []
    }
    return nodes.enumerated().map { index, node in
      let place = path.index(index)
      check(node, place, known: ["file", "sha256", "credit"])
      return StyleProfile.Picture(
        file: text(node, "file", place) ?? "", digest: text(node, "sha256", place) ?? "",
        credit: node["credit"] == nil ? nil : text(node, "credit", place))
    }
  }
}

extension StyleProfileReader {
  private mutating func check(_ node: JSONNode, _ path: JSONPath, known: [String]) {
    for member in node.object ?? [] where !known.contains(member.key) {
      let hint = nearest(member.key, in: known).map { "; did you mean '\($0)'?" } ?? ""
      problem(member.value, path.key(member.key), "is unknown\(hint)")
    }
  }

  private mutating func member(_ node: JSONNode, _ key: String, _ path: JSONPath) -> JSONNode {
    if let found = node[key] { return found }
    problem(node, path.key(key), "is missing")
    return JSONNode(value: .object([]), position: node.position)
  }

  private mutating func text(_ node: JSONNode, _ key: String, _ path: JSONPath) -> String? {
    guard let text = node[key]?.string, (1...1000).contains(text.count),
      text.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 127 })
    else {
      problem(node[key] ?? node, path.key(key), "must be a text of one line")
      return nil
    }
    return text
  }

  private mutating func number(
    _ node: JSONNode, _ key: String, _ path: JSONPath, in range: ClosedRange<Double>
  ) -> Double {
    guard let number = node[key]?.number, range.contains(number) else {
      problem(node[key] ?? node, path.key(key), "must be a number of \(Self.text(range))")
      return range.lowerBound
    }
    return number
  }

  private mutating func numbers(
    _ node: JSONNode, _ key: String, _ path: JSONPath, count: Int, in range: ClosedRange<Double>
  ) -> [Double] {
    let found = node[key]?.array?.compactMap(\.number) ?? []
    guard found.count == count, node[key]?.array?.count == count, found.allSatisfy(range.contains) else {
      problem(node[key] ?? node, path.key(key), "must be a list of \(count) numbers of \(Self.text(range))")
      return []
    }
    return found
  }

  /// Numbers that add up to 1, but for rounding.
  private mutating func shares(_ node: JSONNode, _ key: String, _ path: JSONPath, count: Int) -> [Double] {
    let found = numbers(node, key, path, count: count, in: 0...1)
    if !found.isEmpty, abs(found.reduce(0, +) - 1) > 0.01 {
      problem(node[key] ?? node, path.key(key), "must add up to 1")
    }
    return found
  }

  private static func text(_ range: ClosedRange<Double>) -> String {
    "\(ParameterValue.number(range.lowerBound))...\(ParameterValue.number(range.upperBound))"
  }
}
