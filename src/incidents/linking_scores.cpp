// The scores of what the Linker asks: whom events meet, read in one go, and what each pair of them
// scores, on all cores.
#include <tbb/parallel_for.h>

#include <algorithm>

#include "incidents/compare.h"
#include "incidents/linking.h"
#include "incidents/meetings.h"

namespace sitrep::incidents {

namespace {

constexpr size_t kAtOnce = 8192;         // events, or pairs, that are scored in one go
constexpr size_t kMostSketches = 60000;  // that stay in memory between two goes

}  // namespace

const Sketch& Linker::sketch(uint32_t report) {
  auto& found = sketches_[report];
  if (!found) found = archive_.sketch(report);
  return *found;
}

void Linker::forget_sketches() {
  std::ranges::fill(faces_, nullptr);
  sketches_.clear();
}

void Linker::score_asked() {
  auto level = std::exchange(next_, {});
  std::ranges::sort(level);
  for (size_t i = 0; i < level.size(); i += kAtOnce) {
    score_some(std::span(level).subspan(i, std::min(kAtOnce, level.size() - i)));
    if (sketches_.size() > kMostSketches) forget_sketches();
  }
}

Linker::Seen Linker::seen(Sitter who) {
  const uint32_t own = node(who);
  if (!faces_[own]) faces_[own] = &sketch(report_of(who)).faces[place_of(who)];
  return {own, faces_[own]};
}

// Without reading anything; false: it must be read.
bool Linker::see(Sitter who, Seen& seen) const {
  const auto found = numbers_.find(who);
  if (found == numbers_.end() || !faces_[found->second]) return false;
  seen = {found->second, faces_[found->second]};
  return true;
}

void Linker::score_some(std::span<const Sitter> events) {
  Guests guests = guests_of(events);
  std::vector<Seen> own(events.size());
  for (size_t i = 0; i < events.size(); ++i) {
    own[i] = seen(events[i]);
    nodes_[own[i].node].turn = turns_++;
    nodes_[own[i].node].judged = true;
  }
  see_all(guests);
  for (size_t i = 0; i < events.size(); ++i) ask_bustle(own[i], guests.others[i]);
  tbb::parallel_for(size_t{0}, events.size(),
                    [&](size_t i) { score_all(own[i], guests.others[i]); });
  for (size_t i = 0; i < events.size(); ++i) {
    for (auto& [other, score] : guests.others[i]) add_rates(own[i], other, score);
    keep(own[i], guests.others[i]);
  }
}

Linker::Guests Linker::guests_of(std::span<const Sitter> events) {
  Guests out{events, std::vector<std::vector<Sitter>>(events.size()),
             std::vector<std::vector<Other>>(events.size())};
  std::vector<std::vector<uint32_t>> reports(events.size());
  const Meetings meetings(archive_, events);
  tbb::parallel_for(size_t{0}, events.size(), [&](size_t i) {
    out.met[i] = meetings.of_event(i);
    reports[i] = meetings.of_report(i);
  });
  read_sketches(out, reports);
  tbb::parallel_for(size_t{0}, events.size(), [&](size_t i) {
    out.met[i] = everyone_met(events[i], std::move(out.met[i]), reports[i], [&](uint32_t report) {
      return sketches_.find(report)->second.get();
    });
  });
  return out;
}

// Of all reports that are met, and of those that meet them.
void Linker::read_sketches(const Guests& guests,
                           const std::vector<std::vector<uint32_t>>& reports) {
  for (size_t i = 0; i < guests.events.size(); ++i) {
    sketch(report_of(guests.events[i]));
    for (const uint32_t report : reports[i]) sketch(report);
  }
}

// A pair is scored with the first of its two.
void Linker::see_all(Guests& guests) {
  std::vector<std::vector<size_t>> unseen(guests.events.size());
  tbb::parallel_for(size_t{0}, guests.events.size(), [&](size_t i) {
    auto& others = guests.others[i];
    others.resize(guests.met[i].size());
    for (size_t k = 0; k < others.size(); ++k) {
      if (!see(guests.met[i][k], others[k].seen)) unseen[i].push_back(k);
    }
  });
  for (size_t i = 0; i < guests.events.size(); ++i) {
    for (const size_t k : unseen[i]) guests.others[i][k].seen = seen(guests.met[i][k]);
  }
  guests.met.clear();
}

uint8_t Linker::bustle(const Seen& event) {
  uint8_t& known = nodes_[event.node].bustle;
  if (known == kUnknown) known = rates_.bustle(*event.face);
  return known;
}

uint8_t Linker::told(const Seen& event) {
  uint8_t& known = nodes_[event.node].told;
  if (known == kUnknown) known = rates_.told(*event.face);
  return known;
}

// What `busy` needs: where one of two is busy, the other has no say in it.
void Linker::ask_bustle(const Seen& own, const std::vector<Other>& others) {
  if (bustle(own) >= kBusy) return;
  for (const Other& other : others) bustle(other.seen);
}

bool Linker::busy(const Seen& own, const Seen& other) const {
  return nodes_[own.node].bustle >= kBusy || nodes_[other.node].bustle >= kBusy;
}

// What one report tells of two events is judged without.
void Linker::add_rates(const Seen& own, const Seen& other, float& score) {
  if (score == kFar || of_one_report(*own.face, *other.face)) return;
  const BaseRates::Known known{.bustle = std::max(bustle(own), bustle(other)),
                               .told = std::max(told(own), told(other)),
                               .score = score};
  score += static_cast<float>(compare(rates_.setting(*own.face, *other.face, known)));
}

// The sum's order is the same for both.
double Linker::score(const Seen& own, const Seen& other) const {
  const Face& a = *own.face;
  const Face& b = *other.face;
  return a.order < b.order ? compare(a, b, lexicon_, busy(own, other))
                           : compare(b, a, lexicon_, busy(own, other));
}

std::optional<double> Linker::near_score(const Seen& own, const Seen& other) const {
  const Face& a = *own.face;
  const Face& b = *other.face;
  return a.order < b.order ? compare_if_near(a, b, lexicon_, busy(own, other))
                           : compare_if_near(b, a, lexicon_, busy(own, other));
}

void Linker::score_all(const Seen& own, std::vector<Other>& others) const {
  std::erase_if(others, [&](const Other& other) {
    return nodes_[other.seen.node].turn < nodes_[own.node].turn ||
           !comparable(*own.face, *other.seen.face);
  });
  for (auto& [other, score] : others) {
    const auto near = near_score(own, other);
    score = near ? static_cast<float>(*near) : kFar;
  }
}

void Linker::keep(const Seen& own, const std::vector<Other>& others) {
  const uint32_t a = own.node;
  for (const auto& [other, score] : others) {
    const uint32_t b = other.node;
    pairs_.push_back({a, b, score});
    if (score < weight::kThreshold) continue;
    links_.push_back({a, b, score});
    if (report_of(nodes_[a].who) == report_of(nodes_[b].who)) continue;
    nodes_[a].weighed.best = std::max(nodes_[a].weighed.best, score);
    nodes_[b].weighed.best = std::max(nodes_[b].weighed.best, score);
  }
}

// Weighs to their end the pairs that were found too far from the threshold, where their score is
// asked for after all.
void Linker::weigh_far(const std::function<bool(const Scored&)>& asked) {
  std::vector<Scored*> some;
  for (Scored& pair : pairs_) {
    if (pair.score != kFar || !asked(pair)) continue;
    some.push_back(&pair);
    if (some.size() < kAtOnce) continue;
    weigh(some);
    some.clear();
  }
  weigh(some);
}

void Linker::weigh(std::span<Scored* const> pairs) {
  std::vector<std::pair<Seen, Seen>> both;
  both.reserve(pairs.size());
  for (const Scored* pair : pairs)
    both.emplace_back(seen(nodes_[pair->a].who), seen(nodes_[pair->b].who));
  tbb::parallel_for(size_t{0}, pairs.size(), [&](size_t i) {
    const auto& [a, b] = both[i];
    pairs[i]->score = static_cast<float>(score(a, b));
  });
  for (size_t i = 0; i < pairs.size(); ++i)
    add_rates(both[i].first, both[i].second, pairs[i]->score);
  if (sketches_.size() > kMostSketches) forget_sketches();
}

}  // namespace sitrep::incidents
