/// Numbers on a square grid, sample (i, j) at the point (i, j), and linear between them.
public struct ScalarGrid: Sendable {
  public let width: Int
  public let height: Int
  /// `width * height` samples, row by row.
  public var samples: [Float]

  /// A grid over ready samples; their count must be `width * height`.
  public init(width: Int, height: Int, samples: [Float]) {
    precondition(width >= 0 && height >= 0 && samples.count == width * height)
    (self.width, self.height, self.samples) = (width, height, samples)
  }

  /// The grid with a rim of one value around it: sample (i, j) moves to (i + 1, j + 1). With a rim below the level all
  /// isolines are closed.
  public func rimmed(with value: Float) -> ScalarGrid {
    var rimmed = [Float](repeating: value, count: (width + 2) * (height + 2))
    for y in 0..<height {
      for x in 0..<width { rimmed[(y + 1) * (width + 2) + x + 1] = samples[y * width + x] }
    }
    return ScalarGrid(width: width + 2, height: height + 2, samples: rimmed)
  }
}

/// A line of equal value. Higher values lie to the right as one walks along it on a page, so outlines of high areas
/// have positive area and holes in them negative.
public struct Contour: Hashable, Sendable {
  public var points: [Point]
  /// True if the last point is joined to the first; else both ends lie on the border of the grid.
  public let isClosed: Bool

  public init(_ points: [Point], isClosed: Bool) {
    self.points = points
    self.isClosed = isClosed
  }

  /// The area inside a closed contour, negative for a hole.
  public var area: Double {
    guard isClosed, var from = points.last else { return 0 }
    var sum = 0.0
    for to in points {
      sum += from.x * to.y - from.y * to.x
      from = to
    }
    return sum / 2
  }
}
