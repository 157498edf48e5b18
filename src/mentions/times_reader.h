// The hand-written recogniser behind find_times. Each reading function tries at token `i`, fills
// the mention and returns the token behind the expression, or 0 when there is none.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "mentions/times_words.h"

namespace sitrep::times {

// The words before a head: "the past two" years, "this" month, "the 1988 third" quarter.
struct Phrase {
  uint32_t begin = 0;
  uint32_t head = 0;
  uint32_t end = 0;  // behind the head
  W det = W::none;
  W rel = W::none;
  bool counted = false;          // a number stands there, maybe a vague one
  std::optional<double> amount;  // empty: few, several
  std::optional<int> ordinal;
  std::optional<int> year;
  bool fiscal = false;
  bool hyphen = false;    // "two-day"
  bool year_ago = false;  // "the year-ago quarter"
  std::string modifier;
};

class Reader {
 public:
  Reader(const Document& document, std::span<const Lex> lexes, std::vector<TimeMention>& out)
      : document_(document), lexes_(lexes), out_(out) {}
  void read_sentence(const Sentence& sentence);

 private:
  // Looking at tokens; outside the sentence there is W::none.
  W at(uint32_t i) const { return i >= first_ && i < last_ ? lexes_[i].w : W::none; }
  W before(uint32_t i) const { return i > first_ ? lexes_[i - 1].w : W::none; }
  int value(uint32_t i) const { return lexes_[i].value; }
  bool has(uint32_t i, uint8_t flag) const { return i < last_ && lexes_[i].has(flag); }
  bool capital(uint32_t i) const { return (document_.tokens[i].shape & kCapitalised) != 0; }
  uint32_t skip(uint32_t i, W w) const { return at(i) == w ? i + 1 : i; }
  std::string_view text(uint32_t i) const { return without_mid(document_.word(i)); }
  size_t length(uint32_t i) const { return text(i).size(); }
  bool apostrophe(uint32_t i) const { return is_word(i, ""); }
  bool is_word(uint32_t i, Word word) const {
    return i >= first_ && i < last_ && document_.tokens[i].form == word.key;
  }
  bool glued(uint32_t i) const;  // no space before token i
  bool is_noun(uint32_t i) const;

  // times.cpp: the order of attempts, and what joins what
  bool may_begin(uint32_t i) const;
  uint32_t read(uint32_t i, TimeMention& m);
  uint32_t core(uint32_t i, TimeMention& m);
  uint32_t number_first(uint32_t i, TimeMention& m);
  uint32_t prefix(uint32_t i, std::string& modifier) const;
  uint32_t edge(uint32_t i, std::string& modifier) const;
  uint32_t bound(uint32_t i, std::string& modifier) const;
  uint32_t vague(uint32_t i, TimeMention& m) const;
  uint32_t finish(uint32_t end, TimeMention& m);
  uint32_t add_given_date(uint32_t end, TimeMention& m);
  uint32_t add_week(uint32_t end, TimeMention& m);
  uint32_t add_day_of_month(uint32_t end, TimeMention& m) const;
  uint32_t add_time_of_day(uint32_t end, TimeMention& m) const;
  uint32_t add_date(uint32_t end, TimeMention& m);
  uint32_t range_tail(uint32_t end);
  uint32_t range_head(uint32_t i);
  void push(uint32_t begin, uint32_t end, TimeMention&& m);
  void link_ranges(size_t from);
  uint32_t day_expression(uint32_t i, TimeMention& m);

