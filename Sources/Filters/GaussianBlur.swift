import Composition
import Parameters
import Raster

/// A Gaussian blur in linear light: bright spots bleed over dark ground as behind a lens.
///
/// Edge pixels go on beyond the border. Cost hardly depends on sigma; see `Picture.blurred`.
public struct GaussianBlur: Filter {
  public static let name = "gaussian-blur"
  public static let summary = "soft focus: a Gaussian blur in linear light"
  public static let reach = FilterReach.artwork

  var sigma = 0.6

  public static let parameters: [Parameter<GaussianBlur>] = [
    .real("sigma", \.sigma, 0.05...20, scale: .log, unit: "mm", "how far light spreads")
  ]

  /// The defaults: plainly soft, still readable.
  public init() {}

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    picture.blurred(sigma: context.pixels(sigma), jobs: context.jobs)
  }
}
