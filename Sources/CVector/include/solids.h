// Rounded slabs: distance, exact tracing for what the eye sees, and quick hits of their boxes for light.
#ifndef MAQUETTE_SOLIDS_H
#define MAQUETTE_SOLIDS_H

#include <stdint.h>

#include "vector.h"

#define LANE static inline __attribute__((always_inline))

/// A slab in a room, metres: the middle, its axes as rows, half its size, and its roundings.
typedef struct {
  float center[3];
  float axes[9];
  float half[3];
  float corner, edge, crown;
  /// Change of the width factor for a metre of own height, and how far a distance may be trusted.
  float slope, step;
  /// 1 if seen from above it is a disc.
  int32_t is_round;
  /// 0 if light passes.
  int32_t is_opaque;
} solid_form;

/// A box around a run of solids.
typedef struct {
  float low[3], high[3];
  int32_t first, end;
} solid_group;

/// Eight rays: origins and directions. Swift hands them over as so many lanes in this order, at its own alignment.
typedef struct {
  f32x8 ox, oy, oz, dx, dy, dz;
} ray_lanes;

LANE ray_lanes ray_lanes_load(const void *p) {
  ray_lanes r;
  __builtin_memcpy(&r, p, sizeof r);
  return r;
}

LANE int32_t i32x8_any(i32x8 mask) { return __builtin_reduce_or(mask); }
LANE f32x8 solid_max(f32x8 a, f32x8 b) { return __builtin_elementwise_max(a, b); }
LANE f32x8 solid_min(f32x8 a, f32x8 b) { return __builtin_elementwise_min(a, b); }
LANE f32x8 solid_abs(f32x8 a) { return __builtin_elementwise_abs(a); }

/// Metres to the surface, negative inside, from own coordinates (Quilez' rounded boxes, 2D by 1D).
LANE f32x8 solid_distance(const solid_form *s, f32x8 x, f32x8 y, f32x8 z) {
  f32x8 none = 0.0f, wide = 1.0f + s->slope * z;
  f32x8 hx = s->half[0] * wide, hy = s->half[1] * wide, hz = s->half[2];
  if (s->crown > 0) {
    f32x8 u = x * (1.0f / s->half[0]), v = y * (1.0f / s->half[1]);
    hz = hz - s->crown * (1.0f - solid_max(1.0f - u * u, none) * solid_max(1.0f - v * v, none));
  }
  f32x8 corner = s->corner * wide;
  f32x8 qx = solid_abs(x) - hx + corner, qy = solid_abs(y) - hy + corner;
  f32x8 px = solid_max(qx, none), py = solid_max(qy, none);
  f32x8 side = __builtin_elementwise_sqrt(px * px + py * py) + solid_min(solid_max(qx, qy), none) - corner;
  f32x8 a = side + s->edge, b = solid_abs(z) - hz + s->edge;
  f32x8 pa = solid_max(a, none), pb = solid_max(b, none);
  return __builtin_elementwise_sqrt(pa * pa + pb * pb) + solid_min(solid_max(a, b), none) - s->edge;
}

/// Own coordinates of a place (`move` 1) or a direction (`move` 0).
LANE void solid_local(const solid_form *s, float move, f32x8 x, f32x8 y, f32x8 z, f32x8 out[3]) {
  x -= move * s->center[0];
  y -= move * s->center[1];
  z -= move * s->center[2];
  for (int i = 0; i < 3; i++) out[i] = s->axes[3 * i] * x + s->axes[3 * i + 1] * y + s->axes[3 * i + 2] * z;
}

/// Where rays enter and leave the box of half size `half` around 0 (slabs of Kay and Kajiya, 1986).
LANE void solid_slabs(const float *half, const f32x8 o[3], const f32x8 d[3], f32x8 *enter, f32x8 *leave) {
  f32x8 t0 = -1e30f, t1 = 1e30f;
  for (int i = 0; i < 3; i++) {
    // A ray along a face must not divide 0 by 0.
    f32x8 tiny = 1e-9f, way = solid_abs(d[i]) < tiny ? tiny : d[i];
    f32x8 inverse = 1.0f / way;
    f32x8 a = (-half[i] - o[i]) * inverse, b = (half[i] - o[i]) * inverse;
    t0 = solid_max(t0, solid_min(a, b));
    t1 = solid_min(t1, solid_max(a, b));
  }
  *enter = t0;
  *leave = t1;
}

