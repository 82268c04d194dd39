// Lane operations that Swift's own SIMD types lower to a call or a loop per lane. Each is one or two
// instructions here; imported into Swift as functions on SIMD8<Float> and friends.
#ifndef MAQUETTE_VECTOR_H
#define MAQUETTE_VECTOR_H

#include <stdint.h>

typedef float f32x8 __attribute__((ext_vector_type(8)));
typedef float f32x4 __attribute__((ext_vector_type(4)));
typedef int32_t i32x8 __attribute__((ext_vector_type(8)));
typedef uint32_t u32x8 __attribute__((ext_vector_type(8)));

#define LANE static inline __attribute__((always_inline))

LANE f32x8 f32x8_min(f32x8 a, f32x8 b) { return __builtin_elementwise_min(a, b); }
LANE f32x8 f32x8_max(f32x8 a, f32x8 b) { return __builtin_elementwise_max(a, b); }
LANE f32x8 f32x8_sqrt(f32x8 a) { return __builtin_elementwise_sqrt(a); }
LANE f32x8 f32x8_floor(f32x8 a) { return __builtin_elementwise_floor(a); }
LANE f32x8 f32x8_abs(f32x8 a) { return __builtin_elementwise_abs(a); }
LANE f32x8 f32x8_clamp(f32x8 a, float low, float high) {
  f32x8 lows = low, highs = high;
  return __builtin_elementwise_min(__builtin_elementwise_max(a, lows), highs);
}
LANE f32x8 f32x8_fma(f32x8 a, f32x8 b, f32x8 c) { return __builtin_elementwise_fma(a, b, c); }
/// a where the mask lane is not zero, else b.
LANE f32x8 f32x8_select(i32x8 mask, f32x8 a, f32x8 b) { return mask ? a : b; }
/// 1/0 masks as all-ones/zero lanes.
LANE i32x8 f32x8_less(f32x8 a, f32x8 b) { return a < b; }

LANE i32x8 f32x8_to_i32(f32x8 a) { return __builtin_convertvector(a, i32x8); }
LANE f32x8 i32x8_to_f32(i32x8 a) { return __builtin_convertvector(a, f32x8); }
LANE f32x8 u32x8_bits_f32(u32x8 a) { return (f32x8)a; }
LANE u32x8 f32x8_bits_u32(f32x8 a) { return (u32x8)a; }

/// Two to a power in -126...127, within 3e-9 of the value before rounding (own fit); smaller powers count as -126.
LANE f32x8 f32x8_exp2(f32x8 a) {
  f32x8 least = -126.0f;
  a = __builtin_elementwise_max(a, least);
  f32x8 whole = __builtin_elementwise_floor(a), x = a - whole, p = 0.000216138083f;
  f32x8 c1 = 0.00124673764f, c2 = 0.00967553263f, c3 = 0.0554852202f, c4 = 0.240229325f, c5 = 0.693147042f;
  f32x8 one = 1.0f;
  p = __builtin_elementwise_fma(p, x, c1);
  p = __builtin_elementwise_fma(p, x, c2);
  p = __builtin_elementwise_fma(p, x, c3);
  p = __builtin_elementwise_fma(p, x, c4);
  p = __builtin_elementwise_fma(p, x, c5);
  p = __builtin_elementwise_fma(p, x, one);
  return p * (f32x8)((__builtin_convertvector(whole, i32x8) + 127) << 23);
}

/// Cube roots, the sign kept, within 3e-7 of the value; 0 becomes 1e-8, so that black costs no denormals.
/// A third of the bit pattern is a guess within 3.3 %; each of two steps of Halley's method cubes its error.
LANE f32x8 f32x8_cbrt(f32x8 a) {
  f32x8 tiny = 1e-24f;
  f32x8 x = __builtin_elementwise_max(__builtin_elementwise_abs(a), tiny);
  // Through floats: whole lanes do not divide in one instruction, and the guess needs no last digits.
  f32x8 third = __builtin_convertvector((i32x8)x, f32x8) * (1.0f / 3);
  f32x8 y = (f32x8)(__builtin_convertvector(third, i32x8) + 0x2a5119f2);
  f32x8 cube = y * y * y;
  y = y * (cube + 2 * x) / (2 * cube + x);
  cube = y * y * y;
  y = y * (cube + 2 * x) / (2 * cube + x);
  return (f32x8)((i32x8)y | ((i32x8)a & (int32_t)0x80000000));
}

/// Eight 32-bit pixels at `p` (any alignment).
LANE u32x8 u32x8_load(const void *p) {
  u32x8 v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}
LANE void u32x8_store(void *p, u32x8 v) { __builtin_memcpy(p, &v, sizeof v); }
LANE f32x8 f32x8_load(const float *p) {
  f32x8 v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}
LANE void f32x8_store(float *p, f32x8 v) { __builtin_memcpy(p, &v, sizeof v); }

/// The byte at bit `shift` of each lane, as 0...255 floats.
LANE f32x8 u32x8_byte(u32x8 v, int shift) {
  return __builtin_convertvector((i32x8)((v >> (u32x8)(uint32_t)shift) & 255u), f32x8);
}

/// Whole parts of floats in 0..<2^31, as unsigned lanes.
LANE u32x8 f32x8_to_u32(f32x8 a) { return (u32x8)__builtin_convertvector(a, i32x8); }
/// Red, green and blue codes, 0...255, as opaque pixels `0xffRRGGBB`.
LANE u32x8 u32x8_opaque(u32x8 r, u32x8 g, u32x8 b) { return 0xff000000u | r << 16 | g << 8 | b; }
/// The same with premultiplied colour codes and an alpha code.
LANE u32x8 u32x8_pixel(u32x8 r, u32x8 g, u32x8 b, u32x8 a) { return a << 24 | r << 16 | g << 8 | b; }

