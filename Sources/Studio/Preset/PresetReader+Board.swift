import Boards
import Composition
import Geometry
import ImageFiles
import Interiors
import JSON5
import Parameters

extension PresetReader {
  /// Keys that make a preset the brief of a concept board.
  static let boardKeys = ["board", "room", "materials", "paints", "furniture", "items", "photos"]

  /// The brief of a concept board; nil if something is wrong with it.
  mutating func brief(_ root: JSONNode) -> BoardBrief? {
    let path = JSONPath()
    let furniture = self.furniture(root["furniture"], path.key("furniture"))
    guard let room = room(root["room"], root.position, path.key("room")) else { return nil }
    var brief = BoardBrief(room: room)
    brief.furniture = furniture
    brief.paints = paints(root["paints"], path.key("paints"))
    brief.materials = materials(root["materials"], root.position, path.key("materials"), brief.paints)
    brief.photos = photos(root["photos"], path.key("photos"))
    if let node = root["board"],
      checkKeys(node, path.key("board"), known: ["client", "project", "mood"], later: [])
    {
      let place = path.key("board")
      func words(_ key: String) -> String? {
        text(node, key, place, required: false, limit: 120).map(typographic)
      }
      (brief.client, brief.project, brief.mood) = (words("client"), words("project"), words("mood"))
    }
    if let node = root["items"] { items(node, path.key("items"), of: root, into: &brief) }
    return brief
  }

  private mutating func photos(_ node: JSONNode?, _ path: JSONPath) -> [Photo] {
    guard let node else { return [] }
    guard let list = node.array, list.count <= 3 else {
      problem(
        node.position, path, "must be a list of at most 3 photos, each { file: \"...\", credit: \"...\" }")
      return []
    }
    return list.enumerated().compactMap { index, node in
      let place = path.index(index)
      guard checkKeys(node, place, known: ["file", "focus", "credit", "license"], later: []) else {
        return nil
      }
      return photo(node, place)
    }
  }

  // MARK: Room

  private mutating func room(_ node: JSONNode?, _ parent: SourcePosition, _ path: JSONPath) -> Room? {
    guard let node else {
      problem(
        parent, path, "is missing, for example { type: \"living\", width: 5.2, depth: 4.1, height: 2.7 }")
      return nil
    }
    guard checkKeys(node, path, known: ["type", "width", "depth", "height", "openings", "north"], later: [])
    else {
      return nil
    }
    let kinds = Room.Kind.allCases.map(\.rawValue)
    let kind = text(node, "type", path, required: true, limit: 40)
      .flatMap { check($0, node["type"]!, path.key("type"), kinds) }.flatMap(Room.Kind.init)
    let sides = ["width", "depth", "height"].map { needNumber(node, $0, path) }
    let openings = self.openings(node["openings"], path.key("openings"))
    let north = number(node, "north", path, in: -180...360)
    guard let kind, let width = sides[0], let depth = sides[1], let height = sides[2] else { return nil }
    do {
      return try Room(kind, width: width, depth: depth, height: height, openings: openings, north: north)
    } catch {
      problem(node.position, path, error.description)
      return nil
    }
  }

  private mutating func openings(_ node: JSONNode?, _ path: JSONPath) -> [Interiors.Opening] {
    guard let node else { return [] }
    guard let list = node.array, list.count <= 24 else {
      problem(node.position, path, "must be a list of at most 24 doors, windows and openings")
      return []
    }
    return list.enumerated().compactMap { opening($1, path.index($0)) }
  }

  private mutating func opening(_ node: JSONNode, _ path: JSONPath) -> Interiors.Opening? {
    let known = ["kind", "wall", "at", "width", "height", "sill"]
    guard checkKeys(node, path, known: known, later: []) else { return nil }
    func word(_ key: String, _ names: [String]) -> String? {
      text(node, key, path, required: true, limit: 40).flatMap {
        check($0, node[key]!, path.key(key), names)
      }
    }
    let kind = word("kind", Interiors.Opening.Kind.allCases.map(\.rawValue)).flatMap(
      Interiors.Opening.Kind.init)
    let wall = word("wall", Wall.allCases.map(\.rawValue)).flatMap(Wall.init)
    let at = needNumber(node, "at", path)
    let width = needNumber(node, "width", path), height = needNumber(node, "height", path)
    let sill = node["sill"] == nil ? 0 : needNumber(node, "sill", path)
    guard let kind, let wall, let at, let width, let height, let sill else { return nil }
    return Interiors.Opening(kind, wall: wall, at: at, width: width, height: height, sill: sill)
  }

  /// A number in metres; its range is for the room to judge.
  private mutating func needNumber(_ node: JSONNode, _ key: String, _ path: JSONPath) -> Double? {
    guard let value = node[key] else {
      problem(node.position, path.key(key), "is missing; it is a number of metres")
      return nil
    }
    guard let number = value.number else {
      problem(value.position, path.key(key), "must be a number of metres, not \(value.value.kind)")
      return nil
    }
    return number
  }

  // MARK: Items

  private mutating func items(
    _ node: JSONNode, _ path: JSONPath, of root: JSONNode, into brief: inout BoardBrief
  ) {
    guard let name = text(node, path, limit: 1000) else { return }
    guard let files else {
      return problem(node.position, path, "a preset without a folder cannot name files")
    }
    guard files.access != nil else { return }
    do throws(PresetFileError) {
      let bytes = try files.bytes(name, limit: 64 << 20)
      brief.table = ItemTable.File(name: name, digest: sha256(bytes))
      do throws(ItemTableError) {
        let rows = try ItemTable.read(bytes, file: name)
        let rooms = [root["name"]?.string ?? "", brief.room.kind.rawValue].map { $0.lowercased() }
        brief.items = rows.filter { $0.room.isEmpty || rooms.contains($0.room.lowercased()) }
      } catch { return problem(node.position, path, error.description) }
    } catch { return problem(node.position, path, error.text) }
    let extras = brief.extras
    guard extras.count > ItemTable.extrasLimit else { return }
    let known = (brief.materials.map(\.key) + brief.paints.map(\.key) + brief.furniture.map(\.key))
    problem(
      node.position, path,
      "'\(name)' has \(extras.count) rows for this room that name nothing in the brief, the first '\(extras[0].key)'; a board lists at most \(ItemTable.extrasLimit) (keys of the brief: \(known.joined(separator: ", ")))"
    )
  }
}

extension PageFormat {
  /// What boards are printed on unless their brief says otherwise.
  static let boards = PageFormat(size: Size(420, 297), dpi: printDPI, name: "A3 landscape")
}

extension Content {
  /// A board's own words: its name, whose it is, its mood.
  init(board name: String, _ brief: BoardBrief?) {
    let owner = [brief?.project, brief?.client].compactMap { $0 }.joined(separator: ", ")
    let lines: [(ContentRole, String?)] = [
      (.title, name), (.subtitle, owner.isEmpty ? nil : owner), (.lead, brief?.mood),
    ]
    self.init(lines.compactMap { role, text in text.map { ContentElement(role: role, items: [$0]) } })
  }
}
