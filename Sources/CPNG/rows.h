#ifndef CPNG_ROWS_H
#define CPNG_ROWS_H

#include <stddef.h>
#include <stdint.h>

// Room for the pixel to the left of a row, which the format defines as zero.
enum { CPNG_PAD = 32, CPNG_FILTERS = 5 };

// Pixels to file order: R, G, B or unpremultiplied R, G, B, A.
void cpng_pack_row(const uint32_t *pixels, size_t width, size_t channels, uint8_t *out);

// File order R, G, B, A to premultiplied pixels, in place.
void cpng_premultiply(uint32_t *pixels, size_t count);

// Applies filter type 0...4. `row` and `above` have at least `channels` zero bytes before them.
void cpng_filter_row(int type, const uint8_t *row, const uint8_t *above, uint8_t *out, size_t count,
  size_t channels);

// Sum of the residuals' magnitudes, taken as signed bytes.
uint64_t cpng_row_cost(const uint8_t *residuals, size_t count);

#endif
