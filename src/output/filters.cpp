#include "output/filters.h"

#include <fmt/format.h>

#include <vector>

#include "core/dates.h"
#include "core/text.h"
#include "output/wording.h"

namespace sitrep::output {

namespace {

Result<std::optional<Day>> day_of(const std::string& text, std::string_view which) {
  if (text.empty()) return std::optional<Day>();
  const auto day = text.size() == 10 ? parse_day(text) : std::nullopt;
  if (!day)
    return fail(Code::usage, fmt::format("{}: '{}' is not a day like 2022-01-31", which, text));
  return day;
}

template <typename E>
std::string all_names() {
  std::vector<std::string> names;
  for (const std::string_view each : Names<E>::kAll) {
    if (each != "any") names.emplace_back(each);
  }
  return joined(names, "or");
}

}  // namespace

Result<IncidentFilter> parse_filter(const FilterText& typed, const Countries& countries) {
  IncidentFilter filter;
  const auto since = day_of(typed.since, "since");
  if (!since) return Failure(since.error());
  const auto until = day_of(typed.until, "until");
  if (!until) return Failure(until.error());
  filter.since = *since;
  filter.until = *until;
  if (filter.since && filter.until && *filter.until < *filter.since) {
    return fail(Code::usage, "until: lies before since");
  }
  if (!typed.country.empty()) {
    filter.country = countries.code(typed.country);
    if (filter.country.empty()) {
      return fail(Code::usage, fmt::format("country: no country is called '{}'", typed.country));
    }
  }
  if (!typed.type.empty()) {
    filter.type = parse<EventType>(typed.type);
    if (!filter.type || filter.type == EventType::any) {
      return fail(Code::usage,
                  fmt::format("type: '{}' is none of {}", typed.type, all_names<EventType>()));
    }
  }
  if (!typed.grade.empty()) {
    filter.grade = parse<Grade>(typed.grade);
    if (!filter.grade)
      return fail(Code::usage,
                  fmt::format("grade: '{}' is none of {}", typed.grade, all_names<Grade>()));
  }
  filter.text = std::string(trim(typed.text));
  if (typed.rejected) filter.rejected = Rejected::shown;
  return filter;
}

Result<std::optional<Field>> parse_field(const std::string& text) {
  if (text.empty()) return std::optional<Field>();
  const auto field = parse<Field>(text);
  if (!field)
    return fail(Code::usage, fmt::format("field: '{}' is none of {}", text, all_names<Field>()));
  return field;
}

}  // namespace sitrep::output
