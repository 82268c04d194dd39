import Composition
import Parameters
import Raster

/// No finish.
public struct None: FinishFilter {
  public static let name = "none"
  public static let summary = "untouched"
  public static let parameters: [Parameter<None>] = []

  public init() {}

  /// The bitmap as it is.
  public func apply(to bitmap: Bitmap, pixelsPerMillimetre: Double, stream: SeedStream, jobs: Int) -> Bitmap {
    bitmap
  }
}
