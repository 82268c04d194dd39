// Lane operations that Swift's own SIMD types lower to a call or a loop per lane. Each is one or two
// instructions here; imported into Swift as functions on SIMD8<Float> and friends.
#ifndef MAQUETTE_VECTOR_H
#define MAQUETTE_VECTOR_H

#include <stdint.h>

typedef float f32x8 __attribute__((ext_vector_type(8)));
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

#undef LANE
#endif
