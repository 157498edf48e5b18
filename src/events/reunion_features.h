// What speaks for two events that a report's drafts were joined to being one after all, as hashed
// features: now that all is read that it tells of both.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "events/join_features.h"

namespace sitrep {

// What the sentences of an event name, each as often as it stands there.
struct NamedWords {
  std::vector<std::string_view> towns;  // and the like, by the gazetteer's names
  std::vector<Day> days;                // that days, months and years begin with
  std::vector<Key> names;               // sorted
};

class ReunionFeatures {
 public:
  explicit ReunionFeatures(const Reading& reading);

  // The events that are asked for next, the one told first at the beginning. They must stay as they
  // are until the next call.
  void enter(const std::vector<Draft>& events);
  // Of the events at two places, first < second. Valid until the next call.
  const std::vector<uint32_t>& of(size_t first, size_t second);
  // Whether the scorer of joins gives them less than a tenth: hardly any of these would be joined.
  bool hopeless(size_t first, size_t second) const { return pair(first, second).probable == 0; }
  const Likeness& like(size_t first, size_t second) const { return pair(first, second).like; }

 private:
  // What two events are to each other.
  struct Pair {
    Likeness like;
    uint32_t words = 0;      // in common
    uint64_t probable = 0;   // by the scorer of joins, in tenths
    bool likeliest = false;  // of the second's pairs
  };
  struct Seen;

  const Pair& pair(size_t first, size_t second) const {
    return pairs_[second * (second - 1) / 2 + first];
  }
  void compare(size_t second);
  void add(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0);
  void add_links(const Seen& s);
  void add_joins(const Seen& s);
  void add_sizes(const Seen& s);
  void add_text(const Seen& s);
  void add_manner(const Seen& s);
  void add_words(const Seen& s);
  void add_names(const Seen& s);

  const Reading& reading_;
  JoinFeatures joins_;
  ReportScale scale_;
  const std::vector<Draft>* events_ = nullptr;
  size_t largest_ = 0;             // its place
  std::vector<NamedWords> named_;  // by event
  std::vector<Pair> pairs_;
  std::vector<uint32_t> features_;
};

}  // namespace sitrep
