// How events stand before they are linked anew: the component that each is grouped in, and what its
// pairs scored there.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "incidents/seats.h"

namespace sitrep::incidents {

// Two events and their score.
struct PairOfEvents {
  Sitter a = 0;
  Sitter b = 0;
  float score = 0;
};

// What spoke for where an event is grouped. `print` is equal where its pairs with the events of its
// component are, each with its score.
struct Weighed {
  float best = -1e9F;  // of its pairs with other reports' events that reach the threshold
  uint64_t print = 0;
  bool operator==(const Weighed&) const = default;
};

class Standings {
 public:
  struct Stood {
    int64_t component = 0;
    Weighed weighed = {};
  };
  virtual ~Standings() = default;
  virtual std::optional<Stood> stood(Sitter event) = 0;  // none: it is new
  virtual std::vector<Sitter> company(int64_t component) = 0;
  // Those of the component's events, as they were when it was grouped.
  virtual std::vector<PairOfEvents> pairs(int64_t component) = 0;
};

}  // namespace sitrep::incidents
