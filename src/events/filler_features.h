// What speaks for a filler, with all its mentions, being one of an event's at all, as hashed
// features: how sure its mentions are, what else the event has in its role.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <vector>

#include "events/draft.h"
#include "events/event_model.h"
#include "events/reading.h"

namespace sitrep {

// Fills that name one thing or party, in one role.
struct Filler {
  Part part = Part::none;
  std::vector<const Fill*> fills;
};

// Of all roles; within a role the surest first. The event must outlive them.
std::vector<Filler> fillers_of(const Reading& reading, const Draft& event);

class FillerFeatures {
 public:
  explicit FillerFeatures(const Reading& reading);

  // All events of the report, before any filler is taken out; asked about by address until the next
  // call.
  void enter(const std::vector<Draft>& events);
  // Of an event among those entered, or of any where none are. `before`: the surer fillers of the
  // role that were kept. Valid until the next call.
  const std::vector<uint32_t>& of(const Draft& event, const Filler& filler,
                                  const std::vector<const Filler*>& before);

 private:
  void add(uint32_t number, uint64_t a, uint64_t b = 0, uint64_t c = 0);
  void add_spread(const Draft& event, const Filler& filler);
  void add_speaking(const Filler& filler, uint64_t type);
  void add_pair(const Filler& filler, const Filler& other);
  void add_elsewhere(const Draft& event, const Filler& filler);
  uint64_t entity_of(const Fill& fill) const;
  Key name_of(const NounPhrase& phrase) const;

  const Reading& reading_;
  struct Use {  // of an entity in an event
    const Draft* event = nullptr;
    Part part = Part::none;
    bool ruled = false;
  };
  boost::unordered_flat_map<uint64_t, std::vector<Use>> uses_;  // by entity_of()
  boost::unordered_flat_set<Key> speakers_;                     // last words of their names
  std::vector<uint32_t> features_;
};

}  // namespace sitrep
