#include "incidents/constraints.h"

#include <algorithm>
#include <map>

namespace sitrep::incidents {

namespace {

using Indices = std::map<std::string_view, uint32_t>;

Indices indices_of(const std::vector<Face>& faces) {
  Indices out;
  for (uint32_t i = 0; i < faces.size(); ++i) out.emplace(faces[i].id, i);
  return out;
}

std::vector<uint32_t> found(const std::vector<std::string>& members, const Indices& indices) {
  std::vector<uint32_t> out;
  for (const std::string& member : members) {
    if (const auto at = indices.find(member); at != indices.end()) out.push_back(at->second);
  }
  return out;
}

}  // namespace

Constraints constraints_of(const Corrections& corrections, const std::vector<Face>& faces) {
  Constraints out;
  if (corrections.empty()) return out;
  const Indices indices = indices_of(faces);
  for (const auto& members : corrections.together) {
    auto events = found(members, indices);
    if (events.size() > 1) out.together.push_back(std::move(events));
  }
  if (corrections.apart.empty()) return out;
  out.sides.resize(faces.size());
  for (uint32_t n = 0; n < corrections.apart.size(); ++n) {
    const auto& apart = corrections.apart[n];
    for (const uint32_t event : found(apart.one, indices)) out.sides[event].push_back(2 * n);
    for (const uint32_t event : found(apart.other, indices)) out.sides[event].push_back(2 * n + 1);
  }
  return out;
}

}  // namespace sitrep::incidents
