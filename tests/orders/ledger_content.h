// What a ledger says, whatever the order, batches and threads that brought it there.
#pragma once

#include <string>
#include <vector>

#include "sitrep/ledger.h"

namespace sitrep {

// A line for each incident and each report, sorted. In place of an incident's id stands its first
// member's; revisions and merged ids are left out.
Result<std::vector<std::string>> content_of(const Ledger& ledger);

// Empty where they are alike; else how many lines differ, and the first of them.
std::string difference(const std::vector<std::string>& one, const std::vector<std::string>& other);

}  // namespace sitrep
