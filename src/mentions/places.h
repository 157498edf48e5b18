// Finds the place names of a document and tells them from people and organisations.
#pragma once

#include <vector>

#include "knowledge/gazetteer.h"
#include "mentions/mentions.h"

namespace sitrep {

// Appends to `mentions.places`, in text order, without overlaps. `mentions.hits` must be filled.
// Uses tokens and tags.
void find_places(const Document& document, const knowledge::Lexicon& lexicon,
                 const knowledge::Gazetteer& gazetteer, Mentions& mentions);

}  // namespace sitrep
