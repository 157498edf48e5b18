// What speaks for a draft telling of an event that was told before, as hashed features.
#pragma once

#include <cstdint>
#include <vector>

#include "events/likeness.h"
#include "events/reading.h"
#include "events/report_scale.h"
#include "events/sentence_words.h"

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
  Novelty novelty(const Draft& draft) const;

  const Reading& reading_;
  SentenceWords words_;
  ReportScale scale_;
  Novelty novelty_;  // of the draft that candidates() was asked for last
  std::vector<uint32_t> features_;
};

}  // namespace sitrep
