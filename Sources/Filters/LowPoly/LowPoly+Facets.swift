import Color
import Composition
import Elementary
import Geometry
import Parameters
import Raster

extension LowPoly {
  /// The picture that decides has no more pixels than this.
  static let workingPixels = 700_000

  /// The facets of a picture, which must not be empty.
  func facets(of bitmap: Bitmap, _ context: FilterContext) -> Facets {
    let step = max(1, context.pixels(size))
    // A facet is seen through about 9 x 9 samples: more would only show grain, and a preview has no more.
    let samples = Double(bitmap.width) * Double(bitmap.height) / (step * step) * 81
    let limit = Int(max(4096, min(Double(Self.workingPixels), samples)))
    let view = ReducedPicture(bitmap, limit: limit, jobs: context.jobs)
    let mesh = Delaunay(corners(of: view, step: step, context))
    let means = FacetMeans(view, mesh).colors(jobs: context.jobs)
    let heights = heights(mesh.points.count, step: step, context.stream.child("folds"))
    let colors = means.indices.map { t in
      finished(means[t], shade: shade(t, mesh, heights))
    }
    return Facets(mesh: mesh, colors: colors)
  }

  /// Corners of facets: relaxed points, and a frame of points along the borders.
  private func corners(of view: ReducedPicture, step: Double, _ context: FilterContext) -> [Point] {
    let density = EdgeMap(view, jobs: context.jobs).density(attraction: attraction)
    let frame = density.frame
    // Two facets a point, and triangles of side s have an area of 0.43 s².
    let count = max(4, Int(frame.area / (0.87 * step * step)))
    var stream = context.stream.child("corners")
    let relaxed = WeightedCells(density, jobs: context.jobs).relaxed(
      density.points(count, stream.child("start")), steps: 3 + Int(9 * (1 - irregularity)), jobs: context.jobs
    )
    let inner = relaxed.map { p in
      let far = irregularity * irregularity * 0.6 * step * ridgeCalm(density, p)
      return Point(p.x + stream.uniform(in: -far...far), p.y + stream.uniform(in: -far...far))
    }
    let space = frame.inset(by: 0.3 * step)
    return border(of: frame, step: step, &stream) + inner.filter(space.contains)
  }

  /// Corners on an edge of the picture stay there; those in calm areas may wander.
  private func ridgeCalm(_ density: Density, _ p: Point) -> Double {
    1 / (1 + density.mean(around: p) / EdgeMap.calm - 1).squareRoot()
  }

  /// The picture's corners and points between them.
  private func border(of frame: Rect, step: Double, _ stream: inout SeedStream) -> [Point] {
    var points: [Point] = []
    let corners = [frame.at(0, 0), frame.at(1, 0), frame.at(1, 1), frame.at(0, 1)]
    for (from, to) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
      let count = max(1, Int(from.distance(to: to) / step))
      points.append(from)
      for place in 1..<max(1, count) {
        let jitter = 0.35 * stream.uniform(in: -irregularity...irregularity)
        points.append(from.mixed(with: to, (Double(place) + jitter) / Double(count)))
      }
    }
    return points
  }

  /// How far each corner stands out of the sheet, in pixels.
  private func heights(_ count: Int, step: Double, _ stream: SeedStream) -> [Double] {
    var stream = stream
    return (0..<count).map { _ in stream.uniform(in: -0.25...0.25) * step }
  }

  /// How much more light than a flat sheet a facet gets from the upper left, about -0.5...0.5.
  private func shade(_ t: Int, _ mesh: Delaunay, _ heights: [Double]) -> Double {
    let (a, b, c) = mesh.triangle(t)
    func height(_ k: Int) -> Double { heights[Int(mesh.corners[3 * t + k])] }
    let (u, v) = (b - a, c - a)
    let (hu, hv) = (height(1) - height(0), height(2) - height(0))
    let area = u.x * v.y - u.y * v.x
    guard area > 0 else { return 0 }
    // The slope of the plane through the corners; rising towards the lower right it faces the light.
    let (sx, sy) = ((hu * v.y - hv * u.y) / area, (hv * u.x - hu * v.x) / area)
    let steep = (1 + sx * sx + sy * sy).squareRoot()
    return max(-0.5, min(0.5, (0.6 * sx + 0.6 * sy) / steep))
  }

  private func finished(_ color: LinearRGB, shade: Double) -> LinearRGB {
    var lab = OKLab(color)
    let chroma = 1 + 0.5 * vividness
    (lab.a, lab.b) = (lab.a * chroma, lab.b * chroma)
    // Darks have less room: the same share of light would swallow them.
    lab.lightness = max(0, min(1, lab.lightness + light * shade * (0.06 + 0.2 * lab.lightness)))
    let rgb = lab.linear
    func held(_ v: Double) -> Double { max(0, min(1, v)) }
    return LinearRGB(held(rgb.red), held(rgb.green), held(rgb.blue))
  }
}
