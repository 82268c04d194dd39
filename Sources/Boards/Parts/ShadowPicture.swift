import Canvas
import Geometry
import Raster

/// The shadow of a card or a print that lies on the board, for use below it.
struct ShadowPicture: PictureSource {
  /// The card, millimetres.
  let size: Size
  /// How far it stands off the board, millimetres.
  let lift: Double

  /// How far the shadow reaches; millimetres.
  private var reach: Double { 2 + lift * 5 }

  /// The picture's frame around a card.
  func frame(_ card: Rect) -> Rect { card.inset(by: -reach) }

  func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    let whole = Size(size.width + 2 * reach, size.height + 2 * reach)
    var bitmap = Bitmap(width: width, height: height)
    // A shadow of a rectangle is nearly a product of what falls off across and down.
    func profile(
      _ count: Int, _ from: Double, _ part: Double, _ total: Double, _ length: Double, _ shift: Double
    )
      -> [Double]
    {
      (0..<count).map { i in
        let v = (from + (Double(i) + 0.5) / Double(count) * part) * total - reach - shift
        let d = max(-v, v - length)
        let t = min(1, max(0, 0.5 - d / (2 * (0.5 + lift * 2.2))))
        return t * t * (3 - 2 * t)
      }
    }
    let across = profile(width, crop.x, crop.width, whole.width, size.width, lift * 1.1)
    let down = profile(height, crop.y, crop.height, whole.height, size.height, lift * 1.6)
    for y in 0..<height {
      for x in 0..<width {
        bitmap.pixels[y * width + x] = UInt32(across[x] * down[y] * 0.30 * 255) << 24
      }
    }
    return bitmap
  }
}
