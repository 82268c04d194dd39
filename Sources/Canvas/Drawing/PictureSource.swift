import CCairo
import Geometry
import Raster

/// Gives a picture at whatever resolution the page asks for: a photo, a material, a view of a room.
public protocol PictureSource: Sendable {
  /// The part `crop` of the picture.
  ///
  /// - Parameters:
  ///   - crop: in fractions of the whole picture, 0...1; not empty.
  ///   - width: of the result in pixels, at least 1.
  ///   - height: of the result in pixels, at least 1.
  ///   - pixelsPerMillimetre: the page's resolution, for sources whose texture has a physical size.
  /// - Returns: a bitmap of the asked size, or a smaller one where the picture has no more to show.
  func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap
}

extension Canvas {
  /// What a document asks of its pictures: 300 dpi where the user's unit is a millimetre.
  private static let documentScale = 300 / 25.4

  /// Draws the part `crop` (fractions) of `source` into `frame`, edges anti-aliased, at the resolution of the canvas.
  /// The user's unit must be a millimetre; the present transform may turn, but scales alike in both directions.
  public borrowing func draw(_ source: some PictureSource, crop: Rect, in frame: Rect) {
    guard frame.width > 0, frame.height > 0 else { return }
    let scale = sink == nil ? deviceScale() : Self.documentScale
    func pixels(_ length: Double) -> Int { min(max(Int((length * scale).rounded(.up)), 1), Self.sideLimit) }
    let bitmap = source.bitmap(
      crop: crop, width: pixels(frame.width), height: pixels(frame.height), pixelsPerMillimetre: scale)
    guard let surface = bitmap.surface else { return }
    cairo_save(context)
    cairo_set_source_surface(context, surface, 0, 0)
    // From the user's unit to pixels of the picture.
    var matrix = cairo_matrix_t(
      xx: Double(bitmap.width) / frame.width, yx: 0, xy: 0, yy: Double(bitmap.height) / frame.height,
      x0: -frame.left * Double(bitmap.width) / frame.width,
      y0: -frame.top * Double(bitmap.height) / frame.height)
    let pattern = cairo_get_source(context)
    cairo_pattern_set_matrix(pattern, &matrix)
    cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    cairo_pattern_set_filter(pattern, CAIRO_FILTER_BILINEAR)
    trace(.rect(frame))
    cairo_fill(context)
    cairo_restore(context)
    cairo_surface_destroy(surface)
  }

  /// Pixels per user unit.
  private borrowing func deviceScale() -> Double {
    var (x, y) = (1.0, 0.0)
    cairo_user_to_device_distance(context, &x, &y)
    return (x * x + y * y).squareRoot()
  }
}

extension Bitmap {
  /// A copy that cairo owns; nil if it has no memory for it. The caller destroys it.
  fileprivate var surface: OpaquePointer? {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)),
      let data = cairo_image_surface_get_data(surface)
    else { return nil }
    let stride = Int(cairo_image_surface_get_stride(surface)) / 4
    // Sound: cairo owns `stride * height` aligned 32-bit pixels, and `stride` is at least `width`.
    let target = UnsafeMutableRawPointer(data).assumingMemoryBound(to: UInt32.self)
    pixels.withUnsafeBufferPointer { source in
      for row in 0..<height {
        (target + row * stride).update(from: source.baseAddress! + row * width, count: width)
      }
    }
    cairo_surface_mark_dirty(surface)
    return surface
  }
}
