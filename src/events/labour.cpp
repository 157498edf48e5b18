#include "events/labour.h"

#include <algorithm>

namespace sitrep {

namespace {

// Workers by their trade, or a union: nobody with arms.
bool works(const NounPhrase& phrase) {
  const bool trade = phrase.person && phrase.plural && !phrase.armed;
  return trade && (phrase.kind == "civilian" || phrase.kind == "guard" ||
                   phrase.kind == "journalist" || phrase.kind == "judge");
}

}  // namespace

bool may_be_labour(const knowledge::EventWord& word) {
  return word.type == EventType::work_stoppage || word.phrase == "strike";
}

bool settle_labour(const Reading& reading, Draft& draft) {
  Telling& telling = draft.tellings.back();
  if (!may_be_labour(reading.lexicon.event_words()[telling.entry])) return false;
  const auto worker = [&](const Fill& fill) {
    return works(reading.mentions.phrases[fill.phrase]);
  };
  const bool workers = !draft.perpetrators.empty() &&
                       std::all_of(draft.perpetrators.begin(), draft.perpetrators.end(), worker);
  if (!workers || !draft.targets.empty() || !draft.instruments.empty() || !draft.tolls.empty())
    return false;
  telling.type = EventType::work_stoppage;
  telling.strong = true;
  return true;
}

}  // namespace sitrep
