#include "knowledge/outlets.h"

#include <fmt/format.h>

#include "core/text.h"
#include "knowledge/lexicon_builder.h"

namespace sitrep::knowledge {

namespace {

constexpr std::string_view kArchive = "web.archive.org/web/";
constexpr std::string_view kStateSuffix = " state";  // "Georgia state" beside the country

std::string_view plain(std::string_view division) {
  if (lower_ascii(division).ends_with(kStateSuffix)) division.remove_suffix(kStateSuffix.size());
  return division;
}

std::optional<OutletHome> town_home(const Gazetteer& gazetteer, std::string_view country,
                                    std::string_view town, std::string_view division) {
  const std::string wanted = normal(division);
  for (const uint32_t index : gazetteer.find(phrase_key(town))) {
    const GazetteerRow& row = gazetteer.row(index);
    const std::string_view admin1 = gazetteer.admin1(row);
    if (row.feature != 'P' || std::string_view(row.country, 2) != country) continue;
    if (normal(admin1) == wanted) return OutletHome{country, admin1, row.lat, row.lon, true};
  }
  return {};
}

std::optional<OutletHome> division_home(const Lexicon& lexicon, std::string_view country,
                                        std::string_view name) {
  const std::string wanted = normal(name);
  for (const Division& division : lexicon.divisions()) {
    const std::string_view here = plain(division.name);
    if (division.country == country && normal(here) == wanted)
      return OutletHome{country, here, division.lat, division.lon, false};
  }
  return {};
}

}  // namespace

std::string_view host_of(std::string_view address) {
  if (const size_t at = address.find(kArchive); at != std::string_view::npos) {
    const size_t inner = address.find("://", at);
    if (inner == std::string_view::npos) return {};
    address.remove_prefix(inner);
  }
  const size_t begin = address.find("://");
  if (begin == std::string_view::npos) return {};
  address.remove_prefix(begin + 3);
  return address.substr(0, address.find_first_of("/:?#"));
}

const Outlet* find_outlet(const Lexicon& lexicon, std::string_view called, std::string_view uri) {
  if (!called.empty()) {
    if (const Outlet* named = lexicon.outlet_named(called)) return named;
    const bool whole = called.find("://") != std::string_view::npos;
    const std::string address = fmt::format("{}{}", whole ? "" : "://", called);
    if (const Outlet* addressed = lexicon.outlet_of_domain(lower_ascii(host_of(address))))
      return addressed;
  }
  return lexicon.outlet_of_domain(lower_ascii(host_of(uri)));
}

std::optional<OutletHome> find_home(const Lexicon& lexicon, const Gazetteer& gazetteer,
                                    const Outlet& outlet) {
  if (outlet.home.empty()) return OutletHome{.country = outlet.country, .admin1 = {}};
  const size_t comma = outlet.home.find(", ");
  if (comma == std::string_view::npos) return division_home(lexicon, outlet.country, outlet.home);
  return town_home(gazetteer, outlet.country, outlet.home.substr(0, comma),
                   outlet.home.substr(comma + 2));
}

void check_homes(const Lexicon& lexicon, const Gazetteer& gazetteer, std::vector<Error>& problems) {
  for (const Outlet& outlet : lexicon.outlets()) {
    if (find_home(lexicon, gazetteer, outlet)) continue;
    problems.push_back({Code::bad_dictionary,
                        fmt::format("home '{}' of '{}' is no town or division of {} that is known",
                                    outlet.home, outlet.name, outlet.country),
                        std::string(lexicon.file(outlet.source)), outlet.source.line});
  }
}

}  // namespace sitrep::knowledge
