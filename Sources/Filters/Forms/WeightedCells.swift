import Geometry
import Raster

/// Moves points towards the weighted centres of their Voronoi cells (Lloyd, 1982; Secord, "Weighted Voronoi stippling",
/// 2002): they spread evenly and leave no clumps.
///
/// The weight is the square of the density: points at rest are as dense as the root of the weight (Gersho, 1979), so the
/// plain density would bleach darks and muddy lights a little more at every step.
///
/// Cells are polygons, integrated exactly along lines by sums over the rows of the grid and by the midpoint rule across
/// them, not counted in pixels: no grid shows in the result, and small cells cost no more than large ones.
struct WeightedCells: Sendable {
  private let density: Density
  /// Sums over each row from its start, with a 0 before: of the weight, and of the weight times the column.
  private let masses: [Double]
  private let moments: [Double]

  init(_ density: Density, jobs: Int) {
    self.density = density
    let (width, height) = (density.width, density.height)
    func sums(_ weigh: @Sendable (Double, Int) -> Double) -> [Double] {
      var sums = [Double](repeating: 0, count: (width + 1) * height)
      Bands.fill(&sums, rows: height, rowLength: width + 1, jobs: jobs) { band, sums in
        for y in band {
          let start = (y - band.lowerBound) * (width + 1)
          var sum = 0.0
          for x in 0..<width {
            let sample = Double(density.samples[y * width + x])
            sum += weigh(sample * sample, x)
            sums[start + x + 1] = sum
          }
        }
      }
      return sums
    }
    masses = sums { weight, _ in weight }
    moments = sums { weight, x in weight * (Double(x) + 0.5) }
  }

  /// The points after `steps` steps. Equal for any number of jobs.
  func relaxed(_ points: [Point], steps: Int, jobs: Int) -> [Point] {
    var points = points
    for _ in 0..<steps {
      let mesh = Delaunay(points)
      let before = points
      Bands.fill(&points, rows: points.count, rowLength: 1, jobs: jobs, height: 512) { band, moved in
        var cells = VoronoiCells(mesh, in: density.frame)
        for p in band {
          moved[p - band.lowerBound] = center(of: cells.outline(of: p)) ?? before[p]
        }
      }
    }
    return points
  }

  /// The centre of the weight in a convex outline; nil if there is none.
  private func center(of outline: [Point]) -> Point? {
    guard let first = outline.first else { return nil }
    var (top, bottom) = (first.y, first.y)
    for p in outline { (top, bottom) = (min(top, p.y), max(bottom, p.y)) }
    let lines = max(6, min(32, Int((bottom - top) / density.stepY * 2)))
    let step = (bottom - top) / Double(lines)
    var (mass, momentX, momentY) = (0.0, 0.0, 0.0)
    for line in 0..<lines {
      let y = top + (Double(line) + 0.5) * step
      let (left, right) = Self.span(outline, y)
      let row = max(0, min(density.height - 1, Int(y / density.stepY)))
      let (from, to) = (sums(row, left / density.stepX), sums(row, right / density.stepX))
      mass += to.mass - from.mass
      momentX += to.moment - from.moment
      momentY += (to.mass - from.mass) * y
    }
    guard mass > 1e-12 else { return nil }
    return Point(momentX / mass * density.stepX, momentY / mass)
  }

  /// Where the line at `y` enters and leaves a convex outline.
  private static func span(_ outline: [Point], _ y: Double) -> (Double, Double) {
    var (left, right) = (Double.infinity, -Double.infinity)
    var from = outline[outline.count - 1]
    for to in outline {
      if (from.y > y) != (to.y > y) {
        let x = from.x + (to.x - from.x) * ((y - from.y) / (to.y - from.y))
        (left, right) = (min(left, x), max(right, x))
      }
      from = to
    }
    return left <= right ? (left, right) : (0, 0)
  }

  /// Weight and moment of row `row` from its start to `x`, in columns; samples are flat within a column.
  private func sums(_ row: Int, _ x: Double) -> (mass: Double, moment: Double) {
    let column = max(0, min(density.width - 1, Int(x)))
    let part = max(0, min(1, x - Double(column)))
    let place = row * (density.width + 1) + column
    let weight = masses[place + 1] - masses[place]
    return (
      masses[place] + weight * part,
      moments[place] + weight * part * (Double(column) + part / 2)
    )
  }
}
