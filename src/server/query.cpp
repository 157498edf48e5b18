#include "server/query.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <charconv>

#include "core/text.h"
#include "output/filters.h"

namespace sitrep::server {

namespace {

std::optional<char> byte_of(std::string_view digits) {
  unsigned value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (digits.size() != 2 || error != std::errc() || end != digits.data() + 2) return std::nullopt;
  return static_cast<char>(value);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

Problem badly_written() {
  return {400, "the address is not percent-encoded UTF-8 without control characters"};
}

// Like split(), but "" is one empty part.
std::vector<std::string_view> parts(std::string_view text, char separator) {
  std::vector<std::string_view> out;
  for (size_t end = 0; end != std::string_view::npos; text.remove_prefix(end + 1)) {
    end = text.find(separator);
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
  }
  return out;
}

constexpr size_t kLongest = 1000;  // bytes of a parameter's value
constexpr size_t kMost = 200;      // parameters

}  // namespace

std::optional<std::string> decoded(std::string_view text, bool query) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (c == '+' && query) c = ' ';
    if (c == '%') {
      const auto byte = byte_of(text.substr(i + 1, 2));
      if (!byte) return std::nullopt;
      c = *byte;
      i += 2;
    }
    if (is_control(c)) return std::nullopt;
    out += c;
  }
  if (!simdjson::validate_utf8(out.data(), out.size())) return std::nullopt;
  return out;
}

Outcome<Address> read_address(std::string_view target) {
  Address out;
  target = target.substr(0, target.find('#'));
  const size_t mark = target.find('?');
  if (!target.starts_with('/')) return Trouble(badly_written());
  for (const std::string_view part : parts(target.substr(1, mark - 1), '/')) {
    auto text = decoded(part, false);
    if (!text) return Trouble(badly_written());
    out.path.push_back(std::move(*text));
  }
  if (mark == std::string_view::npos) return out;
  for (const std::string_view pair : split(target.substr(mark + 1), '&')) {
    if (pair.empty()) continue;
    const size_t equals = pair.find('=');
    auto name = decoded(pair.substr(0, equals), true);
    auto value = decoded(equals == pair.npos ? "" : pair.substr(equals + 1), true);
    if (!name || !value) return Trouble(badly_written());
    if (value->size() > kLongest) return trouble(400, *name + ": too long");
    out.parameters.emplace(std::move(*name), std::move(*value));
    if (out.parameters.size() > kMost) return trouble(400, "too many parameters");
  }
  return out;
}

void Query::wrong(std::string message) {
  if (!problem_) problem_ = Problem(400, std::move(message));
}

std::string Query::one(std::string_view name) {
  const auto [first, last] = parameters_.equal_range(name);
  if (first == last) return {};
  if (std::next(first) != last) wrong(std::string(name) + ": given twice");
  return first->second;
}

std::vector<std::string> Query::all(std::string_view name) {
  std::vector<std::string> out;
  const auto [first, last] = parameters_.equal_range(name);
  for (auto each = first; each != last; ++each) {
    if (!each->second.empty()) out.push_back(each->second);
  }
  return out;
}

bool Query::flag(std::string_view name) {
  if (!parameters_.contains(name)) return false;
  const std::string text = one(name);
  const bool yes = text == "1" || text == "true";
  if (!yes && text != "0" && text != "false")
    wrong(fmt::format("{}: '{}' is neither 1 nor 0", name, text));
  return yes;
}

int64_t Query::number(std::string_view name, int64_t least, int64_t most, int64_t otherwise) {
  if (!parameters_.contains(name)) return otherwise;
  const std::string text = one(name);
  int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && !text.empty() && value >= least &&
      value <= most)
    return value;
  wrong(fmt::format("{}: '{}' is not a number from {} to {}", name, text, least, most));
  return otherwise;
}

void Query::allow(const std::vector<std::string_view>& names) {
  for (const auto& [name, value] : parameters_) {
    if (std::ranges::find(names, name) == names.end())
      return wrong(fmt::format("there is no parameter '{}' here", name));
  }
}

Outcome<IncidentFilter> filter_of(Query& query, const output::Countries& countries) {
  output::FilterText typed;
  typed.since = query.one("since");
  typed.until = query.one("until");
  typed.countries = query.all("country");
  typed.types = query.all("type");
  typed.actors = query.all("actor");
  typed.outlets = query.all("outlet");
  typed.places = query.all("place");
  typed.precisions = query.all("precision");
  typed.grades = query.all("grade");
  typed.disputed = query.flag("disputed");
  typed.min_killed = query.one("min_killed");
  typed.box = query.one("bbox");
  typed.text = query.one("text");
  typed.rejected = query.flag("rejected");
  const bool background = query.flag("background");
  if (query.problem()) return Trouble(*query.problem());
  auto filter = output::parse_filter(typed, countries);
  if (!filter) return Trouble(Problem(filter.error()));
  if (!background) filter->phase = Phase::news;
  return std::move(*filter);
}

}  // namespace sitrep::server
