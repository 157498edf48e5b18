#include "events/asides.h"

#include <algorithm>

#include "events/endings.h"
#include "events/rejections.h"

namespace sitrep {

Reach AsideReader::reach_of(uint32_t sentence) const {
  for (const EventMention& event :
       those_in(reading_.mentions.events, reading_.document.sentences[sentence])) {
    const auto& word = reading_.lexicon.event_words()[event.entry];
    if (word.strength == knowledge::Strength::effect) continue;  // "the victims": of one event
    const auto phrase = reading_.mentions.phrase_at(event.head);
    if (phrase && reading_.mentions.phrases[*phrase].plural &&
        reading_.mentions.phrases[*phrase].definite)
      return Reach::all;
  }
  return Reach::nearest;
}

// "Neither missed": what somebody else says was shot down hit, by that account.
void AsideReader::read_ending(const Tree& tree, Aside& aside) {
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    if (!says_hit(reading_.document, tree.sentence(), i)) continue;
    Voice voice = voices_.voice_of(tree, aside.sentence, i);
    if (voice.polarity != Polarity::affirmed) return;
    voice.why = "said to have hit";
    aside.claims.push_back(
        {Field::outcome, std::string(name(Outcome::completed)), aside.sentence, voice});
    return;
  }
}

void AsideReader::read(const Tree& tree, uint32_t sentence, std::vector<Aside>& asides) {
  Aside aside;
  aside.sentence = sentence;
  aside.reach = reach_of(sentence);
  tolls_.read(tree, aside);
  victims_.read(tree, aside);
  blame_.read(tree, aside);
  read_ending(tree, aside);
  const bool empty = aside.tolls.empty() && aside.unhurt.empty() && !aside.damage &&
                     aside.perpetrators.empty() && aside.victims.empty() && aside.claims.empty() &&
                     aside.disputed.empty() && aside.rejecting.empty();
  if (!empty) asides.push_back(std::move(aside));
}

namespace {

constexpr uint32_t kReach = 3;     // sentences
constexpr uint32_t kRecalled = 4;  // sentences by which what is only recalled stands back
constexpr uint32_t kTooFar = UINT32_MAX;

// "'I counted seven bodies,' he said. Men with machetes had burst in": told before its event is.
uint32_t gap_ahead(const Aside& aside, const Draft& event) {
  constexpr uint32_t kAhead = 2;      // sentences
  constexpr uint32_t kStandBack = 8;  // sentences by which it is farther off than one told before
  const uint32_t first = event.tellings.front().sentence;
  const bool soon = first > aside.sentence && first - aside.sentence <= kAhead;
  return soon && !event.background ? first - aside.sentence + kStandBack : kTooFar;
}

// How far behind an event's last telling the aside stands. Who did it is seldom said of an arrest.
uint32_t gap_to(const Aside& aside, const Draft& event) {
  uint32_t nearest = kTooFar;
  for (const Telling& t : event.tellings) {
    if (t.sentence <= aside.sentence) nearest = std::min(nearest, aside.sentence - t.sentence);
  }
  const uint32_t custody = aside.tells_who() && event.type() == EventType::arrest ? kRecalled : 0;
  if (nearest == 0) return custody;
  if (nearest > kReach) return gap_ahead(aside, event);
  return nearest + (event.background ? kRecalled : 0) + custody;
}

// "The group claimed the attack", at the end of a long report: what the report tells most of.
std::vector<size_t> most_told(const Aside& aside, const std::vector<Draft>& events) {
  std::vector<size_t> chosen;
  size_t most = 0;
  for (size_t i = 0; i < events.size(); ++i) {
    const bool before = events[i].tellings.front().sentence <= aside.sentence;
    if (events[i].background || !before || events[i].tellings.size() <= most) continue;
    most = events[i].tellings.size();
    chosen = {i};
  }
  return chosen;
}

// Indices of the events that an aside speaks of: told in its sentence, or else the last before it.
std::vector<size_t> events_for(const Aside& aside, const std::vector<Draft>& events) {
  std::vector<size_t> chosen;
  uint32_t nearest = kTooFar;
  for (size_t i = 0; i < events.size(); ++i) {
    if (aside.reach == Reach::all && !events[i].background) chosen.push_back(i);
    nearest = std::min(nearest, gap_to(aside, events[i]));
  }
  if (aside.reach == Reach::all) return chosen;
  if (nearest == kTooFar) return aside.tells_who() ? most_told(aside, events) : chosen;
  for (size_t i = 0; i < events.size(); ++i) {
    if (gap_to(aside, events[i]) != nearest) continue;
    if (aside.reach == Reach::nearest) chosen.clear();
    chosen.push_back(i);
  }
  return chosen;
}

// "The others were unharmed" takes nothing back of what befell some.
void add_unhurt(const Aside& aside, Draft& event) {
  for (const Toll& toll : aside.unhurt) {
    const bool befell = std::any_of(event.tolls.begin(), event.tolls.end(), [&](const Toll& t) {
      return t.effect == toll.effect && t.quantity.high != 0;
    });
    const bool hit = toll.effect == Effect::wounded && !event.hits.empty();
    if (!befell && !hit) event.tolls.push_back(toll);
  }
}

// "The victims were two nuns" does not say what befell them; the event's tolls may.
Effect befallen(const Draft& event) {
  const auto told = [&](Effect effect) {
    return std::any_of(event.tolls.begin(), event.tolls.end(), [&](const Toll& t) {
      return t.effect == effect && t.quantity.high != 0 && t.voice.polarity == Polarity::affirmed;
    });
  };
  const bool killed = told(Effect::killed), wounded = told(Effect::wounded);
  if (killed == wounded) return Effect::unknown;
  return killed ? Effect::killed : Effect::wounded;
}

// Who the hit are, unless the sentence told it of the event already.
void add_victims(const Aside& aside, Draft& event) {
  for (Fill fill : aside.victims) {
    const auto same = std::find_if(event.targets.begin(), event.targets.end(),
                                   [&](const Fill& t) { return t.phrase == fill.phrase; });
    if (fill.effect == Effect::unknown) fill.effect = befallen(event);
    if (same == event.targets.end())
      event.targets.push_back(std::move(fill));
    else if (same->effect == Effect::unknown)
      same->effect = fill.effect;
  }
}

}  // namespace

