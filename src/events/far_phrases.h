// The phrases of the sentences round an event's tellings that tell nothing of it by themselves.
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

struct FarPhrase {
  uint32_t phrase = 0;               // in Mentions::phrases
  const Telling* telling = nullptr;  // the nearest
};

std::vector<FarPhrase> far_phrases(const Reading& reading, const Draft& event);

}  // namespace sitrep
