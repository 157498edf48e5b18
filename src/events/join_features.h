// What speaks for a draft telling of an event that was told before, as hashed features.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <vector>

#include "events/likeness.h"
#include "events/reading.h"

namespace sitrep {

// How the other events told before go with a draft: of each link the closest.
struct Rivals {
  uint32_t events = 0;
  TargetLink targets = TargetLink::unknown;
  bool same_place = false;
  bool same_day = false;
  bool same_party = false;
  uint32_t words = 0;  // in common with the draft's sentence, the most
};

// An event that a draft may be of.
struct Candidate {
  const Draft* event = nullptr;
  uint32_t rank = 0;  // how many events were told of since
  Likeness like;
  uint32_t words = 0;  // telling ones that its sentences share with the draft's
  Rivals rivals;
};

// What in a draft is new to the reader of the report: it has an article of its own, while what was
// told has not.
struct Novelty {
  uint8_t targets = 0, weapons = 0, doers = 0;  // how they are spoken of, as bits
  bool leads_on = false;
};

class JoinFeatures {
 public:
  explicit JoinFeatures(const Reading& reading);

  // `events`: the one told of last at the end.
  std::vector<Candidate> candidates(const std::vector<const Draft*>& events, const Draft& draft);
  // Of one of the candidates for the draft that they were asked for last. Valid until the next
  // call.
  const std::vector<uint32_t>& of(const Candidate& candidate, const Draft& draft);

 private:
  struct Seen;
  void add(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0);
  void add_links(const Seen& s);
  void add_words(const Seen& s);
  void add_flags(const Seen& s);
  void add_text(const Seen& s);
  void add_surroundings(const Seen& s);
  void add_rivals(const Seen& s);
  void add_report(const Seen& s);
  void add_novelty(const Seen& s);
  void read_words(uint32_t sentence);
  Novelty novelty(const Draft& draft) const;
  uint32_t words_in_common(const Draft& event, const Draft& draft);

  const Reading& reading_;
  // By sentence, sorted; filled when asked for.
  boost::unordered_flat_map<uint32_t, std::vector<Key>> words_;
  Novelty novelty_;      // of the draft that candidates() was asked for last
  uint64_t places_ = 0;  // that the report names, as a step
  uint64_t days_ = 0;
  uint64_t others_ = 0;  // how often it says "another", "a second"
  uint64_t length_ = 0;
  std::vector<uint32_t> features_;
};

}  // namespace sitrep
