/// One float32 sample a pixel, rows padded to whole vectors of eight.
public struct Plane: Equatable, Sendable {
  /// Width in pixels, at least 0.
  public let width: Int
  /// Height in pixels, at least 0.
  public let height: Int
  /// Samples of a row, with padding.
  public let stride: Int
  /// `height * stride` samples; what lies past the width is not part of the picture.
  public var samples: [Float]

  /// A plane of one value.
  public init(width: Int, height: Int, fill: Float = 0) {
    precondition(width >= 0 && height >= 0)
    (self.width, self.height, stride) = (width, height, Rows.padded(width))
    samples = [Float](filled: fill, count: height * stride)
  }

  /// A plane over ready rows of padded length.
  init(width: Int, height: Int, samples: [Float]) {
    precondition(samples.count == height * Rows.padded(width))
    (self.width, self.height, stride, self.samples) = (width, height, Rows.padded(width), samples)
  }

  /// The samples of row `y`, without padding.
  public func row(_ y: Int) -> ArraySlice<Float> {
    precondition((0..<height).contains(y))
    return samples[y * stride..<y * stride + width]
  }

  /// This plane minus another of its size.
  public func minus(_ other: Plane, jobs: Int = 1) -> Plane {
    combined(with: other, jobs: jobs) { a, b in a - b }
  }

  /// Sample by sample from two planes of one size.
  @inline(__always)
  public func combined(
    with other: Plane, jobs: Int, _ body: @Sendable (Lanes, Lanes) -> Lanes
  ) -> Plane {
    precondition(width == other.width && height == other.height)
    var result = self
    let stride = stride
    Bands.fill(&result.samples, rows: height, rowLength: stride, jobs: jobs) { band, samples in
      let source = other.samples.span
      let start = band.lowerBound * stride
      for x in Swift.stride(from: 0, to: samples.count, by: 8) {
        samples.setLanes(body(samples.lanes(at: x), source.lanes(at: start + x)), at: x)
      }
    }
    return result
  }
}
