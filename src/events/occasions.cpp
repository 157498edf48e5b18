#include "events/occasions.h"

#include <algorithm>

namespace sitrep {

namespace {

constexpr uint32_t kBehind = 4;  // sentences from the event's telling to its occasion
constexpr uint32_t kAhead = 1;   // sentences before the first telling
constexpr uint32_t kWords = 14;  // tokens between the time and the word of happening

// "Officers were called", "a call came in": not "called for calm".
bool calls(const Document& document, uint32_t i) {
  if (document.tokens[i].lemma != key("call")) return false;
  const Fine fine = document.tokens[i].fine;
  const bool noun = document.tokens[i].tag == Tag::NOUN;
  const bool wants = i + 1 < document.tokens.size() && document.tokens[i + 1].form == key("for");
  return !wants && (noun || fine == Fine::VBN);
}

// "Was reported at 9 p.m.": who spoke of it spoke at once.
bool reported(const Document& document, uint32_t i) {
  return document.tokens[i].form == key("reported") && i > 0 &&
         document.tokens[i - 1].lemma == key("be");
}

bool took_place(const Document& document, uint32_t i) {
  return document.tokens[i].lemma == key("take") && i + 1 < document.tokens.size() &&
         document.tokens[i + 1].form == key("place");
}

bool gives_day(const Reading& reading, const Sentence& sentence, const TimeMention& time) {
  constexpr uint32_t kSenses = knowledge::kHappening | knowledge::kAnswering;
  const Document& document = reading.document;
  const uint32_t first =
      std::max(sentence.first, time.tokens.first - std::min(time.tokens.first, kWords));
  const uint32_t last = std::min(sentence.last, time.tokens.last + kWords);
  bool gives = false;
  for (uint32_t i = first; i < last; ++i) {
    const uint32_t senses = reading.lexicon.senses(document.tokens[i].lemma);
    if (senses & knowledge::kLater) return false;
    gives = gives || (senses & kSenses) || calls(document, i) || reported(document, i) ||
            took_place(document, i);
  }
  return gives;
}

// How far behind the event the sentence stands; none: out of its reach.
std::optional<uint32_t> gap_to(const Draft& event, uint32_t sentence) {
  std::optional<uint32_t> nearest;
  for (const Telling& t : event.tellings) {
    const bool before = t.sentence <= sentence;
    const uint32_t gap = before ? sentence - t.sentence : t.sentence - sentence + kBehind;
    if (gap <= (before ? kBehind : kBehind + kAhead))
      nearest = std::min(nearest.value_or(gap), gap);
  }
  return nearest;
}

Draft* owner_of(uint32_t sentence, std::vector<Draft>& events) {
  Draft* owner = nullptr;
  uint32_t nearest = 0;
  for (Draft& event : events) {
    const auto gap = event.background ? std::nullopt : gap_to(event, sentence);
    if (!gap) continue;
    const bool nearer = !owner || *gap < nearest ||
                        (*gap == nearest && event.tellings.size() > owner->tellings.size());
    if (nearer) owner = &event, nearest = *gap;
  }
  return owner;
}

}  // namespace

bool says_its_day(const Telling* dated) {
  return dated && !dated->borrowed && !dated->afterwards && dated->when.basis != Basis::inferred &&
         dated->when.precision <= DatePrecision::day;
}

void give_occasions(const Reading& reading, std::vector<Draft>& events) {
  const Document& document = reading.document;
  for (const TimeMention& time : reading.mentions.times) {
    if (reading.in_dateline(time.tokens) || !names_day(time)) continue;
    const uint32_t s = document.sentence_of(time.tokens.first);
    if (!gives_day(reading, document.sentences[s], time)) continue;
    Draft* owner = owner_of(s, events);
    if (owner && !owner->occasion && !says_its_day(owner->dated()))
      owner->occasion = {s, *time.when};
  }
}

}  // namespace sitrep
