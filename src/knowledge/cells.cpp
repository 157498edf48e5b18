#include "knowledge/cells.h"

#include <fmt/format.h>

#include <charconv>

namespace sitrep::knowledge {

bool read(std::string_view cell, double& value) {
  return std::from_chars(cell.data(), cell.data() + cell.size(), value).ptr ==
             cell.data() + cell.size() &&
         !cell.empty();
}

bool read_place_kind(std::string_view cell, PlaceKind& kind) {
  constexpr std::string_view kNames[] = {
      "city",     "town",     "village",     "neighbourhood", "district", "region",
      "base",     "camp",     "airport",     "port",          "crossing", "strait",
      "sea",      "island",   "mountain",    "river",         "dam",      "oil_field",
      "refinery", "pipeline", "power_plant", "prison",        "compound", "embassy",
      "valley",   "desert",   "road",        "border",        "country",  "division"};
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == cell) return kind = static_cast<PlaceKind>(i), true;
  }
  return false;
}

std::string unknown(std::string_view column, std::string_view cell) {
  return fmt::format("{} '{}' is not one of those allowed", column, cell);
}

}  // namespace sitrep::knowledge
