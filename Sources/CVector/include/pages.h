#pragma once
#include <stddef.h>

/// Asks the system to back the whole large pages (2 MiB) inside `bytes` bytes from `start` on by such pages when they
/// are first written. Advice only: nothing changes where there are none, or too few bytes for one.
void pages_advise_large(void *start, size_t bytes);
