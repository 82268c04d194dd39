import Parameters
import Studio

extension Verb {
  static let help = Verb(
    name: "help", usage: "maquette help [VERB|COMPONENT]", summary: "explains a verb or a component",
    options: [], examples: ["maquette help sheet", "maquette help contours"],
    run: { arguments in
      guard let name = arguments.operands.first else { return try Console.print(Help.overview) }
      if let verb = Verb.all.first(where: { $0.name == name }) {
        return try Console.print(Help.text(for: verb))
      }
      let short = name.split(separator: "/").last.map(String.init) ?? name
      let entries = Catalog.entries.filter { $0.name == short || "\($0.family.rawValue)/\($0.name)" == name }
      guard !entries.isEmpty else {
        let names = Verb.all.map(\.name) + Catalog.entries.map(\.name)
        let hint = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
        throw Failure(.usage, "there is no verb or component '\(name)'\(hint) (see 'maquette list')")
      }
      try Console.print(entries.map(Help.text).joined(separator: "\n\n"))
    })
}

/// Texts made from the declarations.
enum Help {
  static var overview: String {
    let verbs = Verb.all.map { "  \(pad($0.name, 8))\($0.summary)" }.joined(separator: "\n")
    return """
      maquette: from one preset to a contact sheet of design variants

        maquette sheet Presets/posters/blue-hour.json -o sheet.png
        maquette render sheet.png --tile 7 -o poster.png

      verbs:
      \(verbs)

      'maquette help VERB' lists a verb's options, 'maquette list' all components, 'maquette --version' the version.
      """
  }

  static func text(for verb: Verb) -> String {
    var text = verb.examples.map { "  " + $0 }.joined(separator: "\n")
    text += "\n\n\(verb.usage)\n  \(verb.summary)"
    if !verb.options.isEmpty { text += "\n\noptions:\n" + verb.options.map(line).joined(separator: "\n") }
    return text
  }

  private static func line(_ option: Option) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = option.value.map { " \($0)" } ?? ""
    return "  \(short)\(pad("--\(option.name)\(value)", 22))\(option.summary)"
  }

  static func text(for entry: CatalogEntry) -> String {
    let group = entry.family.group
    let parameters = entry.parameters.map { p -> String in
      let unit = p.unit.map { " \($0)" } ?? ""
      let condition =
        p.condition.map { "; while \(group).\($0.parameter) is \($0.values.joined(separator: " or "))" } ?? ""
      return
        "  \(pad("\(group).\(p.name)", 24))\(p.domain.typeName) \(p.domain.text)\(unit), default \(p.defaultValue)\n"
        + "  \(pad("", 24))\(p.summary)\(condition)"
    }
    return
      "\(entry.family.rawValue) \(entry.name): \(entry.summary)\n  (\(entry.family.selector): \"\(entry.name)\")\n\n"
      + (parameters.isEmpty ? "  no parameters" : parameters.joined(separator: "\n"))
  }

  static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }
}
