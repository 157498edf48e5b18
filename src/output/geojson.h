// Incidents as a GeoJSON FeatureCollection (RFC 7946).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "sitrep/incident.h"

namespace sitrep::output {

// A point only where a place is known more closely than its country or province; else the geometry
// is null, and `precision` in the properties says how much is known.
std::string geojson(std::span<const Incident> incidents);
// The same in parts: what stands before and behind the features, and features parted by commas.
std::string_view geojson_head();
std::string geojson_features(std::span<const Incident> incidents);
std::string_view geojson_tail();

}  // namespace sitrep::output
