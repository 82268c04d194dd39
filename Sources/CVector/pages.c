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

void pages_keep_freed(void) {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, INT_MAX);
  mallopt(M_TOP_PAD, 16 << 20);
#endif
}
