// What a document mentions: times, places, parties, weapons, targets, numbers, event words, words of saying, hedges.
// Each mention keeps the words it stands on; what it means in the world is added by grounding.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/lexicon.h"
#include "language/document.h"

namespace sitrep {

enum class TimexType : uint8_t { date, time, duration, set };

// How a time expression is said; grounding turns it into a value and days.
enum class TimeForm : uint8_t {
  absolute,   // "5 January 2022", "January", "2020", "1990s": what is given is in year, month, day
  weekday,    // "Tuesday", "on Tuesday night", "last Friday", "next Monday"
  deictic,    // "today", "yesterday", "tonight", "this week", "last month": `shift` units from publication
  anaphoric,  // "the day before", "two days earlier", "the following day", "that night": `shift` from the date last spoken of
  clock,      // "at 7:21 pm", "at dawn", "overnight": a time of an understood day
  duration,   // "for three days": `shift` units long
  set,        // "every day", "weekly"
  vague,      // "now", "recently", "earlier": PRESENT_REF, PAST_REF, FUTURE_REF
  season, holiday, quarter, decade, century,
};

enum class TimeUnit : uint8_t { none, minute, hour, day, weekend, week, fortnight, month, quarter, season, year, decade, century };

// Which side of the anchor: "last", "next", "this", or not said.
enum class TimeDirection : int8_t { past = -1, same = 0, future = 1, unsaid = 2 };

struct TimeMention {
  TokenRange tokens;
  TimexType type = TimexType::date;
  TimeForm form = TimeForm::vague;
  TimeUnit unit = TimeUnit::none;
  TimeDirection direction = TimeDirection::unsaid;
  std::optional<int> year;          // four digits once known; two-digit years are widened by grounding
  std::optional<int> month;         // 1 to 12
  std::optional<int> day;           // of the month
  std::optional<int> weekday;       // ISO: Monday 1
  std::optional<double> amount;     // of units; empty for "several"
  std::optional<int> minute;        // of the day
  PartOfDay part_of_day = PartOfDay::none;
  std::string modifier;             // TIMEX3 mod: APPROX START MID END MORE_THAN LESS_THAN EARLY LATE, or empty
  std::string name;                 // of a holiday or season, or the value itself for vague ones ("PRESENT_REF")
  bool anniversary = false;         // "the second anniversary of": says nothing of when the event was
  std::optional<uint32_t> range_end;  // index of the mention that ends a range which this one begins

  // Filled by grounding (grounding/calendar.h).
  std::string value;                // TIMEX3
  std::optional<When> when;  // DATE and TIME only
};

struct PlaceMention {
  TokenRange tokens;        // of the name alone
  bool demonym = false;     // "Turkish": points to a country, is no place of an event
  bool metonym = false;     // stands for its government or team, not for the place of an event
  bool facility = false;    // base, airport, oil field
  std::optional<uint32_t> part_of;  // index of the enclosing place ("Anbar" for "Ain al-Asad, Anbar")
  std::string relation;     // "near", "outside", "off", "between", "north of"; empty: in or at
  double distance_km = 0;   // "20 km north of"
  double score = 0;         // of being a place at all, 0 to 1

  // Filled by grounding (grounding/atlas.h).
  Where where;
  double confidence = 0;    // of that reading
  std::string why;          // "places/iraq_syria.tsv:17" or "gazetteer"
};

// A party that can act, suffer or speak: named ("the Taliban"), patterned ("Iraqi army") or described ("gunmen").
struct PartyMention {
  TokenRange tokens;  // the noun phrase without leading articles
  uint32_t head = 0;  // its head word
  Party party;
  bool named = false;     // found in the actor dictionary or by a pattern, or a proper name
  bool person = false;    // an individual's name or a noun for people
  bool armed = false;     // may attack
  bool pronoun = false;   // resolved to an earlier party in the same report
  bool collective = false;  // troops, forces, civilians
  std::string role;       // "spokesman", "army chief"; empty: none
  std::string kind;       // of targets.tsv for people: civilian, police, soldier ...
  std::optional<uint32_t> affiliation;  // index of the party that it speaks or works for
  std::string why;
};

struct WeaponMention {
  TokenRange tokens;
  uint32_t head = 0;
  uint32_t entry = 0;  // in Lexicon::weapons()
  Quantity count;
};

struct TargetMention {  // a thing or a place that can be attacked
  TokenRange tokens;
  uint32_t head = 0;
  std::string kind;
  Quantity count;
  std::optional<uint32_t> place;  // index of the place mention that names it
};

struct QuantityMention {
  TokenRange tokens;
  Quantity quantity;
  std::optional<uint32_t> head;  // the counted noun
};

struct EventMention {
  TokenRange tokens;
  uint32_t head = 0;
  uint32_t entry = 0;  // in Lexicon::event_words()
};

struct SpeechMention {
  TokenRange tokens;
  uint32_t head = 0;
  uint32_t entry = 0;  // in Lexicon::speech()
};

struct HedgeMention {
  TokenRange tokens;
  uint32_t entry = 0;  // in Lexicon::hedges()
};

struct Mentions {
  std::vector<TimeMention> times;
  std::vector<PlaceMention> places;
  std::vector<PartyMention> parties;
  std::vector<WeaponMention> weapons;
  std::vector<TargetMention> targets;
  std::vector<QuantityMention> quantities;
  std::vector<EventMention> events;
  std::vector<SpeechMention> speech;
  std::vector<HedgeMention> hedges;
  std::vector<knowledge::Hit> hits;  // all dictionary phrases, as found
};

}  // namespace sitrep
