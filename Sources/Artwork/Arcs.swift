import Canvas
import Color
import Composition
import Elementary
import Geometry
import Parameters

/// Two or three families of concentric bands that cross and overprint, and one disc that rests where they meet.
public struct Arcs: ArtworkGenerator {
  public static let name = "arcs"
  public static let summary = "crossing fans of concentric bands, overprinted, with one resting disc"

  var fans = 2
  var bands = 5
  var weight = 0.5
  var spread = 0.55
  var sweep = Sweep.half

  /// How much of each circle is drawn.
  enum Sweep: String, ParameterOption {
    case half, quarter, whole
  }

  public static let parameters: [Parameter<Arcs>] = [
    .integer("fans", \.fans, 2...3, "how many families of bands cross"),
    .integer("bands", \.bands, 3...9, "bands in a family"),
    .real("weight", \.weight, 0.3...0.7, "width of a band as a share of its step"),
    .real("spread", \.spread, 0.3...0.9, "distance between the centres, as a share of the frame"),
    .choice("sweep", \.sweep, "how much of each circle is drawn"),
  ]

  public init() {}

  public func layers(in space: ArtSpace, stream: SeedStream) -> [Layer] {
    var stream = stream
    let frame = space.frame
    let reach = max(frame.width, frame.height) * 0.62
    let base = Point(space.focus.x, frame.bottom)
    let marks = (0..<fans).flatMap { fan in
      let shift = (Double(fan) - Double(fans - 1) / 2) * spread * frame.width
      let size = reach * stream.uniform(in: 0.7...1)
      return ring(at: Point(base.x + shift, base.y), reach: size, ink: space.ink(fan))
    }
    let disc = Path.circle(space.focus, radius: frame.size.shortSide * stream.uniform(in: 0.07...0.13))
    return [
      Layer(.artwork, blend: space.overprint, marks),
      Layer(.artwork, blend: space.overprint, [.fill(disc, .color(space.accent))]),
    ]
  }

  private func ring(at center: Point, reach: Double, ink: SRGB) -> [Mark] {
    let step = reach / Double(bands)
    return (0..<bands).map { band in
      let outer = step * Double(band + 1)
      let path = Path.sector(center, inner: outer - step * weight, outer: outer, from: start, to: end)
      return .fill(path, .color(ink))
    }
  }

  private var start: Double { sweep == .whole ? 0 : -Double.pi }
  private var end: Double {
    switch sweep {
    case .half: 0
    case .quarter: -Double.pi / 2
    case .whole: 2 * Double.pi
    }
  }
}
