#include "incidents/linking.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <tuple>

#include "incidents/compare.h"
#include "incidents/meetings.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kAtOnce = 8192;         // events that are linked in one go
constexpr size_t kMostSketches = 60000;  // that stay in memory between two goes

}  // namespace

std::vector<std::vector<Sitter>> grouped(const Component& component, const Constraints& people) {
  std::vector<std::vector<Sitter>> out;
  for (const auto& group : cluster(component.pairs, component.told, people)) {
    auto& members = out.emplace_back();
    for (const uint32_t i : group) members.push_back(component.events[i]);
  }
  return out;
}

std::shared_ptr<const Sketch> Linker::sketch(uint32_t report) {
  auto& found = sketches_[report];
  if (!found) found = archive_.sketch(report);
  return found;
}

uint32_t Linker::node(Sitter who) {
  const auto [found, fresh] = numbers_.try_emplace(who, static_cast<uint32_t>(nodes_.size()));
  if (fresh) {
    const Face& face = sketch(report_of(who))->faces[place_of(who)];
    nodes_.push_back({who, face.order, found->second, custody(face.type), rates_.busy(face)});
  }
  return found->second;
}

uint32_t Linker::root(uint32_t i) {
  while (nodes_[i].parent != i) i = nodes_[i].parent = nodes_[nodes_[i].parent].parent;
  return i;
}

void Linker::ask(uint32_t i) {
  if (std::exchange(nodes_[i].asked, true)) return;
  next_.push_back(nodes_[i].who);
}

void Linker::link(const std::vector<Sitter>& events,
                  const std::vector<std::vector<Sitter>>& together) {
  for (const auto& set : together) {
    for (const Sitter who : set) {
      const uint32_t first = root(node(set.front()));
      const uint32_t own = node(who);
      nodes_[root(own)].parent = first;
      ask(own);
    }
  }
  for (const Sitter who : events) ask(node(who));
  while (!next_.empty()) {
    auto level = std::exchange(next_, {});
    std::ranges::sort(level);
    for (size_t i = 0; i < level.size(); i += kAtOnce) {
      link_some(std::span(level).subspan(i, std::min(kAtOnce, level.size() - i)));
      if (sketches_.size() > kMostSketches) sketches_.clear();
    }
  }
}

void Linker::link_some(std::span<const Sitter> events) {
  const Meetings meetings(archive_, events);
  std::vector<std::vector<Sitter>> met(events.size());
  std::vector<std::vector<uint32_t>> reports(events.size());
  tbb::parallel_for(size_t{0}, events.size(), [&](size_t i) {
    met[i] = meetings.of_event(i);
    reports[i] = meetings.of_report(i);
  });
  for (size_t i = 0; i < events.size(); ++i) {
    met[i] = everyone_met(events[i], std::move(met[i]), reports[i],
                          [&](uint32_t report) { return sketch(report); });
    nodes_[node(events[i])].done = true;
    // A pair is scored with the first of its two.
    std::erase_if(met[i], [&](Sitter other) { return nodes_[node(other)].done; });
    sketch(report_of(events[i]));
    for (const Sitter other : met[i]) sketch(report_of(other));
  }
  std::vector<std::vector<std::pair<Sitter, float>>> scores(events.size());
  tbb::parallel_for(size_t{0}, events.size(), [&](size_t i) {
    scores[i] = scores_of(*sketches_.at(report_of(events[i])), events[i], met[i]);
  });
  for (size_t i = 0; i < events.size(); ++i) {
    add_rates(events[i], scores[i]);
    keep(events[i], scores[i]);
  }
}

// What one report tells of two events is judged without.
void Linker::add_rates(Sitter who, std::vector<std::pair<Sitter, float>>& scores) {
  const Face& face = sketches_.at(report_of(who))->faces[place_of(who)];
  for (auto& [other, score] : scores) {
    if (report_of(other) == report_of(who)) continue;
    const Face& with = sketches_.at(report_of(other))->faces[place_of(other)];
    score += static_cast<float>(compare(rates_.setting(face, with, score)));
  }
}

std::vector<std::pair<Sitter, float>> Linker::scores_of(const Sketch& sketch, Sitter who,
                                                        const std::vector<Sitter>& met) const {
  std::vector<std::pair<Sitter, float>> out;
  const Face& face = sketch.faces[place_of(who)];
  for (const Sitter other : met) {
    const Face& with = sketches_.at(report_of(other))->faces[place_of(other)];
    if (!comparable(face, with)) continue;
    const bool busy = is_busy(who) || is_busy(other);
    const bool first = face.order < with.order;  // the sum's order is the same for both
    out.emplace_back(other, static_cast<float>(first ? compare(face, with, lexicon_, busy)
                                                     : compare(with, face, lexicon_, busy)));
  }
  return out;
}

void Linker::keep(Sitter who, const std::vector<std::pair<Sitter, float>>& scores) {
  const uint32_t a = node(who);
  for (const auto& [other, score] : scores) {
    const uint32_t b = node(other);
    pairs_.push_back({a, b, score});
    if (score < weight::kThreshold) continue;
    nodes_[root(a)].parent = root(b);
    ask(b);
  }
}

// The nodes of each component in their own order; components by their first.
std::vector<std::vector<uint32_t>> Linker::by_component() {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].done) order.push_back(i);
  }
  std::ranges::sort(order, {},
                    [&](uint32_t i) { return std::tuple(nodes_[i].order, nodes_[i].who); });
  boost::unordered_flat_map<uint32_t, size_t> place;
  std::vector<std::vector<uint32_t>> out;
  for (const uint32_t i : order) {
    const auto [found, fresh] = place.try_emplace(root(i), out.size());
    if (fresh) out.emplace_back();
    out[found->second].push_back(i);
  }
  return out;
}

std::vector<Component> Linker::components() {
  const auto groups = by_component();
  std::vector<std::pair<uint32_t, uint32_t>> home(nodes_.size());  // component and place in it
  std::vector<Component> out(groups.size());
  for (uint32_t c = 0; c < groups.size(); ++c) {
    for (uint32_t i = 0; i < groups[c].size(); ++i) {
      home[groups[c][i]] = {c, i};
      const Node& node = nodes_[groups[c][i]];
      out[c].events.push_back(node.who);
      out[c].told.push_back({report_of(node.who), node.custody});
    }
  }
  for (const Scored& p : std::exchange(pairs_, {})) {
    if (!nodes_[p.a].done || !nodes_[p.b].done || root(p.a) != root(p.b)) continue;
    const auto [c, a] = home[p.a];
    const uint32_t b = home[p.b].second;
    out[c].pairs.push_back({std::min(a, b), std::max(a, b), p.score});
  }
  for (Component& component : out) {
    std::ranges::sort(component.pairs, {}, [](const ScoredPair& p) { return std::pair(p.a, p.b); });
  }
  return out;
}

}  // namespace sitrep::incidents