/// The nearest hit of the true surface before `far`, or `far` (sphere tracing, Hart 1996); `pixel` is the error
/// allowed at distance 1.
LANE f32x8 solid_trace(const solid_form *s, const void *rays, f32x8 far, float pixel) {
  const ray_lanes loaded = ray_lanes_load(rays), *r = &loaded;
  f32x8 o[3], d[3], enter, leave;
  solid_local(s, 1, r->ox, r->oy, r->oz, o);
  solid_local(s, 0, r->dx, r->dy, r->dz, d);
  float grown = 1.0f + solid_abs((f32x8)(s->slope * s->half[2]))[0];
  float half[3] = {s->half[0] * grown, s->half[1] * grown, s->half[2]};
  solid_slabs(half, o, d, &enter, &leave);
  f32x8 near = 0.02f;
  f32x8 t = solid_max(enter, near);
  leave = solid_min(leave, far);
  i32x8 active = t < leave;
  if (!i32x8_any(active)) return far;
  f32x8 length = __builtin_elementwise_sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
  f32x8 stride = s->step / length, result = far;
  for (int i = 0; i < 40; i++) {
    f32x8 gap = solid_distance(s, o[0] + t * d[0], o[1] + t * d[1], o[2] + t * d[2]);
    i32x8 hit = active & (gap < pixel * t * length + 2e-5f);
    result = hit ? t : result;
    t = t + gap * stride;
    active = active & ~hit & (t < leave);
    if (!i32x8_any(active)) break;
  }
  return result;
}

/// The nearest hit of its box or cylinder before `far`, or `far`; 0 where the ray begins inside.
LANE f32x8 solid_shade(const solid_form *s, const ray_lanes *r, f32x8 far) {
  f32x8 o[3], d[3], enter, leave, none = 0.0f;
  solid_local(s, 1, r->ox, r->oy, r->oz, o);
  solid_local(s, 0, r->dx, r->dy, r->dz, d);
  solid_slabs(s->half, o, d, &enter, &leave);
  if (s->is_round) {
    f32x8 a = d[0] * d[0] + d[1] * d[1] + 1e-12f, b = o[0] * d[0] + o[1] * d[1];
    f32x8 c = o[0] * o[0] + o[1] * o[1] - s->half[0] * s->half[0];
    f32x8 root = b * b - a * c;
    i32x8 misses = root < none;
    root = __builtin_elementwise_sqrt(solid_max(root, none));
    enter = misses ? (f32x8)1e30f : solid_max(enter, (-b - root) / a);
    leave = solid_min(leave, (root - b) / a);
  }
  f32x8 t = solid_max(enter, none);
  i32x8 hit = (t < leave) & (t < far);
  return hit ? t : far;
}

/// The nearest opaque solid that each of eight rays meets before `far`: its distance, and its index in `index` (left
/// as it is where there is none). The solid `skip` is passed through.
static inline f32x8 solids_nearest(
  const solid_form *solids, const solid_group *groups, int32_t count, const void *rays, f32x8 far,
  int32_t skip, void *index) {
  const ray_lanes loaded = ray_lanes_load(rays), *r = &loaded;
  i32x8 best;
  __builtin_memcpy(&best, index, sizeof best);
  f32x8 tiny = 1e-9f, none = 0.0f;
  f32x8 ix = 1.0f / (solid_abs(r->dx) < tiny ? tiny : r->dx), iy = 1.0f / (solid_abs(r->dy) < tiny ? tiny : r->dy);
  f32x8 iz = 1.0f / (solid_abs(r->dz) < tiny ? tiny : r->dz);
  for (int32_t g = 0; g < count; g++) {
    const solid_group *box = groups + g;
    f32x8 ax = (box->low[0] - r->ox) * ix, bx = (box->high[0] - r->ox) * ix;
    f32x8 ay = (box->low[1] - r->oy) * iy, by = (box->high[1] - r->oy) * iy;
    f32x8 az = (box->low[2] - r->oz) * iz, bz = (box->high[2] - r->oz) * iz;
    f32x8 enter = solid_max(solid_max(solid_min(ax, bx), solid_min(ay, by)), solid_min(az, bz));
    f32x8 leave = solid_min(solid_min(solid_max(ax, bx), solid_max(ay, by)), solid_max(az, bz));
    if (!i32x8_any((solid_max(enter, none) < leave) & (enter < far))) continue;
    for (int32_t i = box->first; i < box->end; i++) {
      if (i == skip || !solids[i].is_opaque) continue;
      f32x8 t = solid_shade(solids + i, r, far);
      i32x8 nearer = t < far;
      i32x8 here = i;
      best = nearer ? here : best;
      far = t;
    }
  }
  __builtin_memcpy(index, &best, sizeof best);
  return far;
}

#undef LANE
#endif
