// Periodic functions on lanes, in turns: what screens and engraved lines are made of.
#ifndef MAQUETTE_WAVES_H
#define MAQUETTE_WAVES_H

#include "vector.h"

#define LANE static inline __attribute__((always_inline))

/// The distance to the nearest whole number, 0...0.5.
LANE f32x8 f32x8_from_whole(f32x8 turns) {
  return __builtin_elementwise_abs(turns - __builtin_elementwise_floor(turns + 0.5f));
}

/// cos(2πx), within 4e-6: the sine's Taylor series over a quarter turn, after folding.
LANE f32x8 f32x8_cos_turns(f32x8 turns) {
  f32x8 q = 0.25f - f32x8_from_whole(turns);
  f32x8 s = q * q;
  f32x8 p = 42.058693944897f;
  p = __builtin_elementwise_fma(p, s, (f32x8)-76.705859752880f);
  p = __builtin_elementwise_fma(p, s, (f32x8)81.605249276075f);
  p = __builtin_elementwise_fma(p, s, (f32x8)-41.341702240400f);
  p = __builtin_elementwise_fma(p, s, (f32x8)6.2831853071796f);
  return p * q;
}

#undef LANE
#endif
