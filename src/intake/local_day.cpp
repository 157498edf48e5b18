#include "intake/local_day.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "core/text.h"

namespace sitrep {

namespace {

// Clocks are between UTC-12 and UTC+14.
constexpr int kFarthestWest = 12 * 60;
constexpr int kFarthestEast = 14 * 60;
constexpr int kDay = 24 * 60;

}  // namespace

bool is_in_utc(std::string_view date) {
  constexpr auto kEnds =
      std::to_array<std::string_view>({"Z", "GMT", "UTC", "+00:00", "+0000", "-00:00", "-0000"});
  return std::any_of(kEnds.begin(), kEnds.end(),
                     [&](std::string_view end) { return trim(date).ends_with(end); });
}

bool is_neighbouring_day(const DateText& utc, const DateText& local) {
  if (!utc.minute) return false;
  const auto days = (local.day - utc.day).count();
  if (days != -1 && (days != 1 || local.updated)) return false;
  const int midnight = static_cast<int>(days) * kDay - *utc.minute;  // local day's, from then
  if (local.minute && !local.updated) {
    const int offset = midnight + *local.minute;
    return -kFarthestWest <= offset && offset <= kFarthestEast;
  }
  return midnight < kFarthestEast && midnight + kDay > -kFarthestWest;
}

}  // namespace sitrep
