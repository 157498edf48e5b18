// Morphological features ("Number=Plur", as in CoNLL-U) of a word, given its tags: those of the
// tags, unless the word is known to have others. Kept behind the lemmatiser's sections.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/blob.h"
#include "language/tagger.h"
#include "language/word_ids.h"

namespace sitrep {

// Of a word in lower case; of all words with these tags when it is empty.
uint32_t morphology_key(std::string_view lower, TagPair tags);

class Morphology {
 public:
  static Result<Morphology> open(std::string_view lemmatiser_blob);
  // Two sections: a vocabulary of keys, and the features of its rows, a line each.
  static void write(BlobWriter& blob, const std::map<uint32_t, std::string>& features);
  // "_" where there are none.
  std::string_view features(std::string_view word, TagPair tags) const;

 private:
  Vocabulary keys_;
  std::vector<std::string_view> lines_;  // by row; row 0 is nobody's
};

}  // namespace sitrep
