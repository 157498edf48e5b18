// The main clause for each type and outcome of an incident, with whoever and whatever is known.
#pragma once

#include <string>

#include "output/nouns.h"
#include "sitrep/enums.h"

namespace sitrep::output {

// Who did it, to whom or what, with what; each may be unknown.
struct Cast {
  Noun actors;
  Noun targets;
  Noun weapons;
  bool people = false;  // the targets are
  bool killed = false;  // the targets, all of them
};

std::string main_clause(EventType type, Outcome outcome, const Cast& cast);

}  // namespace sitrep::output
