// What is put right in a draft once all its fillers are known: who speaks is no victim, what a
// clause denies is no filler but a denied claim, and whose weapons or whose men did it.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"
#include "events/voices.h"

namespace sitrep {

class Settler {
 public:
  Settler(const Reading& reading, VoiceReader& voices, const Tree& tree)
      : reading_(reading), voices_(voices), tree_(tree) {}

  // `draft` must be of the tree's sentence.
  void settle(Draft& draft);

 private:
  void drop_speakers(Draft& draft, bool act) const;  // act: by their own account they do it
  bool stands_above(const Telling& telling, const Fill& fill) const;
  void lower_hedged(Draft& draft);
  void doubt_doers(Draft& draft);
  bool contrasted(uint32_t first) const;
  void dispute_contrasts(Draft& draft) const;
  void dispute_numbers(Draft& draft) const;
  void dispute_places(Draft& draft) const;
  void settle_downing(Draft& draft) const;
  bool accuses(uint32_t head) const;
  void add_states(const Fill& men, std::vector<Fill>& bodies) const;
  bool stands_alone(uint32_t actor, uint32_t pronoun) const;
  void dispute_rival(uint32_t phrase, Draft& draft) const;
  void add_admitting(Draft& draft) const;
  void dispute(Draft& draft);
  bool denies(const Telling& telling, const Fill& fill);
  void add_owners(Draft& draft) const;
  void add_driver(Draft& draft) const;
  void add_owner(const Fill& weapon, Draft& draft) const;
  bool befell(const Fill& weapon) const;
  bool flies_alone(const Fill& weapon) const;
  std::optional<uint32_t> actor_of(const Telling& telling) const;
  std::optional<Fill> weapon_that_acts(const Telling& telling) const;
  void add_bodies(Draft& draft) const;
  std::optional<uint32_t> own_name_at(uint32_t pronoun) const;
  void add_speaker(uint32_t pronoun, Draft& draft) const;
  bool acts(const Telling& telling, uint32_t pronoun) const;
  const NounPhrase& phrase_of(const Fill& fill) const {
    return reading_.mentions.phrases[fill.phrase];
  }

  const Reading& reading_;
  VoiceReader& voices_;
  const Tree& tree_;
};

}  // namespace sitrep
