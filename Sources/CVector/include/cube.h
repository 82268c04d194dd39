// Colour cubes: tetrahedral interpolation in a lattice of colours, eight pixels at a time.
#ifndef MAQUETTE_CUBE_H
#define MAQUETTE_CUBE_H

#include "vector.h"

#define LANE static inline __attribute__((always_inline))

LANE f32x4 cube_node(const float *p) {
  f32x4 v;
  __builtin_memcpy(&v, p, sizeof v);
  return v;
}

/// Eight colours, one after the other, to eight of each channel.
LANE void cube_transposed(const f32x4 *p, void *channels) {
  f32x4 a = __builtin_shufflevector(p[0], p[1], 0, 4, 1, 5), b = __builtin_shufflevector(p[2], p[3], 0, 4, 1, 5);
  f32x4 c = __builtin_shufflevector(p[4], p[5], 0, 4, 1, 5), d = __builtin_shufflevector(p[6], p[7], 0, 4, 1, 5);
  f32x8 ab = __builtin_shufflevector(a, b, 0, 1, 4, 5, 2, 3, 6, 7);
  f32x8 cd = __builtin_shufflevector(c, d, 0, 1, 4, 5, 2, 3, 6, 7);
  f32x8 red = __builtin_shufflevector(ab, cd, 0, 1, 2, 3, 8, 9, 10, 11);
  f32x8 green = __builtin_shufflevector(ab, cd, 4, 5, 6, 7, 12, 13, 14, 15);
  f32x4 e = __builtin_shufflevector(p[0], p[1], 2, 6, 2, 6), f = __builtin_shufflevector(p[2], p[3], 2, 6, 2, 6);
  f32x4 g = __builtin_shufflevector(p[4], p[5], 2, 6, 2, 6), h = __builtin_shufflevector(p[6], p[7], 2, 6, 2, 6);
  f32x4 ef = __builtin_shufflevector(e, f, 0, 1, 4, 5), gh = __builtin_shufflevector(g, h, 0, 1, 4, 5);
  f32x8 blue = __builtin_shufflevector(ef, gh, 0, 1, 2, 3, 4, 5, 6, 7);
  float *rows = channels;
  f32x8_store(rows, red);
  f32x8_store(rows + 8, green);
  f32x8_store(rows + 16, blue);
}

/// The fourth channel of eight colours.
LANE f32x8 cube_fourth(const f32x4 *p) {
  return (f32x8){p[0][3], p[1][3], p[2][3], p[3][3], p[4][3], p[5][3], p[6][3], p[7][3]};
}

/// Colours between the nodes of a cube of `side` nodes an edge (4 floats each; blue runs fastest).
///
/// `r`, `g` and `b` are positions in 0...side-1; `out` gets eight colours. The cell is cut into the six tetrahedra
/// around its grey diagonal, so greys depend on grey nodes alone and a colour on four nodes, not eight.
LANE void cube_between(const float *nodes, int32_t side, f32x8 r, f32x8 g, f32x8 b, f32x4 *out) {
  i32x8 last = side - 2;
  i32x8 ri = __builtin_elementwise_min(__builtin_convertvector(r, i32x8), last);
  i32x8 gi = __builtin_elementwise_min(__builtin_convertvector(g, i32x8), last);
  i32x8 bi = __builtin_elementwise_min(__builtin_convertvector(b, i32x8), last);
  f32x8 fr = r - __builtin_convertvector(ri, f32x8);
  f32x8 fg = g - __builtin_convertvector(gi, f32x8);
  f32x8 fb = b - __builtin_convertvector(bi, f32x8);
  f32x8 upper = __builtin_elementwise_max(fr, fg), lower = __builtin_elementwise_min(fr, fg);
  f32x8 high = __builtin_elementwise_max(upper, fb), low = __builtin_elementwise_min(lower, fb);
  f32x8 middle = __builtin_elementwise_max(lower, __builtin_elementwise_min(upper, fb));
  // The walk from the near corner to the far one goes along the axis of the largest part first.
  i32x8 rg = fr >= fg, gb = fg >= fb, rb = fr >= fb;
  i32x8 rs = side * side * 4, gs = side * 4, bs = 4, all = rs + gs + bs;
  i32x8 first = (rg & rb) ? rs : ((~rg & gb) ? gs : bs);
  i32x8 third = (~rg & ~rb) ? rs : ((rg & ~gb) ? gs : bs);
  i32x8 base = ri * rs + gi * gs + bi * bs;
  i32x8 second = base + first, next = base + all - third;
  f32x8 w0 = 1.0f - high, w1 = high - middle, w2 = middle - low;
  int32_t far = side * side * 4 + side * 4 + 4;
#pragma clang loop unroll(full)
  for (int i = 0; i < 8; i++) {
    f32x4 near = cube_node(nodes + base[i]) * w0[i];
    near = __builtin_elementwise_fma(cube_node(nodes + second[i]), (f32x4)w1[i], near);
    near = __builtin_elementwise_fma(cube_node(nodes + next[i]), (f32x4)w2[i], near);
    out[i] = __builtin_elementwise_fma(cube_node(nodes + base[i] + far), (f32x4)low[i], near);
  }
}

/// `cube_between` by channel: eight reds, greens and blues.
LANE void cube_tetrahedral(const float *nodes, int32_t side, f32x8 r, f32x8 g, f32x8 b, void *channels) {
  f32x4 out[8];
  cube_between(nodes, side, r, g, b, out);
  cube_transposed(out, channels);
}

/// The same for nodes with four channels in use.
LANE void cube_tetrahedral4(const float *nodes, int32_t side, f32x8 r, f32x8 g, f32x8 b, void *channels) {
  f32x4 out[8];
  cube_between(nodes, side, r, g, b, out);
  cube_transposed(out, channels);
  f32x8_store((float *)channels + 24, cube_fourth(out));
}

#undef LANE
#endif
