#include "incidents/cluster.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <cmath>
#include <queue>

#include "incidents/weights.h"

namespace sitrep::incidents {

namespace {

struct Tie {
  double sum = 0;
  float best = -1e9F;
  uint32_t pairs = 0;
  float worst_of_report = 1e9F;  // of the pairs of one report
  uint32_t pairs_of_report = 0;
  uint32_t of_both_kinds = 0;   // pairs of an arrest and a deed
  float worst_of_kinds = 1e9F;  // of these

  void add(const Tie& other) {
    sum += other.sum;
    best = std::max(best, other.best);
    pairs += other.pairs;
    worst_of_report = std::min(worst_of_report, other.worst_of_report);
    pairs_of_report += other.pairs_of_report;
    of_both_kinds += other.of_both_kinds;
    worst_of_kinds = std::min(worst_of_kinds, other.worst_of_kinds);
  }
};

Tie tie_of(const ScoredPair& p, const Told& a, const Told& b) {
  Tie tie{p.score, p.score, 1};
  if (a.custody != b.custody) tie.of_both_kinds = 1, tie.worst_of_kinds = p.score;
  if (a.report == b.report) tie.worst_of_report = p.score, tie.pairs_of_report = 1;
  return tie;
}

struct Candidate {
  double value;
  uint32_t a, b;  // groups, by their first event
  uint32_t a_version, b_version;
  bool operator<(const Candidate& o) const {
    if (value != o.value) return value < o.value;
    return a != o.a ? a > o.a : b > o.b;
  }
};

class Agglomeration {
 public:
  Agglomeration(const std::vector<ScoredPair>& pairs, const std::vector<Told>& events,
                const Constraints& constraints)
      : groups_(events.size()),
        reports_(events.size()),
        custody_(events.size()),
        sides_(constraints.sides),
        ties_(events.size()),
        version_(events.size(), 0) {
    for (uint32_t i = 0; i < events.size(); ++i) {
      groups_[i] = {i};
      reports_[i] = {events[i].report};
      custody_[i] = events[i].custody;
    }
    for (const ScoredPair& p : pairs)
      ties_[p.a][p.b] = ties_[p.b][p.a] = tie_of(p, events[p.a], events[p.b]);
    for (const auto& set : constraints.together) join_all(set);
    for (const ScoredPair& p : pairs) {
      if (ties_[p.a].contains(p.b)) offer(p.a, p.b);
    }
  }

  std::vector<std::vector<uint32_t>> run() {
    join_offered();
    fragments_ = true;
    for (uint32_t a = 0; a < groups_.size(); ++a) {
      for (const auto& [b, tie] : ties_[a]) {
        if (a < b) offer(a, b);
      }
    }
    join_offered();
    std::vector<std::vector<uint32_t>> out;
    for (auto& group : groups_) {
      if (group.empty()) continue;
      std::ranges::sort(group);
      out.push_back(std::move(group));
    }
    return out;
  }

 private:
  void join_offered() {
    while (!queue_.empty()) {
      const Candidate next = queue_.top();
      queue_.pop();
      if (version_[next.a] == next.a_version && version_[next.b] == next.b_version)
        join(next.a, next.b);
    }
  }

  // What one report alone tells of goes with the incident that the report's own words make it part
  // of, however others tell of that.
  bool goes_with(uint32_t a, uint32_t b, const Tie& tie) const {
    const auto of_one = [&](uint32_t g) { return reports_[g].front() == reports_[g].back(); };
    return (of_one(a) || of_one(b)) && (told_together(a, b, tie) || held_for_it(a, b, tie));
  }

  // Several may be held for one deed, on several days.
  bool held_for_it(uint32_t a, uint32_t b, const Tie& tie) const {
    const auto arrests = [&](uint32_t g) { return custody_[g] == groups_[g].size(); };
    return arrests(a) != arrests(b) && tie.of_both_kinds > 0 &&
           tie.worst_of_kinds >= weight::kTogether;
  }

  bool told_together(uint32_t a, uint32_t b, const Tie& tie) const {
    return tie.worst_of_report >= weight::kTogether && tie.pairs_of_report == pairs_of_report(a, b);
  }

