import CCairo
import Color
import Geometry
import Raster

/// A cairo context and its surface: draws paths and text, gives a bitmap or a document.
///
/// cairo keeps the first error and ignores all later calls; `bitmap()` and `document()` check it once, so that
/// nothing drawn by a failed context is ever used. Freed once, by `deinit`.
public struct Canvas: ~Copyable {
  /// Larger image surfaces do not exist in cairo.
  public static let sideLimit = 32_767

  let context: OpaquePointer
  private let surface: OpaquePointer
  let sink: DocumentSink?
  private let pixelWidth: Int
  private let pixelHeight: Int
  /// Draws in cairo's place, for sketches.
  let pen: SketchPen?

  /// A transparent raster of the given size in pixels; one user unit is one pixel.
  ///
  /// A sketch is drawn coarsely and fast: edges from few samples, curves within a fraction of a pixel. For small pictures
  /// on an opaque ground that are measured, not looked at.
  public init(width: Int, height: Int, isSketch: Bool = false) throws(CanvasError) {
    guard (1...Self.sideLimit).contains(width), (1...Self.sideLimit).contains(height) else {
      throw .size(width: width, height: height)
    }
    try self.init(
      surface: cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)), sink: nil,
      width: width, height: height, pen: isSketch ? SketchPen(width: width, height: height) : nil)
    guard isSketch else { return }
    cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST)
    cairo_set_tolerance(context, 0.25)
  }

  /// A one-page document in memory; `size` and user units are points.
  public init(document kind: DocumentKind, size: Size) throws(CanvasError) {
    let sink = DocumentSink(kind)
    let target = Unmanaged.passUnretained(sink).toOpaque()
    let surface =
      switch kind {
      case .pdf: cairo_pdf_surface_create_for_stream(DocumentSink.write, target, size.width, size.height)
      case .svg: cairo_svg_surface_create_for_stream(DocumentSink.write, target, size.width, size.height)
      }
    if kind == .pdf, let surface {
      // A fixed date: without it the bytes change with the clock.
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, "2000-01-01T00:00:00Z")
    }
    try self.init(surface: surface, sink: sink, width: 0, height: 0)
  }

  private init(
    surface: OpaquePointer?, sink: DocumentSink?, width: Int, height: Int, pen: SketchPen? = nil
  ) throws(CanvasError) {
    let context = cairo_create(surface)
    let status = cairo_status(context)
    guard status == CAIRO_STATUS_SUCCESS, let context, let surface else {
      cairo_destroy(context)
      cairo_surface_destroy(surface)
      throw .drawing(String(cString: cairo_status_to_string(status)))
    }
    self.surface = surface
    self.context = context
    self.sink = sink
    pixelWidth = width
    pixelHeight = height
    self.pen = pen
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  private borrowing func check() throws(CanvasError) {
    let statuses = [cairo_status(context), cairo_surface_status(surface)]
    for status in statuses where status != CAIRO_STATUS_SUCCESS {
      throw .drawing(String(cString: cairo_status_to_string(status)))
    }
  }

  /// The pixels drawn so far. Throws if any call failed, or on a document.
  public borrowing func bitmap() throws(CanvasError) -> Bitmap {
    cairo_surface_flush(surface)
    try check()
    guard let data = cairo_image_surface_get_data(surface) else { throw .drawing("not a raster canvas") }
    let stride = Int(cairo_image_surface_get_stride(surface)) / 4
    // Sound: cairo owns `stride * height` aligned 32-bit pixels until the surface is destroyed.
    let source = UnsafeRawPointer(data).assumingMemoryBound(to: UInt32.self)
    let (width, height) = (pixelWidth, pixelHeight)
    let pixels = [UInt32](unsafeUninitializedCapacity: width * height) { target, count in
      for row in 0..<height {
        (target.baseAddress! + row * width).initialize(from: source + row * stride, count: width)
      }
      count = width * height
    }
    return Bitmap(width: width, height: height, pixels: pixels)
  }

  /// Closes the page and gives the file's bytes. Throws if any call failed, or on a raster.
  public consuming func document() throws(CanvasError) -> [UInt8] {
    guard let sink else { throw .drawing("not a document canvas") }
    cairo_show_page(context)
    try check()
    cairo_surface_finish(surface)
    try check()
    return sink.kind == .svg ? renumberedSVG(sink.bytes) : sink.bytes
  }

  /// Gives `body` the surface's pixels and their number from row to row; raster canvases only.
  borrowing func withPixels(_ body: (UnsafeMutablePointer<UInt32>, _ stride: Int) -> Void) {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return }
    // Sound: cairo owns `stride * height` aligned 32-bit pixels until the surface is destroyed.
    body(
      UnsafeMutableRawPointer(data).assumingMemoryBound(to: UInt32.self),
      Int(cairo_image_surface_get_stride(surface)) / 4)
    cairo_surface_mark_dirty(surface)
  }

  /// Copies `bitmap` so that its top-left pixel lands on pixel (x, y); parts outside are cut. Raster canvases only.
  public borrowing func copy(_ bitmap: Bitmap, x: Int, y: Int) {
    let columns = max(0, -x)..<max(0, -x, min(bitmap.width, pixelWidth - x))
    let rows = max(0, -y)..<max(0, -y, min(bitmap.height, pixelHeight - y))
    guard !columns.isEmpty else { return }
    withPixels { target, stride in
      // Sound: both ranges were cut to the bitmap and to the surface.
      bitmap.pixels.withUnsafeBufferPointer { source in
        for row in rows {
          let from = source.baseAddress! + row * bitmap.width + columns.lowerBound
          (target + (y + row) * stride + x + columns.lowerBound).update(from: from, count: columns.count)
        }
      }
    }
  }
}

/// The kinds of vector files.
public enum DocumentKind: String, Sendable { case pdf, svg }

/// Collects what cairo writes.
final class DocumentSink {
  let kind: DocumentKind
  var bytes: [UInt8] = []

  init(_ kind: DocumentKind) { self.kind = kind }

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<DocumentSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
