import Color
import JSON5

/// The colour of a token's value: a text `#rrggbb`, or an object with a colour space and its components.
func readTokenColor(
  _ value: JSONNode, _ what: String, _ list: inout SwatchList
) throws(PaletteFileProblem) -> SRGB {
  if let text = value.string {
    return try hex(value, text, &list)
  }
  guard value.object != nil else {
    throw PaletteFileProblem(
      value, .unexpected(expected: "#rrggbb or an object as \(what)", found: value.value.kind))
  }
  guard let space = try textIfAny(value["colorSpace"], "colorSpace") else {
    throw PaletteFileProblem(value, .broken("\(what) has no colorSpace"))
  }
  if let alpha = value["alpha"] { try readAlpha(alpha, &list) }
  var intake = ColorIntake(.text(value.position), what)
  guard let color = try convert(value, space, &intake) else { return try fallback(value, space, &list) }
  intake.notes.forEach { list.note($0) }
  return color
}

/// Nil for a space that is not known here.
private func convert(
  _ value: JSONNode, _ space: String, _ intake: inout ColorIntake
) throws(PaletteFileProblem) -> SRGB? {
  guard knownSpaces.contains(space) else { return nil }
  let parts = try components(value, intake.what)
  switch space {
  case "srgb": return try intake.rgb(parts)
  case "srgb-linear": return try intake.linear(parts)
  case "lab": return try intake.lab(parts)
  default: return try intake.oklab(parts, isPolar: space == "oklch")
  }
}

private let knownSpaces = ["srgb", "srgb-linear", "lab", "oklab", "oklch"]

/// Three numbers; the keyword `none` counts as 0.
private func components(_ value: JSONNode, _ what: String) throws(PaletteFileProblem) -> [Double] {
  guard let nodes = value["components"]?.array, nodes.count == 3 else {
    throw PaletteFileProblem(
      value["components"] ?? value, .broken("\(what) needs a list of three components"))
  }
  var parts: [Double] = []
  for node in nodes {
    guard let part = node.string == "none" ? 0 : node.number else {
      throw PaletteFileProblem(
        node, .unexpected(expected: "a number or 'none' as a component of \(what)", found: node.value.kind))
    }
    parts.append(part)
  }
  return parts
}

private func readAlpha(_ node: JSONNode, _ list: inout SwatchList) throws(PaletteFileProblem) {
  guard let alpha = node.number, (0...1).contains(alpha) else {
    throw PaletteFileProblem(
      node, .unexpected(expected: "an alpha 0...1", found: node.number.map(shortNumber) ?? node.value.kind))
  }
  if alpha < 1 { list.note(alphaNote) }
}

/// The hex text that the specification asks for beside spaces that a program may not know.
private func fallback(
  _ value: JSONNode, _ space: String, _ list: inout SwatchList
) throws(PaletteFileProblem) -> SRGB {
  guard let node = value["hex"], let text = try textIfAny(node, "hex") else {
    let spaces = knownSpaces.joined(separator: ", ")
    let what = "the colour space '\(printable(space))' is read only with a hex beside it; known are \(spaces)"
    throw PaletteFileProblem(value["colorSpace"] ?? value, .unsupported(what))
  }
  list.note("colours in '\(printable(space))' were taken from the hex beside them")
  return try hex(node, text, &list)
}

private func hex(_ node: JSONNode, _ text: String, _ list: inout SwatchList) throws(PaletteFileProblem)
  -> SRGB
{
  guard text.hasPrefix("#"), let word = HexWord(text) else {
    throw PaletteFileProblem(
      node, .unexpected(expected: "a colour such as #0b1d3a", found: "'\(printable(text))'"))
  }
  if word.hasAlpha { list.note(alphaNote) }
  return word.color
}
