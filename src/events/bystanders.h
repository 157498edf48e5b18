// Who stands beside a deed in its sentence without having done it, or stopped it.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// Asked of phrases that no rule makes the doer.
bool is_bystander(const Reading& reading, const Draft& draft, const Telling& telling,
                  uint32_t phrase);

}  // namespace sitrep
