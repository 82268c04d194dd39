import Color
import Elementary
import Geometry
import Parameters
import Raster

/// Decides on strokes, one brush after the other from the broadest on (Hertzmann 1998, sections 2.1 and 2.2).
struct StrokePlan {
  let style: MannerStyle
  /// Full threshold on the mean difference, in encoded sRGB 0...1.
  let threshold: Float
  /// Multiplies the lengths of strokes.
  let length: Double
  /// How much of a new direction a stroke takes at a step, 0...1.
  let curvature: Float
  /// Multiplies the random changes of colour.
  let variation: Double
  /// Motif pixels along a millimetre.
  let scale: Double
  /// Every stroke draws from its own variant of this.
  let stream: SeedStream

  /// The strokes of one layer in the order of painting; without a canvas all of the picture is painted.
  func strokes(_ field: StrokeField, layer: Int, over canvas: Motif?) -> [PaintStroke] {
    let (width, height) = (field.motif.width, field.motif.height)
    let step = max(1, Double(field.radius))
    var found: [(order: UInt32, stroke: PaintStroke)] = []
    for row in 0..<Int((Double(height) / step).rounded(.up)) {
      for column in 0..<Int((Double(width) / step).rounded(.up)) {
        let cell = Cell(column: column, row: row, step: step, width: width, height: height)
        var chance = stream.forVariant(UInt64(layer) << 48 | UInt64(row) << 24 | UInt64(column))
        guard let start = start(cell, field, canvas, &chance) else { continue }
        let order = chance.bits()
        found.append((order, stroke(from: start, field, layer: layer, over: canvas, &chance)))
      }
    }
    // The hash may repeat: place in the grid decides then, for a sort that keeps order.
    return found.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element.stroke)
  }

  /// Where the canvas is most wrong within a cell; nil if the cell is right on average.
  private func start(
    _ cell: Cell, _ field: StrokeField, _ canvas: Motif?, _ chance: inout SeedStream
  ) -> SIMD2<Float>? {
    guard let canvas else {
      let (u, v) = (Float(chance.unit()), Float(chance.unit()))
      return SIMD2(
        Float(cell.columns.lowerBound) + u * Float(cell.columns.count),
        Float(cell.rows.lowerBound) + v * Float(cell.rows.count))
    }
    var (sum, worst): (Float, Float) = (0, -1)
    var place = SIMD2<Float>()
    for y in cell.rows {
      for x in cell.columns {
        let difference = field.motif.difference(to: canvas, y * canvas.red.stride + x)
        sum += difference
        if difference > worst { (worst, place) = (difference, SIMD2(Float(x) + 0.5, Float(y) + 0.5)) }
      }
    }
    return sum > threshold * Float(cell.rows.count * cell.columns.count) ? place : nil
  }

  private func stroke(
    from start: SIMD2<Float>, _ field: StrokeField, layer: Int, over canvas: Motif?,
    _ chance: inout SeedStream
  ) -> PaintStroke {
    let color = field.color(start.x, start.y)
    let spine = spine(from: start, color, field, over: canvas, forwards: chance.chance(0.5))
    return PaintStroke(
      points: spine.map { Point(Double($0.x) / scale, Double($0.y) / scale) },
      width: 2 * Double(field.radius) / scale, color: varied(color, &chance), opacity: style.opacity,
      layer: layer, seed: chance.bits())
  }

  /// The control points of a stroke, a radius apart (Hertzmann's figure 4), but along the smoothed tensor, which has
  /// a direction everywhere, and ended also where the motif leaves the stroke's own colour: form stays readable.
  private func spine(
    from start: SIMD2<Float>, _ color: SIMD3<Float>, _ field: StrokeField, over canvas: Motif?, forwards: Bool
  ) -> [SIMD2<Float>] {
    var place = start
    var direction = field.direction(place.x, place.y) * (forwards ? 1 : -1)
    let (shortest, longest) = (steps(style.shortest), steps(style.longest))
    guard longest > 0 else {
      let half = direction * field.radius * 0.35
      return [start - half, start + half]
    }
    var points = [place]
    for step in 1...longest {
      place += direction * field.radius
      if step > 1, leaves(place, color, field, canvas, step: step, mayEnd: step > shortest) { break }
      points.append(place)
      direction = turned(direction, towards: field.direction(place.x, place.y))
    }
    return points
  }

  private func steps(_ count: Int) -> Int {
    count == 0 ? 0 : max(1, Int((Double(count) * length).rounded()))
  }

  private func leaves(
    _ place: SIMD2<Float>, _ color: SIMD3<Float>, _ field: StrokeField, _ canvas: Motif?, step: Int,
    mayEnd: Bool
  ) -> Bool {
    let reach = field.radius
    let (width, height) = (Float(field.motif.width), Float(field.motif.height))
    guard place.x > -reach, place.y > -reach, place.x < width + reach, place.y < height + reach else {
      return true
    }
    let wanted = field.color(place.x, place.y)
    let own = distance(wanted, color)
    if own > (step > 2 ? Self.ownColor : 2 * Self.ownColor) { return true }
    guard mayEnd, let canvas else { return false }
    return distance(wanted, canvas.color(place.x, place.y)) < own
  }

  /// The difference in encoded sRGB at which a stroke is no longer of the right colour; the
  /// first two steps may stray twice as far, or fine brushes would only dab.
  private static let ownColor: Float = 0.16

  private func turned(_ old: SIMD2<Float>, towards field: SIMD2<Float>) -> SIMD2<Float> {
    let forward = (old * field).sum() < 0 ? -field : field
    let mixed = old * (1 - curvature) + forward * curvature
    let length = (mixed * mixed).sum().squareRoot()
    guard length > 1e-3 else { return old }
    let new = mixed / length
    // A brush turns by less than 50 degrees over its radius, or it would fold over itself.
    guard (new * old).sum() < 0.64 else { return new }
    let middle = old + new * 0.6
    return middle / (middle * middle).sum().squareRoot()
  }

  private func varied(_ color: SIMD3<Float>, _ chance: inout SeedStream) -> SRGB {
    func spread(_ width: Double) -> Double { (chance.unit() - 0.5) * width * variation }
    var lab = OKLab(SRGB(Double(color.x), Double(color.y), Double(color.z)))
    lab.lightness += spread(0.05 + 0.5 * style.valueJitter)
    let (s, c) = Exact.sincos(2 * Double.pi * spread(0.04 + style.hueJitter))
    (lab.a, lab.b) = (c * lab.a - s * lab.b, s * lab.a + c * lab.b)
    let linear = lab.linear
    let encoded = SRGB(
      LinearRGB(max(0, linear.red), max(0, linear.green), max(0, linear.blue)))
    func channel(_ value: Double) -> Double { clamp(value + spread(0.5 * style.channelJitter), 0...1) }
    return SRGB(channel(encoded.red), channel(encoded.green), channel(encoded.blue))
  }
}

/// A square of the grid from which at most one stroke starts.
private struct Cell {
  let columns: Range<Int>
  let rows: Range<Int>

  init(column: Int, row: Int, step: Double, width: Int, height: Int) {
    func range(_ i: Int, _ limit: Int) -> Range<Int> {
      let low = min(limit - 1, Int(Double(i) * step))
      return low..<max(low + 1, min(limit, Int(Double(i + 1) * step)))
    }
    (columns, rows) = (range(column, width), range(row, height))
  }
}

extension Motif {
  /// The distance between two motifs' colours at a sample.
  @inline(__always)
  fileprivate func difference(to other: Motif, _ i: Int) -> Float {
    let r = red.samples[i] - other.red.samples[i]
    let g = green.samples[i] - other.green.samples[i]
    let b = blue.samples[i] - other.blue.samples[i]
    return (r * r + g * g + b * b).squareRoot()
  }
}

private func distance(_ a: SIMD3<Float>, _ b: SIMD3<Float>) -> Float {
  let d = a - b
  return (d.x * d.x + d.y * d.y + d.z * d.z).squareRoot()
}
