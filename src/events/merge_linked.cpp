// Drafts of one sentence that are one event: linked by the tree, or done to the same people in one
// breath.
#include <algorithm>
#include <iterator>

#include "events/answers.h"
#include "events/apart.h"
#include "events/assemble.h"
#include "events/likeness.h"
#include "events/merge.h"

namespace sitrep {

namespace {

bool is_news(const Draft& d) {
  return !d.anniversary && !d.background && d.dated() && !d.dated()->borrowed;
}

// "Killed on Sunday ... died at the scene of a vigil": what is told of a day of its own, and
// lately, is news, whatever stands beside other words for it.
bool only_recalled(const Draft& a, const Draft& b) {
  return (a.anniversary || b.anniversary) && !is_news(a) && !is_news(b);
}

}  // namespace

void absorb(Draft& event, Draft&& draft) {
  const bool recalled = only_recalled(event, draft);
  part_answers(event, draft);
  const auto move_all = [](auto& to, auto& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
  };
  move_all(event.tellings, draft.tellings);
  move_all(event.perpetrators, draft.perpetrators);
  move_all(event.instruments, draft.instruments);
  move_all(event.targets, draft.targets);
  move_all(event.tolls, draft.tolls);
  move_all(event.hits, draft.hits);
  move_all(event.claims, draft.claims);
  move_all(event.disputed, draft.disputed);
  move_all(event.places, draft.places);
  move_all(event.loose, draft.loose);
  if (event.over.empty()) event.over = std::move(draft.over);
  if (!event.damage)
    event.damage = draft.damage, event.damage_sentence = draft.damage_sentence,
    event.damage_voice = draft.damage_voice;
  event.denied = event.denied && draft.denied;
  event.anniversary = recalled;
  event.commemorated = event.commemorated || draft.commemorated;
  event.effect_only = event.effect_only && draft.effect_only;
  event.heading = event.heading && draft.heading;
  event.plural = event.plural && draft.plural;
}

namespace {

Draft* owner_of(const Draft& draft, std::vector<Draft>& drafts) {
  for (Draft& other : drafts) {
    const bool owns = &other != &draft && std::any_of(other.tellings.begin(), other.tellings.end(),
                                                      [&](const Telling& t) {
                                                        return t.trigger.contains(*draft.under);
                                                      });
    if (owns) return &other;
  }
  return nullptr;
}

void settle_denial(Draft& event, const Draft& joined) {
  if (event.denied == joined.denied) return;
  const Draft& denied = event.denied ? event : joined;
  const Telling& t = denied.tellings.back();
  const bool effect = denied.effect_only && !denied.targets.empty();
  if (effect)
    event.tolls.push_back(
        {denied.targets.front().effect, {0, 0, 0, {}}, t.sentence, t.voice, t.why});
  event.denied = false;
}

// Makes one draft of two of a sentence, which speaks of several where either does.
void join_two(Draft& event, Draft&& joined) {
  event.slight = event.slight && joined.slight;
  event.generic = event.generic || joined.generic;
  event.enduring = event.enduring || joined.enduring;
  event.additional = event.additional || joined.additional;
  event.definite = event.definite || joined.definite;
  const bool plural = event.plural || joined.plural;
  absorb(event, std::move(joined));
  event.plural = plural;
}

}  // namespace

namespace {

// "Dragged four men from a bus and executed them": done to the same people in one breath.
bool befell_the_same(const Draft& a, const Draft& b) {
  const auto person = [](const Fill& fill) { return fill.human && ruled(fill); };
  return std::any_of(a.targets.begin(), a.targets.end(), [&](const Fill& x) {
    return person(x) && std::any_of(b.targets.begin(), b.targets.end(), [&](const Fill& y) {
             return person(y) && y.phrase == x.phrase;
           });
  });
}

bool in_one_breath(const Reading& reading, const Draft& a, const Draft& b) {
  return a.tellings.front().sentence == b.tellings.front().sentence && !a.denied && !b.denied &&
         a.outcome() == b.outcome() && befell_the_same(a, b) && !told_apart(reading, a, b) &&
         !different_places(reading, a, b);
}

// Joins each draft to the first before it, of its sentence, that befell the same people.
void join_breaths(const Reading& reading, std::vector<Draft>& drafts, std::vector<bool>& gone) {
  for (size_t i = 1; i < drafts.size(); ++i) {
    for (size_t k = i; k-- > 0 && !gone[i];) {
      if (drafts[k].tellings.front().sentence != drafts[i].tellings.front().sentence) break;
      if (gone[k] || !in_one_breath(reading, drafts[k], drafts[i])) continue;
      join_two(drafts[k], std::move(drafts[i]));
      gone[i] = true;
    }
  }
}

}  // namespace

std::vector<Draft> join_linked(const Reading& reading, std::vector<Draft> drafts) {
  std::vector<bool> gone(drafts.size(), false);
  for (size_t i = 0; i < drafts.size(); ++i) {
    if (!drafts[i].under) continue;
    Draft* owner = owner_of(drafts[i], drafts);
    if (!owner || gone[static_cast<size_t>(owner - drafts.data())]) continue;
    const bool apart =
        told_apart(reading, *owner, drafts[i]) ||
        another_deed(reading, likeness(reading, *owner, drafts[i]), *owner, drafts[i]) ||
        !same_family(told_type(reading, *owner), told_type(reading, drafts[i])) ||
        different_places(reading, *owner, drafts[i]) ||
        (different_days(*owner, drafts[i]) && !befell_the_same(*owner, drafts[i])) ||
        (owner->denied != drafts[i].denied && !owner->effect_only && !drafts[i].effect_only);
    if (apart) continue;
    settle_denial(*owner, drafts[i]);
    join_two(*owner, std::move(drafts[i]));
    gone[i] = true;
  }
  join_breaths(reading, drafts, gone);
  std::vector<Draft> kept;
  for (size_t i = 0; i < drafts.size(); ++i) {
    if (!gone[i]) kept.push_back(std::move(drafts[i]));
  }
  return kept;
}

}  // namespace sitrep
