// Who the dead, the wounded and the victims are: "the dead were two women and a boy", "six of the
// injured were children", "among those killed was a colonel", "the victim was identified as X".
#pragma once

#include "events/aside.h"
#include "events/voices.h"

namespace sitrep {

class AsideVictims {
 public:
  AsideVictims(const Reading& reading, VoiceReader& voices) : reading_(reading), voices_(voices) {}
  void read(const Tree& tree, Aside& aside);

 private:
  // What is said of a group of the hit, and whether it is said of all of them.
  struct Said {
    uint32_t who = 0;  // head of the words that say who they are
    bool all = false;
  };
  std::optional<uint32_t> whose_bodies(const Tree& tree, uint32_t noun) const;
  std::optional<Said> said_of(const Tree& tree, uint32_t group) const;
  std::optional<Said> said_of_subject(const Tree& tree, uint32_t group) const;
  bool is_people(uint32_t token) const;
  void add_unhurt(const Tree& tree, const knowledge::TollNoun& word, uint32_t at, Aside& aside);
  void add(const Tree& tree, const knowledge::TollNoun& word, const Said& said, Aside& aside);

  const Reading& reading_;
  VoiceReader& voices_;
};

}  // namespace sitrep
