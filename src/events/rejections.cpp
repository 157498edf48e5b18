#include "events/rejections.h"

#include <algorithm>

namespace sitrep {

namespace {

bool is_told(const Fill& fill) { return !fill.learnt && fill.voice.polarity == Polarity::affirmed; }

// "The army" of "an army spokesman".
bool speaks_for(const Reading& reading, uint32_t speaker, uint32_t side) {
  const auto& phrases = reading.mentions.phrases;
  if (phrases[side].pronoun) return false;
  const Key name = reading.document.tokens[phrases[side].head].lemma;
  const TokenRange words = phrases[speaker].tokens;
  for (uint32_t i = words.first; i < words.last; ++i) {
    if (reading.document.tokens[i].lemma == name) return true;
  }
  return false;
}

void dispute(const Fill& doer, const Fill& by, Draft& event) {
  event.disputed.push_back({Field::perpetrators, doer});
  Fill& fill = event.disputed.back().fill;
  fill.sentence = by.sentence;
  fill.voice = by.voice;
  fill.voice.polarity = Polarity::denied;
}

void deny_own_part(const Fill& by, Draft& event) {
  std::erase_if(event.perpetrators, [&](const Fill& fill) {
    return fill.phrase == by.phrase && fill.voice.polarity == Polarity::affirmed;
  });
  event.perpetrators.push_back(by);
}

}  // namespace

void reject(const Reading& reading, const Fill& by, Draft& event) {
  const auto claims = [&](const Fill& fill) {
    return is_told(fill) && fill.own_word && fill.phrase != by.phrase;
  };
  const auto is_his = [&](const Fill& fill) {
    return is_told(fill) && speaks_for(reading, by.phrase, fill.phrase);
  };
  auto doer = std::ranges::find_if(event.perpetrators, claims);
  if (doer == event.perpetrators.end() && by.sure) return deny_own_part(by, event);
  if (doer == event.perpetrators.end()) doer = std::ranges::find_if(event.perpetrators, is_his);
  if (doer != event.perpetrators.end()) return dispute(*doer, by, event);
  event.claims.push_back({Field::type, std::monostate{}, by.sentence, by.voice});
}

}  // namespace sitrep
