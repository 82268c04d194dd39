import CVector
import Color
import Geometry
import Parameters
import Raster

/// Tiles of one shape under a glaze.
public protocol TileKind: Sendable {
  static var name: String { get }
  static var summary: String { get }
  static var color: SRGB { get }
  static var sampleSide: Double { get }
  /// Width in millimetres, joint in millimetres.
  static var usual: (size: Double, joint: Double) { get }
  /// Unevenness of hand-made tiles, and how far glaze differs from tile to tile: 0...1.
  static var hand: (waviness: Double, variation: Double) { get }
  static var gloss: Double { get }
}

/// Square hand-cut tiles, no two alike.
public enum Zellige: TileKind {
  public static let name = "zellige"
  public static let summary = "hand-cut glazed squares, no two alike, set almost without joints"
  public static let color = SRGB(hex: "#3f7d7c")!
  public static let sampleSide = 420.0
  public static let usual = (size: 100.0, joint: 1.6)
  public static let hand = (waviness: 0.8, variation: 0.6)
  public static let gloss = 0.9
}

/// Hexagons of unglazed porcelain.
public enum Hexagon: TileKind {
  public static let name = "hexagon"
  public static let summary = "matt porcelain hexagons"
  public static let color = SRGB(hex: "#d8d4cb")!
  public static let sampleSide = 420.0
  public static let usual = (size: 100.0, joint: 3.0)
  public static let hand = (waviness: 0.12, variation: 0.4)
  public static let gloss = 0.35
}

/// Long white tiles with soft rims, half a tile on from row to row.
public enum Metro: TileKind {
  public static let name = "metro"
  public static let summary = "long glossy tiles with bevelled rims, half a tile on from row to row"
  public static let color = SRGB(hex: "#eef0ec")!
  public static let sampleSide = 420.0
  public static let usual = (size: 75.0, joint: 2.5)
  public static let hand = (waviness: 0.15, variation: 0.12)
  public static let gloss = 0.92
}

/// Small discs in a honeycomb.
public enum Penny: TileKind {
  public static let name = "penny"
  public static let summary = "small glazed discs in a honeycomb of grout"
  public static let color = SRGB(hex: "#40596b")!
  public static let sampleSide = 170.0
  public static let usual = (size: 19.0, joint: 2.2)
  public static let hand = (waviness: 0.35, variation: 0.5)
  public static let gloss = 0.85
}

/// Glazed or unglazed tiles in grout.
public struct GlazedTile<Kind: TileKind>: Material {
  public static var name: String { Kind.name }
  public static var summary: String { Kind.summary }
  public static var color: SRGB { Kind.color }
  public static var detail: Double { min(8, 260 / Kind.usual.size) }
  public static var sampleSide: Double { Kind.sampleSide }

  var size = Kind.usual.size
  var joint = Kind.usual.joint
  var waviness = Kind.hand.waviness
  var variation = Kind.hand.variation
  var gloss = Kind.gloss
  var grout = 0.8

  public static var parameters: [Parameter<Self>] {
    [
      .real("size", \.size, 15...300, scale: .log, unit: "mm", "width of a tile; height of a long one"),
      .real("joint", \.joint, 0.8...8, scale: .log, unit: "mm", "width of the joints"),
      .real("waviness", \.waviness, 0...1, "unevenness of the face and of its setting"),
      .real("variation", \.variation, 0...1, "how far tiles differ in tone"),
      .real("gloss", \.gloss, 0...0.95, "from matt to glossy"),
      .real("grout", \.grout, 0...1, "from dark grout to pale"),
    ]
  }

  public init() {}

  private var layout: any TileLayout {
    let (side, gap) = (Float(size), Float(joint))
    return switch Kind.self {
    case is Hexagon.Type: HoneycombTiles(width: side, joint: gap, columns: 8, rows: 4, isRound: false)
    case is Penny.Type: HoneycombTiles(width: side, joint: gap, columns: 16, rows: 8, isRound: true)
    case is Metro.Type:
      RowTiles(
        width: side * 2, height: side, joint: gap, shift: 0.5, columns: 5, rows: 8, corner: side * 0.02)
    default:
      RowTiles(width: side, height: side, joint: gap, shift: 0, columns: 8, rows: 8, corner: side * 0.015)
    }
  }

  public var tile: Size { layout.tile }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch { swatch(job, layout) }

  private func swatch<L: TileLayout>(_ job: MaterialJob, _ layout: L) -> MaterialSwatch {
    let glaze = Glaze(
      base: Tone(job.color ?? Self.color), size: Float(size), waviness: Float(waviness),
      variation: Float(variation),
      gloss: Float(gloss), grout: Float(grout), noise: LatticeNoise(seed: job.seed("glaze")))
    return MaterialSwatch(
      job,
      of: TiledSurface(
        layout: layout, glaze: glaze, joint: Float(joint), noise: LatticeNoise(seed: job.seed("tiles"))))
  }
}

private struct TiledSurface<Layout: TileLayout>: Surface {
  let layout: Layout
  let glaze: Glaze
  let joint: Float
  let noise: LatticeNoise

  @inline(__always)
  func texel(_ spot: Spot) -> Texel {
    glaze.texel(layout.place(spot.x, spot.y, noise), joint: joint, pixel: spot.pixel)
  }
}
