#include "cli/refusals.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "output/wording.h"

namespace sitrep::cli {

namespace {

constexpr size_t kMostKinds = 256;  // messages may hold numbers: more are not told apart
constexpr uint64_t kFew = 20;       // refusals that one reads one by one
constexpr size_t kShown = 5;        // kinds

std::string number(uint64_t n) { return output::grouped(static_cast<int64_t>(n)); }

}  // namespace

void Refusals::add(const Error& error) {
  ++count_;
  const auto kind = kinds_.find(error.message);
  if (kind != kinds_.end())
    ++kind->second;
  else if (kinds_.size() < kMostKinds)
    kinds_.emplace(error.message, 1);
}

std::string Refusals::described() const {
  if (count_ <= kFew) return {};
  std::vector<std::pair<std::string, uint64_t>> kinds(kinds_.begin(), kinds_.end());
  std::ranges::stable_sort(kinds, std::ranges::greater{},
                           &std::pair<std::string, uint64_t>::second);
  kinds.resize(std::min(kinds.size(), kShown));
  std::string line = number(count_) + " inputs refused:";
  uint64_t rest = count_;
  for (const auto& [message, count] : kinds) {
    line += fmt::format("{} {} {}", rest == count_ ? "" : ",", number(count), message);
    rest -= count;
  }
  if (rest > 0) line += fmt::format(", {} for other reasons", number(rest));
  return line;
}

}  // namespace sitrep::cli
