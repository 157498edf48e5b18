#include "language/word_traits.h"

#include <algorithm>

#include "core/text.h"

namespace sitrep {

namespace {

constexpr bool is_letter(char c) { return is_upper(c) || is_lower(c) || (c & 0x80) != 0; }

struct LetterCounts {
  uint32_t upper = 0;
  uint32_t lower = 0;
  uint32_t digits = 0;
  uint32_t other = 0;  // of the rest, what is no separator of numbers
};

LetterCounts count_letters(std::string_view word) {
  LetterCounts n;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (is_upper(c)) {
      ++n.upper;
    } else if (is_lower(c)) {
      ++n.lower;
    } else if (is_digit(c)) {
      ++n.digits;
    } else if (c == '\xC3' && i + 1 < word.size()) {  // Latin-1 letters
      (static_cast<unsigned char>(word[++i]) < 0x9F ? n.upper : n.lower)++;
    } else if (c != '.' && c != ',' && c != ':' && c != '/' && !is_continuation(c)) {
      ++n.other;
    }
  }
  return n;
}

bool is_quote(std::string_view word) {
  return word == "\"" || word == "'" || word == "``" || word == "''" || word == "`" ||
         word == "\u201C" || word == "\u201D" || word == "\u2018" || word == "\u2019" ||
         word == "\u201E" || word == "\u00AB" || word == "\u00BB" || word == "\u201F" ||
         word == "\u2039" || word == "\u203A";
}

// Of the letters beyond Latin-1 that names are written with: capitals and small letters take turns,
// capitals first but for two stretches of Latin Extended-A.
bool is_upper_beyond(char32_t p) {
  const bool odd = p % 2 == 1;
  if ((p >= 0x139 && p <= 0x148) || (p >= 0x179 && p <= 0x17E)) return odd;
  if (p == 0x178 || p == 0x1A0 || p == 0x1AF || p == 0x218 || p == 0x21A) return true;
  if ((p >= 0x100 && p <= 0x137) || (p >= 0x14A && p <= 0x177)) return !odd;
  if (p >= 0x1E00 && p <= 0x1EFF) return !odd;
  return (p >= 0x391 && p <= 0x3A9) || (p >= 0x400 && p <= 0x42F);  // Greek, Cyrillic
}

bool starts_upper(std::string_view word) {
  if ((word[0] & 0x80) == 0) return is_upper(word[0]);
  if (word.size() > 1 && word[0] == '\xC3') return static_cast<unsigned char>(word[1]) < 0x9F;
  size_t at = 0;
  return is_upper_beyond(next_code_point(word, at));
}

uint8_t shape_bits(std::string_view word) {
  const LetterCounts n = count_letters(word);
  unsigned shape = 0;
  if (starts_upper(word)) shape |= kCapitalised;
  if (n.upper > 1 && n.lower == 0) shape |= kAllUpper;
  if (n.digits > 0) shape |= kHasDigit;
  if (n.digits > 0 && n.upper + n.lower + n.other == 0) shape |= kNumeric;
  if (is_quote(word)) shape |= kQuote;
  return static_cast<uint8_t>(shape);
}

// The word as the features see it.
void append_seen(std::string& out, std::string_view word) {
  for (size_t i = 0; i < word.size();) {
    const char c = word[i];
    if ((c & 0x80) == 0) {
      out += is_digit(c) ? '0' : to_lower(c);
      ++i;
      continue;
    }
    const size_t begin = i;
    const char32_t point = next_code_point(word, i);
    if (point == 0x2018 || point == 0x2019) {
      out += '\'';
    } else {
      append_normal(out, word.substr(begin, i - begin));
    }
  }
}

WordShape plain_shape(std::string_view word, uint8_t shape) {
  if (shape & kNumeric) return WordShape::number;
  if (shape & kHasDigit) return WordShape::digits;
  if (shape & kAllUpper) return WordShape::capitals;
  if (std::none_of(word.begin(), word.end(), is_letter)) return WordShape::symbols;
  const bool inner = std::any_of(word.begin() + 1, word.end(), is_upper);
  if (inner) return WordShape::mixed;
  if (!(shape & kCapitalised)) return WordShape::lower;
  return word.size() == 1 || (word.size() == 2 && word[1] == '.') ? WordShape::letter
                                                                  : WordShape::capitalised;
}

WordShape shape_in(WordShape plain, CaseMode mode, bool first) {
  switch (plain) {
    case WordShape::lower:
      return mode == CaseMode::lower      ? WordShape::whispered
             : mode == CaseMode::shouting ? WordShape::shouted
                                          : plain;
    case WordShape::capitalised:
      if (mode == CaseMode::title) return WordShape::titled;
      [[fallthrough]];
    case WordShape::letter:
    case WordShape::capitals:
    case WordShape::mixed:
      if (mode == CaseMode::shouting) return WordShape::shouted;
      return first && plain == WordShape::capitalised ? WordShape::initial_capitalised : plain;
    default:
      return plain;
  }
}

uint32_t step(uint32_t h, char c) { return (h ^ static_cast<unsigned char>(c)) * 0x01000193u; }

constexpr uint32_t kStart = 0x811C9DC5u;

uint32_t finished(uint32_t h) { return h ^ (h >> 15); }

uint32_t hash_of(std::string_view text) {
  uint32_t h = kStart;
  for (char c : text) h = step(h, c);
  return finished(h);
}

// The word's hash, and on the way those of its first letters; of a shorter word all of it.
void hash_from_front(std::string_view seen, WordTraits& traits) {
  uint32_t h = kStart;
  size_t i = 0;
  for (uint32_t& prefix : traits.prefix) {
    if (i < seen.size()) h = step(h, seen[i++]);
    prefix = finished(h);
  }
  for (; i < seen.size(); ++i) h = step(h, seen[i]);
  traits.word = finished(h);
}

}  // namespace

