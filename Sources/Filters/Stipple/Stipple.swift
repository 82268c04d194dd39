import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster

/// Round dots of ink, dense where the picture is dark and nowhere in clumps: weighted Voronoi stippling.
///
/// Points start where a space-filling curve has passed equal shares of the tone and are then relaxed
/// (``WeightedCells``). The dots' area follows from their number, so that the sum of the ink is the sum of the tone.
/// How many there are is told by their spacing in millimetres and not by a number, so that a poster gets the dots of a
/// drawing and not of a magnified one, and a thumbnail still previews its print: 1.06 mm are 20,000 dots on a photo of
/// 150 x 150 mm, 0.6 mm 62,500.
///
/// Cost: relaxing takes about a second per 300,000 dots and steps; a pixel of the result costs a few nanoseconds.
public struct Stipple: VectorFilter {
  public static let name = "stipple"
  public static let summary = "thousands of round ink dots that carry the tone by their density"
  public static let reach = FilterReach.artwork

  /// What the dots are printed in.
  public enum Inking: String, ParameterOption {
    /// One ink: the darkest colour of the palette on its lightest.
    case ink
    /// Each dot the nearest ink of the palette.
    case palette
    /// Each dot the picture's own colour.
    case picture
  }

  /// What the dots stand on.
  public enum Ground: String, ParameterOption { case light, dark }

  var spacing = 1.1
  var dotSize = 1.0
  var variation = 0.5
  var depth = 1.0
  var contrast = 0.4
  var inking = Inking.ink
  var ground = Ground.light

  public static let parameters: [Parameter<Stipple>] = [
    .real(
      "spacing", \.spacing, 0.6...6, scale: .log, unit: "mm", "mean distance of dots over the whole picture"),
    .real(
      "dot-size", \.dotSize, 0.5...1.5, "diameter, as a share of the one at which the ink adds up to the tone"
    ),
    .real("variation", \.variation, 0...1, "how much larger dots are in the darks than in the lights"),
    .real("depth", \.depth, 0.5...2, scale: .log, "above 1 the middle tones take more ink, below 1 less"),
    .real(
      "contrast", \.contrast, 0...1, "how far the picture's tones are stretched to clean paper and full ink"),
    .choice("inking", \.inking, "what the dots are printed in"),
    .choice("ground", \.ground, "dark dots on a light ground, or light dots on a dark one"),
  ]

  public init() {}

  /// See `Filter`. The result is opaque and 8 bits deep; transparent parts count as white.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return .shallow(bitmap) }
    let stipples = stipples(of: bitmap, context)
    return .shallow(
      DotPrinting(stipples.dots, paper: stipples.paper, width: bitmap.width, height: bitmap.height)
        .printed(jobs: context.jobs))
  }

  /// See `VectorFilter`: the paper, then for every ink and size one path of points, to be drawn with a round pen. A
  /// point is a line of no length with round caps: what pen plotters take, and a fifth of the bytes of a circle.
  public func layers(of picture: Picture, _ context: FilterContext) -> Composition {
    let page = context.page(of: picture)
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return Composition(page: page) }
    let stipples = stipples(of: bitmap, context)
    let paper = Layer(.ground, [.fill(.rect(page.cover), .color(SRGB(stipples.paper)))])
    let marks = DotGroup.groups(stipples.dots, scale: 1 / context.pixelsPerMillimetre).map(\.mark)
    return Composition(page: page, layers: [paper, Layer(.artwork, marks)])
  }
}

/// A dot in pixels of the picture.
struct Dot: Sendable {
  var center: Point
  var radius: Double
  var ink: LinearRGB
}
