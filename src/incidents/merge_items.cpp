// Weapons and targets: what reports call by different words is listed once.
#include <algorithm>

#include "core/text.h"
#include "incidents/group.h"
#include "incidents/kinship.h"
#include "incidents/rules.h"

namespace sitrep::incidents {

namespace {

struct Sighting {
  const Item* item;
  const Member* member;
};

struct Pile {
  std::vector<Sighting> sightings;
  bool named = false;
};

std::string_view words_of(const Item& item) {
  return item.name.empty() ? item.description : item.name;
}

std::string head_of(std::string_view words) {
  const size_t space = trim(words).find_last_of(' ');
  std::string head = normal(trim(words).substr(space == std::string_view::npos ? 0 : space + 1));
  if (head.size() > 3 && head.ends_with('s')) head.pop_back();
  return head;
}

bool same_weapon(const Item& a, const Item& b) {
  if (a.kind != b.kind) return false;
  const bool plain = generic_name(a.name, a.kind) || generic_name(b.name, b.kind);
  return plain || normal(a.name) == normal(b.name) || words_within(a.name, b.name);
}

bool same_target(const Item& a, const Item& b) {
  if (!a.name.empty() && !b.name.empty())
    return normal(a.name) == normal(b.name) || words_within(a.name, b.name);
  const std::string head = head_of(words_of(a));
  if (head != head_of(words_of(b)) || a.kind != b.kind) return false;
  return a.nation == b.nation || a.nation.empty() || b.nation.empty();
}

// Named ones first, so that "a rocket" finds the model that it was.
std::vector<Sighting> sightings_of(const Group& group, std::vector<Item> Event::*items) {
  std::vector<Sighting> all;
  for (const Member& m : group.members) {
    for (const Item& item : m.event->*items) all.push_back({&item, &m});
  }
  std::ranges::stable_sort(all, std::greater{}, [](const Sighting& s) {
    return !generic_name(s.item->name, s.item->kind);
  });
  return all;
}

template <typename Same>
std::vector<Pile> piles_of(const std::vector<Sighting>& sightings, Same&& same) {
  std::vector<Pile> piles;
  for (const Sighting& s : sightings) {
    const auto fits = [&](const Pile& pile) { return same(*pile.sightings.front().item, *s.item); };
    const auto pile = std::ranges::find_if(piles, fits);
    if (pile != piles.end()) {
      pile->sightings.push_back(s);
    } else {
      piles.push_back({.sightings = {s}});
    }
  }
  return piles;
}

// The value that most sources give; the first of equals.
template <typename Value>
Value favourite(const Pile& pile, Value Item::*field) {
  Votes<Value> votes;
  for (const Sighting& s : pile.sightings) {
    if (s.item->*field != Value{}) votes.add(s.item->*field, s.member->source);
  }
  Value best{};
  double most = 0;
  for (const auto& [value, by] : votes.values()) {
    if (votes.total(value) > most) most = votes.total(value), best = value;
  }
  return best;
}

Quantity favourite_count(const Pile& pile) {
  Votes<int64_t> votes;
  for (const Sighting& s : pile.sightings) {
    if (s.item->count.best) votes.add(*s.item->count.best, s.member->source);
  }
  const Sighting* best = nullptr;
  for (const Sighting& s : pile.sightings) {
    if (!s.item->count.best) continue;
    if (best == nullptr || votes.total(*s.item->count.best) > votes.total(*best->item->count.best))
      best = &s;
  }
  return best == nullptr ? pile.sightings.front().item->count : best->item->count;
}

Item item_of(const Pile& pile) {
  Item out;
  out.name = favourite(pile, &Item::name);
  out.description = favourite(pile, &Item::description);
  out.kind = favourite(pile, &Item::kind);
  out.nation = favourite(pile, &Item::nation);
  out.count = favourite_count(pile);
  for (const Sighting& s : pile.sightings) {
    const bool firmer = s.item->effect == Effect::destroyed || s.item->effect == Effect::killed;
    if (out.effect == Effect::unknown || firmer) out.effect = s.item->effect;
    for (const Evidence& e : s.item->mentions) {
      if (std::ranges::find(out.mentions, e) == out.mentions.end()) out.mentions.push_back(e);
    }
  }
  return out;
}

size_t sources_of(const Pile& pile) {
  std::set<uint32_t> sources;
  for (const Sighting& s : pile.sightings) sources.insert(s.member->source);
  return sources.size();
}

std::vector<Item> items_of(const Group& group, std::vector<Pile> piles) {
  if (group.rule == Rule::conservative)
    std::erase_if(piles,
                  [&](const Pile& pile) { return sources_of(pile) < sources_needed(group); });
  std::ranges::stable_sort(piles, std::greater{}, sources_of);
  std::vector<Item> out;
  for (const Pile& pile : piles) out.push_back(item_of(pile));
  return out;
}

}  // namespace

std::vector<Item> merged_items(const Group& group, std::vector<Item> Event::*items) {
  return items_of(group, piles_of(sightings_of(group, items), same_target));
}

std::vector<Item> merged_instruments(const Group& group, EventType type) {
  auto items = items_of(group, piles_of(sightings_of(group, &Event::instruments), same_weapon));
  // Aircraft go where air strikes were denied and the denial stands.
  if (type != EventType::air_strike && !deniers(group, EventType::air_strike).empty()) {
    std::erase_if(items, [](const Item& item) { return reach(item.kind) == Reach::air; });
  }
  return items;
}

}  // namespace sitrep::incidents
