// Which parts the rules gave a report's phrases, in whichever event: who was shot is hardly the one
// who threw the bomb of the next clause.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "events/draft.h"
#include "events/event_model.h"

namespace sitrep {

// Of a phrase in the event of one word.
struct RuledPart {
  uint32_t phrase = 0;  // in Mentions::phrases
  Part part = Part::none;
  TokenRange trigger;             // the event's word
  std::optional<uint32_t> under;  // the token of the event word that it hangs on
};

class RuledParts {
 public:
  void clear() { parts_.clear(); }
  // Drafts of one sentence as the rules made them; sentences come in text order.
  void add(std::span<const Draft> drafts);
  // All those of a phrase.
  std::span<const RuledPart> of(uint32_t phrase) const;

 private:
  std::vector<RuledPart> parts_;  // by phrase
};

}  // namespace sitrep
