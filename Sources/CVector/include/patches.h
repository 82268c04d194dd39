// Nearest patches of an exemplar: distances in 16-bit whole numbers, so that every machine finds the same ones.
#ifndef MAQUETTE_PATCHES_H
#define MAQUETTE_PATCHES_H

#include <stdint.h>

#include "vector.h"

#define LANE static inline __attribute__((always_inline))

typedef short patch_halves __attribute__((vector_size(32)));

/// Sums of the squares of neighbouring pairs; every number is within 2^14.
LANE i32x8 patch_squares(patch_halves v) {
#ifdef __AVX2__
  return (i32x8)__builtin_ia32_pmaddwd256(v, v);
#else
  i32x8 w = (i32x8)v, low = w << 16 >> 16, high = w >> 16;
  return low * low + high * high;
#endif
}
LANE patch_halves patch_load(const int16_t *p) {
  patch_halves v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}
LANE int32_t patch_sum(i32x8 v) { return v[0] + v[1] + v[2] + v[3] + v[4] + v[5] + v[6] + v[7]; }

/// Squared distance of two patches of 8 x 8 pixels with four numbers each.
LANE int32_t patch_distance(const int16_t *a, intptr_t a_row, const int16_t *b, intptr_t b_row) {
  i32x8 sum = 0;
  for (int row = 0; row < 8; row++, a += a_row, b += b_row)
    sum += patch_squares(patch_load(a) - patch_load(b)) + patch_squares(patch_load(a + 16) - patch_load(b + 16));
  return patch_sum(sum);
}

/// Squared distance of two guides of eight numbers.
LANE int32_t guide_distance(const int16_t *a, const int16_t *b) {
  patch_halves v = {0};
  for (int i = 0; i < 8; i++) v[i] = (short)(a[i] - b[i]);
  return patch_sum(patch_squares(v));
}

/// A search for the patch of an atlas that each pixel of a picture takes over.
///
/// Places are y << 16 | x. Pixels have four numbers, guides eight. The target has a border of 4 pixels on every side.
typedef struct {
  int32_t width, height, atlas_width, atlas_height;
  /// Pixels between seeds, their number across, and how many places each has.
  int32_t grid, grid_width, seeds;
  /// What a unit of squared distance costs: of guides where a pixel's own weight is 1, and of patches.
  float guide_weight, patch_weight;
  /// A place from the seeds must cost less than this share of what neighbours offer.
  float patience;
  /// One pixel in `sparse` of a row looks at seeds, from this one on. If all did, all of an even tone would jump at
  /// once to the same place and repeat it.
  int32_t sparse, phase;
} patch_search;

LANE float patch_cost(
  const patch_search *s, const int16_t *target, const int16_t *atlas, const int16_t *guides,
  const int16_t *atlas_guides, const float *weights, const float *usage, int x, int y, int cx, int cy) {
  intptr_t row = (s->width + 8) * 4, atlas_row = s->atlas_width * 4;
  float guide = (float)guide_distance(
    guides + 8 * ((intptr_t)y * s->width + x), atlas_guides + 8 * ((intptr_t)cy * s->atlas_width + cx));
  float patch = s->patch_weight == 0
    ? 0
    : (float)patch_distance(target + y * row + x * 4, row, atlas + (cy - 4) * atlas_row + (cx - 4) * 4, atlas_row);
  float cost = s->guide_weight * weights[(intptr_t)y * s->width + x] * guide + s->patch_weight * patch;
  return (cost + 40) * usage[(cy >> 4) * ((s->atlas_width + 15) >> 4) + (cx >> 4)];
}

