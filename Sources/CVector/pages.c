#define _DEFAULT_SOURCE
#include "pages.h"

#include <limits.h>
#include <stdint.h>
#include <sys/mman.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

void pages_advise_large(void *start, size_t bytes) {
  const uintptr_t page = (uintptr_t)2 << 20;
  uintptr_t first = ((uintptr_t)start + page - 1) & ~(page - 1), last = ((uintptr_t)start + bytes) & ~(page - 1);
  if (start && bytes >= page && first < last) madvise((void *)first, last - first, MADV_HUGEPAGE);
}

#if defined(__GLIBC__)
// A page is drawn from many pictures that come and go. By default each of them is mapped anew, so that the system clears
// its memory page by page, and unmapped again: a fifteenth of the time of a board at 300 dpi. What is freed is kept
// for the next picture instead; a process so holds on to the most it ever needed, but needs no more than before.
__attribute__((constructor)) static void keep_freed_pages(void) {
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_TOP_PAD, 16 << 20);
}
#endif
