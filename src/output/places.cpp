// Places as noun phrases that say no more than is known.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "core/text.h"
#include "output/nouns.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

using Codes = std::string_view;

constexpr auto kDivisionWords = std::to_array<std::string_view>(
    {"province",     "governorate", "state",     "region",     "oblast", "district", "county",
     "department",   "division",    "territory", "prefecture", "canton", "republic", "krai",
     "municipality", "island",      "islands",   "strip",      "bank",   "desert",   "valley",
     "sea",          "gulf",        "strait",    "capital",    "city"});

// What the first-level divisions of a country are called in English-language news.
std::string_view division_word(std::string_view country) {
  const auto in = [&](Codes codes) { return codes.find(country) != Codes::npos; };
  if (country.size() != 2 || in("US GB CA AU PS IL")) return "";
  if (in("IN DE BR MX NG VE SS SD MM AT MY")) return " state";
  if (in("UA RU BY KZ FR IT GH ET MA NA ML BF CM TG CI GN SO TZ")) return " region";
  if (in("CO SV HN GT NI BO PY UY PE HT")) return " department";
  if (in("KE HR RO NO SE HU LR IE EE")) return " county";
  if (in("BD PK")) return in("PK") ? " province" : " division";
  return " province";
}

std::string division_name(const std::string& name, std::string_view country) {
  const size_t space = name.rfind(' ');
  const std::string last = lower_ascii(space == std::string::npos ? name : name.substr(space + 1));
  const bool said =
      std::find(kDivisionWords.begin(), kDivisionWords.end(), last) != kDivisionWords.end();
  return said ? name : name + std::string(division_word(country));
}

// ", Iraq" unless the name says so itself.
std::string behind(const std::string& name, const Where& where, const Countries& countries) {
  if (where.country.empty() || where.precision == PlacePrecision::country) return {};
  const std::string country = countries.in_text(where.country);
  if (name.find(countries.name(where.country)) != std::string::npos) return {};
  return ", " + country;
}

std::string bare_name(const Where& where, const Countries& countries) {
  std::string name = printable(where.name);
  if (where.precision == PlacePrecision::country && !where.country.empty())
    return countries.in_text(where.country);
  if (where.precision == PlacePrecision::admin1)
    return division_name(name.empty() ? where.admin1 : name, where.country);
  if (name.empty()) name = where.admin1.empty() ? "" : division_name(where.admin1, where.country);
  return name.empty() && !where.country.empty() ? countries.in_text(where.country) : name;
}

std::string_view preposition(const Where& where) {
  if (where.name.empty()) return "in";
  switch (where.precision) {
    case PlacePrecision::near:
      return "near";
    case PlacePrecision::exact:
      return "at";
    case PlacePrecision::unknown:  // a name that the gazetteer does not have
    default:
      return "in";
  }
}

}  // namespace

std::string place_name(const Where& where, const Countries& countries) {
  const std::string name = bare_name(where, countries);
  return name.empty() ? name : name + behind(name, where, countries);
}

std::string place_phrase(const Where& where, const Countries& countries) {
  const std::string name = place_name(where, countries);
  return name.empty() ? name : fmt::format("{} {}", preposition(where), name);
}

}  // namespace sitrep::output
