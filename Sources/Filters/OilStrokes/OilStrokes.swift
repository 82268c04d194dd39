import Color
import Composition
import Parameters
import Raster

/// A picture painted anew in oil: curved strokes from broad to fine brushes, each where the last has left an error
/// (Hertzmann, "Painterly rendering with curved brush strokes of multiple sizes", 1998), laid with bristles that run
/// dry, on canvas, and lit from the side.
///
/// The strokes are planned on a copy of a few pixels a millimetre and painted at the picture's own resolution, so
/// that cost per pixel stays flat.
public struct OilStrokes: Filter {
  public static let name = "oil-strokes"
  public static let summary = "oil paint in curved strokes of several brushes"
  public static let reach = FilterReach.artwork

  var manner = Manner.impressionist
  var brush = 6.0
  var detail = 0.6
  var length = 1.0
  var curvature = 0.8
  var bristles = 0.6
  var relief = 0.5
  var variation = 0.5

  public static let parameters: [Parameter<OilStrokes>] = [
    .choice("manner", \.manner, "how the painter goes about it"),
    .real("brush", \.brush, 1...30, scale: .log, unit: "mm", "width of the broadest brush"),
    .real("detail", \.detail, 0...1, "how much the fine brushes correct"),
    .real("length", \.length, 0.3...2.5, scale: .log, "length of strokes against the manner's own"),
    .real("curvature", \.curvature, 0.1...1, "how closely strokes follow form"),
    .real("bristles", \.bristles, 0...1, "how much single hairs show"),
    .real("relief", \.relief, 0...1, "how much the paint's thickness shows"),
    .real("variation", \.variation, 0...1, "how much colour differs from stroke to stroke"),
  ]

  /// A readable picture in an impressionist's hand.
  public init() {}

  /// See `Filter`. The result is opaque and 8 bits deep; transparent parts are painted as white.
  public func apply(to picture: Picture, _ context: FilterContext) -> Picture {
    guard picture.width > 0, picture.height > 0 else { return picture }
    let painting = OilPainting(self, picture, context)
    return .shallow(painting.picture(painting.strokes(), width: picture.width, height: picture.height))
  }

  /// The strokes in the order of painting; none for an empty picture.
  public func strokes(of picture: Picture, _ context: FilterContext) -> [PaintStroke] {
    guard picture.width > 0, picture.height > 0 else { return [] }
    return OilPainting(self, picture, context).strokes()
  }
}

extension OilStrokes: VectorFilter {
  /// The strokes as plain lines with round ends, on the canvas's colour.
  public func layers(of picture: Picture, _ context: FilterContext) -> Composition {
    let page = context.page(of: picture)
    guard picture.width > 0, picture.height > 0 else { return Composition(page: page) }
    let painting = OilPainting(self, picture, context)
    let ground = SIMD3<Double>(painting.ground)
    return Composition(
      page: page, strokes: painting.strokes(), ground: SRGB(ground.x, ground.y, ground.z))
  }
}
