// Who is said to have done it, says so himself, denies it or would not say, in sentences that tell
// it of no event word: "Officials blamed the militia", "the group claimed responsibility".
#pragma once

#include "events/aside.h"
#include "events/voices.h"

namespace sitrep {

class AsideBlame {
 public:
  AsideBlame(const Reading& reading, VoiceReader& voices) : reading_(reading), voices_(voices) {}
  void read(const Tree& tree, Aside& aside);

 private:
  void read_blame(const Tree& tree, Aside& aside);
  void read_claimed(const Tree& tree, Aside& aside);
  std::optional<uint32_t> before_copula(const Tree& tree, uint32_t token) const;
  void read_responsible(const Tree& tree, Aside& aside);
  bool says_own(const Tree& tree, uint32_t i) const;
  void read_owned(const Tree& tree, Aside& aside);
  std::optional<uint32_t> last_to_speak(const Tree& tree, uint32_t before);
  bool asks_who(const Tree& tree) const;
  void read_refusal(const Tree& tree, Aside& aside);
  void add_perpetrator(const Tree& tree, uint32_t token, Voice voice, Aside& aside);
  void accuse(uint32_t phrase, const Voice& voice, Aside& aside) const;
  std::vector<uint32_t> names_behind(uint32_t phrase) const;
  std::optional<uint32_t> side_named_before(uint32_t speaker) const;
  bool may_be_accused(uint32_t phrase) const;
  bool charges_at(const Tree& tree, uint32_t verb) const;
  std::optional<uint32_t> on_behalf_of(const Tree& tree, uint32_t from) const;
  std::optional<uint32_t> held_responsible(const Tree& tree, uint32_t token) const;
  void add_speaker(const Voice& voice, Aside& aside);
  std::optional<uint32_t> accused_by(const Tree& tree, const SpeechMention& speech) const;
  std::optional<uint32_t> denier_of(const Tree& tree, uint32_t sentence, uint32_t verb,
                                    uint32_t phrase);
  std::optional<uint32_t> claimed_for(const Tree& tree, uint32_t verb) const;
  void add_denial(uint32_t phrase, const std::string& why, Aside& aside);
  void deny_as_publisher(const Tree& tree, const SpeechMention& speech, Aside& aside);
  void add_claimant(const Tree& tree, const SpeechMention& speech, Voice voice, Aside& aside);
  bool of_nobody(const Tree& tree, uint32_t token) const;
  static bool claims_it(const Tree& tree, uint32_t verb);
  std::optional<uint32_t> claimed_by(const Tree& tree, uint32_t verb) const;
  void add_nobody_claims(const Tree& tree, uint32_t verb, Aside& aside);
  void add_silent(const Tree& tree, uint32_t subject, Aside& aside);
  bool is_silent(const Tree& tree, uint32_t verb) const;
  std::optional<uint32_t> called_by(const Tree& tree, uint32_t from) const;
  std::optional<uint32_t> involved(const Tree& tree, uint32_t verb) const;
  bool speech_denies(const Tree& tree) const;
  std::optional<uint32_t> suspected(const Tree& tree, const SpeechMention& speech) const;
  void read_alleged(const Tree& tree, Aside& aside);
  void read_identified(const Tree& tree, Aside& aside);
  std::optional<uint32_t> belonging(const Tree& tree, uint32_t doer) const;
  void read_not_us(const Tree& tree, Aside& aside);
  void read_means(const Tree& tree, Aside& aside);
  void read_rejection(const Tree& tree, Aside& aside);
  void read_mutual(const Tree& tree, Aside& aside);
  void read_untrue(const Tree& tree, Aside& aside);
  void reject(uint32_t who, bool charged, Aside& aside);
  void read_summary(const Tree& tree, Aside& aside);
  void add_asked_after(const Tree& tree, std::optional<uint32_t> speaker, Aside& aside);
  std::optional<uint32_t> pointed_at(const Tree& tree, uint32_t verb) const;
  void add_nobody(Voice voice, Polarity polarity, Aside& aside);

  const Reading& reading_;
  VoiceReader& voices_;
};

}  // namespace sitrep
