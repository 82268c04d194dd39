import Color

/// A 16-bit image in encoded sRGB with straight (not premultiplied) alpha: what a deep file holds.
public struct DeepBitmap: Equatable, Sendable {
  /// Width in pixels, at least 0.
  public let width: Int
  /// Height in pixels, at least 0.
  public let height: Int
  /// `width * height` pixels, each `0xAAAA_RRRR_GGGG_BBBB`.
  public var pixels: [UInt64]

  /// A deep bitmap over ready pixels; their count must be `width * height`.
  public init(width: Int, height: Int, pixels: [UInt64]) {
    precondition(width >= 0 && height >= 0 && pixels.count == width * height)
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// True if no pixel is transparent. O(pixels).
  public var isOpaque: Bool { pixels.allSatisfy { $0 >> 48 == 65535 } }
}

/// A picture at rest, as deep as the file that it came from: four bytes a pixel or eight.
///
/// Work happens in linear light in float32 (``PlanarImage``, whole or a band at a time), so that 24 megapixels
/// need 100 MB while they wait and not 400.
public enum Picture: Equatable, Sendable {
  case shallow(Bitmap)
  case deep(DeepBitmap)

  /// Width in pixels.
  public var width: Int {
    switch self {
    case .shallow(let bitmap): bitmap.width
    case .deep(let bitmap): bitmap.width
    }
  }

  /// Height in pixels.
  public var height: Int {
    switch self {
    case .shallow(let bitmap): bitmap.height
    case .deep(let bitmap): bitmap.height
    }
  }

  /// True if no pixel is transparent. O(pixels).
  public var isOpaque: Bool {
    switch self {
    case .shallow(let bitmap): bitmap.isOpaque
    case .deep(let bitmap): bitmap.isOpaque
    }
  }

  /// The picture in linear light.
  public func planar(jobs: Int = 1) -> PlanarImage {
    StoredRows(PictureRows(self, planes: isOpaque(jobs: jobs) ? 3 : 4), jobs: jobs).image
  }

  /// The picture in 8 bits; a deep one is dithered on the way.
  public func bitmap(jobs: Int = 1) -> Bitmap {
    switch self {
    case .shallow(let bitmap): bitmap
    case .deep(let bitmap): PlanarImage(bitmap, jobs: jobs).bitmap(dithered: true, jobs: jobs)
    }
  }

  /// A picture as deep as this one from linear light; 8 bits are dithered.
  public func like(_ image: PlanarImage, jobs: Int = 1) -> Picture {
    switch self {
    case .shallow: .shallow(image.bitmap(dithered: true, jobs: jobs))
    case .deep: .deep(image.deepBitmap(jobs: jobs))
    }
  }
}
