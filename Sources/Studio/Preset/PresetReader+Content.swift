import Color
import Composition
import JSON5
import Parameters

extension PresetReader {
  mutating func format(_ node: JSONNode?, _ parent: SourcePosition) -> PageFormat? {
    let path = JSONPath().key("format")
    guard let node else {
      problem(parent, path, "is missing, for example { page: \"A3\" } or { size: \"1080x1350px\" }")
      return nil
    }
    guard checkKeys(node, path, known: ["page", "size", "orientation", "bleed"], later: []) else {
      return nil
    }
    guard (node["page"] == nil) != (node["size"] == nil) else {
      problem(
        node.position, path, "needs either 'page' (A3, letter, ...) or 'size' (1080x1350px, 85x55mm, ...)")
      return nil
    }
    let key = node["page"] == nil ? "size" : "page"
    guard let name = text(node, key, path, required: true, limit: 40) else { return nil }
    do {
      var format = try PageFormat(name, landscape: orientation(node, path))
      format.bleed = bleed(node, path, dpi: format.dpi)
      return format
    } catch {
      problem(node[key]!.position, path.key(key), error.description)
      return nil
    }
  }

  private mutating func orientation(_ node: JSONNode, _ path: JSONPath) -> Bool? {
    guard let value = node["orientation"] else { return nil }
    switch value.string {
    case "portrait": return false
    case "landscape": return true
    default:
      problem(value.position, path.key("orientation"), "must be \"portrait\" or \"landscape\"")
      return nil
    }
  }

  private mutating func bleed(_ node: JSONNode, _ path: JSONPath, dpi: Double) -> Double {
    guard let value = node["bleed"] else { return 0 }
    let length = value.string.flatMap { parseLength($0, dpi: dpi) } ?? value.number
    guard let length, (0...50).contains(length) else {
      problem(value.position, path.key("bleed"), "must be a length of 0...50 mm, such as \"3mm\"")
      return 0
    }
    return length
  }

  mutating func content(_ node: JSONNode?, _ parent: SourcePosition) -> Content? {
    let path = JSONPath().key("content")
    guard let node, let list = node.array else {
      problem(
        node?.position ?? parent, path,
        "must be a list of elements, such as { role: \"title\", text: \"...\" }")
      return nil
    }
    guard (1...40).contains(list.count) else {
      problem(node.position, path, "must hold 1...40 elements, not \(list.count)")
      return nil
    }
    let elements = list.enumerated().compactMap { element($1, path.index($0)) }
    if elements.count == list.count, !elements.contains(where: { $0.role == .title }) {
      problem(node.position, path, "has no element with the role 'title', which every layout needs")
    }
    return Content(elements)
  }

  private mutating func element(_ node: JSONNode, _ path: JSONPath) -> ContentElement? {
    guard let role = role(node, path), checkKeys(node, path, known: Self.keys(of: role), later: []),
      let body = body(of: role, node, path)
    else { return nil }
    let drop = node["drop"]
    if let drop, drop.bool == nil { problem(drop.position, path.key("drop"), "must be true or false") }
    if let must = node["must"] {
      if must.bool == nil { problem(must.position, path.key("must"), "must be true or false") }
      if must.bool == true, drop?.bool == true {
        problem(
          must.position, path.key("must"),
          "contradicts 'drop': an element is either needed or may be left out")
      }
    }
    if let crop = node["crop"], crop.bool == nil {
      problem(crop.position, path.key("crop"), "must be true or false")
    }
    var element = ContentElement(
      role: role, items: body.items,
      importance: number(node, "importance", path, in: 0...1) ?? (role == .title ? 1 : 0.5),
      mayDrop: drop?.bool ?? false, minimumSize: number(node, "minSize", path, in: 4...400),
      heading: node["heading"] == nil
        ? nil : text(node, "heading", path, required: false, limit: 120).map(typographic),
      keep: text(node, "keep", path, required: false, limit: 60), photo: body.photo)
    element.mayCrop = node["crop"]?.bool ?? true
    (element.drawing, element.swatches) = (body.drawing, body.swatches)
    return element
  }

  private static func keys(of role: ContentRole) -> [String] {
    let own =
      switch role {
      case .image, .logo: ["file", "focus", "credit", "license", "crop"]
      case .swatches: ["colors", "minSize", "heading"]
      default: ["text", "items", "minSize", "heading"]
      }
    return ["role", "importance", "drop", "must", "keep"] + own
  }

  /// What an element shows or says.
  private struct Body {
    var items: [String] = []
    var photo: Photo?
    var drawing: VectorPicture?
    var swatches: [SRGB] = []
  }

  private mutating func body(of role: ContentRole, _ node: JSONNode, _ path: JSONPath) -> Body? {
    switch role {
    case .image: return photo(node, path).map { Body(photo: $0) }
    case .logo: return logo(node, path).map { Body(photo: $0.photo, drawing: $0.drawing) }
    case .swatches:
      return swatches(node, path).map { list in
        Body(items: list.map(\.label), swatches: list.map(\.color))
      }
    default: return items(node, path).map { Body(items: $0) }
    }
  }

  /// `colors`: hex codes, or objects with `hex` and a `name`.
  private mutating func swatches(_ node: JSONNode, _ path: JSONPath) -> [(label: String, color: SRGB)]? {
    let place = path.key("colors")
    guard let list = node["colors"]?.array, (1...12).contains(list.count) else {
      problem(
        node["colors"]?.position ?? node.position, place,
        "must be a list of 1...12 colours, such as \"#6f8f9b\" or { hex: \"#6f8f9b\", name: \"Tide\" }")
      return nil
    }
    let found = list.enumerated().compactMap { swatch($1, place.index($0)) }
    return found.count == list.count ? found : nil
  }

  private mutating func swatch(_ node: JSONNode, _ path: JSONPath) -> (label: String, color: SRGB)? {
    let isBare = node.string != nil
    guard isBare || checkKeys(node, path, known: ["hex", "name"], later: []) else { return nil }
    guard let color = (isBare ? node.string : node["hex"]?.string).flatMap(SRGB.init(hex:)) else {
      problem(node.position, path, "must be a colour such as \"#6f8f9b\"")
      return nil
    }
    let name = isBare ? nil : text(node, "name", path, required: false, limit: 60).map(typographic)
    return (name.map { "\($0) | \(color.hex)" } ?? color.hex, color)
  }

  private mutating func role(_ node: JSONNode, _ path: JSONPath) -> ContentRole? {
    guard let name = text(node, "role", path, required: true, limit: 40) else { return nil }
    if let role = ContentRole(rawValue: name) { return role }
    let names = ContentRole.allCases.map(\.rawValue)
    let hint = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    problem(
      node["role"]!.position, path.key("role"),
      "'\(name)' is no role\(hint) (roles: \(names.joined(separator: ", ")))")
    return nil
  }

  /// `text` or `items`, with typographic quotes and dashes.
  private mutating func items(_ node: JSONNode, _ path: JSONPath) -> [String]? {
    guard (node["text"] == nil) != (node["items"] == nil) else {
      problem(node.position, path, "needs either 'text' or 'items'")
      return nil
    }
    if node["text"] != nil {
      return text(node, "text", path, required: true, limit: 2000).map { [typographic($0)] }
    }
    let list = node["items"]!
    guard let nodes = list.array, (1...60).contains(nodes.count) else {
      problem(list.position, path.key("items"), "must be a list of 1...60 texts")
      return nil
    }
    let place = path.key("items")
    let texts = nodes.enumerated().compactMap { text($1, place.index($0), limit: 400) }
    return texts.count == nodes.count ? texts.map(typographic) : nil
  }
}
