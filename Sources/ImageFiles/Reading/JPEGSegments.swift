/// What a JPEG says of itself before its image data. Thumbnails, places and everything else stay unread.
struct JPEGSegments {
  private(set) var orientation = Orientation.upright
  /// The colour profile, joined from its parts; nil if there is none or a part is missing.
  private(set) var profile: [UInt8]?

  /// Walks the segments up to the image data. O(segments and profile bytes).
  init(_ bytes: [UInt8]) {
    var parts: [Int: ArraySlice<UInt8>] = [:]
    var total = 0
    var position = 2
    while let segment = Self.segment(bytes, at: position), ![0xDA, 0xD9].contains(segment.marker) {
      let content = bytes[segment.content]
      if segment.marker == 0xE1, content.starts(with: Self.exif), orientation == .upright {
        orientation = exifOrientation(content.dropFirst(Self.exif.count))
      }
      if segment.marker == 0xE2, content.starts(with: Self.icc), content.count > Self.icc.count + 2 {
        let head = content.dropFirst(Self.icc.count)
        parts[Int(head[head.startIndex])] = head.dropFirst(2)
        total = Int(head[head.startIndex + 1])
      }
      position = segment.content.upperBound
    }
    profile = Self.joined(parts, count: total)
  }

  private static let exif = Array("Exif\0\0".utf8)
  private static let icc = Array("ICC_PROFILE\0".utf8)

  private static func joined(_ parts: [Int: ArraySlice<UInt8>], count: Int) -> [UInt8]? {
    guard count > 0, parts.count == count else { return nil }
    let ordered = (1...count).compactMap { parts[$0] }
    return ordered.count == count ? ordered.flatMap { $0 } : nil
  }

  /// The segment that starts at `position`, without its length; nil where none does.
  private static func segment(_ bytes: [UInt8], at position: Int) -> (marker: UInt8, content: Range<Int>)? {
    guard position < bytes.count, bytes[position] == 0xFF else { return nil }
    guard let mark = bytes[position...].firstIndex(where: { $0 != 0xFF }), bytes.count - mark > 2 else {
      return nil
    }
    let length = Int(bytes[mark + 1]) << 8 | Int(bytes[mark + 2])
    guard length >= 2, length < bytes.count - mark else { return nil }
    return (bytes[mark], mark + 3..<mark + 1 + length)
  }
}
