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
  // To be called once for each sentence, in order, parsed or not: follows quotations.
  void enter(uint32_t sentence);

 private:
  std::optional<uint32_t> speaker_above(const Tree& tree, const SpeechMention& speech) const;
  struct Closing {
    const SpeechMention* speech;
    uint32_t speaker;
  };
  // `anywhere`: of a token behind it, too.
  std::optional<Closing> closing(const Tree& tree, uint32_t token, bool anywhere) const;
  const SpeechMention* speech_above(const Tree& tree, uint32_t token) const;
  std::optional<uint32_t> according_to(const Tree& tree) const;
  std::optional<uint32_t> speaker_beside(uint32_t sentence) const;
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

// The phrase that a pronoun or "the statement" stands for among the speakers before it.
std::optional<uint32_t> resolve_speaker(const Reading& reading, uint32_t phrase);

// Index range of the speech mentions of a sentence.
std::pair<size_t, size_t> speech_in(const Reading& reading, uint32_t sentence);

}  // namespace sitrep