CaseMode case_mode(const Document& document, const Sentence& sentence) {
  if (sentence.shouting) return CaseMode::shouting;
  uint32_t words = 0, capitalised = 0, short_words = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const std::string_view word = document.word(i);
    if (!is_letter(word[0])) continue;
    const bool upper = (document.tokens[i].shape & kCapitalised) != 0;
    if (word.size() < 4 && !upper) {
      ++short_words;
    } else {
      ++words, capitalised += upper;
    }
  }
  if (capitalised == 0 && words + short_words > 0) return CaseMode::lower;
  const bool title = words >= 4 && capitalised * 10 >= words * 9;
  return title ? CaseMode::title : CaseMode::normal;
}

void describe_token(Document& document, Token& token, std::string& scratch) {
  const std::string_view word =
      document.text.substr(token.span.begin, token.span.end - token.span.begin);
  scratch.clear();
  append_normal(scratch, word);
  token.form = key(scratch);
  token.shape = static_cast<uint8_t>((token.shape & kSpaceBefore) | shape_bits(word));
}

void describe_sentence(const Document& document, Sentence& sentence) {
  uint32_t upper = 0, lower = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const LetterCounts n = count_letters(document.word(i));
    upper += n.upper;
    lower += n.lower;
  }
  sentence.shouting = upper >= 2 && upper * 10 >= (upper + lower) * 7;
}

WordTraits traits_of(std::string_view word, uint8_t shape, CaseMode mode, bool first,
                     std::string& scratch) {
  scratch.clear();
  append_seen(scratch, word);
  const std::string_view seen = scratch;
  WordTraits traits;
  hash_from_front(seen, traits);
  for (size_t n = 1; n <= traits.suffix.size(); ++n) {
    traits.suffix[n - 1] = hash_of(seen.substr(seen.size() - std::min(n, seen.size())));
  }
  traits.shape = shape_in(plain_shape(word, shape), mode, first);
  traits.dotted = seen.size() > 1 && seen.find('.') != std::string_view::npos;
  traits.hyphened = seen.size() > 1 && seen.find('-') != std::string_view::npos;
  return traits;
}

}  // namespace sitrep
