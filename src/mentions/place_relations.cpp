// Places told by others: "20 km north of X", "between X and Y", "X, 20 km north of Y".
#include <algorithm>
#include <charconv>
#include <optional>

#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

using knowledge::Hit;
using knowledge::Kind;

constexpr double kKmOfMile = 1.609;
constexpr uint32_t kLongestWay = 16;  // tokens from a place to the one that it is found by

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

struct Side {
  std::string_view name;
  Key word, first, second;  // "northeast", or "north" and "east" around a hyphen
};

constexpr Side kSides[] = {
    {"north of", key("north"), kNoKey, kNoKey},
    {"south of", key("south"), kNoKey, kNoKey},
    {"east of", key("east"), kNoKey, kNoKey},
    {"west of", key("west"), kNoKey, kNoKey},
    {"northeast of", key("northeast"), key("north"), key("east")},
    {"northwest of", key("northwest"), key("north"), key("west")},
    {"southeast of", key("southeast"), key("south"), key("east")},
    {"southwest of", key("southwest"), key("south"), key("west")},
};

// "North of", "north-east of" before and with the "of" at token `of`.
std::optional<Relation> side_before(const Reader& r, uint32_t of) {
  const Key last = r.token(of - 1).form;
  const bool hyphened = of >= 3 && r.joiner(of - 2);
  for (const Side& side : kSides) {
    if (hyphened && last == side.second && r.token(of - 3).form == side.first)
      return Relation{side.name, of - 3};
  }
  for (const Side& side : kSides) {
    if (last == side.word) return Relation{side.name, of - 1};
  }
  return std::nullopt;
}

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
    if (const auto side = side_before(r, i)) return *side;
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

// "Soacha, 15 km south of", "Sarmin, a small town near", "Rann, which lies some 170 km from".
bool is_of_a_way(const Reader& r, uint32_t i) {
  constexpr Key kWords[] = {key("a"),
                            key("an"),
                            key("about"),
                            key("some"),
                            key("around"),
                            key("just"),
                            key("roughly"),
                            key("nearly"),
                            key("almost"),
                            key("over"),
                            key("approximately"),
                            key("located"),
                            key("situated"),
                            key("lying"),
                            key("lies"),
                            key("which"),
                            key("that"),
                            key("is"),
                            key("was"),
                            key("to"),
                            key("away"),
                            key("far"),
                            key("not"),
                            key("more"),
                            key("than"),
                            key("less"),
                            key("few"),
                            key("near"),
                            key("outside"),
                            key("off"),
                            key("of"),
                            key("from"),
                            key("close"),
                            key("next"),
                            key("outskirts"),
                            key("edge"),
                            key("coast"),
                            key("shore"),
                            key("vicinity"),
                            key("on"),
                            key("in")};
  const std::string_view word = r.word(i);
  return r.comma(i) || word == "(" || word == ")" || r.joiner(i) ||
         r.is(i, kUnit | kFiller | kCompass | kSettlement) || r.token(i).tag == Tag::ADJ ||
         r.token(i).tag == Tag::NUM ||
         std::ranges::find(kWords, r.token(i).form) != std::end(kWords);
}

bool only_a_way(const Reader& r, uint32_t first, uint32_t last) {
  if (last < first || last - first > kLongestWay) return false;
  for (uint32_t i = first; i < last; ++i) {
    if (!is_of_a_way(r, i)) return false;
  }
  return true;
}

// The place right before mention `i` that could be found by it: of "Soacha, Cundinamarca, 15 km
// south of" the town, not what it lies in.
std::optional<uint32_t> place_before(const std::vector<PlaceMention>& places, uint32_t i) {
  if (i == 0) return std::nullopt;
  const bool outer = i > 1 && places[i - 2].part_of == i - 1;
  return outer ? i - 2 : i - 1;
}

// "Near" and the like say no more than a town's name does, but more than a province's.
bool is_way_to(const Reader& r, const PlaceMention& from, const PlaceMention& place, int level) {
  if (place.demonym || from.demonym || from.facility || from.relation.empty() ||
      from.relation == "between" || !place.relation.empty())
    return false;
  const bool measured = from.distance_km > 0 || from.relation.ends_with(" of");
  return measured ? !r.is(place.tokens.last, kAreaNoun) && level < 3 : level == 1;
}

}  // namespace

void relate_places(Reader& r, const std::vector<int>& levels) {
  auto& places = r.mentions.places;
  for (PlaceMention& mention : places) relate(r, mention);
  for (size_t i = 0; i + 1 < places.size(); ++i) relate_between(r, places[i], places[i + 1]);
  for (uint32_t i = 1; i < places.size(); ++i) {
    const auto before = place_before(places, i);
    if (!before || !r.same_sentence(places[*before].tokens.first, places[i].tokens.first)) continue;
    const uint32_t from = places[i - 1].tokens.last, to = places[i].tokens.first;
    if (is_way_to(r, places[i], places[*before], levels[*before]) && only_a_way(r, from, to))
      places[i].locates = before;
  }
}

}  // namespace sitrep::placing
