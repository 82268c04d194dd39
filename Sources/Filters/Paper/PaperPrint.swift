import Color
import Composition
import Parameters
import Raster

/// The picture printed on real paper: its tooth in a light from the upper left, hairs of fibre, folds, a warm white,
/// and ink that sinks in.
///
/// The tooth is shaded relief, not noise: every place is as bright as the slope of a fibrous surface there. It holds
/// every tone's mean, and so do the fibres, as many of which are lighter than the sheet as are darker. Sizes are
/// those of a cold-pressed sheet, in millimetres.
public struct PaperPrint: Filter {
  public static let name = "paper"
  public static let summary = "printed on toothed, fibrous paper, folded if you like"
  public static let reach = FilterReach.page

  var tooth = 0.5
  var fibres = 0.4
  var folds = 0
  var tint = 0.4
  var absorption = 0.4

  public static let parameters: [Parameter<PaperPrint>] = [
    .real("tooth", \.tooth, 0...1, "how much relief the surface has"),
    .real("fibres", \.fibres, 0...1, "how many hairs of fibre lie in the sheet"),
    .integer("folds", \.folds, 0...3, "how often the sheet was folded: not at all, across, in four, in six"),
    .real("tint", \.tint, 0...1, "from bright white to cream"),
    .real("absorption", \.absorption, 0...1, "how far ink sinks in: softer blacks"),
  ]

  public init() {}

  /// The bare sheet, in linear light.
  var sheet: LinearRGB {
    let white = OKLCH(0.976 - 0.028 * tint, 0.003 + 0.026 * tint, 86)
    return OKLab(white.lab.lightness, white.lab.a, white.lab.b).linear
  }

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard picture.width > 0, picture.height > 0 else { return picture }
    let kernel = PaperKernel(self, width: picture.width, height: picture.height, context)
    return picture.mapLight(kernel, jobs: context.jobs)
  }
}
