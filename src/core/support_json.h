// What an incident's record says of its own standing, as JSON members: sources, grades, the growth
// of its tolls.
#pragma once

#include <optional>

#include "core/json.h"
#include "sitrep/incident.h"

namespace sitrep {

void write_number(JsonWriter& w, std::string_view field, const std::optional<int64_t>& number);
void write_sources(JsonWriter& w, const std::vector<IndependentSource>& sources);
void write_grades(JsonWriter& w, const Grades& grades);
void write_toll_history(JsonWriter& w, const TollHistory& history);

// "14:05" for 845, and back.
std::string clock_text(int minute);
std::optional<int> parse_clock(std::string_view text);

}  // namespace sitrep
