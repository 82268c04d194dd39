import Geometry
import Parameters

/// A piece of furniture or a light: declared parameters, and the solids that it is built of.
///
/// Coordinates are metres: the origin on the floor below the piece's middle, x to its right, y to its front, z up.
public protocol FurniturePiece: Component {
  static var use: FurnitureUse { get }
  /// Words for what it goes with, such as `mid-century`.
  static var styles: [String] { get }
  /// Width, depth and height of what it occupies, metres.
  var size: Vector3 { get }
  /// What it is built of; the larger parts first.
  var solids: [Solid] { get }
  /// Height of a top that a lamp may stand on, metres; nil if there is none.
  var top: Double? { get }
  /// Lines that drawings add, such as a door's swing or a lamp's cross.
  var symbols: [SymbolLine] { get }
}

extension FurniturePiece {
  public var symbols: [SymbolLine] { [] }
  public var top: Double? { nil }

  /// Width and depth on the floor, the origin in the middle.
  public var footprint: Rect { Rect(-size.x / 2, -size.y / 2, size.x, size.y) }
}

/// What a piece is for: decides where it stands and how much room it needs.
public enum FurnitureUse: String, CaseIterable, Hashable, Sendable {
  case sofa, armchair, chair, stool, bench
  case coffeeTable, sideTable, diningTable, desk
  case storage, bed, nightstand
  case floorLamp, tableLamp, pendant
  case rug, plant, mirror, art
  case kitchenRun, kitchenIsland, tallUnit, reception, curtain

  /// How it is held up.
  public enum Stance: Hashable, Sendable {
    case floor
    /// Lies flat; others stand on it.
    case underfoot
    /// Hangs on a wall.
    case wall
    case ceiling
    /// Stands on another piece.
    case surface
  }

  public var stance: Stance {
    switch self {
    case .rug: .underfoot
    case .mirror, .art, .curtain: .wall
    case .pendant: .ceiling
    case .tableLamp: .surface
    default: .floor
    }
  }

  /// Metres that should stay free before it, so that it can be used (Panero and Zelnik, 1979; Merrell 2011).
  public var frontClearance: Double {
    switch self {
    case .kitchenRun, .tallUnit: 0.95
    case .storage: 0.75
    case .desk: 0.9
    case .bed: 0.7
    case .sofa, .armchair: 0.4
    case .reception: 1.2
    case .diningTable, .kitchenIsland: 0.75
    default: 0
    }
  }
}

/// A line that a drawing shows besides the solids' outlines; metres on the page of its projection.
public struct SymbolLine: Hashable, Sendable {
  public var projection: Projection
  public var path: Path

  public init(_ projection: Projection, _ path: Path) { (self.projection, self.path) = (projection, path) }
}
