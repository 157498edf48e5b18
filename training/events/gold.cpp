#include "gold.h"

#include <fstream>

#include "core/text.h"

namespace sitrep::training {

namespace {

constexpr std::string_view kEntitySeparator = " | ";
constexpr std::string_view kMentionSeparator = " / ";

std::vector<std::string> cut(std::string_view text, std::string_view separator) {
  std::vector<std::string> pieces;
  for (size_t at = 0;;) {
    const size_t end = text.find(separator, at);
    pieces.emplace_back(text.substr(at, end - at));
    if (end == text.npos) return pieces;
    at = end + separator.size();
  }
}

std::optional<Part> part_of(std::string_view key) {
  if (key == "perpetrators") return Part::perpetrator;
  if (key == "physical_targets") return Part::physical_target;
  if (key == "human_targets") return Part::human_target;
  if (key == "instruments") return Part::instrument;
  return std::nullopt;
}

bool read_line(std::string_view line, Gold& gold) {
  const size_t gap = line.find(' ');
  const std::string_view word = line.substr(0, gap);
  const std::string_view rest = gap == line.npos ? "" : line.substr(gap + 1);
  if (word == "event") {
    const auto type = parse<EventType>(rest.substr(0, rest.find(' ')));
    if (type) gold.events.emplace_back().type = *type;
    return type.has_value();
  }
  if (gold.events.empty()) return false;
  if (word == "told") {
    gold.events.back().told = cut(rest, kEntitySeparator);
    return true;
  }
  const auto part = part_of(word);
  if (!part) return word == "killed" || word == "wounded" || word == "abducted";
  for (const std::string& entity : cut(rest, kEntitySeparator))
    gold.events.back().entities.push_back({*part, cut(entity, kMentionSeparator)});
  return true;
}

}  // namespace

Result<std::map<std::string, Gold>> read_gold(const std::string& file) {
  std::ifstream in(file);
  if (!in) return fail(Code::not_found, "can't be read", file);
  std::map<std::string, Gold> all;
  Gold* gold = nullptr;
  size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty()) continue;
    if (line.starts_with("## ")) {
      const auto words = split(std::string_view(line).substr(3), ' ');
      gold = &all[std::string(words[0])];
      gold->partial = words.size() > 1 && words[1] == "partial";
      gold->without_joins = words.size() > 1 && words[1] == "without_joins";
    } else if (!gold || !read_line(line, *gold)) {
      return fail(Code::malformed, "line " + std::to_string(number), file);
    }
  }
  return all;
}

}  // namespace sitrep::training
