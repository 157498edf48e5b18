#include "incidents/constraints.h"

#include <boost/unordered/unordered_flat_map.hpp>

namespace sitrep::incidents {

namespace {

std::vector<Sitter> found(const std::vector<std::string>& members, const Spoken::Numbers& numbers) {
  std::vector<Sitter> out;
  for (const std::string& member : members) {
    if (const auto at = numbers.find(member); at != numbers.end()) out.push_back(at->second);
  }
  return out;
}

using Indices = boost::unordered_flat_map<Sitter, uint32_t>;

std::vector<uint32_t> among(const std::vector<Sitter>& events, const Indices& indices) {
  std::vector<uint32_t> out;
  for (const Sitter event : events) {
    if (const auto at = indices.find(event); at != indices.end()) out.push_back(at->second);
  }
  return out;
}

}  // namespace

Spoken::Spoken(const Corrections& corrections, const Numbers& numbers) {
  for (const auto& members : corrections.together) {
    auto events = found(members, numbers);
    if (events.size() > 1) together_.push_back(std::move(events));
  }
  for (const auto& apart : corrections.apart)
    apart_.push_back({found(apart.one, numbers), found(apart.other, numbers)});
}

Constraints Spoken::constraints(const std::vector<Sitter>& events) const {
  Constraints out;
  if (together_.empty() && apart_.empty()) return out;
  Indices indices;
  for (uint32_t i = 0; i < events.size(); ++i) indices[events[i]] = i;
  for (const auto& set : together_) {
    if (auto some = among(set, indices); some.size() > 1) out.together.push_back(std::move(some));
  }
  if (apart_.empty()) return out;
  out.sides.resize(events.size());
  for (uint32_t n = 0; n < apart_.size(); ++n) {
    for (const uint32_t event : among(apart_[n].one, indices)) out.sides[event].push_back(2 * n);
    for (const uint32_t event : among(apart_[n].other, indices))
      out.sides[event].push_back(2 * n + 1);
  }
  return out;
}

}  // namespace sitrep::incidents
