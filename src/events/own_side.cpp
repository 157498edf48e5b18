#include "events/own_side.h"

#include <algorithm>

#include "events/doers.h"

namespace sitrep {

namespace {

constexpr Key kOwning[] = {key("its"), key("their"), key("our"), key("my")};

// "Its fighters", "our men", "their unit": not "their neighbours".
bool fights(const Document& document, const NounPhrase& phrase) {
  constexpr Key kMen[] = {key("man"), key("member"), key("people"), key("youth"), key("boy")};
  return phrase.armed || phrase.body || one_of(document.tokens[phrase.head].lemma, kMen);
}

// "Rebel spokesman Ian Banda", "the Front's commander".
bool of_fighters(const Reading& reading, uint32_t speaker) {
  const NounPhrase& side = reading.mentions.phrases[spoken_for(reading, speaker)];
  if (is_armed_group(side.party.kind)) return true;
  const TokenRange words = reading.mentions.phrases[speaker].tokens;
  return std::any_of(reading.mentions.hits.begin(), reading.mentions.hits.end(),
                     [&](const knowledge::Hit& hit) {
                       return hit.kind == knowledge::Kind::target && words.contains(hit.first) &&
                              reading.lexicon.targets()[hit.entry].kind == "fighter";
                     });
}

// "The group's fighters", of whoever speaks for fighters.
bool of_the_group(const Reading& reading, const NounPhrase& phrase) {
  constexpr Key kGroups[] = {key("group"),        key("movement"), key("organisation"),
                             key("organization"), key("faction"),  key("militia")};
  if (!phrase.possessor) return false;
  const NounPhrase& owner = reading.mentions.phrases[*phrase.possessor];
  return owner.definite && !owner.named &&
         one_of(reading.document.tokens[owner.head].lemma, kGroups);
}

bool is_own(const Reading& reading, uint32_t index, uint32_t speaker) {
  const NounPhrase& phrase = reading.mentions.phrases[index];
  if (!fights(reading.document, phrase)) return false;
  if (of_the_group(reading, phrase)) return of_fighters(reading, speaker);
  if (!begins_with_own(reading.document, phrase)) return false;
  const Key own = reading.document.tokens[phrase.tokens.first].form;
  const bool first_person = own == key("our") || own == key("my");
  return first_person || may_act(reading.mentions.phrases[spoken_for(reading, speaker)]);
}

bool holds(const Draft& draft, uint32_t phrase) {
  return std::any_of(draft.perpetrators.begin(), draft.perpetrators.end(),
                     [&](const Fill& fill) { return fill.phrase == phrase && !fill.learnt; });
}

// "Our fighters ambushed a patrol", in a report of their own.
void claim_as_publisher(const Reading& reading, Draft& draft) {
  constexpr Key kOurs[] = {key("our"), key("my")};
  for (Fill& fill : draft.perpetrators) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    const bool ours = one_of(reading.document.tokens[phrase.tokens.first].form, kOurs);
    if (!ours || !fights(reading.document, phrase)) continue;
    if (fill.voice.polarity != Polarity::affirmed || fill.voice.certainty != Certainty::stated)
      continue;
    fill.voice.certainty = Certainty::claimed;
    fill.own_word = true;
  }
}

}  // namespace

bool begins_with_own(const Document& document, const NounPhrase& phrase) {
  return one_of(document.tokens[phrase.tokens.first].form, kOwning);
}

void claim_own_deeds(const Reading& reading, Draft& draft) {
  const auto speaker = draft.tellings.back().voice.speaker;
  if (!speaker) return claim_as_publisher(reading, draft);
  std::optional<Fill> own;
  for (Fill& fill : draft.perpetrators) {
    if (!is_own(reading, fill.phrase, *speaker)) continue;
    const bool told = fill.voice.polarity == Polarity::affirmed;
    if (told && fill.voice.certainty == Certainty::stated)
      fill.voice.certainty = Certainty::claimed;
    fill.own_word = true;
    own = fill;
  }
  if (!own) return;
  const uint32_t side = spoken_for(reading, *speaker);
  const Party& party = reading.mentions.phrases[side].party;
  const bool acts = is_armed_group(party.kind) || party.kind == PartyKind::state_forces ||
                    party.kind == PartyKind::state;
  if (!acts || holds(draft, side)) return;
  std::erase_if(draft.perpetrators, [&](const Fill& fill) { return fill.phrase == side; });
  own->phrase = side;
  own->count = {};
  own->why = "whose own fighters did it";
  own->sure = true;
  draft.perpetrators.push_back(std::move(*own));
}

}  // namespace sitrep
