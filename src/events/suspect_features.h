// What speaks for a party that a report names somewhere having done an event that its sentence does
// not give to it, as hashed features: what it is, how near it is named, what is said of it there,
// what else it did. Which party it is by name is none of them.
#pragma once

#include <cstdint>
#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

// A group or body with all phrases of the report that name it, in text order.
struct NamedParty {
  std::vector<uint32_t> phrases;
};

class SuspectFeatures {
 public:
  explicit SuspectFeatures(const Reading& reading);

  const std::vector<NamedParty>& parties() const { return parties_; }
  // Whether a party has no part in an event yet.
  bool stands_aside(const Draft& event, const NamedParty& party) const;
  // Whether a report says that a party did not do something, or denies it.
  bool is_cleared(const std::vector<Draft>& events, const NamedParty& party) const;
  // `event`: one of `events`, all that the report tells. Valid until the next call.
  const std::vector<uint32_t>& of(const std::vector<Draft>& events, const Draft& event,
                                  const NamedParty& party);

 private:
  struct Seen;  // what several templates use
  void add(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0);
  void add_party(const Seen& s);
  void add_event(const Seen& s);
  void add_other_events(const Seen& s, const std::vector<Draft>& events);
  void add_mention(const Seen& s, uint32_t phrase);
  bool holds(const std::vector<Fill>& fills, const NamedParty& party) const;
  bool names(const NounPhrase& phrase, const NamedParty& party) const;

  const Reading& reading_;
  std::vector<NamedParty> parties_;
  std::vector<bool> says_;  // tokens that are words of saying
  std::vector<uint32_t> features_;
};

}  // namespace sitrep
