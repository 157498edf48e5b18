#include "language/kernels.h"

namespace sitrep {

namespace {

const Kernels& best() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vnni") && __builtin_cpu_supports("avx512bw"))
    return may_use_tiles() ? kAmxKernels : kAvx512Kernels;
  if (__builtin_cpu_supports("avx2")) return kAvx2Kernels;
#endif
  return kPlainKernels;
}

}  // namespace

const Kernels& kernels() {
  static const Kernels& chosen = best();
  return chosen;
}

}  // namespace sitrep
