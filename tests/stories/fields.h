// What is asked of the one event of a text, in words: "bombing; killed 3; by rebels; thing bank".
#pragma once

#include "core/text.h"
#include "stories.h"

namespace sitrep {

struct Asked {
  const char* text;
  // Parted by "; ": a type or an outcome by its name; "killed 3", "wounded 24+" (at least),
  // "abducted 4"; "by X", "human X", "thing X", "with X" for words that a filler must have;
  // "priest: wounded" for people and what befell them; "by nobody"; "no" before any of these, or
  // alone before "human", "killed", "wounded" and "abducted" for none at all.
  const char* wanted;
};

inline bool counts(const Quantity& quantity, std::string_view number) {
  if (!number.ends_with('+')) return quantity.best && std::to_string(*quantity.best) == number;
  number.remove_suffix(1);
  return quantity.low && !quantity.best && std::to_string(*quantity.low) == number;
}

inline bool befell(const Event& event, std::string_view words, std::string_view effect) {
  return std::any_of(event.human_targets.begin(), event.human_targets.end(), [&](const Item& item) {
    const bool named = (item.name + " " + item.description).find(words) != std::string::npos;
    return named && name(item.effect) == effect;
  });
}

inline bool has_party(const Event& event, std::string_view words) {
  return std::any_of(event.perpetrators.begin(), event.perpetrators.end(),
                     [&](const auto& p) { return p.party.name.find(words) != std::string::npos; });
}

inline bool has_none(const Event& event, std::string_view field) {
  return (field == "human" && event.human_targets.empty()) ||
         (field == "killed" && !event.killed.known()) ||
         (field == "wounded" && !event.wounded.known()) ||
         (field == "abducted" && !event.abducted.known());
}

inline bool holds(const Event& event, std::string_view wanted) {
  if (const size_t colon = wanted.find(": "); colon != wanted.npos)
    return befell(event, wanted.substr(0, colon), wanted.substr(colon + 2));
  const size_t gap = wanted.find(' ');
  if (gap == wanted.npos) return wanted == name(event.type) || wanted == name(event.outcome);
  const std::string_view key = wanted.substr(0, gap), value = wanted.substr(gap + 1);
  if (wanted == "by nobody") return event.perpetrators.empty();
  if (key == "no" && value.find(' ') == value.npos) return has_none(event, value);
  if (key == "no") return !holds(event, value);
  if (key == "killed") return counts(event.killed, value);
  if (key == "wounded") return counts(event.wounded, value);
  if (key == "abducted") return counts(event.abducted, value);
  if (key == "by") return has_party(event, value);
  if (key == "human") return names_any(event.human_targets, value);
  if (key == "with") return names_any(event.instruments, value);
  return key == "thing" && names_any(event.physical_targets, value);
}

inline void expect_all(const std::vector<Asked>& cases) {
  for (const Asked& c : cases) {
    const std::vector<Event> events = events_of(c.text);
    EXPECT_EQ(events.size(), 1u) << c.text;
    for (const std::string_view wanted : split(c.wanted, ';')) {
      const std::string_view field = trim(wanted);
      EXPECT_TRUE(!events.empty() && holds(events.front(), field))
          << c.text << "\n  wanted: " << field;
    }
  }
}

}  // namespace sitrep
