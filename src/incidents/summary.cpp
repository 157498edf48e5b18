#include "incidents/summary.h"

#include <fmt/format.h>

#include <array>

#include "core/dates.h"
#include "core/text.h"

namespace sitrep::incidents {

namespace {

constexpr std::array<std::string_view, 11> kCounts = {
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"};

std::string month_text(Day day) {
  return fmt::format("{} {}", month_name(day), static_cast<int>(civil(day).year()));
}

std::string day_text(Day day) {
  return fmt::format("{} {}", static_cast<unsigned>(civil(day).day()), month_text(day));
}

std::string_view part_phrase(PartOfDay part) {
  switch (part) {
    case PartOfDay::early_morning:
      return "early on ";
    case PartOfDay::morning:
      return "on the morning of ";
    case PartOfDay::midday:
      return "around midday on ";
    case PartOfDay::afternoon:
      return "on the afternoon of ";
    case PartOfDay::evening:
      return "on the evening of ";
    case PartOfDay::night:
      return "on the night of ";
    default:
      return "on ";
  }
}

std::string_view country_name(std::string_view code, const knowledge::Lexicon& lexicon) {
  const auto entry = lexicon.country(code);
  return entry ? lexicon.countries()[*entry].name : code;
}

std::string_view preposition(const Where& where) {
  switch (where.precision) {
    case PlacePrecision::near:
      return "near";
    case PlacePrecision::exact:
      return "at";
    default:
      return "in";
  }
}

void capitalise(std::string& sentence) {
  if (!sentence.empty() && is_lower(sentence[0])) sentence[0] = static_cast<char>(sentence[0] - 32);
}

}  // namespace

std::string count_word(int64_t count) {
  if (count >= 0 && static_cast<size_t>(count) < kCounts.size())
    return std::string(kCounts[static_cast<size_t>(count)]);
  return std::to_string(count);
}

std::string date_phrase(const When& when) {
  if (!when.known()) return {};
  const Day first = *when.start;
  const Day last = when.end.value_or(first);
  if (when.precision == DatePrecision::year)
    return fmt::format("in {}", static_cast<int>(civil(first).year()));
  if (when.precision == DatePrecision::month) return "in " + month_text(first);
  if (first == last) return std::string(part_phrase(when.part_of_day)) + day_text(first);
  if (when.precision == DatePrecision::week) return "in the week of " + day_text(first);
  return fmt::format("between {} and {}", day_text(first), day_text(last));
}

std::string place_phrase(const Incident& incident, const knowledge::Lexicon& lexicon) {
  const Where& where = incident.where;
  const std::string country(country_name(where.country, lexicon));
  if (where.name.empty() && country.empty()) return {};
  if (where.name.empty() || normal(where.name) == normal(country))
    return "in " + (country.empty() ? where.name : country);
  std::string text = fmt::format("{} {}", preposition(where), where.name);
  return country.empty() ? text : text + ", " + country;
}

std::string summary_of(const Incident& incident, const knowledge::Lexicon& lexicon) {
  std::string text = deed_phrase(incident);
  const std::string by = perpetrator_phrase(incident);
  if (by.starts_with(" by ")) text += by;
  const std::string place = place_phrase(incident, lexicon);
  if (!place.empty()) text += " " + place;
  const std::string date = date_phrase(incident.when);
  if (!date.empty()) text += (place.find(',') == std::string::npos ? " " : ", ") + date;
  if (!by.starts_with(" by ")) text += by;
  text += toll_phrase(incident) + ".";
  capitalise(text);
  return text;
}

}  // namespace sitrep::incidents
