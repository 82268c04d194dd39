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
      guard var request = piece(node, path.index(index)) else { return nil }
      let isLight = request.options.first.map(\.isLight) ?? request.picture!.isLight
      if isLight { numbers.light += 1 } else { numbers.furniture += 1 }
      request.key = isLight ? "L\(numbers.light)" : "F\(numbers.furniture)"
      return request
    }
  }

  private mutating func piece(
    _ node: JSONNode, _ path: JSONPath
  ) -> FurnitureRequest? {
    guard node.object != nil, node["piece"] != nil || node["file"] != nil else {
      problem(
        node.position, path,
        "must be an object such as { piece: \"sofa\", width: 2.2 } or { file: \"chair.png\", title: \"Chair\" }"
      )
      return nil
    }
    if node["file"] != nil { return pictured(node, path) }
    guard let names = pieceNames(node["piece"]!, path.key("piece")) else { return nil }
    let entries = names.compactMap { Catalog.entry($0, in: .furniture) }
    let settings = entries.flatMap { $0.parameters.map(\.name) }
    guard checkKeys(node, path, known: ["piece", "count", "title"] + settings, later: []) else { return nil }
    let options = entries.map { entry -> any FurniturePiece in
      let values = self.settings(node, path, of: entry)
      return Catalog.piece(entry.name) { values[$0] }!
    }
    let use = type(of: options[0]).use
    let others = Catalog.pieces.filter { type in type.use == use && !names.contains(type.name) }.map {
      type -> any FurniturePiece in type.init()
    }
    return FurnitureRequest(
      options: options + others, named: options.count, count: count(node, path), title: title(node, path))
  }

  private mutating func count(_ node: JSONNode, _ path: JSONPath) -> Int {
    let count = number(node, "count", path, in: 1...20) ?? 1
    if count != count.rounded() {
      problem(node["count"]!.position, path.key("count"), "must be a whole number")
    }
    return Int(count)
  }

  private mutating func title(_ node: JSONNode, _ path: JSONPath) -> String? {
    text(node, "title", path, required: false, limit: 60).map(typographic)
  }

  /// What the client gives a picture of. A piece of the library, stretched to its size, stands for it in the room;
  /// without one it is shown and not placed.
  private mutating func pictured(
    _ node: JSONNode, _ path: JSONPath
  ) -> FurnitureRequest? {
    let known = [
      "file", "credit", "license", "piece", "light", "count", "title", "width", "depth", "height",
    ]
    guard checkKeys(node, path, known: known, later: []) else { return nil }
    let sides = ["width", "depth", "height"].map { number(node, $0, path, in: 0.02...10) }
    let isLight = flag(node, "light", path)
    let name = node["piece"].flatMap { wanted in
      text(wanted, path.key("piece"), limit: 60).flatMap {
        check($0, wanted, path.key("piece"), Catalog.entries(of: .furniture).map(\.name))
      }
    }
    guard node["piece"] == nil || name != nil else { return nil }
    let piece = name.flatMap { Catalog.piece($0) { _ in nil } }?
      .resized(width: sides[0], depth: sides[1], height: sides[2])
    guard piece != nil || sides.allSatisfy({ $0 == nil }) || !sides.contains(nil) else {
      problem(
        node.position, path,
        "needs width, depth and height in metres, or none of them, or a 'piece' that stands for it")
      return nil
    }
    guard let photo = photo(node, path) else { return nil }
    let size = piece?.size ?? sides[0].map { Vector3($0, sides[1]!, sides[2]!) }
    return FurnitureRequest(
      options: piece.map { [$0] } ?? [], count: count(node, path), title: title(node, path),
      picture: FurniturePicture(photo, size: size, isLight: isLight))
  }

  private mutating func flag(_ node: JSONNode, _ key: String, _ path: JSONPath) -> Bool {
    guard let value = node[key] else { return false }
    if case .bool(let flag) = value.value { return flag }
    problem(value.position, path.key(key), "must be true or false")
    return false
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
