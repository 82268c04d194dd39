import CJPEG
import CPNG

/// An open file that gives its rows from the top. The bytes that it was opened on must outlive it.
///
/// Sound across threads because the decoders have no state but their own, and ``RowStream`` lets one thread in
/// at a time.
struct RowReader: ~Copyable, @unchecked Sendable {
  private typealias Read = (OpaquePointer, Int, UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<CChar>) ->
    Int32

  let layout: RowLayout
  private let handle: OpaquePointer
  private let read: Read
  private let free: (OpaquePointer) -> Void
  private let describe: @Sendable (String) -> ImageFileError

  /// Opens a PNG; its size must have been checked.
  init(png bytes: UnsafeBufferPointer<UInt8>) throws(ImageFileError) {
    var found = cpng_layout()
    var message = [CChar](repeating: 0, count: Int(CPNG_MESSAGE_SIZE))
    describe = { .damaged($0) }
    guard let handle = cpng_reader_new(bytes.baseAddress!, bytes.count, &found, &message) else {
      throw describe(text(of: message))
    }
    (self.handle, read, free) = (handle, cpng_reader_rows, cpng_reader_free)
    layout = RowLayout(
      width: found.width, height: found.height, model: found.channels < 3 ? .grey : .rgb,
      hasAlpha: found.channels % 2 == 0, isDeep: found.sample_bytes == 2)
  }

  /// Opens a JPEG by its header. Its memory is taken with the first rows.
  init(jpeg bytes: UnsafeBufferPointer<UInt8>) throws(ImageFileError) {
    var found = cjpeg_layout()
    var message = [CChar](repeating: 0, count: Int(CJPEG_MESSAGE_SIZE))
    describe = { .damagedJPEG($0) }
    guard let handle = cjpeg_reader_new(bytes.baseAddress!, bytes.count, Self.scanLimit, &found, &message)
    else {
      throw describe(text(of: message))
    }
    (self.handle, read, free) = (handle, cjpeg_reader_rows, cjpeg_reader_free)
    let model: RowLayout.Model =
      found.channels == 1 ? .grey : found.channels == 3 ? .rgb : .cmyk(isInverted: found.is_adobe != 0)
    layout = RowLayout(width: found.width, height: found.height, model: model, hasAlpha: false, isDeep: false)
  }

  /// Programs write about ten scans; each costs a pass over the picture.
  private static let scanLimit: Int32 = 64

  deinit { free(handle) }

  /// The next `count` rows.
  mutating func readRows(_ count: Int, into out: UnsafeMutablePointer<UInt8>) throws(ImageFileError) {
    var message = [CChar](repeating: 0, count: Int(max(CPNG_MESSAGE_SIZE, CJPEG_MESSAGE_SIZE)))
    guard read(handle, count, out, &message) == 0 else { throw describe(text(of: message)) }
  }
}
