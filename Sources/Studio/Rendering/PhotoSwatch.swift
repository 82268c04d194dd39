import Materials
import Parameters
import Raster

/// A seamless swatch from a photo, by the settings of ``Catalog/photoTiling``.
public enum PhotoSwatch {
  /// How the command line calls it.
  public static let name = PhotoTiling.name

  /// A bitmap whose opposite edges meet; `file` names the photo in errors. Values must lie in their domains.
  public static func seamless(
    _ photo: Picture, from file: String, width: Int, height: Int, seed: UInt64 = 1,
    _ value: (String) -> ParameterValue? = { _ in nil }
  ) throws(PhotoSwatchError) -> Bitmap {
    do throws(PhotoTilingError) {
      return try PhotoTiling.make(value).seamless(
        photo, width: width, height: height, stream: SeedStream(seed: seed, path: "material"))
    } catch { throw PhotoSwatchError(file: file, reason: error) }
  }
}

/// Why a photo gives no swatch, and which.
public struct PhotoSwatchError: Error, CustomStringConvertible {
  let file: String
  let reason: PhotoTilingError

  public var description: String { "\(file): \(reason)" }
}
