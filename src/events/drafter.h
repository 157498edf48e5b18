// The drafts of one sentence: one for each event word that speaks of something real, with roles,
// times and places.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"
#include "events/voices.h"

namespace sitrep {

class Drafter {
 public:
  Drafter(const Reading& reading, VoiceReader& voices) : reading_(reading), voices_(voices) {}

  // Appends the sentence's drafts, in text order.
  void draft(const Tree& tree, uint32_t sentence, std::vector<Draft>& drafts);

 private:
  struct Trigger;
  std::optional<Draft> start(const Tree& tree, uint32_t sentence, const EventMention& event);
  bool part_of_name(const Tree& tree, uint32_t token) const;
  bool heads_its_phrase(const Tree& tree, const EventMention& event) const;
  void attach_times(const Tree& tree, std::vector<Draft>& drafts, size_t first);
  void attach_places(const Tree& tree, std::vector<Draft>& drafts, size_t first);
  void place_by(Draft& draft, uint32_t place) const;
  void attach_weapons(const Tree& tree, std::vector<Draft>& drafts, size_t first);
  bool is_weapon(uint32_t token) const;
  void link(const Tree& tree, std::vector<Draft>& drafts, size_t first) const;
  void resolve_facilities(const Tree& tree, Draft& draft) const;
  bool puts_it_there(const Tree& tree, uint32_t place, const Draft& draft) const;
  bool mere_modifier(const Tree& tree, const PlaceMention& place, uint32_t head) const;
  void recall_anniversary(const Tree& tree, Draft& draft) const;
  void split_by_place(const Tree& tree, std::vector<Draft>& drafts, size_t first) const;
  bool hyphened(uint32_t token) const;
  bool takes_ground(const Tree& tree, const Draft& draft, const knowledge::EventWord& word) const;
  bool of_people(const Draft& draft, const knowledge::EventWord& word) const;
  bool denied_itself(const Tree& tree, uint32_t noun) const;

  const Reading& reading_;
  VoiceReader& voices_;
};

// What a draft must have to stand for an incident when its word alone does not say so: a weapon, an
// armed party, a toll.
bool substantial(const Reading& reading, const Draft& draft, const knowledge::EventWord& word);

}  // namespace sitrep
