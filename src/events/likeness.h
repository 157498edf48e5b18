// How what two drafts of one report tell goes together, side by side: days, places, weapons,
// parties, targets, tolls.
#pragma once

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

enum class DayLink : uint8_t {
  unknown,  // neither says a day
  one_known,
  same,
  same_roughly,   // a week, a month; or the day of a word of saying
  other_hour,     // of the same day: morning and night
  perhaps_other,  // where one day is only that of a word of saying
  other,
  long_apart  // weeks lie between: what is recalled is no part of what is news
};
enum class PlaceLink : uint8_t {
  unknown,
  one_known,
  same,
  same_area,  // a country or division
  near,       // within kSamePlaceKm
  about,      // within kSameRegionKm
  within,     // one holds the other
  far,
  other_area,
  other_country,
  unclear
};
enum class WeaponLink : uint8_t { unknown, one_known, same, other, drone_or_not };
enum class PartyLink : uint8_t {
  unknown,
  one_known,
  same,
  same_nation,
  same_word,
  other,
  other_nation
};
enum class TargetLink : uint8_t {
  unknown,
  one_known,
  other_sort,  // people and things
  other,
  other_name,  // two persons
  same_noun,
  same_words,  // noun and a word before it
  same_name
};
enum class TollLink : uint8_t { unknown, one_known, other_effect, same, fewer, more };

struct Likeness {
  DayLink days = DayLink::unknown;
  PlaceLink places = PlaceLink::unknown;
  WeaponLink weapons = WeaponLink::unknown;
  PartyLink parties = PartyLink::unknown;
  TargetLink targets = TargetLink::unknown;
  TollLink tolls = TollLink::unknown;
  int days_apart = 0;   // between days that both are told of; 0 where they may be one
  bool abroad = false;  // in other countries, and not across a border
  bool turned = false;  // who acts in one is the target of the other: an attack and its answer
};

// `later` is told behind what `event` has so far.
Likeness likeness(const Reading& reading, const Draft& event, const Draft& later);

// Whether two drafts are told of days of their own that cannot be one.
bool different_days(const Draft& a, const Draft& b);

// Whether two drafts befell persons by name, by the rules, and none of them both.
bool different_victims(const Reading& reading, const Draft& a, const Draft& b);

// Whether two drafts are at places that cannot be one.
bool different_places(const Reading& reading, const Draft& a, const Draft& b);

// "followed", "after", "in response": two events in one sentence, told one after the other.
bool told_apart(const Reading& reading, const Draft& a, const Draft& b);

// "The attack followed a raid in which troops had destroyed launch sites": of one sentence, an
// attack and what it answers, with other targets.
bool one_follows(const Reading& reading, const Draft& a, const Draft& b);

// Whether one's word hangs on the other's in the tree.
bool linked(const Draft& a, const Draft& b);

// Types that one event can be told as.
bool same_family(EventType a, EventType b);

}  // namespace sitrep
