#ifndef CPNG_H
#define CPNG_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// libpng and zlib behind functions that return instead of jumping. Every function that can fail returns
// 0 on success; those with a `message` argument leave one line of text there when they fail.
enum { CPNG_MESSAGE_SIZE = 200 };

// What is encoded: premultiplied 0xAARRGGBB pixels, written with 3 (RGB) or 4 (RGBA) channels.
typedef struct {
  const uint32_t *pixels;
  size_t width, height, channels;
} cpng_image;

// A run of rows, filtered and deflated on its own. `data` is freed by cpng_band_free.
typedef struct {
  uint8_t *_Nullable data;
  size_t length;      // bytes of raw deflate in `data`
  size_t raw_length;  // bytes before deflate, for adler32_combine
  uint32_t adler;     // of the raw bytes
} cpng_band;

// One international text chunk: a NUL-terminated Latin-1 keyword and NUL-terminated UTF-8 text.
typedef struct {
  const char *keyword, *text;
  int compressed;
} cpng_text;

// 1 if every pixel has alpha 255.
int cpng_is_opaque(const uint32_t *pixels, size_t count);

// Rows per band. Depends on the image only, never on how many threads work on it.
size_t cpng_band_rows(const cpng_image *image);

// The scratch memory of one thread. A lane makes any number of bands, one after another.
typedef struct cpng_lane cpng_lane;
cpng_lane *_Nullable cpng_lane_new(const cpng_image *image);
void cpng_lane_free(cpng_lane *_Nullable lane);
int cpng_lane_make_band(cpng_lane *lane, size_t index, cpng_band *band);
void cpng_band_free(cpng_band *band);

// Writes a whole PNG into `out`. `dots_per_metre` 0 writes no pHYs.
int cpng_write(const cpng_image *image, uint32_t dots_per_metre, const cpng_text *_Nullable texts,
  size_t text_count, const cpng_band *bands, size_t band_count, uint8_t *out, size_t capacity,
  size_t *length, char *message);

// Reads a PNG of exactly width x height pixels into premultiplied 0xAARRGGBB.
int cpng_read(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t *pixels,
  char *message);

uint32_t cpng_crc32(const uint8_t *bytes, size_t count);

// Inflates a zlib stream of at most `capacity` bytes: 0 done, 1 damaged, 2 larger than that.
int cpng_inflate(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity, size_t *length);

#pragma clang assume_nonnull end
#endif
