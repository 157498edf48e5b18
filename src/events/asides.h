// Sentences that say something of an event told elsewhere: how they are read, and to which events
// what they say is given.
#pragma once

#include "events/aside_blame.h"
#include "events/aside_tolls.h"
#include "events/aside_victims.h"

namespace sitrep {

class AsideReader {
 public:
  AsideReader(const Reading& reading, VoiceReader& voices)
      : reading_(reading),
        voices_(voices),
        tolls_(reading, voices),
        victims_(reading, voices),
        blame_(reading, voices) {}
  void read(const Tree& tree, uint32_t sentence, std::vector<Aside>& asides);

 private:
  Reach reach_of(uint32_t sentence) const;
  void read_ending(const Tree& tree, Aside& aside);

  const Reading& reading_;
  VoiceReader& voices_;
  AsideTolls tolls_;
  AsideVictims victims_;
  AsideBlame blame_;
};

// Gives each aside to the events that it speaks of.
void apply_asides(const Reading& reading, const std::vector<Aside>& asides,
                  std::vector<Draft>& events);

}  // namespace sitrep
