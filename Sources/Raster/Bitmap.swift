/// An 8-bit image in encoded sRGB with premultiplied alpha: what cairo draws and what files hold.
///
/// Memory order of a pixel is B, G, R, A (cairo's ARGB32 on a little-endian machine); rows follow each
/// other without padding, top row first.
public struct Bitmap: Equatable, Sendable {
  /// Width in pixels, at least 0.
  public let width: Int
  /// Height in pixels, at least 0.
  public let height: Int
  /// `width * height` pixels, each `0xAARRGGBB`.
  public var pixels: [UInt32]

  /// A bitmap of one colour; transparent black unless told otherwise.
  public init(width: Int, height: Int, fill: UInt32 = 0) {
    self.init(width: width, height: height, pixels: [UInt32](filled: fill, count: width * height))
  }

  /// A bitmap over ready pixels; their count must be `width * height`.
  public init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(width >= 0 && height >= 0 && pixels.count == width * height)
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// True if no pixel is transparent. O(pixels).
  public var isOpaque: Bool { pixels.allSatisfy { $0 >> 24 == 255 } }
}
