#include "mentions/entities.h"

#include <algorithm>
#include <iterator>

namespace sitrep {

namespace {

using knowledge::Hit;
using knowledge::Kind;

EntityKind kind_of_actor(PartyKind kind) {
  if (is_armed_group(kind)) return EntityKind::group;
  switch (kind) {
    case PartyKind::state:  // named as its country or capital is
    case PartyKind::civilians:
    case PartyKind::protesters:
    case PartyKind::unknown:
      return EntityKind::none;
    default:
      return EntityKind::organisation;
  }
}

// Aircraft, tanks and ships are weapons in the dictionary of weapons, but vehicles here.
bool carries_people(std::string_view weapon_class) {
  constexpr std::string_view kCarriers[] = {"aircraft", "helicopter", "ship", "tank", "vehicle"};
  return std::find(std::begin(kCarriers), std::end(kCarriers), weapon_class) != std::end(kCarriers);
}

// What the dictionaries say of a phrase; none where they say nothing that is surer than the
// recogniser.
EntityKind kind_of_hit(const knowledge::Lexicon& lexicon, const Hit& hit) {
  switch (hit.kind) {
    case Kind::actor:
      return kind_of_actor(lexicon.actors()[hit.entry].kind);
    case Kind::outlet:
      return EntityKind::organisation;
    case Kind::weapon:
      return carries_people(lexicon.weapons()[hit.entry].weapon_class) ? EntityKind::none
                                                                       : EntityKind::weapon;
    default:
      return EntityKind::none;
  }
}

bool is_name(Kind kind) { return kind == Kind::actor || kind == Kind::outlet; }

// A span and whether it is to be heard where the recogniser found nothing.
struct Known {
  EntitySpan span;
  bool name = false;
};

// What dictionaries and places say, by where it begins.
std::vector<Known> known_spans(const Document& document, const knowledge::Lexicon& lexicon,
                               const Mentions& mentions) {
  std::vector<Known> known;
  const auto add = [&](TokenRange tokens, EntityKind kind, bool name) {
    if (kind == EntityKind::none) return;
    const bool parsed = document.sentences[document.sentence_of(tokens.first)].parsed;
    if (parsed) known.push_back({{tokens, kind}, name});
  };
  for (const Hit& hit : mentions.hits)
    add({hit.first, hit.last}, kind_of_hit(lexicon, hit), is_name(hit.kind));
  for (const PlaceMention& place : mentions.places) {
    if (place.demonym || place.embedded || place.unnamed) continue;
    add(place.tokens, place.facility ? EntityKind::facility : EntityKind::place, true);
  }
  std::stable_sort(known.begin(), known.end(), [](const Known& a, const Known& b) {
    return a.span.tokens.first < b.span.tokens.first;
  });
  return known;
}

std::vector<Known>::const_iterator first_from(const std::vector<Known>& known, uint32_t token) {
  return std::lower_bound(known.begin(), known.end(), token,
                          [](const Known& k, uint32_t t) { return k.span.tokens.first < t; });
}

// Whether another kind than the recogniser's is to be taken. People stay people: "soldiers" are no
// army, whatever the actor that they belong to.
bool outranks(const Known& known, EntityKind found) {
  if (found == EntityKind::people) return false;
  return known.name || found == EntityKind::none || found == EntityKind::place;
}

void put_right(EntitySpan& span, const std::vector<Known>& known) {
  constexpr uint32_t kReach = 8;  // a known name may begin so many words before the span
  const uint32_t from = span.tokens.first - std::min(span.tokens.first, kReach);
  const Known* best = nullptr;
  for (auto k = first_from(known, from); k != known.end(); ++k) {
    if (k->span.tokens.first >= span.tokens.last) break;
    const bool at_head = k->span.tokens.last == span.tokens.last && outranks(*k, span.kind);
    if (at_head && (!best || k->span.tokens.size() > best->span.tokens.size())) best = &*k;
  }
  if (!best) return;
  span.kind = best->span.kind;
  span.tokens.first = std::min(span.tokens.first, best->span.tokens.first);
}

// Appends a span unless it overlaps the last one.
void append(std::vector<EntitySpan>& spans, const EntitySpan& span) {
  if (spans.empty() || spans.back().tokens.last <= span.tokens.first) spans.push_back(span);
}

std::vector<EntitySpan> put_all_right(const Document& document, const std::vector<Known>& known) {
  std::vector<EntitySpan> spans;
  for (const Sentence& sentence : document.sentences) {
    for (EntitySpan span : recognised(document, sentence)) {
      put_right(span, known);
      append(spans, span);
    }
  }
  return spans;
}

bool overlaps_one(const std::vector<EntitySpan>& spans, TokenRange tokens) {
  const auto next =
      std::lower_bound(spans.begin(), spans.end(), tokens.first,
                       [](const EntitySpan& s, uint32_t t) { return s.tokens.last <= t; });
  return next != spans.end() && next->tokens.first < tokens.last;
}

}  // namespace

std::vector<EntitySpan> find_entities(const Document& document, const knowledge::Lexicon& lexicon,
                                      const Mentions& mentions) {
  const std::vector<Known> known = known_spans(document, lexicon, mentions);
  const std::vector<EntitySpan> spans = put_all_right(document, known);
  std::vector<EntitySpan> names;  // that the recogniser missed
  for (const Known& k : known) {
    if (k.name && !overlaps_one(spans, k.span.tokens)) append(names, k.span);
  }
  std::vector<EntitySpan> all;
  std::merge(
      spans.begin(), spans.end(), names.begin(), names.end(), std::back_inserter(all),
      [](const EntitySpan& a, const EntitySpan& b) { return a.tokens.first < b.tokens.first; });
  return all;
}

}  // namespace sitrep
