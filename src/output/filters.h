// Filters as typed on a command line or in an address, read into the ledger's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "output/countries.h"
#include "sitrep/ledger.h"

namespace sitrep::output {

using Choices = std::vector<std::string>;  // of which one must hold; none: any

struct FilterText {
  std::string since;  // YYYY-MM-DD
  std::string until;
  Choices countries;  // codes or names
  Choices types;
  Choices grades;
  std::string text;
  bool rejected = false;  // what people rejected, too
  Choices actors;         // names, or ids of the actor dictionary
  Choices outlets;
  Choices places;
  Choices precisions;
  std::string phase;
  std::string min_killed;
  std::string box;  // west,south,east,north in degrees
  bool disputed = false;
};

// `usage` for a day, country, type, grade, number or box that does not exist.
Result<IncidentFilter> parse_filter(const FilterText& typed, const Countries& countries);

// A field of the contract; empty text: none.
Result<std::optional<Field>> parse_field(const std::string& text);

}  // namespace sitrep::output
