#include "events/listed_people.h"

#include <algorithm>
#include <vector>

namespace sitrep {

namespace {

// People of no kind: others that are listed may be among them.
constexpr Key kAtLarge[] = {key("people"),    key("person"),     key("victim"),   key("dead"),
                            key("resident"),  key("passenger"),  key("other"),    key("villager"),
                            key("member"),    key("individual"), key("casualty"), key("local"),
                            key("inhabitant")};
// Words that make of the one a part of the other.
constexpr Key kPart[] = {key("including"), key("include"), key("includes"), key("included"),
                         key("among"),     key("whom"),    key("them"),     key("which"),
                         key("mostly"),    key("total"),   key("all")};

// How many a phrase names: "a policeman" is one.
int64_t number_in(const NounPhrase& phrase) {
  if (phrase.count.best) return phrase.count.low == phrase.count.best ? *phrase.count.best : 0;
  return phrase.count.known() || phrase.plural || !phrase.indefinite ? 0 : 1;
}

bool speaks_of_parts(const Document& document, uint32_t sentence) {
  const Sentence& s = document.sentences[sentence];
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (one_of(document.tokens[i].form, kPart)) return true;
  }
  return false;
}

// The listed of a sentence, each of another sort. Empty: some are of no number or of one sort.
// Those shot are counted elsewhere (hits.h), since some of them may have died.
std::vector<const Fill*> listed_in(const Reading& reading, const Draft& draft, Effect effect,
                                   uint32_t sentence) {
  const auto& tokens = reading.document.tokens;
  std::vector<const Fill*> listed;
  for (const Fill& fill : draft.targets) {
    if (!fill.human || fill.learnt || fill.hit || fill.effect != effect ||
        fill.sentence != sentence)
      continue;
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    const Key sort = tokens[phrase.head].lemma;
    const auto again = [&](const Fill* other) {
      return tokens[reading.mentions.phrases[other->phrase].head].lemma == sort;
    };
    const bool counts = number_in(phrase) > 0 && !phrase.named && !one_of(sort, kAtLarge) &&
                        fill.voice.polarity == Polarity::affirmed;
    if (!counts || std::any_of(listed.begin(), listed.end(), again)) return {};
    listed.push_back(&fill);
  }
  return listed;
}

Toll sum_up(const Reading& reading, const std::vector<const Fill*>& listed, Effect effect) {
  Toll sum{effect,
           {0, 0, 0, {}},
           listed.front()->sentence,
           listed.front()->voice,
           "those listed, added up"};
  for (const Fill* fill : listed) {
    const NounPhrase& phrase = reading.mentions.phrases[fill->phrase];
    const int64_t number = number_in(phrase);
    *sum.quantity.low += number, *sum.quantity.best += number, *sum.quantity.high += number;
    if (!sum.quantity.text.empty()) sum.quantity.text += " and ";
    sum.quantity.text +=
        phrase.count.text.empty() ? reading.document.slice(phrase.tokens) : phrase.count.text;
  }
  return sum;
}

int64_t told(const Draft& draft, Effect effect) {
  int64_t most = 0;
  for (const Toll& toll : draft.tolls) {
    if (toll.effect == effect) most = std::max(most, at_least(toll.quantity));
  }
  return most;
}

bool told_in(const Draft& draft, Effect effect, uint32_t sentence) {
  return std::any_of(draft.tolls.begin(), draft.tolls.end(), [&](const Toll& toll) {
    return toll.effect == effect && toll.sentence == sentence;
  });
}

}  // namespace

std::optional<Toll> sum_of_listed(const Reading& reading, const Draft& draft, Effect effect) {
  constexpr size_t kMost = 48;  // of targets: longer lists are no plain sentences
  if (draft.targets.size() > kMost) return std::nullopt;
  const int64_t most = told(draft, effect);
  for (const Fill& fill : draft.targets) {
    const bool first = fill.human && fill.effect == effect;
    if (!first || speaks_of_parts(reading.document, fill.sentence)) continue;
    const auto listed = listed_in(reading, draft, effect, fill.sentence);
    if (listed.size() < 2) continue;
    // a toll of another sentence may be the whole
    if (most > 0 && !told_in(draft, effect, fill.sentence)) continue;
    Toll sum = sum_up(reading, listed, effect);
    if (*sum.quantity.best > most) return sum;
  }
  return std::nullopt;
}

}  // namespace sitrep
