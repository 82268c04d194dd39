import Color
import Geometry
import Parameters
import Raster

/// Which wood a parquet is of.
public enum ParquetWood: String, ParameterOption {
  case oak, walnut, ash

  var species: WoodSpecies {
    switch self {
    case .oak: Oak.species
    case .walnut: Walnut.species
    case .ash: Ash.species
    }
  }
}

/// How a parquet's blocks lie.
public protocol ParquetPattern: Sendable {
  static var name: String { get }
  static var summary: String { get }
  /// A length over a width, and the width of a block in millimetres, as they are usually sold.
  static var usual: (width: Double, ratio: Int) { get }
  static var wood: ParquetWood { get }
}

/// Blocks at right angles in zigzags.
public enum HerringbonePattern: ParquetPattern {
  public static let name = "herringbone-parquet"
  public static let summary = "blocks set at right angles in zigzags"
  public static let usual = (width: 70.0, ratio: 5)
  public static let wood = ParquetWood.oak
}

/// Mitred boards that meet in straight lines.
public enum ChevronPattern: ParquetPattern {
  public static let name = "chevron-parquet"
  public static let summary = "boards with mitred ends that meet in straight lines"
  public static let usual = (width: 90.0, ratio: 6)
  public static let wood = ParquetWood.oak
}

/// Squares of blocks, turned in turn.
public enum BasketPattern: ParquetPattern {
  public static let name = "basket-parquet"
  public static let summary = "squares of five parallel blocks, turned in turn"
  public static let usual = (width: 40.0, ratio: 5)
  public static let wood = ParquetWood.walnut
}

/// Framed panels of interlaced diagonals.
public enum VersaillesPattern: ParquetPattern {
  public static let name = "versailles-parquet"
  public static let summary = "framed panels of interlaced diagonals"
  public static let usual = (width: 90.0, ratio: 10)
  public static let wood = ParquetWood.oak
}

/// A floor of small blocks of one wood.
public struct Parquet<Pattern: ParquetPattern>: Material {
  public static var name: String { Pattern.name }
  public static var summary: String { Pattern.summary }
  public static var color: SRGB { Pattern.wood.species.color }
  public static var detail: Double { 3 }
  public static var sampleSide: Double { Pattern.usual.width * Double(Pattern.usual.ratio) * 1.3 }

  var wood = Pattern.wood
  var width = Pattern.usual.width
  var contrast = 0.75
  var variation = 0.034
  var bevel = 1.2

  public static var parameters: [Parameter<Self>] {
    [
      .choice("wood", \.wood, "which wood the blocks are of"),
      .real("width", \.width, 25...200, scale: .log, unit: "mm", "width of a block"),
      .real("contrast", \.contrast, 0.3...1.8, "how strongly growth rings show"),
      .real("variation", \.variation, 0...0.08, "how far blocks differ in lightness"),
      .real("bevel", \.bevel, 0.2...3, scale: .log, unit: "mm", "width of the bevel along the edges"),
    ]
  }

  public init() {}

  private var layout: any BoardLayout {
    let ratio = Pattern.usual.ratio
    return switch Pattern.self {
    case is ChevronPattern.Type: ChevronBoards(width: width, length: width * Double(ratio))
    case is BasketPattern.Type: BasketBlocks(width: width, ratio: ratio)
    case is VersaillesPattern.Type: VersaillesPanels(width: width, panel: width * Double(ratio))
    default: HerringboneBlocks(width: width, ratio: ratio)
    }
  }

  public var tile: Size { layout.tile }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch { swatch(job, layout) }

  private func swatch<L: BoardLayout>(_ job: MaterialJob, _ layout: L) -> MaterialSwatch {
    let grain = WoodGrain(
      wood.species, .plain, contrast: contrast, base: Tone(job.color ?? wood.species.color),
      seed: job.seed("grain"))
    let surface = BoardedWood(
      layout: layout, grain: grain, variation: Float(variation), bevel: Float(bevel),
      noise: LatticeNoise(seed: job.seed("boards")))
    return MaterialSwatch(job, of: surface)
  }
}
