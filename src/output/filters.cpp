#include "output/filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
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

template <typename E>
Result<std::vector<E>> words_of(const Choices& typed, std::string_view which) {
  std::vector<E> out;
  for (const std::string& text : typed) {
    const auto value = parse<E>(text);
    if (!value || text == "any") {
      return fail(Code::usage, fmt::format("{}: '{}' is none of {}", which, text, all_names<E>()));
    }
    out.push_back(*value);
  }
  return out;
}

Result<std::vector<std::string>> codes_of(const Choices& typed, const Countries& countries) {
  std::vector<std::string> out;
  for (const std::string& text : typed) {
    out.push_back(countries.code(text));
    if (out.back().empty())
      return fail(Code::usage, fmt::format("country: no country is called '{}'", text));
  }
  return out;
}

template <typename T>
std::optional<T> number_of(std::string_view text) {
  T value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(value) : std::nullopt;
}

Result<std::optional<int64_t>> toll_of(const std::string& text) {
  if (text.empty()) return std::optional<int64_t>();
  const auto number = number_of<int64_t>(text);
  if (!number || *number < 0)
    return fail(Code::usage, fmt::format("min_killed: '{}' is not a number of people", text));
  return number;
}

Result<std::optional<GeoBox>> box_of(const std::string& text) {
  if (text.empty()) return std::optional<GeoBox>();
  std::vector<double> sides;
  for (const std::string_view side : split(text, ',')) {
    if (const auto degrees = number_of<double>(side)) sides.push_back(*degrees);
  }
  const auto within = [&](size_t side, double most) {
    return sides[side] >= -most && sides[side] <= most;  // false for what is no number
  };
  if (sides.size() != 4 || std::ranges::count(text, ',') != 3 || !within(0, 180) ||
      !within(1, 90) || !within(2, 180) || !within(3, 90) || sides[1] > sides[3]) {
    return fail(Code::usage,
                fmt::format("bbox: '{}' is not west,south,east,north in degrees", text));
  }
  return GeoBox{sides[0], sides[1], sides[2], sides[3]};
}

Result<std::optional<Phase>> phase_of(const std::string& text) {
  if (text.empty()) return std::optional<Phase>();
  const auto phase = parse<Phase>(text);
  if (!phase)
    return fail(Code::usage, fmt::format("phase: '{}' is none of {}", text, all_names<Phase>()));
  return phase;
}

// Keeps the first thing that is wrong.
class Taking {
 public:
  template <typename T, typename Into>
  void operator()(Result<T> read, Into& into) {
    if (read) {
      into = std::move(*read);
    } else if (!error_) {
      error_ = read.error();
    }
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  std::optional<Error> error_;
};

}  // namespace

Result<IncidentFilter> parse_filter(const FilterText& typed, const Countries& countries) {
  IncidentFilter filter;
  Taking take;
  take(day_of(typed.since, "since"), filter.since);
  take(day_of(typed.until, "until"), filter.until);
  take(codes_of(typed.countries, countries), filter.countries);
  take(words_of<EventType>(typed.types, "type"), filter.types);
  take(words_of<Grade>(typed.grades, "grade"), filter.grades);
  take(words_of<PlacePrecision>(typed.precisions, "precision"), filter.precisions);
  take(phase_of(typed.phase), filter.phase);
  take(toll_of(typed.min_killed), filter.min_killed);
  take(box_of(typed.box), filter.box);
  if (take.error()) return Failure(*take.error());
  if (filter.since && filter.until && *filter.until < *filter.since)
    return fail(Code::usage, "until: lies before since");
  filter.actors = typed.actors;
  filter.outlets = typed.outlets;
  filter.places = typed.places;
  filter.disputed = typed.disputed;
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
