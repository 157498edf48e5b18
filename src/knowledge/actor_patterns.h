// "{adj} army" and 200 nationalities make the forces and offices that every state has, as actor
// rows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::knowledge {

inline constexpr std::string_view kGeneratedActors = "actors/states.tsv";

// The text of `actors/states.tsv`, made from countries.tsv and actor_patterns.tsv: each state
// itself (`iq`), its government with its seats (`iq-government`), and one actor for each slug of
// the patterns (`iq-army`).
std::string expand_actor_patterns(std::string_view countries, std::string_view patterns,
                                  std::vector<Error>& problems);

}  // namespace sitrep::knowledge
