// Filters as typed on a command line or in an address, read into the ledger's.
#pragma once

#include <optional>
#include <string>

#include "output/countries.h"
#include "sitrep/ledger.h"

namespace sitrep::output {

struct FilterText {
  std::string since;  // YYYY-MM-DD
  std::string until;
  std::string country;  // code or name
  std::string type;
  std::string grade;
  std::string text;
  bool rejected = false;  // what people rejected, too
};

// `usage` for a day, country, type or grade that does not exist.
Result<IncidentFilter> parse_filter(const FilterText& typed, const Countries& countries);

// A field of the contract; empty text: none.
Result<std::optional<Field>> parse_field(const std::string& text);

}  // namespace sitrep::output
