#ifndef CJPEG_H
#define CJPEG_H

#include <stddef.h>
#include <stdint.h>

#pragma clang assume_nonnull begin

// libjpeg-turbo behind functions that return instead of jumping: 0 on success, otherwise one line of text in
// `message`.
enum { CJPEG_MESSAGE_SIZE = 200 };

typedef struct {
  size_t width, height;
  size_t channels;  // 1 grey, 3 RGB, 4 CMYK
  int is_adobe;     // CMYK is stored inverted, as Adobe's programs do
} cjpeg_layout;

typedef struct cjpeg_reader cjpeg_reader;

// Reads the header. `bytes` must outlive the reader. A progressive file of more than `scan_limit` scans is refused
// when its rows are read.
cjpeg_reader *_Nullable cjpeg_reader_new(const uint8_t *bytes, size_t count, int scan_limit, cjpeg_layout *layout,
  char *message);
void cjpeg_reader_free(cjpeg_reader *reader);
// The next `count` rows from the top, 8-bit samples, one row after the other. Missing or broken image data is an
// error, never filled with grey; with the last row the end of the file is checked.
int cjpeg_reader_rows(cjpeg_reader *reader, size_t count, uint8_t *out, char *message);

#pragma clang assume_nonnull end
#endif
