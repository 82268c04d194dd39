import Composition
import Parameters
import Raster

/// Flattens surfaces and keeps their outlines: gouache rather than blur.
///
/// A domain transform (Gastal and Oliveira, 2011) of the encoded colours; see `DomainTransform`. What it takes away
/// can be put back in part, or more than there was: then it brings detail out instead. Cost: the same for any size.
public struct EdgePreserving: Filter {
  public static let name = "edge-preserving"
  public static let summary = "calm surfaces within crisp outlines"
  public static let reach = FilterReach.artwork

  var size = 8.0
  var edges = 0.4
  var detail = 0.0

  public static let parameters: [Parameter<EdgePreserving>] = [
    .real("size", \.size, 0.2...40, scale: .log, unit: "mm", "how far surfaces are smoothed"),
    .real("edges", \.edges, 0.05...3, scale: .log, "how strong a change of colour is still smoothed over"),
    .real("detail", \.detail, 0...3, "how much detail comes back: 0 none, 1 all, 3 three times as much"),
  ]

  /// The defaults: skin and sky turn calm, eyes and lettering stay.
  public init() {}

  /// See `Filter`.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let transform = DomainTransform(spatial: context.pixels(size), range: edges)
    return picture.edgePreserved(transform, detail: detail, jobs: context.jobs)
  }
}
