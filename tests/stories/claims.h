// Single claims of short reports, as lines: "killed 4 affirmed stated <police>".
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

#include "stories.h"

namespace sitrep {

inline std::string text_of(const ClaimValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* where = std::get_if<Where>(&value)) return where->name;
  if (const auto* party = std::get_if<Party>(&value)) return party->name;
  if (const auto* item = std::get_if<Item>(&value)) return item->name + " " + item->description;
  if (const auto* quantity = std::get_if<Quantity>(&value))
    return quantity->best ? std::to_string(*quantity->best) : "unknown";
  return "null";
}

inline std::string line_of(const Claim& claim) {
  return fmt::format("{} {} {} {} <{}>", name(claim.field), text_of(claim.value),
                     name(claim.polarity), name(claim.certainty),
                     claim.speaker ? claim.speaker->party.name : "");
}

inline std::string all_of(const std::vector<std::string>& lines) {
  std::string all;
  for (const std::string& line : lines) all += "\n  " + line;
  return all;
}

struct Wanted {
  const char* text;
  const char* claim;  // as line_of() gives it
};

inline void expect_all(const std::vector<Wanted>& wanted) {
  for (const Wanted& w : wanted) {
    std::vector<std::string> lines;
    for (const Event& event : events_of(w.text)) {
      for (const Claim& claim : event.claims) lines.push_back(line_of(claim));
    }
    EXPECT_NE(std::find(lines.begin(), lines.end(), w.claim), lines.end())
        << w.text << "\n  wanted: " << w.claim << all_of(lines);
  }
}

}  // namespace sitrep
