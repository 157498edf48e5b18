// Who reports on their own: wire copies of one text and reports of one outlet are one voice.
#include <algorithm>

#include "core/text.h"
#include "incidents/group.h"
#include "intake/near_duplicates.h"

namespace sitrep::incidents {

namespace {

// Share of all word sequences from which on one text is a copy of the other; shared quotations stay
// far below.
constexpr double kCopied = 0.35;

bool one_source(const Report& a, const Report& b) {
  if (a.id == b.id || a.duplicate_of == b.id || b.duplicate_of == a.id) return true;
  if (!a.duplicate_of.empty() && a.duplicate_of == b.duplicate_of) return true;
  return !a.outlet.empty() && normal(a.outlet) == normal(b.outlet);
}

uint32_t root(std::vector<uint32_t>& parents, uint32_t i) {
  while (parents[i] != i) i = parents[i] = parents[parents[i]];
  return i;
}

// Indices of the first members of each report, by report id.
std::vector<uint32_t> reports_of(const Group& group) {
  std::vector<uint32_t> firsts;
  for (uint32_t i = 0; i < group.members.size(); ++i) {
    if (i == 0 || group.members[i].report() != group.members[i - 1].report()) firsts.push_back(i);
  }
  return firsts;
}

std::vector<uint32_t> join_copies(const Group& group, const std::vector<uint32_t>& firsts) {
  std::vector<uint32_t> parents(firsts.size());
  std::vector<Fingerprint> prints;
  for (uint32_t i = 0; i < firsts.size(); ++i) {
    parents[i] = i;
    prints.push_back(fingerprint(group.members[firsts[i]].coding->report.text));
    const Report& report = group.members[firsts[i]].coding->report;
    for (uint32_t j = 0; j < i; ++j) {
      const bool one = one_source(report, group.members[firsts[j]].coding->report) ||
                       similarity(prints[i], prints[j]) >= kCopied;
      if (one) parents[root(parents, i)] = root(parents, j);
    }
  }
  return parents;
}

}  // namespace

void find_sources(Group& group) {
  const auto firsts = reports_of(group);
  auto parents = join_copies(group, firsts);
  std::map<uint32_t, uint32_t> numbers;
  uint32_t report = 0;
  for (uint32_t i = 0; i < group.members.size(); ++i) {
    if (report + 1 < firsts.size() && firsts[report + 1] == i) ++report;
    group.members[i].source =
        numbers.try_emplace(root(parents, report), numbers.size()).first->second;
  }
  group.sources = static_cast<uint32_t>(numbers.size());
}

}  // namespace sitrep::incidents
