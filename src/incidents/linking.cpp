#include "incidents/linking.h"

#include <algorithm>
#include <bit>
#include <map>
#include <tuple>

#include "incidents/bereft.h"
#include "incidents/compare.h"

namespace sitrep::incidents {

namespace {

// Of a pair, for one of its events.
uint64_t print_of(Key other, float score) { return extend(other, std::bit_cast<uint32_t>(score)); }

}  // namespace

std::vector<std::vector<Sitter>> grouped(const Component& component, const Constraints& people) {
  std::vector<std::vector<Sitter>> out;
  for (const auto& group : cluster(component.pairs, component.told, people)) {
    auto& members = out.emplace_back();
    for (const uint32_t i : group) members.push_back(component.events[i]);
  }
  return out;
}

uint32_t Linker::node(Sitter who) {
  const auto [found, fresh] = numbers_.try_emplace(who, static_cast<uint32_t>(nodes_.size()));
  if (fresh) {
    const Face& face = sketch(report_of(who)).faces[place_of(who)];
    Node& node = nodes_.emplace_back();
    node.who = who;
    node.order = face.order;
    node.parent = found->second;
    node.custody = custody(face.type);
    faces_.push_back(&face);
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

// With all that it is grouped with as things stand, so that no component is left in part.
void Linker::reach(Sitter who) {
  const uint32_t own = node(who);
  if (nodes_[own].reached) return;
  const auto stood = standings_ ? standings_->stood(who) : std::nullopt;
  if (!stood) {
    nodes_[own].reached = true;
    return ask(own);
  }
  for (const Sitter each : standings_->company(stood->component)) {
    const uint32_t i = node(each);
    nodes_[i].reached = true;
    nodes_[i].home = stood->component;
  }
}

// Its pairs may be others than they were.
void Linker::change(Sitter who) {
  reach(who);
  nodes_[node(who)].changed = true;
  ask(node(who));
}

void Linker::link(const Links& links) {
  for (const Sitter who : links.fresh) change(who);
  for (const Sitter who : links.reached) reach(who);
  for (const Sitter who : links.doubtful) ask(node(who));
  if (standings_) {
    for (const Sitter who : bereft(archive_, *standings_, links.losing)) change(who);
  }
  tie_together(links.together);
  score_asked();
  settle(links.doubtful);
  read_stood();
  ask_outdated();
  do {
    score_asked();
    spread();
    read_stood();
    tie();
  } while (ask_joined());
}

void Linker::read_stood() {
  for (const Node& node : nodes_) {
    if (!node.home || node.asked || stood_.contains(*node.home)) continue;
    stood_[*node.home] = standings_->pairs(*node.home);
  }
}

// What is the best of an event's pairs is no longer known when that was one with an event that
// changed or went.
void Linker::ask_outdated() {
  std::vector<uint32_t> outdated;
  const auto look = [&](Sitter who, Sitter other, float score) {
    const auto own = numbers_.find(who);
    const auto others = numbers_.find(other);
    if (own == numbers_.end() || nodes_[own->second].asked || !nodes_[own->second].reached) return;
    const bool gone = others == numbers_.end() || !nodes_[others->second].reached;
    if (!gone && !nodes_[others->second].changed) return;
    if (score < weight::kThreshold || score < standings_->stood(who)->weighed.best) return;
    outdated.push_back(own->second);
    ask(own->second);
  };
  for (const auto& [component, pairs] : stood_) {
    for (const PairOfEvents& pair : pairs) {
      look(pair.a, pair.b, pair.score);
      look(pair.b, pair.a, pair.score);
    }
  }
  weigh_anew(outdated);
}

// By the pairs scored so far; the others are to come.
void Linker::weigh_anew(const std::vector<uint32_t>& outdated) {
  for (const uint32_t i : outdated) nodes_[i].weighed = {};
  if (outdated.empty()) return;
  const boost::unordered_flat_set<uint32_t> some(outdated.begin(), outdated.end());
  const auto weigh = [&](uint32_t i, float score) {
    if (some.contains(i)) nodes_[i].weighed.best = std::max(nodes_[i].weighed.best, score);
  };
  for (const Scored& pair : links_) {
    if (report_of(nodes_[pair.a].who) == report_of(nodes_[pair.b].who)) continue;
    weigh(pair.a, pair.score);
    weigh(pair.b, pair.score);
  }
}

void Linker::tie_together(const std::vector<std::vector<Sitter>>& sets) {
  for (const auto& set : sets) {
    for (const Sitter who : set) {
      const uint32_t first = root(node(set.front()));
      const uint32_t own = node(who);
      nodes_[root(own)].parent = first;
      reach(who);
    }
  }
}

bool Linker::Doubts::together(Sitter a, Sitter b) const {
  const auto one = home.find(a);
  const auto other = home.find(b);
  return one != home.end() && other != home.end() && one->second == other->second;
}

Linker::Doubts Linker::doubts_about(const std::vector<Sitter>& doubtful) {
  Doubts out;
  for (const Sitter who : doubtful) {
    const auto stood = standings_->stood(who);
    if (!stood) continue;  // it is fresh
    out.left[who] = stood->weighed.print;
    if (out.home.contains(who)) continue;
    for (const Sitter mate : standings_->company(stood->component))
      out.home[mate] = stood->component;
  }
  weigh_far([&](const Scored& pair) {
    const Sitter a = nodes_[pair.a].who;
    const Sitter b = nodes_[pair.b].who;
    return (out.left.contains(a) || out.left.contains(b)) && out.together(a, b);
  });
  const auto take = [&](Sitter who, Key other, float score) {
    if (const auto left = out.left.find(who); left != out.left.end())
      left->second -= print_of(other, score);
  };
  for (const Scored& pair : pairs_) {
    const Node& a = nodes_[pair.a];
    const Node& b = nodes_[pair.b];
    if (!out.together(a.who, b.who)) continue;
    take(a.who, b.order, pair.score);
    take(b.who, a.order, pair.score);
  }
  return out;
}

// Which of the doubtful have indeed changed: their pairs in the component that they stood in are
// not what they were, or they are tied to another.
void Linker::settle(const std::vector<Sitter>& doubtful) {
  if (standings_ == nullptr || doubtful.empty()) return;
  const Doubts doubts = doubts_about(doubtful);
  for (const auto& [who, left] : doubts.left) {
    if (left != 0) change(who);
  }
  for (const Scored& pair : links_) {
    const Sitter a = nodes_[pair.a].who;
    const Sitter b = nodes_[pair.b].who;
    if (!doubts.left.contains(a) && !doubts.left.contains(b)) continue;
    if (doubts.together(a, b) || !judge(pair.a) || !judge(pair.b) || !ties(pair)) continue;
    reach(a);
    reach(b);
  }
}

// Ties between components that stood join them. An event whose best has become another is tied to
// that, or was; so its component is reached.
void Linker::spread() {
  bool more = true;
  while (std::exchange(more, false)) {
    for (const Scored& pair : links_) more |= reach_tied(pair);
  }
}

// Who is tied to a reached one is reached; whether they are tied, the bests of both have to say.
bool Linker::reach_tied(const Scored& pair) {
  if (nodes_[pair.a].reached == nodes_[pair.b].reached) return false;
  const uint32_t other = nodes_[pair.a].reached ? pair.b : pair.a;
  if (!judge(other) || !nodes_[pair.a].judged || !nodes_[pair.b].judged || !ties(pair))
    return false;
  reach(nodes_[other].who);
  return true;
}

// Is the best of its pairs known? Else it is asked.
bool Linker::judge(uint32_t i) {
  if (nodes_[i].judged) return true;
  const auto stood = standings_ ? standings_->stood(nodes_[i].who) : std::nullopt;
  if (!stood) return ask(i), false;
  nodes_[i].weighed.best = std::max(nodes_[i].weighed.best, stood->weighed.best);
  return nodes_[i].judged = true;
}

// The nodes of each component in their own order; components by their first.
std::vector<std::vector<uint32_t>> Linker::by_component() {
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].reached) order.push_back(i);
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

// Of pairs that reach the threshold.
bool Linker::ties(const Scored& pair) const {
  const Node& a = nodes_[pair.a];
  const Node& b = nodes_[pair.b];
  if (pair.score >= weight::kStrong) return true;
  return report_of(a.who) == report_of(b.who) ||
         pair.score >= std::min(a.weighed.best, b.weighed.best) - weight::kWeaker;
}

// Of reached events: the pairs that are scored, and as they stood those that are not.
template <typename Each>
void Linker::each_pair(Each&& each) {
  for (const Scored& pair : pairs_) {
    if (nodes_[pair.a].reached && nodes_[pair.b].reached) each(pair);
  }
  for (const auto& [component, pairs] : stood_) {
    for (const PairOfEvents& pair : pairs) {
      const auto a = numbers_.find(pair.a);
      const auto b = numbers_.find(pair.b);
      if (a == numbers_.end() || b == numbers_.end()) continue;
      const bool here = nodes_[a->second].home == component && nodes_[b->second].home == component;
      if (here && !nodes_[a->second].asked && !nodes_[b->second].asked)
        each(Scored{a->second, b->second, pair.score});
    }
  }
}

void Linker::tie() {
  each_pair([&](const Scored& pair) {
    if (pair.score < weight::kThreshold) return;
    if (judge(pair.a) && judge(pair.b) && ties(pair)) nodes_[root(pair.a)].parent = root(pair.b);
  });
}

// Components that stood and are one now: how their events go with each other is not known, but for
// those of the largest.
bool Linker::ask_joined() {
  boost::unordered_flat_map<uint32_t, std::map<int64_t, size_t>> homes;  // how many are not asked
  for (uint32_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].home && !nodes_[i].asked) ++homes[root(i)][*nodes_[i].home];
  }
  const auto larger = [](const auto& a, const auto& b) { return a.second < b.second; };
  for (uint32_t i = 0; i < nodes_.size(); ++i) {
    if (!nodes_[i].home || nodes_[i].asked) continue;
    const auto& sizes = homes.at(root(i));
    if (std::ranges::max_element(sizes, larger)->first != *nodes_[i].home) ask(i);
  }
  return !next_.empty();
}

