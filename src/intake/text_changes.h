// What changed between two versions of a report's text, sentence by sentence.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

struct SentenceChange {
  enum class Kind : uint8_t { added, removed, changed };
  bool operator==(const SentenceChange&) const = default;
  Kind kind = Kind::added;
  std::string before;  // empty where it was added
  std::string after;   // empty where it was removed
};

// In the order of the texts. A sentence that keeps half of its words, or more, is changed.
// Sentences that only moved, or whose blanks changed, did not change.
std::vector<SentenceChange> sentence_changes(std::string_view before, std::string_view after);

}  // namespace sitrep
