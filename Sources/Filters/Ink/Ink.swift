import Color
import Composition
import Parameters
import Raster

/// Draws a picture in ink: tapered contours that follow the form, solid blacks where it is dark, and washes.
///
/// Contours are flow-based differences of Gaussians, see ``LineAnalysis``. The level that parts ink from paper is
/// worked out at the scale of a line and cut at the picture's own resolution, so edges are crisp at any size.
public struct Ink: Filter {
  public static let name = "ink"
  public static let summary = "pen and brush: flowing contours, solid blacks, flat washes"

  public static let reach = FilterReach.artwork

  var weight = 0.24
  var detail = 0.6
  var shadow = 0.42
  var smoothness = 1.6
  var washes = 2

  public static let parameters: [Parameter<Ink>] = [
    .real("weight", \.weight, 0.1...1.5, scale: .log, unit: "mm", "half the width of a line"),
    .real("detail", \.detail, 0...1, "how faint an edge still gets a line"),
    .real("shadow", \.shadow, 0...1, "how much of the dark parts is filled with ink"),
    .real("smoothness", \.smoothness, 0.3...6, scale: .log, unit: "mm", "how far lines are drawn through"),
    .integer("washes", \.washes, 0...2, "flat tones between ink and paper"),
  ]

  /// A brush drawing with two grey washes.
  public init() {}

  /// See `Filter`. The result is opaque and 8 bits deep: ink on paper; what was transparent is paper.
  ///
  /// Of the context's colours the darkest is the ink, the lightest the paper and the first other one the wash.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return picture }
    let analysis = LineAnalysis(
      bitmap, weight: context.pixels(weight), length: context.pixels(smoothness), jobs: context.jobs)
    let plates = InkPlates(self, analysis, jobs: context.jobs)
    return .shallow(
      plates.print(
        width: bitmap.width, height: bitmap.height, colors: InkColors(context.colors), jobs: context.jobs))
  }
}

/// What a drawing is drawn with.
struct InkColors: Sendable {
  var ink = SRGB(0.09, 0.08, 0.085)
  var paper = SRGB(0.965, 0.945, 0.905)
  var wash = SRGB(0.66, 0.64, 0.62)

  /// Chosen from a palette, or the usual ones if it has fewer than two colours.
  init(_ palette: [SRGB]) {
    let byLightness = palette.indices.sorted { lightness(palette[$0]) < lightness(palette[$1]) }
    guard let darkest = byLightness.first, let lightest = byLightness.last, darkest != lightest else {
      return
    }
    (ink, paper) = (palette[darkest], palette[lightest])
    let other = palette.indices.first { $0 != darkest && $0 != lightest }
    wash = other.map { palette[$0] } ?? Self.mixed(ink, paper, 0.62)
  }

  private static func mixed(_ a: SRGB, _ b: SRGB, _ t: Double) -> SRGB {
    SRGB(a.red + (b.red - a.red) * t, a.green + (b.green - a.green) * t, a.blue + (b.blue - a.blue) * t)
  }
}

private func lightness(_ color: SRGB) -> Double { OKLab(color).lightness }
