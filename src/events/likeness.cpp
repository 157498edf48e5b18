#include "events/likeness.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "core/dates.h"
#include "core/text.h"
#include "grounding/atlas.h"

namespace sitrep {

namespace {

constexpr int kLongDays = 40;
constexpr size_t kMostFills = 12;  // of an event that are looked at: more say nothing new
constexpr double kSamePlaceKm = 20;
constexpr double kSameRegionKm = 60;

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

DayLink link_days(const Draft& a, const Draft& b) {
  const Telling* x = a.dated();
  const Telling* y = b.dated();
  if (!x || !y) return x || y ? DayLink::one_known : DayLink::unknown;
  const bool later = x->afterwards != y->afterwards;
  const bool weak = x->borrowed || y->borrowed || later;
  const bool coarse =
      x->when.precision >= DatePrecision::week || y->when.precision >= DatePrecision::week;
  if (!overlap(x->when, y->when)) {
    if (weak) return DayLink::perhaps_other;
    const int gap = days_between(*x->when.start, *y->when.start);
    return std::abs(gap) > kLongDays ? DayLink::long_apart : DayLink::other;
  }
  const PartOfDay p = x->when.part_of_day;
  const PartOfDay q = y->when.part_of_day;
  const bool parts_differ = p != PartOfDay::none && q != PartOfDay::none &&
                            std::abs(static_cast<int>(p) - static_cast<int>(q)) > 1;
  return coarse || weak ? DayLink::same_roughly
         : parts_differ ? DayLink::other_hour
                        : DayLink::same;
}

int days_apart(const Draft& a, const Draft& b) {
  const Telling* x = a.dated();
  const Telling* y = b.dated();
  if (!x || !y || x->borrowed || y->borrowed || overlap(x->when, y->when)) return 0;
  return std::abs(days_between(*x->when.start, *y->when.start));
}

bool contains(const Where& outer, const Where& inner) {
  if (outer.country.empty() || outer.country != inner.country) return false;
  if (outer.precision == PlacePrecision::country) return true;
  return outer.precision == PlacePrecision::admin1 &&
         (inner.admin1.empty() || outer.admin1.empty() ||
          normal(inner.admin1) == normal(outer.admin1) ||
          normal(outer.name) == normal(inner.admin1));
}

PlaceLink link_points(const Where& x, const Where& y) {
  const double km = distance_km(*x.lat, *x.lon, *y.lat, *y.lon);
  return km <= kSamePlaceKm    ? PlaceLink::near
         : km <= kSameRegionKm ? PlaceLink::about
                               : PlaceLink::far;
}

PlaceLink link_wheres(const Where& x, const Where& y) {
  const bool fine =
      x.precision >= PlacePrecision::city && y.precision >= PlacePrecision::city && x.lat && y.lat;
  if (!x.gazetteer_id.empty() && x.gazetteer_id == y.gazetteer_id)
    return x.precision >= PlacePrecision::city ? PlaceLink::same : PlaceLink::same_area;
  if (fine) return link_points(x, y);
  if (contains(x, y) || contains(y, x)) return PlaceLink::within;
  if (!x.country.empty() && !y.country.empty() && x.country != y.country)
    return PlaceLink::other_country;
  const bool areas = x.precision == PlacePrecision::admin1 && y.precision == PlacePrecision::admin1;
  return areas ? PlaceLink::other_area : PlaceLink::unclear;
}

bool are_apart(PlaceLink link) {
  return link == PlaceLink::far || link == PlaceLink::other_area ||
         link == PlaceLink::other_country;
}

PlaceLink link_places(const Reading& reading, const Draft& a, const Draft& b) {
  const auto& places = reading.mentions.places;
  const Telling* x = a.placed(places);
  const Telling* y = b.placed(places);
  if (!x || !y) return x || y ? PlaceLink::one_known : PlaceLink::unknown;
  const PlaceLink link = link_wheres(places[*x->place].where, places[*y->place].where);
  const bool loose = a.loosely(*x->place) || b.loosely(*y->place);
  const bool parts = link == PlaceLink::about || are_apart(link);
  return loose && parts ? PlaceLink::one_known : link;
}

bool abroad(const Reading& reading, const Draft& a, const Draft& b, PlaceLink link) {
  if (link == PlaceLink::other_country) return true;
  if (link != PlaceLink::far) return false;
  const auto& places = reading.mentions.places;
  const std::string& x = places[*a.placed(places)->place].where.country;
  const std::string& y = places[*b.placed(places)->place].where.country;
  return !x.empty() && !y.empty() && x != y;
}

std::span<const Fill> some(const std::vector<Fill>& fills) {
  return std::span(fills).first(std::min(fills.size(), kMostFills));
}

std::string_view weapon_class(const Reading& reading, const Fill& fill) {
  const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
  return phrase.weapon ? reading.lexicon.weapons()[*phrase.weapon].weapon_class
                       : std::string_view(phrase.kind);
}

bool has_drone(const Reading& reading, const Draft& d) {
  return std::any_of(d.instruments.begin(), d.instruments.end(),
                     [&](const Fill& f) { return weapon_class(reading, f) == "drone"; });
}

WeaponLink link_weapons(const Reading& reading, const Draft& a, const Draft& b) {
  if (a.instruments.empty() || b.instruments.empty())
    return a.instruments.empty() == b.instruments.empty() ? WeaponLink::unknown
                                                          : WeaponLink::one_known;
  for (const Fill& x : some(a.instruments)) {
    for (const Fill& y : some(b.instruments)) {
      if (weapon_class(reading, x) == weapon_class(reading, y)) return WeaponLink::same;
    }
  }
  return has_drone(reading, a) != has_drone(reading, b) ? WeaponLink::drone_or_not
                                                        : WeaponLink::other;
}

Key head_lemma(const Reading& reading, const Fill& fill) {
  const TokenRange words = words_of(reading.mentions.phrases[fill.phrase], fill);
  return reading.document.tokens[words.last - 1].lemma;
}

// Words that two phrases share before an equal head; -1 when the heads differ or the words before
// them have nothing in common.
int shared_words(const Reading& reading, const Fill& x, const Fill& y) {
  if (head_lemma(reading, x) != head_lemma(reading, y)) return -1;
  const TokenRange p = words_of(reading.mentions.phrases[x.phrase], x);
  const TokenRange q = words_of(reading.mentions.phrases[y.phrase], y);
  int shared = 0;
  int own = 0;
  for (uint32_t i = p.first; i + 1 < p.last; ++i) {
    const Token& t = reading.document.tokens[i];
    if (t.tag != Tag::NOUN && t.tag != Tag::PROPN && t.tag != Tag::ADJ) continue;
    ++own;
    for (uint32_t k = q.first; k + 1 < q.last; ++k)
      shared += reading.document.tokens[k].lemma == t.lemma;
  }
  const bool other = q.size() > 2;
  return own > 0 && other && shared == 0 ? -1 : shared;
}

PartyLink link_pair(const Reading& reading, const Fill& x, const Fill& y) {
  const Party& p = reading.mentions.phrases[x.phrase].party;
  const Party& q = reading.mentions.phrases[y.phrase].party;
  if (!p.actor_id.empty() && p.actor_id == q.actor_id) return PartyLink::same;
  if (!p.nation.empty() && p.nation == q.nation) return PartyLink::same_nation;
  if (head_lemma(reading, x) == head_lemma(reading, y)) return PartyLink::same_word;
  return !p.nation.empty() && !q.nation.empty() ? PartyLink::other_nation : PartyLink::other;
}

PartyLink link_parties(const Reading& reading, const Draft& a, const Draft& b) {
  if (a.perpetrators.empty() || b.perpetrators.empty())
    return a.perpetrators.empty() == b.perpetrators.empty() ? PartyLink::unknown
                                                            : PartyLink::one_known;
  PartyLink best = PartyLink::other_nation;
  for (const Fill& x : some(a.perpetrators)) {
    for (const Fill& y : some(b.perpetrators)) best = std::min(best, link_pair(reading, x, y));
  }
  return best;
}

TargetLink link_pair_of_targets(const Reading& reading, const Fill& x, const Fill& y) {
  const NounPhrase& p = reading.mentions.phrases[x.phrase];
  const NounPhrase& q = reading.mentions.phrases[y.phrase];
  if (x.human != y.human) return TargetLink::other_sort;
  const bool persons = p.person && q.person && p.named && q.named && !p.plural && !q.plural;
  if (persons && head_lemma(reading, x) != head_lemma(reading, y)) return TargetLink::other_name;
  const int shared = shared_words(reading, x, y);
  if (shared < 0) return TargetLink::other;
  if (p.named && q.named) return TargetLink::same_name;
  return shared > 0 ? TargetLink::same_words : TargetLink::same_noun;
}

TargetLink link_targets(const Reading& reading, const Draft& a, const Draft& b) {
  if (a.targets.empty() || b.targets.empty())
    return a.targets.empty() == b.targets.empty() ? TargetLink::unknown : TargetLink::one_known;
  TargetLink best = TargetLink::other_sort;
  for (const Fill& x : some(a.targets)) {
    for (const Fill& y : some(b.targets))
      best = std::max(best, link_pair_of_targets(reading, x, y));
  }
  return best;
}

// A person by name, as the rules read it.
bool is_named_victim(const Reading& reading, const Fill& fill) {
  const NounPhrase& phrase = reading.mentions.phrases[fill.phrase];
  return fill.human && !fill.learnt && phrase.person && phrase.named && !phrase.plural;
}

TollLink link_tolls(const Draft& a, const Draft& b) {
  if (a.tolls.empty() || b.tolls.empty())
    return a.tolls.empty() == b.tolls.empty() ? TollLink::unknown : TollLink::one_known;
  TollLink link = TollLink::other_effect;
  for (const Toll& x : a.tolls) {
    for (const Toll& y : b.tolls) {
      if (x.effect != y.effect || !x.quantity.best || !y.quantity.best) continue;
      if (*x.quantity.best == *y.quantity.best) return TollLink::same;
      link = *y.quantity.best < *x.quantity.best ? TollLink::fewer : TollLink::more;
    }
  }
  return link;
}

bool one_side(const Party& p, const Party& q) {
  if (!p.actor_id.empty() && p.actor_id == q.actor_id) return true;
  return !p.nation.empty() && p.nation == q.nation;
}

bool acts_on(const Reading& reading, const Draft& a, const Draft& b) {
  const auto actors = some(a.perpetrators);
  const auto victims = some(b.targets);
  return std::any_of(actors.begin(), actors.end(), [&](const Fill& x) {
    return std::any_of(victims.begin(), victims.end(), [&](const Fill& y) {
      return one_side(reading.mentions.phrases[x.phrase].party,
                      reading.mentions.phrases[y.phrase].party);
    });
  });
}

}  // namespace

Likeness likeness(const Reading& reading, const Draft& event, const Draft& later) {
  const PlaceLink places = link_places(reading, event, later);
  return {link_days(event, later),
          places,
          link_weapons(reading, event, later),
          link_parties(reading, event, later),
          link_targets(reading, event, later),
          link_tolls(event, later),
          days_apart(event, later),
          abroad(reading, event, later, places),
          acts_on(reading, event, later) || acts_on(reading, later, event)};
}

namespace {

// "Retook the bridge after clashes with the rebels": how it was taken.
bool won_by(const Reading& reading, const Telling& won, const Telling& fight) {
  const auto& words = reading.lexicon.event_words();
  const bool taken =
      words[won.entry].verb && (won.type == EventType::battle || won.type == EventType::seizure);
  return taken && !words[fight.entry].verb && fight.type == EventType::battle &&
         fight.trigger.first > won.trigger.first;
}

}  // namespace

namespace {

// Whether one of the lemmas stands between the words of two drafts of one sentence.
bool parted_by(const Reading& reading, const Draft& a, const Draft& b,
               std::span<const Key> lemmas) {
  const Telling& x = a.tellings.back();
  const Telling& y = b.tellings.front();
  if (x.sentence != y.sentence) return false;
  const uint32_t first = std::min(x.trigger.last, y.trigger.first);
  const uint32_t last = std::max(x.trigger.last, y.trigger.first);
  for (uint32_t i = first; i < last; ++i) {
    if (std::ranges::find(lemmas, reading.document.tokens[i].lemma) != lemmas.end()) return true;
  }
  return false;
}

}  // namespace

// "followed", "after", "in response": two events in one sentence, told one after the other.
bool told_apart(const Reading& reading, const Draft& a, const Draft& b) {
  constexpr Key kBetween[] = {key("follow"),   key("precede"), key("retaliate"), key("retaliation"),
                              key("response"), key("respond"), key("after"),     key("following"),
                              key("before"),   key("while"),   key("separately")};
  const bool casualties =
      (a.effect_only && !a.tolls.empty()) || (b.effect_only && !b.tolls.empty());
  return !casualties && !won_by(reading, a.tellings.back(), b.tellings.front()) &&
         parted_by(reading, a, b, kBetween);
}

bool one_follows(const Reading& reading, const Draft& a, const Draft& b) {
  constexpr Key kAnswers[] = {key("follow"),      key("precede"),  key("retaliate"),
                              key("retaliation"), key("response"), key("respond")};
  const bool by_somebody =
      std::ranges::any_of(a.perpetrators, ruled) || std::ranges::any_of(b.perpetrators, ruled);
  const bool one_target = std::ranges::any_of(a.targets, [&](const Fill& x) {
    return ruled(x) && std::ranges::any_of(b.targets, [&](const Fill& y) {
             return ruled(y) && y.phrase == x.phrase;
           });
  });
  return by_somebody && !one_target && parted_by(reading, a, b, kAnswers);
}

bool different_victims(const Reading& reading, const Draft& a, const Draft& b) {
  bool both = false;
  for (const Fill& x : some(a.targets)) {
    for (const Fill& y : some(b.targets)) {
      if (!is_named_victim(reading, x) || !is_named_victim(reading, y)) continue;
      if (link_pair_of_targets(reading, x, y) != TargetLink::other_name) return false;
      both = true;
    }
  }
  return both;
}

bool different_days(const Draft& a, const Draft& b) {
  const DayLink link = link_days(a, b);
  return link == DayLink::other || link == DayLink::long_apart;
}

bool different_places(const Reading& reading, const Draft& a, const Draft& b) {
  return are_apart(link_places(reading, a, b));
}

bool linked(const Draft& a, const Draft& b) {
  const auto hangs = [](const Draft& x, const Draft& y) {
    return x.under && std::any_of(y.tellings.begin(), y.tellings.end(),
                                  [&](const Telling& t) { return t.trigger.contains(*x.under); });
  };
  return hangs(a, b) || hangs(b, a);
}

bool same_family(EventType a, EventType b) { return (bits(a) & bits(b)) != 0; }

}  // namespace sitrep
