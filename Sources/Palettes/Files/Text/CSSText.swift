import Color

/// Custom properties on `:root`, named after the colours.
func cssText(_ list: SwatchList) -> String {
  // A comment ends at the first star and slash, also inside a name.
  let title = oneLine(list.name ?? "").replacing("*/", with: "* /")
  var names = UniqueNames()
  var text = title.isEmpty ? "" : "/* \(title) */\n"
  text += ":root {\n"
  for (index, swatch) in list.swatches.enumerated() {
    let name = names.unique(hyphenated(swatch.name, fallback: "color-\(index + 1)"))
    text += "  --\(name): \(swatch.color.hex);\n"
  }
  return text + "}\n"
}
