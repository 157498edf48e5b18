// What an address asks: its path in parts and its parameters, read strictly. The first thing that
// is wrong is kept.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/countries.h"
#include "server/problem.h"
#include "sitrep/incident_filter.h"

namespace sitrep::server {

// "%C3%A9" decoded, `+` as a blank where it is a query's; empty where it is no such text in UTF-8
// without control characters.
std::optional<std::string> decoded(std::string_view text, bool query);

// The target of a request line.
struct Address {
  std::vector<std::string> path;  // "/a/b" has two parts
  std::multimap<std::string, std::string, std::less<>> parameters;
};
Outcome<Address> read_address(std::string_view target);

class Query {
 public:
  Query() = default;
  explicit Query(const Address& address) : parameters_(address.parameters) {}

  std::string one(std::string_view name);               // empty: not given
  std::vector<std::string> all(std::string_view name);  // the given ones that are not empty
  bool flag(std::string_view name);                     // 1 or true, 0 or false
  int64_t number(std::string_view name, int64_t least, int64_t most, int64_t otherwise);
  bool has(std::string_view name) const { return parameters_.contains(name); }

  // A parameter that is none of these is wrong.
  void allow(const std::vector<std::string_view>& names);
  const std::optional<Problem>& problem() const { return problem_; }

 private:
  void wrong(std::string message);
  std::multimap<std::string, std::string, std::less<>> parameters_;
  std::optional<Problem> problem_;
};

// The same filters for every route: see docs/api.md.
inline const std::vector<std::string_view> kFilterNames = {
    "since", "until",    "country",    "type", "actor", "outlet",   "place",     "precision",
    "grade", "disputed", "background", "bbox", "text",  "rejected", "min_killed"};
Outcome<IncidentFilter> filter_of(Query& query, const output::Countries& countries);

}  // namespace sitrep::server
