// How places hang together: "X, Anbar, Iraq", "20 km north of X", "between X and Y".
#include <algorithm>
#include <charconv>

#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

using knowledge::Hit;
using knowledge::Kind;

constexpr uint32_t kReach = 7;  // tokens between two linked names
constexpr double kKmOfMile = 1.609;

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

void link_pair(Reader& r, uint32_t inner, uint32_t outer, std::vector<int>& levels) {
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

void link_parts(Reader& r) {
  auto& places = r.mentions.places;
  std::vector<int> levels;
  levels.reserve(places.size());
  for (const PlaceMention& mention : places) levels.push_back(level_of(r, mention));
  for (uint32_t i = 0; i + 1 < places.size(); ++i) link_pair(r, i, i + 1, levels);
  for (uint32_t i = 0; i + 2 < places.size();
       ++i) {  // "the Iraqi city of Mosul" skips nothing; "X, Y and Z, Iraq" does
    const bool both =
        places[i + 1].part_of == i + 2 && !places[i].part_of && levels[i] == levels[i + 1];
    const bool joined = places[i + 1].tokens.first - places[i].tokens.last == 1 &&
                        r.token(places[i].tokens.last).form == key("and");
    if (both && joined) places[i].part_of = places[i + 1].part_of;
  }
}

double number_at(const Reader& r, uint32_t i) {
  const std::string_view word = r.word(i);
  double value = 0;
  if (r.token(i).shape & kNumeric) {
    std::from_chars(word.data(), word.data() + word.size(), value);
    return value;
  }
  for (const Hit& hit : r.mentions.hits) {
    if (hit.kind != Kind::number || hit.last != i + 1) continue;
    const Quantity& q = r.lexicon.numbers()[hit.entry].quantity;
    if (q.best) return static_cast<double>(*q.best);
  }
  return 0;
}

// The last word before the name that is no article, compass word or noun such as "city".
uint32_t relation_word(const Reader& r, uint32_t name) {
  uint32_t i = name;
  const uint32_t first = r.document.sentences[r.sentence[name]].first;
  while (i > first) {
    const uint32_t previous = i - 1;
    const bool city_of = r.is(previous, kOf) && previous > first && r.is(previous - 1, kFiller) &&
                         !r.is(previous - 1, kCompass);
    if (city_of)
      i -= 2;
    else if (r.is(previous, kFiller) || (r.is(previous, kCompass) && !r.is(previous, kOf)) ||
             (r.token(previous).shape & kQuote)) {
      --i;
    } else {
      break;
    }
  }
  return i;
}

struct Relation {
  std::string_view name;
  uint32_t first = 0;  // its first token
};

// "near", "outside", "off", "on the outskirts of", "north of", "from" (with a distance).
Relation read_relation(const Reader& r, uint32_t at) {
  const uint32_t i = at - 1;
  const Key form = r.token(i).form;
  if (form == key("to") && i > 0 &&
      (r.token(i - 1).form == key("close") || r.token(i - 1).form == key("next"))) {
    return {"near", i - 1};
  }
  if (form == key("near") || form == key("around")) return {"near", i};
  if (form == key("outside")) return {"outside", i};
  if (form == key("off")) return {"off", i};
  if (form != key("of") && form != key("from")) return {};
  const Key before = i > 0 ? r.token(i - 1).form : kNoKey;
  if (i > 0 && form == key("of")) {
    if (before == key("outskirts") || before == key("edge")) return {"outside", i - 1};
    if (before == key("coast") || before == key("shore")) return {"off", i - 1};
    if (before == key("vicinity")) return {"near", i - 1};
    if (before == key("outside")) return {"outside", i - 1};
    for (const std::string_view side :
         {"north of", "south of", "east of", "west of", "northeast of", "northwest of",
          "southeast of", "southwest of"}) {
      if (before == key(side.substr(0, side.find(' ')))) return {side, i - 1};
    }
  }
  return {"from", i};
}

// "20 km" or "twelve miles (19 km)" that ends before token `at`.
double distance_before(const Reader& r, uint32_t at) {
  const uint32_t first = r.document.sentences[r.sentence[at]].first;
  uint32_t i = at;
  if (i > first && r.word(i - 1) == ")") --i;
  while (i > first && (r.is(i - 1, kFiller) || r.token(i - 1).form == key("to") ||
                       r.token(i - 1).form == key("away"))) {
    --i;
  }
  if (i < first + 2 || !r.is(i - 1, kUnit)) return 0;
  uint32_t number = i - 2;
  if (r.joiner(number) && number > first) --number;
  return number_at(r, number) * (r.is(i - 1, kMile) ? kKmOfMile : 1.0);
}

}  // namespace

void relate(const Reader& r, PlaceMention& mention) {
  if (mention.demonym) return;
  const uint32_t first = r.document.sentences[r.sentence[mention.tokens.first]].first;
  const uint32_t at = relation_word(r, mention.tokens.first);
  if (at == first) return;
  // "north of" loses its "north" to compass words when "the" stands between; look at the plain
  // position, too.
  Relation relation = read_relation(r, at);
  if (relation.name.empty() && r.is(mention.tokens.first - 1, kOf))
    relation = read_relation(r, mention.tokens.first);
  if (relation.name.empty()) return;
  mention.distance_km = distance_before(r, relation.first);
  if (relation.name != "from" || mention.distance_km > 0) mention.relation = relation.name;
}

namespace {

void relate_between(const Reader& r, PlaceMention& a, PlaceMention& b) {
  if (a.demonym || b.demonym || b.tokens.first - a.tokens.last > 3) return;
  bool joined = false;
  for (uint32_t i = a.tokens.last; i < b.tokens.first; ++i) joined |= r.token(i).form == key("and");
  const uint32_t at = relation_word(r, a.tokens.first);
  if (!joined || at == 0 || r.token(at - 1).form != key("between")) return;
  if (!r.same_sentence(at - 1, b.tokens.first)) return;
  a.relation = b.relation = "between";
}

}  // namespace

void link_places(Reader& r) {
  auto& places = r.mentions.places;
  link_parts(r);
  for (PlaceMention& mention : places) relate(r, mention);
  for (size_t i = 0; i + 1 < places.size(); ++i) relate_between(r, places[i], places[i + 1]);
}

}  // namespace sitrep::placing
