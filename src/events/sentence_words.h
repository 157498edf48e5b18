// The telling words of a report's sentences, for how much of one is said in another.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

class SentenceWords {
 public:
  explicit SentenceWords(const Reading& reading) : reading_(reading) {}

  // How many lemmas of nouns, names and numbers the draft's first sentence shares with any of the
  // event's.
  uint32_t in_common(const Draft& event, const Draft& draft);

 private:
  void read(uint32_t sentence);

  const Reading& reading_;
  // By sentence, sorted; filled when asked for.
  boost::unordered_flat_map<uint32_t, std::vector<Key>> words_;
};

}  // namespace sitrep
