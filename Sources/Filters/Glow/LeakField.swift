import Elementary
import Parameters
import Raster

/// The light of a leak, on a coarse grid: it is so soft that straight lines between the cells are not seen.
struct LeakField: Sendable {
  /// Pixels to a cell; may be a part of a pixel.
  let step: Double
  private(set) var red: Plane
  private(set) var green: Plane
  private(set) var blue: Plane

  /// Cells along the long side.
  static let cells = 192.0

  init(_ leak: LightLeak, width: Int, height: Int, stream: SeedStream) {
    step = Double(max(width, height)) / Self.cells
    let across = Int((Double(width) / step).rounded(.up))
    let down = Int((Double(height) / step).rounded(.up))
    red = Plane(width: max(1, across), height: max(1, down))
    (green, blue) = (red, red)
    let shapes = LeakShape.drawn(size: leak.size, stream)
    let aspect = Double(height) / Double(width)
    for y in 0..<red.height {
      for x in 0..<red.width {
        let u = (Double(x) + 0.5) * step / Double(width)
        let v = (Double(y) + 0.5) * step / Double(height)
        let exposure = shapes.reduce(0.0) { $0 + $1.exposure(min(u, 1), min(v, 1), aspect) }
        expose(y * red.stride + x, exposure * leak.strength * 1.45, warmth: leak.warmth)
      }
    }
  }

  /// The three layers' saturating curves; the slower ones need the light that is left after the one above.
  private mutating func expose(_ index: Int, _ e: Double, warmth: Double) {
    let cool = 1.5 - warmth
    let root = e.squareRoot()
    red.samples[index] = Float(0.94 * (1 - Exact.exp(-2.4 * e)))
    green.samples[index] = Float(0.9 * (1 - Exact.exp(-0.95 * cool * e * root)))
    blue.samples[index] = Float(0.8 * (1 - Exact.exp(-0.26 * cool * e * e * root)))
  }
}

/// One soft shape that grows from an edge.
private struct LeakShape {
  /// Left, right, top or bottom.
  let edge: Int
  /// Its middle along the edge, and half its length, in edges.
  let middle: Double
  let reach: Double
  /// How far it goes in, in short sides, and how much light it brings.
  let depth: Double
  let light: Double
  /// Sideways drift per depth, and a slow wave of its front.
  let slant: Double
  let phase: Double

  /// A strong one, a narrow hot one within it and a faint one nearby, on one edge. The long sides are likelier: that
  /// is where the door of a camera closes.
  static func drawn(size: Double, _ stream: SeedStream) -> [LeakShape] {
    var draws = stream.child("leak")
    let edge = [0, 1, 0, 1, 2, 3][draws.integer(in: 0...5)]
    let middle = draws.uniform(in: 0.15...0.85)
    let depth = (0.07 + 0.19 * size) * draws.uniform(in: 0.85...1.15)
    let slant = draws.uniform(in: -0.5...0.5)
    let large = LeakShape(
      edge: edge, middle: middle, reach: draws.uniform(in: 0.28...0.5), depth: depth, light: 0.75,
      slant: slant, phase: draws.unit())
    let hot = LeakShape(
      edge: edge, middle: middle + draws.uniform(in: -0.12...0.12), reach: draws.uniform(in: 0.1...0.2),
      depth: depth * draws.uniform(in: 0.5...0.8), light: 1.1, slant: slant, phase: draws.unit())
    let faint = LeakShape(
      edge: edge, middle: 1 - middle + draws.uniform(in: -0.1...0.1), reach: draws.uniform(in: 0.15...0.3),
      depth: depth * draws.uniform(in: 0.5...1), light: 0.3, slant: -slant, phase: draws.unit())
    return [large, hot, faint]
  }

  /// The light at (u, v) in 0...1; `aspect` is height over width.
  func exposure(_ u: Double, _ v: Double, _ aspect: Double) -> Double {
    let isSide = edge < 2
    let far = isSide ? (edge == 0 ? u : 1 - u) : (edge == 2 ? v : 1 - v)
    // Depth counts in short sides, so that the shape is the same on any format.
    let long = isSide ? max(1, 1 / aspect) : max(1, aspect)
    let inward = far * long / depth
    let along = ((isSide ? v : u) - middle - slant * far) / reach
    let wave = 1 + 0.22 * Exact.sin(2 * Double.pi * (along * 0.45 + phase))
    let fall = inward / wave
    return light * Exact.exp(-along * along * 1.2 - fall * (0.6 + 0.5 * fall))
  }
}
