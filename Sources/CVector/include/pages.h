#pragma once
#include <stddef.h>

/// Asks the system to back the whole large pages (2 MiB) inside `bytes` bytes from `start` on by such pages when they
/// are first written. Advice only: nothing changes where there are none, or too few bytes for one.
void pages_advise_large(void *start, size_t bytes);

/// Keeps freed memory for the next picture instead of giving it back to the system, which clears it page by page when it
/// is asked for again: a process holds on to the most it ever needed. For a program to call at its start, before it
/// has threads; does nothing without glibc. Blocks of 32 MiB and more are given back as ever.
void pages_keep_freed(void);
