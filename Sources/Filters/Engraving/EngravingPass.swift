import CVector
import Color
import Composition
import Elementary
import Raster

/// All of an engraving that is the same for every row.
struct EngravingPass: Sendable {
  /// The first set of lines and the one that crosses it.
  let lines: StripeField
  let crossed: StripeField
  /// The share of the area to be inked, one sample a pixel.
  let tone: Plane
  let curve: ScreenCurve
  /// How far the phase moves over a pixel, in turns.
  let span: Float
  let crossing: Float
  let film: InkFilm
  let paper: LinearRGB

  init(_ engraving: Engraving, _ bitmap: Bitmap, _ context: FilterContext) {
    let stock = engraving.paper.paper(context.colors)
    film = InkFilm(context.colors.deepInk(on: stock.color, usual: .soot), on: stock.color)
    paper = stock.color.linear
    let spacing = max(1.5, context.pixels(engraving.spacing))
    span = Float(1 / spacing)
    crossing = Float(engraving.crossing)
    curve = Self.curve(span: span)
    let forms = FormField(bitmap, engraving, spacing: spacing, jobs: context.jobs)
    func stripes(turnedBy degrees: Double) -> StripeField {
      let turn = Exact.sincos(degrees * Double.pi / 180)
      let (sin, cos) = (Float(turn.sin), Float(turn.cos))
      return StripeField(
        size: (bitmap.width, bitmap.height), spacing: spacing, degrees: engraving.angle + degrees, rounds: 60,
        jobs: context.jobs
      ) { x, y in
        let along = forms.direction(x, y)
        return SIMD2(along.x * cos - along.y * sin, along.x * sin + along.y * cos)
      }
    }
    lines = stripes(turnedBy: 0)
    // Lozenges, not squares: engravers cross at about this angle.
    crossed = stripes(turnedBy: 58)
    tone = Self.tone(
      bitmap, engraving, spacing: spacing, jobs: context.jobs, whitest: stock.ground?.luminance ?? 1)
  }

  /// Calibrated over one turn of the phase: lines have all phases in equal shares.
  private static func curve(span: Float) -> ScreenCurve {
    let samples = stride(from: 0, to: 2048, by: 8).flatMap { first in
      var turns = Lanes()
      for lane in 0..<8 { turns[lane] = (Float(first + lane) + 0.5) / 2048 }
      let spot = lineSpot(f32x8_cos_turns(turns), span: span)
      return (0..<8).map { (spot.value[$0], spot.width[$0], 1.0) }
    }
    return ScreenCurve(samples)
  }

  /// Ink for every pixel: the light, smoothed to what a line can show, set off from its surroundings, opened
  /// up.
  private static func tone(
    _ bitmap: Bitmap, _ engraving: Engraving, spacing: Double, jobs: Int, whitest: Double
  ) -> Plane {
    var light = Plane(luminanceOf: bitmap, jobs: jobs).blurred(sigma: spacing * 0.22, jobs: jobs)
    let around = engraving.clarity > 0 ? light.blurred(sigma: spacing * 5, jobs: jobs) : nil
    let (open, clarity) = (Float(engraving.openness), Float(engraving.clarity))
    let stride = light.stride
    let scale = Float(1 / whitest)
    Bands.fill(&light.samples, rows: light.height, rowLength: stride, jobs: jobs) { band, samples in
      for x in Swift.stride(from: 0, to: samples.count, by: 8) {
        let value = f32x8_clamp(samples.lanes(at: x) * scale, 0, 1)
        var root = f32x8_sqrt(value)
        if let around {
          let place = band.lowerBound * stride + x
          let mean = f32x8_clamp(around.samples.span.lanes(at: place) * scale, 0, 1)
          root = f32x8_clamp(f32x8_fma(root - f32x8_sqrt(mean), Lanes(repeating: clarity), root), 0, 1)
        }
        // True tone is the light itself, its square root reads as evenly as the eye would have it.
        let shown = f32x8_fma(root - root * root, Lanes(repeating: open), root * root)
        // The blackest shadow keeps a hair of paper between its lines, or they would be lost in a blot.
        samples.setLanes((1 - shown) * (1 - 0.07 * open), at: x)
      }
    }
    return light
  }
}

/// The spot function of a line from the cosine of its phase.
@inline(__always)
func lineSpot(_ cosine: Lanes, span: Float) -> SpotLanes {
  let turn = 2 * Float.pi * span
  let rest = turn * turn + turn * turn * turn * turn * 0.06
  let squares = f32x8_min(cosine * cosine, Lanes(repeating: 1))
  let width = f32x8_sqrt(f32x8_fma(squares, Lanes(repeating: -turn * turn), Lanes(repeating: rest)))
  return SpotLanes(value: -cosine, width: width)
}

/// Which way the forms of a picture run.
private struct FormField: Sendable {
  private let field: FlowField
  private let straight: SIMD2<Float>
  private let flow: Float

  init(_ bitmap: Bitmap, _ engraving: Engraving, spacing: Double, jobs: Int) {
    field = FlowField(bitmap, sigma: spacing * 3, relaxation: 0.5, jobs: jobs)
    let (sin, cos) = Exact.sincos(engraving.angle * Double.pi / 90)
    (straight, flow) = ([Float(cos), Float(sin)], Float(engraving.flow))
  }

  /// A unit vector along the forms, of either sign: straight lines where there are none. Double angles are
  /// mixed, which have no jump where a direction turns into its opposite.
  func direction(_ x: Float, _ y: Float) -> SIMD2<Float> {
    let tangent = field.tangent(atX: x, y: y)
    // Squared: what is nearly without direction, sky or cloth, gets calm straight lines and no whorls.
    let share = flow * 5 * tangent.anisotropy * tangent.anisotropy
    let double = SIMD2(
      (tangent.x * tangent.x - tangent.y * tangent.y) * share, 2 * tangent.x * tangent.y * share)
    let mixed = double + straight * (1.0001 - flow)
    let half = Tangent(cosine: Lanes(repeating: mixed.x), sine: Lanes(repeating: mixed.y))
    return SIMD2(half.x[0], half.y[0])
  }
}

extension Plane {
  /// Relative luminance of straight colour; 1 where the picture is transparent.
  fileprivate init(luminanceOf bitmap: Bitmap, jobs: Int) {
    self.init(width: bitmap.width, height: bitmap.height)
    let stride = stride
    Bands.fill(&samples, rows: height, rowLength: stride, jobs: jobs) { band, samples in
      var staged = [UInt32](repeating: 0, count: stride)
      for y in band {
        bitmap.stage(row: y, into: &staged)
        let start = (y - band.lowerBound) * stride
        let pixels = staged.span
        for x in Swift.stride(from: 0, to: stride, by: 8) {
          samples.setLanes(luminance(straightLight(pixels.lanes(at: x))), at: start + x)
        }
      }
    }
  }
}
