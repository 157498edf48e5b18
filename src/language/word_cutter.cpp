// White space parts a text into chunks. A chunk of letters alone is a word. Any other is an address
// as a whole, or read from the left: a word with the joints that hold it together (U.S., 1,000,
// 7:21, O'Brien, anti-tank), or a punctuation mark. Words are then parted from their clitics
// (do|n't, Iran|'s).
#include "language/word_cutter.h"

#include <algorithm>
#include <array>

#include "core/text.h"
#include "language/abbreviations.h"
#include "language/addresses.h"
#include "language/characters.h"
#include "language/clitics.h"

namespace sitrep {

namespace {

// Beginnings that stay with their word across a hyphen.
constexpr auto kPrefixes = std::to_array<std::string_view>(
    {"anti",   "co",     "counter", "e",    "ex",    "inter", "intra", "mid",
     "mini",   "multi",  "neo",     "non",  "over",  "post",  "pre",   "pro",
     "pseudo", "psycho", "re",      "semi", "socio", "sub",   "ultra", "un"});

bool is_prefix(std::string_view word) {
  return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view p) {
    return p.size() == word.size() && contains_ignoring_case(word, p);
  });
}

bool all_digits(std::string_view s) {
  return !s.empty() && std::all_of(s.begin(), s.end(), is_digit);
}

class Cutter {
 public:
  Cutter(std::string_view text, Document& document) : text_(text), document_(document) {}

  void run() {
    size_t i = 0;
    while (i < text_.size()) {
      const Character c = character_at(text_, i);
      if (c.cls == CharClass::space) {
        space_ = true;
        i += c.length;
      } else {
        i = chunk(i);
      }
    }
  }

 private:
  CharClass cls(size_t i) const { return i < end_ ? character_at(text_, i).cls : CharClass::space; }
  bool alnum(size_t i) const { return cls(i) == CharClass::letter || cls(i) == CharClass::digit; }
  char at(size_t i) const { return i < end_ ? text_[i] : ' '; }

  void emit(size_t begin, size_t end) {
    Token token;
    token.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    token.shape = space_ ? kSpaceBefore : 0;
    space_ = false;
    document_.tokens.push_back(token);
  }

  // Cuts the chunk at `begin`; gives its end.
  size_t chunk(size_t begin) {
    end_ = text_.size();
    size_t i = begin;
    bool plain = true, address = false;
    for (; i < text_.size();) {
      const Character c = character_at(text_, i);
      if (c.cls == CharClass::space) break;
      plain = plain && c.cls == CharClass::letter;
      address = address || text_[i] == '@' || text_[i] == ':' || (text_[i] == '.' && i > begin);
      i += c.length;
    }
    end_ = i;
    if (plain) return word(begin, i), i;
    size_t rest = begin;
    if (address) rest = cut_address(begin);
    while (rest < end_) rest = piece(rest);
    return end_;
  }

  // An address at the chunk's start, behind opening marks; gives what is left.
  size_t cut_address(size_t begin) {
    size_t i = begin;
    while (i < end_ && !alnum(i) && at(i) != '@') i += character_at(text_, i).length;
    const size_t length = address_length(text_.substr(i, end_ - i));
    if (length == 0) return begin;
    const size_t stop = end_;
    end_ = i;
    while (begin < end_) begin = piece(begin);
    end_ = stop;
    emit(i, i + length);
    return i + length;
  }

  size_t piece(size_t i) { return alnum(i) ? joined_word(i) : mark(i); }

  size_t run_of_alnum(size_t i) const {
    while (i < end_ && alnum(i)) i += character_at(text_, i).length;
    return i;
  }

  size_t joined_word(size_t begin) {
    size_t segment = begin;  // start of the run that ends at i
    size_t i = run_of_alnum(begin);
    while (i < end_) {
      const size_t next = joint(begin, segment, i);
      if (next == i) break;
      segment = next;
      i = run_of_alnum(next);
    }
    if (at(i) == '.' && keeps_stop(begin, segment, i)) ++i;
    return word(begin, i), i;
  }

  // Where the word goes on behind the mark at `i`; `i` itself when it ends there.
  size_t joint(size_t begin, size_t segment, size_t i) const {
    const char c = text_[i];
    if (cls(i) == CharClass::apostrophe) return apostrophe(segment, i);
    if (c == '_') return i + 1;
    if (!alnum(i + 1) || segment == i) return i;
    const std::string_view left = text_.substr(segment, i - segment);
    const std::string_view right = text_.substr(i + 1, run_of_alnum(i + 1) - i - 1);
    if (c == '.') return inner_stop(left, i) ? i + 1 : i;
    if (c == ',') return all_digits(left) && right.size() == 3 && all_digits(right) ? i + 1 : i;
    if (c == ':') return all_digits(left) && right.size() == 2 && all_digits(right) ? i + 1 : i;
    if (c == '&') return left.size() < 3 && right.size() < 3 && is_upper(left[0]) ? i + 1 : i;
    if (c == '/') return slash(left, right) ? i + 1 : i;
    if (c == '-') return hyphen(begin, left, right) ? i + 1 : i;
    return i;
  }

  static bool slash(std::string_view left, std::string_view right) {
    if (left.size() == 1 && right.size() == 1) return true;
    return (all_digits(left) && all_digits(right)) || (left == "w" && right == "out");
  }

