#ifndef CPNG_TRAP_H
#define CPNG_TRAP_H

#include <png.h>
#include <stdio.h>

#include "cpng.h"

// libpng's error callback: keeps the text and jumps back into the C function that set `png_jmpbuf`. The
// jump never crosses a Swift frame, because libpng is never entered from Swift.
static inline void cpng_fail(png_structp png, png_const_charp text) {
  snprintf(png_get_error_ptr(png), CPNG_MESSAGE_SIZE, "%s", text);
  png_longjmp(png, 1);
}

static inline void cpng_ignore_warning(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

#endif
