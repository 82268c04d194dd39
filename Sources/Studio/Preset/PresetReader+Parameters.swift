import JSON5
import Parameters

extension PresetReader {
  /// Reads `parameters`: selectors first, since they decide which components the other names belong to.
  mutating func read(parameters node: JSONNode, into space: inout Space) {
    let path = JSONPath().key("parameters")
    guard let members = node.object else {
      return problem(node.position, path, "must be an object { ... }, not \(node.value.kind)")
    }
    let selectors = space.groups.map(\.family.selector)
    for member in members where selectors.contains(member.key) {
      choose(member.value, path.key(member.key), in: &space)
    }
    for member in members where !selectors.contains(member.key) {
      parameter(member, path.key(member.key), in: &space)
    }
  }

  private mutating func choose(_ node: JSONNode, _ path: JSONPath, in space: inout Space) {
    guard case .key(let name) = path.steps.last,
      let index = space.groups.firstIndex(where: { $0.family.selector == name })
    else { return }
    let family = space.groups[index].family
    let entries = Catalog.entries(of: family)
    let usable = entries.filter { $0.isUsable(exemplars: exemplarCount) }.map(\.name)
    let (names, all) =
      family.isOfBrief ? ([CatalogEntry.scheme], [CatalogEntry.scheme]) : (usable, entries.map(\.name))
    guard let (chosen, weights) = choices(node, path, among: names, of: all) else { return }
    let components = chosen.compactMap { name in
      space.groups[index].components.first { $0.entry.name == name }
    }
    // Only possible when `--set` contradicts the preset's own choice; the command's word is the last one.
    space.groups[index].components =
      components.count == chosen.count
      ? components
      : chosen.map { ComponentSpace(Catalog.entry($0, in: family)!, exemplars: exemplarCount) }
    space.groups[index].weights = weights
  }

  /// One name of `all`, or `{ choose: [...], weights: [...] }`; `"*"` stands for those that can be used here.
  private mutating func choices(
    _ node: JSONNode, _ path: JSONPath, among names: [String], of all: [String]
  ) -> (names: [String], weights: AliasTable)? {
    if let name = node.string {
      return name == "*"
        ? (names, AliasTable(weights: names.map { _ in 1 })!)
        : check(name, node, path, names, of: all).map { ([$0], AliasTable(weights: [1])!) }
    }
    guard node.object != nil, checkKeys(node, path, known: ["choose", "weights"], later: []),
      let list = node["choose"]?.array, !list.isEmpty
    else {
      problem(
        node.position, path, "must be a name or { choose: [names] } (names: \(names.joined(separator: ", ")))"
      )
      return nil
    }
    if list.count == 1, list[0].string == "*" {
      return weights(node, path, count: names.count).map { (names, $0) }
    }
    let chosen = list.enumerated().compactMap { index, item -> String? in
      let place = path.key("choose").index(index)
      guard let name = item.string else {
        problem(item.position, place, "must be a name")
        return nil
      }
      return check(name, item, place, names, of: all)
    }
    guard chosen.count == list.count, let table = weights(node, path, count: chosen.count) else { return nil }
    return (chosen, table)
  }

