// Deaths, blasts and blows that nobody meant: by lightning, in a crash, of a virus, in a novel.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

class Innocence {
 public:
  Innocence(const Reading& reading, const Tree& tree) : reading_(reading), tree_(tree) {}
  // Whether what an event's word tells is no deed of anybody.
  bool covers(const EventMention& event, const Draft& draft) const;

 private:
  bool caused(const EventMention& event) const;
  bool sparked(uint32_t noun) const;
  bool of_innocent(const EventMention& event) const;
  bool by_accident_above(uint32_t verb) const;
  bool below(uint32_t head, uint32_t senses) const;
  bool in_phrase(uint32_t head, uint32_t senses) const;
  bool blaze(uint32_t head) const;
  bool bursts(const EventMention& event) const;
  bool before_court(uint32_t verb) const;
  bool figurative(const EventMention& event, const Draft& draft) const;
  bool follows_deed() const;
  bool told_otherwise(const EventMention& event, const Draft& draft) const;
  uint32_t senses(uint32_t token) const;
  std::vector<uint32_t> doers(const EventMention& event) const;

  const Reading& reading_;
  const Tree& tree_;
};

}  // namespace sitrep
