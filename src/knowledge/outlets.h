// Which outlet a report is of, and where that outlet is at home.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/gazetteer.h"
#include "knowledge/lexicon.h"

namespace sitrep::knowledge {

// Where an outlet's news is mostly from. `country` alone: it speaks to a whole country.
struct OutletHome {
  std::string_view country;  // ISO 3166-1 alpha-2, empty: not known
  std::string_view admin1;   // first-level division, empty: none in particular
  double lat = 0, lon = 0;   // of the town or, where there is none, of the division
  bool town = false;
};

// "www.kxly.com" of "https://www.kxly.com:80/news?id=1"; of a page in the Internet Archive that of
// the page itself. Empty where there is no scheme, as in a file's path.
std::string_view host_of(std::string_view address);

// The outlet by what the report calls it, which may be a name or an address, else by the report's
// own address; null: in no dictionary.
const Outlet* find_outlet(const Lexicon& lexicon, std::string_view called, std::string_view uri);

// Nothing where the outlet has a home that no table holds.
std::optional<OutletHome> find_home(const Lexicon& lexicon, const Gazetteer& gazetteer,
                                    const Outlet& outlet);

// Reports each outlet whose home no table holds, with file and line.
void check_homes(const Lexicon& lexicon, const Gazetteer& gazetteer, std::vector<Error>& problems);

}  // namespace sitrep::knowledge
