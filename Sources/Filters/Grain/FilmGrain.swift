import Composition
import Parameters
import Raster

/// The grain of a film: clumps of silver or dye, as they show in an enlargement.
///
/// Grain is strongest in the midtones and dies away at clear film and full density, where there is nothing left to
/// vary (Livingston and Selwyn's fluctuation of a random area cover, √(c(1 - c))). It has the spectrum of blurred
/// clumps, not of single pixels, and a part of larger ones. The noise is even around 0 in the encoded picture, so that
/// every tone keeps its mean.
public struct FilmGrain: Filter {
  public static let name = "film-grain"
  public static let summary = "the clumped grain of film, strongest in the midtones"
  public static let reach = FilterReach.page

  var strength = 0.3
  var size = 0.14
  var clumps = 0.35
  var color = 0.25

  public static let parameters: [Parameter<FilmGrain>] = [
    .real("strength", \.strength, 0...1, "how strong the grain is"),
    .real("size", \.size, 0.05...0.6, scale: .log, unit: "mm", "half the width of a fine clump"),
    .real("clumps", \.clumps, 0...1, "how much of the grain is in large, soft clumps"),
    .real("colour", \.color, 0...1, "how far the three dye layers go their own ways"),
  ]

  public init() {}

  /// Standard deviation of the full grain in the midtones, of the encoded range.
  package static let deviation = 0.07

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard strength > 0, picture.width > 0, picture.height > 0 else { return picture }
    let kernel = FilmGrainKernel(
      self, width: picture.width, scale: context.pixelsPerMillimetre, stream: context.stream)
    return picture.mapLight(kernel, jobs: context.jobs)
  }
}
