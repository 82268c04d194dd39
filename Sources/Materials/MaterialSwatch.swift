import Raster

/// What a material looks like before light falls on it, one float32 sample a pixel for each of five things.
///
/// Memory is planar by row, as in ``PlanarImage``: the rows of all planes at one height lie together, each padded to
/// whole vectors of eight.
public struct MaterialSwatch: Sendable {
  /// What a plane holds.
  public enum Part: Int, Sendable, CaseIterable {
    /// Albedo in linear-light sRGB; may leave 0...1 a little where the gamut ends.
    case red, green, blue
    /// Millimetres; the mean is no matter.
    case height
    /// 0 matt to 1 polished.
    case gloss
  }

  public let width: Int
  public let height: Int
  /// Samples of one row of one plane, with padding.
  public let stride: Int
  /// Millimetres from one sample to the next.
  public let step: Double
  /// True if the right edge meets the left and the foot the head.
  public let isSeamless: Bool
  /// True for bare metal, which mirrors in its own colour.
  public let isMetal: Bool
  /// `height * 5 * stride` samples.
  public private(set) var samples: [Float]

  /// The samples of a plane in row `y`, without padding.
  public func row(_ y: Int, _ part: Part) -> ArraySlice<Float> {
    precondition((0..<height).contains(y))
    let start = (y * Part.allCases.count + part.rawValue) * stride
    return samples[start..<start + width]
  }

  /// Asks the surface for every sample of the job's window.
  init<S: Surface>(_ job: MaterialJob, isMetal: Bool = false, of surface: S) {
    let grid = job.grid
    (width, height, step) = (grid.window.width, grid.window.height, grid.stepX)
    (stride, isSeamless, self.isMetal) = (Rows.padded(width), grid.isSeamless, isMetal)
    samples = [Float](unwritten: height * Part.allCases.count * stride)
    let stride = stride
    // In double: a place is the same wherever the window begins, and the first sample after a seam is the first.
    let columns = (0..<stride).map {
      Float((Double(Self.wrapped($0 + grid.window.x, grid.columns)) + 0.5) * grid.stepX)
    }
    // Low bands: some surfaces take their time, and no thread should wait long for the last.
    Bands.fill(
      &samples, rows: height, rowLength: Part.allCases.count * stride, jobs: job.jobs, height: 16
    ) { band, rows in
      for y in band {
        let start = (y - band.lowerBound) * Part.allCases.count * stride
        Self.fill(&rows, start, columns.span, row: y, grid, surface)
      }
    }
  }

  private static func fill<S: Surface>(
    _ rows: inout MutableSpan<Float>, _ start: Int, _ columns: Span<Float>, row y: Int, _ grid: MaterialGrid,
    _ surface: S
  ) {
    let pixel = Float(1 / grid.pixelsPerMillimetre)
    let down = Lanes(repeating: Float((Double(wrapped(y + grid.window.y, grid.rows)) + 0.5) * grid.stepY))
    let lab = LabToLinear(), stride = columns.count
    for x in Swift.stride(from: 0, to: stride, by: 8) {
      let across = columns.lanes(at: x)
      let texel = surface.texel(Spot(x: across, y: down, pixel: pixel))
      let light = lab.apply(texel.lightness, texel.a, texel.b)
      rows.setLanes(light.0, at: start + x)
      rows.setLanes(light.1, at: start + stride + x)
      rows.setLanes(light.2, at: start + 2 * stride + x)
      rows.setLanes(texel.height, at: start + 3 * stride + x)
      rows.setLanes(texel.gloss, at: start + 4 * stride + x)
    }
  }

  private static func wrapped(_ index: Int, _ count: Int) -> Int {
    let rest = index % count
    return rest < 0 ? rest + count : rest
  }
}
