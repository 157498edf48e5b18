// Names to choose from while somebody types: those of the ledger, the most frequent first, then
// those of the dictionaries.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "server/row_keeper.h"
#include "sitrep/knowledge.h"

namespace sitrep::server {

inline constexpr size_t kMostSuggestions = 20;

struct ActorSuggestion {
  std::string name, id, kind, country;
  size_t incidents = 0;  // of the ledger, that it is held to have done
};
std::vector<ActorSuggestion> suggest_actors(std::string_view typed, std::span<const RowPtr> rows,
                                            const knowledge::Lexicon& lexicon);

struct PlaceSuggestion {
  std::string name, admin1, country;
  std::string value;  // that a correction takes for this very place
  std::optional<double> lat, lon;
  size_t incidents = 0;
};
std::vector<PlaceSuggestion> suggest_places(std::string_view typed, std::span<const RowPtr> rows,
                                            const knowledge::Gazetteer& gazetteer);

}  // namespace sitrep::server
