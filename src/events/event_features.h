// What a whole event tells about itself, as hashed features: its words, who and what is in it, what
// its sentences speak of.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

class EventFeatures {
 public:
  explicit EventFeatures(const Reading& reading);

  // For its type. Valid until the next call.
  const std::vector<uint32_t>& of(const Draft& event);
  // For its being an incident at all: also what its words govern and are governed by ("slashed
  // prices", "leads to the arrest"), and how much else of the report is violent.
  const std::vector<uint32_t>& of_being(const Draft& event);

 private:
  void add(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0);
  void begin(const Draft& event);
  void add_words(const Draft& event);
  void add_parties(const Draft& event);
  void add_targets(const Draft& event);
  void add_means(const Draft& event);
  void add_manner(const Draft& event);
  void add_surroundings(const Draft& event);
  void add_topics(const Draft& event);
  void add_matters(const Draft& event);
  void count_words();
  void note_heading();
  void add_frame(const Telling& telling);
  void add_frames(const Draft& event);
  void add_report(const Draft& event);

  const Reading& reading_;
  boost::unordered_flat_map<Key, uint32_t> topics_;  // words of the report
  std::vector<Key> heading_words_;                   // lemmas
  std::vector<uint32_t> mishaps_;                    // words of accidents up to each sentence
  uint32_t meant_ = 0;                               // words that say it was no accident
  uint32_t strong_words_ = 0;                        // of the report, that leave no doubt
  bool strong_heading_ = false;                      // its headline has one
  uint64_t type_ = 0;                                // as the rules see it
  std::vector<uint32_t> features_;
  std::vector<uint32_t> matters_;  // kept to save allocating
};

}  // namespace sitrep
