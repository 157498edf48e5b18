// The events of one report: what it is news of and what it recalls, with claims.
#pragma once

#include "core/text.h"
#include "events/reading.h"
#include "sitrep/coding.h"

namespace sitrep {

// Does a sentence earn a dependency tree? One that holds an event word, blames, refuses, or tells a
// toll.
std::vector<bool> earns_tree(const Document& document, const Mentions& mentions,
                             const knowledge::Lexicon& lexicon);

// Sentences that earn it must be parsed.
std::vector<Event> extract_events(const Reading& reading, const CodePoints& points);

}  // namespace sitrep
