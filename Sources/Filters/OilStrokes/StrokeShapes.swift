import Color
import Geometry
import Raster

/// Strokes cut into straight pieces in pixels, and which bands of rows each touches.
struct StrokeShapes: Sendable {
  /// All that one stroke's pieces share.
  struct Brush: Sendable {
    var pieces: Range<Int>
    var color: SIMD3<Float>
    var opacity: Float
    /// Half the width in pixels.
    var radius: Float
    /// Length of the stroke in radii.
    var length: Float
    /// The layer's broadest brush is 1; finer ones lay thinner paint.
    var seed: UInt32
    var layer: Int
    var rows: Range<Int>
  }

  /// A place on a stroke's middle line: position, unit tangent, half width there, length so far in radii.
  struct Knot: Sendable {
    var at: SIMD2<Float>
    var tangent: SIMD2<Float>
    var radius: Float
    var along: Float
  }

  private(set) var brushes: [Brush] = []
  /// Piece `i` of a brush lies between knots `i` and `i + 1`.
  private(set) var knots: [Knot] = []
  /// Brushes by band of ``Bands/height`` rows, in the order of painting.
  private(set) var bands: [[Int]]

  /// - Parameters:
  ///   - strokes: in the order of painting.
  ///   - scale: pixels along a millimetre.
  ///   - height: rows of the picture.
  init(_ strokes: [PaintStroke], scale: Double, height: Int) {
    bands = [[Int]](repeating: [], count: (height + Bands.height - 1) / Bands.height)
    for stroke in strokes { append(stroke, scale: scale, height: height) }
  }

  private mutating func append(_ stroke: PaintStroke, scale: Double, height: Int) {
    let radius = Float(stroke.width * scale / 2)
    let line = smooth(stroke.points.map { SIMD2(Float($0.x * scale), Float($0.y * scale)) }, radius: radius)
    let first = knots.count
    appendKnots(line, radius: radius)
    let own = knots[first...]
    let low = own.reduce(Float.infinity) { min($0, $1.at.y - $1.radius) }
    let high = own.reduce(-Float.infinity) { max($0, $1.at.y + $1.radius) }
    // One row more on both sides: relief looks at the neighbours.
    let rows = max(0, Int(low) - 2)..<max(0, min(height, Int(high) + 3))
    guard !rows.isEmpty else { return knots.removeSubrange(first...) }
    let color = SIMD3(Float(stroke.color.red), Float(stroke.color.green), Float(stroke.color.blue))
    for band in rows.lowerBound / Bands.height...(rows.upperBound - 1) / Bands.height {
      bands[band].append(brushes.count)
    }
    brushes.append(
      Brush(
        pieces: first..<knots.count - 1, color: color, opacity: Float(stroke.opacity), radius: radius,
        length: knots[knots.count - 1].along, seed: stroke.seed, layer: stroke.layer, rows: rows))
  }

  /// Knots of a line, with both ends drawn out by most of a radius for the brush's own shape.
  private mutating func appendKnots(_ line: [SIMD2<Float>], radius: Float) {
    let cap = radius * 0.8
    let last = line.count - 1
    let start = line[0] - unit(line[1] - line[0]) * cap
    let end = line[last] + unit(line[last] - line[last - 1]) * cap
    let points = [start] + line + [end]
    var along: Float = 0
    var lengths: [Float] = [0]
    for i in 1..<points.count {
      along += size(points[i] - points[i - 1]) / radius
      lengths.append(along)
    }
    for i in points.indices {
      let (before, after) = (points[max(0, i - 1)], points[min(points.count - 1, i + 1)])
      knots.append(
        Knot(
          at: points[i], tangent: unit(after - before),
          radius: radius * pressure(lengths[i], of: along), along: lengths[i]))
    }
  }

  /// A brush is set down, pressed and lifted.
  private func pressure(_ along: Float, of length: Float) -> Float {
    let t = along / max(length, 1e-3)
    return 0.8 + 0.2 * min(1, t * 5) - 0.25 * max(0, (t - 0.6) / 0.4) * max(0, (t - 0.6) / 0.4)
  }
}

/// Catmull-Rom through the points, with one point more between each two where that shows.
private func smooth(_ points: [SIMD2<Float>], radius: Float) -> [SIMD2<Float>] {
  guard points.count > 2, radius > 3 else { return points }
  var line = [points[0]]
  for i in 1..<points.count {
    let (a, b) = (points[i - 1], points[i])
    let (before, after) = (points[max(0, i - 2)], points[min(points.count - 1, i + 1)])
    line.append((a + b) * 0.5625 - (before + after) * 0.0625)
    line.append(b)
  }
  return line
}

private func size(_ v: SIMD2<Float>) -> Float { (v.x * v.x + v.y * v.y).squareRoot() }

private func unit(_ v: SIMD2<Float>) -> SIMD2<Float> {
  let length = size(v)
  return length > 0 ? v / length : SIMD2(1, 0)
}
