// Numbers of people put together.
#pragma once

#include "core/hash.h"
#include "sitrep/coding.h"

namespace sitrep {

// "Two soldiers and three civilians": an unknown sum takes the part; a bound that either lacks is
// unknown in the sum.
void add_to(Quantity& sum, const Quantity& part);

// "Fatally shot", "one fatally".
bool says_fatally(Key form);

}  // namespace sitrep