  // Prefixes, dates and telephone numbers.
  bool hyphen(size_t begin, std::string_view left, std::string_view right) const {
    const size_t behind = static_cast<size_t>(right.data() - text_.data()) + right.size();
    const size_t start = static_cast<size_t>(left.data() - text_.data());
    if (all_digits(left) && all_digits(right)) {
      const bool goes_on = start > begin || (at(behind) == '-' && is_digit(at(behind + 1)));
      return goes_on || (left.size() == 3 && right.size() == 4);
    }
    return start == begin && is_prefix(left);
  }

  size_t apostrophe(size_t segment, size_t i) const {
    const size_t next = i + character_at(text_, i).length;
    if (!alnum(next)) return i;
    const std::string_view rest = text_.substr(next, run_of_alnum(next) - next);
    if (is_digit(text_[segment])) return is_clitic(rest) && rest.size() > 1 ? i : next;
    if (is_negation(text_.substr(segment, i - segment), rest)) return next;  // cut later
    return is_clitic(rest) ? i : next;
  }

  bool inner_stop(std::string_view left, size_t i) const {
    const bool digits = is_digit(left.back()) && is_digit(at(i + 1));
    const bool glued = is_lower(left.back()) && is_upper(at(i + 1));  // a space is missing
    const bool degree = glued && at(i + 2) == '.';                    // "Ph.D."
    if (digits || is_one_letter(left) || degree) return true;
    return !glued && !is_digit(left.back()) && abbreviation(left) == Abbreviation::none &&
           !is_upper(at(i + 1));
  }

  // Whether the full stop at `i`, the word's last character, is part of it.
  bool keeps_stop(size_t begin, size_t segment, size_t i) const {
    if (at(i + 1) == '.' || segment == i) return false;
    const bool single = is_one_letter(text_.substr(segment, i - segment));
    const bool dotted = segment > begin && text_[segment - 1] == '.';
    if (single && (dotted || (segment == begin && initial(begin, i)))) return true;
    return abbreviated(text_.substr(begin, i - begin), i);
  }

  // The first letter of a name: a capital at `letter`, its stop at `i`, with a name behind it.
  bool initial(size_t letter, size_t i) const {
    if (!starts_with_capital(text_.substr(letter, i - letter)) || end_ != i + 1) return false;
    const size_t next = next_word(i + 1);
    if (!name_at(next)) return at(i + 1) == ',';
    return text_[letter] != 'I' || !previous_ends_word(letter);
  }

  // "Tamimi", "al-Tamimi"
  bool name_at(size_t i) const {
    if (i >= text_.size() || starts_with_capital(text_.substr(i, 4))) return i < text_.size();
    const size_t hyphen = text_.substr(i, 4).find('-');
    return hyphen != std::string_view::npos && starts_with_capital(text_.substr(i + hyphen + 1, 4));
  }

  // "and I. The ...": I is a pronoun unless a capital word or initial stands before it.
  bool previous_ends_word(size_t letter) const {
    if (document_.tokens.empty()) return false;
    const TextSpan last = document_.tokens.back().span;
    return last.end < letter && !is_upper(text_[last.begin]);
  }

  size_t next_word(size_t i) const {
    size_t newlines = 0;
    while (i < text_.size() && is_ascii_space(text_[i])) newlines += text_[i++] == '\n';
    return newlines > 1 ? text_.size() : i;
  }

  bool abbreviated(std::string_view word, size_t stop) const {
    const size_t next = next_word(stop + 1);
    const bool number = next < text_.size() && is_digit(text_[next]);
    switch (abbreviation(word)) {
      case Abbreviation::none:
        return false;
      case Abbreviation::title:
      case Abbreviation::plain:
        return next < text_.size();
      case Abbreviation::number:
        return number && (word.size() < 4 || is_upper(word[0]));  // "Long. 14", not "so long. 14"
      case Abbreviation::month:
        return number || (is_upper(word[0]) && at(stop + 1) == ',');
    }
    return false;
  }

  // One punctuation mark, or a run of the same.
  size_t mark(size_t i) {
    const Character c = character_at(text_, i);
    if (c.cls == CharClass::apostrophe) {
      if (const size_t end = leading_clitic(i); end > i) return emit(i, end), end;
    }
    if (space_ && is_face(text_.substr(i, end_ - i))) return emit(i, end_), end_;
    size_t end = i + c.length;
    if (repeats(text_[i])) {
      while (end < end_ && text_[end] == text_[i]) ++end;
    } else if (text_[i] == '?' || text_[i] == '!') {
      while (end < end_ && (text_[end] == '?' || text_[end] == '!')) ++end;
    } else if ((text_[i] == '#' || text_[i] == '@') && cls(end) == CharClass::letter) {
      end = run_of_alnum(end);
    }
    emit(i, end);
    return end;
  }

  static bool repeats(char c) {
    return c == '.' || c == '-' || c == '*' || c == '=' || c == '_' || c == '`' || c == '\'' ||
           c == '<' || c == '>';
  }

  // "'s" behind a word that was cut already.
  size_t leading_clitic(size_t i) const {
    if (space_ || document_.tokens.empty() || document_.tokens.back().span.end != i) return i;
    const size_t next = i + character_at(text_, i).length;
    const size_t end = run_of_alnum(next);
    return is_clitic(text_.substr(next, end - next)) ? end : i;
  }

  void word(size_t begin, size_t end) {
    const std::string_view w = text_.substr(begin, end - begin);
    const size_t cut = inner_cut(w);
    if (cut > 0) {
      emit(begin, begin + cut);
      begin += cut;
    }
    emit(begin, end);
  }

  std::string_view text_;
  Document& document_;
  size_t end_ = 0;  // of the chunk
  bool space_ = true;
};

}  // namespace

void cut_words(std::string_view text, Document& document) { Cutter(text, document).run(); }

}  // namespace sitrep
