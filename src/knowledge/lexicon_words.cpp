// The dictionaries that are plain lists of words and names.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text.h"
#include "knowledge/cells.h"
#include "knowledge/lexicon_builder.h"

namespace sitrep::knowledge {

namespace {

struct NamedUse {
  std::string_view name;
  PlaceUse use;
};

constexpr NamedUse kUses[] = {
    {"inside", kInside},
    {"toward", kToward},
    {"nearby", kNearby},
    {"of", kOf},
    {"backed_by", kBackedBy},
    {"kilometre", kKilometre},
    {"mile", kMile},
    {"filler", kFiller},
    {"compass", kCompass},
    {"area_noun", kAreaNoun},
    {"division_noun", kDivisionNoun},
    {"settlement", kSettlement},
    {"landmark", kLandmark},
    {"organisation", kOrganisation},
    {"facility_part", kFacilityPart},
    {"religion", kReligion},
    {"title", kTitle},
    {"prefix", kPrefix},
    {"connector", kConnector},
    {"never", kNever},
    {"elsewhere", kElsewhere},
    {"masthead", kMasthead},
};

}  // namespace

// The tables of single words share one: a reader of places asks once a word.
std::string LexiconBuilder::use_word(std::string_view word, uint32_t use) {
  if (word.empty()) return "a word is needed";
  if (word.find(' ') != std::string_view::npos) return fmt::format("'{}' is not one word", word);
  uint32_t& uses = lexicon_.place_uses_[key(normal(word))];
  if (uses & use) return fmt::format("'{}' is there twice", word);
  uses |= use;
  return {};
}

std::string LexiconBuilder::add_word_rarity(Cells c, Source) {
  constexpr double kMillion = 1e6;
  uint32_t reports = 0;
  const auto* end = c[1].data() + c[1].size();
  if (std::from_chars(c[1].data(), end, reports).ptr != end || c[1].empty() || reports > kMillion)
    return "reports must be a number up to a million";
  lexicon_.shares_[key(normal(c[0]))] = static_cast<float>(reports / kMillion);
  return {};
}

std::string LexiconBuilder::add_ordinary_word(Cells c, Source) { return use_word(c[0], kOrdinary); }

std::string LexiconBuilder::add_person_name(Cells c, Source) {
  uint32_t use = 0;
  if (c[1] == "always")
    use |= kCommonFirstName;
  else if (c[1] == "yes")
    use |= kOtherFirstName;
  else if (!c[1].empty())
    return unknown("given", c[1]);
  if (c[2] == "yes")
    use |= kFamilyName;
  else if (!c[2].empty())
    return unknown("family", c[2]);
  return use == 0 ? "a name is given, family or both" : use_word(c[0], use);
}

std::string LexiconBuilder::add_place_word(Cells c, Source) {
  if (c[1].empty()) return "a use is needed";
  for (const auto cell : split(c[1], '|')) {
    const auto named = std::ranges::find(kUses, cell, &NamedUse::name);
    if (named == std::end(kUses)) return unknown("use", cell);
    std::string reason = use_word(c[0], named->use);
    if (!reason.empty()) return reason;
    if (named->use == kPrefix) lexicon_.place_prefixes_.push_back(key(normal(c[0])));
  }
  return {};
}

std::string LexiconBuilder::add_facility_noun(Cells c, Source) {
  PlaceKind kind{};
  if (!read_place_kind(c[1], kind)) return unknown("kind", c[1]);
  lexicon_.facility_nouns_[key(normal(c[0]))] = kind;
  return use_word(c[0], kFacility);
}

std::string LexiconBuilder::add_division_abbreviations(Cells c, Source source) {
  if (c[0].empty() || c[1].empty() || c[2].empty())
    return "country, division and abbreviations are needed";
  abbreviations_.push_back({c[0], c[1], c[2], source});  // divisions.tsv may come later
  return {};
}

void LexiconBuilder::name_divisions() {
  const auto& divisions = lexicon_.divisions_;
  for (const Abbreviations& line : abbreviations_) {
    const auto named = std::ranges::find_if(divisions, [&](const Division& division) {
      return division.name == line.division && division.country == line.country;
    });
    if (named == divisions.end()) {
      problem(fmt::format("'{}' of {} is not in divisions.tsv", line.division, line.country),
              line.source);
      continue;
    }
    const auto entry = static_cast<uint32_t>(named - divisions.begin());
    for (const auto word : split(line.words, '|')) {
      if (word.empty())
        problem("an abbreviation is empty", line.source);
      else if (!lexicon_.division_abbreviations_.try_emplace(key(normal(word)), entry).second)
        problem(fmt::format("'{}' is there twice", word), line.source);
    }
  }
}

std::string LexiconBuilder::add_furniture(Cells c, Source) {
  lexicon_.furniture_.push_back({c[0], c[1]});
  return {};
}

std::string LexiconBuilder::add_column(Cells c, Source) {
  constexpr auto kFields = std::to_array<std::string_view>(
      {"id", "uri", "outlet", "title", "byline", "published", "language", "text", "html"});
  if (std::find(kFields.begin(), kFields.end(), c[1]) == kFields.end())
    return fmt::format("'{}' is no field of a report", c[1]);
  lexicon_.columns_.push_back({c[0], c[1]});
  return {};
}

std::string LexiconBuilder::add_page_words(Cells c, Source) {
  constexpr auto kKinds =
      std::to_array<std::string_view>({"consent", "error", "bot_check", "paywall", "index"});
  if (std::find(kKinds.begin(), kKinds.end(), c[1]) == kKinds.end())
    return fmt::format("'{}' is no kind of page", c[1]);
  if (c[2] != "title" && c[2] != "text") return fmt::format("'{}' is neither title nor text", c[2]);
  using Where = PageWords::Where;
  lexicon_.page_words_.push_back({c[0], c[1], c[2] == "title" ? Where::title : Where::text});
  return {};
}

std::string LexiconBuilder::add_tracking_parameter(Cells c, Source) {
  const auto name = c[0].ends_with('*') ? c[0].substr(0, c[0].size() - 1) : c[0];
  if (name.empty()) return "a parameter without a name";
  if (name.find('*') != std::string_view::npos) return "a * stands at the end only";
  if (std::ranges::any_of(c[0], is_upper) || std::ranges::any_of(c[1], is_upper))
    return "names are in lower case";
  lexicon_.tracking_parameters_.push_back({c[0], c[1]});
  return {};
}

}  // namespace sitrep::knowledge
