#include "grounding/atlas_choice.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>

#include "grounding/atlas.h"

namespace sitrep::atlas {

namespace {

// Weights of the evidence, in log odds.
constexpr double kInEnclosing = 6;  // "Hit, Anbar": inside what is named as around it
constexpr double kOutEnclosing = -5;
constexpr double kCountrySeen = 3;  // the report's other names lie in the same country
constexpr double kAreaSeen = 4;     // in the same first-level division
constexpr double kClose = 5;        // near another name's likeliest point
constexpr double kHome = 1.0;       // in the outlet's country
constexpr double kScaleKm = 120;
constexpr double kReachDegrees = 6;  // of latitude: beyond it closeness is nought
constexpr int kRounds = 3;

using Votes = boost::unordered_flat_map<Key, double>;

double saturate(double votes) { return votes / (votes + 1); }

// A name's likeliest point, while the others are weighed.
struct Anchor {
  double lat = 0, lon = 0, share = 0;
  uint32_t name = 0;
};

struct Evidence {
  Votes countries;
  Votes areas;
  std::vector<Anchor> anchors;  // by latitude
};

std::vector<Anchor> find_anchors(const std::vector<Name>& names) {
  std::vector<Anchor> anchors;
  for (uint32_t i = 0; i < names.size(); ++i) {
    if (names[i].readings.empty() || names[i].demonym) continue;
    const Reading& best = names[i].readings[names[i].best()];
    if (best.precision == PlacePrecision::country || best.precision == PlacePrecision::admin1)
      continue;
    anchors.push_back({best.lat, best.lon, best.share, i});
  }
  std::sort(anchors.begin(), anchors.end(),
            [](const Anchor& x, const Anchor& y) { return x.lat < y.lat; });
  return anchors;
}

Evidence count_votes(const std::vector<Name>& names) {
  Evidence evidence;
  evidence.anchors = find_anchors(names);
  for (const Name& name : names) {
    for (const Reading& reading : name.readings) {
      const double vote = reading.share * name.weight;
      if (vote < 0.01) continue;
      evidence.countries[key(reading.country)] += vote;
      if (reading.area != kNoKey) evidence.areas[reading.area] += vote;
    }
  }
  return evidence;
}

double votes_for(const Votes& votes, Key key) {
  const auto found = votes.find(key);
  return found == votes.end() ? 0 : found->second;
}

// What the name itself gave to a country or division is not evidence for it.
double own_votes(const Name& name, const Reading& reading, bool area) {
  double own = 0;
  for (const Reading& other : name.readings) {
    if (area ? other.area == reading.area : other.country == reading.country)
      own += other.share * name.weight;
  }
  return own;
}

double closeness(const std::vector<Anchor>& anchors, uint32_t self, const Reading& reading) {
  double sum = 0;
  auto at = std::lower_bound(anchors.begin(), anchors.end(), reading.lat - kReachDegrees,
                             [](const Anchor& anchor, double lat) { return anchor.lat < lat; });
  for (; at != anchors.end() && at->lat <= reading.lat + kReachDegrees; ++at) {
    if (at->name == self) continue;
    sum +=
        at->share * std::exp(-distance_km(at->lat, at->lon, reading.lat, reading.lon) / kScaleKm);
  }
  return saturate(sum);
}

bool lies_in(const Reading& inner, const Reading& outer) {
  if (inner.country != outer.country) return false;
  if (outer.precision == PlacePrecision::country) return true;
  if (outer.area != kNoKey && inner.area == outer.area) return true;
  if (outer.precision == PlacePrecision::admin1) return false;
  return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) < 80;
}

// +1 certainly inside all that is said to enclose it, -1 certainly outside; 0 where nothing is
// said.
double enclosure(const std::vector<Name>& names, const Name& name, const Reading& reading) {
  double inside = 0;
  double said = 0;
  for (size_t i = 0; i < name.enclosing.size(); ++i) {
    const Name& outer = names[name.enclosing[i]];
    if (reading.area != kNoKey &&
        reading.area == extend(name.enclosing_areas[i], key(reading.country))) {
      ++inside, ++said;
      continue;
    }
    double share = 0;
    for (const Reading& around : outer.readings)
      share += lies_in(reading, around) ? around.share : 0;
    if (!outer.readings.empty()) inside += share, ++said;
  }
  if (said == 0) return 0;
  return inside / said * kInEnclosing + (1 - inside / said) * kOutEnclosing;
}

// A name that encloses others should hold them: "Georgia" around "Atlanta" is the state.
double contents(const std::vector<Name>& names, const Name& name, const Reading& reading) {
  double sum = 0;
  for (const uint32_t inner : name.holds) {
    double held = 0;
    for (const Reading& r : names[inner].readings) held += lies_in(r, reading) ? r.share : 0;
    if (!names[inner].readings.empty()) sum += held - 0.5;
  }
  return std::clamp(sum * 5, -5.0, 5.0);
}

double score(const std::vector<Name>& names, uint32_t self, const Reading& reading,
             const Evidence& evidence, std::string_view home) {
  const Name& name = names[self];
  const double country =
      votes_for(evidence.countries, key(reading.country)) - own_votes(name, reading, false);
  double sum = reading.prior + kCountrySeen * saturate(std::max(0.0, country));
  if (reading.area != kNoKey) {
    const double area = votes_for(evidence.areas, reading.area) - own_votes(name, reading, true);
    sum += kAreaSeen * saturate(std::max(0.0, area));
  }
  if (!home.empty() && reading.country == home) sum += kHome;
  if (reading.precision != PlacePrecision::country)
    sum += kClose * closeness(evidence.anchors, self, reading);
  return sum + enclosure(names, name, reading) + contents(names, name, reading);
}

void softmax(Name& name, const std::vector<double>& scores) {
  if (name.readings.empty()) return;
  const double top = *std::max_element(scores.begin(), scores.end());
  double total = 0;
  for (size_t i = 0; i < scores.size(); ++i)
    total += name.readings[i].share = std::exp(scores[i] - top);
  for (Reading& reading : name.readings) reading.share /= total;
}

}  // namespace

void decide(std::vector<Name>& names, std::string_view home) {
  std::vector<double> scores;
  for (Name& name : names) {  // first by themselves: only the unambiguous are sure
    scores.clear();
    for (const Reading& reading : name.readings) scores.push_back(reading.prior);
    softmax(name, scores);
  }
  for (int round = 0; round < kRounds; ++round) {
    const Evidence evidence = count_votes(names);
    for (uint32_t i = 0; i < names.size(); ++i) {
      scores.clear();
      for (const Reading& reading : names[i].readings)
        scores.push_back(score(names, i, reading, evidence, home));
      softmax(names[i], scores);
    }
  }
}

}  // namespace sitrep::atlas
