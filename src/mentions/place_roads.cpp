// Streets that are named without a noun of their own, and would be read as the towns that bear the
// same name: "the 300 block of Monroe", "108th and Ida streets", "25th Street and Broadway".
#include <algorithm>

#include "core/text.h"
#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

using knowledge::PlaceKind;

constexpr uint32_t kLongest = 4;  // words of a street's name

void add_road(Reader& r, TokenRange name) {
  if (name.first >= name.last || (name.size() == 1 && r.is(name.first, kNever))) return;
  Candidate& c = candidate_at(r, name);
  c.sources = kFromFacility;
  c.facility_kind = PlaceKind::road;
}

bool road_noun(const Reader& r, uint32_t i) {
  const knowledge::Landmark* landmark =
      i < r.size() ? r.lexicon.landmark(r.token(i).form) : nullptr;
  return landmark && landmark->kind == PlaceKind::road;
}

// "streets", "avenues": of several roads before them.
bool road_nouns(const Reader& r, uint32_t i) {
  constexpr Key kPlurals[] = {key("streets"), key("avenues"), key("roads"), key("sts"),
                              key("aves"),    key("drives"),  key("lanes"), key("boulevards")};
  for (const Key plural : kPlurals) {
    if (r.token(i).form == plural) return true;
  }
  return false;
}

// "25th", "108th": a street of a grid.
bool numbered(const Reader& r, uint32_t i) {
  const std::string_view word = r.word(i);
  return word.size() > 2 && is_digit(word.front()) && !is_digit(word.back());
}

// The name that begins at a token, up to a street's noun at most.
TokenRange name_from(const Reader& r, uint32_t first) {
  uint32_t last = first;
  while (last < first + kLongest && r.same_sentence(first, last) && r.capital(last)) {
    ++last;
    if (road_noun(r, last - 1) && last - 1 > first) break;
  }
  return {first, last};
}

// "In the 300 block of Monroe".
void add_block(Reader& r, uint32_t i) {
  if (r.token(i).form != key("block") || !r.same_sentence(i, i + 2)) return;
  if (r.token(i + 1).form != key("of")) return;
  add_road(r, name_from(r, i + 2));
}

// "Hickory and Pine Streets", "108th and Ida streets".
void add_pair(Reader& r, uint32_t noun) {
  if (!road_nouns(r, noun) || noun < 3) return;
  const uint32_t last = run_begin(r, noun);
  if (last == noun || last < 2 || !r.same_sentence(last - 2, noun)) return;
  if (r.token(last - 1).form != key("and")) return;
  add_road(r, {last, noun});
  add_road(r, {run_begin(r, last - 1), last - 1});
}

// "At Truman Road", "the corner of 25th Street": a crossing may follow.
bool at_a_street(const Reader& r, uint32_t last) {
  uint32_t first = last;
  while (first > 0 && r.same_sentence(first - 1, last - 1) &&
         (r.capital(first - 1) || numbered(r, first - 1)))
    --first;
  if (first == 0 || !r.same_sentence(first - 1, last - 1)) return false;
  constexpr Key kCues[] = {key("at"), key("near"), key("of"), key("around"), key("by")};
  const Key cue = r.token(first - 1).form;
  return std::find(std::begin(kCues), std::end(kCues), cue) != std::end(kCues);
}

// "25th Street and Broadway", "at Truman Road and Grand": not "the Silk Road and China".
void add_crossing(Reader& r, uint32_t i) {
  if (r.token(i).form != key("and") || i == 0 || !r.same_sentence(i - 1, i + 1)) return;
  const bool road = road_noun(r, i - 1) && r.capital(i - 1) && at_a_street(r, i);
  if (r.capital(i + 1) && (road || numbered(r, i - 1))) add_road(r, name_from(r, i + 1));
}

}  // namespace

void add_roads(Reader& r) {
  for (uint32_t i = 0; i < r.size(); ++i) {
    if (r.caseless[i]) continue;  // no end of a name is to be seen
    add_block(r, i);
    add_pair(r, i);
    add_crossing(r, i);
  }
}

}  // namespace sitrep::placing
