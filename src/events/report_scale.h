// How much a report is about, in steps: one incident, or a list of many.
#pragma once

#include <cstdint>

#include "events/reading.h"

namespace sitrep {

// Steps from 0 (none) to 5 (nine and more).
struct ReportScale {
  uint64_t places = 0;  // towns and the like that it names
  uint64_t days = 0;    // that it names
  uint64_t others = 0;  // how often it says "another", "a second"
  uint64_t length = 0;  // in fours of sentences
};

ReportScale scale_of(const Reading& reading);

}  // namespace sitrep
