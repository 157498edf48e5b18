// What the tagger sees of a word by itself: hashes of the word, its beginnings and ends, and its
// shape.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/document.h"

namespace sitrep {

// How a sentence uses capitals; decides what a word's own capitals can say.
enum class CaseMode : uint8_t { normal, shouting, lower, title };

enum class WordShape : uint8_t {
  lower,
  capitalised,
  initial_capitalised,
  capitals,
  letter,
  mixed,
  number,
  digits,
  symbols,
  shouted,
  whispered,
  titled,
};

struct WordTraits {
  uint32_t word = 0;  // lower case, digits as 0
  std::array<uint32_t, 3> prefix{};
  std::array<uint32_t, 5> suffix{};  // the last 1 to 5 letters
  WordShape shape = WordShape::lower;
  bool dotted = false;
  bool hyphened = false;
  bool operator==(const WordTraits&) const = default;
};

CaseMode case_mode(const Document& document, const Sentence& sentence);

// Sets what tokens show by themselves: form and shape (all but kSpaceBefore); and, for a sentence,
// `shouting`.
void describe_token(Document& document, Token& token, std::string& scratch);
void describe_sentence(const Document& document, Sentence& sentence);

WordTraits traits_of(std::string_view word, uint8_t shape, CaseMode mode, bool first,
                     std::string& scratch);

}  // namespace sitrep
