// Whose account a report gives: the outlet that it credits for what it tells of an event.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "incidents/group.h"

namespace sitrep::incidents {

// The outlets that a sentence may credit: those of the group's reports and those of the dictionary.
class Outlets {
 public:
  explicit Outlets(const Group& group);
  // One key for all spellings of an outlet; empty for an empty name.
  std::string key_of(std::string_view name) const;
  bool known(std::string_view name) const;

 private:
  const knowledge::Lexicon* lexicon_;
  std::set<std::string, std::less<>> keys_;
};

// "the wire Indus Wire reported": the outlet that the sentence credits, as it is spelt there, other
// than `own` (a key).
std::optional<std::string> credited_in(std::string_view sentence, std::string_view own,
                                       const Outlets& outlets);

// The one outlet that a report rests on, named by its byline, dateline, last line, or by the
// sentences that tell of the event; `members` are the report's own.
std::optional<std::string> rests_on(std::span<const Member> members, const Outlets& outlets);

}  // namespace sitrep::incidents
