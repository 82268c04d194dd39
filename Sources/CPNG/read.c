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

struct cpng_reader {
  png_structp png;
  png_infop info;
  source input;
  cpng_layout layout;
  size_t row_bytes, next_row;
  int passes;
  uint8_t *whole;  // all rows of an interlaced picture, once they are decoded
};

// Every colour type to whole samples; what a palette or a key makes transparent gets an alpha channel.
static void expand(png_structp png) {
  png_set_expand(png);
  png_set_swap(png);
}

static void read_header(cpng_reader *reader) {
  png_structp png = reader->png;
  png_set_read_fn(png, &reader->input, take);
  restrain(png);
  png_read_info(png, reader->info);
  expand(png);
  reader->passes = png_set_interlace_handling(png);
  png_read_update_info(png, reader->info);
  reader->row_bytes = png_get_rowbytes(png, reader->info);
  reader->layout = (cpng_layout){
    .width = png_get_image_width(png, reader->info),
    .height = png_get_image_height(png, reader->info),
    .channels = png_get_channels(png, reader->info),
    .sample_bytes = png_get_bit_depth(png, reader->info) / 8,
  };
}

cpng_reader *cpng_reader_new(const uint8_t *bytes, size_t count, cpng_layout *layout, char *message) {
  snprintf(message, CPNG_MESSAGE_SIZE, "out of memory");
  cpng_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->input = (source){bytes, count};
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, message, cpng_fail, cpng_ignore_warning);
  reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
  if (!reader->info || setjmp(png_jmpbuf(reader->png))) {
    cpng_reader_free(reader);
    return NULL;
  }
  read_header(reader);
  *layout = reader->layout;
  return reader;
}

void cpng_reader_free(cpng_reader *reader) {
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader->whole);
  free(reader);
}

static void read_whole(cpng_reader *reader) {
  size_t height = reader->layout.height;
  reader->whole = calloc(height, reader->row_bytes);
  if (!reader->whole) png_error(reader->png, "out of memory");
  for (int pass = 0; pass < reader->passes; pass++) {
    for (size_t y = 0; y < height; y++) png_read_row(reader->png, reader->whole + y * reader->row_bytes, NULL);
  }
}

static void read_rows(cpng_reader *reader, size_t count, uint8_t *out) {
  if (reader->passes > 1 && !reader->whole) read_whole(reader);
  if (reader->whole) {
    memcpy(out, reader->whole + reader->next_row * reader->row_bytes, count * reader->row_bytes);
  } else {
    for (size_t y = 0; y < count; y++) png_read_row(reader->png, out + y * reader->row_bytes, NULL);
  }
  reader->next_row += count;
  if (reader->next_row == reader->layout.height) png_read_end(reader->png, NULL);
}

int cpng_reader_rows(cpng_reader *reader, size_t count, uint8_t *out, char *message) {
  png_set_error_fn(reader->png, message, cpng_fail, cpng_ignore_warning);
  if (count > reader->layout.height - reader->next_row || setjmp(png_jmpbuf(reader->png))) return 1;
  read_rows(reader, count, out);
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
