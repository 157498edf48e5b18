// The dependency parser: greedy arc-hybrid transitions, chosen by a linear model.
#pragma once

#include <vector>

#include "language/arc_hybrid.h"
#include "language/linear_model.h"

namespace sitrep {

// A sentence's words as the features see them; the root is the last.
struct ParseWord {
  uint32_t form = 0;
  uint32_t lemma = 0;
  uint16_t tags = 0;
};

ParseWord parse_word(const Token& token);
void fill_parse_words(const Document& document, const Sentence& sentence,
                      std::vector<ParseWord>& words);

constexpr size_t kMaxParseFeatures = 160;
struct ParseFeatures {
  std::array<uint32_t, kMaxParseFeatures> hash;
  uint32_t size = 0;
};

void parse_features(const ArcHybrid& state, const std::vector<ParseWord>& words,
                    ParseFeatures& features);

class Parser {
 public:
  static Result<Parser> open(std::string_view blob);
  void parse(Document& document, Sentence& sentence);

 private:
  Action choose();

  LinearModel model_;
  std::vector<Action> actions_;
  std::vector<ParseWord> words_;
  ArcHybrid state_;
  ParseFeatures features_;
};

}  // namespace sitrep
