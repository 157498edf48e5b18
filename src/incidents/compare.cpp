#include "incidents/compare.h"

#include <fmt/format.h>

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

// The words around the events; of reports that are news of one thing only, all their words. One
// report's words for two events are alike whatever they are.
void compare_words(const Face& a, const Face& b, Tally& tally) {
  if (a.report == b.report) return;
  if (a.context.empty() && b.context.empty() && a.story->words.empty()) return;
  double alike = cosine(a.context.empty() ? a.story->words : a.context,
                        b.context.empty() ? b.story->words : b.context);
  const bool news = a.phase == Phase::news && b.phase == Phase::news;
  const bool whole = news && a.story->news == 1 && b.story->news == 1;
  if (whole) alike = std::max(alike, cosine(a.story->words, b.story->words));
  const double least = whole ? weight::kLeastForStories : weight::kLeastForWords;
  tally.add(weight::like_words,
            std::clamp((alike - weight::kPlainCosine) * weight::like_words.value, least,
                       weight::kMostForWords));
}

}  // namespace

void Tally::add(const Weight& weight, double value) {
  score_ += value;
  if (reasons_ == nullptr) return;
  if (!reasons_->empty()) reasons_->append(", ");
  fmt::format_to(std::back_inserter(*reasons_), "{} {:+.1f}", weight.name, value);
}

double compare(const Face& a, const Face& b, const knowledge::Lexicon& lexicon,
               std::string* reasons) {
  Tally tally(reasons);
  compare_when(a, b, tally);
  if (!tally.rejected()) compare_where(a, b, tally);
  if (!tally.rejected()) compare_types(a, b, tally);
  if (tally.rejected()) return tally.score();
  compare_outcomes(a, b, tally);
  compare_weapons(a, b, tally);
  compare_targets(a, b, tally);
  compare_actors(a, b, lexicon, tally);
  compare_tolls(a, b, tally);
  compare_phases(a, b, tally);
  compare_words(a, b, tally);
  return tally.score();
}

}  // namespace sitrep::incidents
