import Composition
import Parameters
import Raster

/// Crisper edges without coloured seams or glowing halos.
///
/// An unsharp mask of OKLab's lightness alone, hue kept; small differences, which are noise, stay as they are, and
/// large ones are limited. See `Picture.sharpened`.
public struct Sharpen: Filter {
  public static let name = "sharpen"
  public static let summary = "crisper edges, without halos and without sharper noise"
  public static let reach = FilterReach.artwork

  var radius = 0.25
  var amount = 1.2
  var threshold = 0.01

  public static let parameters: [Parameter<Sharpen>] = [
    .real(
      "radius", \.radius, 0.05...5, scale: .log, unit: "mm", "how wide the edges are that become crisper"),
    .real("amount", \.amount, 0...4, "how much crisper"),
    .real("threshold", \.threshold, 0...0.1, "differences of lightness, of 1, that are left alone"),
  ]

  /// The defaults: print sharpening for a photo.
  public init() {}

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard amount > 0 else { return picture }
    return picture.sharpened(
      sigma: context.pixels(radius), amount: amount, threshold: threshold, jobs: context.jobs)
  }
}
