// The recursions of the domain transform filter: eight rows or eight columns abreast.
#ifndef MAQUETTE_DOMAIN_H
#define MAQUETTE_DOMAIN_H

#include <stdint.h>

#include "vector.h"

#define LANE static inline __attribute__((always_inline))

/// Eight rows of eight samples turned into eight columns.
LANE void domain_turn(f32x8 *v) {
  f32x8 a[8], b[8];
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i += 2) {
    a[i] = __builtin_shufflevector(v[i], v[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
    a[i + 1] = __builtin_shufflevector(v[i], v[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i += 4) {
#pragma clang loop unroll(full)
    for (int k = 0; k < 2; k++) {
      b[i + k] = __builtin_shufflevector(a[i + k], a[i + k + 2], 0, 1, 8, 9, 4, 5, 12, 13);
      b[i + k + 2] = __builtin_shufflevector(a[i + k], a[i + k + 2], 2, 3, 10, 11, 6, 7, 14, 15);
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < 4; i++) {
    v[i] = __builtin_shufflevector(b[i], b[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
    v[i + 4] = __builtin_shufflevector(b[i], b[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
  }
}

/// Filters `width` samples of eight rows, which start at `base + offsets[row]`, to the right and back.
///
/// `weights` holds `width` vectors: how much of its left neighbour each sample takes. `turned` has room for
/// `width` rounded up to eight vectors.
static inline void domain_rows(
  float *base, const intptr_t *offsets, intptr_t width, const float *weights, float *turned) {
  for (intptr_t x = 0; x < width; x += 8) {
    f32x8 v[8];
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) v[i] = f32x8_load(base + offsets[i] + x);
    domain_turn(v);
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) f32x8_store(turned + 8 * (x + i), v[i]);
  }
  f32x8 last = f32x8_load(turned);
  for (intptr_t x = 1; x < width; x++) {
    f32x8 w = f32x8_load(weights + 8 * x), v = f32x8_load(turned + 8 * x);
    last = __builtin_elementwise_fma(w, last, __builtin_elementwise_fma(-w, v, v));
    f32x8_store(turned + 8 * x, last);
  }
  for (intptr_t x = width - 2; x >= 0; x--) {
    f32x8 w = f32x8_load(weights + 8 * (x + 1)), v = f32x8_load(turned + 8 * x);
    last = __builtin_elementwise_fma(w, last, __builtin_elementwise_fma(-w, v, v));
    f32x8_store(turned + 8 * x, last);
  }
  for (intptr_t x = 0; x < width; x += 8) {
    f32x8 v[8];
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) v[i] = f32x8_load(turned + 8 * (x + i));
    domain_turn(v);
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) f32x8_store(base + offsets[i] + x, v[i]);
  }
}

/// Weights for `domain_rows`: two to the power `scale` times the distance. Rows of `stride` distances, whole vectors.
static inline void domain_turned_weights(const float *distances, intptr_t stride, float scale, float *weights) {
  for (intptr_t x = 0; x < stride; x += 8) {
    f32x8 v[8];
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) v[i] = f32x8_load(distances + i * stride + x);
    domain_turn(v);
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) f32x8_store(weights + 8 * (x + i), f32x8_exp2(v[i] * scale));
  }
}

/// Filters eight columns down and up: `height` rows `row` samples apart, from `samples` on, and their distances
/// to the row above, `stride` apart. `weights` has room for `height` vectors and is filled if `plane` is 0.
static inline void domain_columns(
  float *samples, intptr_t row, const float *distances, intptr_t stride, intptr_t height, float scale,
  int32_t plane, float *weights) {
  if (plane == 0)
    for (intptr_t y = 0; y < height; y++)
      f32x8_store(weights + 8 * y, f32x8_exp2(f32x8_load(distances + y * stride) * scale));
  f32x8 last = f32x8_load(samples);
  for (intptr_t y = 1; y < height; y++) {
    f32x8 w = f32x8_load(weights + 8 * y), v = f32x8_load(samples + y * row);
    last = __builtin_elementwise_fma(w, last, __builtin_elementwise_fma(-w, v, v));
    f32x8_store(samples + y * row, last);
  }
  for (intptr_t y = height - 2; y >= 0; y--) {
    f32x8 w = f32x8_load(weights + 8 * (y + 1)), v = f32x8_load(samples + y * row);
    last = __builtin_elementwise_fma(w, last, __builtin_elementwise_fma(-w, v, v));
    f32x8_store(samples + y * row, last);
  }
}

#undef LANE
#endif
