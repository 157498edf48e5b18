// How places hang together: "X, Anbar, Iraq".
#include <algorithm>

#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

using knowledge::Kind;

constexpr uint32_t kReach = 7;  // tokens between two linked names

// 3: country, 2: division, 1: place; by what dictionaries say of the name.
int level_of(Reader& r, const PlaceMention& mention) {
  int level = 1;
  for (const Sense& sense : r.names.find(r.document, mention.tokens, false)) {
    if (sense.kind == Kind::country) level = std::max(level, 3);
    if (sense.kind == Kind::division) level = std::max(level, 2);
  }
  return level;
}

struct Gap {
  bool comma = false;
  bool in = false;
  bool possessive = false;
  bool area = false;  // "district of", "island of"
  bool other = false;
};

// The words between two names.
Gap gap_between(const Reader& r, uint32_t first, uint32_t last) {
  Gap gap;
  for (uint32_t i = first; i < last; ++i) {
    const Key form = r.token(i).form;
    gap.area |= r.is(i, kAreaNoun);
    if (r.comma(i) || r.word(i) == "(")
      gap.comma = true;
    else if (r.possessive(i))
      gap.possessive = true;
    else if (form == key("in") || form == key("of"))
      gap.in = true;
    else if (r.token(i).tag == Tag::ADJ)  // "in the industrial district of"
      continue;
    else if (!r.is(i, kCompass | kFiller | kAreaNoun | kFacility | kFacilityPart) && !r.joiner(i) &&
             !(r.token(i).shape & kQuote)) {
      gap.other = true;
    }
  }
  return gap;
}

// Has a record of the inner name the outer's name as its division or country?
bool known_inside(Reader& r, const PlaceMention& inner, const PlaceMention& outer) {
  const Key area = area_key(r.lexicon, r.document.slice(outer.tokens));
  std::vector<Sense> around;
  for (const Sense& sense : r.names.find(r.document, outer.tokens, false)) around.push_back(sense);
  for (const Sense& sense : r.names.find(r.document, inner.tokens, false)) {
    if (!sense.gazetteer) continue;
    const auto& row = r.gazetteer.row(sense.entry);
    const std::string_view country(row.country, 2);
    if (area_key(r.lexicon, r.gazetteer.admin1(row)) == area) return true;
    for (const Sense& o : around) {
      if (o.kind == Kind::country && r.lexicon.countries()[o.entry].code == country) return true;
      if (o.kind != Kind::division) continue;
      const auto& division = r.lexicon.divisions()[o.entry];
      if (division.country == country &&
          area_key(r.lexicon, division.name) == area_key(r.lexicon, r.gazetteer.admin1(row)))
        return true;
    }
  }
  return false;
}

void link_pair(Reader& r, uint32_t inner, uint32_t outer, const std::vector<int>& levels) {
  auto& places = r.mentions.places;
  const PlaceMention& a = places[inner];
  const PlaceMention& b = places[outer];
  if (!r.same_sentence(a.tokens.first, b.tokens.first) || b.tokens.first - a.tokens.last > kReach)
    return;
  const Gap gap = gap_between(r, a.tokens.last, b.tokens.first);
  if (gap.other || b.demonym) return;
  if (gap.possessive) {  // "Iraq's western Anbar province"
    if (levels[inner] > levels[outer]) places[outer].part_of = inner;
    return;
  }
  bool larger = levels[outer] > levels[inner] ||
                (levels[inner] == levels[outer] && gap.in && (!gap.comma || gap.area));
  if (!larger && gap.comma && !gap.in && levels[outer] > 1) larger = known_inside(r, a, b);
  if ((gap.comma || gap.in) && larger && !a.demonym) places[inner].part_of = outer;
  const Key next = r.token(a.tokens.last).form;
  const bool people = next == key("of") || next == key("in");  // "the Kurds of Mosul"
  const bool demonym = a.demonym && !people && b.tokens.first - a.tokens.last <= 4 && !gap.comma;
  if (demonym && levels[outer] < 3) places[outer].part_of = inner;  // "the Iraqi city of Mosul"
}

void link_parts(Reader& r, const std::vector<int>& levels) {
  auto& places = r.mentions.places;
  for (uint32_t i = 0; i + 1 < places.size(); ++i) link_pair(r, i, i + 1, levels);
  for (uint32_t i = 0; i + 2 < places.size(); ++i) {  // "X in Mozambique's Cabo Delgado province"
    const bool within = places[i].part_of == i + 1 && places[i + 2].part_of == i + 1;
    if (within && r.possessive(places[i + 1].tokens.last)) places[i].part_of = i + 2;
  }
  for (uint32_t i = 0; i + 2 < places.size();
       ++i) {  // "the Iraqi city of Mosul" skips nothing; "X, Y and Z, Iraq" does
    const bool both =
        places[i + 1].part_of == i + 2 && !places[i].part_of && levels[i] == levels[i + 1];
    const bool joined = places[i + 1].tokens.first - places[i].tokens.last == 1 &&
                        r.token(places[i].tokens.last).form == key("and");
    if (both && joined) places[i].part_of = places[i + 1].part_of;
  }
}

}  // namespace

void link_places(Reader& r) {
  std::vector<int> levels;
  levels.reserve(r.mentions.places.size());
  for (const PlaceMention& mention : r.mentions.places) levels.push_back(level_of(r, mention));
  link_parts(r, levels);
  relate_places(r, levels);
}

}  // namespace sitrep::placing
