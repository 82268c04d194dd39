import Composition
import Parameters
import Raster

/// No finish.
public struct None: Filter {
  public static let name = "none"
  public static let summary = "untouched"
  public static let reach = FilterReach.page
  public static let parameters: [Parameter<None>] = []

  public init() {}

  /// The picture as it is.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture { picture }
}
