#include "grounding/atlas_choice.h"

#include <algorithm>
#include <cmath>

#include "grounding/atlas_weights.h"

namespace sitrep::atlas {

namespace {

constexpr int kRounds = 3;
// The score of "none of these", which no table holds: likelier beside nothing but hamlets, where a
// report that never speaks of their country means something else.
constexpr double kNowhere = -1.5;
constexpr double kNoHamlet = 0.5;
constexpr double kNoNeighbourhood = 2.0;

// Places so large that a local report may speak of them without saying where they are.
constexpr uint32_t kKnownAfar = 150'000;
// So large that a report which is about one other country may speak of them so.
constexpr uint32_t kKnownEverywhere = 1'000'000;
constexpr double kWithinReach = 0.2;  // 150 km from the outlet's town
constexpr double kStrange = 1;        // by which "none of these" beats what fits nothing
constexpr double kAboutElsewhere =
    1.5;  // votes of other names, from which a report has its country
// The same for a place that only its neighbours know.
constexpr double kSmallIsElsewhere = 0.6;
constexpr uint32_t kSmall = 50'000;
// Votes for one other country from which a report is about that one, their share of all for others,
// and the share of them from which the reading's own country is spoken of beside it.
constexpr double kAboutOne = 1.5, kAboutOneOnly = 0.7, kBeside = 0.3;

// What it is worth that a reading lies in the one country that the report speaks of, where its
// largest namesake is not so much larger that the name means that one everywhere.
constexpr double kInTheOneCountry = 3;
constexpr double kOthersSilent = 0.2;  // votes for other countries, at most
constexpr double kAlikeInSize = 0.15;  // of the largest namesake's people

double weigh(const Weights& weights, const Features& features, size_t first, size_t last) {
  double sum = 0;
  for (size_t i = first; i < last; ++i) sum += weights[i] * features[i];
  return sum;
}

double score_of_nowhere(const Name& name) {
  if (name.neighbourhood) return kNoNeighbourhood;
  const bool hamlets = std::all_of(name.readings.begin(), name.readings.end(),
                                   [](const Reading& r) { return r.sort == Sort::hamlet; });
  return hamlets ? kNoHamlet : kNowhere;
}

void softmax(Name& name, const std::vector<double>& scores, double nowhere) {
  if (name.readings.empty()) return;
  const double top = std::max(nowhere, *std::max_element(scores.begin(), scores.end()));
  double total = std::exp(nowhere - top);
  for (size_t i = 0; i < scores.size(); ++i)
    total += name.readings[i].share = std::exp(scores[i] - top);
  for (Reading& reading : name.readings) reading.share /= total;
}

// By themselves: only the unambiguous are sure.
void decide_alone(Name& name, const Weights& weights, std::vector<double>& scores) {
  scores.clear();
  for (Reading& reading : name.readings) {
    Features features{};
    add_fixed_features(name, reading, features);
    reading.prior = weigh(weights, features, 0, kFixedFeatures);
    scores.push_back(reading.prior);
  }
  softmax(name, scores, score_of_nowhere(name));
}

// English news speaks of small places at home.
bool is_small(const Reading& reading) {
  return reading.sense.gazetteer && reading.capital == 0 && reading.population < kSmall &&
         !speaks_english(reading.country);
}

bool beside_others(const Features& features) {
  return features[kInside] > 0.5 || features[kNearAnchors] > 0.2 || features[kDivisionNamed] > 0.1;
}

// Would a report from anywhere, which is about other countries, speak of this place unexplained?
bool fits_among_others(const Reading& reading, const Features& features) {
  const bool known =
      !reading.sense.gazetteer || reading.capital != 0 || reading.population >= kKnownAfar;
  const bool country_told = features[kCountryNamed] > 0.1 || features[kCountryShared] > 0.3;
  return known || country_told || beside_others(features);
}

// Would a report that is about one other country speak of this place unexplained? English news does
// of the states of the United States.
bool known_everywhere(const Reading& reading) {
  const bool area = reading.sort == Sort::country || reading.country == "US";
  return (area && !reading.sense.gazetteer) || (reading.capital & 1) != 0 ||
         reading.population >= kKnownEverywhere;
}

// "San Luis", "Santa Marta": a name that several countries have, so perhaps a village here that no
// table holds.
bool is_shared(const Name& name) {
  constexpr size_t kSeveral = 2;
  std::vector<std::string_view> countries;
  for (const Reading& reading : name.readings) {
    if (std::ranges::find(countries, reading.country) == countries.end())
      countries.push_back(reading.country);
    if (countries.size() >= kSeveral) return true;
  }
  return false;
}

// Would a local outlet speak of this place, in this report?
bool fits(const Reading& reading, const Features& features, const Home& home) {
  const bool listed = !reading.sense.gazetteer;  // countries, divisions, bases, what news speaks of
  const bool known = listed || reading.capital != 0 || reading.population >= kKnownAfar;
  const bool at_home = features[kNearHome] > kWithinReach || features[kHomeDivision] > 0;
  const bool abroad = reading.country != home.country && features[kCountryNamed] > 0.1;
  return known || at_home || beside_others(features) || abroad;
}

// One round: every name in the light of what was believed of the others before it.
class Round {
 public:
  Round(const std::vector<Name>& names, const Home& home, const Weights& weights)
      : home_(home), weights_(weights), evidence_(names, home) {}

