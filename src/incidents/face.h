// An event made ready for comparison: its names as keys, its days as numbers, the words around it
// weighed once.
#pragma once

#include <span>
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

// A report with what all its events share.
struct Story {
  const Coding* coding = nullptr;
  Wording words;
  std::optional<Day> published;
  size_t news = 0;          // events that it is news of
  std::vector<Day> days;    // that it names, sorted
  std::vector<Key> places;  // of city size or finer that it names, sorted
};

struct Face {
  const Event* event = nullptr;
  const Story* story = nullptr;
  uint32_t report = 0;  // index of the story
  std::string id;       // "REPORT/EVENT"
  When when;            // of the event, or days before publication where a new event has none
  bool soft = false;    // `when` is inferred
  bool leads = false;   // what its report is mainly about
  bool placed = false;  // has a point of city precision or better
  std::vector<PersonKey> people;
  std::vector<Key> target_names;  // sorted
  std::vector<Key> target_heads;  // sorted
  std::vector<WeaponKey> weapons;
  Wording context;  // of the sentences that tell of it
};

// Both in the order of `codings`, events by id. `stories` keeps its address: faces point into it.
std::vector<Story> make_stories(std::span<const Coding* const> codings, WordCounts& counts);
std::vector<Face> make_faces(const std::vector<Story>& stories, const WordCounts& counts);

bool precise(const When& when);       // a day or better
bool pinpointed(const Where& where);  // a point of city precision or better
std::optional<Day> published_day(const Report& report);

}  // namespace sitrep::incidents
