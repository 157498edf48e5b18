#include "events/retellings.h"

#include <algorithm>

#include "core/dates.h"
#include "events/assemble.h"
#include "events/event_model.h"
#include "events/join_features.h"
#include "events/merge.h"

namespace sitrep {

namespace {

int kMostOwn = getenv("MO") ? atoi(getenv("MO")) : 1;      // details of its own that a retelling may have
double kLeastShare = getenv("RS") ? atof(getenv("RS")) : 0.1;  // probability of being one event

bool fine(const When& when) {
  return when.precision <= DatePrecision::day && when.precision != DatePrecision::unknown;
}

// How much an event says that could tell it from others: its day, place, victim, number, doer.
int details(const Reading& reading, const Draft& d) {
  const auto& places = reading.mentions.places;
  const auto named = [&](const Fill& fill) { return reading.mentions.phrases[fill.phrase].named; };
  const Telling* dated = d.dated();
  const Telling* placed = d.placed(places);
  return (dated && !dated->borrowed && fine(dated->when)) +
         (placed && places[*placed->place].where.precision > PlacePrecision::country) +
         std::any_of(d.targets.begin(), d.targets.end(), named) + !d.tolls.empty() +
         std::any_of(d.perpetrators.begin(), d.perpetrators.end(), named);
}

bool days_part(DayLink link) {
  return link == DayLink::other || link == DayLink::other_hour || link == DayLink::long_apart;
}

bool places_part(PlaceLink link) { return link >= PlaceLink::far; }

bool anybody(const Reading& reading, const Fill& fill) {
  const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
  return phrase.person && (phrase.named || (reading.lexicon.senses(reading.document.tokens[phrase.head].lemma) & knowledge::kAnybody) != 0);
}

// Two persons by name, "a teacher" and "two soldiers"; not "a man" and somebody named.
bool targets_part(const Reading& reading, const Draft& a, const Draft& b, TargetLink link) {
  if (link != TargetLink::other) return link == TargetLink::other_name;
  const auto open = [&](const Fill& fill) { return anybody(reading, fill); };
  return std::none_of(a.targets.begin(), a.targets.end(), open) ||
         std::none_of(b.targets.begin(), b.targets.end(), open);
}

// "Died two days later": of what was done before.
bool died_later(const Draft& event, const Draft& later) {
  constexpr int kLongestAgony = 30;  // days
  const Telling* x = event.dated();
  const Telling* y = later.dated();
  if (!x || !y || !later.effect_only) return false;
  const int days = days_between(*x->when.start, *y->when.start);
  return days >= 0 && days <= kLongestAgony;
}

bool parted(const Reading& reading, const Draft& a, const Draft& b, const Likeness& like) {
  if (days_part(like.days) && !died_later(a, b) && !died_later(b, a)) return true;
  if (places_part(like.places) || targets_part(reading, a, b, like.targets)) return true;
  if (like.parties == PartyLink::other_nation || like.turned || like.abroad) return true;
  if (like.tolls == TollLink::more || like.tolls == TollLink::fewer) return true;
  if (a.additional || b.additional || a.denied || b.denied || a.plural || b.plural) return true;
  if (a.outcome() != b.outcome()) return true;
  return !same_family(told_type(reading, a), told_type(reading, b)) || told_apart(reading, a, b);
}

class Folder {
 public:
  explicit Folder(const Reading& reading) : reading_(reading), features_(reading) {}

  // The event that `bare` most probably tells again, or null.
  Draft* told_again(std::vector<Draft>& events, const Draft& bare) {
    Draft* best = nullptr;
    double most = kLeastShare;
    for (Draft& event : events) {
      if (&event == &bare) continue;
      const double share = share_of(event, bare);
      if (share >= most) best = &event, most = share;
    }
    return best;
  }

 private:
  double share_of(const Draft& event, const Draft& bare) {
    const bool before = event.tellings.front().sentence <= bare.tellings.front().sentence;
    const Draft& first = before ? event : bare;
    const Draft& second = before ? bare : event;
    const auto& features = features_.of(first, second, 0);
    if (parted(reading_, first, second, features_.links())) return 0;
    return reading_.model->one_event(features);
  }

  const Reading& reading_;
  JoinFeatures features_;
};

}  // namespace

void fold_retellings(const Reading& reading, std::vector<Draft>& events) {
  if (!reading.model || events.size() < 2) return;
  Folder folder(reading);
  for (size_t i = 0; i < events.size();) {
    Draft* event = details(reading, events[i]) <= kMostOwn ? folder.told_again(events, events[i]) : nullptr;
    if (!event) {
      ++i;
      continue;
    }
    absorb(*event, std::move(events[i]));
    events.erase(events.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

}  // namespace sitrep
