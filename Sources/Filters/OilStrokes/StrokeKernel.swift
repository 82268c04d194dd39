import CVector
import Raster

/// What a stroke puts on eight pixels.
struct PaintLanes {
  var cover: Lanes
  var red: Lanes
  var green: Lanes
  var blue: Lanes
  var height: Lanes
}

/// One piece of a stroke: from a pixel's place to the place on the brush, and to the paint there.
struct StrokeKernel {
  private let piece: Piece
  private let touch: BrushTouch
  private let uMask: Int32
  private let sMask: Int32
  private let uScale: Float
  private let sScale: Float
  private let uOffset: Float
  private let sOffset: Float
  private let rowLength: Int32

  init(_ piece: Piece, _ touch: BrushTouch) {
    (self.piece, self.touch) = (piece, touch)
    let across = Int32(Bristles.across >> touch.level)
    let along = Int32(Bristles.along >> touch.level)
    (uMask, sMask, rowLength) = (across - 1, along - 1, along)
    let shrink = 1 / Float(1 << touch.level)
    // Half the table lies under the brush; u runs from -1 to 1.
    uScale = Float(across) / 4
    sScale = Bristles.perRadius * shrink
    // Kept above 0, so that truncation is the floor.
    uOffset = touch.offset.x * shrink + Float(across) * 2
    sOffset = touch.offset.y * shrink + Float(along) * 2
  }

  /// The paint on the eight pixels whose first centre is at (x, y). `dip` is the canvas's.
  @inline(__always)
  func paint(x: Float, y: Float, hairs: UnsafePointer<Float>, dip: Lanes) -> PaintLanes {
    let one = Lanes(repeating: 1)
    let (a, b) = (piece.a, piece.b)
    let px = Lanes(0, 1, 2, 3, 4, 5, 6, 7) + Lanes(repeating: x - a.at.x)
    let py = y - a.at.y
    let span = b.at - a.at
    // Distances to the cuts at both ends give the share of the way, even where the stroke bends.
    let fromStart = f32x8_fma(px, Lanes(repeating: a.tangent.x), Lanes(repeating: py * a.tangent.y))
    let toEnd =
      Lanes(repeating: span.x * b.tangent.x + span.y * b.tangent.y)
      - f32x8_fma(px, Lanes(repeating: b.tangent.x), Lanes(repeating: py * b.tangent.y))
    let way = fromStart / f32x8_max(fromStart + toEnd, Lanes(repeating: 1e-3))
    let cx = f32x8_fma(way, Lanes(repeating: -span.x), px)
    let cy = f32x8_fma(way, Lanes(repeating: -span.y), Lanes(repeating: py))
    let tx = f32x8_fma(way, Lanes(repeating: b.tangent.x - a.tangent.x), Lanes(repeating: a.tangent.x))
    let ty = f32x8_fma(way, Lanes(repeating: b.tangent.y - a.tangent.y), Lanes(repeating: a.tangent.y))
    let aside = cy * tx - cx * ty
    let radius = f32x8_fma(way, Lanes(repeating: b.radius - a.radius), Lanes(repeating: a.radius))
    let along = f32x8_fma(way, Lanes(repeating: b.along - a.along), Lanes(repeating: a.along))
    let u = f32x8_clamp(aside / radius, -1.5, 1.5)
    let hair = hair(u, along, hairs)
    // How near the brush's rim a pixel is: its sides, its round front, its long dry tail.
    let front = f32x8_max(one - along * Lanes(repeating: 1 / 0.8), Lanes())
    let back = f32x8_max(
      (along - Lanes(repeating: touch.length - touch.tail)) * Lanes(repeating: 1 / touch.tail), Lanes())
    let end = f32x8_max(front, back)
    let rim = f32x8_sqrt(f32x8_fma(u, u, end * end))
    let need = f32x8_clamp((rim - Lanes(repeating: 0.7)) * Lanes(repeating: 1 / 0.3), 0, 1.2)
    let load = f32x8_fma(
      along, Lanes(repeating: -0.3 * touch.contrast / max(1, touch.length)), Lanes(repeating: touch.load))
    let full = hair + load
    let thin = f32x8_max(one - full, Lanes()) * dip
    let dry = full - thin * Lanes(repeating: 0.5) - need * (one + load)
    let inside = f32x8_select(
      f32x8_less(f32x8_min(fromStart, toEnd), Lanes(repeating: 0)), Lanes(), one)
    let edge = f32x8_clamp(radius - f32x8_abs(aside) + Lanes(repeating: 0.5), 0, 1)
    let cover =
      f32x8_clamp(dry * Lanes(repeating: 4), 0, 1) * edge * inside * Lanes(repeating: touch.opacity)
    let tone = f32x8_fma(
      hair - Lanes(repeating: 0.5), Lanes(repeating: 0.24 * touch.contrast), one)
    let tint = u * Lanes(repeating: touch.tint)
    let ridge = rim * rim * Lanes(repeating: 0.55)
    return PaintLanes(
      cover: cover, red: f32x8_fma(Lanes(repeating: touch.color.x), tone, tint),
      green: Lanes(repeating: touch.color.y) * tone,
      blue: f32x8_fma(Lanes(repeating: touch.color.z), tone, -tint),
      height: (hair * Lanes(repeating: 0.8) + ridge) * Lanes(repeating: touch.thickness))
  }

  /// Bilinear in the bristle table, 0.5 on the whole as contrast goes to 0.
  @inline(__always)
  private func hair(_ u: Lanes, _ along: Lanes, _ hairs: UnsafePointer<Float>) -> Lanes {
    let up = f32x8_fma(u, Lanes(repeating: uScale), Lanes(repeating: uOffset))
    let sp = f32x8_fma(
      f32x8_max(along, Lanes(repeating: -4)), Lanes(repeating: sScale), Lanes(repeating: sOffset))
    let (ui, si) = (f32x8_to_i32(up), f32x8_to_i32(sp))
    let (uf, sf) = (up - i32x8_to_f32(ui), sp - i32x8_to_f32(si))
    let u0 = (ui & SIMD8(repeating: uMask)) &* SIMD8(repeating: rowLength)
    let u1 = ((ui &+ SIMD8(repeating: 1)) & SIMD8(repeating: uMask)) &* SIMD8(repeating: rowLength)
    let s0 = si & SIMD8(repeating: sMask)
    let s1 = (si &+ SIMD8(repeating: 1)) & SIMD8(repeating: sMask)
    let (a, b) = (f32x8_pick(hairs, u0 &+ s0), f32x8_pick(hairs, u0 &+ s1))
    let (c, d) = (f32x8_pick(hairs, u1 &+ s0), f32x8_pick(hairs, u1 &+ s1))
    let first = f32x8_fma(b - a, sf, a)
    let second = f32x8_fma(d - c, sf, c)
    return f32x8_fma(second - first, uf, first)
  }
}
