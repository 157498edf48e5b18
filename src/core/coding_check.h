// A coding that somebody else made: does it hold together?
#pragma once

#include <string>

#include "sitrep/coding.h"

namespace sitrep {

// What is wrong first, with the event and claim that it is in; empty: nothing. Spans must lie in
// the text and repeat it, ids be there and differ, numbers and days be in order.
std::string problem_in(const Coding& coding);

}  // namespace sitrep
