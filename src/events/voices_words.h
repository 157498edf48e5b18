// Words that the reading of voices asks for in several places.
#pragma once

#include "events/reading.h"
#include "events/tree.h"
#include "mentions/mentions.h"
#include "sitrep/coding.h"

namespace sitrep {

// Words behind the verb of "..., a spokesman told reporters on Monday."
constexpr uint32_t kTail = 6;

// "Probably", "believe", "accused of": of who did it, where nobody doubts that it was done.
bool doubts_doer(Certainty certainty);
// "Accusation", "report": a clause behind such a noun is what it says.
bool is_word_for_words(Key lemma);
// "Is false", "are a lie", "lack foundation", "do not reflect the truth": whether a word says, by
// those around it before `end`, that something told is untrue.
bool says_untrue(const Reading& reading, uint32_t word, uint32_t end);
// Verbs that nothing but people and bodies can be the subject of.
bool only_people(const Token& verb);
// Whether a verb of saying has what it says behind itself.
bool says_behind(const Tree& tree, const SpeechMention& speech);

// Whether a sentence has any of these words, by form or lemma.
bool mentions_any(const Document& document, const Sentence& sentence, const auto& words) {
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (one_of(document.tokens[i].lemma, words) || one_of(document.tokens[i].form, words))
      return true;
  }
  return false;
}

}  // namespace sitrep
