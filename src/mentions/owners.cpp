#include "mentions/owners.h"

#include <algorithm>

#include "mentions/classify.h"

namespace sitrep {

using knowledge::Hit;
using knowledge::Kind;

namespace {

// Who has weapons of his own.
bool acts(const knowledge::Target& people) {
  return people.person && (people.member || people.body || people.armed);
}

}  // namespace

std::optional<Party> owner_within(const Document& document, const knowledge::Lexicon& lexicon,
                                  const Mentions& mentions, const NounPhrase& phrase) {
  // "government helicopters", "a navy gunboat"
  const bool craft = (lexicon.senses(document.tokens[phrase.head].lemma) & knowledge::kCraft) != 0;
  const bool deed = phrase.nature == Nature::event;
  if (!craft && !deed && phrase.nature != Nature::weapon) return std::nullopt;
  const auto hits = mentions.hits_in(phrase.tokens);
  const auto names_it = [&](uint32_t token) {  // by itself, or with its owner: "army helicopter"
    return (craft && token == phrase.head) ||
           std::any_of(hits.begin(), hits.end(), [&](const Hit& hit) {
             return hit.first <= token && token < hit.last &&
                    hit.kind == (deed ? Kind::event_word : Kind::weapon);
           });
  };
  std::optional<Party> owner;
  const auto take = [&](TokenRange words, std::string_view id, PartyKind kind) {
    const Tag last = document.tokens[words.last - 1].tag;
    const bool noun = last == Tag::NOUN || last == Tag::PROPN;  // not "a suspected attack"
    if (words.last > phrase.head || !noun || !names_it(words.last)) return;
    owner = Party{std::string(document.slice(words)), std::string(id), kind, phrase.party.nation};
  };
  constexpr Key kGovernment[] = {key("government"), key("regime"), key("junta")};
  for (uint32_t i = phrase.tokens.first; i < phrase.head; ++i) {
    if (one_of(document.tokens[i].form, kGovernment)) take({i, i + 1}, {}, PartyKind::state);
  }
  for (const Hit& hit : hits) {
    if (hit.kind == Kind::target && acts(lexicon.targets()[hit.entry]))
      take({hit.first, hit.last}, {}, kind_of_people(lexicon.targets()[hit.entry].kind));
  }
  for (const Hit& hit : hits) {
    if (hit.kind != Kind::actor) continue;
    const knowledge::Actor& actor = lexicon.actors()[hit.entry];
    take({hit.first, hit.last}, actor.id, actor.kind);
  }
  return owner;
}

}  // namespace sitrep
