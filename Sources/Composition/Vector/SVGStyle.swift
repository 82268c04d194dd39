import Color
import Geometry

/// What an element of an SVG file takes from those around it: its place and its fill.
struct SVGStyle {
  enum Fill {
    /// The file names no colour, or asks for the one of its surroundings.
    case current
    case solid(SRGB)

    var color: SRGB? { if case .solid(let color) = self { color } else { nil } }
  }

  var transform = Affine.identity
  /// Nil for no fill.
  var fill: Fill? = .current
  var alpha = 1.0
  var isEvenOdd = false
  var isShown = true

  var hidden: SVGStyle {
    var style = self
    style.isShown = false
    return style
  }

  /// The style inside `tag`; throws for what cannot be drawn as a filled outline.
  func inner(_ tag: XMLTags.Tag, takesTransform: Bool = true) throws(SVGProblem) -> SVGStyle {
    var style = self
    let declared = Self.declarations(tag["style"] ?? "")
    for (name, value) in tag.attributes.filter({ $0.name != "style" }) + declared {
      try style.take(name, value.trimmed, tag, takesTransform)
    }
    return style
  }

  private mutating func take(
    _ name: String, _ value: String, _ tag: XMLTags.Tag, _ takesTransform: Bool
  ) throws(SVGProblem) {
    func problem(_ hint: String) -> SVGProblem {
      .attribute(name, value: value, element: tag.name, line: tag.line, hint: hint)
    }
    switch name {
    case "transform" where takesTransform:
      guard let own = SVGTransform.parsed(value) else { throw problem("it cannot be read as a transform") }
      transform = own.then(transform)
    case "fill":
      guard value != "none" else { return fill = nil }
      if value == "currentColor" || value == "inherit" { return fill = value == "inherit" ? fill : .current }
      guard let color = Self.color(value) else { throw problem("a fill must be one plain colour") }
      fill = .solid(color)
    case "fill-rule": isEvenOdd = value == "evenodd"
    case "fill-opacity", "opacity":
      guard let share = SVGNumbers.single(value), (0...1).contains(share) else {
        throw problem("it must be 0 to 1")
      }
      guard name == "fill-opacity" || tag.name != "g" || share == 1 else {
        throw problem("a group cannot be translucent as a whole: give its shapes a fill-opacity")
      }
      alpha *= share
    case "display" where value == "none", "visibility" where value == "hidden": isShown = false
    case "stroke" where value != "none": throw problem("convert strokes to outlines")
    case "clip-path", "mask", "filter":
      guard value != "none" else { return }
      throw problem("a logo may hold plain fills only")
    default: break
    }
  }

  /// `name: value` pairs parted by semicolons.
  private static func declarations(_ text: String) -> [(name: String, value: String)] {
    text.split(separator: ";").compactMap { part in
      let pair = part.split(separator: ":", maxSplits: 1)
      return pair.count == 2 ? (String(pair[0]).trimmed, String(pair[1]).trimmed) : nil
    }
  }

  /// `#rgb`, `#rrggbb`, `rgb(r, g, b)` and the sixteen names of HTML 4.
  private static func color(_ text: String) -> SRGB? {
    let name = text.lowercased()
    if let hex = names.first(where: { $0.name == name })?.hex { return SRGB(hex: hex) }
    if name.hasPrefix("#"), name.count == 4 {
      return SRGB(hex: "#" + name.dropFirst().map { "\($0)\($0)" }.joined())
    }
    if name.hasPrefix("rgb("), name.hasSuffix(")") {
      let parts = SVGNumbers.list(String(name.dropFirst(4).dropLast()))
      guard let parts, parts.count == 3, parts.allSatisfy({ (0...255).contains($0) }) else { return nil }
      return SRGB(parts[0] / 255, parts[1] / 255, parts[2] / 255)
    }
    return name.hasPrefix("#") ? SRGB(hex: name) : nil
  }

  private static let names: [(name: String, hex: String)] = [
    ("black", "#000000"), ("silver", "#c0c0c0"), ("gray", "#808080"), ("white", "#ffffff"),
    ("maroon", "#800000"), ("red", "#ff0000"), ("purple", "#800080"), ("fuchsia", "#ff00ff"),
    ("green", "#008000"), ("lime", "#00ff00"), ("olive", "#808000"), ("yellow", "#ffff00"),
    ("navy", "#000080"), ("blue", "#0000ff"), ("teal", "#008080"), ("aqua", "#00ffff"),
  ]
}

/// `translate(...) rotate(...)` and the like, the last applied first.
enum SVGTransform {
  static func parsed(_ text: String) -> Affine? {
    var result = Affine.identity
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      guard let close = rest[open...].firstIndex(of: ")") else { return nil }
      let name = String(rest[..<open].filter { !$0.isWhitespace && $0 != "," })
      let numbers = SVGNumbers.list(String(rest[rest.index(after: open)..<close]))
      guard let numbers, let one = single(name, numbers) else { return nil }
      result = one.then(result)
      rest = rest[rest.index(after: close)...]
    }
    return rest.allSatisfy(\.isWhitespace) ? result : nil
  }

  private static func single(_ name: String, _ n: [Double]) -> Affine? {
    switch (name, n.count) {
    case ("translate", 1): .translation(n[0], 0)
    case ("translate", 2): .translation(n[0], n[1])
    case ("scale", 1): .scale(n[0], n[0])
    case ("scale", 2): .scale(n[0], n[1])
    case ("rotate", 1): .rotation(n[0] * Double.pi / 180)
    case ("rotate", 3):
      Affine.translation(-n[1], -n[2]).then(.rotation(n[0] * Double.pi / 180))
        .then(.translation(n[1], n[2]))
    case ("matrix", 6): Affine(a: n[0], b: n[1], c: n[2], d: n[3], tx: n[4], ty: n[5])
    default: nil
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = self[...].drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
