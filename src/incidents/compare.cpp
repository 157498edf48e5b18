#include "incidents/compare.h"

#include <algorithm>

namespace sitrep::incidents {

namespace {

void compare_types(const Face& a, const Face& b, Tally& tally) {
  switch (kinship(a.type, b.type)) {
    case Kinship::same:
      return tally.add(weight::same_type);
    case Kinship::kin:
      return tally.add(weight::kin_type);
    case Kinship::vague:
      return tally.add(weight::vague_type);
    case Kinship::loose:
      return tally.add(weight::loose_type);
    case Kinship::alien:
      return tally.add(weight::alien_type);
  }
}

void compare_outcomes(const Face& a, const Face& b, Tally& tally) {
  const Outcome one = a.outcome;
  const Outcome other = b.outcome;
  if (one == other || (averted(one) && averted(other))) return tally.add(weight::same_outcome);
  tally.add(unfulfilled(one) || unfulfilled(other) ? weight::not_carried_out
                                                   : weight::other_outcome);
}

void compare_phases(const Face& a, const Face& b, Tally& tally) {
  if (a.phase == b.phase) return tally.add(weight::same_phase);
  if (!a.dated || !b.dated) tally.add(weight::other_phase);
}

// Two long reports that are alike, or are not, tell more than two lines.
double length_share(const Face& a, const Face& b) {
  const auto words = static_cast<double>(std::min(a.story->words.size(), b.story->words.size()));
  return std::min(1.0, words / weight::kWordsThatSettle);
}

// The words around the events; of two events that their reports are mainly about, all words of the
// reports.
void compare_words(const Face& a, const Face& b, Tally& tally) {
  if (a.context.empty() && b.context.empty() && a.story->words.empty()) return;
  const double near = cosine(a.context.empty() ? a.story->words : a.context,
                             b.context.empty() ? b.story->words : b.context);
  const double whole = a.leads && b.leads ? cosine(a.story->words, b.story->words) : 0;
  const double above = std::max(near, whole) - weight::kPlainCosine;
  const bool stories = whole >= near;
  const Weight& w = stories ? weight::like_stories : weight::like_words;
  const double share = length_share(a, b);
  const double least = stories ? weight::kLeastForStories * share : weight::kLeastForWords;
  const double most = stories ? weight::kMostForStories * share : weight::kMostForWords;
  tally.add(w, std::clamp(above, least / w.value, most / w.value));
}

// A village or a ship that hardly any report names.
void compare_names(const Face& a, const Face& b, Tally& tally) {
  size_t shared = 0;
  for (const uint32_t name : a.rare_names) shared += std::ranges::binary_search(b.rare_names, name);
  if (shared > 0) tally.add(shared == 1 ? weight::rare_name : weight::rare_names);
}

// Each says in which road it was.
void compare_roads(const Face& a, const Face& b, Tally& tally) {
  if (a.roads.empty() || b.roads.empty()) return;
  const auto there = [&](Key road) { return std::ranges::binary_search(b.roads, road); };
  tally.add(std::ranges::any_of(a.roads, there) ? weight::same_road : weight::other_road);
}

// All but the texts; false: they exclude each other.
bool compare_facts(const Face& a, const Face& b, const knowledge::Lexicon& lexicon, Tally& tally) {
  tally.add(weight::two_reports);
  compare_when(a, b, tally);
  if (!tally.rejected()) compare_where(a, b, tally);
  if (!tally.rejected()) compare_types(a, b, tally);
  if (tally.rejected()) return false;
  compare_outcomes(a, b, tally);
  compare_weapons(a, b, tally);
  compare_targets(a, b, tally);
  compare_actors(a, b, lexicon, tally);
  compare_tolls(a, b, tally);
  compare_phases(a, b, tally);
  return true;
}

void compare_texts(const Face& a, const Face& b, Tally& tally) {
  compare_words(a, b, tally);
  compare_names(a, b, tally);
  compare_roads(a, b, tally);
  if (a.leads && b.leads && share_day(a, b)) tally.add(weight::both_lead);
}

// How much happens there only takes away, so it raises nobody that stays below the threshold.
static_assert(std::ranges::all_of(weight::busy_place, [](const Weight& w) { return w.busy <= 0; }));
static_assert(std::ranges::all_of(weight::told_of_country,
                                  [](const Weight& w) { return w.busy <= 0; }));
static_assert(std::ranges::all_of(weight::names_told, [](const Weight& w) {
  return w.busy + std::max(0.0, weight::two_own_names.busy) <= 0;
}));

// More than what any two texts add, however sums of it are rounded.
double most_for_texts(bool busy) {
  constexpr double kRounding = 0.001;
  const auto value = [&](const Weight& w) { return std::max(0.0, busy ? w.busy : w.value); };
  const double words = weight::kMostForWords / weight::like_words.value * value(weight::like_words);
  const double stories =
      weight::kMostForStories / weight::like_stories.value * value(weight::like_stories);
  return std::max(words, stories) + std::max(value(weight::rare_name), value(weight::rare_names)) +
         std::max(value(weight::same_road), value(weight::other_road)) + value(weight::both_lead) +
         kRounding;
}

// Few people held by the way: not a sweep through a town.
bool few_held(const Face& arrest) {
  constexpr int64_t kFew = 4;
  return arrest.hurt <= kFew;
}

// "A man was arrested for the shooting on Friday": the report's own deed, told to its end.
bool aftermath_pair(const Face& a, const Face& b) {
  const Face& arrest = custody(a.type) ? a : b;
  const Face& deed = custody(a.type) ? b : a;
  return custody(arrest.type) && harms(deed.type) && arrest.outcome == Outcome::completed &&
         few_held(arrest);
}

// What is recalled beside a deed that is news was there before it.
bool held_before(const Face& arrest, const Face& deed) {
  if (arrest.phase == Phase::background && deed.phase == Phase::news) return true;
  return arrest.when.known() && deed.when.known() && !arrest.soft && !deed.soft &&
         last_day(arrest.when) < *deed.when.start;
}

void compare_aftermath(const Face& a, const Face& b, Tally& tally) {
  const Face& arrest = custody(a.type) ? a : b;
  const Face& deed = custody(a.type) ? b : a;
  tally.add(held_before(arrest, deed) ? weight::arrest_before : weight::arrest_for_it);
  if (deed.leads) tally.add(weight::leading_deed);
  if (a.story->lists) tally.add(weight::items_of_a_list);
  if (tally.rejected()) return;
  compare_phases(a, b, tally);
}

// What one report holds apart: mostly sides of one thing where day and place agree.
void compare_in_report(const Face& a, const Face& b, Tally& tally) {
  if (aftermath_pair(a, b)) return compare_aftermath(a, b, tally);
  tally.add(weight::one_report);
  if (a.soft || b.soft) {
    tally.add(weight::undated_there);
  } else {
    compare_when(a, b, tally);
  }
  compare_where(a, b, tally);
  const bool one_type = a.type == b.type;
  tally.add(one_type ? weight::one_report_one_type : weight::other_side_of_it);
  compare_outcomes(a, b, tally);
  if (one_type) compare_targets(a, b, tally);
  compare_weapons(a, b, tally);
  compare_tolls(a, b, tally);
  compare_phases(a, b, tally);
  if (a.story->lists) tally.add(weight::items_of_a_list);
}

}  // namespace

// Names that are told there on other days as well say less, and no name takes a pair down further
// than having none does.
double compare(const Setting& setting, Reasons* reasons) {
  Tally tally(reasons, true);
  if (setting.bustle == 0) {
    if (setting.told > 0) tally.add(weight::told_of_country[setting.told]);
    return tally.score();
  }
  const Weight& busy = weight::busy_place[setting.bustle];
  const Weight& name =
      weight::names_told[std::min<size_t>(setting.spread, weight::names_told.size() - 1)];
  if (setting.spread == Setting::kNoName || busy.busy > name.busy) {
    tally.add(busy);
  } else {
    tally.add(name);
    if (setting.own_names > 1) tally.add(weight::two_own_names);
  }
  return tally.score();
}

void Tally::add(const Weight& weight, double times) {
  const double value = times * (busy_ ? weight.busy : weight.value);
  score_ += value;
  if (reasons_ != nullptr) reasons_->push_back({weight.name, value, times});
}

// A ship that one side calls hijacked the other calls seized.
bool comparable(const Face& a, const Face& b) {
  if (of_one_report(a, b) || custody(a.type) == custody(b.type)) return true;
  const EventType held = custody(a.type) ? a.type : b.type;
  const EventType deed = custody(a.type) ? b.type : a.type;
  if (held == EventType::seizure && deed == EventType::hijacking) return true;
  return !harms(deed);
}

double compare(const Face& a, const Face& b, const knowledge::Lexicon& lexicon, bool busy,
               Reasons* reasons) {
  Tally tally(reasons, busy && !of_one_report(a, b));
  if (of_one_report(a, b)) {
    compare_in_report(a, b, tally);
    return tally.score();
  }
  if (compare_facts(a, b, lexicon, tally)) compare_texts(a, b, tally);
  return tally.score();
}

std::optional<double> compare_if_near(const Face& a, const Face& b,
                                      const knowledge::Lexicon& lexicon, bool busy) {
  if (of_one_report(a, b)) return compare(a, b, lexicon, busy);
  Tally tally(nullptr, busy);
  if (!compare_facts(a, b, lexicon, tally)) return tally.score();
  if (tally.score() + most_for_texts(busy) < weight::kThreshold) return std::nullopt;
  compare_texts(a, b, tally);
  return tally.score();
}

}  // namespace sitrep::incidents
