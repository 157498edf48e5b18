#include "events/merge.h"

#include <algorithm>
#include <utility>

#include "events/answers.h"
#include "events/apart.h"
#include "events/assemble.h"
#include "events/event_model.h"
#include "events/join_features.h"
#include "events/likeness.h"

namespace sitrep {

namespace {

// Probabilities of being one event from which drafts are joined.
constexpr double kJoin = 0.40;
constexpr double kMayBeOne = 0.25;
constexpr double kMayTell = 0.5;     // of a doubtful draft, that has to add what it tells
constexpr size_t kLately = 40;       // events told of last to which a draft is compared
constexpr double kJoinDenied = 0.2;  // a denial speaks of what was told just before
constexpr double kJoinSequel = 0;    // "a fifth victim died" surely goes on with what was told

bool says_something(const Draft& d) {
  return !d.targets.empty() || !d.perpetrators.empty() || !d.instruments.empty() ||
         !d.tolls.empty() || !d.places.empty() || (d.dated() && !d.dated()->borrowed);
}

// "'We did not bomb it,' he said", "the ministry insists that no air strike was carried out": not
// "the army said that the rebels never attacked", which answers nobody.
bool denies_own_deed(const Draft& d) {
  const auto speaker = d.tellings.front().voice.speaker;
  const auto speaks = [&](const Fill& fill) { return fill.own_word || fill.phrase == speaker; };
  return d.perpetrators.empty() ||
         std::any_of(d.perpetrators.begin(), d.perpetrators.end(), speaks);
}

// "The army denied that its soldiers had executed villagers": somebody must have said that they
// did.
bool is_answer(const Draft& d) {
  const Telling& t = d.tellings.front();
  const bool told = t.strong ? !d.targets.empty() || !d.perpetrators.empty() || !d.places.empty()
                             : !d.targets.empty() && !d.perpetrators.empty();
  return t.voice.speaker && told && (d.answer || denies_own_deed(d));
}

// An event of its own needs more than a word: what it is, and something that pins it down.
bool stands_alone(const Reading& reading, const Draft& d) {
  if (d.denied) return is_answer(d);
  if (d.generic || d.slight) return false;
  const auto armed = [&](const Fill& f) { return reading.mentions.phrases[f.phrase].armed; };
  const bool meant = d.type() != EventType::any || !d.instruments.empty() || !d.tolls.empty() ||
                     std::any_of(d.perpetrators.begin(), d.perpetrators.end(), armed) ||
                     !d.effect_only;
  const bool turned = d.outcome() == Outcome::threatened || d.outcome() == Outcome::planned;
  const bool aimless = d.targets.empty() && d.instruments.empty() &&
                       (d.type() != EventType::work_stoppage || d.perpetrators.empty());
  const bool by_nobody = d.perpetrators.empty() && !d.dated();  // "there is a threat of an attack"
  if (turned && (aimless || by_nobody)) return false;
  if (d.anniversary && d.targets.empty() && d.places.empty()) return false;
  const bool pinned = !d.places.empty() || !d.targets.empty() || !d.tolls.empty() ||
                      (d.dated() && !d.dated()->borrowed);
  return meant && pinned;
}

// "66 people died in clashes between students and police on Sunday": one day's, with a toll of its
// own, however many the clashes were.
bool of_one_day(const Reading& reading, const Draft& d) {
  const Telling* dated = d.dated();
  const bool own_day = dated && !dated->borrowed && dated->when.precision <= DatePrecision::day;
  if (!own_day || d.tolls.empty()) return false;
  return std::ranges::none_of(d.tellings, [&](const Telling& t) {
    const auto phrase = reading.mentions.phrase_at(t.trigger.last - 1);
    const bool noun = reading.document.tokens[t.trigger.last - 1].tag == Tag::NOUN;
    return noun && phrase && reading.mentions.phrases[*phrase].count.known();
  });
}

// "three separate attacks", "a spate of attacks on bases in Iraq and Syria": several events in one
// breath.
bool sums_up(const Reading& reading, const Draft& d) {
  const bool fine = std::any_of(d.places.begin(), d.places.end(), [&](uint32_t p) {
    return reading.mentions.places[p].where.precision > PlacePrecision::country;
  });
  for (const uint32_t p : d.places) {
    if (fine) break;
    const std::string& country = reading.mentions.places[p].where.country;
    const std::string& other = reading.mentions.places[d.places.front()].where.country;
    if (!country.empty() && !other.empty() && country != other) return true;
  }
  const bool one_target = std::any_of(d.targets.begin(), d.targets.end(), [&](const Fill& fill) {
    const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
    return phrase.definite && !phrase.plural;  // "three blasts shook the depot"
  });
  if (!d.plural || one_target || of_one_day(reading, d)) return false;
  const Telling* placed = d.placed(reading.mentions.places);
  const bool vague =
      !placed || reading.mentions.places[*placed->place].where.precision <= PlacePrecision::country;
  return vague || d.places.size() > 2;
}

std::vector<const Draft*> addresses(const std::vector<Draft>& events, size_t first, size_t last) {
  std::vector<const Draft*> out;
  for (size_t i = first; i < last; ++i) out.push_back(&events[i]);
  return out;
}

// The event told before that a draft most probably is of, if probably enough. Events lie in the
// order in which they were last told of.
Draft* most_alike(const Reading& reading, JoinFeatures& features, const JoinWatcher& watcher,
                  const Draft& draft, std::vector<Draft>& events) {
  Draft* best = nullptr;
  double most = draft.denied ? kJoinDenied : draft.sequel ? kJoinSequel : kJoin;
  const size_t first = events.size() - std::min(events.size(), kLately);
  const auto told = features.candidates(addresses(events, first, events.size()), draft);
  if (watcher) watcher(features, told, draft);
  for (size_t i = 0; i < told.size(); ++i) {
    if (cannot_be_one(reading, told[i].like, *told[i].event, draft)) continue;
    const double share = reading.model->one_event(features.of(told[i], draft));
    if (share >= most) best = &events[first + i], most = share;
  }
  return best;
}

}  // namespace

namespace {

// What is denied of an event told before: claims of it, no fillers.
void deny(Draft& event, const Draft& denial) {
  if (denial.effect_only && denial.tolls.empty()) return;  // "no casualties" denies no attacker
  const auto add = [&](Field field, const Fill& fill) {
    event.disputed.push_back({field, fill});
    event.disputed.back().fill.voice.polarity = Polarity::denied;
  };
  for (const Fill& fill : denial.perpetrators) add(Field::perpetrators, fill);
  for (const Fill& fill : denial.instruments) add(Field::instruments, fill);
  for (const Fill& fill : denial.targets)
    add(fill.human ? Field::human_targets : Field::physical_targets, fill);
  for (Toll toll : denial.tolls) {
    toll.voice.polarity = Polarity::denied;
    event.tolls.push_back(std::move(toll));
  }
}

// What a doubtful draft adds to the event that it is most probably of: nothing that the event tells
// itself.
void lend(Draft& event, Draft&& draft) {
  for (Telling& t : draft.tellings) {
    if (event.dated()) t.when = {}, t.time.reset();
  }
  std::erase_if(draft.tolls, [&](const Toll& toll) {
    return std::any_of(event.tolls.begin(), event.tolls.end(),
                       [&](const Toll& t) { return t.effect == toll.effect; });
  });
  absorb(event, std::move(draft));
}

// Adds the words of a draft to an event, and nothing of what it says besides.
void mention(const Draft& draft, Draft& event) {
  for (Telling telling : draft.tellings) {
    telling.when = {};
    telling.time.reset();
    telling.place.reset();
    event.tellings.push_back(std::move(telling));
  }
}

// "The attack", "those killings": words for what is told elsewhere.
bool refers_back(const Reading& reading, const Draft& d) {
  return d.definite && !d.denied && !d.slight && !d.generic && !d.additional && !d.heading &&
         std::ranges::none_of(d.tellings, [&](const Telling& t) {
           return reading.lexicon.event_words()[t.entry].strength == knowledge::Strength::weak;
         });
}

// Drafts that are joined one after the other, in text order.
class Joiner {
 public:
  Joiner(const Reading& reading, const JoinWatcher& watcher)
      : reading_(reading), watcher_(watcher), features_(reading) {}

