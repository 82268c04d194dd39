import Composition
import Parameters
import Raster

/// The picture laid in stone.
///
/// Tesserae are set by hand: rows follow the picture's forms, as in Roman andamento, stones keep off edges, and every
/// one has its own tone and tilt (after Hausner, "Simulating decorative mosaics", 2001: Lloyd's algorithm with square
/// distances turned along a direction field). Hexagons, triangles and bricks lie in a regular bond. Every stone has
/// the mean light of what it covers.
public struct Mosaic: Filter {
  public static let name = "mosaic"
  public static let summary = "stones that follow the forms, with grout, bevels and their own tones"
  public static let reach = FilterReach.artwork

  /// The form of the stones.
  enum Shape: String, ParameterOption { case tesserae, hexagons, triangles, bricks }

  var shape = Shape.tesserae
  var tile = 2.2
  var grout = 0.11
  var joint = 0.2
  var irregularity = 0.5
  var relief = 0.5

  public static let parameters: [Parameter<Mosaic>] = [
    .choice("shape", \.shape, "the form of the stones"),
    .real("tile", \.tile, 1.5...12, scale: .log, unit: "mm", "the width of a stone"),
    .real("grout", \.grout, 0.04...0.25, "the width of a joint, as a share of a stone"),
    .real("joint", \.joint, 0...1, "from dark to light grout"),
    .real("irregularity", \.irregularity, 0...1, "how unlike the stones are in place, tone and tilt"),
    .real("relief", \.relief, 0...1, "how far bevels catch the light"),
  ]

  public init() {}

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard picture.width > 0, picture.height > 0 else { return picture }
    let pixels = max(2, context.pixels(tile))
    // Stones are laid on a reduced picture, some nine cells to a stone.
    let coarse = CoarseLight(picture, step: max(1, Int((pixels / 9).rounded())), jobs: context.jobs)
    let stream = context.stream.child("mosaic")
    var stones = Stones(self, size: pixels / Double(coarse.step), coarse, stream: stream)
    if shape == .tesserae { stones.settle(coarse, jobs: context.jobs) }
    let colors = stones.colors(coarse, irregularity: irregularity, stream: stream, jobs: context.jobs)
    let kernel = MosaicKernel(self, stones, colors, step: coarse.step, width: picture.width)
    return picture.mapLight(kernel, jobs: context.jobs)
  }
}
