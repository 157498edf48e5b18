// Words that English writes together with the one before.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

// What may stand behind an apostrophe: s, re, ve, ll, d, m.
bool is_clitic(std::string_view letters);

// do + n't: `left` ends in n and `right` is t.
bool is_negation(std::string_view left, std::string_view right);

// Where to cut a word in two ("don't" and "dont" 2, "cannot" 3, "7pm" 1); 0: nowhere.
size_t inner_cut(std::string_view word);

}  // namespace sitrep
