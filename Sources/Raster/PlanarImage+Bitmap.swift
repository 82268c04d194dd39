extension PlanarImage {
  /// Decodes a bitmap; `isOpaque` is the bitmap's own. O(pixels).
  public init(_ bitmap: Bitmap, jobs: Int = 1) { self = Picture.shallow(bitmap).planar(jobs: jobs) }

  /// Decodes a deep bitmap. O(pixels).
  public init(_ bitmap: DeepBitmap, jobs: Int = 1) { self = Picture.deep(bitmap).planar(jobs: jobs) }

  /// Encodes to 8 bits, to the nearest code, values outside 0...1 clamped; the inverse of ``init(_:jobs:)``.
  /// `dithered` spreads the rounding of an opaque picture so that gradients show no bands.
  public func bitmap(dithered: Bool = false, jobs: Int = 1) -> Bitmap {
    rows.bitmap(dithered: dithered, jobs: jobs)
  }

  /// Encodes to 16 bits, to the nearest code, values outside 0...1 clamped; the inverse of ``init(_:jobs:)``.
  public func deepBitmap(jobs: Int = 1) -> DeepBitmap { rows.deepBitmap(jobs: jobs) }
}
