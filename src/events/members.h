// "The rebels attacked": which group they are of, where the report names it elsewhere.
#pragma once

#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// The armed groups that a report names.
class NamedGroups {
 public:
  explicit NamedGroups(const Reading& reading);

  // Adds one as a suspected perpetrator to an event whose perpetrators are members of a group that
  // is not named with them: the group named last before, not too far off, or the report's only one.
  void add_to(Draft& event) const;

 private:
  std::optional<uint32_t> group_of(uint32_t member) const;
  uint32_t sentence_of(uint32_t phrase) const;

  const Reading& reading_;
  std::vector<uint32_t> groups_;  // phrases that name one
  bool only_ = false;             // all the same
};

}  // namespace sitrep
