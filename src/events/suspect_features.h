// What speaks for a party that a report names somewhere having done an event that its sentence does
// not give to it, as hashed features: what it is, how near it is named, what is said of it there,
// what else it did. Which party it is by name is none of them.
#pragma once

#include <cstdint>
#include <vector>

#include "events/draft.h"
#include "events/reading.h"

namespace sitrep {

class SuspectFeatures {
 public:
  explicit SuspectFeatures(const Reading& reading);

  // The events that the others are asked of; they must stay as they are meanwhile.
  void enter(const std::vector<Draft>& events);

  // Groups and bodies, by first mention; of a report that names very many the first ones.
  size_t parties() const { return parties_.size(); }
  // That name it, in text order: the first ones.
  const std::vector<uint32_t>& phrases(size_t party) const { return parties_[party].phrases; }
  // Whether a party has no part in an event yet.
  bool stands_aside(size_t event, size_t party) const { return parts_[event][party] == kNone; }
  // Whether the report says of a party that it did not do some event, or denies it.
  bool names(size_t party, uint32_t phrase) const { return party_of_[phrase] == party; }
  bool is_cleared(size_t party) const { return parties_[party].cleared; }
  // The phrase that names it nearest to where the event is told.
  uint32_t nearest(size_t event, size_t party) const;
  // Valid until the next call.
  const std::vector<uint32_t>& of(size_t event, size_t party);

 private:
  struct Party {
    std::vector<uint32_t> phrases;
    size_t did = 0;  // events that it has a part in
    size_t suffered = 0;
    bool cleared = false;
  };
  struct Mention {
    int64_t gap = 0;  // sentences from the nearest telling
    uint32_t phrase = 0;
  };
  struct Seen;  // what several templates use
  static constexpr uint8_t kNone = 0, kDid = 1, kSuffered = 2;

  void add_parties();
  void note(const std::vector<Fill>& fills, uint8_t part, std::vector<uint8_t>& parts) const;
  void clear(const Draft& event);
  std::vector<Mention> mentions(const Draft& event, const Party& party) const;
  void add(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0);
  void add_party(const Seen& s);
  void add_event(const Seen& s);
  void add_other_events(const Seen& s);
  void add_mention(const Seen& s, const Mention& mention);

  const Reading& reading_;
  std::vector<Party> parties_;
  std::vector<size_t> party_of_;  // of each phrase; kNobody
  std::vector<bool> says_;        // tokens that are words of saying
  const std::vector<Draft>* events_ = nullptr;
  std::vector<std::vector<uint8_t>> parts_;  // by event and party
  std::vector<uint32_t> features_;
};

}  // namespace sitrep
