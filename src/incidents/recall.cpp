#include "incidents/recall.h"

#include <algorithm>

#include "core/dates.h"
#include "core/text.h"
#include "incidents/compare.h"
#include "incidents/kinship.h"

namespace sitrep {

namespace {

using namespace incidents;  // NOLINT(google-build-using-namespace): the room's own

constexpr double kOneSceneKm = 40;  // memory names the nearest large town
constexpr int64_t kSlip = 1;        // days that a precise memory may be off

bool close_dated(const When& when) {
  return when.known() && when.precision != DatePrecision::unknown &&
         when.precision <= DatePrecision::month;
}

bool days_fit(const When& a, const When& b) {
  if (!close_dated(a) || !precise(b)) return false;
  if (overlap(a, b)) return true;
  const bool day = precise(a);
  return day && std::abs(days_between(*a.start, *b.start)) <= kSlip;
}

bool places_fit(const Where& a, const Where& b) {
  if (pinpointed(a) && pinpointed(b)) return kilometres(a, b) <= kOneSceneKm;
  if (a.country.empty() || a.country != b.country) return false;
  return a.admin1.empty() || b.admin1.empty() || a.admin1 == b.admin1;
}

bool tolls_fit(const Quantity& a, const Quantity& b) {
  const int64_t one = a.best.value_or(0);
  if (one == 0 || b.best.value_or(0) == 0) return false;
  return one >= b.low.value_or(*b.best) && one <= std::max(b.high.value_or(one), *b.best);
}

bool tolls_exclude(const Quantity& a, const Quantity& b) {
  return a.best && b.best && !tolls_fit(a, b) && !compatible(a, b);
}

bool share_name(const std::vector<Item>& a, const std::vector<Item>& b) {
  return std::ranges::any_of(a, [&](const Item& one) {
    return !one.name.empty() && std::ranges::any_of(b, [&](const Item& other) {
      return !other.name.empty() && words_within(one.name, other.name);
    });
  });
}

bool share_party(const Incident& a, const Incident& b) {
  return std::ranges::any_of(a.perpetrators, [&](const IncidentPerpetrator& one) {
    return !one.party.actor_id.empty() &&
           std::ranges::any_of(b.perpetrators, [&](const IncidentPerpetrator& other) {
             return one.party.actor_id == other.party.actor_id;
           });
  });
}

// Beside day, place and kind: how much more speaks for one being the other.
int marks(const Incident& a, const Incident& b) {
  const bool exact_day = precise(a.when) && overlap(a.when, b.when);
  const bool exact_place = pinpointed(a.where) && pinpointed(b.where);
  const bool targets = share_name(a.human_targets, b.human_targets) ||
                       share_name(a.physical_targets, b.physical_targets);
  return exact_day + exact_place + tolls_fit(a.killed, b.killed) + tolls_fit(a.wounded, b.wounded) +
         2 * targets + share_party(a, b);
}

}  // namespace

bool may_recall(EventType a, EventType b) {
  const Kinship kin = kinship(a, b);
  return kin != Kinship::alien && kin != Kinship::loose;
}

bool recalls(const Incident& background, const Incident& news, const knowledge::Lexicon& lexicon) {
  if (background.phase != Phase::background || news.phase != Phase::news) return false;
  if (!days_fit(background.when, news.when) || !places_fit(background.where, news.where))
    return false;
  if (!may_recall(background.type, news.type)) return false;
  if (tolls_exclude(background.killed, news.killed)) return false;
  const bool rivals =
      !background.perpetrators.empty() && !news.perpetrators.empty() &&
      !background.perpetrators[0].party.actor_id.empty() &&
      !news.perpetrators[0].party.actor_id.empty() &&
      !related(background.perpetrators[0].party, news.perpetrators[0].party, lexicon);
  return !rivals && marks(background, news) >= 2;
}

}  // namespace sitrep