  mutating func check(
    _ name: String, _ node: JSONNode, _ path: JSONPath, _ names: [String], of all: [String] = []
  ) -> String? {
    if names.contains(name) { return name }
    if all.contains(name) {
      problem(
        node.position, path,
        "'\(name)' works after an exemplar: add style: { exemplars: [{ file: \"print.jpg\", credit: \"...\" }] }\(Catalog.takesProfile(name) ? " or style: \"my.style.json\"" : "")"
      )
      return nil
    }
    let hint = nearest(name, in: names).map { "; did you mean '\($0)'?" } ?? ""
    problem(node.position, path, "'\(name)' is unknown\(hint) (choices: \(names.joined(separator: ", ")))")
    return nil
  }

  mutating func weights(_ node: JSONNode, _ path: JSONPath, count: Int) -> AliasTable? {
    guard let list = node["weights"] else { return AliasTable(weights: [Double](repeating: 1, count: count)) }
    let numbers = list.array?.compactMap(\.number) ?? []
    if numbers.count == count, list.array?.count == count, let table = AliasTable(weights: numbers) {
      return table
    }
    problem(
      list.position, path.key("weights"),
      "must be \(count) numbers, none negative and not all 0: one for each choice")
    return nil
  }

  private mutating func parameter(_ member: JSONMember, _ path: JSONPath, in space: inout Space) {
    if member.key == Space.showGrid {
      guard let shows = member.value.bool else {
        return problem(member.value.position, path, "must be true or false")
      }
      space.showsGrid = shows
      return
    }
    let parts = member.key.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let family = Family(group: parts[0]),
      let group = space.groups.firstIndex(where: { $0.family == family })
    else { return unknown(member, path, in: space) }
    var found = false
    for c in space.groups[group].components.indices {
      let component = space.groups[group].components[c]
      guard let s = component.slots.firstIndex(where: { $0.declaration.name == parts[1] }) else { continue }
      found = true
      guard let opening = opening(member.value, component.slots[s].declaration, component.entry.name, path)
      else { return }
      space.groups[group].components[c].slots[s].opening = opening
    }
    if !found { unknown(member, path, in: space) }
  }

  private mutating func unknown(_ member: JSONMember, _ path: JSONPath, in space: Space) {
    let names = space.names
    let all = Catalog.entries.flatMap { e in e.parameters.map { "\(e.family.group).\($0.name)" } }
    if all.contains(member.key) {
      let owners = Catalog.entries.filter { e in
        e.parameters.contains { "\(e.family.group).\($0.name)" == member.key }
      }
      return problem(
        member.keyPosition, path,
        "none of the chosen components has this parameter (it belongs to \(owners.map(\.name).joined(separator: ", ")))"
      )
    }
    let hint = nearest(member.key, in: names).map { "; did you mean '\($0)'?" } ?? ""
    problem(
      member.keyPosition, path,
      "is unknown\(hint) (groups: \(space.groups.map(\.family.group).joined(separator: ", ")); see 'maquette list')"
    )
  }

  /// What a preset says of one declared parameter, checked against its domain.
  private mutating func opening(
    _ node: JSONNode, _ declaration: ParameterDeclaration, _ owner: String, _ path: JSONPath
  ) -> Opening? {
    if node.object != nil { return openingObject(node, declaration, owner, path) }
    return value(node, declaration, owner, path).map { .fixed($0) }
  }

  private mutating func openingObject(
    _ node: JSONNode, _ declaration: ParameterDeclaration, _ owner: String, _ path: JSONPath
  ) -> Opening? {
    guard checkKeys(node, path, known: ["range", "choose", "weights"], later: []) else { return nil }
    if let range = node["range"] { return self.range(range, declaration, owner, path.key("range")) }
    guard let list = node["choose"]?.array, !list.isEmpty else {
      problem(node.position, path, "must be a value, { range: [low, high] } or { choose: [values] }")
      return nil
    }
    if list.count == 1, list[0].string == "*" { return .open(declaration.domain) }
    let place = path.key("choose")
    let values = list.enumerated().compactMap { value($1, declaration, owner, place.index($0)) }
    guard values.count == list.count, let table = weights(node, path, count: values.count) else { return nil }
    return .list(values, table)
  }

  private mutating func range(
    _ node: JSONNode, _ declaration: ParameterDeclaration, _ owner: String, _ path: JSONPath
  ) -> Opening? {
    guard let ends = node.array, ends.count == 2, let low = ends[0].number, let high = ends[1].number,
      low <= high
    else {
      problem(node.position, path, "must be two numbers [low, high]")
      return nil
    }
    switch declaration.domain {
    case .real(let whole, let scale) where whole.contains(low) && whole.contains(high):
      return .open(.real(low...high, scale))
    case .integer(let whole):
      if let a = ends[0].integer, let b = ends[1].integer, whole.contains(a), whole.contains(b) {
        return .open(.integer(a...b))
      }
    default: break
    }
    outOfDomain(node, declaration, owner, path)
    return nil
  }

  mutating func value(
    _ node: JSONNode, _ declaration: ParameterDeclaration, _ owner: String, _ path: JSONPath
  ) -> ParameterValue? {
    let value: ParameterValue? =
      switch (declaration.domain, node.value) {
      case (.real, .number(let n)): .number(n.value)
      case (.integer, .number(let n)): n.integer.map { .integer($0) }
      case (.choice, .string(let s)): .choice(s)
      case (.flag, .bool(let b)): .flag(b)
      default: nil
      }
    if let value, declaration.domain.contains(value) { return value }
    outOfDomain(node, declaration, owner, path)
    return nil
  }

  private mutating func outOfDomain(
    _ node: JSONNode, _ declaration: ParameterDeclaration, _ owner: String, _ path: JSONPath
  ) {
    var hint = ""
    if case .choice(let names) = declaration.domain, let word = node.string {
      hint = nearest(word, in: names).map { "; did you mean '\($0)'?" } ?? ""
    }
    let shown = JSONText.compact(JSONTree(node))
    problem(
      node.position, path,
      "\(shown) is out of range: \(declaration.name) of '\(owner)' takes \(declaration.domain.typeName) \(declaration.domain.text)\(hint)"
    )
  }
}
