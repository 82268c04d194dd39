import Geometry
import Parameters

/// A room with its furniture in place.
public struct Furnishing: Sendable {
  public let room: Room
  public var pieces: [PlacedPiece]
  /// What a client should know, in words: narrow paths, what stands before a window.
  public var remarks: [String]

  public init(room: Room, pieces: [PlacedPiece], remarks: [String] = []) {
    (self.room, self.pieces, self.remarks) = (room, pieces, remarks)
  }

  /// From the floor up, so that what is higher is drawn over what is lower.
  var fromBelow: [PlacedPiece] {
    pieces.enumerated().sorted {
      ($0.element.layer, $0.offset) < ($1.element.layer, $1.offset)
    }.map(\.element)
  }

  /// The pieces that carry a key: the first of each item.
  public var keyed: [PlacedPiece] {
    var seen: [String] = []
    return pieces.filter { piece in
      if seen.contains(piece.item.key) { return false }
      seen.append(piece.item.key)
      return true
    }
  }
}

extension PlacedPiece {
  /// Rugs, then what stands on the floor, then what stands on that, then what hangs.
  fileprivate var layer: Int {
    switch item.use.stance {
    case .underfoot: 0
    case .floor: 1
    case .surface: 2
    case .wall: 3
    case .ceiling: 4
    }
  }
}

/// Why a room cannot take its furniture.
public enum FurnishingFailure: Error, Hashable, CustomStringConvertible {
  /// A piece finds no place; `lacking` metres are wanting in the best one.
  case noPlace(piece: String, key: String, lacking: Double, reason: String)

  public var description: String {
    switch self {
    case .noPlace(let piece, let key, let lacking, let reason):
      "\(key), the \(piece), does not fit: \(reason); it is \(metres(lacking)) m too large"
    }
  }
}

extension Room {
  /// Several arrangements are tried; the one with the widest ways and the best places is kept.
  private static let attempts = 6

  /// Places furniture by the rules of the field; the same stream gives the same arrangement.
  ///
  /// Throws the sentence of the first attempt if none places everything.
  public func furnished(
    with items: [FurnitureItem], stream: SeedStream
  ) throws(FurnishingFailure) -> Furnishing {
    var best: (arranger: Arranger, remarks: [String], worth: Double)?
    var first: FurnishingFailure?
    for attempt in 0..<Self.attempts {
      var arranger = Arranger(self, stream: stream.child("attempt \(attempt)"))
      do throws(FurnishingFailure) {
        try arranger.place(items)
      } catch {
        first = first ?? error
        continue
      }
      let (remarks, penalty) = arranger.remarks()
      let worth = arranger.worth - penalty
      if worth > (best?.worth ?? -.infinity) { best = (arranger, remarks, worth) }
    }
    guard let best else { throw first! }
    return Furnishing(room: self, pieces: best.arranger.placed, remarks: best.remarks)
  }
}

extension Arranger {
  /// What leads comes first, then what belongs to it, then what stands on or hangs above.
  private static let order: [FurnitureUse] = [
    .reception, .kitchenRun, .tallUnit, .kitchenIsland, .bed, .sofa, .desk, .coffeeTable, .diningTable,
    .nightstand, .armchair,
    .chair, .bench, .storage, .sideTable, .stool, .floorLamp, .plant, .rug, .curtain, .mirror, .art,
    .tableLamp, .pendant,
  ]

  mutating func place(_ items: [FurnitureItem]) throws(FurnishingFailure) {
    for use in Self.order {
      for item in items where item.use == use {
        // Pendants share one table: they are hung together.
        for _ in 0..<(use == .pendant ? 1 : item.count) { try place(item) }
      }
    }
  }

  private mutating func place(_ item: FurnitureItem) throws(FurnishingFailure) {
    switch item.use {
    case .reception: try reception(item)
    case .kitchenRun: try kitchenRun(item)
    case .tallUnit: try tallUnit(item)
    case .kitchenIsland: try island(item)
    case .bed: try bed(item)
    case .sofa: try sofa(item)
    case .desk: try desk(item)
    case .coffeeTable: try coffeeTable(item)
    case .diningTable: try middle(item)
    case .nightstand: try nightstand(item)
    case .armchair: try armchair(item)
    case .chair, .stool: try chair(item)
    case .bench: try bench(item)
    case .storage: try alongWall(item)
    case .sideTable, .floorLamp: try attendant(item)
    case .plant: try corner(item)
    case .rug: rug(item)
    case .curtain: try curtain(item)
    case .mirror, .art: try onWall(item)
    case .tableLamp: try tableLamp(item)
    case .pendant: try pendants(item)
    }
  }

  /// What must be said of ways and windows, and what it costs.
  func remarks() -> (words: [String], penalty: Double) {
    var words: [String] = []
    var penalty = 0.0
    let leading: [FurnitureUse] = [
      .sofa, .bed, .desk, .diningTable, .kitchenRun, .reception, .storage, .kitchenIsland,
    ]
    let ways = Circulation(room, placed)
    var seen: [String] = []
    for piece in placed where leading.contains(piece.item.use) && !seen.contains(piece.item.key) {
      seen.append(piece.item.key)
      for door in room.openings where door.isPassage {
        let start = room.point(on: door.wall, along: door.at + door.width / 2, off: 0.2)
        let width = ways.width(from: start, to: piece, reach: 0.5)
        guard width < min(0.9, door.width) - 0.01 else { continue }
        penalty += (0.9 - width) * 4
        words.append(
          "the way from the \(door.wall.rawValue) \(door.kind.rawValue) to \(piece.item.key), the \(piece.item.name), narrows to \(metres(width)) m, less than 0.9 m"
        )
      }
    }
    for piece in placed where piece.item.use.stance == .floor && piece.item.piece.size.z > 0.9 {
      let hidden = windowBehind(piece)
      guard hidden > 0.05, abs(piece.rotation.remainder(dividingBy: 90)) < 0.1,
        room.place(of: piece.position, on: wall(of: piece)).off < piece.item.piece.size.y
      else { continue }
      penalty += hidden
      words.append("\(piece.item.key), the \(piece.item.name), covers \(metres(hidden)) m of a window")
    }
    return (words, penalty)
  }
}
