// Who says what a sentence tells, how surely, and whether it is affirmed or denied.
#pragma once

#include "events/draft.h"
#include "events/reading.h"
#include "events/tree.h"

namespace sitrep {

// Reads the voices of one report, sentence by sentence: a quotation that runs on keeps its speaker.
class VoiceReader {
 public:
  explicit VoiceReader(const Reading& reading) : reading_(reading) {}

  // The voice in which a token of the sentence is said. `tree` is of that sentence.
  Voice voice_of(const Tree& tree, uint32_t sentence, uint32_t token);
  // The party that a word of saying has for its subject.
  std::optional<uint32_t> speaker_of(const Tree& tree, const SpeechMention& speech) const;
  // "Hamas issued a statement denying it": Hamas, not the statement.
  std::optional<uint32_t> issuer(const Tree& tree, std::optional<uint32_t> subject) const;
  // "Nobody has said that they were behind it": whether what a token tells is said by nobody.
  bool nobody_says(const Tree& tree, uint32_t token) const;
  // What a hedge inside a noun phrase or right before it says of it: "suspected rebels".
  std::optional<Certainty> hedged_noun(TokenRange phrase) const;
  // How doubtful it is by words of the sentence that a token's clause is true, where nobody doubts
  // that something happened: "is believed to be behind the attack". `stated` if not at all.
  Certainty doubt_of(const Tree& tree, uint32_t token) const;
  // "The attack", "carried out the attack": whether a word for an event takes it for granted.
  bool beyond_doubt(const Tree& tree, uint32_t token) const;
  // To be called once for each sentence, in order, parsed or not: follows quotations.
  void enter(uint32_t sentence);

 private:
  std::optional<uint32_t> speaker_above(const Tree& tree, const SpeechMention& speech) const;
  std::optional<uint32_t> quoted(const Tree& tree, uint32_t verb) const;
  std::optional<uint32_t> subject_of(const Tree& tree, uint32_t verb) const;
  std::optional<uint32_t> tail_speaker(const Tree& tree, uint32_t token) const;
  static bool follows_relative(const Tree& tree, uint32_t first, uint32_t verb);
  bool declined_at(TokenRange words) const;
  Certainty called_doubtful(uint32_t token) const;
  bool unconfirmed(const Tree& tree) const;
  std::optional<uint32_t> passed_on_by(const Tree& tree, const SpeechMention& noun) const;
  std::optional<uint32_t> put_by(const Tree& tree, uint32_t token) const;
  bool may_say(const NounPhrase& phrase) const;
  bool names_thing(const HedgeMention& mention) const;
  static bool told_aside(const Tree& tree, uint32_t token, TokenRange hedge);
  bool hedges(const Tree& tree, const HedgeMention& mention, uint32_t token) const;
  bool left_open(const SpeechMention& speech) const;
  const SpeechMention* claim_around(const Tree& tree, uint32_t token) const;
  std::optional<uint32_t> attributed_at(uint32_t token, uint32_t end) const;
  std::optional<uint32_t> resolve(uint32_t phrase) const;
  std::optional<uint32_t> named_beside(uint32_t phrase) const;
  std::optional<uint32_t> headline_source(const Tree& tree) const;
  bool speaks_alone(uint32_t phrase) const;
  std::optional<TokenRange> stretch_before(const Sentence& sentence, uint32_t end) const;
  std::optional<uint32_t> first_speaker(TokenRange stretch) const;
  std::optional<uint32_t> speaker_of_quote(uint32_t sentence) const;
  uint32_t begin_of(const SpeechMention& speech) const;
  bool joins_clause(const Tree& tree, const SpeechMention& speech) const;
  bool said_by_nobody(const Tree& tree, const SpeechMention& speech) const;
  std::optional<uint32_t> untrue_word(const Tree& tree, uint32_t token) const;
  std::optional<uint32_t> false_tale(const Tree& tree, uint32_t token) const;
  const SpeechMention* speech_by_that(const Tree& tree, uint32_t token) const;
  bool says_that_behind(const Tree& tree, const SpeechMention& speech, uint32_t token) const;
  struct Closing {
    const SpeechMention* speech;
    uint32_t speaker;
    uint32_t mark;  // what it says stands before this token
    bool inserted;  // and goes on behind the verb of saying
  };
  std::optional<Closing> closing_with(const Tree& tree, const SpeechMention& speech) const;
  bool is_inserted(const Sentence& sentence, uint32_t mark, uint32_t behind) const;
  // `anywhere`: of a token behind it, too.
  std::optional<Closing> closing(const Tree& tree, uint32_t token, bool anywhere) const;
  const SpeechMention* speech_above(const Tree& tree, uint32_t token) const;
  const SpeechMention* answer_to(const Tree& tree, const SpeechMention& speech) const;
  std::optional<uint32_t> according_to(const Tree& tree) const;
  std::optional<uint32_t> speaker_beside(uint32_t sentence) const;
  void apply_hearsay(const Tree& tree, uint32_t token, Voice& voice) const;
  void apply_hedges(const Tree& tree, uint32_t token, Voice& voice) const;
  bool announces(uint32_t sentence) const;
  bool opens_quote(uint32_t sentence) const;

  const Reading& reading_;
  bool in_quote_ = false;
  std::optional<uint32_t>
      last_speaker_;  // of the sentence before, for "he said" and running quotations
  std::optional<uint32_t> quoted_speaker_;
  std::optional<uint32_t> announced_speaker_;  // "The minister said:", until somebody else speaks
};

// Index range of the speech mentions of a sentence.
std::pair<size_t, size_t> speech_in(const Reading& reading, uint32_t sentence);

}  // namespace sitrep
