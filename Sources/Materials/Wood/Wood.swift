import Color
import Geometry
import Parameters
import Raster

/// Boards of one wood, side by side.
public struct Wood<Kind: WoodKind>: Material {
  public static var name: String { Kind.name }
  public static var summary: String { Kind.summary }
  public static var color: SRGB { Kind.species.color }
  public static var detail: Double { 4 }
  public static var sampleSide: Double { 260 }

  var cut = WoodCut.plain
  var width = 140.0
  var contrast = 1.0
  var variation = 0.022
  var bevel = 0.8

  public static var parameters: [Parameter<Self>] {
    [
      .choice("cut", \.cut, "how the boards were sawn from the trunk"),
      .real("width", \.width, 40...300, scale: .log, unit: "mm", "width of a board"),
      .real("contrast", \.contrast, 0.3...1.8, "how strongly growth rings show"),
      .real("variation", \.variation, 0...0.08, "how far boards differ in lightness"),
      .real("bevel", \.bevel, 0.2...3, scale: .log, unit: "mm", "width of the bevel along the edges"),
    ]
  }

  public init() {}

  public var tile: Size { cut == .end ? blocks.tile : planks.tile }
  private var planks: Planks { Planks(width: width, length: 900) }
  private var blocks: BasketBlocks { BasketBlocks(width: width / 2, ratio: 1) }

  public func swatch(_ job: MaterialJob) -> MaterialSwatch {
    cut == .end ? swatch(job, blocks) : swatch(job, planks)
  }

  private func swatch<L: BoardLayout>(_ job: MaterialJob, _ layout: L) -> MaterialSwatch {
    let grain = WoodGrain(
      Kind.species, cut, contrast: contrast, base: Tone(job.color ?? Self.color), seed: job.seed("grain"))
    let surface = BoardedWood(
      layout: layout, grain: grain, variation: Float(variation), bevel: Float(bevel),
      noise: LatticeNoise(seed: job.seed("boards")))
    return MaterialSwatch(job, of: surface)
  }
}
