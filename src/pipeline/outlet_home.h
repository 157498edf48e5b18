// Where a report's outlet is at home, by its name, its address or what the text calls itself.
#pragma once

#include "knowledge/outlets.h"
#include "mentions/mentions.h"
#include "sitrep/knowledge.h"
#include "sitrep/report.h"

namespace sitrep {

// All empty where nothing is known.
knowledge::OutletHome outlet_home(const Knowledge& knowledge, const Report& report,
                                  const Document& document, const Mentions& mentions);

}  // namespace sitrep
