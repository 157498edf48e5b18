// When and where: the parts of a comparison that can rule a pair out.
#include <algorithm>
#include <cstdlib>

#include "core/dates.h"
#include "grounding/atlas.h"
#include "incidents/compare.h"

namespace sitrep::incidents {

namespace {

constexpr int kSoftReach = 6;  // days that an inferred day may be wrong by
constexpr int kFreshDays = 3;
constexpr int kDaysReach = 6;
constexpr int kFewWeeks = 14;
constexpr int kWeeksReach = 35;
constexpr int kAnniversary = 300;  // from so many days on both days that a report names are meant
constexpr double kSameKm = 5;
constexpr double kNearKm = 15;
constexpr double kCloseKm = 30;
constexpr double kFarKm = 60;
constexpr double kFartherKm = 250;
constexpr double kNearReachKm = 20;  // what "near" adds to a distance's tolerance

// Days between two ranges; 0 where they share one.
int gap(const When& a, const When& b) {
  return std::max({0, days_between(last_day(a), *b.start), days_between(last_day(b), *a.start)});
}

bool late(PartOfDay p) { return p == PartOfDay::night || p == PartOfDay::evening; }
bool early(PartOfDay p) { return p == PartOfDay::early_morning || p == PartOfDay::night; }

bool over_midnight(const When& a, const When& b) {
  const bool a_first = *a.start < *b.start;
  const When& before = a_first ? a : b;
  const When& after = a_first ? b : a;
  return late(before.part_of_day) || early(after.part_of_day);
}

void compare_parts(const Face& x, const Face& y, Tally& tally) {
  const PartOfDay a = x.when.part_of_day;
  const PartOfDay b = y.when.part_of_day;
  if (a == PartOfDay::none || b == PartOfDay::none) return;
  if (a == b) return tally.add(weight::same_part);
  const bool neighbours = std::abs(static_cast<int>(a) - static_cast<int>(b)) == 1 ||
                          a == PartOfDay::night || b == PartOfDay::night;
  if (!neighbours) tally.add(of_one_report(x, y) ? weight::other_hour_there : weight::other_part);
}

// Days that exclude each other: the further apart the more, less where one is inferred.
void add_gap(int days, bool soft, Tally& tally) {
  if (soft) {
    return tally.add(days <= kSoftReach    ? weight::soft_near_day
                     : days <= kWeeksReach ? weight::soft_weeks
                                           : weight::soft_months);
  }
  tally.add(days <= kDaysReach    ? weight::days_apart
            : days <= kWeeksReach ? weight::weeks_apart
                                  : weight::months_apart);
}

bool names_day(const Story& story, Day day) { return std::ranges::binary_search(story.days, day); }

// News of the last days: its day is seldom misread.
bool fresh(const Face& face) {
  if (face.phase != Phase::news || !face.story->published) return false;
  const int age = days_between(last_day(face.when), *face.story->published);
  return age >= 0 && age <= kFreshDays;
}

// One of the two was probably read for the other. Of an anniversary a report names both days.
bool day_in_both(const Face& a, const Face& b) {
  if (of_one_report(a, b)) return false;
  return names_day(*b.story, *a.when.start) || names_day(*a.story, *b.when.start);
}

void compare_days(const Face& a, const Face& b, Tally& tally) {
  const int days = gap(a.when, b.when);
  const bool soft = a.soft || b.soft;
  if (days == 0) {
    tally.add(weight::same_day);
    compare_parts(a, b, tally);
  } else if (days == 1 && over_midnight(a.when, b.when)) {
    tally.add(weight::over_midnight);
  } else if (days == 1) {
    tally.add(soft ? weight::soft_next_day : weight::next_day);
  } else if (days < kAnniversary && day_in_both(a, b)) {
    tally.add(weight::day_in_both);
  } else {
    add_gap(days, soft, tally);
    if (!soft && fresh(a) && fresh(b)) tally.add(weight::each_on_its_day);
  }
}

void compare_spans(const Face& a, const Face& b, Tally& tally) {
  const int days = gap(a.when, b.when);
  if (days > 0) return add_gap(days, a.soft || b.soft, tally);
  const int longest = std::max(days_between(*a.when.start, last_day(a.when)),
                               days_between(*b.when.start, last_day(b.when)));
  tally.add(longest <= 8    ? weight::within_week
            : longest <= 31 ? weight::within_month
                            : weight::within_year);
}

// What is told without a day is mostly what happened of late: of a town that is in the news again
// and again another thing each time.
void compare_telling(const Face& a, const Face& b, Tally& tally) {
  const auto& one = a.story->published;
  const auto& other = b.story->published;
  if (of_one_report(a, b) || a.when.known() || b.when.known() || !one || !other) return;
  const int days = std::abs(days_between(*one, *other));
  if (days > kWeeksReach) return tally.add(weight::told_months_apart);
  if (days > kFewWeeks) tally.add(weight::told_weeks_apart);
}

bool vague(const Spot& s) { return s.country == kNoKey && !s.lat; }

// Judges by division and country where one of the two has no point.
void compare_areas(const Spot& a, const Spot& b, Tally& tally) {
  if (a.admin1 != kNoKey && b.admin1 != kNoKey) {
    return tally.add(a.admin1 == b.admin1 ? weight::same_division : weight::other_division);
  }
  if (a.country != kNoKey) tally.add(weight::same_country);
}

bool names_place(const Story& story, const Spot& spot) {
  return std::ranges::binary_search(story.places, spot.gazetteer);
}

// A namesake that one report was read to mean, or a place that both name.
bool place_in_both(const Face& a, const Face& b) {
  if (of_one_report(a, b)) return false;
  if (a.where.name != kNoKey && a.where.name == b.where.name) return true;
  return names_place(*b.story, a.where) || names_place(*a.story, b.where);
}

void compare_points(const Face& x, const Face& y, Tally& tally) {
  const Spot& a = x.where;
  const Spot& b = y.where;
  const double km = distance_km(*a.lat, *a.lon, *b.lat, *b.lon);
  const bool loose = a.precision == PlacePrecision::near || b.precision == PlacePrecision::near;
  const double extra = loose ? kNearReachKm : 0;
  if (km <= kSameKm) return tally.add(weight::same_spot);
  if (km <= kNearKm + extra) return tally.add(weight::near_spot);
  if (km <= kCloseKm + extra) return tally.add(weight::close_spot);
  if (place_in_both(x, y)) return tally.add(weight::place_in_both);
  tally.add(km <= kFarKm + extra ? weight::apart
            : km <= kFartherKm   ? weight::far_apart
                                 : weight::farther_apart);
}

}  // namespace

Day last_day(const When& when) { return when.end.value_or(*when.start); }

double kilometres(const Where& a, const Where& b) {
  return distance_km(*a.lat, *a.lon, *b.lat, *b.lon);
}

bool share_day(const Face& a, const Face& b) {
  if (!a.dated || !b.dated) return false;
  const int days = gap(a.when, b.when);
  return days == 0 || (days == 1 && over_midnight(a.when, b.when));
}

void compare_when(const Face& a, const Face& b, Tally& tally) {
  if (!a.when.known() || !b.when.known()) return compare_telling(a, b, tally);
  precise(a.when) && precise(b.when) ? compare_days(a, b, tally) : compare_spans(a, b, tally);
}

void compare_where(const Face& a, const Face& b, Tally& tally) {
  const Spot& one = a.where;
  const Spot& other = b.where;
  if (vague(one) || vague(other)) return;
  if (a.placed && b.placed) return compare_points(a, b, tally);
  if (one.country != kNoKey && other.country != kNoKey && one.country != other.country) {
    return tally.add(weight::other_country);
  }
  compare_areas(one, other, tally);
}

}  // namespace sitrep::incidents
