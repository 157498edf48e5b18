#include "intake/passed_over.h"

#include <algorithm>

namespace sitrep {

void PassedOver::count(std::string_view kind) {
  const auto found = kinds_.find(kind);
  if (found != kinds_.end()) {
    ++found->second;
  } else if (kinds_.size() < kMostKinds) {
    kinds_.emplace(kind, 1);
  } else {
    ++others_;
  }
}

std::optional<std::string> PassedOver::summary() const {
  std::vector<std::pair<std::string, int64_t>> kinds(kinds_.begin(), kinds_.end());
  std::stable_sort(kinds.begin(), kinds.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  int64_t sum = others_;
  int64_t unnamed = others_;
  std::string named;
  for (size_t i = 0; i < kinds.size(); ++i) {
    sum += kinds[i].second;
    if (i >= kNamed) {
      unnamed += kinds[i].second;
      continue;
    }
    named.append(i > 0 ? ", " : "").append(kinds[i].first).append(": ");
    named.append(std::to_string(kinds[i].second));
  }
  if (sum == 0) return std::nullopt;
  if (unnamed > 0) named.append(", others: ").append(std::to_string(unnamed));
  return std::string(what_).append(": ").append(std::to_string(sum)).append(" (" + named + ")");
}

}  // namespace sitrep
