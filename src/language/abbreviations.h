// Abbreviations that keep their full stop, and what may follow them.
#pragma once

#include <cstdint>
#include <string_view>

namespace sitrep {

enum class Abbreviation : uint8_t {
  none,
  title,   // a name follows: never ends a sentence ("Gen.")
  number,  // only before a number ("No.", "Fig.")
  month,   // kept before a number, or capitalised in running text ("Jan.")
  plain,   // may end a sentence ("Inc.", "etc.")
};

// `word` without its full stop, any case.
Abbreviation abbreviation(std::string_view word);

// "St.", "Ft.", "Sr.": stands before a name or behind one ("Harbour St.").
bool stands_behind_names(std::string_view word);

// What a letter may be the number of ("Block C", "Plan B").
bool counts_by_letters(std::string_view word);

// What goes on with a time of day ("5 p.m. Friday", "9 a.m. Eastern").
bool follows_clock(std::string_view word);

// "km", "hrs": a number stands before it.
bool is_unit(std::string_view word);

// "said", "asked": behind a quotation and a name, the end of that sentence.
bool ends_quotations(std::string_view word);

// Whether a word often begins a sentence and seldom a name ("The", "He").
bool is_starter(std::string_view word);

}  // namespace sitrep
