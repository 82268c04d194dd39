import Boards
import Color
import Composition
import Geometry
import JSON5
import Materials
import Parameters
import Raster

extension PresetReader {
  // MARK: Materials

  /// `materials`: one object a place, keyed from the ceiling down.
  mutating func materials(
    _ node: JSONNode?, _ parent: SourcePosition, _ path: JSONPath, _ paints: [PaintItem]
  ) -> [MaterialItem] {
    guard let node else {
      problem(parent, path, "is missing, for example { floor: { name: \"oak\", share: 0.35 } }")
      return []
    }
    guard checkKeys(node, path, known: MaterialPlace.allCases.map(\.rawValue), later: []) else { return [] }
    let places = MaterialPlace.allCases.filter { node[$0.rawValue] != nil }
    guard (1...14).contains(places.count) else {
      problem(node.position, path, "must name 1...14 materials, not \(places.count)")
      return []
    }
    return places.enumerated().compactMap { index, place in
      material(node[place.rawValue]!, path.key(place.rawValue), place, key: "M\(index + 1)", paints)
    }
  }

  private mutating func material(
    _ node: JSONNode, _ path: JSONPath, _ place: MaterialPlace, key: String, _ paints: [PaintItem]
  ) -> MaterialItem? {
    guard node.object != nil else {
      problem(node.position, path, "must be an object such as { name: \"oak\", share: 0.35 }")
      return nil
    }
    guard let named = options(node, path, place) else { return nil }
    let own = [
      "name", "choose", "weights", "file", "credit", "license", "focus", "share", "note", "color", "paint",
      "title",
    ]
    let settings = named.flatMap { Catalog.entry($0.name, in: .material)?.parameters.map(\.name) ?? [] }
    let ofPhoto = node["file"] == nil ? [] : Self.photoSettings
    guard checkKeys(node, path, known: own + settings + ofPhoto, later: []) else { return nil }
    let share = number(node, "share", path, in: 0.005...1)
    if node["share"] == nil {
      problem(node.position, path.key("share"), "is missing: the part of the room that it covers, 0.005...1")
    }
    let title = text(node, "title", path, required: false, limit: 60).map(typographic)
    return MaterialItem(
      key: key, place: place, share: share ?? 0.1,
      options: named.map { option in
        MaterialOption(
          name: option.name, title: named.count == 1 ? title ?? option.title : option.title,
          option.material, photo: option.photo)
      } + others(than: named),
      named: named.count, weights: drawWeights(node, path, count: named.count),
      note: text(node, "note", path, required: false, limit: 80).map(typographic),
      color: color(node["color"], path.key("color")), paint: paint(node["paint"], path.key("paint"), paints))
  }

  private mutating func drawWeights(_ node: JSONNode, _ path: JSONPath, count: Int) -> [Double] {
    guard node["weights"] != nil, weights(node, path, count: count) != nil else { return [] }
    return node["weights"]?.array?.compactMap(\.number) ?? []
  }

  /// What the brief names for a place: one material, several to choose from, or a photo.
  private mutating func options(
    _ node: JSONNode, _ path: JSONPath, _ place: MaterialPlace
  ) -> [MaterialOption]? {
    let ways = ["name", "choose", "file"].filter { node[$0] != nil }
    guard ways.count == 1 else {
      problem(
        node.position, path, "needs one of 'name' (oak), 'choose' ([\"oak\", \"ash\"]) or 'file' (a photo)")
      return nil
    }
    if ways[0] == "file" { return photographed(node, path, place).map { [$0] } }
    if let name = node["name"] { return named(name, path.key("name"), place, settings: (node, path)) }
    let at = path.key("choose")
    guard let list = node["choose"]?.array, (1...40).contains(list.count) else {
      problem(node["choose"]!.position, at, "must be a list of names of materials and of photos, or [\"*\"]")
      return nil
    }
    var chosen: [MaterialOption] = []
    for (index, item) in list.enumerated() {
      let found =
        item.object == nil
        ? named(item, at.index(index), place, settings: (node, path))
        : photoChoice(item, at.index(index), place).map { [$0] }
      guard let found else { return nil }
      chosen += found.filter { option in !chosen.contains { $0.name == option.name } }
    }
    return chosen
  }

  /// The material of a name, or those that people use in the place for `"*"`.
  private mutating func named(
    _ name: JSONNode, _ path: JSONPath, _ place: MaterialPlace, settings: (node: JSONNode, path: JSONPath)
  ) -> [MaterialOption]? {
    let names = Catalog.entries(of: .material).map(\.name)
    guard let word = text(name, path, limit: 60) else { return nil }
    let found = word == "*" ? place.usual : check(word, name, path, names).map { [$0] }
    return found?.compactMap { drawn($0, settings.node, settings.path) }
  }

  /// What may stand beside a material's file.
  private static var photoSettings: [String] {
    (Catalog.photoMaterial.parameters + Catalog.photoTiling.parameters).map(\.name)
  }

  /// One photo of several choices.
  private mutating func photoChoice(
    _ node: JSONNode, _ path: JSONPath, _ place: MaterialPlace
  ) -> MaterialOption? {
    let known = ["file", "credit", "license", "focus", "title"] + Self.photoSettings
    guard checkKeys(node, path, known: known, later: []) else { return nil }
    return photographed(node, path, place)
  }

