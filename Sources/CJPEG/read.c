// Decodes through libjpeg-turbo with its error path trapped: the jump never leaves this file's C frames.
#include "cjpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include <jpeglib.h>

#include <jerror.h>

struct cjpeg_reader {
  struct jpeg_decompress_struct jpeg;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf trap;
  char *message;
  int scan_limit;
  int is_started;
};

static void fail(j_common_ptr jpeg) {
  cjpeg_reader *reader = jpeg->client_data;
  char text[JMSG_LENGTH_MAX];
  jpeg->err->format_message(jpeg, text);
  snprintf(reader->message, CJPEG_MESSAGE_SIZE, "%s", text);
  longjmp(reader->trap, 1);
}

// libjpeg goes on after a warning with whatever it has. That is right for a stray byte between markers, and wrong
// wherever part of the picture is lost.
static int loses_pixels(int code) {
  switch (code) {
    case JWRN_BOGUS_PROGRESSION:
    case JWRN_HIT_MARKER:
    case JWRN_HUFF_BAD_CODE:
    case JWRN_JPEG_EOF:
    case JWRN_MUST_RESYNC:
    case JWRN_NOT_SEQUENTIAL:
    case JWRN_ARITH_BAD_CODE:
      return 1;
    default:
      return 0;
  }
}

static void hear(j_common_ptr jpeg, int level) {
  if (level < 0 && loses_pixels(jpeg->err->msg_code)) fail(jpeg);
}

static void say_nothing(j_common_ptr jpeg) { (void)jpeg; }

// A small progressive file can ask for thousands of passes over a large picture.
static void count_scans(j_common_ptr jpeg) {
  cjpeg_reader *reader = jpeg->client_data;
  if (jpeg->is_decompressor && ((j_decompress_ptr)jpeg)->input_scan_number > reader->scan_limit) {
    snprintf(reader->message, CJPEG_MESSAGE_SIZE, "it has more than %d scans", reader->scan_limit);
    longjmp(reader->trap, 1);
  }
}

static void set_callbacks(cjpeg_reader *reader) {
  reader->jpeg.err = jpeg_std_error(&reader->errors);
  reader->errors.error_exit = fail;
  reader->errors.emit_message = hear;
  reader->errors.output_message = say_nothing;
  reader->jpeg.client_data = reader;
}

// Nothing is left to the build of the library: the exact integer transform and interpolated colour, which its
// vector code computes to the bit; no smoothing, which would invent what a broken file lacks.
static void set_decoding(j_decompress_ptr jpeg) {
  switch (jpeg->jpeg_color_space) {
    case JCS_GRAYSCALE: jpeg->out_color_space = JCS_GRAYSCALE; break;
    case JCS_CMYK:
    case JCS_YCCK: jpeg->out_color_space = JCS_CMYK; break;
    default: jpeg->out_color_space = JCS_RGB; break;
  }
  jpeg->dct_method = JDCT_ISLOW;
  jpeg->do_fancy_upsampling = TRUE;
  jpeg->do_block_smoothing = FALSE;
}

cjpeg_reader *cjpeg_reader_new(const uint8_t *bytes, size_t count, int scan_limit, cjpeg_layout *layout,
  char *message) {
  snprintf(message, CJPEG_MESSAGE_SIZE, "out of memory");
  cjpeg_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  j_decompress_ptr jpeg = &reader->jpeg;
  reader->message = message;
  reader->scan_limit = scan_limit;
  set_callbacks(reader);
  if (setjmp(reader->trap)) {
    cjpeg_reader_free(reader);
    return NULL;
  }
  jpeg_create_decompress(jpeg);
  // jpeg_create_decompress keeps `err` and `client_data` and clears all else.
  reader->progress.progress_monitor = count_scans;
  jpeg->progress = &reader->progress;
  jpeg_mem_src(jpeg, bytes, count);
  jpeg_read_header(jpeg, TRUE);
  set_decoding(jpeg);
  jpeg_calc_output_dimensions(jpeg);
  *layout = (cjpeg_layout){jpeg->output_width, jpeg->output_height, (size_t)jpeg->out_color_components,
    jpeg->saw_Adobe_marker};
  return reader;
}

void cjpeg_reader_free(cjpeg_reader *reader) {
  jpeg_destroy_decompress(&reader->jpeg);
  free(reader);
}

static void read_rows(j_decompress_ptr jpeg, size_t count, uint8_t *out) {
  size_t row_bytes = (size_t)jpeg->output_width * (size_t)jpeg->out_color_components;
  while (count > 0) {
    JSAMPROW row = out;
    size_t got = jpeg_read_scanlines(jpeg, &row, 1);
    out += got * row_bytes;
    count -= got;
  }
  if (jpeg->output_scanline == jpeg->output_height) jpeg_finish_decompress(jpeg);
}

int cjpeg_reader_rows(cjpeg_reader *reader, size_t count, uint8_t *out, char *message) {
  j_decompress_ptr jpeg = &reader->jpeg;
  reader->message = message;
  snprintf(message, CJPEG_MESSAGE_SIZE, "it ends too early");
  if (setjmp(reader->trap)) return 1;
  if (!reader->is_started) {
    reader->is_started = 1;
    jpeg_start_decompress(jpeg);
  }
  if (count > jpeg->output_height - jpeg->output_scanline) return 1;
  read_rows(jpeg, count, out);
  return 0;
}
