#include "events/carried.h"

#include <algorithm>

namespace sitrep {

namespace {

constexpr int kReach = 4;  // arcs from a weapon up to who has it

bool is_trigger(const Draft& draft, uint32_t token) {
  return std::any_of(draft.tellings.begin(), draft.tellings.end(),
                     [&](const Telling& t) { return t.trigger.contains(token); });
}

bool befell(const Reading& reading, const Draft& draft, uint32_t token) {
  return std::any_of(draft.targets.begin(), draft.targets.end(), [&](const Fill& fill) {
    return fill.human && reading.mentions.phrases[fill.phrase].tokens.contains(token);
  });
}

}  // namespace

bool carried_by_victim(const Reading& reading, const Draft& draft, uint32_t weapon) {
  const auto& tokens = reading.document.tokens;
  uint32_t at = reading.mentions.phrases[weapon].head;
  for (int step = 0; step < kReach && tokens[at].head >= 0; ++step) {
    const auto up = static_cast<uint32_t>(tokens[at].head);
    const bool behind = tokens[at].tag == Tag::ADJ && at > up;  // "a man armed with a knife"
    const bool clause = tokens[at].rel == Rel::acl || tokens[at].rel == Rel::acl_relcl || behind;
    if (is_trigger(draft, at)) return false;  // "a man shot with a rifle"
    if (clause && befell(reading, draft, up)) return true;
    at = up;
  }
  return false;
}

}  // namespace sitrep
