import Canvas
import Geometry
import Interiors
import Raster

/// A room's view as a picture of any size.
public struct ViewPicture: PictureSource {
  private let view: RoomView

  public init(_ view: RoomView) { self.view = view }

  public func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    let whole = (
      width: Int((Double(width) / crop.width).rounded()), height: Int((Double(height) / crop.height).rounded())
    )
    let bitmap = view.bitmap(width: whole.width, height: whole.height, jobs: Helpers.count)
    guard whole.width != width || whole.height != height else { return bitmap }
    let x = min(Int(crop.x * Double(whole.width)), whole.width - width)
    let y = min(Int(crop.y * Double(whole.height)), whole.height - height)
    var part = Bitmap(width: width, height: height)
    for row in 0..<height {
      let start = (y + row) * whole.width + x
      part.pixels.replaceSubrange(row * width..<(row + 1) * width, with: bitmap.pixels[start..<start + width])
    }
    return part
  }
}
