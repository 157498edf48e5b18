#include "events/hits.h"

#include <algorithm>

#include "core/reasons.h"
#include "events/roles.h"

namespace sitrep {

namespace {

int64_t number_of(const Toll& toll) { return toll.quantity.best.value_or(0); }

bool tells(const Toll& toll, Effect effect) {
  return toll.effect == effect && toll.quantity.known() &&
         toll.voice.polarity == Polarity::affirmed;
}

int64_t killed_in(const Draft& event) {
  const bool others_hit =
      std::ranges::any_of(event.hits, [](const Toll& hit) { return hit.why != kDidToHimself; });
  int64_t most = 0;
  for (const Toll& toll : event.tolls) {
    // "shot two women and turned the gun on himself": he is none of those who were shot
    const bool own = others_hit && toll.why == kDidToHimself;
    if (tells(toll, Effect::killed) && !own) most = std::max(most, number_of(toll));
  }
  return most;
}

const Toll* largest_hit(const Draft& event) {
  const auto most =
      std::max_element(event.hits.begin(), event.hits.end(),
                       [](const Toll& a, const Toll& b) { return number_of(a) < number_of(b); });
  return most == event.hits.end() ? nullptr : &*most;
}

bool is_dead(const Draft& event, uint32_t phrase) {
  return std::any_of(event.targets.begin(), event.targets.end(), [&](const Fill& fill) {
    return fill.phrase == phrase && fill.effect == Effect::killed && !fill.learnt;
  });
}

// "Gunmen killed three guards and shot the driver": the dead are others than who was shot.
bool others_died(const Reading& reading, const Draft& event) {
  for (const Fill& hit : event.targets) {
    if (!hit.hit || is_dead(event, hit.phrase)) continue;
    for (const Fill& fill : event.targets) {
      const bool other = fill.effect == Effect::killed && !fill.hit && !fill.learnt &&
                         fill.sentence == hit.sentence &&
                         !reading.mentions.phrases[fill.phrase].definite;
      if (other) return true;
    }
  }
  return false;
}

// "Died of a self-inflicted gunshot wound".
bool by_own_hand(const Document& document, uint32_t sentence) {
  const Sentence& s = document.sentences[sentence];
  for (uint32_t i = s.first; i + 2 < s.last; ++i) {
    if (document.tokens[i].form == key("self") && document.tokens[i + 2].form == key("inflicted"))
      return true;
  }
  return false;
}

// "The gunman was shot dead", "turned the gun on himself".
bool own_end(const Reading& reading, const Fill& fill) {
  if (!fill.human || fill.effect != Effect::killed) return false;
  const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
  const bool doer =
      phrase.definite && !phrase.plural &&
      (reading.lexicon.senses(reading.document.tokens[phrase.head].lemma) & knowledge::kDoer);
  return doer || fill.to_self || (!phrase.plural && by_own_hand(reading.document, fill.sentence));
}

}  // namespace

void count_own_end(const Reading& reading, Draft& event) {
  const auto own =
      std::ranges::find_if(event.targets, [&](const Fill& fill) { return own_end(reading, fill); });
  if (own == event.targets.end()) return;
  const Toll* most = nullptr;
  for (const Toll& toll : event.tolls) {
    const bool others =
        tells(toll, Effect::killed) && toll.inflicted &&
        toll.quantity.text != reading.document.slice(reading.mentions.phrases[own->phrase].tokens);
    if (others && (!most || number_of(toll) > number_of(*most))) most = &toll;
  }
  if (!most || !most->quantity.best) return;
  Toll sum = *most;
  for (auto* number : {&sum.quantity.low, &sum.quantity.best, &sum.quantity.high}) {
    if (*number) ++**number;
  }
  sum.sentence = own->sentence;
  sum.why = "those killed, and who killed them";
  event.tolls.push_back(std::move(sum));
}

void settle_hits(const Reading& reading, Draft& event) {
  const Toll* hit = largest_hit(event);
  const int64_t shot = hit ? number_of(*hit) : 0, killed = killed_in(event);
  const bool apart = shot <= killed && others_died(reading, event);
  const int64_t wounded = apart ? shot : shot - killed;
  const bool all_died = killed > 0 && wounded <= 0 && !apart;
  for (Fill& fill : event.targets) {
    if (fill.hit && fill.effect == Effect::unknown)
      fill.effect = all_died || is_dead(event, fill.phrase) ? Effect::killed : Effect::wounded;
  }
  // "Four were shot; one woman was hurt": of one of them it says no more
  const bool told = std::ranges::any_of(event.tolls, [&](const Toll& toll) {
    return tells(toll, Effect::wounded) && (number_of(toll) != 1 || wounded <= 1);
  });
  if (told || wounded <= 0 || hit->voice.polarity != Polarity::affirmed) return;
  Toll toll = *hit;
  toll.quantity = {wounded, wounded, wounded, hit->quantity.text};
  toll.why = std::string(kShotAlone) + ", " + hit->why;
  event.tolls.push_back(std::move(toll));
}

}  // namespace sitrep
