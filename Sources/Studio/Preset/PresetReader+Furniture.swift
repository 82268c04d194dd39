import Boards
import Interiors
import JSON5
import Parameters

extension PresetReader {
  /// `furniture`: pieces in the order in which they are placed, the main one first.
  mutating func furniture(_ node: JSONNode?, _ path: JSONPath) -> [FurnitureRequest] {
    guard let node else { return [] }
    guard let list = node.array, list.count <= 24 else {
      problem(
        node.position, path, "must be a list of at most 24 pieces, each { piece: \"sofa\", width: 2.2 }")
      return []
    }
    var numbers = (furniture: 0, light: 0)
    return list.enumerated().compactMap { index, node in
      guard let request = piece(node, path.index(index)) else { return nil }
      let isLight = request.options[0].isLight
      if isLight { numbers.light += 1 } else { numbers.furniture += 1 }
      let key = isLight ? "L\(numbers.light)" : "F\(numbers.furniture)"
      return FurnitureRequest(
        key: key, options: request.options, named: request.named, count: request.count, title: request.title)
    }
  }

  private mutating func piece(
    _ node: JSONNode, _ path: JSONPath
  ) -> (options: [any FurniturePiece], named: Int, count: Int, title: String?)? {
    guard node.object != nil, let wanted = node["piece"] else {
      problem(node.position, path, "must be an object such as { piece: \"sofa\", width: 2.2 }")
      return nil
    }
    guard let names = pieceNames(wanted, path.key("piece")) else { return nil }
    let entries = names.compactMap { Catalog.entry($0, in: .furniture) }
    let settings = entries.flatMap { $0.parameters.map(\.name) }
    guard checkKeys(node, path, known: ["piece", "count", "title"] + settings, later: []) else { return nil }
    let count = number(node, "count", path, in: 1...20) ?? 1
    if count != count.rounded() {
      problem(node["count"]!.position, path.key("count"), "must be a whole number")
    }
    let options = entries.map { entry -> any FurniturePiece in
      let values = self.settings(node, path, of: entry)
      return Catalog.piece(entry.name) { values[$0] }!
    }
    let use = type(of: options[0]).use
    let others = Catalog.pieces.filter { type in type.use == use && !names.contains(type.name) }.map {
      type -> any FurniturePiece in type.init()
    }
    return (
      options + others, options.count, Int(count),
      text(node, "title", path, required: false, limit: 60).map(typographic)
    )
  }

  /// One name, or `{ choose: [names] }`.
  private mutating func pieceNames(_ node: JSONNode, _ path: JSONPath) -> [String]? {
    let all = Catalog.entries(of: .furniture).map(\.name)
    if node.string != nil { return check(node.string!, node, path, all).map { [$0] } }
    guard node.object != nil, checkKeys(node, path, known: ["choose"], later: []),
      let list = node["choose"]?.array, (1...12).contains(list.count)
    else {
      problem(node.position, path, "must be the name of a piece, or { choose: [names] }")
      return nil
    }
    let place = path.key("choose")
    let names = list.enumerated().compactMap { index, item -> String? in
      text(item, place.index(index), limit: 60).flatMap { check($0, item, place.index(index), all) }
    }
    return names.count == list.count ? names : nil
  }
}

extension FurniturePiece {
  /// Lamps have keys of their own.
  fileprivate var isLight: Bool { [.floorLamp, .tableLamp, .pendant].contains(Self.use) }
}
