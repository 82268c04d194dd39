import CPNG

/// A checked text as NUL-terminated bytes.
struct StoredText {
  let keyword: [CChar]
  let text: [CChar]
  let compressed: Bool

  init(_ source: PNGText) throws(ImageFileError) {
    guard let bytes = keywordBytes(source.keyword) else { throw .badKeyword(source.keyword) }
    guard !source.text.utf8.contains(0) else { throw .badText(keyword: source.keyword) }
    keyword = (bytes + [0]).map { CChar(bitPattern: $0) }
    text = source.text.utf8.map { CChar(bitPattern: $0) } + [0]
    compressed = source.compressed
  }

  /// Deflate never grows data by more than a thousandth and a few bytes.
  var bound: Int { keyword.count + text.count + text.count / 100 + 100 }
}

/// What goes around the bands of a file, checked.
struct PNGFrame {
  let density: UInt32
  let texts: [StoredText]

  /// - Throws: `badDensity`, `badKeyword` or `badText`.
  init(_ options: PNGEncoding) throws(ImageFileError) {
    let dots = options.dotsPerMetre
    guard dots.map({ (1...Int(Int32.max)).contains($0) }) ?? true else { throw .badDensity(dots!) }
    density = UInt32(dots ?? 0)
    texts = try options.texts.map { text throws(ImageFileError) in try StoredText(text) }
  }
}

/// The deflated bands of one PNG, made by several threads in any order, joined at the end.
final class BandWriter: @unchecked Sendable {
  // Sound: every band is written by the one lane that made it, and read when all are done.
  let layout: RowLayout
  private let bands: UnsafeMutableBufferPointer<cpng_band>

  /// - Throws: `unsupportedSize`.
  init(_ layout: RowLayout) throws(ImageFileError) {
    let side = 1...Int(Int32.max) / 8
    guard side.contains(layout.width), side.contains(layout.height) else {
      throw .unsupportedSize(width: layout.width, height: layout.height)
    }
    self.layout = layout
    bands = .allocate(capacity: (layout.height + layout.bandRows - 1) / layout.bandRows)
    bands.initialize(repeating: cpng_band())
  }

  deinit {
    for index in bands.indices { cpng_band_free(&bands[index]) }
    bands.deallocate()
  }

  var count: Int { bands.count }

  /// The rows of a band.
  func rows(of band: Int) -> Range<Int> {
    band * layout.bandRows..<min(layout.height, (band + 1) * layout.bandRows)
  }

  /// Filters and deflates what the lane's rows hold; false if memory ran out.
  func makeBand(_ band: Int, with lane: borrowing Lane) -> Bool {
    cpng_lane_make_band(lane.handle, rows(of: band).count, band == count - 1 ? 1 : 0, &bands[band]) == 0
  }

  /// The file, once every band is made.
  func file(_ frame: PNGFrame) throws(ImageFileError) -> [UInt8] {
    guard bands.allSatisfy({ $0.data != nil }) else { throw .encoder("out of memory") }
    let chunks = bands.reduce(0) { $0 + Int($1.length) + 12 }
    let capacity = frame.texts.reduce(chunks + 200) { $0 + $1.bound }
    var message = [CChar](repeating: 0, count: Int(CPNG_MESSAGE_SIZE))
    var failed = false
    var layout = cpng_layout(self.layout)
    let file = [UInt8](unsafeUninitializedCapacity: capacity) { out, length in
      withCTexts(frame.texts) { entries in
        failed =
          cpng_write(
            &layout, frame.density, entries.baseAddress, entries.count, bands.baseAddress!, bands.count,
            out.baseAddress!, capacity, &length, &message) != 0
      }
    }
    if failed { throw .encoder(text(of: message)) }
    return file
  }
}

/// The scratch memory of one thread.
struct Lane: ~Copyable {
  let handle: OpaquePointer

  /// Nil if memory is short.
  init?(_ layout: RowLayout) {
    var layout = cpng_layout(layout)
    guard let handle = cpng_lane_new(&layout) else { return nil }
    self.handle = handle
  }

  deinit { cpng_lane_free(handle) }

  /// Room for a row: 0 is the one above the band.
  func row(_ index: Int) -> UnsafeMutablePointer<UInt8> { cpng_lane_row(handle, index) }
}

/// Passes the texts as C strings that live as long as `body` runs.
private func withCTexts<R>(_ texts: [StoredText], _ body: (UnsafeBufferPointer<cpng_text>) -> R) -> R {
  let copies = texts.map { (copied($0.keyword), copied($0.text), $0.compressed) }
  defer {
    for copy in copies {
      copy.0.deallocate()
      copy.1.deallocate()
    }
  }
  let entries = copies.map { cpng_text(keyword: $0.0, text: $0.1, compressed: $0.2 ? 1 : 0) }
  return entries.withUnsafeBufferPointer(body)
}

private func copied(_ string: [CChar]) -> UnsafeMutablePointer<CChar> {
  let copy = UnsafeMutablePointer<CChar>.allocate(capacity: string.count)
  copy.initialize(from: string, count: string.count)
  return copy
}

/// The text of a C message buffer.
func text(of message: [CChar]) -> String {
  String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