namespace {

// "Denied carrying out the attack": the denier is not the one who did it, whatever the sentence
// reads like otherwise.
void take_back(const Aside& aside, Draft& event) {
  for (const uint32_t phrase : aside.silent) {
    std::erase_if(event.perpetrators, [&](const Fill& fill) {
      return fill.phrase == phrase && fill.voice.polarity == Polarity::affirmed;
    });
  }
  for (const Fill& denial : aside.perpetrators) {
    if (denial.voice.polarity != Polarity::denied) continue;
    std::erase_if(event.perpetrators, [&](const Fill& fill) {
      return fill.phrase == denial.phrase && fill.voice.polarity == Polarity::affirmed;
    });
  }
}

}  // namespace

namespace {

// What the sentence's own event words have not disputed already.
void add_disputed(const Aside& aside, Draft& event) {
  for (const Disputed& denial : aside.disputed) {
    const bool known = std::ranges::any_of(
        event.disputed, [&](const Disputed& d) { return d.fill.phrase == denial.fill.phrase; });
    if (!known) event.disputed.push_back(denial);
  }
}

}  // namespace

namespace {

// "Villagers beat a man accused of theft to death": who did it is told, and he is whom it befell.
void add_blamed(const Aside& aside, bool told, Draft& event) {
  for (const Fill& blamed : aside.perpetrators) {
    const bool hit = std::ranges::any_of(event.targets, [&](const Fill& target) {
      return target.human && target.phrase == blamed.phrase && target.effect >= Effect::killed;
    });
    if (!told || !hit || blamed.voice.polarity == Polarity::denied)
      event.perpetrators.push_back(blamed);
  }
}

}  // namespace

void apply_asides(const Reading& reading, const std::vector<Aside>& asides,
                  std::vector<Draft>& events) {
  for (const Aside& aside : asides) {
    for (const size_t i : events_for(aside, events)) {
      Draft& event = events[i];
      const auto add = [](auto& to, const auto& from) {
        to.insert(to.end(), from.begin(), from.end());
      };
      if (event.outcome() != Outcome::intercepted || aside.reach != Reach::all)
        add(event.tolls, aside.tolls);
      // "the attacks were blamed on X" speaks of those whose attacker is not told
      take_back(aside, event);
      const bool told =
          std::any_of(event.perpetrators.begin(), event.perpetrators.end(), [](const Fill& fill) {
            return !fill.learnt && fill.voice.polarity == Polarity::affirmed;
          });
      if (aside.reach != Reach::all || !told) add_blamed(aside, told, event);
      if (aside.reach != Reach::all) add_victims(aside, event);
      add(event.claims, aside.claims);
      for (const Fill& by : aside.rejecting) reject(reading, by, event);
      add_disputed(aside, event);
      add_unhurt(aside, event);
      if (aside.damage && !event.damage)
        event.damage = aside.damage, event.damage_sentence = aside.sentence,
        event.damage_voice = aside.damage_voice;
    }
  }
}

}  // namespace sitrep
