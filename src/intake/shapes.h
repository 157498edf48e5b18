// What a line looks like: its words, its case, its end.
#pragma once

#include <cstddef>
#include <string_view>

namespace sitrep {

constexpr size_t kShortLine = 120;

size_t count_words(std::string_view line, size_t stop_at = 1000);  // runs parted by spaces
bool ends_sentence(std::string_view line);  // . ! ? … or such behind a quotation mark or bracket
bool is_sentence(std::string_view line);    // ends so, and is long enough to say something
size_t count_sentences(std::string_view line, size_t stop_at = 1000);  // by their ends
bool is_all_caps(std::string_view text);      // letters, and next to none of them lower case
double capital_share(std::string_view line);  // of the words that begin with a letter
bool begins_with_capital(std::string_view line);
bool is_address(std::string_view line);  // a bare URL or e-mail address

// Does `line` begin with these words (lower case), ignoring case and the shape of apostrophes? The
// next character, if any, belongs to no word.
bool begins_with_words(std::string_view line, std::string_view lower_words);

// The same words in the same order, whatever the case and marks between them.
bool same_words(std::string_view a, std::string_view b);

}  // namespace sitrep
