// Places of care, custody, court and home: where victims were taken and suspects are held, which a
// report names beside the place of the event and often more precisely.
#include "mentions/place_reader.h"

namespace sitrep::placing {

namespace {

constexpr uint32_t kWordsBack = 8;   // between a name and the word that says why it is named
constexpr uint32_t kWordsAhead = 2;  // "a Macon area hospital"

// "The emergency room in Kifri"; "Ashland Court" is a street more often than not.
bool says_elsewhere(const Reader& r, uint32_t i) {
  constexpr Key kRooms[] = {key("room"), key("rooms"), key("department"), key("departments")};
  const bool emergency = i > 0 && r.token(i - 1).form == key("emergency");
  if (emergency && one_of(r.token(i).form, kRooms)) return true;
  return r.is(i, kElsewhere) && !(r.capital(i) && r.is(i, kLandmark));
}

// "Mercy Hospital", "the Adams County jail", "a Macon area hospital".
bool named_so(const Reader& r, const PlaceMention& mention) {
  const TokenRange name = mention.tokens;
  for (uint32_t i = name.first; i < name.last; ++i) {
    if (says_elsewhere(r, i)) return true;
  }
  for (uint32_t i = name.last; i < name.last + kWordsAhead && r.same_sentence(name.first, i); ++i) {
    if (says_elsewhere(r, i)) return r.token(i).tag != Tag::VERB;
    const Tag tag = r.token(i).tag;
    if (tag != Tag::NOUN && tag != Tag::PROPN && tag != Tag::ADJ && !r.possessive(i)) return false;
  }
  return false;
}

// Between the name and the word that it hangs on: articles, prepositions, other parts of the name.
bool passes(const Reader& r, uint32_t i) {
  switch (r.token(i).tag) {
    case Tag::ADP:
    case Tag::DET:
    case Tag::ADJ:
    case Tag::ADV:
    case Tag::NUM:
    case Tag::PROPN:
      return true;
    case Tag::VERB:
      return false;
    default:
      return r.is(i, kFiller | kAreaNoun | kInside | kToward | kOf) || r.joiner(i) ||
             (r.capital(i) && !r.caseless[i]);
  }
}

// "Taken to the hospital in Oakland", "airlifted to Macon", "who lives in Perry".
bool hangs_so(const Reader& r, const PlaceMention& mention) {
  const uint32_t name = mention.tokens.first;
  for (uint32_t i = name; i-- > 0 && name - i <= kWordsBack && r.same_sentence(i, name);) {
    if (says_elsewhere(r, i)) return true;
    if (!passes(r, i)) return false;
  }
  return false;
}

// Where the names before a name begin that it lies round: "Cibolo" of "Cibolo, Texas".
uint32_t first_of_address(const Reader& r, uint32_t name) {
  constexpr uint32_t kMost = 4;  // words of the smaller place
  if (name < 2 || !r.comma(name - 1) || !r.same_sentence(name - 2, name)) return name;
  uint32_t first = name - 1;
  while (first > 0 && name - first <= kMost && r.same_sentence(first - 1, name) &&
         r.capital(first - 1) && r.token(first - 1).tag == Tag::PROPN)
    --first;
  return first;
}

// "Orlando Hunt of Beaumont", "the 34-year-old, of Peoria", "Hunt, 24, from Beaumont".
bool home_of_somebody(const Reader& r, const PlaceMention& mention) {
  constexpr Key kWhence[] = {key("of"), key("from")};
  const uint32_t name = first_of_address(r, mention.tokens.first);
  const int64_t of = r.before(name);
  if (of < 1 || !one_of(r.token(static_cast<uint32_t>(of)).form, kWhence)) return false;
  const int64_t before = r.before(static_cast<uint32_t>(of));
  if (before < 0) return false;
  auto at = static_cast<uint32_t>(before);
  const bool apart = r.comma(at) && at > 0 && r.same_sentence(at - 1, name);
  if (apart) --at;
  const bool age = apart && r.token(at).tag == Tag::NUM && at > 0 && r.comma(at - 1);
  const bool old = r.word(at).ends_with("-old") || r.token(at).form == key("old");
  return age || old || (r.token(at).entity == EntityKind::person && r.capital(at));
}

}  // namespace

void mark_elsewhere(Reader& r) {
  for (PlaceMention& mention : r.mentions.places) {
    if (mention.demonym) continue;
    mention.elsewhere = named_so(r, mention) || hangs_so(r, mention);
    mention.home = home_of_somebody(r, mention);
  }
}

}  // namespace sitrep::placing
