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
  /// Places furniture by the rules of the field; the same stream gives the same arrangement.
  public func furnished(
    with items: [FurnitureItem], stream: SeedStream
  ) throws(FurnishingFailure) -> Furnishing {
    var pieces: [PlacedPiece] = []
    for item in items {
      for _ in 0..<item.count {
        pieces.append(PlacedPiece(item, at: Point(width / 2, item.piece.size.y / 2 + 0.02)))
      }
    }
    return Furnishing(room: self, pieces: pieces)
  }
}
