// Weighted sums of many rows or of many neighbours: the inner loops, free of bounds checks.
#ifndef MAQUETTE_CONVOLVE_H
#define MAQUETTE_CONVOLVE_H

#include <stdint.h>

#include "vector.h"

#define LANE static inline __attribute__((always_inline))

/// `vectors` (at most 4) neighbouring vectors of: taps[0] * at[offsets[0]] + the sum over i = 1...reach of
/// taps[i] * (at[offsets[-i]] + at[offsets[i]]). `offsets` points to the middle of 2 reach + 1 numbers.
LANE void convolve_vectors(
  const float *at, const intptr_t *offsets, const float *taps, intptr_t reach, int vectors, float *out) {
  f32x8 sum[4];
#pragma clang loop unroll(full)
  for (int v = 0; v < vectors; v++) sum[v] = f32x8_load(at + offsets[0] + 8 * v) * taps[0];
  for (intptr_t i = 1; i <= reach; i++) {
    const float *p = at + offsets[-i], *q = at + offsets[i];
    f32x8 tap = taps[i];
#pragma clang loop unroll(full)
    for (int v = 0; v < vectors; v++)
      sum[v] = __builtin_elementwise_fma(f32x8_load(p + 8 * v) + f32x8_load(q + 8 * v), tap, sum[v]);
  }
#pragma clang loop unroll(full)
  for (int v = 0; v < vectors; v++) f32x8_store(out + 8 * v, sum[v]);
}

/// `count` samples, whole vectors, as above; four vectors at once, so that their sums do not wait for each other.
static inline void convolve_row(
  const float *at, const intptr_t *offsets, const float *taps, intptr_t reach, float *out, intptr_t count) {
  intptr_t x = 0;
  for (; x + 32 <= count; x += 32) convolve_vectors(at + x, offsets, taps, reach, 4, out + x);
  for (; x < count; x += 8) convolve_vectors(at + x, offsets, taps, reach, 1, out + x);
}

/// `count` samples, whole vectors: the sum of `taps[i]` times the row at `at + offsets[i]`.
static inline void weighted_rows(
  const float *at, const intptr_t *offsets, const float *taps, intptr_t rows, float *out, intptr_t count) {
  for (intptr_t x = 0; x < count; x += 8) {
    f32x8 sum = 0;
    for (intptr_t i = 0; i < rows; i++) {
      f32x8 tap = taps[i];
      sum = __builtin_elementwise_fma(f32x8_load(at + offsets[i] + x), tap, sum);
    }
    f32x8_store(out + x, sum);
  }
}

/// `count` samples, each the sum of `taps` weighted samples from `starts[x]` on; `taps` is a multiple of eight.
static inline void weighted_runs(
  const float *at, const int32_t *starts, const float *weights, intptr_t taps, float *out, intptr_t count) {
  for (intptr_t x = 0; x < count; x++) {
    f32x8 sum = 0;
    const float *p = at + starts[x], *w = weights + x * taps;
    for (intptr_t i = 0; i < taps; i += 8) sum = __builtin_elementwise_fma(f32x8_load(p + i), f32x8_load(w + i), sum);
    out[x] = f32x8_sum(sum);
  }
}

#undef LANE
#endif