  void decide(Name& name, uint32_t index) {
    bool fitting = false;
    scores_.clear();
    for (const Reading& reading : name.readings) {
      Features features{};
      evidence_.add(index, reading, features);
      fitting = fitting || in_place(index, reading, features);
      scores_.push_back(reading.prior + weigh(weights_, features, kFixedFeatures, kFeatures) +
                        (in_the_one_country(index, reading, features) ? kInTheOneCountry : 0));
    }
    softmax(name, scores_, fitting ? score_of_nowhere(name) : score_of_strange(name));
  }

 private:
  // "The Lebanese army said that a bomb had gone off in Tripoli." Which one within the country is
  // not told by it.
  bool in_the_one_country(uint32_t name, const Reading& reading, const Features& features) const {
    if (features[kCountryNamed] < 0.1) return false;
    uint32_t largest = 0, largest_there = 0;
    bool listed = false;
    for (const Reading& other : evidence_.name(name).readings) {
      const bool there = other.country == reading.country;
      const bool settled = other.sort == Sort::town || other.sort == Sort::city;
      largest = std::max(largest, other.population);
      if (there) largest_there = std::max(largest_there, other.population);
      listed = listed || (there && settled && !other.sense.gazetteer);
    }
    const bool alike = listed || largest_there >= kAlikeInSize * largest;
    return alike && evidence_.for_other_countries(name, reading) <= kOthersSilent;
  }

  bool in_place(uint32_t name, const Reading& reading, const Features& features) const {
    if (evidence_.name(name).neighbourhood && !beside_others(features)) return false;
    if (home_.town.share > 0) return fits(reading, features, home_);
    const double others = evidence_.for_other_countries(name, reading);
    if (others < (is_small(reading) ? kSmallIsElsewhere : kAboutElsewhere)) return true;
    if (!fits_among_others(reading, features)) return false;
    if (known_everywhere(reading) || beside_others(features)) return true;
    if (!is_shared(evidence_.name(name))) return true;
    const auto [own, leading] = evidence_.rivalry(name, reading);
    const bool about_one = leading >= kAboutOne && leading >= kAboutOneOnly * others;
    return !about_one || own >= kBeside * leading;
  }

  // A small place far from where the outlet is at home, and from all else that the report names,
  // is a namesake of something at home that no table holds: a street, a part of the town.
  double score_of_strange(const Name& name) const {
    double score = score_of_nowhere(name);
    for (const double reading : scores_) score = std::max(score, reading + kStrange);
    return score;
  }

  const Home& home_;
  const Weights& weights_;
  Evidence evidence_;
  std::vector<double> scores_;
};

}  // namespace

const Weights& learnt_weights() { return kLearntWeights; }

void decide(std::vector<Name>& names, const Home& home, const Weights& weights) {
  std::vector<double> scores;
  for (Name& name : names) decide_alone(name, weights, scores);
  for (int i = 0; i < kRounds; ++i) {
    Round round(names, home, weights);
    for (uint32_t name = 0; name < names.size(); ++name) round.decide(names[name], name);
  }
}

}  // namespace sitrep::atlas
