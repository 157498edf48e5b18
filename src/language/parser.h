// The dependency parser: a network weighs all heads of all words, the best tree is taken, then its
// arcs get their relations and its words, seen in the whole sentence, their tags again.
#pragma once

#include <vector>

#include "language/network.h"
#include "language/tree_decoder.h"

namespace sitrep {

class Parser {
 public:
  // Longer sentences are parsed in stretches of at most so many words, cut at punctuation where
  // there is some; the roots of the later ones depend on the first.
  static constexpr uint32_t kStretch = 128;

  static Result<Parser> open(std::string_view blob);
  // The sentence must be tagged and have lemmas. Its lemmas are still those of the old tags
  // afterwards. What stands before the token `opening` is parsed by itself: a dateline.
  void parse(Document& document, Sentence& sentence, uint32_t opening);

 private:
  uint32_t parse_stretch(Document& document, TokenRange range);

  Network network_;
  Network::Scratch scratch_;
  TreeDecoder decoder_;
  std::vector<WordIds> all_, ids_;
  std::vector<float> scores_;
  std::vector<int32_t> heads_;
  std::vector<Rel> relations_;
  std::vector<uint32_t> tops_;  // roots of the stretches
  std::string word_;
};

}  // namespace sitrep
