import CVector

/// Smooths a plane but keeps the edges that a guide has: in every window the result is a linear function of the
/// guide (He, Sun and Tang, "Guided image filtering", 2010).
///
/// Where the guide varies much more than `epsilon` the plane's relation to it is kept, where it varies less
/// the plane is averaged. No halos: a linear function has no edges of its own. Cost is independent of the
/// radius and, for each pixel, of the size: one pass with running sums for the guide, two for every plane.
public struct GuidedFilter: Sendable {
  /// Half the side of a window, in pixels.
  public let radius: Int
  /// What counts as little variance, in squared units of the guide; above 0.
  public let epsilon: Float
  private let guide: Plane
  /// The guide's mean in every window, and 1 / (variance + epsilon).
  private let statistics: StoredRows

  /// Prepares a guide, with samples of about 0...1.
  public init(guide: Plane, radius: Int, epsilon: Float, jobs: Int = 1) {
    precondition(radius >= 0 && epsilon > 0, "the radius is at least 0 and epsilon above 0")
    (self.guide, self.radius, self.epsilon) = (guide, radius, epsilon)
    let means = BoxRows(Products(plane: guide, other: guide), radius: radius)
    let statistics = GuideStatistics(means: means, epsilon: epsilon)
    self.statistics = StoredRows(statistics, jobs: jobs, height: boxBandHeight(radius: radius))
  }

  /// The filtered plane; it must be of the guide's size. Equal for any number of jobs.
  public func apply(to plane: Plane, jobs: Int = 1) -> Plane {
    precondition(plane.width == guide.width && plane.height == guide.height)
    let height = boxBandHeight(radius: radius)
    let means = BoxRows(Products(plane: plane, other: guide), radius: radius)
    let lines = StoredRows(GuidedLines(means: means, statistics: statistics), jobs: jobs, height: height)
    let result = GuidedRows(means: BoxRows(lines, radius: radius), guide: guide)
    return StoredRows(result, jobs: jobs, height: height).plane
  }
}

/// A plane and its product with another.
private struct Products: RowSource {
  let plane: Plane
  let other: Plane
  var shape: RowShape { RowShape(width: plane.width, height: plane.height, planes: 2) }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    let (a, b, stride) = (plane.samples.span, other.samples.span, plane.stride)
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      let lanes = a.lanes(at: y * stride + x)
      row.setLanes(lanes, at: x)
      row.setLanes(lanes * b.lanes(at: y * stride + x), at: stride + x)
    }
  }
}

/// The means of the guide and its squares turned into its mean and 1 / (variance + epsilon).
private struct GuideStatistics: RowSource {
  var means: BoxRows<Products>
  let epsilon: Float
  var shape: RowShape { means.shape }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    means.fetch(y, into: &row)
    let stride = shape.stride
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      let mean = row.lanes(at: x)
      let variance = f32x8_max(row.lanes(at: stride + x) - mean * mean, Lanes())
      row.setLanes(Lanes(repeating: 1) / (variance + Lanes(repeating: epsilon)), at: stride + x)
    }
  }
}

/// The means of a plane and its products with the guide turned into slope and offset of each window's linear
/// function: equations 5 and 6 of the paper.
private struct GuidedLines: RowSource {
  var means: BoxRows<Products>
  let statistics: StoredRows
  var shape: RowShape { means.shape }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    means.fetch(y, into: &row)
    let (stride, statistics) = (shape.stride, statistics.samples.span)
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      let at = 2 * y * stride + x
      let (middle, mean) = (row.lanes(at: x), statistics.lanes(at: at))
      let slope = (row.lanes(at: stride + x) - middle * mean) * statistics.lanes(at: at + stride)
      row.setLanes(slope, at: x)
      row.setLanes(middle - slope * mean, at: stride + x)
    }
  }
}

/// The mean linear function at every pixel: equation 8 of the paper.
private struct GuidedRows: RowSource {
  var means: BoxRows<StoredRows>
  let guide: Plane
  var shape: RowShape { RowShape(width: guide.width, height: guide.height, planes: 1) }
  private var line: [Float]

  init(means: BoxRows<StoredRows>, guide: Plane) {
    (self.means, self.guide) = (means, guide)
    line = [Float](repeating: 0, count: means.shape.length)
  }

  mutating func fetch(_ y: Int, into row: inout MutableSpan<Float>) {
    fetchRow(y, from: &means, into: &line)
    let (stride, line, guide) = (guide.stride, line.span, guide.samples.span)
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      row.setLanes(line.lanes(at: x) * guide.lanes(at: y * stride + x) + line.lanes(at: stride + x), at: x)
    }
  }
}
