// Reports of nearly the same words: wire copies, reprints.
#pragma once

#include <vector>

#include "sitrep/coding.h"

namespace sitrep::ledger {

constexpr double kSameWords = 0.8;  // least share of common five-word runs

// Sets `duplicate_of` of each report to the earliest of those that it repeats, by publication day,
// then id; empty where it is the earliest itself. Depends only on the set of reports.
void mark_copies(std::vector<Coding>& codings);

}  // namespace sitrep::ledger
