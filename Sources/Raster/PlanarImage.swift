/// A picture in linear-light sRGB, one float32 plane for each of red, green, blue and (unless opaque) alpha.
///
/// Colour is premultiplied by alpha; all values are 0...1 in a picture that came from a ``Bitmap``.
/// Memory is planar by row: the rows of all planes at one height lie together, each padded to whole vectors of
/// eight. A band of rows is then one stretch of memory, and a kernel never meets a ragged end. (Planes one
/// after the other would scatter a band over four places.)
///
/// Interleaved pixels lost: the same chain of matrix, tone curve and saturation runs at 940 to 970 MP/s on planes and
/// at 470 to 610 MP/s on RGBA pixels, two to a vector (`maquette-bench pixel-layout`, one thread, in cache): each
/// mixture of channels costs shuffles, and a quarter of every vector is an alpha that nobody needs.
public struct PlanarImage: Sendable {
  /// Width in pixels, at least 0.
  public let width: Int
  /// Height in pixels, at least 0.
  public let height: Int
  /// True if there is no alpha plane.
  public let isOpaque: Bool
  /// Samples of one row of one plane, with padding.
  public let stride: Int
  /// `height * planes * stride` samples.
  public private(set) var samples: [Float]

  /// 3 or 4.
  public var planes: Int { isOpaque ? 3 : 4 }

  /// A black (or, with alpha, transparent) picture.
  public init(width: Int, height: Int, isOpaque: Bool) {
    precondition(width >= 0 && height >= 0)
    (self.width, self.height, self.isOpaque, stride) = (width, height, isOpaque, Rows.padded(width))
    samples = [Float](filled: 0, count: height * (isOpaque ? 3 : 4) * stride)
  }

  /// A picture over ready rows: planes one after the other, each of padded length.
  init(width: Int, height: Int, isOpaque: Bool, samples: [Float]) {
    precondition(samples.count == height * (isOpaque ? 3 : 4) * Rows.padded(width))
    (self.width, self.height, self.isOpaque, stride) = (width, height, isOpaque, Rows.padded(width))
    self.samples = samples
  }

  /// The samples of a plane (0 red, 1 green, 2 blue, 3 alpha) in row `y`, without padding.
  public func row(_ y: Int, plane: Int) -> ArraySlice<Float> {
    precondition((0..<height).contains(y) && (0..<planes).contains(plane))
    let start = (y * planes + plane) * stride
    return samples[start..<start + width]
  }

  /// Works on all rows in bands (see ``Bands``): `body` gets the rows and their samples, `planes * stride` a row.
  public mutating func updateBands(
    jobs: Int, _ body: @Sendable (Range<Int>, inout MutableSpan<Float>) -> Void
  ) {
    Bands.fill(&samples, rows: height, rowLength: planes * stride, jobs: jobs, body)
  }
}
