// How many were killed, wounded or taken, and what was damaged, in sentences that tell it of no
// event word: "There were no casualties", "the toll has risen to 11".
#pragma once

#include "events/aside.h"
#include "events/voices.h"

namespace sitrep {

class AsideTolls {
 public:
  AsideTolls(const Reading& reading, VoiceReader& voices) : reading_(reading), voices_(voices) {}
  void read(const Tree& tree, Aside& aside);

 private:
  void read_nouns(const Tree& tree, Aside& aside);
  bool counts(uint32_t phrase) const;
  bool has_numeral(const Tree& tree, uint32_t phrase) const;
  Quantity counted_behind(const Tree& tree, uint32_t noun) const;
  Quantity risen_to(const Tree& tree, TokenRange toll) const;
  bool behind_number(const Tree& tree, uint32_t word) const;
  Quantity numbered(const Tree& tree, uint32_t noun) const;
  Quantity number_behind(const Tree& tree, uint32_t from) const;
  void add_unhurt(const knowledge::TollNoun& word, const std::string& words, const Voice& voice,
                  Aside& aside);
  void read_unhurt(const Tree& tree, Aside& aside);
  void read_damage(const Tree& tree, Aside& aside);
  std::optional<Damage> damage_by(const Tree& tree, uint32_t verb, Effect effect) const;
  void read_lost(const Tree& tree, Aside& aside);
  void read_dead(const Tree& tree, Aside& aside);
  Quantity with_those_before(uint32_t last) const;
  void add_survivors(const Tree& tree, uint32_t dead, Aside& aside) const;
  bool is_in_care(const Tree& tree, uint32_t from) const;

  const Reading& reading_;
  VoiceReader& voices_;
};

}  // namespace sitrep
