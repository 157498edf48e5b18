// A sentence ends behind final punctuation with what closes behind it, behind some abbreviations,
// at an empty line, and at a line break that was made on purpose.
#include "language/sentence_splitter.h"

#include <algorithm>

#include "core/text.h"
#include "language/abbreviations.h"
#include "language/characters.h"
#include "language/line_layout.h"

namespace sitrep {

namespace {

constexpr uint32_t kLongestSentence = 400;
constexpr uint32_t kLongestHeading = 25;

enum class Final : uint8_t { none, stop, ellipsis, call, abbreviation };

class Splitter {
 public:
  explicit Splitter(Document& document)
      : document_(document), text_(document.text), width_(wrap_width(document.text)) {
    wide_ = has_wide_stops();
  }

  void run() {
    const auto n = static_cast<uint32_t>(document_.tokens.size());
    uint32_t first = 0;
    bool paragraph = true;
    while (first < n) {
      const uint32_t last = end_of(first, n);
      add(first, last, paragraph);
      if (last < n) paragraph = new_paragraph(last);
      first = last;
    }
  }

 private:
  std::string_view word(uint32_t i) const { return document_.word(i); }
  const Token& token(uint32_t i) const { return document_.tokens[i]; }
  bool spaced(uint32_t i) const { return (token(i).shape & kSpaceBefore) != 0; }
  Gap gap(uint32_t i) const {
    if (!spaced(i)) return {};
    return gap_between(text_, token(i - 1).span.end, token(i).span.begin);
  }

  // Whether sentences are parted by two spaces, as typists and wires do.
  bool has_wide_stops() const {
    uint32_t wide = 0, narrow = 0;
    for (uint32_t i = 1; i < document_.tokens.size(); ++i) {
      if (word(i - 1) != ".") continue;
      const Gap g = gap(i);
      if (!g.line) ++(g.wide ? wide : narrow);
    }
    return wide > narrow;
  }

  uint32_t end_of(uint32_t first, uint32_t n) const {
    uint32_t i = first + 1;
    while (i < n && i - first < kLongestSentence) {
      const uint32_t behind = closed(i, n);
      if (behind >= n) return n;
      if (ends_before(first, i, behind)) return behind;
      i = std::max(i + 1, behind);
    }
    return i;
  }

  // The first word behind the quotes and brackets that close at `i`.
  uint32_t closed(uint32_t i, uint32_t n) const {
    if (final_of(i - 1) == Final::none) return i;
    while (i < n && !spaced(i) && closes(word(i))) ++i;
    return i;
  }

  static bool closes(std::string_view w) {
    return w == "\"" || w == "''" || w == ")" || w == "]" || w == "\u201D" || w == "'" ||
           w == "\u2019" || w == "\u00BB";
  }

  // Whether a sentence that began at `first` ends before `next`; `i` is what stands behind its last
  // own word.
  bool ends_before(uint32_t first, uint32_t i, uint32_t next) const {
    const Gap g = gap(next);
    if (g.paragraph) return true;
    if (!counts_item(first, i - 1) && ends_by_mark({first, i - 1, next, i != next}, g)) return true;
    return g.line && ends_by_line(first, next, g);
  }

  // "1." at the start: the number of a point in a list.
  bool counts_item(uint32_t first, uint32_t mark) const {
    return mark == first + 1 && word(mark) == "." && word(first).size() < 3 &&
           is_digit(word(first)[0]);
  }

  Final final_of(uint32_t i) const {
    const std::string_view w = word(i);
    const char last = w.back();
    if (w == ".") return Final::stop;
    if (last == '?' || last == '!' || is_face(w)) return Final::call;
    if (w == "\u2026" || (last == '.' && w[0] == '.')) return Final::ellipsis;
    if (last == '.') return Final::abbreviation;
    return Final::none;
  }

  // A mark that may end the sentence of `first`; the next word; whether quotes or brackets close
  // between them.
  struct Place {
    uint32_t first, mark, next;
    bool closed;
  };

  bool ends_by_mark(const Place& p, const Gap& g) const {
    const uint32_t next = p.next;
    switch (final_of(p.mark)) {
      case Final::none:
        return false;
      case Final::stop:
        if (continues(next))
          return spaced(next) && ((small_name(next) && !p.closed) || without_capitals(p));
        return spaced(next) || starts_with_capital(word(next));
      case Final::call:
        return (!continues(next) || without_capitals(p)) && spaced(next) &&
               !(p.closed && says(next));
      case Final::ellipsis:
        return spaced(next) && !continues(next) &&
               (p.closed || starts_with_capital(word(next)) || g.wide);
      case Final::abbreviation:
        return abbreviation_ends(p, g);
    }
    return false;
  }

  // A small letter, or a mark that never begins a sentence.
  bool continues(uint32_t i) const {
    const std::string_view w = word(i);
    return is_lower(w[0]) || w == "," || w == ";" || w == ":" || w == ")" || w == "]" || w == ".";
  }

  // "al-Shabab", "iPhones": a name, though its first letter is small.
  bool small_name(uint32_t i) const {
    const std::string_view w = word(i);
    const bool letters = std::all_of(w.begin(), w.end(), [](char c) { return is_letter(c); });
    if (letters && std::any_of(w.begin(), w.end(), is_upper)) return true;
    const bool joined = i + 2 < document_.tokens.size() && word(i + 1) == "-" && !spaced(i + 1);
    return joined && w.size() < 4 && !spaced(i + 2) && starts_with_capital(word(i + 2));
  }