  /// A material by the client's photo, spread at the scale that `width` gives.
  private mutating func photographed(
    _ node: JSONNode, _ path: JSONPath, _ place: MaterialPlace
  ) -> MaterialOption? {
    guard let photo = photo(node, path) else { return nil }
    let ofTiling = settings(node, path, of: Catalog.photoTiling)
    let tiling = PhotoTiling.make { ofTiling[$0] }
    let ofMaterial = settings(node, path, of: Catalog.photoMaterial)
    var material = PhotoMaterial.make { ofMaterial[$0] }
    if files?.access != nil {
      do { try tiling.check(width: photo.width, height: photo.height) } catch {
        problem(node["file"]!.position, path.key("file"), "'\(photo.name)': \(error)")
        return nil
      }
    }
    material.show(width: photo.width, height: photo.height, tiling: tiling) { width, height in
      .shallow(
        photo.bitmap(crop: Rect(0, 0, 1, 1), width: width, height: height, pixelsPerMillimetre: 1))
    }
    let title = text(node, "title", path, required: false, limit: 60).map(typographic)
    return MaterialOption(
      name: photo.name, title: title ?? sentence(place.words), material, photo: photo)
  }

  /// A material of the catalogue with the settings that stand beside its name.
  private mutating func drawn(_ name: String, _ node: JSONNode, _ path: JSONPath) -> MaterialOption? {
    guard let entry = Catalog.entry(name, in: .material) else { return nil }
    let values = settings(node, path, of: entry)
    return MaterialOption(name: name, title: sentence(name), Catalog.material(name) { values[$0] }!)
  }

  /// The parameters of a component that an object names beside other keys.
  mutating func settings(
    _ node: JSONNode, _ path: JSONPath, of entry: CatalogEntry
  ) -> [String: ParameterValue] {
    var values: [String: ParameterValue] = [:]
    for declaration in entry.parameters {
      guard let given = node[declaration.name] else { continue }
      values[declaration.name] = value(given, declaration, entry.name, path.key(declaration.name))
    }
    return values
  }

  /// The rest of the catalogue: for `--set` and `--vary`, which may go beyond what the brief names.
  private func others(than named: [MaterialOption]) -> [MaterialOption] {
    Catalog.entries(of: .material).filter { entry in !named.contains { $0.name == entry.name } }.map {
      MaterialOption(name: $0.name, title: sentence($0.name), Catalog.material($0.name) { _ in nil }!)
    }
  }

  private mutating func color(_ node: JSONNode?, _ path: JSONPath) -> SRGB? {
    guard let node else { return nil }
    if let color = node.string.flatMap(SRGB.init(hex:)) { return color }
    problem(node.position, path, "must be a colour such as \"#0b1d3a\"")
    return nil
  }

  /// The key of the paint with that code.
  private mutating func paint(_ node: JSONNode?, _ path: JSONPath, _ paints: [PaintItem]) -> String? {
    guard let node, let code = text(node, path, limit: 60) else { return nil }
    if let item = paints.first(where: { $0.options.contains { $0.code == code } }) { return item.key }
    let codes = paints.flatMap { $0.options.map(\.code) }
    let hint = nearest(code, in: codes).map { "; did you mean '\($0)'?" } ?? ""
    problem(
      node.position, path,
      "'\(code)' is no paint of this brief\(hint) (paints: \(codes.joined(separator: ", ")))")
    return nil
  }

  // MARK: Paints

  mutating func paints(_ node: JSONNode?, _ path: JSONPath) -> [PaintItem] {
    guard let node else { return [] }
    guard let list = node.array, list.count <= 8 else {
      problem(
        node.position, path, "must be a list of at most 8 paints, each { code: \"...\", hex: \"#dedbd2\" }")
      return []
    }
    return list.enumerated().compactMap { paint($1, path.index($0), key: "P\($0 + 1)") }
  }

  private mutating func paint(_ node: JSONNode, _ path: JSONPath, key: String) -> PaintItem? {
    guard checkKeys(node, path, known: ["code", "hex", "name", "share", "choose"], later: []) else {
      return nil
    }
    let share = number(node, "share", path, in: 0.005...1)
    guard let list = node["choose"] else {
      return paintOption(node, path).map { PaintItem(key: key, options: [$0], share: share) }
    }
    let place = path.key("choose")
    guard let nodes = list.array, (1...12).contains(nodes.count) else {
      problem(list.position, place, "must be a list of 1...12 paints")
      return nil
    }
    let options = nodes.enumerated().compactMap { index, node -> PaintOption? in
      let place = place.index(index)
      guard checkKeys(node, place, known: ["code", "hex", "name"], later: []) else { return nil }
      return paintOption(node, place)
    }
    return options.count == nodes.count ? PaintItem(key: key, options: options, share: share) : nil
  }

  private mutating func paintOption(_ node: JSONNode, _ path: JSONPath) -> PaintOption? {
    guard let code = text(node, "code", path, required: true, limit: 40) else { return nil }
    guard let hex = node["hex"] else {
      problem(node.position, path.key("hex"), "is missing: how the paint looks, such as \"#dedbd2\"")
      return nil
    }
    let name = text(node, "name", path, required: false, limit: 40).map(typographic)
    return color(hex, path.key("hex")).map { PaintOption(code: code, name: name, color: $0) }
  }
}
