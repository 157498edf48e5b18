#include "made_corpus/corpus.h"

#include <fmt/format.h>

#include <algorithm>

namespace sitrep::made {

namespace {

constexpr Minute kFirstDay = 19723 * kMinutesPerDay;  // 2024-01-01
constexpr size_t kRemembered = 40;                    // incidents of a country
constexpr double kRecalls = 0.06;
constexpr double kFollowUps = 0.15;
constexpr size_t kMourned = 25;  // from so many reports on, it has an anniversary

Minute minutes(double value) { return static_cast<Minute>(value); }

}  // namespace

Corpus::Corpus(const World& world, const Phrases& phrases, uint64_t seed)
    : desk_{world, phrases},
      random_(seed ^ 0xC0FFEE),
      seed_(seed),
      day_(kFirstDay),
      moods_(world.theatres.size(), 1.0) {}

Story Corpus::next() {
  while (due_.empty() || due_.top().telling.minute >= day_) live_a_day();
  const Assignment assignment = due_.top();
  due_.pop();
  return write(assignment);
}

void Corpus::live_a_day() {
  for (size_t i = 0; i < moods_.size(); ++i) {
    moods_[i] = std::clamp(std::pow(moods_[i], 0.9) * std::exp(0.15 * random_.normal()), 0.2, 3.0);
    const double mean = desk_.world.theatres[i].per_day * moods_[i];
    std::vector<std::shared_ptr<const Truth>> today;
    for (int64_t n = random_.poisson(mean); n > 0; --n) {
      const Minute minute = day_ + random_.between(0, kMinutesPerDay - 1);
      Truth truth = make_truth(desk_.world, i, minute, random_);
      truth.id = fmt::format("t{:07}", ++incidents_);
      today.push_back(std::make_shared<const Truth>(std::move(truth)));
      assign(today.back());
      remember(today.back());
    }
    if (today.size() >= 3) round_up(i, std::move(today));
  }
  day_ += kMinutesPerDay;
}

// Who is the first, second ... to tell of it.
const Outlet& Corpus::reporter(size_t theatre, size_t rank) {
  const World& world = desk_.world;
  constexpr double kFirst[] = {55, 25, 15, 5};
  constexpr double kLater[] = {15, 32, 15, 38};
  switch (random_.weighted(rank == 0 ? kFirst : kLater)) {
    case 0:
      return random_.pick(world.locals[theatre]);
    case 1:
      return random_.pick(world.nationals.at(world.theatres[theatre].country));
    case 2:
      return random_.pick(world.agencies);
    default:
      return random_.pick(world.internationals);
  }
}

Telling Corpus::telling(const Truth& truth, size_t rank) {
  Telling out;
  out.outlet = &reporter(truth.theatre, rank);
  const bool late = rank > 2 && random_.chance(kFollowUps);
  if (late) {
    out.kind = Telling::Kind::follow_up;
    out.minute = truth.minute + kMinutesPerDay + minutes(random_.exponential(3.5 * kMinutesPerDay));
  } else {
    out.minute = truth.minute + 5 + minutes(out.outlet->delay * std::exp(0.9 * random_.normal()));
  }
  return out;
}

void Corpus::assign(const std::shared_ptr<const Truth>& truth) {
  const auto wires = std::make_shared<std::vector<Story>>();
  for (size_t rank = 0; rank < truth->reports; ++rank) add(telling(*truth, rank), {truth}, wires);
  if (truth->reports < kMourned) return;
  for (const Minute days : {30, 365}) {
    if (!random_.chance(0.6)) continue;
    for (size_t n = 1 + random_.below(3); n > 0; --n) {
      Telling later;
      later.outlet = &reporter(truth->theatre, 1);
      later.kind = Telling::Kind::anniversary;
      later.minute = truth->minute + days * kMinutesPerDay + random_.between(-600, 600);
      add(later, {truth});
    }
  }
}

void Corpus::add(const Telling& telling, std::vector<std::shared_ptr<const Truth>> truths,
                 std::shared_ptr<std::vector<Story>> wires) {
  due_.push({telling, assignments_++, std::move(truths), std::move(wires)});
}

// Two or three outlets list the day's incidents, each what it knows of.
void Corpus::round_up(size_t theatre, std::vector<std::shared_ptr<const Truth>> truths) {
  const size_t lists = random_.below(4);
  for (size_t i = 0; i < lists; ++i) {
    random_.shuffle(truths);
    const size_t count = std::min<size_t>(truths.size(), 3 + random_.below(5));
    Telling telling;
    telling.outlet = &reporter(theatre, 0);
    telling.kind = Telling::Kind::round_up;
    telling.minute = day_ + kMinutesPerDay + random_.between(0, 600);
    add(telling, {truths.begin(), truths.begin() + static_cast<std::ptrdiff_t>(count)});
  }
}

// What people remember of a country: what many reported.
void Corpus::remember(const std::shared_ptr<const Truth>& truth) {
  if (truth->reports < 8) return;
  auto& memory = memory_[desk_.world.theatres[truth->theatre].country];
  memory.push_back(truth);
  if (memory.size() > kRemembered) memory.pop_front();
}

std::shared_ptr<const Truth> Corpus::recalled(const Truth& truth, Random& random) const {
  if (!random.chance(kRecalls)) return nullptr;
  const auto memory = memory_.find(desk_.world.theatres[truth.theatre].country);
  if (memory == memory_.end()) return nullptr;
  const auto& found = memory->second[random.below(memory->second.size())];
  return found->minute + 3 * kMinutesPerDay < truth.minute ? found : nullptr;
}

Story Corpus::write(const Assignment& assignment) {
  Random random(seed_ * 0x9E3779B97F4A7C15ull + assignment.number);
  const Telling& telling = assignment.telling;
  if (telling.kind == Telling::Kind::round_up)
    return write_round_up(desk_, assignment.truths, telling, random);
  const auto& wires = assignment.wires;
  if (wires && !wires->empty() && random.chance(telling.outlet->copying))
    return write_copy(desk_, random.pick(*wires), telling, random);
  const auto& truth = assignment.truths.front();
  Story story = write_story(desk_, truth, telling, recalled(*truth, random), random);
  if (wires && telling.outlet->kind == Outlet::Kind::agency) wires->push_back(story);
  return story;
}

}  // namespace sitrep::made