  double value(uint32_t a, uint32_t b, const Tie& tie) const {
    const auto all = static_cast<double>(comparable(a, b) + tie.of_both_kinds);
    const double judged = std::max<double>(tie.pairs, std::min(all, weight::kEnoughCompared));
    const double average = (tie.sum + weight::kNotCompared * (judged - tie.pairs)) / judged;
    const double many =
        std::min(std::log2(judged) / std::log2(weight::kEnoughCompared), 1.0);  // 0: one pair
    const double best = std::lerp(weight::kBestOfOne, weight::kBestOfMany, many);
    const double mean = std::lerp(average, tie.best, best) + many * weight::kEasedForMany;
    return told_together(a, b, tie) ? mean : mean - weight::kSameReport;
  }

  // Pairs of deeds, and of arrests.
  size_t comparable(uint32_t a, uint32_t b) const {
    const size_t deeds = groups_[a].size() - custody_[a];
    return deeds * (groups_[b].size() - custody_[b]) + custody_[a] * custody_[b];
  }

  // Pairs of events, one of each group, that are of one report.
  uint32_t pairs_of_report(uint32_t a, uint32_t b) const {
    const auto& one = reports_[a];
    const auto& other = reports_[b];
    uint32_t pairs = 0;
    for (auto x = one.begin(), y = other.begin(); x != one.end() && y != other.end();) {
      if (*x != *y) {
        *x < *y ? ++x : ++y;
        continue;
      }
      const auto x_end = std::upper_bound(x, one.end(), *x);
      const auto y_end = std::upper_bound(y, other.end(), *y);
      pairs += static_cast<uint32_t>((x_end - x) * (y_end - y));
      x = x_end, y = y_end;
    }
    return pairs;
  }

  // Did a person say that they are two?
  bool apart(uint32_t a, uint32_t b) const {
    if (sides_.empty()) return false;
    return std::ranges::any_of(
        sides_[a], [&](uint32_t side) { return std::ranges::binary_search(sides_[b], side ^ 1u); });
  }

  void offer(uint32_t a, uint32_t b) {
    if (a > b) std::swap(a, b);
    const Tie& tie = ties_[a].at(b);
    if (fragments_) {
      if (tie.pairs_of_report > 0 && goes_with(a, b, tie) && !apart(a, b))
        queue_.push({tie.worst_of_report, a, b, version_[a], version_[b]});
      return;
    }
    if (tie.best < weight::kThreshold || apart(a, b)) return;
    const double v = value(a, b, tie);
    if (v >= weight::kThreshold) queue_.push({v, a, b, version_[a], version_[b]});
  }

  void join_all(std::vector<uint32_t> events) {
    std::ranges::sort(events);
    for (size_t i = 1; i < events.size(); ++i) join(events[0], events[i]);
  }

  // b goes into a; a < b, so a group is known by its first event.
  void join(uint32_t a, uint32_t b) {
    groups_[a].insert(groups_[a].end(), groups_[b].begin(), groups_[b].end());
    std::vector<uint32_t> reports;
    std::ranges::merge(reports_[a], reports_[b], std::back_inserter(reports));
    reports_[a] = std::move(reports);
    groups_[b].clear();
    custody_[a] += custody_[b];
    join_sides(a, b);
    ++version_[a];
    ++version_[b];
    ties_[a].erase(b);
    for (const auto& [other, tie] : ties_[b]) {
      ties_[other].erase(b);
      if (other == a) continue;
      Tie& joined = ties_[a][other];
      joined.add(tie);
      ties_[other][a] = joined;
    }
    ties_[b].clear();
    for (const auto& [other, tie] : ties_[a]) offer(a, other);
  }

  void join_sides(uint32_t a, uint32_t b) {
    if (sides_.empty() || sides_[b].empty()) return;
    std::vector<uint32_t> sides;
    std::ranges::set_union(sides_[a], sides_[b], std::back_inserter(sides));
    sides_[a] = std::move(sides);
  }

  std::vector<std::vector<uint32_t>> groups_;
  std::vector<std::vector<uint32_t>> reports_;  // of each event, sorted
  std::vector<size_t> custody_;                 // arrests and seizures in each group
  std::vector<std::vector<uint32_t>> sides_;    // sorted; empty: nobody said anything
  std::vector<boost::unordered_flat_map<uint32_t, Tie>> ties_;
  std::vector<uint32_t> version_;
  bool fragments_ = false;  // all else is joined
  std::priority_queue<Candidate> queue_;
};

}  // namespace

std::vector<std::vector<uint32_t>> cluster(const std::vector<ScoredPair>& pairs,
                                           const std::vector<Told>& events,
                                           const Constraints& constraints) {
  return Agglomeration(pairs, events, constraints).run();
}

}  // namespace sitrep::incidents