  // Whether an event told before has taken it.
  bool join(Draft& draft) {
    if (!reading_.model) return false;
    Draft* best = most_alike(reading_, features_, watcher_, draft, events_);
    if (!best) return false;
    if (draft.denied) {
      Telling& t = draft.tellings.back();
      if (!draft.effect_only)  // the event took place: what came of it is denied
        best->claims.push_back({Field::type, std::string(name(draft.type())), t.sentence, t.voice});
      deny(*best, draft);
      return true;
    }
    absorb(*best, std::move(draft));
    std::rotate(best, best + 1, events_.data() + events_.size());
    return true;
  }
  // Whether a draft may well be of one of the first so many events; that takes what it tells.
  bool may_be_one(Draft& draft, size_t count) {
    Draft* best = nullptr;
    double most = kMayBeOne;
    if (!reading_.model) return false;
    const auto told = features_.candidates(addresses(events_, 0, count), draft);
    for (size_t i = 0; i < count; ++i) {
      if (another_deed(reading_, told[i].like, events_[i], draft)) continue;
      const double share = reading_.model->one_event(features_.of(told[i], draft));
      if (share >= most) best = &events_[i], most = share;
    }
    const bool back = best && refers_back(reading_, draft);
    // "Accused the minister of the massacre" says who did it
    if (best && (most >= kMayTell || (back && !draft.perpetrators.empty())))
      lend(*best, std::move(draft));
    else if (back)
      mention(draft, *best);
    return best != nullptr;
  }
  // A headline tells of what the report tells: where no sentence joined it, it lends its words to
  // the event that it may best be of.
  void settle_headings() {
    const auto told = [](const Draft& d) { return !d.heading; };
    if (std::none_of(events_.begin(), events_.end(), told)) return;
    for (Draft& heading : events_) {
      if (heading.heading) lend_heading(heading);
    }
    std::erase_if(events_, [](const Draft& d) { return d.heading; });
  }
  void begin(Draft&& draft) { events_.push_back(std::move(draft)); }
  std::vector<Draft>& events() { return events_; }

