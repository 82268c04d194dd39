import CVector
import Raster

/// From washes, pigment and paper to the light that a sheet throws back.
struct SheetLight: Sendable {
  private let edges: Float
  private let granulation: Float
  private let turbulence: Float
  private let pencil: Float
  /// From a difference between rows to shade on the paper's tooth.
  private let tooth: Float

  init(_ settings: Watercolour, scale: Double) {
    edges = Float(settings.edges)
    granulation = Float(settings.granulation)
    turbulence = Float(settings.turbulence)
    pencil = Float(settings.pencil)
    tooth = Float(0.0035 * min(8, scale))
  }

  /// Encoded sRGB of white cotton paper.
  private static let sheet = SIMD3<Float>(0.992, 0.98, 0.955)

  /// One row of pixels; all rows are of equal, padded length.
  func paint(_ wash: WashRow, _ fields: SheetFields, dither: Dither, into pixels: inout [UInt32]) {
    let red = wash.red.span
    let green = wash.green.span
    let blue = wash.blue.span
    let rim = wash.rim.span
    let graphite = wash.graphite.span
    let paper = fields.paper.span
    let above = fields.above.span
    let flow = fields.flow.span
    let warmth = fields.warmth.span
    let backrun = fields.backrun.span
    let cover = fields.cover.span
    var target = pixels.mutableSpan
    precondition(target.count & 7 == 0 && red.count == target.count && paper.count == target.count)
    for x in stride(from: 0, to: target.count, by: 8) {
      let height = paper.lanes(at: x)
      let brush = reach(cover.lanes(at: x), height)
      let density = density(
        rim: rim.lanes(at: x), height: height, flow: flow.lanes(at: x), backrun: backrun.lanes(at: x),
        outline: brush.rim)
      let warm = warmth.lanes(at: x) * Lanes(repeating: 0.13 * turbulence)
      let shade = (height - above.lanes(at: x)) * Lanes(repeating: tooth) + Lanes(repeating: 1)
      // Graphite catches on the paper's peaks.
      let line =
        graphite.lanes(at: x)
        * f32x8_clamp(
          f32x8_fma(height, Lanes(repeating: 0.35), Lanes(repeating: 0.7)), 0, 1) * brush.cover
      let lead = Lanes(repeating: 1) - line * Lanes(repeating: 0.75 * pencil)
      func code(_ color: Lanes, _ tint: Lanes, _ white: Float, _ noise: Lanes) -> SIMD8<UInt32> {
        let pigment = Self.thickened(color, density + tint)
        let laid = f32x8_fma(pigment - Lanes(repeating: 1), brush.cover, Lanes(repeating: 1))
        return Transfer.codes(
          f32x8_clamp(laid * shade * lead * Lanes(repeating: white), 0, 1), dither: noise)
      }
      let noise = dither.lanes(at: x)
      target.setLanes(
        u32x8_opaque(
          code(red.lanes(at: x), -warm, Self.sheet.x, noise.red),
          code(green.lanes(at: x), -warm * Lanes(repeating: 0.15), Self.sheet.y, noise.green),
          code(blue.lanes(at: x), warm, Self.sheet.z, noise.blue)), at: x)
    }
  }

  /// Bousseau's pigment model, C(1 - (1 - C)(d - 1)), with d - 1 given: white stays white at any density.
  @inline(__always)
  private static func thickened(_ color: Lanes, _ density: Lanes) -> Lanes {
    let one = Lanes(repeating: 1)
    return f32x8_clamp(color * (one - (one - color) * density), 0, 1)
  }

  /// Pigment above (or below 0: under) the wash's own density.
  @inline(__always)
  private func density(rim: Lanes, height: Lanes, flow: Lanes, backrun: Lanes, outline: Lanes) -> Lanes {
    // Rims are lost and found: where a wash flowed thin they fade.
    let found = f32x8_clamp(f32x8_fma(flow, Lanes(repeating: 0.45), Lanes(repeating: 0.9)), 0.15, 1.8)
    let dark = f32x8_clamp(rim, 0, 0.16) * found * Lanes(repeating: 9)
    let light = f32x8_clamp(rim, -0.12, 0) * Lanes(repeating: 3)
    var density = (dark + light + outline * Lanes(repeating: 0.8)) * Lanes(repeating: edges)
    density = f32x8_fma(flow, Lanes(repeating: 0.24 * turbulence), density)
    density = f32x8_fma(height, Lanes(repeating: -0.3 * granulation), density)
    // A backrun washes pigment out of its middle and leaves it at its frayed rim.
    let inside = f32x8_clamp((backrun - Lanes(repeating: 1.15)) * Lanes(repeating: 5), 0, 1)
    let front = inside * (Lanes(repeating: 1) - inside) * Lanes(repeating: 2.2)
    return density + (front - inside * Lanes(repeating: 0.4)) * Lanes(repeating: turbulence)
  }

  /// What the brush reached, 0...1, and the rim along the outline, from millimetres inside it.
  @inline(__always)
  private func reach(_ inside: Lanes, _ height: Lanes) -> (cover: Lanes, rim: Lanes) {
    // The last strokes are dry and skip the paper's valleys.
    let dry = f32x8_clamp(inside * Lanes(repeating: 1.4), -1, 1)
    let cover = f32x8_clamp(
      f32x8_fma(height, Lanes(repeating: 0.12), dry) * Lanes(repeating: 6) + Lanes(repeating: 0.4), 0, 1)
    let near = f32x8_clamp(
      Lanes(repeating: 1) - f32x8_abs(inside - Lanes(repeating: 0.25)) * Lanes(repeating: 1.6), 0, 1)
    return (cover, near * near)
  }
}
