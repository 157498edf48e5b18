// Who stands above whom in a tree: what mends trees may hang no word on what hangs on it.
#pragma once

#include "language/document.h"

namespace sitrep {

// Whether `word` is `above`, or hangs on it by any number of steps.
bool hangs_on(const Document& document, uint32_t word, uint32_t above);

}  // namespace sitrep
