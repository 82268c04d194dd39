import Composition
import Parameters
import Raster

/// No finish.
public struct None: FinishFilter {
  /// See `Component`.
  public static let name = "none"
  /// See `Component`.
  public static let summary = "untouched"
  /// See `Component`.
  public static let parameters: [Parameter<None>] = []

  /// The only one there is.
  public init() {}

  /// The bitmap as it is.
  public func apply(to bitmap: Bitmap, pixelsPerMillimetre: Double, stream: SeedStream, jobs: Int) -> Bitmap {
    bitmap
  }
}
