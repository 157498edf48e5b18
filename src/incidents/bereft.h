// Who lost company: of events that can meet fewer than they did, and nobody new, those that no
// longer meet somebody of their component. What such an event scored with others has no say in
// anything, so it needs neither their sketches nor a score to tell.
#pragma once

#include <span>
#include <vector>

#include "incidents/archive.h"
#include "incidents/standings.h"

namespace sitrep::incidents {

std::vector<Sitter> bereft(Archive& archive, Standings& standings, std::span<const Sitter> losing);

}  // namespace sitrep::incidents
