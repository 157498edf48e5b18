#include "events/merge_score.h"

#include <algorithm>
#include <cmath>

#include "core/dates.h"
#include "core/text.h"
#include "events/assemble.h"
#include "grounding/atlas.h"

namespace sitrep {

namespace {

constexpr double kReject = -100;
constexpr double kSamePlaceKm = 20;

// What a type can be told as. Fires come of shells and bombs, and men on a raid or in a riot set
// them.
uint32_t bits(EventType type) {
  constexpr uint32_t kRemote = 1, kBomb = 2, kGun = 4, kCrowd = 8, kTake = 16, kRaid = 32,
                     kAir = 64, kHold = 128, kOther = 256;
  switch (type) {
    case EventType::shelling:
      return kRemote;
    case EventType::air_strike:
    case EventType::drone_attack:
      return kRemote | kAir;
    case EventType::strike:
      return kRemote | kBomb | kGun | kAir;
    case EventType::bombing:
    case EventType::suicide_bombing:
      return kBomb;
    case EventType::battle:
      return kGun | kRaid;
    case EventType::armed_attack:
      return kGun;
    case EventType::assassination:
      return kGun | kBomb | kRemote | kAir;
    case EventType::kidnapping:
    case EventType::hijacking:
      return kTake;
    case EventType::raid:
      return kRaid | kGun;
    case EventType::arrest:
    case EventType::seizure:
      return kRaid | kHold;
    case EventType::arson:
      return kRemote | kBomb | kGun | kRaid | kCrowd;
    case EventType::riot:
    case EventType::protest:
    case EventType::work_stoppage:
      return kCrowd;
    case EventType::any:
      return ~0u;
    default:
      return kOther;
  }
}

struct Scored {
  double sum = 0;
  bool rejected = false;
  void add(double amount) { sum += amount; }
  void reject() { rejected = true; }
};

void score_days(const Draft& a, const Draft& b, Scored& score) {
  const Telling* x = a.dated();
  const Telling* y = b.dated();
  if (!x || !y || x->sentence == y->sentence) return;
  const bool weak = x->borrowed || y->borrowed;
  const bool coarse =
      x->when.precision >= DatePrecision::week || y->when.precision >= DatePrecision::week;
  if (overlap(x->when, y->when)) {
    const auto part = [](const Telling* t) { return t->when.part_of_day; };
    const bool parts_differ = part(x) != PartOfDay::none && part(y) != PartOfDay::none &&
                              part(x) != part(y) &&
                              std::abs(static_cast<int>(part(x)) - static_cast<int>(part(y))) > 1;
    score.add(coarse ? 0.5 : weak ? 0.5 : parts_differ ? -0.5 : 1.5);
  } else if (weak) {
    score.add(-0.7);
  } else {
    score.reject();
  }
}

bool contains(const Where& outer, const Where& inner) {
  if (outer.country.empty() || outer.country != inner.country) return false;
  if (outer.precision == PlacePrecision::country) return true;
  return outer.precision == PlacePrecision::admin1 &&
         (inner.admin1.empty() || outer.admin1.empty() ||
          normal(inner.admin1) == normal(outer.admin1) ||
          normal(outer.name) == normal(inner.admin1));
}

void score_where(const Where& x, const Where& y, Scored& score) {
  const bool fine =
      x.precision >= PlacePrecision::city && y.precision >= PlacePrecision::city && x.lat && y.lat;
  if (!x.gazetteer_id.empty() && x.gazetteer_id == y.gazetteer_id) {
    score.add(x.precision >= PlacePrecision::city ? 1.5 : 0.4);
  } else if (fine) {
    const double km = distance_km(*x.lat, *x.lon, *y.lat, *y.lon);
    if (km <= kSamePlaceKm)
      score.add(1.5);
    else if (km > 60)
      score.reject();
    else
      score.add(-0.5);
  } else if (contains(x, y) || contains(y, x)) {
    score.add(0.4);
  } else if (!x.country.empty() && !y.country.empty() && x.country != y.country) {
    score.reject();
  } else if (x.precision == PlacePrecision::admin1 && y.precision == PlacePrecision::admin1) {
    score.reject();
  }
}

void score_places(const Reading& reading, const Draft& a, const Draft& b, Scored& score) {
  const Telling* x = a.placed(reading.mentions.places);
  const Telling* y = b.placed(reading.mentions.places);
  if (x && y)
    score_where(reading.mentions.places[*x->place].where, reading.mentions.places[*y->place].where,
                score);
}

std::string_view weapon_class(const Reading& reading, const Fill& fill) {
  const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
  return phrase.weapon ? reading.lexicon.weapons()[*phrase.weapon].weapon_class
                       : std::string_view(phrase.kind);
}

void score_weapons(const Reading& reading, const Draft& a, const Draft& b, Scored& score) {
  if (a.instruments.empty() || b.instruments.empty()) return;
  for (const Fill& x : a.instruments) {
    for (const Fill& y : b.instruments) {
      if (weapon_class(reading, x) == weapon_class(reading, y)) return score.add(0.8);
    }
  }
  const bool drone =
      std::any_of(a.instruments.begin(), a.instruments.end(), [&](const Fill& f) {
        return weapon_class(reading, f) == "drone";
      }) != std::any_of(b.instruments.begin(), b.instruments.end(), [&](const Fill& f) {
        return weapon_class(reading, f) == "drone";
      });
  score.add(drone ? -2 : -0.4);
}

Key head_lemma(const Reading& reading, const Fill& fill) {
  return reading.document.tokens[reading.mentions.phrases[fill.phrase].head].lemma;
}

// Words that two phrases share before an equal head; -1 when the heads differ or the words before
// them have nothing in common.
int shared_words(const Reading& reading, const Fill& x, const Fill& y) {
  if (head_lemma(reading, x) != head_lemma(reading, y)) return -1;
  const NounPhrase& p = reading.mentions.phrases[x.phrase];
  const NounPhrase& q = reading.mentions.phrases[y.phrase];
  int shared = 0;
  int own = 0;
  for (uint32_t i = p.tokens.first; i < p.head; ++i) {
    const Token& t = reading.document.tokens[i];
    if (t.tag != Tag::NOUN && t.tag != Tag::PROPN && t.tag != Tag::ADJ) continue;
    ++own;
    for (uint32_t k = q.tokens.first; k < q.head; ++k)
      shared += reading.document.tokens[k].lemma == t.lemma;
  }
  const bool other = q.head - q.tokens.first > 1;
  return own > 0 && other && shared == 0 ? -1 : shared;
}

// What burnt or broke, without what it was aimed at: may lie within an earlier target.
bool only_damage(const Reading& reading, const Draft& d) {
  return std::all_of(d.targets.begin(), d.targets.end(), [&](const Fill& fill) {
    const bool thing = reading.mentions.phrases[fill.phrase].nature != Nature::party;
    return !thing || fill.effect == Effect::damaged || fill.effect == Effect::destroyed;
  });
}

void score_targets(const Reading& reading, const Draft& a, const Draft& b, Scored& score) {
  if (a.targets.empty() || b.targets.empty()) return;
  int best = -1;
  bool named = false;
  bool comparable = false, things = false;
  for (const Fill& x : a.targets) {
    for (const Fill& y : b.targets) {
      if (reading.mentions.phrases[x.phrase].nature != reading.mentions.phrases[y.phrase].nature)
        continue;
      comparable = true;
      things = things || reading.mentions.phrases[x.phrase].nature == Nature::thing;
      const int shared = shared_words(reading, x, y);
      if (shared > best)
        best = shared, named = reading.mentions.phrases[x.phrase].named &&
                               reading.mentions.phrases[y.phrase].named;
    }
  }
  // "Six people were shot. One man died.": of those
  const bool some_of_them = !things && b.effect_only;
  if (!comparable || (best < 0 && (some_of_them || (things && only_damage(reading, b))))) return;
  score.add(best < 0 ? -0.5 : named ? 2 : 0.7 + 0.5 * std::min(best, 2));
}

void score_parties(const Reading& reading, const Draft& a, const Draft& b, Scored& score) {
  for (const Fill& x : a.perpetrators) {
    for (const Fill& y : b.perpetrators) {
      const Party& p = reading.mentions.phrases[x.phrase].party;
      const Party& q = reading.mentions.phrases[y.phrase].party;
      if (!p.actor_id.empty() && p.actor_id == q.actor_id) return score.add(0.6);
      if (!p.nation.empty() && p.nation == q.nation) return score.add(0.3);
      if (!p.nation.empty() && !q.nation.empty()) return score.add(-1.2);
    }
  }
}

bool share_an_effect(const Draft& a, const Draft& b) {
  return std::any_of(a.tolls.begin(), a.tolls.end(), [&](const Toll& x) {
    return std::any_of(b.tolls.begin(), b.tolls.end(),
                       [&](const Toll& y) { return x.effect == y.effect; });
  });
}

// "A blast shook the depot. Nine workers were hurt.": a toll with nothing else
// about it, behind an event that has none of the kind yet.
bool told_as_toll(const Draft& a, const Draft& b) {
  return b.effect_only && !b.tolls.empty() && !share_an_effect(a, b) && !a.denied &&
         b.places.empty() && b.instruments.empty() && b.perpetrators.empty() &&
         !(b.dated() && !b.dated()->borrowed);
}

void score_text(const Draft& a, const Draft& b, Scored& score) {
  const uint32_t gap = b.last_sentence() - std::min(a.last_sentence(), b.last_sentence());
  if (gap == 0)
    score.add(b.additional ? -2 : 1.6);
  else if (b.additional)
    score.add(-3);
  else
    score.add(gap == 1 ? 0.8 : gap <= 3 ? 0.4 : 0);
  if (b.definite && !b.plural) score.add(0.7);
  if (b.effect_only) score.add(0.3);
  if (gap == 1 && told_as_toll(a, b)) score.add(0.6);
  const bool down = a.outcome() == Outcome::intercepted;
  if (down != (b.outcome() == Outcome::intercepted))
    score.add(b.effect_only || b.definite ? -0.3 : -1.2);
  else if (a.outcome() != b.outcome())
    score.add(-1.5);
}

bool linked(const Draft& a, const Draft& b) {
  const auto hangs = [](const Draft& x, const Draft& y) {
    return x.under && std::any_of(y.tellings.begin(), y.tellings.end(),
                                  [&](const Telling& t) { return t.trigger.contains(*x.under); });
  };
  return hangs(a, b) || hangs(b, a);
}

bool same_victim(const Reading& reading, const Draft& a, const Draft& b) {
  for (const Fill& x : a.targets) {
    for (const Fill& y : b.targets) {
      const NounPhrase& p = reading.mentions.phrases[x.phrase];
      const NounPhrase& q = reading.mentions.phrases[y.phrase];
      if (p.named && q.named && p.nature == Nature::party &&
          head_lemma(reading, x) == head_lemma(reading, y))
        return true;
    }
  }
  return false;
}

bool same_day(const Draft& a, const Draft& b) {
  return a.dated() && b.dated() && overlap(a.dated()->when, b.dated()->when);
}

}  // namespace

// "followed", "after", "in response": two events in one sentence, told one after the other.
bool told_apart(const Reading& reading, const Draft& a, const Draft& b) {
  const Telling& x = a.tellings.back();
  const Telling& y = b.tellings.front();
  const bool casualties =
      (a.effect_only && !a.tolls.empty()) || (b.effect_only && !b.tolls.empty());
  if (x.sentence != y.sentence || casualties) return false;
  constexpr Key kBetween[] = {key("follow"),   key("precede"), key("retaliate"), key("retaliation"),
                              key("response"), key("respond"), key("after"),     key("following"),
                              key("before"),   key("while"),   key("separately")};
  const uint32_t first = std::min(x.trigger.last, y.trigger.first);
  const uint32_t last = std::max(x.trigger.last, y.trigger.first);
  for (uint32_t i = first; i < last; ++i) {
    if (std::find(std::begin(kBetween), std::end(kBetween), reading.document.tokens[i].lemma) !=
        std::end(kBetween))
      return true;
  }
  return false;
}

bool different_places(const Reading& reading, const Draft& a, const Draft& b) {
  Scored score;
  score_places(reading, a, b, score);
  return score.rejected;
}

// "No one was killed in the attack": the denied effect is a toll of none, the event stands.
bool same_family(EventType a, EventType b) { return (bits(a) & bits(b)) != 0; }

double join_score(const Reading& reading, const Draft& event, const Draft& draft) {
  Scored score;
  const EventType x = told_type(reading, event);
  const EventType y = told_type(reading, draft);
  if (!draft.denied && !same_family(x, y)) return kReject;
  score.add(x == y && x != EventType::any ? 0.5 : 0);
  if (told_apart(reading, event, draft)) score.add(-2);
  if (linked(event, draft)) score.add(1.2);
  const bool recalled = event.anniversary != draft.anniversary &&
                        !same_victim(reading, event, draft) && !same_day(event, draft);
  if (recalled && !linked(event, draft)) return kReject;
  score_days(event, draft, score);
  score_places(reading, event, draft, score);
  score_weapons(reading, event, draft, score);
  score_targets(reading, event, draft, score);
  score_parties(reading, event, draft, score);
  score_text(event, draft, score);
  return score.rejected ? kReject : score.sum;
}

}  // namespace sitrep