/// Row `y` of the places after one step: of the places that neighbours and seeds propose, the one that costs least.
///
/// Neighbours propose what continues their own patch (Ashikhmin, 2001; all pixels at once, as in Han et al., 2006).
/// `weights` is what the guide counts at each pixel; `valid` says where a patch lies within the atlas; `usage` is a
/// factor for each 16 x 16 pixels of it.
static inline void patch_search_row(
  const patch_search *s, const int16_t *target, const int16_t *atlas, const int16_t *guides,
  const int16_t *atlas_guides, const float *weights, const uint8_t *valid, const float *usage, const int32_t *seeds,
  const int32_t *before, int32_t y, int32_t *after) {
  static const int8_t dx[9] = {0, -1, 1, 0, 0, -4, 4, 0, 0}, dy[9] = {0, 0, 0, -1, 1, 0, 0, -4, 4};
  int w = s->width, h = s->height;
  int gy = y / s->grid, oy = y - (gy * s->grid + s->grid / 2);
  for (int x = 0; x < w; x++) {
    float best = 3e38f;
    int32_t place = before[(intptr_t)y * w + x], tried[9];
    int count = 0;
    for (int k = 0; k < 9; k++) {
      int qx = x + dx[k], qy = y + dy[k];
      if (qx < 0 || qy < 0 || qx >= w || qy >= h) continue;
      int32_t at = before[(intptr_t)qy * w + qx];
      int cx = (at & 0xffff) - dx[k], cy = (at >> 16) - dy[k];
      if (cx < 0 || cy < 0 || cx >= s->atlas_width || cy >= s->atlas_height) continue;
      if (!valid[(intptr_t)cy * s->atlas_width + cx]) continue;
      int32_t candidate = cy << 16 | cx;
      int known = 0;
      for (int i = 0; i < count; i++) known |= tried[i] == candidate;
      if (known) continue;
      tried[count++] = candidate;
      float cost = patch_cost(s, target, atlas, guides, atlas_guides, weights, usage, x, y, cx, cy);
      if (cost < best) best = cost, place = candidate;
    }
    after[x] = place;
    if ((x + 2 * y + s->phase) % s->sparse != 0) continue;
    best *= s->patience;
    int gx = x / s->grid, ox = x - (gx * s->grid + s->grid / 2);
    const int32_t *at = seeds + ((intptr_t)gy * s->grid_width + gx) * s->seeds;
    for (int k = 0; k < s->seeds; k++) {
      int cx = (at[k] & 0xffff) + ox, cy = (at[k] >> 16) + oy;
      if (cx < 0 || cy < 0 || cx >= s->atlas_width || cy >= s->atlas_height) continue;
      if (!valid[(intptr_t)cy * s->atlas_width + cx]) continue;
      float cost = patch_cost(s, target, atlas, guides, atlas_guides, weights, usage, x, y, cx, cy);
      if (cost < best) best = cost, place = cy << 16 | cx;
    }
    after[x] = place;
  }
}

/// The `wanted` (at most 4) nearest of a tree's points to a guide, nearest first; returns how many were found.
///
/// The tree halves its points again and again: node n has the children 2n and 2n + 1, those from `leaves` on are
/// leaves. The `visits` most promising leaves are looked through (Arya and Mount's priority search, 1993).
static inline int32_t guide_nearest(
  const int16_t *guides, const int32_t *points, int32_t count, const uint8_t *axes, const int16_t *cuts,
  int32_t leaves, const int16_t *guide, int32_t visits, int32_t wanted, int32_t *found) {
  struct { int32_t distance, node, low, high; } open[64];
  int32_t distances[4], size = 1, have = 0;
  open[0].distance = 0, open[0].node = 1, open[0].low = 0, open[0].high = count;
  for (; visits > 0 && size > 0; visits--) {
    int32_t next = 0;
    for (int32_t i = 1; i < size; i++)
      if (open[i].distance < open[next].distance) next = i;
    int32_t distance = open[next].distance, node = open[next].node, low = open[next].low, high = open[next].high;
    open[next] = open[--size];
    if (have == wanted && distance > distances[have - 1]) break;
    while (node < leaves) {
      int32_t middle = (low + high) / 2, gap = guide[axes[node]] - cuts[node], near = gap >= 0;
      if (size < 64) {
        int32_t far = distance > gap * gap ? distance : gap * gap;
        open[size].distance = far, open[size].node = 2 * node + !near;
        open[size].low = near ? low : middle, open[size].high = near ? middle : high;
        size++;
      }
      node = 2 * node + near;
      if (near) low = middle; else high = middle;
    }
    for (int32_t i = low; i < high; i++) {
      int32_t own = guide_distance(guide, guides + 8 * (intptr_t)points[i]);
      if (have == wanted && own >= distances[have - 1]) continue;
      int32_t at = have < wanted ? have++ : have - 1;
      for (; at > 0 && distances[at - 1] > own; at--) distances[at] = distances[at - 1], found[at] = found[at - 1];
      distances[at] = own, found[at] = points[i];
    }
  }
  return have;
}

#undef LANE
#endif
