import Composition
import Parameters
import Raster

/// Paints with soft, flowing dabs: every pixel takes the colour of those sides of its surroundings that vary least.
///
/// The surroundings are an ellipse along the flow of the picture, cut into eight overlapping sectors (Kyprianidis,
/// Kang and Döllner, "Image and video abstraction by anisotropic Kuwahara filtering", 2009). Sharp edges stay,
/// texture goes. Means and variances are of encoded colour, which is nearer to what the eye tells apart.
public struct Kuwahara: Filter {
  public static let name = "kuwahara"
  public static let summary = "paints with flowing dabs that keep the edges"

  public static let reach = FilterReach.artwork

  var size = 1.4
  var sharpness = 4
  var elongation = 1.0
  var flow = 0.8
  var passes = 2

  public static let parameters: [Parameter<Kuwahara>] = [
    .real("size", \.size, 0.4...6, scale: .log, unit: "mm", "radius of a dab"),
    .integer("sharpness", \.sharpness, 1...8, "how firmly edges are kept"),
    .real("elongation", \.elongation, 0...2, "how far dabs stretch along edges"),
    .real("flow", \.flow, 0.2...4, scale: .log, unit: "mm", "how far directions are smoothed"),
    .integer("passes", \.passes, 1...3, "how often the picture is painted over"),
  ]

  /// Broad dabs in the manner of an oil sketch.
  public init() {}

  /// See `Filter`. The result is 8 bits deep.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    var bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return picture }
    let sigma = max(1, context.pixels(flow))
    for pass in 0..<passes {
      let field = FlowField(bitmap, sigma: sigma, jobs: context.jobs)
      let dab = KuwaharaDab(
        radius: context.pixels(size) * Self.shrinking[pass], elongation: elongation, sharpness: sharpness,
        samples: pass == 0 ? 5 : 3)
      bitmap = dab.paint(bitmap, along: field, jobs: context.jobs)
    }
    return .shallow(bitmap)
  }

  /// Later passes are finer: they mend what the first left ragged and do not flatten more.
  private static let shrinking = [1, 0.6, 0.4]
}
