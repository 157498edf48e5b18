// The proper names of a text that are more than one word: people, streets, buildings, units. And
// times of day to the minute, which tell an event as a name does.
#pragma once

#include <string_view>
#include <vector>

#include "core/hash.h"
#include "knowledge/lexicon.h"

namespace sitrep::incidents {

// Keys of two capitalised words next to each other, and of times of day, sorted; of more than
// `most` those of the least keys, so that two texts that share names keep the same ones. Neither
// days and months nor what is all capitals, a headline say.
std::vector<Key> proper_names(std::string_view text, size_t most);

// Those of them that end in a word for a road ("Citadel Road", dictionaries/landmarks.tsv).
std::vector<Key> road_names(std::string_view text, size_t most, const knowledge::Lexicon& lexicon);

}  // namespace sitrep::incidents
