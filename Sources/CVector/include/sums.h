// Scattered sums of whole numbers: the same total in any order, so threads may share the work.
#ifndef MAQUETTE_SUMS_H
#define MAQUETTE_SUMS_H

#include "vector.h"

#define LANE static inline __attribute__((always_inline))

typedef int64_t i64x4 __attribute__((ext_vector_type(4)));

/// Adds (weight, weight·x, weight·y, weight·z) of each lane to the four sums at `index[lane]`.
LANE void i64x4_scatter(int64_t *sums, i32x8 index, i32x8 weight, i32x8 x, i32x8 y, i32x8 z) {
  x *= weight;
  y *= weight;
  z *= weight;
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i++) {
    int32_t four __attribute__((ext_vector_type(4))) = {weight[i], x[i], y[i], z[i]};
    i64x4 sum;
    int64_t *place = sums + 4 * (int64_t)index[i];
    __builtin_memcpy(&sum, place, sizeof sum);
    sum += __builtin_convertvector(four, i64x4);
    __builtin_memcpy(place, &sum, sizeof sum);
  }
}

#undef LANE
#endif
