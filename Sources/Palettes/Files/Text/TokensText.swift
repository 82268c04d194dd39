import Color
import JSON5

/// Design tokens (2025.10): one group of sRGB colours, named after the list.
///
/// A token's key may hold no `.`, `{` or `}` and may not start with `$`; where that or a twin changes a name, and for
/// shares, the extension `maquette` keeps what was meant. Other programs may ignore it.
func tokensText(_ list: SwatchList) -> String {
  var keys = UniqueNames()
  let title = key(list.name, fallback: "palette")
  var members: [(String, JSONTree?)] = [
    ("$type", "color"), ("$extensions", extensions(list.name, key: title, share: nil)),
  ]
  for (index, swatch) in list.swatches.enumerated() {
    let name = keys.unique(key(swatch.name, fallback: "color-\(index + 1)"))
    members.append((name, token(swatch, key: name)))
  }
  return JSONText.pretty(.members([(title, .members(members))]))
}

private func token(_ swatch: Swatch, key: String) -> JSONTree {
  let color = swatch.color
  let value: JSONTree = [
    "colorSpace": "srgb",
    "components": .array([color.red, color.green, color.blue].map { .number($0) }),
    "alpha": 1,
    "hex": .string(color.hex),
  ]
  return .members([
    ("$value", value), ("$extensions", extensions(swatch.name, key: key, share: swatch.share)),
  ])
}

private func extensions(_ name: String?, key: String, share: Double?) -> JSONTree? {
  let meant: JSONTree? = name == key ? nil : name.map(JSONTree.string) ?? .null
  if meant == nil && share == nil { return nil }
  return ["maquette": .members([("name", meant), ("share", share.map { .number($0) })])]
}

private func key(_ name: String?, fallback: String) -> String {
  var text = String.UnicodeScalarView()
  for scalar in (name ?? "").unicodeScalars.prefix(200) {
    text.append(".{}".unicodeScalars.contains(scalar) ? "-" : scalar)
  }
  if text.first == "$" { text.replaceSubrange(text.startIndex...text.startIndex, with: ["-"]) }
  return text.isEmpty ? fallback : String(text)
}
