// Lattice noise, eight samples at a time: random numbers on whole points, joined smoothly.
//
// All take points in cells of the lattice, a number of cells after which the lattice repeats in each direction
// (whole, 1...2^21; points stay within 2^21 cells), and a seed for each lane.
#ifndef MAQUETTE_NOISE_H
#define MAQUETTE_NOISE_H

#include "vector.h"

#define LANE static inline __attribute__((always_inline))

/// Whole numbers modulo a whole period, both exact in floats: 0..<period.
LANE f32x8 noise_wrap(f32x8 cell, f32x8 period) {
  return cell - __builtin_elementwise_floor(cell / period) * period;
}
/// The cell after a wrapped one.
LANE f32x8 noise_next(f32x8 cell, f32x8 period) {
  f32x8 next = cell + 1.0f;
  return next < period ? next : (f32x8)0.0f;
}
LANE u32x8 noise_column(f32x8 cell) { return (u32x8)__builtin_convertvector(cell, i32x8) * 0x9e3779b9u; }
LANE u32x8 noise_row(f32x8 cell) { return (u32x8)__builtin_convertvector(cell, i32x8) * 0x85ebca6bu; }
/// Random bits of the lattice point (column, row).
LANE u32x8 noise_hash(u32x8 column, u32x8 row, u32x8 seed) { return u32x8_scramble((column + row) ^ seed); }
/// Random bits of a point from its unwrapped cell.
LANE u32x8 noise_bits(f32x8 x, f32x8 y, u32x8 seed) { return noise_hash(noise_column(x), noise_row(y), seed); }
/// Even numbers in 0..<1 from the upper 24 bits.
LANE f32x8 noise_unit(u32x8 h) { return __builtin_convertvector((i32x8)(h >> 8), f32x8) * 0x1p-24f; }
/// Perlin's quintic fade (2002): first and second derivatives vanish at the lattice points.
LANE f32x8 noise_fade(f32x8 t) { return t * t * t * (t * (t * 6.0f - 15.0f) + 10.0f); }

/// Sine of pi x for any x within 2^22, within 1.1e-3: a parabola squared into shape.
LANE f32x8 noise_sin_pi(f32x8 x) {
  f32x8 t = x - 2.0f * __builtin_elementwise_floor(x * 0.5f + 0.5f);
  f32x8 p = 4.0f * t * (1.0f - __builtin_elementwise_abs(t));
  return p * (0.775f + 0.225f * __builtin_elementwise_abs(p));
}

// Neighbouring samples share most of their lattice points: where those of one row of cells need no more than eight
// columns, one hash serves all lanes.

/// The first column of eight samples in order, in either direction.
LANE float noise_first(f32x8 fx) { return fx[0] < fx[7] ? fx[0] : fx[7]; }
/// 1 if all samples lie in one row of cells, `off` 0...reach columns on, and have one seed; 0 too where the periods are
/// so long that whole numbers are not exact.
LANE int32_t noise_is_near(f32x8 off, float reach, f32x8 fy, f32x8 columns, f32x8 rows, u32x8 seed) {
  i32x8 far = (off < 0.0f) | (off > reach) | (fy != fy[0]) | (i32x8)(seed != seed[0]);
  return columns[0] <= 0x1p24f && rows[0] <= 0x1p24f && !__builtin_reduce_or(far);
}

/// A point's gradient: one of 2^24 directions, of length 1 within 6 %; the sine is 2^44 times as large, which spares
/// two multiplications. Powers of two and the fused step change no bit.
typedef struct {
  f32x8 cosine, sine;
} noise_way;

LANE noise_way noise_turn(u32x8 h) {
  // Parabolas for the sine and cosine of pi a, a being b / 2^23: the direction need not be even to the last percent.
  f32x8 b = __builtin_convertvector((i32x8)h >> 8, f32x8), size = __builtin_elementwise_abs(b);
  f32x8 far = 0x1p23f - size, near = __builtin_elementwise_min(size, far), share = -0x1p-44f, one = 1.0f;
  f32x8 cosine = __builtin_elementwise_fma(near * near, share, one);
  return (noise_way){size > 0x1p22f ? -cosine : cosine, b * far};
}
LANE noise_way noise_way_at(noise_way all, i32x8 index) {
  return (noise_way){f32x8_permute(all.cosine, index), f32x8_permute(all.sine, index)};
}

