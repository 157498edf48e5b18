// What a sentence says of an event without naming it by an event word of its own, and what is asked
// of such sentences everywhere.
#pragma once

#include <span>

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

enum class Reach : uint8_t {
  nearest,
  recent,
  all
};  // the event told last, all told nearby, all that is new

struct Aside {
  uint32_t sentence = 0;
  Reach reach = Reach::nearest;
  std::vector<Toll> tolls;
  std::vector<Toll> unhurt;  // tolls of nobody, unless somebody is told of
  std::optional<Damage> damage;
  Voice damage_voice;
  std::vector<Fill> perpetrators;
  std::vector<Fill> victims;  // of unknown effect: what befell the event's
  std::vector<LooseClaim> claims;
  std::vector<Disputed> disputed;
  std::vector<Fill> rejecting;   // who says that it is not so, or that he did not do it
  std::vector<uint32_t> silent;  // phrases: who has not claimed it

  bool tells_who() const { return !perpetrators.empty() || !claims.empty() || !rejecting.empty(); }
};

// Whether a noun is said of nothing: "no casualties", "zero", "escaped injury".
bool is_none(const Reading& reading, const Tree& tree, uint32_t token);

}  // namespace sitrep