  // As posts are written: the sentence began with a small letter, and the next one does.
  bool without_capitals(const Place& p) const {
    const std::string_view begin = opened(p.first);
    const bool small = begin == "I" || (is_lower(begin[0]) && !small_name(p.first));
    return small && !p.closed && is_lower(word(p.next)[0]);
  }

  // "Major Aziz asked": behind '"Do you know him?"'.
  bool says(uint32_t i) const {
    constexpr uint32_t kLongestName = 5;
    const auto n = std::min(i + kLongestName, static_cast<uint32_t>(document_.tokens.size()));
    if (is_starter(word(i))) return false;
    while (i < n && starts_with_capital(word(i))) ++i;
    return i < n && ends_quotations(word(i));
  }

  static bool is_letter(char c) { return is_lower(c) || is_upper(c); }

  bool abbreviation_ends(const Place& p, const Gap& g) const {
    const std::string_view w = word(p.mark);
    const std::string_view stem = w.substr(0, w.size() - 1);
    if (!starts_with_capital(opened(p.next)) || !spaced(p.next)) return false;
    if (wide_ && !g.wide && !g.line) return false;
    if (is_one_letter(stem)) return letter_ends(p, g);
    const bool starter = is_starter(word(p.next));
    if (abbreviation(stem) == Abbreviation::title)
      return starter && stands_behind_names(stem) && behind_name(p);
    return starter || g.wide || quote_opens(p.next) || ends_before_names(p, stem);
  }

  // An initial, or the letter of a list or of a question, "Q."; seldom the last word.
  bool letter_ends(const Place& p, const Gap& g) const {
    if (p.mark == p.first || word(p.mark) == "v.") return false;
    if (counts_by_letters(word(p.mark - 1))) return true;
    return is_starter(word(p.next)) && !g.wide && word(p.next) != "A" && word(p.next) != "I";
  }

  bool behind_name(const Place& p) const {
    if (p.mark == p.first) return false;
    const std::string_view before = word(p.mark - 1);
    return starts_with_capital(before) || is_digit(before[0]);
  }

  // An abbreviation that is seldom part of a name, with a capital word behind it.
  bool ends_before_names(const Place& p, std::string_view stem) const {
    const std::string_view w = word(p.next);
    if (p.mark == p.first || w.size() < 2 || !is_lower(w[1])) return false;
    if (stem == "al" || stem == "etc") return true;
    if (is_unit(stem)) return is_digit(word(p.mark - 1)[0]);
    return (stem == "p.m" || stem == "a.m") && clock_ends(p);
  }

  // "... until 5 p.m. Shops close": not where the time opens the sentence, "At 5 p.m. Shops ...".
  bool clock_ends(const Place& p) const {
    constexpr uint32_t kOpening = 4;
    const std::string_view w = word(p.next);
    if (p.mark - p.first < kOpening) return false;
    const bool zone = p.next + 1 < document_.tokens.size() && word(p.next + 1) == "time";
    const bool date = abbreviation(w.substr(0, w.size() - 1)) == Abbreviation::month;
    return !zone && !date && !follows_clock(w);
  }

  bool quote_opens(uint32_t i) const { return !starts_with_capital(word(i)); }

  // The first word of a sentence at `i`, behind an opening quote or bracket.
  std::string_view opened(uint32_t i) const {
    const std::string_view w = word(i);
    const bool mark = w == "\"" || w == "\u201C" || w == "'" || w == "\u2018" || w == "(" ||
                      w == "[" || w == "``";
    return mark && i + 1 < document_.tokens.size() ? word(i + 1) : w;
  }

  bool ends_by_line(uint32_t first, uint32_t next, const Gap& g) const {
    if (width_ == 0) return true;
    if (bullet(next)) return true;
    if (is_lower(word(next)[0])) return false;
    const bool unindented = gap_is_plain(first);
    if (g.indented && unindented) return true;
    return broken_early(text_, width_, token(next - 1).span.end, token(next).span.begin);
  }

  // Whether the line of the sentence's first word is not indented.
  bool gap_is_plain(uint32_t first) const {
    const size_t begin = token(first).span.begin;
    return begin == 0 || !is_ascii_space(text_[begin - 1]) || text_[begin - 1] == '\n';
  }

  bool bullet(uint32_t i) const {
    const std::string_view w = word(i);
    const bool mark = w == "*" || w == "\u2022" || w == "-" || w == "\u00B7";
    return mark && i + 1 < document_.tokens.size() && spaced(i + 1);
  }

  bool new_paragraph(uint32_t i) const {
    const Gap g = gap(i);
    return g.paragraph || g.indented || (g.line && width_ == 0);
  }

  void add(uint32_t first, uint32_t last, bool paragraph) {
    Sentence sentence;
    sentence.first = first;
    sentence.last = last;
    sentence.span = {token(first).span.begin, token(last - 1).span.end};
    sentence.paragraph_start = paragraph;
    sentence.heading = is_heading(first, last, paragraph);
    document_.sentences.push_back(sentence);
  }

  // A short line without a full stop between paragraphs.
  bool is_heading(uint32_t first, uint32_t last, bool paragraph) const {
    const bool starts_line = first == 0 || paragraph || gap(first).line;
    const bool ends_line = last == document_.tokens.size() || gap(last).line;
    const std::string_view end = word(last - 1);
    const bool final = end == "." || end == ":" || end == "," || end == ";" || closes(end);
    const bool alone = first == 0 && last == document_.tokens.size();
    return starts_line && ends_line && !final && !alone && last - first <= kLongestHeading;
  }

  Document& document_;
  std::string_view text_;
  size_t width_;
  bool wide_ = false;
};

}  // namespace

void split_sentences(Document& document) { Splitter(document).run(); }

}  // namespace sitrep
