// Sentences of which some words' tags are known (homographs.txt), as trees without arcs for the
// tagger to learn from: the other words have the tags that a tagger gives them.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "conllu.h"
#include "marked.h"

namespace sitrep::training {

// The coarse tag that a word with this fine one has: of nouns, verbs, adjectives, adverbs,
// particles and prepositions; nothing for others.
std::optional<Tag> tag_of(Fine fine);

std::vector<Tree> tagged_trees(const std::vector<MarkedText>& texts, std::string_view tagger);

}  // namespace sitrep::training
