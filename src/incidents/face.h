// An event made ready for comparison: its names as keys, its days as numbers, the words around it
// weighed once. A face depends on its coding alone, holds no pointer into it, and packs into a few
// hundred bytes (sketch.h).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "incidents/kinship.h"
#include "incidents/wording.h"
#include "sitrep/coding.h"

namespace sitrep::incidents {

struct PersonKey {
  Key full = kNoKey;
  Key surname = kNoKey;
};

struct WeaponKey {
  Key weapon_class = kNoKey;
  Reach reach = Reach::unknown;
  Quantity count;
};

// The noun that a target's description ends in, and what it is (a school, a vehicle).
struct TargetKey {
  Key head = kNoKey;
  Key kind = kNoKey;
  bool person = false;
  bool telling = false;  // seldom said in reports: a bakery, not a house
};

// Somebody held to have done it.
struct Doer {
  PartyKey party;
  bool as_fact = false;  // the outlet says so itself, or they do
};

// A place as numbers and keys; kNoKey: not said.
struct Spot {
  std::optional<double> lat;
  std::optional<double> lon;
  Key name = kNoKey;
  Key country = kNoKey;
  Key admin1 = kNoKey;
  Key gazetteer = kNoKey;
  PlacePrecision precision = PlacePrecision::unknown;
};

// What all events of a report share.
struct Story {
  Wording words;
  std::optional<Day> published;
  bool undated = false;         // it says no day of publication; one may be inferred
  std::vector<Day> days;        // that it names, sorted
  std::vector<Key> places;      // of city size or finer that it names, sorted
  std::vector<uint32_t> marks;  // least hashes of its five-word runs, ascending: copies share some
  bool lists = false;           // its events, three or more, are all items (Face::item)
};

struct Face {
  std::string event;   // its id in the report
  Key order = kNoKey;  // of "REPORT/EVENT": an order that no ledger has a say in
  Key report = kNoKey;
  std::shared_ptr<const Story> story;
  EventType type = EventType::any;
  Phase phase = Phase::news;
  Outcome outcome = Outcome::completed;
  When when;            // of the event, or days before publication where a new event has none
  bool soft = false;    // `when` is inferred
  bool leads = false;   // what its report is mainly about
  bool dated = false;   // the event itself has a day or better
  bool placed = false;  // has a point of city precision or better
  Spot where;
  std::vector<PersonKey> people;
  std::vector<Key> target_names;   // sorted
  std::vector<TargetKey> targets;  // sorted
  std::vector<WeaponKey> weapons;
  int64_t hurt = 0;  // people among its targets, one where no number is said
  std::vector<Doer> doers;
  Quantity killed;  // without wordings, as all quantities here
  Quantity wounded;
  Quantity abducted;
  // Where the one sentence begins that tells of it, if that says where it was: so the lists of a
  // day do, a sentence for each event.
  std::optional<uint32_t> item;
  Wording context;         // of the sentences that tell of it
  std::vector<Key> names;  // proper names in them (names.h); in all of a report of one event
  std::vector<Key> roads;  // those of them that are roads
  // Names in them that hardly any report has, but for its place's, its doers' and its speakers'.
  std::vector<uint32_t> rare_names;
};

// One report as it is compared: faces by event id.
struct Sketch {
  std::string id;  // the report's
  std::shared_ptr<const Story> story;
  std::vector<Face> faces;
};

Sketch make_sketch(const Coding& coding, const knowledge::Lexicon& lexicon);

// The events of a coding in the order of its faces.
std::vector<const Event*> events_by_id(const Coding& coding);

bool precise(const When& when);       // a day or better
bool pinpointed(const Where& where);  // a point of city precision or better
std::optional<Day> published_day(const Report& report);

}  // namespace sitrep::incidents
