import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster

/// A picture seen through a filter: a photo or a room's view in another manner.
struct FilteredPicture: PictureSource {
  let source: any PictureSource
  let filter: any Filter
  let stream: SeedStream
  /// A palette's ground, then its inks.
  let colors: [SRGB]

  func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    let jobs = Helpers.count
    let plain = source.bitmap(
      crop: crop, width: width, height: height, pixelsPerMillimetre: pixelsPerMillimetre)
    let context = FilterContext(
      pixelsPerMillimetre: pixelsPerMillimetre, stream: stream, colors: colors, jobs: jobs)
    return filter.apply(to: .shallow(plain), context).bitmap(jobs: jobs)
  }
}
