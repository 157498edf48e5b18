// What a document mentions: times, places, parties, weapons, targets, numbers, event words, words
// of saying, hedges. Each mention keeps the words it stands on; what it means in the world is added
// by grounding.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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
  deictic,    // "today", "yesterday", "tonight", "this week", "last month": `shift` units from
              // publication
  anaphoric,  // "the day before", "two days earlier", "the following day", "that night": `shift`
              // from the date last spoken of
  clock,      // "at 7:21 pm", "at dawn", "overnight": a time of an understood day
  duration,   // "for three days": `shift` units long
  set,        // "every day", "weekly"
  vague,      // "now", "recently", "earlier": PRESENT_REF, PAST_REF, FUTURE_REF
  season,
  holiday,
  quarter,
  decade,
  century,
};

enum class TimeUnit : uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  season,
  half_year,
  year,
  decade,
  century,
};

// Which side of the anchor: "last", "next", "this", or not said.
enum class TimeDirection : int8_t { past = -1, same = 0, future = 1, unsaid = 2 };

struct TimeMention {
  TokenRange tokens;
  TimexType type = TimexType::date;
  TimeForm form = TimeForm::vague;
  TimeUnit unit = TimeUnit::none;
  TimeDirection direction = TimeDirection::unsaid;
  std::optional<int> year;       // four digits once known; two-digit years are widened by grounding
  std::optional<int> month;      // 1 to 12
  std::optional<int> day;        // of the month
  std::optional<int> weekday;    // ISO: Monday 1
  std::optional<double> amount;  // of units; empty for "several"
  std::optional<int> minute;     // of the day
  PartOfDay part_of_day = PartOfDay::none;
  std::string
      modifier;      // TIMEX3 mod: APPROX START MID END MORE_THAN LESS_THAN EARLY LATE, or empty
  std::string name;  // of a holiday or season, or the value itself for vague ones ("PRESENT_REF")
  std::optional<int> quarter;     // 1 to 4; 1 or 2 where unit is half_year
  std::optional<int> year_shift;  // "June last year" -1
  std::optional<int> zone;        // of the minute: minutes east of UTC
  std::optional<int> ordinal;     // "the second day" of something unknown
  bool fiscal = false;            // "fiscal 1998": years and quarters of a business
  int offset = 0;  // "two days before Christmas": -2 of `offset_unit` from the date given
  TimeUnit offset_unit = TimeUnit::none;
  bool anniversary = false;  // "the second anniversary of": says nothing of when the event was
  std::optional<uint32_t>
      range_end;  // index of the mention that ends a range which this one begins

  // Filled by grounding (grounding/calendar.h).
  std::string value;         // TIMEX3
  std::optional<When> when;  // DATE and TIME only
};

struct PlaceMention {
  TokenRange tokens;      // of the name alone
  bool demonym = false;   // "Turkish": points to a country, is no place of an event
  bool county = false;    // named in a list before "counties"
  bool metonym = false;   // stands for its government or team, not for the place of an event
  bool facility = false;  // base, airport, oil field
  bool unnamed =
      false;  // a facility known by its city alone: the word "airport" of "the airport in Baghdad"
  bool elsewhere = false;  // where victims are treated, suspects are held, people live: of an event
                           // only by its own words
  bool home = false;  // where somebody is said to be from: of an event where nothing else is named
  bool wide = false;  // a county or the like: a town says more. Filled by grounding
  bool embedded = false;  // inside the name of a body: "Baghdad" of "Baghdad Traffic Police"
  knowledge::PlaceKind facility_kind =
      knowledge::PlaceKind::city;  // of the noun that makes it a facility; city: none
  std::optional<uint32_t>
      part_of;  // index of the enclosing place ("Anbar" for "Ain al-Asad, Anbar")
  std::optional<uint32_t> locates;  // index of the place that it only helps to find: of "Soacha"
                                    // for "Bogota" in "Soacha, 15 km south of Bogota"
  std::string relation;    // "near", "outside", "off", "between", "north of"; empty: in or at
  double distance_km = 0;  // "20 km north of"
  double score = 0;        // of being a place at all, 0 to 1

  // Filled by grounding (grounding/atlas.h).
  Where where;
  double confidence = 0;  // of that reading
  std::string why;        // "places/iraq_syria.tsv:17" or "gazetteer"
};

// What a noun phrase stands for, by its head and the names in it.
enum class Nature : uint8_t { other, party, weapon, thing, place, event };

// A base noun phrase: determiner to head, cut at possessives, commas and times.
struct NounPhrase {
  TokenRange tokens;
  uint32_t head = 0;  // the token that heads it
  Nature nature = Nature::other;
  Party party;       // nature party: name as given without article, with what the dictionaries say
  std::string kind;  // weapon class or target kind of the dictionaries
  Quantity count;    // "five", "at least two", "dozens of"
  bool definite = false;    // the, this, these, its
  bool indefinite = false;  // a, an, another, or a bare plural
  bool additional = false;  // another, second, other, separate, new: not the one spoken of before
  bool plural = false;
  bool pronoun = false;
  bool named = false;                 // holds a proper name
  bool person = false;                // an individual's name, or people
  bool armed = false;                 // people or groups that may attack
  bool member = false;                // of a group that is named elsewhere: "the rebels"
  bool body = false;                  // acts as one, whoever its members are: "the army"
  bool group = false;                 // of many, how many it does not say: "the crew"
  bool authority = false;             // of a state: ministry, police, army, official
  std::string role;                   // "spokesman", "commander": a title in it
  std::optional<uint32_t> possessor;  // index of the phrase before 's
  std::optional<uint32_t> place;      // index of the place mention that it is or holds
  std::optional<uint32_t> weapon;     // entry in Lexicon::weapons() at or before its head
  std::optional<Party> owner;         // of a weapon or deed: "rebel missiles", "an army raid"
  std::optional<TokenRange>
      site;         // in an event's own words, what was attacked: "the *mosque* attack"
  std::string why;  // dictionary lines behind kind and party
};

struct EventMention {
  TokenRange tokens;
  uint32_t head = 0;   // the verb or noun that carries it
  uint32_t entry = 0;  // in Lexicon::event_words()
  TokenRange rest;     // of a phrase that its object parts: "took *six nuns* hostage"
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
  std::vector<NounPhrase> phrases;  // in text order, without overlaps
  std::vector<EventMention> events;
  std::vector<SpeechMention> speech;
  std::vector<HedgeMention> hedges;
  std::vector<knowledge::Hit>
      hits;  // all dictionary phrases that pass the checks of case, as found

  // Index of the noun phrase that holds a token.
  std::optional<uint32_t> phrase_at(uint32_t token) const;
  // The dictionary phrases that begin within a range.
  std::span<const knowledge::Hit> hits_in(TokenRange range) const;
  void clear();
};

}  // namespace sitrep
