// The tolls of a headline, which drops the small words that a tree hangs on: "Woman, 2 children
// dead in Akron", "Teen killed, 2 others wounded", "Three shot, one fatally".
#pragma once

#include <span>
#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

struct HeadlineTolls {
  std::vector<Toll> tolls;  // the dead, then the wounded: one each, of all parts of the line
  std::vector<Toll> hits;   // people shot or stabbed, of whom some may have died
  bool empty() const { return tolls.empty() && hits.empty(); }
};

// Reads a heading as a list of people, each followed by what befell them, of which those beside
// each other share the next: numbers, nouns for people, and words for a toll. Empty where it is
// anything else, such as a sentence with a doer.
HeadlineTolls headline_tolls(const Reading& reading, uint32_t sentence);

// Gives them to the first of the heading's `drafts` that can have them, in place of what its tree
// said.
void give_headline_tolls(const HeadlineTolls& found, std::span<Draft> drafts);

}  // namespace sitrep
