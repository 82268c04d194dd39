import CVector
import Raster

/// Lays strokes of bristles onto bands of canvas.
struct StrokePainter: Sendable {
  let shapes: StrokeShapes
  let bristles: Bristles
  /// How strongly hairs show in cover and colour, 0...1.
  let contrast: Float

  /// Paints the strokes that touch a band of ``Bands/height`` rows, in order; `band` may reach beyond it by a row.
  func paint(_ index: Int, onto band: inout PaintBand) {
    for i in shapes.bands[index] {
      let brush = shapes.brushes[i]
      let touch = BrushTouch(brush, contrast: contrast)
      let table = bristles.starts[touch.level]
      for piece in brush.pieces {
        let shape = Piece(shapes.knots[piece], shapes.knots[piece + 1])
        lay(shape, touch, bristles.entries, table, onto: &band)
      }
    }
  }
}

/// What a stroke's pieces share, ready for the kernel.
struct BrushTouch: Sendable {
  let color: SIMD3<Float>
  let opacity: Float
  let contrast: Float
  let level: Int
  /// Where in the bristle table the stroke lies.
  let offset: SIMD2<Float>
  let length: Float
  /// Radii over which the brush runs dry and lifts.
  let tail: Float
  /// How full of paint the brush is: below 0 hairs leave gaps.
  let load: Float
  /// Height of a full hair in pixels.
  let thickness: Float
  /// Warm (above 0) against cool half of the brush.
  let tint: Float

  init(_ brush: StrokeShapes.Brush, contrast: Float) {
    color = brush.color
    opacity = brush.opacity
    self.contrast = contrast
    level = Bristles.level(radius: brush.radius)
    func part(_ shift: UInt32) -> Float { Float(brush.seed >> shift & 255) / 256 }
    offset = SIMD2(part(0) * Float(Bristles.across), part(8) * Float(Bristles.along))
    length = brush.length
    tail = min(length * 0.55, 2.5)
    load = 0.62 - contrast * (0.2 + 0.3 * part(16))
    thickness = 0.026 * brush.radius
    tint = (part(24) - 0.5) * 0.07 * contrast
  }
}

/// The part of a stroke between two knots: a quadrilateral cut off at both ends across the stroke.
struct Piece: Sendable {
  let a: StrokeShapes.Knot
  let b: StrokeShapes.Knot

  init(_ a: StrokeShapes.Knot, _ b: StrokeShapes.Knot) { (self.a, self.b) = (a, b) }

  private func corner(_ knot: StrokeShapes.Knot, _ side: Float) -> SIMD2<Float> {
    knot.at + SIMD2(-knot.tangent.y, knot.tangent.x) * (side * (knot.radius + 1))
  }

  /// The corners in order around the outline, a pixel outside.
  var corners: (SIMD2<Float>, SIMD2<Float>, SIMD2<Float>, SIMD2<Float>) {
    (corner(a, 1), corner(b, 1), corner(b, -1), corner(a, -1))
  }
}

/// The columns that an outline of four corners covers in rows of pixels.
private struct Outline {
  let corners: (SIMD2<Float>, SIMD2<Float>, SIMD2<Float>, SIMD2<Float>)

  var rows: (low: Float, high: Float) {
    let (a, b, c, d) = corners
    return (min(min(a.y, b.y), min(c.y, d.y)), max(max(a.y, b.y), max(c.y, d.y)))
  }

  /// The least and greatest x between two heights; nothing (low above high) if the outline is not there.
  func columns(_ top: Float, _ bottom: Float) -> (low: Float, high: Float) {
    var range: (low: Float, high: Float) = (.infinity, -.infinity)
    func edge(_ p: SIMD2<Float>, _ q: SIMD2<Float>) {
      let (upper, lower) = p.y <= q.y ? (p, q) : (q, p)
      guard lower.y >= top, upper.y <= bottom else { return }
      let slope = (lower.x - upper.x) / max(1e-6, lower.y - upper.y)
      let x0 = upper.y >= top ? upper.x : upper.x + (top - upper.y) * slope
      let x1 = lower.y <= bottom ? lower.x : upper.x + (bottom - upper.y) * slope
      range = (min(range.low, min(x0, x1)), max(range.high, max(x0, x1)))
    }
    edge(corners.0, corners.1)
    edge(corners.1, corners.2)
    edge(corners.2, corners.3)
    edge(corners.3, corners.0)
    return range
  }
}

private func lay(
  _ piece: Piece, _ touch: BrushTouch, _ bristles: [Float], _ table: Int, onto band: inout PaintBand
) {
  let outline = Outline(corners: piece.corners)
  let extent = outline.rows
  guard extent.low.isFinite, extent.high.isFinite else { return }
  let first = max(band.rows.lowerBound, Int(max(0, extent.low)))
  let last = min(band.rows.upperBound, Int(max(0, extent.high)) + 1)
  guard first < last else { return }
  let (width, stride) = (band.width, band.stride)
  let places = (first..<last).map { band.index(row: $0, .red) }
  var samples = band.samples.mutableSpan
  let kernel = StrokeKernel(piece, touch)
  // Sound: table indices are wrapped to the table's size, which is a power of two in both directions.
  bristles.withUnsafeBufferPointer { bristles in
    let hairs = bristles.baseAddress! + table
    for y in first..<last {
      let columns = outline.columns(Float(y), Float(y + 1))
      // One pixel outside on either side, for relief.
      guard columns.low < Float(width + 1), columns.high > -1 else { continue }
      let low = max(-1, Int(columns.low.rounded(.down)))
      let high = Int(min(Float(width + 1), columns.high.rounded(.up)))
      guard low < high else { continue }
      for x in Swift.stride(from: low, to: high, by: 8) {
        let at = places[y - first] &+ x
        let dip = samples.lanes(at: at &+ 4 &* stride)
        let paint = kernel.paint(x: Float(x) + 0.5, y: Float(y) + 0.5, hairs: hairs, dip: dip)
        let keep = Lanes(repeating: 1) - paint.cover
        mix(paint.red, paint.cover, keep, into: &samples, at: at)
        mix(paint.green, paint.cover, keep, into: &samples, at: at &+ stride)
        mix(paint.blue, paint.cover, keep, into: &samples, at: at &+ 2 &* stride)
        // Wet paint partly keeps the relief beneath it.
        let settled = samples.lanes(at: at &+ 3 &* stride)
        let raised = f32x8_fma(settled, Lanes(repeating: 0.3), paint.height)
        mix(raised, paint.cover, keep, into: &samples, at: at &+ 3 &* stride)
      }
    }
  }
}

@inline(__always)
private func mix(
  _ new: Lanes, _ cover: Lanes, _ keep: Lanes, into samples: inout MutableSpan<Float>, at index: Int
) {
  samples.setLanes(f32x8_fma(samples.lanes(at: index), keep, new * cover), at: index)
}
