/// How a stored picture is turned for the eye: EXIF's eight orientations (CIPA DC-008, tag 274).
struct Orientation: Equatable, Sendable {
  /// 1...8; 1 is upright.
  let code: Int

  static let upright = Orientation(code: 1)

  /// Nil for a code that the standard does not define.
  init?(_ code: Int) {
    guard (1...8).contains(code) else { return nil }
    self.code = code
  }

  private init(code: Int) { self.code = code }

  /// Whether rows become columns.
  var swapsSides: Bool { code >= 5 }

  /// Where stored pixels land in a turned picture: pixel (x, y) at `origin + x * across + y * down`.
  func steps(width: Int, height: Int) -> (origin: Int, across: Int, down: Int) {
    let (right, bottom) = (width - 1, (height - 1))
    switch code {
    case 2: return (right, -1, width)
    case 3: return (right + bottom * width, -1, -width)
    case 4: return (bottom * width, 1, -width)
    case 5: return (0, height, 1)
    case 6: return (bottom, height, -1)
    case 7: return (bottom + right * height, -height, -1)
    case 8: return (right * height, -height, 1)
    default: return (0, 1, width)
    }
  }
}

/// The orientation in an EXIF block (a TIFF header and its first directory); nothing else of it is read.
/// Upright if the block says nothing or is broken. O(entries of one directory).
func exifOrientation(_ block: ArraySlice<UInt8>) -> Orientation {
  let tiff = TIFFBytes(block)
  guard let tiff, let start = tiff.long(4), let count = tiff.short(start) else { return .upright }
  for index in 0..<count {
    let entry = start + 2 + 12 * index
    guard let tag = tiff.short(entry) else { return .upright }
    guard tag == 274 else { continue }
    // One SHORT, which stands in the first half of the value.
    guard tiff.short(entry + 2) == 3, tiff.long(entry + 4) == 1, let code = tiff.short(entry + 8)
    else { return .upright }
    return Orientation(code) ?? .upright
  }
  return .upright
}

/// Numbers of a TIFF block in its byte order; nil outside of it.
private struct TIFFBytes {
  private let bytes: ArraySlice<UInt8>
  private let isLittle: Bool

  init?(_ bytes: ArraySlice<UInt8>) {
    guard bytes.starts(with: [0x49, 0x49, 42, 0]) || bytes.starts(with: [0x4D, 0x4D, 0, 42]) else {
      return nil
    }
    self.bytes = bytes
    isLittle = bytes.first == 0x49
  }

  func short(_ offset: Int) -> Int? { number(offset, 2) }
  func long(_ offset: Int) -> Int? { number(offset, 4) }

  private func number(_ offset: Int, _ count: Int) -> Int? {
    guard offset >= 0, offset <= bytes.count - count else { return nil }
    let part = bytes.dropFirst(offset).prefix(count)
    return (isLittle ? Array(part.reversed()) : Array(part)).reduce(0) { $0 << 8 | Int($1) }
  }
}
