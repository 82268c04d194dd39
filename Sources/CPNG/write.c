// Joins finished bands into a PNG. libpng writes the signature, the header and every chunk.
#include "trap.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

typedef struct {
  uint8_t *bytes;
  size_t length, capacity;
} sink;

static void append(png_structp png, png_bytep bytes, size_t count) {
  sink *out = png_get_io_ptr(png);
  if (count > out->capacity - out->length) png_error(png, "the output buffer is too small");
  memcpy(out->bytes + out->length, bytes, count);
  out->length += count;
}

static void no_flush(png_structp png) { (void)png; }

static void write_header(png_structp png, png_infop info, const cpng_layout *layout, uint32_t density) {
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  static const int types[5] = {0, PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA, PNG_COLOR_TYPE_RGB,
    PNG_COLOR_TYPE_RGB_ALPHA};
  png_set_IHDR(png, info, (png_uint_32)layout->width, (png_uint_32)layout->height,
    8 * (int)layout->sample_bytes, types[layout->channels],
    PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
  if (density > 0) png_set_pHYs(png, info, density, density, PNG_RESOLUTION_METER);
}

// libpng copies the text, so the casts that drop `const` do not let it change anything.
static void set_text(png_structp png, png_infop info, const cpng_text *text) {
  png_text entry = {
    .compression = text->compressed ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE,
    .key = (png_charp)text->keyword,
    .text = (png_charp)text->text,
    .itxt_length = strlen(text->text),
    .lang = "",
    .lang_key = "",
  };
  png_set_text(png, info, &entry, 1);
}

static uint32_t combined_adler(const cpng_band *bands, size_t count) {
  uLong sum = adler32(0, NULL, 0);
  for (size_t i = 0; i < count; i++) {
    sum = adler32_combine(sum, bands[i].adler, (z_off_t)bands[i].raw_length);
  }
  return (uint32_t)sum;
}

// One IDAT per band; the first starts with the zlib header, the last ends with the checksum.
static void write_bands(png_structp png, const cpng_band *bands, size_t count) {
  static const uint8_t name[] = "IDAT", header[2] = {0x78, 0x5E};
  uint8_t checksum[4];
  png_save_uint_32(checksum, combined_adler(bands, count));
  for (size_t i = 0; i < count; i++) {
    size_t head = i == 0 ? sizeof header : 0, tail = i + 1 == count ? sizeof checksum : 0;
    png_write_chunk_start(png, name, (png_uint_32)(head + bands[i].length + tail));
    png_write_chunk_data(png, header, head);
    png_write_chunk_data(png, bands[i].data, bands[i].length);
    png_write_chunk_data(png, checksum, tail);
    png_write_chunk_end(png);
  }
  // Not png_write_end: libpng counts only image data that it deflated itself.
  png_write_chunk(png, (png_const_bytep) "IEND", NULL, 0);
}

int cpng_write(const cpng_layout *layout, uint32_t dots_per_metre, const cpng_text *texts,
  size_t text_count, const cpng_band *bands, size_t band_count, uint8_t *out, size_t capacity,
  size_t *length, char *message) {
  sink target = {out, 0, capacity};
  snprintf(message, CPNG_MESSAGE_SIZE, "out of memory");
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, message, cpng_fail, cpng_ignore_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  if (!info) {
    png_destroy_write_struct(&png, NULL);
    return 1;
  }
  if (setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    return 1;
  }
  png_set_write_fn(png, &target, append, no_flush);
  write_header(png, info, layout, dots_per_metre);
  for (size_t i = 0; i < text_count; i++) set_text(png, info, &texts[i]);
  png_write_info(png, info);
  write_bands(png, bands, band_count);
  png_destroy_write_struct(&png, &info);
  *length = target.length;
  return 0;
}