  // times_dates.cpp: what the calendar names
  bool month_like(uint32_t i) const;
  bool ambiguous_month(uint32_t i) const;
  bool is_year(uint32_t i) const;
  bool year_in_context(uint32_t i) const;
  bool numbers_block(uint32_t i) const;
  uint32_t day_number(uint32_t i, int& day) const;
  uint32_t year_after(uint32_t i, TimeMention& m, bool wire) const;
  uint32_t relative_year(uint32_t i, TimeMention& m) const;
  uint32_t month_first(uint32_t i, TimeMention& m) const;
  uint32_t day_first(uint32_t i, TimeMention& m) const;
  uint32_t day_alone(uint32_t i, TimeMention& m) const;
  uint32_t iso_date(uint32_t i, TimeMention& m) const;
  uint32_t numeric_date(uint32_t i, TimeMention& m) const;
  uint32_t year(uint32_t i, TimeMention& m) const;
  uint32_t fiscal_year(uint32_t i, TimeMention& m) const;
  uint32_t spelled_year(uint32_t i, int& year) const;
  uint32_t decade(uint32_t i, TimeMention& m) const;
  uint32_t weekday(uint32_t i, TimeMention& m) const;
  bool is_thing_of_feast(uint32_t i) const;
  uint32_t named_day(uint32_t i, TimeMention& m) const;
  uint32_t match_named(uint32_t i, std::string_view phrase) const;

  // times_clock.cpp: the time of day
  uint32_t clock(uint32_t i, TimeMention& m) const;
  uint32_t clock_tail(uint32_t i, TimeMention& m) const;
  uint32_t part_behind(uint32_t i) const;
  uint32_t zone(uint32_t i, TimeMention& m) const;
  uint32_t point(uint32_t i, TimeMention& m) const;
  uint32_t part_of_day(uint32_t i, TimeMention& m) const;
  uint32_t deictic(uint32_t i, TimeMention& m) const;
  bool leads_to_hours(uint32_t i) const;
  uint32_t small_hours(uint32_t i, TimeMention& m) const;

  // times_scan.cpp: what stands before a head
  uint32_t number(uint32_t i, std::optional<double>& amount) const;
  uint32_t count(uint32_t i, Phrase& p) const;
  bool scan(uint32_t i, Phrase& p) const;
  uint32_t scan_one(uint32_t i, Phrase& p) const;

  // times_phrases.cpp and times_heads.cpp: noun phrases around a unit, a weekday, a season
  uint32_t phrase(uint32_t i, TimeMention& m);
  uint32_t unit_phrase(Phrase& p, TimeMention& m) const;
  uint32_t special_unit(const Phrase& p, TimeMention& m) const;
  uint32_t ordinal_day(const Phrase& p, TimeMention& m) const;
  uint32_t uncounted(const Phrase& p, TimeMention& m) const;
  bool is_age_or_adjective(const Phrase& p) const;
  uint32_t shifted(const Phrase& p, uint32_t end, TimeMention& m) const;
  bool related(const Phrase& p, TimeMention& m) const;
  bool determined(const Phrase& p, TimeMention& m) const;
  bool bare_unit(const Phrase& p) const;
  bool ends_here(uint32_t i) const;
  uint32_t named_year(const Phrase& p, TimeMention& m) const;
  bool is_rate(const Phrase& p) const;
  uint32_t quarter_phrase(const Phrase& p, TimeMention& m) const;
  uint32_t half_phrase(const Phrase& p, TimeMention& m) const;
  uint32_t weekday_phrase(const Phrase& p, TimeMention& m) const;
  uint32_t month_phrase(const Phrase& p, TimeMention& m) const;
  bool is_name(const Phrase& p) const;
  uint32_t season_phrase(const Phrase& p, TimeMention& m) const;
  uint32_t part_phrase(const Phrase& p, TimeMention& m) const;
  uint32_t loose_phrase(const Phrase& p, TimeMention& m) const;
  uint32_t anniversary_phrase(const Phrase& p, TimeMention& m) const;
  uint32_t possessed(uint32_t i, TimeMention& m);

  const Document& document_;
  std::span<const Lex> lexes_;
  std::vector<TimeMention>& out_;
  uint32_t first_ = 0;
  uint32_t last_ = 0;
  bool shouting_ = false;
};

}  // namespace sitrep::times
