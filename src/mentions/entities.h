// Mentions of people, bodies, places, facilities, vehicles and weapons in the sentences that were
// parsed: what the recogniser of `language` found, put right where dictionaries know better, and
// the names that only dictionaries know.
#pragma once

#include <vector>

#include "language/entities.h"
#include "mentions/mentions.h"

namespace sitrep {

// In text order, without overlaps. Words, places and phrases must have been found.
std::vector<EntitySpan> find_entities(const Document& document, const knowledge::Lexicon& lexicon,
                                      const Mentions& mentions);

}  // namespace sitrep
