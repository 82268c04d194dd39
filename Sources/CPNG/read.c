// Decodes through libpng, with its error path trapped and its generous features turned off.
#include "rows.h"
#include "trap.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

typedef struct {
  const uint8_t *bytes;
  size_t left;
} source;

static void take(png_structp png, png_bytep out, size_t count) {
  source *in = png_get_io_ptr(png);
  if (count > in->left) png_error(png, "the file ends too early");
  memcpy(out, in->bytes, count);
  in->bytes += count;
  in->left -= count;
}

// A hostile text or profile chunk of 57 bytes can ask libpng for a gigabyte. Chunks that do not change the
// pixels are skipped, and what libpng would repair with a warning is an error.
static void restrain(png_structp png) {
  png_set_benign_errors(png, 0);
  png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_set_chunk_malloc_max(png, 1 << 20);
  png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
}

// Every colour type and depth to 8-bit R, G, B, A.
static void expand(png_structp png) {
  png_set_expand(png);
  png_set_scale_16(png);
  png_set_gray_to_rgb(png);
  png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
  png_set_interlace_handling(png);
}

static void check_size(png_structp png, png_infop info, uint32_t width, uint32_t height) {
  if (png_get_image_width(png, info) != width || png_get_image_height(png, info) != height ||
      png_get_rowbytes(png, info) != (size_t)width * 4) {
    png_error(png, "the header is inconsistent");
  }
}

int cpng_read(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint32_t *pixels,
  char *message) {
  source input = {bytes, count};
  snprintf(message, CPNG_MESSAGE_SIZE, "out of memory");
  png_structp png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, cpng_fail, cpng_ignore_warning);
  png_infop info = png ? png_create_info_struct(png) : NULL;
  png_bytepp rows = info ? malloc(height * sizeof *rows) : NULL;
  if (!rows) {
    png_destroy_read_struct(&png, &info, NULL);
    return 1;
  }
  if (setjmp(png_jmpbuf(png))) {
    free(rows);
    png_destroy_read_struct(&png, &info, NULL);
    return 1;
  }
  for (size_t y = 0; y < height; y++) rows[y] = (png_bytep)(pixels + y * width);
  png_set_read_fn(png, &input, take);
  restrain(png);
  png_read_info(png, info);
  expand(png);
  png_read_update_info(png, info);
  check_size(png, info, width, height);
  png_read_image(png, rows);
  png_read_end(png, NULL);
  free(rows);
  png_destroy_read_struct(&png, &info, NULL);
  cpng_premultiply(pixels, (size_t)width * height);
  return 0;
}

uint32_t cpng_crc32(const uint8_t *bytes, size_t count) {
  return (uint32_t)crc32_z(crc32_z(0, NULL, 0), bytes, count);
}

static int has_more(z_stream *stream) {
  uint8_t extra;
  stream->next_out = &extra;
  stream->avail_out = 1;
  inflate(stream, Z_SYNC_FLUSH);
  return stream->avail_out == 0;
}

int cpng_inflate(const uint8_t *bytes, size_t count, uint8_t *out, size_t capacity, size_t *length) {
  z_stream stream = {.next_in = (Bytef *)bytes, .avail_in = (uInt)count};
  if (inflateInit(&stream) != Z_OK) return 1;
  stream.next_out = out;
  stream.avail_out = (uInt)capacity;
  int status = inflate(&stream, Z_FINISH);
  *length = capacity - stream.avail_out;
  // A full buffer is too small only if the stream has another byte to give.
  int larger = status == Z_BUF_ERROR && stream.avail_out == 0 && has_more(&stream);
  inflateEnd(&stream);
  return status == Z_STREAM_END ? 0 : larger ? 2 : 1;
}