 private:
  void lend_heading(Draft& heading) {
    Draft* best = nullptr;
    double most = kMayBeOne;
    for (Draft& event : events_) {
      const bool fits = !event.heading && !event.background &&
                        same_family(told_type(reading_, heading), told_type(reading_, event));
      if (!fits || !reading_.model) continue;
      const auto alone = features_.candidates({&heading}, event).front();
      const double share = reading_.model->one_event(features_.of(alone, event));
      if (share >= most && alone.like.days != DayLink::long_apart) best = &event, most = share;
    }
    if (best) lend(*best, Draft(heading));
  }

  const Reading& reading_;
  const JoinWatcher& watcher_;
  JoinFeatures features_;
  std::vector<Draft> events_;
};

// What the rules would make no event of, as events: the learnt model may think otherwise.
std::vector<Draft> join_doubtful(const Reading& reading, std::vector<Draft> drafts) {
  const JoinWatcher nobody;
  Joiner joiner(reading, nobody);
  for (Draft& draft : drafts) {
    draft.doubtful = true;
    if (!joiner.join(draft)) joiner.begin(std::move(draft));
  }
  return std::move(joiner.events());
}

// The event that a word for several is of, most likely: "claimed the attacks", "thousands fled
// after the bombings" speak of what is told, of what is new before what is recalled, of the most
// told.
Draft* most_told(const Reading& reading, const Draft& summary, std::vector<Draft>& events) {
  Draft* best = nullptr;
  const auto more = [](const Draft& a, const Draft& b) {
    return std::pair(!a.background, a.tellings.size()) >
           std::pair(!b.background, b.tellings.size());
  };
  for (Draft& event : events) {
    const bool kin = same_family(told_type(reading, summary), told_type(reading, event)) &&
                     event.outcome() == summary.outcome();
    if (kin && (!best || more(event, *best))) best = &event;
  }
  return best;
}

}  // namespace

std::vector<Draft> merge_drafts(const Reading& reading, std::vector<Draft> drafts,
                                const JoinWatcher& watcher) {
  Joiner joiner(reading, watcher);
  std::vector<Draft> summaries, doubtful, references;
  for (Draft& draft : join_linked(reading, std::move(drafts))) {
    const bool summary = sums_up(reading, draft);
    if ((draft.denied || !summary) && joiner.join(draft)) continue;
    if (says_something(draft) && stands_alone(reading, draft)) {
      if (summary)
        summaries.push_back(std::move(draft));
      else
        joiner.begin(std::move(draft));
    } else if (summary && refers_back(reading, draft)) {
      references.push_back(std::move(draft));
    } else if (!draft.denied && !summary) {
      doubtful.push_back(std::move(draft));
    }
  }
  joiner.settle_headings();
  std::vector<Draft>& events = joiner.events();
  if (events.empty()) events = std::exchange(summaries, {});
  std::ranges::move(summaries, std::back_inserter(references));
  for (const Draft& reference : references) {
    Draft* event = reference.definite ? most_told(reading, reference, events) : nullptr;
    if (event) mention(reference, *event);
  }
  const size_t sure = events.size();
  for (Draft& event : join_doubtful(reading, std::move(doubtful))) {
    if (!joiner.may_be_one(event, sure)) events.push_back(std::move(event));
  }
  std::stable_sort(events.begin(), events.end(), [](const Draft& a, const Draft& b) {
    return a.tellings.front().trigger.first < b.tellings.front().trigger.first;
  });
  return std::move(events);
}

}  // namespace sitrep
