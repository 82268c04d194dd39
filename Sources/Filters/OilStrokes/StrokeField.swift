import CVector
import Raster

/// What a brush of one size sees: the motif without what is finer than the brush, and which way its strokes run.
struct StrokeField: Sendable {
  /// Half the brush's width, in motif pixels.
  let radius: Float
  let motif: Motif
  private let directions: DirectionField

  init(_ motif: Motif, radius: Double, drift: DirectionField, jobs: Int) {
    self.radius = Float(radius)
    // f_s of Hertzmann's table.
    self.motif = motif.mapped { $0.blurred(sigma: radius * 0.5, jobs: jobs) }
    // Strokes that follow form need one direction over more than their width.
    directions = DirectionField(across: self.motif.luma, reach: Float(radius), drift: drift, jobs: jobs)
      .blurred(sigma: 1.5 * radius + 1, jobs: jobs)
  }

  /// The unit vector along strokes at a place; its sense is arbitrary.
  func direction(_ x: Float, _ y: Float) -> SIMD2<Float> { directions.vector(x, y) }

  /// Encoded sRGB at a place.
  func color(_ x: Float, _ y: Float) -> SIMD3<Float> { motif.color(x, y) }
}

extension Motif {
  /// The pixel nearest to a place inside or outside.
  func color(_ x: Float, _ y: Float) -> SIMD3<Float> {
    SIMD3(red.nearest(x, y), green.nearest(x, y), blue.nearest(x, y))
  }
}

/// Directions without a sense, by weight, as cosine and sine of the doubled angle: these can be averaged, and are
/// the structure tensor's (E - G) and 2F (Bigün and Granlund 1987), a quarter turn on.
struct DirectionField: Sendable {
  var cosine: Plane
  var sine: Plane

  /// Along the level lines of `luma`, weighted by the change over `reach` pixels; `drift` rules where nothing
  /// changes.
  init(across luma: Plane, reach: Float, drift: DirectionField, jobs: Int) {
    (cosine, sine) = (luma, luma)
    let stride = luma.stride
    func fill(_ plane: inout Plane, _ part: @Sendable (Float, Float) -> Float, _ drift: Plane) {
      Bands.fill(&plane.samples, rows: luma.height, rowLength: stride, jobs: jobs) { band, samples in
        for y in band {
          let start = (y - band.lowerBound) * stride
          for x in 0..<luma.width {
            let (dx, dy) = luma.gradient(x, y)
            let size = (dx * dx + dy * dy).squareRoot() + 1e-6
            samples[start + x] = part(dx, dy) / size * reach + 0.04 * drift.samples[y * stride + x]
          }
        }
      }
    }
    fill(&cosine, { x, y in y * y - x * x }, drift.cosine)
    fill(&sine, { x, y in -2 * x * y }, drift.sine)
  }

  init(cosine: Plane, sine: Plane) { (self.cosine, self.sine) = (cosine, sine) }

  func blurred(sigma: Double, jobs: Int) -> DirectionField {
    DirectionField(
      cosine: cosine.blurred(sigma: sigma, jobs: jobs), sine: sine.blurred(sigma: sigma, jobs: jobs))
  }

  func vector(_ x: Float, _ y: Float) -> SIMD2<Float> {
    let (c, s) = (cosine.nearest(x, y), sine.nearest(x, y))
    let length = (c * c + s * s).squareRoot()
    guard length > 0 else { return SIMD2(1, 0) }
    let along = (max(0, 1 + c / length) / 2).squareRoot()
    let across = (max(0, 1 - c / length) / 2).squareRoot()
    return SIMD2(along, s < 0 ? -across : across)
  }
}

extension DirectionField {
  /// A painter's hand: slanted strokes that turn slowly over the picture. `size` of the turns is in pixels.
  static func hand(width: Int, height: Int, size: Double, seeds: (UInt32, UInt32)) -> DirectionField {
    // Strokes lean to the right by 50 degrees: cos and sin of twice the angle, y down.
    func plane(_ mean: Float, _ seed: UInt32) -> Plane {
      var plane = Plane(width: width, height: height, fill: mean)
      let layer = NoiseLayer(size: size, deviation: 0.55, seed: seed)
      var rows = NoiseRows(layer, NoiseColumns(layer, width: width))
      let stride = plane.stride
      var samples = plane.samples.mutableSpan
      for y in 0..<height {
        samples.withPart(y * stride..<(y + 1) * stride) { rows.add(row: y, to: &$0) }
      }
      return plane
    }
    return DirectionField(cosine: plane(-0.17, seeds.0), sine: plane(-0.98, seeds.1))
  }
}

extension Plane {
  /// Differences to the neighbours on both sides, halved; the border goes on outside.
  @inline(__always)
  func gradient(_ x: Int, _ y: Int) -> (x: Float, y: Float) {
    let (left, right) = (max(0, x - 1), min(width - 1, x + 1))
    let (above, below) = (max(0, y - 1), min(height - 1, y + 1))
    return (
      (samples[y &* stride &+ right] - samples[y &* stride &+ left]) / 2,
      (samples[below &* stride &+ x] - samples[above &* stride &+ x]) / 2
    )
  }
}
