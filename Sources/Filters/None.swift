import Composition
import Parameters
import Raster

/// No finish.
public struct None: FinishFilter {
  public static let name = "none"
  public static let summary = "untouched"
  public static let parameters: [Parameter<None>] = []

  public init() {}

  public func apply(to bitmap: Bitmap, pixelsPerMillimetre: Double, stream: SeedStream, jobs: Int) -> Bitmap {
    bitmap
  }
}