std::vector<Component> Linker::components() {
  weigh_far([&](const Scored& pair) {
    return nodes_[pair.a].reached && nodes_[pair.b].reached && root(pair.a) == root(pair.b);
  });
  const auto groups = by_component();
  std::vector<std::pair<uint32_t, uint32_t>> home(nodes_.size());  // component and place in it
  std::vector<Component> out(groups.size());
  for (uint32_t c = 0; c < groups.size(); ++c) {
    for (uint32_t i = 0; i < groups[c].size(); ++i) {
      home[groups[c][i]] = {c, i};
      const Node& node = nodes_[groups[c][i]];
      out[c].events.push_back(node.who);
      out[c].told.push_back({report_of(node.who), node.custody});
      out[c].weighed.push_back(node.weighed);
    }
  }
  each_pair([&](const Scored& p) {
    if (root(p.a) != root(p.b)) return;
    const auto [c, a] = home[p.a];
    const uint32_t b = home[p.b].second;
    out[c].pairs.push_back({std::min(a, b), std::max(a, b), p.score});
    out[c].weighed[a].print += print_of(nodes_[p.b].order, p.score);
    out[c].weighed[b].print += print_of(nodes_[p.a].order, p.score);
  });
  for (Component& component : out) {
    std::ranges::sort(component.pairs, {}, [](const ScoredPair& p) { return std::pair(p.a, p.b); });
  }
  return out;
}

}  // namespace sitrep::incidents
