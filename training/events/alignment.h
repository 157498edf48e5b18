// Which of the events that a person wrote down a draft of the program's is of.
#pragma once

#include <optional>

#include "events/draft.h"
#include "events/reading.h"
#include "gold.h"

namespace sitrep::training {

class Alignment {
 public:
  Alignment(const Reading& reading, const Gold& gold);

  const Gold& gold() const { return gold_; }
  // The part that a phrase has in an event of the gold.
  Part part(size_t event, uint32_t phrase) const { return parts_[event][phrase]; }
  // The entity that it names; where it has a part.
  size_t entity(size_t event, uint32_t phrase) const { return entities_[event][phrase]; }
  // Of a draft: by where it is told, where the gold says so; else by the parts that it shares, and
  // by what else its sentence names.
  std::optional<size_t> event_of(const Draft& draft) const;
  // Of an event joined of several drafts: that of which most of its tellings are.
  std::optional<size_t> mostly(const Draft& event) const;
  // Whether a draft of no event is known to be of none.
  bool complete() const { return !gold_.partial; }

 private:
  std::optional<size_t> told(const Telling& telling) const;
  std::optional<size_t> shared(const Draft& draft) const;
  int likeness(size_t event, const Draft& draft) const;
  bool same(const std::string& mention, uint32_t phrase, bool human) const;

  const Reading& reading_;
  const Gold& gold_;
  std::vector<std::vector<Part>> parts_;  // by event and phrase
  std::vector<std::vector<size_t>> entities_;
};

Part ruled_part(const Reading& reading, const Draft& draft, uint32_t phrase);

}  // namespace sitrep::training
