/// What goes into a PNG file besides its pixels, and how many threads write it.
public struct PNGEncoding: Equatable, Sendable {
  /// Print resolution in dots per metre, 1 to 2,147,483,647 (300 dpi is 11,811); nil leaves it out.
  public var dotsPerMetre: Int?
  /// International text chunks, written before the image data in this order.
  public var texts: [PNGText]
  /// Number of threads, at least 1. It never changes a byte of the file.
  public var jobs: Int

  /// A plain file on one thread unless told otherwise.
  public init(dotsPerMetre: Int? = nil, texts: [PNGText] = [], jobs: Int = 1) {
    precondition(jobs >= 1)
    self.dotsPerMetre = dotsPerMetre
    self.texts = texts
    self.jobs = jobs
  }
}

/// One keyword and its text, stored as an `iTXt` chunk.
public struct PNGText: Equatable, Sendable {
  /// 1 to 79 printable Latin-1 characters; no space at either end, no two in a row.
  public var keyword: String
  /// Any text without a NUL character.
  public var text: String
  /// Whether the text is deflated in the file.
  public var compressed: Bool

  /// A text, uncompressed unless told otherwise.
  public init(keyword: String, text: String, compressed: Bool = false) {
    self.keyword = keyword
    self.text = text
    self.compressed = compressed
  }
}

/// The keyword in the file's character set; nil if it breaks a rule of the PNG specification (11.3.4.2).
func keywordBytes(_ keyword: String) -> [UInt8]? {
  var bytes: [UInt8] = []
  for scalar in keyword.unicodeScalars {
    guard (0x20...0x7E).contains(scalar.value) || (0xA1...0xFF).contains(scalar.value) else { return nil }
    guard scalar != " " || (bytes.last ?? 0x20) != 0x20 else { return nil }
    bytes.append(UInt8(scalar.value))
  }
  return (1...79).contains(bytes.count) && bytes.last != 0x20 ? bytes : nil
}
