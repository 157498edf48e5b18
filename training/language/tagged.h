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

// The tags that a mark gives the word; nothing where none says them.
struct MarkedTags {
  Tag tag = Tag::X;
  Fine fine = Fine::none;
};
std::optional<MarkedTags> marked_tags(const MarkedText& marked, const Token& token);

std::vector<Tree> tagged_trees(const std::vector<MarkedText>& texts, std::string_view tagger);

}  // namespace sitrep::training
