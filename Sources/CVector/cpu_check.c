// Compiled for the baseline instruction set, so that it runs on a processor that the rest of the engine
// (built for x86-64-v3) would crash on, and says so in one sentence instead.
#include <stdio.h>
#include <stdlib.h>
#include "vector.h"

#if defined(__x86_64__)
__attribute__((constructor)) static void require_x86_64_v3(void) {
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2")) return;
  fputs("maquette: this processor lacks AVX2, FMA or BMI2 (x86-64-v3), which this build needs\n", stderr);
  _Exit(70);
}
#endif
