// A made-up week for the tests of this room: six incidents in four reports, two of them hostile to
// whoever prints them.
#pragma once

#include <vector>

#include "output/countries.h"
#include "sitrep/coding.h"
#include "sitrep/incident.h"

namespace sitrep::output::sample {

Countries countries();
std::vector<Incident> incidents();
std::vector<Coding> codings();

}  // namespace sitrep::output::sample
