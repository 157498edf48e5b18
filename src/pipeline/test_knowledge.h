// The knowledge that the build makes of all dictionaries, for tests.
#pragma once

#include <stdexcept>

#include "sitrep/knowledge.h"

namespace sitrep {

inline const Knowledge& whole() {
  static const Knowledge kKnowledge = [] {
    auto opened = Knowledge::open(SITREP_BINARY_DIR "/sitrep.knowledge");
    if (!opened) throw std::runtime_error(describe(opened.error()));
    return std::move(*opened);
  }();
  return kKnowledge;
}

}  // namespace sitrep