/// Perlin's gradient noise (1985, fade of 2002) with gradients in all directions; within 1.06, deviation 0.33.
LANE f32x8 noise_gradient(f32x8 x, f32x8 y, f32x8 columns, f32x8 rows, u32x8 seed) {
  f32x8 fx = __builtin_elementwise_floor(x), fy = __builtin_elementwise_floor(y);
  f32x8 u = x - fx, v = y - fy, s = noise_fade(u), t = noise_fade(v);
  noise_way a, b, c, d;
  float first = noise_first(fx);
  f32x8 off = fx - first;
  if (noise_is_near(off, 2.0f, fy, columns, rows, seed)) {
    // Four columns of two rows.
    f32x8 across = {0, 1, 2, 3, 0, 1, 2, 3}, down = {0, 0, 0, 0, 1, 1, 1, 1};
    u32x8 i = noise_column(noise_wrap(across + first, columns)), j = noise_row(noise_wrap(fy + down, rows));
    noise_way all = noise_turn(noise_hash(i, j, seed));
    i32x8 at = __builtin_convertvector(off, i32x8);
    a = noise_way_at(all, at), b = noise_way_at(all, at + 1);
    c = noise_way_at(all, at + 4), d = noise_way_at(all, at + 5);
  } else {
    f32x8 left = noise_wrap(fx, columns), top = noise_wrap(fy, rows);
    u32x8 i = noise_column(left), j = noise_row(top);
    u32x8 k = noise_column(noise_next(left, columns)), l = noise_row(noise_next(top, rows));
    a = noise_turn(noise_hash(i, j, seed)), b = noise_turn(noise_hash(k, j, seed));
    c = noise_turn(noise_hash(i, l, seed)), d = noise_turn(noise_hash(k, l, seed));
  }
  f32x8 right = u - 1.0f, high = v * 0x1p-44f, low = (v - 1.0f) * 0x1p-44f;
  f32x8 pa = u * a.cosine + high * a.sine, pb = right * b.cosine + high * b.sine;
  f32x8 pc = u * c.cosine + low * c.sine, pd = right * d.cosine + low * d.sine;
  f32x8 upper = pa + (pb - pa) * s, lower = pc + (pd - pc) * s;
  return (upper + (lower - upper) * t) * 1.4142135f;
}

/// Value noise with the same fade, -1..<1.
LANE f32x8 noise_value(f32x8 x, f32x8 y, f32x8 columns, f32x8 rows, u32x8 seed) {
  f32x8 fx = __builtin_elementwise_floor(x), fy = __builtin_elementwise_floor(y);
  f32x8 s = noise_fade(x - fx), t = noise_fade(y - fy);
  f32x8 left = noise_wrap(fx, columns), top = noise_wrap(fy, rows);
  u32x8 i = noise_column(left), j = noise_row(top);
  u32x8 k = noise_column(noise_next(left, columns)), l = noise_row(noise_next(top, rows));
  f32x8 a = u32x8_signed_unit(noise_hash(i, j, seed)), b = u32x8_signed_unit(noise_hash(k, j, seed));
  f32x8 c = u32x8_signed_unit(noise_hash(i, l, seed)), d = u32x8_signed_unit(noise_hash(k, l, seed));
  f32x8 upper = a + (b - a) * s, lower = c + (d - c) * s;
  return upper + (lower - upper) * t;
}

/// One scattered point in a cell: its place 0..<1 across (low half of the bits) and down (high half).
LANE f32x8 noise_across(u32x8 h) { return __builtin_convertvector((i32x8)(h & 0xffffu), f32x8) * 0x1p-16f; }
LANE f32x8 noise_down(u32x8 h) { return __builtin_convertvector((i32x8)(h >> 16), f32x8) * 0x1p-16f; }

/// a where the mask lane is not zero, else b.
LANE u32x8 u32x8_select(i32x8 mask, u32x8 a, u32x8 b) { return mask ? a : b; }

#undef LANE
#endif
