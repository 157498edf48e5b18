// What the events room works from: one analysed report with its grounded mentions.
#pragma once

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "knowledge/lexicon.h"
#include "mentions/mentions.h"
#include "sitrep/report.h"

namespace sitrep {

class EventModel;

struct Reading {
  const Report& report;
  const Document& document;
  const Mentions& mentions;
  const knowledge::Lexicon& lexicon;
  uint32_t dateline_end = 0;  // tokens before it belong to the dateline, in the first lines
  uint32_t dateline_begin = 0;
  const EventModel* model = nullptr;  // null: rules alone
  std::optional<Day>
      published;  // what relative dates hang on; for a report without date, a day made up

  bool in_dateline(TokenRange range) const {
    return range.first >= dateline_begin && range.last <= dateline_end;
  }
};

// Whether a time puts something on the calendar: neither a habit nor what is only celebrated then.
inline bool fixes_time(const TimeMention& time) {
  return time.when && time.when->known() && !time.anniversary && time.type != TimexType::set;
}

// Whether it says which day, and not an hour alone.
inline bool names_day(const TimeMention& time) {
  return fixes_time(time) && time.when->precision <= DatePrecision::day &&
         time.form != TimeForm::clock;
}

// The mentions of a sentence, as half-open indices.
template <typename T>
std::pair<size_t, size_t> within(const std::vector<T>& mentions, const Sentence& sentence) {
  const auto before = [](const T& m, uint32_t token) { return m.tokens.first < token; };
  const auto first = std::lower_bound(mentions.begin(), mentions.end(), sentence.first, before);
  const auto last = std::lower_bound(first, mentions.end(), sentence.last, before);
  return {static_cast<size_t>(first - mentions.begin()),
          static_cast<size_t>(last - mentions.begin())};
}

// The same as values.
template <typename T>
std::span<const T> those_in(const std::vector<T>& mentions, const Sentence& sentence) {
  const auto [first, last] = within(mentions, sentence);
  return {mentions.begin() + static_cast<ptrdiff_t>(first), last - first};
}

}  // namespace sitrep
