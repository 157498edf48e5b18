#include "events/phase.h"

#include <algorithm>

#include "core/dates.h"

namespace sitrep {

namespace {

constexpr int kNewsDays = 21;  // older than this at publication: recalled, not reported

constexpr std::pair<Key, int> kOrdinals[] = {
    {key("first"), 1}, {key("second"), 2}, {key("third"), 3},   {key("fourth"), 4},
    {key("fifth"), 5}, {key("sixth"), 6},  {key("seventh"), 7}, {key("eighth"), 8},
    {key("ninth"), 9}, {key("tenth"), 10}, {key("one"), 1},     {key("two"), 2},
    {key("three"), 3}, {key("four"), 4},   {key("five"), 5},    {key("1st"), 1},
    {key("2nd"), 2},   {key("3rd"), 3}};

std::optional<int> years_recalled(const Document& document, uint32_t sentence) {
  const Sentence& s = document.sentences[sentence];
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (document.tokens[i].lemma != key("anniversary")) continue;
    for (uint32_t k = i; k-- > s.first && i - k <= 4;) {
      for (const auto& [word, years] : kOrdinals) {
        if (document.tokens[k].form == word) return years;
      }
    }
  }
  return std::nullopt;
}

// The month of the event, so many years before its anniversary: the feast is kept near the day, not
// on it.
void move_back(const Reading& reading, Draft& event) {
  for (Telling& t : event.tellings) {
    const auto years = years_recalled(reading.document, t.sentence);
    if (!years) continue;
    const auto day = t.when.known() ? t.when.start : reading.published;
    if (!day) continue;
    const auto date = civil(*day);
    t.when = month_when(static_cast<int>(date.year()) - *years, static_cast<unsigned>(date.month()),
                        Basis::relative);
    t.borrowed = false;
  }
}

bool long_before(const Telling* dated, const std::optional<Day>& published) {
  if (!dated || !published) return false;
  return days_between(dated->when.end.value_or(*dated->when.start), *published) > kNewsDays;
}

}  // namespace

void date_anniversaries(const Reading& reading, std::vector<Draft>& drafts) {
  for (Draft& draft : drafts) {
    const bool old = long_before(draft.dated(), reading.published);
    if (draft.anniversary && !old) move_back(reading, draft);
  }
}

void set_phases(const Reading& reading, std::vector<Draft>& events) {
  for (Draft& event : events)
    event.background = event.anniversary || long_before(event.dated(), reading.published);
}

}  // namespace sitrep
