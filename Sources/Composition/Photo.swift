import Canvas
import Geometry
import Raster

/// A picture file that a brief names, with what must be said of it.
///
/// It waits as a small copy; the whole picture is decoded again where a page asks for more than that, so that forty
/// photos of 24 megapixels fit in memory and a poster still gets every pixel.
public struct Photo: Sendable, PictureSource {
  /// The long side of the copy that waits, in pixels.
  static let previewSide = 2048

  /// The file as the brief names it.
  public let name: String
  /// SHA-256 of the file, in hexadecimal.
  public let digest: String
  /// Size of the upright picture in pixels.
  public let width: Int
  /// Size of the upright picture in pixels.
  public let height: Int
  /// What must stay visible, in fractions of the picture; empty if nothing was marked.
  public let focus: [Point]
  /// Who made it, as it must be printed.
  public let credit: String?
  /// The terms it may be used under.
  public let license: String?

  /// Where it draws the eye.
  public let interest: InterestMap

  /// Each half the size of the one before it.
  private let levels: [Bitmap]
  private let original: @Sendable () -> Bitmap?

  /// A photo over the decoded file, upright; `original` decodes the file again, or gives nil if it cannot.
  public init(
    name: String, digest: String, picture: Bitmap, focus: [Point] = [], credit: String? = nil,
    license: String? = nil, original: @escaping @Sendable () -> Bitmap?
  ) {
    self.name = name
    self.digest = digest
    (width, height) = (picture.width, picture.height)
    (self.focus, self.credit, self.license) = (focus, credit, license)
    levels = Self.levels(of: picture)
    interest = InterestMap(levels[levels.count - 1])
    self.original = original
  }

  /// Width over height.
  public var aspect: Double { Double(width) / Double(height) }

  /// The largest of the waiting copies that is at most `side` pixels long, for looking at: saliency, colours.
  public func preview(side: Int) -> Bitmap {
    levels.first { max($0.width, $0.height) <= side } ?? levels[levels.count - 1]
  }

  public func bitmap(crop: Rect, width: Int, height: Int, pixelsPerMillimetre: Double) -> Bitmap {
    let level = level(atLeast: Double(width) / crop.width, Double(height) / crop.height)
    return level.cropped(to: crop).resized(width: width, height: height)
  }

  /// The smallest level that is no smaller than the size asked of the whole picture, or the original.
  private func level(atLeast width: Double, _ height: Double) -> Bitmap {
    if let level = levels.last(where: { Double($0.width) >= width && Double($0.height) >= height }) {
      return level
    }
    return levels[0].width < self.width ? original() ?? levels[0] : levels[0]
  }

  private static func levels(of picture: Bitmap) -> [Bitmap] {
    var levels = [picture.shrunk(toSide: previewSide)]
    while let last = levels.last, min(last.width, last.height) >= 64 {
      levels.append(last.resized(width: (last.width + 1) / 2, height: (last.height + 1) / 2, .area))
    }
    return levels
  }
}

extension Photo: Hashable {
  public static func == (a: Photo, b: Photo) -> Bool {
    a.name == b.name && a.digest == b.digest && a.focus == b.focus && a.credit == b.credit
      && a.license == b.license
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(digest)
  }
}

extension Bitmap {
  /// The same picture with no side longer than `side` pixels.
  fileprivate func shrunk(toSide side: Int) -> Bitmap {
    let long = max(width, height)
    guard long > side else { return self }
    func scaled(_ length: Int) -> Int { max(1, (length * side + long / 2) / long) }
    return resized(width: scaled(width), height: scaled(height), .area)
  }

  /// The whole pixels under a part given in fractions; at least one.
  fileprivate func cropped(to part: Rect) -> Bitmap {
    func cut(_ from: Double, _ length: Double, of count: Int) -> Range<Int> {
      let start = min(max(Int((from * Double(count)).rounded()), 0), count - 1)
      let end = min(max(Int(((from + length) * Double(count)).rounded()), start + 1), count)
      return start..<end
    }
    let columns = cut(part.left, part.width, of: width)
    let rows = cut(part.top, part.height, of: height)
    if columns.count == width, rows.count == height { return self }
    var pixels: [UInt32] = []
    pixels.reserveCapacity(columns.count * rows.count)
    for y in rows {
      pixels += self.pixels[(y * width + columns.lowerBound)..<(y * width + columns.upperBound)]
    }
    return Bitmap(width: columns.count, height: rows.count, pixels: pixels)
  }
}
