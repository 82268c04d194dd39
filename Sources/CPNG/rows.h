#ifndef CPNG_ROWS_H
#define CPNG_ROWS_H

#include <stddef.h>
#include <stdint.h>

// Room for the pixel to the left of a row, which the format defines as zero.
enum { CPNG_PAD = 32, CPNG_FILTERS = 5 };

// Applies filter type 0...4. `row` and `above` have at least `pixel_bytes` zero bytes before them.
void cpng_filter_row(int type, const uint8_t *row, const uint8_t *above, uint8_t *out, size_t count,
  size_t pixel_bytes);

// Sum of the residuals' magnitudes, taken as signed bytes.
uint64_t cpng_row_cost(const uint8_t *residuals, size_t count);

#endif
