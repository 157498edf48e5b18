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
  ask_bustle(own, guests);
  std::vector<std::vector<Rated>> rated(events.size());
  tbb::parallel_for(size_t{0}, events.size(), [&](size_t i) {
    score_all(own[i], guests.others[i]);
    for (auto& [other, score] : guests.others[i]) {
      if (has_rates(own[i], other, score)) rated[i].push_back({own[i], other, &score});
    }
  });
  add_rates(rated);
  for (size_t i = 0; i < events.size(); ++i) keep(own[i], guests.others[i]);
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
  std::vector<uint32_t> all;
  for (size_t i = 0; i < guests.events.size(); ++i) {
    all.push_back(report_of(guests.events[i]));
    all.insert(all.end(), reports[i].begin(), reports[i].end());
  }
  read_sketches(all);
}

void Linker::read_sketches(std::span<const uint32_t> reports) {
  std::vector<uint32_t> missing;
  for (const uint32_t report : reports) {
    if (sketches_.try_emplace(report).second) missing.push_back(report);
  }
  auto found = archive_.sketches(missing);
  for (size_t i = 0; i < missing.size(); ++i) sketches_[missing[i]] = std::move(found[i]);
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
  std::vector<uint32_t> reports;
  for (size_t i = 0; i < guests.events.size(); ++i) {
    for (const size_t k : unseen[i]) reports.push_back(report_of(guests.met[i][k]));
  }
  read_sketches(reports);
  for (size_t i = 0; i < guests.events.size(); ++i) {
    for (const size_t k : unseen[i]) guests.others[i][k].seen = seen(guests.met[i][k]);
  }
  guests.met.clear();
}

uint8_t Linker::bustle(const Seen& event) const { return nodes_[event.node].bustle; }

// How much happens where each happened, and is told of its country, unless it is known.
void Linker::learn_rates(const std::vector<Seen>& some) {
  std::vector<Seen> fresh;
  std::vector<Seat> seats;
  for (const Seen& event : some) {
    if (bustle(event) != kUnknown) continue;
    nodes_[event.node].bustle = 0;
    fresh.push_back(event);
    for (const auto& seat : {scene_of(*event.face), land_of(*event.face)}) {
      if (seat) seats.push_back(*seat);
    }
  }
  rates_.know(std::move(seats));
  for (const Seen& event : fresh) {
    nodes_[event.node].bustle = rates_.bustle(*event.face);
    nodes_[event.node].told = rates_.told(*event.face);
  }
}

uint8_t Linker::told(const Seen& event) const { return nodes_[event.node].told; }

// What `busy` needs: where one of two is busy, the other has no say in it.
void Linker::ask_bustle(const std::vector<Seen>& own, const Guests& guests) {
  learn_rates(own);
  std::vector<Seen> met;
  for (size_t i = 0; i < own.size(); ++i) {
    if (bustle(own[i]) >= kBusy) continue;
    for (const Other& other : guests.others[i]) {
      if (bustle(other.seen) == kUnknown) met.push_back(other.seen);
    }
  }
  learn_rates(met);
}

bool Linker::busy(const Seen& own, const Seen& other) const {
  const auto is_busy = [&](const Seen& event) {
    return bustle(event) >= kBusy && bustle(event) != kUnknown;
  };
  return is_busy(own) || is_busy(other);
}

// What one report tells of two events is judged without.
bool Linker::has_rates(const Seen& own, const Seen& other, float score) const {
  return score != kFar && !of_one_report(*own.face, *other.face);
}

BaseRates::Known Linker::known_of(const Rated& pair) const {
  return {.bustle = std::max(bustle(pair.own), bustle(pair.other)),
          .told = std::max(told(pair.own), told(pair.other)),
          .score = *pair.score};
}

// All that is to be looked up is read in one go.
void Linker::add_rates(const std::vector<std::vector<Rated>>& pairs) {
  std::vector<Seen> both;
  for (const auto& some : pairs) {
    for (const Rated& pair : some) {
      for (const Seen& event : {pair.own, pair.other}) {
        if (bustle(event) == kUnknown) both.push_back(event);
      }
    }
  }
  learn_rates(both);
  std::vector<std::vector<Seat>> names(pairs.size());
  tbb::parallel_for(size_t{0}, pairs.size(), [&](size_t i) {
    for (const Rated& pair : pairs[i]) {
      if (BaseRates::asks_names(known_of(pair)))
        BaseRates::add_name_seats(*pair.own.face, *pair.other.face, names[i]);
    }
  });
  std::vector<Seat> all;
  for (const auto& some : names) all.insert(all.end(), some.begin(), some.end());
  rates_.know(std::move(all));
  tbb::parallel_for(size_t{0}, pairs.size(), [&](size_t i) {
    for (const Rated& pair : pairs[i])
      *pair.score += static_cast<float>(
          compare(rates_.setting(*pair.own.face, *pair.other.face, known_of(pair))));
  });
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
  std::vector<std::vector<Rated>> rated(pairs.size());
  for (size_t i = 0; i < pairs.size(); ++i) {
    const auto& [a, b] = both[i];
    if (has_rates(a, b, pairs[i]->score)) rated[i].push_back({a, b, &pairs[i]->score});
  }
  add_rates(rated);
  if (sketches_.size() > kMostSketches) forget_sketches();
}

}  // namespace sitrep::incidents
