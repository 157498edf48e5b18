// Incidents as a GeoJSON FeatureCollection (RFC 7946).
#pragma once

#include <span>
#include <string>

#include "sitrep/incident.h"

namespace sitrep::output {

// A point only where a place is known more closely than its country or province; else the geometry
// is null, and `precision` in the properties says how much is known.
std::string geojson(std::span<const Incident> incidents);

}  // namespace sitrep::output
