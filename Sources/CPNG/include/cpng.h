#ifndef CPNG_H
#define CPNG_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// libpng and zlib behind functions that return instead of jumping. Every function that can fail returns
// 0 on success; those with a `message` argument leave one line of text there when they fail.
enum { CPNG_MESSAGE_SIZE = 200 };

// Rows as they go into and come out of files: grey (1 channel), grey and alpha (2), RGB (3) or RGBA (4), alpha
// straight; a sample is one byte, or two in the machine's order.
typedef struct {
  size_t width, height, channels, sample_bytes;
} cpng_layout;

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

// Rows per band. Depends on the layout only, never on how many threads work on it.
size_t cpng_band_rows(const cpng_layout *layout);

// The scratch memory of one thread. A lane makes any number of bands, one after another: the caller fills
// row 0 with the row above the band (zeros above the first) and the rows 1 to `count`, then asks for the band.
typedef struct cpng_lane cpng_lane;
cpng_lane *_Nullable cpng_lane_new(const cpng_layout *layout);
void cpng_lane_free(cpng_lane *_Nullable lane);
uint8_t *cpng_lane_row(cpng_lane *lane, size_t row);
int cpng_lane_make_band(cpng_lane *lane, size_t count, int is_last, cpng_band *band);
void cpng_band_free(cpng_band *band);

// Writes a whole PNG into `out`. `dots_per_metre` 0 writes no pHYs.
int cpng_write(const cpng_layout *layout, uint32_t dots_per_metre, const cpng_text *_Nullable texts,
  size_t text_count, const cpng_band *bands, size_t band_count, uint8_t *out, size_t capacity,
  size_t *length, char *message);

// Reads rows from the top. `bytes` must outlive the reader. Palettes and samples of less than 8 bits are expanded;
// colour tags are not applied. An interlaced picture is decoded whole at the first call.
typedef struct cpng_reader cpng_reader;
cpng_reader *_Nullable cpng_reader_new(const uint8_t *bytes, size_t count, cpng_layout *layout, char *message);
void cpng_reader_free(cpng_reader *reader);
// The next `count` rows, one after the other; with the last row also what follows it in the file is checked.
int cpng_reader_rows(cpng_reader *reader, size_t count, uint8_t *out, char *message);

// Pixels, premultiplied 0xAARRGGBB or straight 0xAAAARRRRGGGGBBBB, from and to rows of 1 to 4 channels.
void cpng_pack_row(const uint32_t *pixels, size_t width, size_t channels, uint8_t *out);
void cpng_unpack_row(const uint8_t *row, size_t width, size_t channels, uint32_t *pixels);
void cpng_pack_deep_row(const uint64_t *pixels, size_t width, size_t channels, uint16_t *out);
void cpng_unpack_deep_row(const uint16_t *row, size_t width, size_t channels, uint64_t *pixels);
// 16-bit samples rounded to 8 bits.
void cpng_flatten_row(const uint16_t *row, size_t samples, uint8_t *out);

// 1 if every pixel has full alpha; 1 if every pixel's red, green and blue are alike.
int cpng_is_opaque(const uint32_t *pixels, size_t count);
int cpng_is_grey(const uint32_t *pixels, size_t count);
int cpng_is_opaque_deep(const uint64_t *pixels, size_t count);
int cpng_is_grey_deep(const uint64_t *pixels, size_t count);

uint32_t cpng_crc32(const uint8_t *bytes, size_t count);

// Inflates a zlib stream of at most `capacity` bytes: 0 done, 1 damaged, 2 larger than that.
int cpng_inflate(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity, size_t *length);

#pragma clang assume_nonnull end
#endif
