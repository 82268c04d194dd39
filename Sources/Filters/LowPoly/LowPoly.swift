import Canvas
import Color
import Composition
import Geometry
import Parameters
import Raster

/// The picture as facets: triangles with their corners along its edges, each of one colour, lit like folded paper.
///
/// Corners are points of a weighted Voronoi relaxation (``WeightedCells``) that gather on the ridges of the colour's
/// gradient, so that the sides of the Delaunay triangles follow outlines. A facet takes the mean of its inner part in
/// linear light. All sides are drawn by exact area (``EdgeSums``): no seams.
///
/// Cost: placing is bounded by the number of facets and a reduced picture; a pixel of the result costs a few
/// nanoseconds.
public struct LowPoly: VectorFilter {
  public static let name = "low-poly"
  public static let summary = "facets of folded paper along the picture's outlines"
  public static let reach = FilterReach.artwork

  var size = 4.0
  var attraction = 0.75
  var irregularity = 0.25
  var light = 0.4
  var vividness = 0.25
  var line = 0.0

  public static let parameters: [Parameter<LowPoly>] = [
    .real("size", \.size, 1.5...30, scale: .log, unit: "mm", "side of a facet, on average"),
    .real("attraction", \.attraction, 0...1, "how strongly corners gather along the picture's edges"),
    .real("irregularity", \.irregularity, 0...1, "how uneven neighbouring facets are"),
    .real("light", \.light, 0...1, "how much facets differ as if lit from the upper left"),
    .real("vividness", \.vividness, 0...1, "how much stronger colours are than in the picture"),
    .real("line", \.line, 0...1, unit: "mm", "width of the light lines between facets"),
  ]

  public init() {}

  /// See `Filter`. The result is opaque and 8 bits deep; transparent parts count as white.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return .shallow(bitmap) }
    let printing = FacetPrinting(
      facets(of: bitmap, context), lineWidth: context.pixels(line), line: lineColor(context).linear)
    return .shallow(printing.printed(width: bitmap.width, height: bitmap.height, jobs: context.jobs))
  }

  /// See `VectorFilter`: a triangle each, with a hair of its own colour around it so that viewers show no seams; then
  /// the lines.
  public func layers(of picture: Picture, _ context: FilterContext) -> Composition {
    let page = context.page(of: picture)
    let bitmap = picture.bitmap(jobs: context.jobs)
    guard bitmap.width > 0, bitmap.height > 0 else { return Composition(page: page) }
    let facets = facets(of: bitmap, context)
    let scale = 1 / context.pixelsPerMillimetre
    let hair = Stroke(page.size.longSide / 2000, join: .round)
    let marks = (0..<facets.mesh.count).flatMap { t -> [Mark] in
      let (a, b, c) = facets.mesh.triangle(t)
      let path = Path.polygon([a * scale, b * scale, c * scale])
      let color = SRGB(facets.colors[t]).quantized
      return [.stroke(path, .color(color), hair), .fill(path, .color(color))]
    }
    var layers = [Layer(.artwork, marks)]
    if line > 0 {
      let path = facets.sides.reduce(into: Path()) { path, side in
        path.move(to: side.0 * scale)
        path.line(to: side.1 * scale)
      }
      layers.append(Layer(.artwork, [.stroke(path, .color(lineColor(context)), Stroke(line, cap: .round))]))
    }
    return Composition(page: page, layers: layers)
  }

  /// Lines are of the palette's lightest colour, or of warm paper.
  private func lineColor(_ context: FilterContext) -> SRGB {
    context.colors.max { $0.luminance < $1.luminance } ?? SRGB(hex: "#f6f2ea")!
  }
}

/// Triangles over a picture, in its pixels, and the colour of each.
struct Facets: Sendable {
  let mesh: Delaunay
  var colors: [LinearRGB]

  /// Every side once.
  var sides: [(Point, Point)] {
    mesh.corners.indices.filter { mesh.twins[$0] < $0 }.map { edge in
      (mesh.points[Int(mesh.corners[edge])], mesh.points[Int(mesh.corners[Delaunay.next(edge)])])
    }
  }
}
