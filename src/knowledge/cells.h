// Reads the cells of a dictionary's rows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "knowledge/lexicon.h"

namespace sitrep::knowledge {

// A word of one of the contract's lists (sitrep/enums.h). False, and `value` as it was: none of it.
template <typename E>
bool read(std::string_view cell, E& value) {
  const auto parsed = parse<E>(cell);
  if (parsed) value = *parsed;
  return parsed.has_value();
}
bool read(std::string_view cell, double& value);
bool read_place_kind(std::string_view cell, PlaceKind& kind);

// What is wrong with a cell that is none of those.
std::string unknown(std::string_view column, std::string_view cell);

}  // namespace sitrep::knowledge
