#include "events/denials.h"

#include <algorithm>

namespace sitrep {

namespace {

constexpr uint32_t kReach = 2;  // sentences between a denial and what it answers

bool took_up(const Draft& event, const Telling& denial) {
  const auto same = [&](const Telling& t) {
    return t.sentence == denial.sentence && t.trigger == denial.trigger;
  };
  const auto claims = [&](const LooseClaim& c) {
    return c.sentence == denial.sentence && c.voice.polarity == Polarity::denied;
  };
  const auto disputes = [&](const Disputed& d) { return d.fill.sentence == denial.sentence; };
  return std::ranges::any_of(event.tellings, same) || std::ranges::any_of(event.claims, claims) ||
         std::ranges::any_of(event.disputed, disputes);
}

uint32_t gap(const Draft& event, uint32_t sentence) {
  uint32_t least = UINT32_MAX;
  for (const Telling& t : event.tellings)
    least = std::min(least, t.sentence < sentence ? sentence - t.sentence : t.sentence - sentence);
  return least;
}

Draft* nearest(std::vector<Draft>& events, uint32_t sentence) {
  Draft* best = nullptr;
  uint32_t least = kReach + 1;
  for (Draft& event : events) {
    const uint32_t far = gap(event, sentence);
    if (far < least && !event.denied) best = &event, least = far;
  }
  return best;
}

void dispute(Draft& event, const Draft& denial) {
  const Telling& t = denial.tellings.back();
  if (t.strong)
    event.claims.push_back({Field::type, std::string(name(t.type)), t.sentence, t.voice});
  const auto add = [&](Field field, const std::vector<Fill>& fills) {
    for (const Fill& fill : fills) {
      if (fill.learnt) continue;
      event.disputed.push_back({field, fill});
      event.disputed.back().fill.voice.polarity = Polarity::denied;
    }
  };
  add(Field::perpetrators, denial.perpetrators);
  add(Field::instruments, denial.instruments);
  for (const Fill& fill : denial.targets)
    add(fill.human ? Field::human_targets : Field::physical_targets, {fill});
}

}  // namespace

std::vector<Draft> denials_of(const std::vector<Draft>& drafts) {
  std::vector<Draft> denials;
  std::ranges::copy_if(drafts, std::back_inserter(denials), [](const Draft& d) {
    const auto thing = [](const Fill& fill) { return !fill.human; };
    const bool of_things = !d.effect_only || std::ranges::any_of(d.targets, thing);
    return d.denied && of_things && (d.answer || d.tellings.front().voice.speaker);
  });
  return denials;
}

void give_denials(const std::vector<Draft>& denials, std::vector<Draft>& events) {
  for (const Draft& denial : denials) {
    const Telling& t = denial.tellings.front();
    if (std::ranges::any_of(events, [&](const Draft& e) { return took_up(e, t); })) continue;
    if (Draft* event = nearest(events, t.sentence)) dispute(*event, denial);
  }
}

}  // namespace sitrep
