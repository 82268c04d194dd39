import CVector
import Canvas
import Composition
import Geometry
import Raster

/// What a camera shows where, seen coarsely: for keys on a room's view, and to find a camera that nothing blocks.
public struct RoomGlimpse: Sendable {
  /// What can be seen of a room.
  enum Thing: Hashable, Sendable {
    /// By its number among the furnishing's pieces.
    case piece(Int)
    case floor, ceiling
    case wall(Wall)
    /// Windows, doors and skirtings.
    case other
  }

  private let furnishing: Furnishing
  private let width: Int
  private let height: Int
  private let things: [Thing]

  /// Whole vectors of eight.
  private static let columns = 72

  /// - Parameters:
  ///   - furnishing: the room.
  ///   - camera: from where it is seen.
  ///   - aspect: width over height of the picture.
  public init(_ furnishing: Furnishing, camera: RoomCamera, aspect: Double) {
    self.furnishing = furnishing
    width = Self.columns
    height = max(8, Int((Double(width) / aspect).rounded()))
    let scene = RoomScene(furnishing, camera: camera)
    let view = camera.viewpoint(furnishing.room, width: width, height: height)
    let visibility = Visibility(scene, view)
    let ramp = Lanes(0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5)
    var things: [Thing] = []
    things.reserveCapacity(width * height)
    for y in 0..<height {
      for x in stride(from: 0, to: width, by: 8) {
        let ids = visibility.sights(ramp + Float(x), Lanes(repeating: Float(y) + 0.5), near: x, y).ids
        for lane in 0..<8 { things.append(Self.thing(ids[lane], scene)) }
      }
    }
    self.things = things
  }

  private static func thing(_ id: Int32, _ scene: RoomScene) -> Thing {
    if id >= 0 { return scene.owners[Int(id)].map { .piece($0) } ?? .other }
    guard Sight.part(id) == .wall else { return .other }
    let face = Sight.face(id)
    return RoomShell.wall(face).map { .wall($0) } ?? (face == RoomShell.floor ? .floor : .ceiling)
  }

  /// The largest part of the picture that one piece above a seated eye's level takes, 0...1.
  public var blocked: Double {
    let tall = furnishing.pieces.indices.filter { index in
      let piece = furnishing.pieces[index]
      return piece.item.use.stance == .floor && piece.item.piece.size.z > 1.2
    }
    let counts = tall.map { index in things.count { $0 == .piece(index) } }
    return Double(counts.max() ?? 0) / Double(things.count)
  }

  /// The largest square that shows nothing but a thing, in cells: its middle and half its side; nil if it is not seen.
  private func square(_ isOf: (Thing) -> Bool) -> (x: Int, y: Int, reach: Int)? {
    // The side of the largest square that ends in each cell, from its three neighbours before it.
    var sides = [Int](repeating: 0, count: things.count)
    var best: (x: Int, y: Int, side: Int)?
    for y in 0..<height {
      for x in 0..<width where isOf(things[y * width + x]) {
        let at = y * width + x
        let before =
          x > 0 && y > 0 ? min(sides[at - 1], sides[at - width], sides[at - width - 1]) : 0
        sides[at] = before + 1
        if sides[at] > best?.side ?? 0 { best = (x, y, sides[at]) }
      }
    }
    return best.map { ($0.x - $0.side / 2, $0.y - $0.side / 2, $0.side) }
  }

  /// Where each key belongs that is seen: the largest square of its thing, in fractions of the picture. Pieces first,
  /// in the furnishing's order.
  ///
  /// - Parameters:
  ///   - floor: the key of the floor's finish; nil for none.
  ///   - wall: the key of the walls'; nil for none.
  ///   - accent: the wall that differs, and its key.
  ///   - ceiling: the key of the ceiling's; nil for none.
  /// - Returns: keys with their boxes; those of what is not seen are left out.
  public func places(
    floor: String? = nil, wall: String? = nil, accent: (wall: Wall, key: String)? = nil,
    ceiling: String? = nil
  ) -> [(key: String, box: Rect)] {
    var found: [(String, Rect)] = []
    var seen: [String] = []
    for item in furnishing.pieces.map(\.item.key) where !seen.contains(item) {
      seen.append(item)
      let own = furnishing.pieces.indices.filter { furnishing.pieces[$0].item.key == item }
      if let box = box({ if case .piece(let index) = $0 { own.contains(index) } else { false } }) {
        found.append((item, box))
      }
    }
    func add(_ key: String?, _ isOf: (Thing) -> Bool) {
      if let key, let box = box(isOf) { found.append((key, box)) }
    }
    add(accent?.key) { $0 == accent.map { .wall($0.wall) } }
    add(wall) { thing in
      if case .wall(let wall) = thing { wall != accent?.wall } else { false }
    }
    add(floor) { $0 == .floor }
    add(ceiling) { $0 == .ceiling }
    return found
  }

  private func box(_ isOf: (Thing) -> Bool) -> Rect? {
    square(isOf).map { x, y, side in
      let (w, h) = (Double(width), Double(height))
      let half = Double(side) / 2
      let (a, b) = (Double(x) + 0.5, Double(y) + 0.5)
      return Rect((a - half) / w, (b - half) / h, Double(side) / w, Double(side) / h)
    }
  }
}

/// Keys on a room's view, as on its drawings: round marks that do not cover each other.
public struct ViewKeys: Sendable {
  public let layers: [Layer]
  public let keys: [KeyMark]

  /// - Parameters:
  ///   - wanted: each key and its box on the page, millimetres.
  ///   - area: where marks may stand.
  ///   - style: the pens of the board's drawings.
  ///   - typesetter: sets the keys.
  public init(
    _ wanted: [(key: String, box: Rect)], within area: Rect, style: DrawingStyle, typesetter: Typesetter
  ) {
    let plan = KeyPlan(
      wanted.map { ($0.key, $0.box, false) }, avoiding: wanted.map(\.box), within: area,
      Lettering(style: style, typesetter: typesetter))
    layers = [Layer(.type, plan.marks)]
    keys = plan.places
  }
}
