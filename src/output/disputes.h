// Where reports disagree: the positions side by side, who holds each, and the words.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "output/brief.h"
#include "output/entry.h"

namespace sitrep::output {

// Adds the sentences that it quotes to `told`.
std::vector<Dispute> compose_disputes(const Incident& incident, const EntryContext& context,
                                      std::set<std::string>& told);

}  // namespace sitrep::output
