import CVector
import Raster

// Short forms for what surfaces say all the time.

@inline(__always) func lanes(_ v: Float) -> Lanes { Lanes(repeating: v) }
@inline(__always) func mix(_ a: Lanes, _ b: Lanes, _ t: Lanes) -> Lanes { f32x8_fma(b - a, t, a) }
@inline(__always) func mix(_ a: Lanes, _ b: Float, _ t: Lanes) -> Lanes { f32x8_fma(lanes(b) - a, t, a) }
@inline(__always) func mix(_ a: Float, _ b: Float, _ t: Lanes) -> Lanes {
  f32x8_fma(lanes(b - a), t, lanes(a))
}
/// `a * b + c`.
@inline(__always) func fma(_ a: Lanes, _ b: Float, _ c: Lanes) -> Lanes { f32x8_fma(a, lanes(b), c) }
@inline(__always) func fma(_ a: Lanes, _ b: Float, _ c: Float) -> Lanes { f32x8_fma(a, lanes(b), lanes(c)) }
@inline(__always) func unit(_ v: Lanes) -> Lanes { f32x8_clamp(v, 0, 1) }
@inline(__always) func magnitude(_ v: Lanes) -> Lanes { f32x8_abs(v) }
@inline(__always) func positive(_ v: Lanes) -> Lanes { f32x8_max(v, Lanes()) }
@inline(__always) func floor(_ v: Lanes) -> Lanes { f32x8_floor(v) }
@inline(__always) func fraction(_ v: Lanes) -> Lanes { v - f32x8_floor(v) }
@inline(__always) func root(_ v: Lanes) -> Lanes { f32x8_sqrt(v) }
@inline(__always) func square(_ v: Lanes) -> Lanes { v * v }
@inline(__always) func larger(_ a: Lanes, _ b: Lanes) -> Lanes { f32x8_max(a, b) }
@inline(__always) func smaller(_ a: Lanes, _ b: Lanes) -> Lanes { f32x8_min(a, b) }
/// √(x² + y²).
@inline(__always) func length(_ x: Lanes, _ y: Lanes) -> Lanes { f32x8_sqrt(f32x8_fma(x, x, y * y)) }
/// Sine of πx, within 1.1e-3.
@inline(__always) func sinPi(_ x: Lanes) -> Lanes { noise_sin_pi(x) }

/// 0 up to `low`, 1 from `high` on, a smooth step between (`low` may be the larger).
@inline(__always) func ramp(_ low: Float, _ high: Float, _ x: Lanes) -> Lanes {
  let t = unit((x - low) * (1 / (high - low)))
  return t * t * (3 - 2 * t)
}
@inline(__always) func ramp(_ low: Lanes, _ high: Lanes, _ x: Lanes) -> Lanes {
  let t = unit((x - low) / (high - low))
  return t * t * (3 - 2 * t)
}
/// How much of a pixel lies inside an edge at `distance` millimetres (positive inside).
@inline(__always) func cover(_ distance: Lanes, _ pixel: Float) -> Lanes {
  unit(fma(distance, 1 / pixel, 0.5))
}
/// `a` where `x < y`, else `b`.
@inline(__always) func whereLess(_ x: Lanes, _ y: Lanes, _ a: Lanes, _ b: Lanes) -> Lanes {
  f32x8_select(f32x8_less(x, y), a, b)
}
/// Whole numbers modulo a whole period.
@inline(__always) func wrapped(_ cell: Lanes, _ period: Float) -> Lanes { noise_wrap(cell, lanes(period)) }
/// -1/2...1/2 of a period around zero.
@inline(__always) func centred(_ v: Lanes, _ period: Float) -> Lanes {
  v - floor(fma(v, 1 / period, 0.5)) * period
}
/// Even numbers in 0..<1 from random bits; `part` picks independent ones.
@inline(__always) func number(_ bits: SIMD8<UInt32>, _ part: UInt32) -> Lanes {
  noise_unit(u32x8_scramble(bits &+ SIMD8(repeating: part &* 0x9E37_79B9)))
}
/// The same in -1..<1.
@inline(__always) func signed(_ bits: SIMD8<UInt32>, _ part: UInt32) -> Lanes {
  fma(number(bits, part), 2, -1)
}
