// English for numbers, lists and days: what every text of this room is made of.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sitrep/values.h"

namespace sitrep::output {

// For people to look at: control and direction characters and line ends become spaces.
std::string printable(std::string_view text);
std::string capitalised(std::string_view text);
std::string sentence(std::string_view text);  // capitalised, one full stop at its end
std::string joined(const std::vector<std::string>& items, std::string_view last = "and");
std::string shortened(std::string_view text, size_t bytes);  // at a word, with an ellipsis

std::string grouped(int64_t number);                         // "12,345"
std::string number_word(int64_t number);                     // "three", "12"
std::string counted(int64_t number, std::string_view noun);  // "1 report", "12,345 reports"
std::string counted_in_words(int64_t number, std::string_view noun);  // "one report", "no reports"
std::string plural(std::string_view noun);  // of its last word: "oil field" to "oil fields"

// "at least five", "dozens", "between three and five"; empty where nothing is known.
std::string quantity_words(const Quantity& quantity);
std::string_view loose_word(const Quantity& quantity);  // "dozens" where that is all that is said
std::string counted_of(const Quantity& quantity,
                       std::string_view noun);  // "dozens of people", "one person"
bool is_none(const Quantity& quantity);         // stated to be zero
bool is_one(const Quantity& quantity);
int64_t least(const Quantity& quantity);  // the smallest number that it allows

std::string day_text(Day day);  // "4 January 2022"
std::string period_text(Day first,
                        Day last);        // "3–5 January 2022", "January 2022" for a whole month
std::string when_text(const When& when);  // a heading: "4 January 2022", "Date not stated"
std::string on_text(const When& when);    // in a sentence: "on 4 January 2022", "in 2021"
std::string_view part_text(PartOfDay part);  // "in the early morning"; empty for none

}  // namespace sitrep::output
