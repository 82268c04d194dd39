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

/// One step of the recursion: a sample takes the part `w` of its neighbour's result.
LANE f32x8 domain_step(f32x8 w, f32x8 neighbour, f32x8 v) {
  return __builtin_elementwise_fma(w, neighbour, __builtin_elementwise_fma(-w, v, v));
}

/// Filters `stride` samples (whole vectors, `width` of them of the picture) of eight rows of `planes` planes, 1...4,
/// `stride` apart, to the right and back; the rows start at `base + offsets[row]`.
///
/// `weights` holds `stride` vectors: how much of its left neighbour each sample takes; the first and those past
/// the width must be 0. `turned` has room for `planes * stride` vectors. The planes are independent of each
/// other, so their recursions, each of which waits for its last result, run at the same time.
static inline void domain_rows(
  float *base, const intptr_t *offsets, intptr_t stride, intptr_t width, intptr_t planes, const float *weights,
  float *turned) {
  f32x8 last[4] = {0, 0, 0, 0};
  for (intptr_t x = 0; x < stride; x += 8)
    for (intptr_t plane = 0; plane < planes; plane++) {
      const float *from = base + plane * stride + x;
      float *to = turned + 8 * (x * planes + 8 * plane);
      f32x8 v[8], state = last[plane];
#pragma clang loop unroll(full)
      for (int i = 0; i < 8; i++) v[i] = f32x8_load(from + offsets[i]);
      domain_turn(v);
#pragma clang loop unroll(full)
      for (int i = 0; i < 8; i++) {
        state = domain_step(f32x8_load(weights + 8 * (x + i)), state, v[i]);
        f32x8_store(to + 8 * i, state);
      }
      last[plane] = state;
    }
  f32x8 none = 0.0f, right = none;
  // Whatever stands past the width must not reach the last sample, not even as 0 times infinity.
  for (intptr_t plane = 0; plane < planes; plane++) {
    last[plane] = none;
    for (intptr_t x = width; x < stride; x++)
      f32x8_store(turned + 8 * ((stride - 8) * planes + 8 * plane + x - (stride - 8)), none);
  }
  for (intptr_t x = stride - 8; x >= 0; x -= 8) {
    for (intptr_t plane = 0; plane < planes; plane++) {
      const float *from = turned + 8 * (x * planes + 8 * plane);
      float *to = base + plane * stride + x;
      f32x8 v[8], state = last[plane], w = right;
#pragma clang loop unroll(full)
      for (int i = 7; i >= 0; i--) {
        v[i] = state = domain_step(w, state, f32x8_load(from + 8 * i));
        w = f32x8_load(weights + 8 * (x + i));
      }
      last[plane] = state;
      domain_turn(v);
#pragma clang loop unroll(full)
      for (int i = 0; i < 8; i++) f32x8_store(to + offsets[i], v[i]);
    }
    right = f32x8_load(weights + 8 * x);
  }
}

/// Weights for `domain_rows`: two to the power `scale` times the distance. Rows of `stride` distances, whole
/// vectors, `width` of which are of the picture.
static inline void domain_turned_weights(
  const float *distances, intptr_t stride, intptr_t width, float scale, float *weights) {
  for (intptr_t x = 0; x < stride; x += 8) {
    f32x8 v[8];
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) v[i] = f32x8_load(distances + i * stride + x);
    domain_turn(v);
#pragma clang loop unroll(full)
    for (int i = 0; i < 8; i++) f32x8_store(weights + 8 * (x + i), f32x8_exp2(v[i] * scale));
  }
  f32x8 none = 0.0f;
  f32x8_store(weights, none);
  for (intptr_t x = width; x < stride; x++) f32x8_store(weights + 8 * x, none);
}

/// A row of `count` columns, whole vectors, takes its part of the row above or below (`neighbour`): `planes`
/// planes, `stride` apart. `distances` are those between the two rows. The row after the next is called for ahead of
/// time: strips of columns are too short for the processor to guess what comes next, and a wrong call does nothing.
static inline void domain_column_step(
  float *row, const float *neighbour, intptr_t stride, intptr_t planes, intptr_t count, const float *distances,
  float scale) {
  intptr_t ahead = 2 * (row - neighbour), next = ahead > 0 ? 2 * stride : -2 * stride;
  for (intptr_t x = 0; x < count; x += 8) {
    __builtin_prefetch(distances + x + next);
    f32x8 w = f32x8_exp2(f32x8_load(distances + x) * scale);
    for (intptr_t at = x, end = x + planes * stride; at < end; at += stride) {
      __builtin_prefetch(row + at + ahead);
      f32x8_store(row + at, domain_step(w, f32x8_load(neighbour + at), f32x8_load(row + at)));
    }
  }
}

/// Filters `count` columns, whole vectors, downwards: `height` rows from `samples` on, each of `planes` planes
/// `stride` apart, take their part of the row above, which must be there. `distances` are those to the row above, rows
/// of `stride`. Row after row, so that memory is read in long runs and no column has to wait for its own last sum.
static inline void domain_columns_down(
  float *samples, intptr_t planes, const float *distances, intptr_t stride, intptr_t height, intptr_t count,
  float scale) {
  intptr_t length = planes * stride;
  for (intptr_t y = 0; y < height; y++) {
    float *row = samples + y * length;
    domain_column_step(row, row - length, stride, planes, count, distances + y * stride, scale);
  }
}

/// The same upwards: the rows take their part of the row below, which must be there.
static inline void domain_columns_up(
  float *samples, intptr_t planes, const float *distances, intptr_t stride, intptr_t height, intptr_t count,
  float scale) {
  intptr_t length = planes * stride;
  for (intptr_t y = height - 1; y >= 0; y--) {
    float *row = samples + y * length;
    domain_column_step(row, row + length, stride, planes, count, distances + (y + 1) * stride, scale);
  }
}

#undef LANE
#endif
