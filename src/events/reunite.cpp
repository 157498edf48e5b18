#include "events/reunite.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "events/apart.h"
#include "events/event_model.h"
#include "events/merge.h"

namespace sitrep {

namespace {

constexpr double kReunite = 0.7;  // a probability: two less likely to be one stay two
constexpr size_t kMost = 24;      // events: a report of more is a list

struct Two {
  size_t first = 0, second = 0;
};

std::optional<Two> likeliest(const Reading& reading, ReunionFeatures& features,
                             const std::vector<Draft>& events, const ReunionWatcher& watcher) {
  features.enter(events);
  std::optional<Two> best;
  double most = kReunite;
  for (size_t second = 1; second < events.size(); ++second) {
    for (size_t first = 0; first < second; ++first) {
      if (!watcher && features.hopeless(first, second)) continue;
      const auto& pair = features.of(first, second);
      if (watcher) watcher(first, second, pair);
      const double share = reading.model->same_event(pair);
      if (share <= most) continue;
      if (cannot_be_one(reading, features.like(first, second), events[first], events[second]))
        continue;
      most = share, best = Two{first, second};
    }
  }
  return best;
}

void join(std::vector<Draft>& events, const Two& two) {
  Draft& event = events[two.first];
  Draft& other = events[two.second];
  event.doubtful = event.doubtful && other.doubtful;
  absorb(event, std::move(other));
  std::ranges::stable_sort(event.tellings, {}, [](const Telling& t) { return t.trigger.first; });
  events.erase(events.begin() + static_cast<std::ptrdiff_t>(two.second));
}

}  // namespace

void reunite(const Reading& reading, std::vector<Draft>& events, const ReunionWatcher& watcher) {
  if (!reading.model || events.size() < 2 || events.size() > kMost) return;
  ReunionFeatures features(reading);
  while (const auto two = likeliest(reading, features, events, watcher)) join(events, *two);
}

}  // namespace sitrep
