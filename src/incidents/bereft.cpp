#include "incidents/bereft.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <set>

#include "incidents/meetings.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kAtOnce = 8192;  // events

// Those of other reports that each event has a pair with; what a report tells itself meets anyway.
using Partners = boost::unordered_flat_map<Sitter, std::vector<Sitter>>;

Partners partners_of(std::span<const Sitter> events, Standings& standings) {
  Partners out;
  std::set<int64_t> components;
  for (const Sitter who : events) {
    const auto stood = standings.stood(who);
    if (!stood) continue;  // it is new
    out[who];
    components.insert(stood->component);
  }
  const auto add = [&](Sitter who, Sitter partner) {
    if (report_of(who) == report_of(partner)) return;
    if (const auto found = out.find(who); found != out.end()) found->second.push_back(partner);
  };
  for (const int64_t component : components) {
    for (const PairOfEvents& pair : standings.pairs(component)) {
      add(pair.a, pair.b);
      add(pair.b, pair.a);
    }
  }
  return out;
}

bool meets_all(const std::vector<Sitter>& partners, const Meetings& meetings, size_t event) {
  const auto met = meetings.of_event(event);
  const auto reports = meetings.of_report(event);
  return std::ranges::all_of(partners, [&](Sitter who) {
    return std::ranges::binary_search(met, who) ||
           std::ranges::binary_search(reports, report_of(who));
  });
}

void add_bereft(Archive& archive, Standings& standings, std::span<const Sitter> losing,
                std::vector<Sitter>& out) {
  const Partners partners = partners_of(losing, standings);
  std::vector<Sitter> asked;
  for (const Sitter who : losing) {
    const auto found = partners.find(who);
    if (found != partners.end() && !found->second.empty()) asked.push_back(who);
  }
  const Meetings meetings(archive, asked);
  std::vector<uint8_t> lost(asked.size());
  tbb::parallel_for(size_t{0}, asked.size(), [&](size_t i) {
    lost[i] = !meets_all(partners.find(asked[i])->second, meetings, i);
  });
  for (size_t i = 0; i < asked.size(); ++i) {
    if (lost[i]) out.push_back(asked[i]);
  }
}

}  // namespace

std::vector<Sitter> bereft(Archive& archive, Standings& standings, std::span<const Sitter> losing) {
  std::vector<Sitter> out;
  for (size_t i = 0; i < losing.size(); i += kAtOnce)
    add_bereft(archive, standings, losing.subspan(i, std::min(kAtOnce, losing.size() - i)), out);
  return out;
}

}  // namespace sitrep::incidents
