#include "language/abbreviations.h"

#include <algorithm>
#include <array>

#include "core/text.h"

namespace sitrep {

namespace {

constexpr auto kTitles = std::to_array<std::string_view>(
    {"adm", "amb",   "asst", "atty", "brig", "capt",   "cardinal", "cllr", "cmdr", "cmdt",
     "col", "comdt", "cpl",  "cpt",  "dr",   "ens",    "fr",       "ft",   "gen",  "gov",
     "hon", "insp",  "lt",   "ltc",  "maj",  "messrs", "mr",       "mrs",  "ms",   "msgr",
     "mt",  "pfc",   "pres", "prof", "pvt",  "rep",    "reps",     "rev",  "sen",  "sens",
     "sgt", "spc",   "sr",   "ssgt", "st",   "ste",    "supt",     "v",    "vs"});

constexpr auto kNumbers = std::to_array<std::string_view>(
    {"art", "ch", "chap", "fig", "lat", "long", "no", "nos", "nr", "p", "par", "pp", "sec", "vol"});

constexpr auto kMonths = std::to_array<std::string_view>(
    {"apr", "aug", "dec", "feb",  "fri", "jan", "jul",  "jun",   "mar", "mon",  "nov",
     "oct", "sat", "sep", "sept", "sun", "thu", "thur", "thurs", "tue", "tues", "wed"});

constexpr auto kPlain = std::to_array<std::string_view>(
    {"al",   "approx", "assn", "ave",  "bldg", "blvd", "bn",   "bros", "calif", "cf",   "co",
     "conn", "corp",   "dept", "det",  "dist", "div",  "e.g",  "est",  "etc",   "ext",  "fla",
     "gmbh", "govt",   "hrs",  "hwy",  "i.e",  "inc",  "incl", "intl", "jr",    "km",   "lb",
     "lbs",  "ltd",    "mfg",  "misc", "natl", "oz",   "penn", "ph.d", "pop",   "prov", "rd",
     "reg",  "regt",   "ret",  "sq",   "tel",  "tenn", "univ", "viz",  "yrs"});

constexpr auto kBehindNames = std::to_array<std::string_view>({"ft", "mt", "sr", "st"});

constexpr auto kLettered = std::to_array<std::string_view>(
    {"annex",   "block",   "building", "camp",     "category", "cell",   "class",     "clause",
     "company", "gate",    "grade",    "group",    "hall",     "hangar", "hepatitis", "paragraph",
     "phase",   "plan",    "point",    "schedule", "section",  "sector", "terminal",  "type",
     "unit",    "vitamin", "ward",     "wing",     "zone"});

constexpr auto kBehindClock = std::to_array<std::string_view>(
    {"april",    "august",   "central", "december", "eastern",  "february",  "friday",
     "january",  "july",     "june",    "local",    "march",    "may",       "monday",
     "mountain", "november", "october", "pacific",  "saturday", "september", "sunday",
     "thursday", "time",     "tuesday", "wednesday"});

constexpr auto kUnits =
    std::to_array<std::string_view>({"hrs", "kg", "km", "lb", "lbs", "oz", "yrs"});

constexpr auto kSaying = std::to_array<std::string_view>(
    {"added", "asked", "cried", "demanded", "exclaimed", "inquired", "replied", "said", "says",
     "shouted", "tweeted", "wondered", "wrote", "yelled"});

constexpr auto kStarters = std::to_array<std::string_view>(
    {"a",     "about",   "according", "after",     "all",  "also",      "although", "an",
     "and",   "another", "as",        "asked",     "at",   "because",   "before",   "but",
     "by",    "despite", "during",    "earlier",   "even", "for",       "four",     "from",
     "he",    "her",     "his",       "however",   "i",    "if",        "in",       "instead",
     "it",    "its",     "last",      "later",     "many", "meanwhile", "more",     "most",
     "no",    "not",     "nobody",    "now",       "on",   "one",       "other",    "our",
     "over",  "several", "she",       "since",     "so",   "some",      "such",     "that",
     "the",   "their",   "there",     "these",     "they", "this",      "those",    "three",
     "today", "two",     "under",     "until",     "we",   "what",      "when",     "while",
     "who",   "with",    "witnesses", "yesterday", "you"});

bool sorted_has(const auto& table, std::string_view word) {
  return std::binary_search(table.begin(), table.end(), word);
}

static_assert(std::is_sorted(kTitles.begin(), kTitles.end()));
static_assert(std::is_sorted(kNumbers.begin(), kNumbers.end()));
static_assert(std::is_sorted(kMonths.begin(), kMonths.end()));
static_assert(std::is_sorted(kPlain.begin(), kPlain.end()));
static_assert(std::is_sorted(kBehindNames.begin(), kBehindNames.end()));
static_assert(std::is_sorted(kLettered.begin(), kLettered.end()));
static_assert(std::is_sorted(kBehindClock.begin(), kBehindClock.end()));
static_assert(std::is_sorted(kUnits.begin(), kUnits.end()));
static_assert(std::is_sorted(kSaying.begin(), kSaying.end()));

// A small lower-case copy, without allocation.
class Lower {
 public:
  explicit Lower(std::string_view word) : size_(std::min(word.size(), sizeof(buffer_))) {
    std::transform(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(size_), buffer_,
                   to_lower);
  }
  std::string_view view() const { return {buffer_, size_}; }

 private:
  char buffer_[16];
  size_t size_;
};

}  // namespace

Abbreviation abbreviation(std::string_view word) {
  if (word.empty() || word.size() > 8) return Abbreviation::none;
  const Lower lower(word);
  if (sorted_has(kTitles, lower.view())) return Abbreviation::title;
  if (sorted_has(kPlain, lower.view())) return Abbreviation::plain;
  if (sorted_has(kMonths, lower.view())) return Abbreviation::month;
  if (sorted_has(kNumbers, lower.view())) return Abbreviation::number;
  return Abbreviation::none;
}

bool stands_behind_names(std::string_view word) {
  return sorted_has(kBehindNames, Lower(word).view());
}

bool counts_by_letters(std::string_view word) { return sorted_has(kLettered, Lower(word).view()); }

bool follows_clock(std::string_view word) { return sorted_has(kBehindClock, Lower(word).view()); }

bool is_unit(std::string_view word) { return sorted_has(kUnits, Lower(word).view()); }

bool ends_quotations(std::string_view word) { return sorted_has(kSaying, word); }

bool is_starter(std::string_view word) {
  if (word.empty() || word.size() > 10) return false;
  const Lower lower(word);
  return std::find(kStarters.begin(), kStarters.end(), lower.view()) != kStarters.end();
}

}  // namespace sitrep
