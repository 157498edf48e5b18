#include "server/embedded.h"

// The assembler puts the files in as they are. Their paths come from CMake.
#define SITREP_EMBED(name, file)                                                               \
  __asm__(".pushsection .rodata\n.hidden " #name "\n.hidden " #name                            \
          "_end\n"                                                                             \
          ".global " #name "\n.global " #name "_end\n" #name ":\n.incbin \"" file "\"\n" #name \
          "_end:\n.byte 0\n.popsection\n");                                                    \
  extern "C" const char name[] __attribute__((visibility("hidden")));                          \
  extern "C" const char name##_end[] __attribute__((visibility("hidden")))

SITREP_EMBED(sitrep_workbench_pack, SITREP_WORKBENCH_PACK);
SITREP_EMBED(sitrep_openapi_pack, SITREP_OPENAPI_PACK);

namespace sitrep::server {

std::string_view embedded_workbench() {
  return {sitrep_workbench_pack,
          static_cast<size_t>(sitrep_workbench_pack_end - sitrep_workbench_pack)};
}

std::string_view embedded_openapi() {
  return {sitrep_openapi_pack, static_cast<size_t>(sitrep_openapi_pack_end - sitrep_openapi_pack)};
}

}  // namespace sitrep::server
