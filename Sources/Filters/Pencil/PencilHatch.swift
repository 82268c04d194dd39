import Color
import Composition
import Parameters
import Raster

/// Draws a picture in pencil: contours, and strokes of hatching laid one after the other in layers that cross.
///
/// Every stroke is drawn: it has a place, a bow, a firm start and a lifting end, and presses as the tone under it
/// asks. Graphite then catches on the paper's tooth. Layers are shared out so that, but for the lift of the
/// high tones that paper gives, tones come out true. Cost a pixel stays flat: lengths are millimetres, so large
/// pictures have no more strokes than small ones.
public struct PencilHatch: Filter {
  public static let name = "pencil-hatch"
  public static let summary = "a pencil drawing: contours and layers of hatching on toothed paper"

  public static let reach = FilterReach.artwork

  var length = 6.0
  var width = 0.3
  var layers = 3
  var pressure = 0.5
  var follow = 0.5
  var contour = 0.6
  var shading = 0.3
  var tooth = 0.5
  var pencil = Lead.graphite

  public static let parameters: [Parameter<PencilHatch>] = [
    .real("length", \.length, 2...25, scale: .log, unit: "mm", "length of a stroke"),
    .real("width", \.width, 0.15...1.5, scale: .log, unit: "mm", "width of a stroke"),
    .integer("layers", \.layers, 1...4, "directions of hatching that cross in the dark"),
    .real("pressure", \.pressure, 0...1, "how dark the drawing is"),
    .real("follow", \.follow, 0...1, "how far strokes follow the form"),
    .real("contour", \.contour, 0...1, "strength of the contours"),
    .real("shading", \.shading, 0...0.8, "share of the tone laid with the side of the lead"),
    .real("tooth", \.tooth, 0...1, "roughness of the paper"),
    .choice("lead", \.pencil, "colour of the lead; palette takes the darkest of the context's"),
  ]

  /// What the lead is of.
  enum Lead: String, ParameterOption { case graphite, sepia, sanguine, blue, palette }

  /// A soft pencil on drawing paper.
  public init() {}

  /// See `Filter`. The result is opaque and 8 bits deep: lead on paper; what was transparent is paper.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return picture }
    return .shallow(PencilSheet(self, bitmap, context).draw(jobs: context.jobs))
  }
}

extension PencilHatch.Lead {
  /// The lead at full pressure, and the paper.
  func colors(_ palette: [SRGB]) -> (lead: SRGB, paper: SRGB) {
    let paper = SRGB(0.972, 0.962, 0.94)
    switch self {
    case .graphite: return (SRGB(0.17, 0.17, 0.185), paper)
    case .sepia: return (SRGB(0.24, 0.15, 0.10), paper)
    case .sanguine: return (SRGB(0.56, 0.20, 0.12), paper)
    case .blue: return (SRGB(0.13, 0.22, 0.50), paper)
    case .palette:
      let colors = InkColors(palette)
      return (colors.ink, colors.paper)
    }
  }
}
