// What a sentence says of an event without naming it by an event word of its own: tolls and damage
// ("No damage, no casualties"), who is held responsible, who would not say.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"
#include "events/voices.h"

namespace sitrep {

enum class Reach : uint8_t {
  nearest,
  recent,
  all
};  // the event told last, all told nearby, all that is new

struct Aside {
  uint32_t sentence = 0;
  Reach reach = Reach::nearest;
  std::vector<Toll> tolls;
  std::vector<Toll> unhurt;  // tolls of nobody, unless somebody is told of
  std::optional<Damage> damage;
  Voice damage_voice;
  std::vector<Fill> perpetrators;
  std::vector<LooseClaim> claims;

  bool tells_who() const { return !perpetrators.empty() || !claims.empty(); }
};

class AsideReader {
 public:
  AsideReader(const Reading& reading, VoiceReader& voices) : reading_(reading), voices_(voices) {}
  void read(const Tree& tree, uint32_t sentence, std::vector<Aside>& asides);

 private:
  void read_tolls(const Tree& tree, Aside& aside);
  bool counts(uint32_t phrase) const;
  bool has_numeral(const Tree& tree, uint32_t phrase) const;
  Quantity counted_behind(const Tree& tree, uint32_t noun) const;
  Quantity risen_to(const Tree& tree, TokenRange toll) const;
  void add_unhurt(const knowledge::TollNoun& word, const std::string& words, const Voice& voice,
                  Aside& aside);
  void read_unhurt(const Tree& tree, Aside& aside);
  void read_damage(const Tree& tree, Aside& aside);
  std::optional<Damage> damage_by(const Tree& tree, uint32_t verb, Effect effect) const;
  void read_dead(const Tree& tree, Aside& aside);
  void read_blame(const Tree& tree, Aside& aside);
  void read_claimed(const Tree& tree, Aside& aside);
  std::optional<uint32_t> before_copula(const Tree& tree, uint32_t token) const;
  void read_responsible(const Tree& tree, Aside& aside);
  bool asks_who(const Tree& tree) const;
  void read_refusal(const Tree& tree, Aside& aside);
  void add_perpetrator(const Tree& tree, uint32_t token, Voice voice, Aside& aside);
  bool may_be_accused(uint32_t phrase) const;
  std::optional<uint32_t> on_behalf_of(const Tree& tree, uint32_t from) const;
  std::optional<uint32_t> held_responsible(const Tree& tree, uint32_t token) const;
  void add_speaker(const Voice& voice, Aside& aside);
  std::optional<uint32_t> accused_by(const Tree& tree, const SpeechMention& speech) const;
  void add_denial(uint32_t phrase, const std::string& why, Aside& aside);
  void add_nobody(Voice voice, Polarity polarity, Aside& aside);
  Reach reach_of(uint32_t sentence) const;

  const Reading& reading_;
  VoiceReader& voices_;
};

// Gives each aside to the events that it speaks of.
void apply_asides(const std::vector<Aside>& asides, std::vector<Draft>& events);

}  // namespace sitrep