/// A bijection of 32 bits in which every input bit flips every output bit about half the time: two rounds
/// of xor-shift and multiply with the constants of C. Wellons, "Prospecting for Hash Functions" (2018).
LANE u32x8 u32x8_scramble(u32x8 h) {
  h = (h ^ h >> 16) * 0x7feb352du;
  h = (h ^ h >> 15) * 0x846ca68bu;
  return h ^ h >> 16;
}
/// Random bits for the lattice points (column + lane, row), the row already scrambled into `key`.
LANE u32x8 u32x8_lattice(uint32_t column, uint32_t key) {
  u32x8 lanes = {0, 1, 2, 3, 4, 5, 6, 7};
  return u32x8_scramble((lanes + (u32x8)column) * 0x9e3779b9u ^ (u32x8)key);
}
/// Even numbers in -1..<1 from the upper 24 of 32 random bits.
LANE f32x8 u32x8_signed_unit(u32x8 h) { return __builtin_convertvector((i32x8)h >> 8, f32x8) * 0x1p-23f; }

/// `p[index[lane]]` in every lane. Plain loads: gather instructions are slow on patched processors.
LANE f32x8 f32x8_pick(const float *p, i32x8 index) {
  return (f32x8){p[index[0]], p[index[1]], p[index[2]], p[index[3]],
                 p[index[4]], p[index[5]], p[index[6]], p[index[7]]};
}
/// The same for pixels; indices are at least 0 (without a sign to extend they cost one instruction less each).
LANE u32x8 u32x8_pick(const uint32_t *p, i32x8 index) {
  u32x8 i = (u32x8)index;
  return (u32x8){p[i[0]], p[i[1]], p[i[2]], p[i[3]], p[i[4]], p[i[5]], p[i[6]], p[i[7]]};
}

/// The 16-bit half at bit `shift` of each lane, as floats.
LANE f32x8 u32x8_half(u32x8 v, int shift) {
  return __builtin_convertvector((i32x8)((v >> (u32x8)(uint32_t)shift) & 0xffffu), f32x8);
}
/// `v[index[lane]]` in every lane; indices are 0...7.
LANE u32x8 u32x8_permute(u32x8 v, i32x8 index) {
#ifdef __AVX2__
  typedef int s32x8 __attribute__((vector_size(32)));
  return (u32x8)__builtin_ia32_permvarsi256((s32x8)v, (s32x8)index);
#else
  u32x8 r;
  for (int lane = 0; lane < 8; lane++) r[lane] = v[index[lane] & 7];
  return r;
#endif
}
LANE f32x8 f32x8_permute(f32x8 v, i32x8 index) { return (f32x8)u32x8_permute((u32x8)v, index); }

LANE f32x8 u32x8_to_f32(u32x8 v) { return __builtin_convertvector((i32x8)v, f32x8); }
/// Two bytes of each lane, at bit `shift` and 16 bits up, as 16-bit halves.
LANE u32x8 u32x8_bytes(u32x8 v, int shift) { return (v >> (u32x8)(uint32_t)shift) & 0x00ff00ffu; }

/// The sum of the squares of a lane's two 16-bit halves, both below 2^15.
LANE u32x8 u32x8_squares(u32x8 v) {
#ifdef __AVX2__
  typedef short s16x16 __attribute__((vector_size(32)));
  return (u32x8)__builtin_ia32_pmaddwd256((s16x16)v, (s16x16)v);
#else
  u32x8 low = v & 0xffffu, high = v >> 16;
  return low * low + high * high;
#endif
}

/// Numbers in -1...1 in two 16-bit halves, the first in the low one, and back; within 2^-16.
LANE u32x8 u32x8_pair(f32x8 low, f32x8 high) {
  i32x8 l = __builtin_convertvector(__builtin_elementwise_floor(low * 32767.0f + 0.5f), i32x8);
  i32x8 h = __builtin_convertvector(__builtin_elementwise_floor(high * 32767.0f + 0.5f), i32x8);
  return ((u32x8)l & 0xffffu) | (u32x8)h << 16;
}
LANE f32x8 u32x8_low(u32x8 v) { return __builtin_convertvector((i32x8)(v << 16) >> 16, f32x8) * (1.0f / 32767); }
LANE f32x8 u32x8_high(u32x8 v) { return __builtin_convertvector((i32x8)v >> 16, f32x8) * (1.0f / 32767); }

/// Lanes 0, 2, 4 ... of sixteen neighbouring samples, and 1, 3, 5 ...; and the way back.
LANE f32x8 f32x8_even(f32x8 a, f32x8 b) { return __builtin_shufflevector(a, b, 0, 2, 4, 6, 8, 10, 12, 14); }
LANE f32x8 f32x8_odd(f32x8 a, f32x8 b) { return __builtin_shufflevector(a, b, 1, 3, 5, 7, 9, 11, 13, 15); }
LANE f32x8 f32x8_zip_low(f32x8 a, f32x8 b) { return __builtin_shufflevector(a, b, 0, 8, 1, 9, 2, 10, 3, 11); }
LANE f32x8 f32x8_zip_high(f32x8 a, f32x8 b) {
  return __builtin_shufflevector(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}
/// The sum of all lanes, neighbours first.
LANE float f32x8_sum(f32x8 a) {
  f32x4 h = __builtin_shufflevector(a, a, 0, 1, 2, 3) + __builtin_shufflevector(a, a, 4, 5, 6, 7);
  f32x4 q = h + __builtin_shufflevector(h, h, 2, 3, 0, 1);
  return q[0] + q[1];
}

#undef LANE
#endif
