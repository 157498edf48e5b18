#include "incidents/typed_value.h"

#include <fmt/format.h>

#include <charconv>

#include "core/dates.h"
#include "core/text.h"
#include "incidents/typed_place.h"
#include "knowledge/lexicon_builder.h"

namespace sitrep {

namespace {

using knowledge::Lexicon;
using Value = Result<FieldValue>;

constexpr int64_t kMostPeople = 1'000'000'000;

template <typename E>
std::string words_of() {
  std::vector<std::string_view> words;
  for (const std::string_view word : Names<E>::kAll) {
    if (!word.empty() && word != "any" && word != "members" && word != "rejected")
      words.push_back(word);
  }
  return fmt::format("{}", fmt::join(words, ", "));
}

Failure wrong(std::string_view field, std::string_view typed, std::string_view wanted) {
  return fail(Code::usage, fmt::format("{}: '{}' is not {}", field, typed, wanted));
}

template <typename E>
Value read_word(std::string_view field, std::string_view typed) {
  const auto value = parse<E>(typed);
  if (!value || typed == "any" || typed.empty())
    return wrong(field, typed, "one of " + words_of<E>());
  return FieldValue(*value);
}

// -- numbers

std::optional<int64_t> count(std::string_view text) {
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (text.empty() || !is_digit(text[0]) || !whole || value > kMostPeople) return std::nullopt;
  return value;
}

std::optional<Quantity> read_range(std::string_view low, std::string_view high) {
  const auto least = count(low);
  const auto most = count(high);
  if (!least || !most || *least > *most) return std::nullopt;
  return Quantity{.low = least, .best = (*least + *most) / 2, .high = most, .text = {}};
}

std::optional<Quantity> read_three(const std::vector<std::string_view>& numbers) {
  if (numbers.size() != 3) return std::nullopt;
  const auto low = count(numbers[0]);
  const auto best = count(numbers[1]);
  const auto high = count(numbers[2]);
  if (!low || !best || !high || *low > *best || *best > *high) return std::nullopt;
  return Quantity{.low = low, .best = best, .high = high, .text = {}};
}

std::optional<Quantity> quantity(std::string_view typed) {
  if (typed == "unknown") return Quantity{};
  if (const auto exact = count(typed))
    return Quantity{.low = exact, .best = exact, .high = exact, .text = {}};
  if (typed.ends_with('+')) {
    const auto least = count(typed.substr(0, typed.size() - 1));
    if (!least) return std::nullopt;
    return Quantity{.low = least, .best = least, .high = {}, .text = {}};
  }
  if (const size_t dash = typed.find('-'); dash != typed.npos)
    return read_range(typed.substr(0, dash), typed.substr(dash + 1));
  return read_three(split(typed, '/'));
}

Value read_quantity(std::string_view field, std::string_view typed) {
  const auto value = quantity(typed);
  if (!value) {
    return wrong(field, typed,
                 "a number like 5, 5+ (at least five), 3-7, 3/5/7 (low, best, high), or unknown");
  }
  return FieldValue(*value);
}

// -- days

std::optional<When> read_days(std::string_view typed) {
  const auto digits = [&](size_t size) { return typed.size() == size; };
  if (digits(4)) {
    const auto year = count(typed);
    return year && *year >= 1 ? std::optional(year_when(static_cast<int>(*year), Basis::stated))
                              : std::nullopt;
  }
  if (digits(7)) {
    const auto first = parse_day(std::string(typed) + "-01");
    if (!first) return std::nullopt;
    const auto ymd = civil(*first);
    return month_when(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                      Basis::stated);
  }
  const auto day = digits(10) ? parse_day(typed) : std::nullopt;
  return day ? std::optional(day_when(*day, Basis::stated)) : std::nullopt;
}

DatePrecision precision_of(int days) {
  if (days <= 1) return DatePrecision::day;
  if (days <= 7) return DatePrecision::week;
  return days <= 31 ? DatePrecision::month : DatePrecision::year;
}

std::optional<When> read_period(std::string_view typed) {
  const size_t slash = typed.find('/');
  if (slash == typed.npos) return read_days(typed);
  const auto first = read_days(typed.substr(0, slash));
  const auto last = read_days(typed.substr(slash + 1));
  if (!first || !last || *last->end < *first->start) return std::nullopt;
  When when = *first;
  when.end = last->end;
  when.precision = precision_of(days_between(*when.start, *when.end) + 1);
  return when;
}

std::optional<When> read_when(std::string_view typed) {
  if (typed == "unknown") return When{};
  const size_t space = typed.find(' ');
  auto when = read_period(typed.substr(0, space));
  if (!when || space == typed.npos) return when;
  std::string part(trim(typed.substr(space)));
  for (char& c : part) c = c == ' ' ? '_' : c;
  const auto named = parse<PartOfDay>(part);
  if (part.empty() || !named || when->precision != DatePrecision::day) return std::nullopt;
  when->part_of_day = *named;
  when->precision = DatePrecision::part_of_day;
  return when;
}

Value read_days_of(std::string_view field, std::string_view typed) {
  const auto when = read_when(typed);
  if (!when) {
    return wrong(field, typed,
                 "a day like 2022-01-31 or '2022-01-31 night', a period like 2022-01 or "
                 "2022-01-03/2022-01-09, or unknown");
  }
  return FieldValue(*when);
}

// -- perpetrators

Party party_of(std::string_view typed, const Lexicon& lexicon) {
  Party party;
  party.name = typed;
  auto index = lexicon.actor(typed);
  std::vector<knowledge::Word> words;
  for (const Key word : knowledge::phrase_words(typed))
    words.push_back({.form = word, .lemma = word});
  std::vector<knowledge::Hit> hits;
  lexicon.find(words, hits);
  for (const knowledge::Hit& hit : hits) {
    const bool whole = hit.first == 0 && hit.last == words.size();
    if (!index && whole && hit.kind == knowledge::Kind::actor) index = hit.entry;
  }
  if (!index) return party;
  const knowledge::Actor& actor = lexicon.actors()[*index];
  return {.name = std::string(actor.name),
          .actor_id = std::string(actor.id),
          .kind = actor.kind,
          .nation = std::string(actor.country)};
}

Result<IncidentPerpetrator> read_perpetrator(std::string_view typed, const Lexicon& lexicon) {
  IncidentPerpetrator out;
  std::string_view name = typed;
  if (typed.ends_with(')')) {
    const size_t open = typed.rfind('(');
    const auto word = open == typed.npos ? "" : typed.substr(open + 1, typed.size() - open - 2);
    const auto status = parse<Status>(word);
    if (!status) return wrong("perpetrators", word, "one of " + words_of<Status>());
    out.status = *status;
    name = trim(typed.substr(0, open));
  }
  if (name.empty()) return wrong("perpetrators", typed, "a name");
  out.party = party_of(name, lexicon);
  return out;
}

Value read_perpetrators(std::string_view typed, const Lexicon& lexicon) {
  std::vector<IncidentPerpetrator> out;
  if (typed == "none" || typed == "unknown") return FieldValue(std::move(out));
  for (const std::string_view part : split(typed, ';')) {
    auto perpetrator = read_perpetrator(trim(part), lexicon);
    if (!perpetrator) return Failure(perpetrator.error());
    out.push_back(std::move(*perpetrator));
  }
  if (out.empty())
    return fail(Code::usage, "perpetrators: give names parted by semicolons, or none");
  return FieldValue(std::move(out));
}

Value read_value(CorrectedField field, std::string_view typed, const Lexicon& lexicon,
                 const knowledge::Gazetteer& gazetteer) {
  switch (field) {
    case CorrectedField::type:
      return read_word<EventType>("type", typed);
    case CorrectedField::outcome:
      return read_word<Outcome>("outcome", typed);
    case CorrectedField::phase:
      return read_word<Phase>("phase", typed);
    case CorrectedField::damage:
      return read_word<Damage>("damage", typed);
    case CorrectedField::when:
      return read_days_of("when", typed);
    case CorrectedField::perpetrators:
      return read_perpetrators(typed, lexicon);
    case CorrectedField::where: {
      auto where = read_place(typed, lexicon, gazetteer);
      return where ? Value(FieldValue(std::move(*where))) : Value(Failure(where.error()));
    }
    default:
      return read_quantity(name(field), typed);
  }
}

}  // namespace

Result<FieldChange> read_change(std::string_view typed, const Lexicon& lexicon,
                                const knowledge::Gazetteer& gazetteer) {
  const size_t equals = typed.find('=');
  if (equals == typed.npos)
    return fail(Code::usage, fmt::format("'{}' is not of the form FIELD=VALUE", typed));
  const std::string_view word = trim(typed.substr(0, equals));
  const auto field = parse<CorrectedField>(word);
  if (!field || *field > CorrectedField::damage) {
    return fail(Code::usage,
                fmt::format("field: '{}' is none of {}", word, words_of<CorrectedField>()));
  }
  auto value = read_value(*field, trim(typed.substr(equals + 1)), lexicon, gazetteer);
  if (!value) return Failure(value.error());
  return FieldChange{*field, std::move(*value)};
}

}  // namespace sitrep
