// Means over windows along rows, by running sums.
#ifndef MAQUETTE_WINDOW_H
#define MAQUETTE_WINDOW_H

#include <stdint.h>

#define LANE static inline __attribute__((always_inline))

/// Sums over the windows of `count` rows, 1 or 2, `length` apart: two sums run at the same time, as each waits for
/// its own last result.
LANE void window_rows(
  const float *sums, intptr_t length, const int count, intptr_t width, intptr_t radius, const float *shares,
  float scale, float *means, intptr_t stride) {
  double sum[2] = {0, 0};
  for (intptr_t x = radius + 1; x < 2 * radius + 1; x++)
    for (int k = 0; k < count; k++) sum[k] += (double)sums[x + k * length];
  for (intptr_t x = 0; x < width; x++) {
    float share = shares[x] * scale;
#pragma clang loop unroll(full)
    for (int k = 0; k < count; k++) {
      const float *at = sums + k * length + x;
      sum[k] += (double)at[2 * radius + 1] - (double)at[0];
      means[x + k * stride] = (float)sum[k] * share;
    }
  }
}

/// The sums over `2 radius + 1` samples around each of `width` samples, times `scale` and the sample's share, of
/// `planes` rows of sums `length` apart, into rows `stride` apart. Before the samples of a row stand `radius + 1`
/// zeros, after them `radius` or more. The sums run in float64: what enters leaves again without a trace.
static inline void window_means(
  const float *sums, intptr_t length, intptr_t planes, intptr_t width, intptr_t radius, const float *shares,
  float scale, float *means, intptr_t stride) {
  intptr_t plane = 0;
  for (; plane + 2 <= planes; plane += 2)
    window_rows(sums + plane * length, length, 2, width, radius, shares, scale, means + plane * stride, stride);
  if (plane < planes)
    window_rows(sums + plane * length, length, 1, width, radius, shares, scale, means + plane * stride, stride);
}

#undef LANE
#endif
