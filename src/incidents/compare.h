// How much speaks for two events being one.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "incidents/face.h"
#include "incidents/weights.h"

namespace sitrep::incidents {

// What spoke for or against a pair, and how much: `times` its weight.
struct Reason {
  std::string_view name;
  double value = 0;
  double times = 1;
};
using Reasons = std::vector<Reason>;

// A sum of weights, those of a busy place or of any other; keeps the reasons only when asked to.
class Tally {
 public:
  explicit Tally(Reasons* reasons = nullptr, bool busy = false) : busy_(busy), reasons_(reasons) {}
  void add(const Weight& weight, double times = 1);
  double score() const { return score_; }
  bool rejected() const { return score_ < weight::kReject; }

 private:
  double score_ = 0;
  bool busy_;
  Reasons* reasons_;
};

// What is common where two events happened, in steps (base_rate.h). As it stands: a place where
// little happens, which takes nothing from what else is compared.
struct Setting {
  static constexpr uint8_t kNoName = 3;
  uint8_t bustle = 0;        // how much happens there, 0 to 5
  uint8_t told = 0;          // how much is told of the country, 0 to 2
  uint8_t spread = kNoName;  // on how many days the rarest name that both tell is told there
  uint8_t own_names = 0;     // names of step 0 that both tell
};
double compare(const Setting& setting, Reasons* reasons = nullptr);

// `busy`: much happens where one of the two happened (Setting::bustle).
double compare(const Face& a, const Face& b, const knowledge::Lexicon& lexicon, bool busy,
               Reasons* reasons = nullptr);

// The same, but none for two that stay below the threshold whatever their words say: most pairs,
// and words are what costs.
std::optional<double> compare_if_near(const Face& a, const Face& b,
                                      const knowledge::Lexicon& lexicon, bool busy);

// What one report tells apart is apart by less than what two tell.
inline bool of_one_report(const Face& a, const Face& b) { return a.report == b.report; }

// An arrest is held against the deeds of its own report and against arrests: who is held for it, no
// other report's account of the deed can say.
bool comparable(const Face& a, const Face& b);

Day last_day(const When& when);                     // of a known day or range
double kilometres(const Where& a, const Where& b);  // both with a point

// The parts of the comparison.
void compare_when(const Face& a, const Face& b, Tally& tally);
void compare_where(const Face& a, const Face& b, Tally& tally);
void compare_weapons(const Face& a, const Face& b, Tally& tally);
void compare_targets(const Face& a, const Face& b, Tally& tally);
void compare_actors(const Face& a, const Face& b, const knowledge::Lexicon& lexicon, Tally& tally);
void compare_tolls(const Face& a, const Face& b, Tally& tally);

// Both are known to have happened on one day, or in one night.
bool share_day(const Face& a, const Face& b);

// Could both numbers be one, each said with its own reserve ("two", "at least two")?
bool compatible(const Quantity& a, const Quantity& b);

}  // namespace sitrep::incidents
