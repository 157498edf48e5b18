#include "events/endings.h"

#include <algorithm>

#include "events/reading.h"

namespace sitrep {

namespace {

constexpr uint32_t kReach = 4;  // words between the verb and the target

bool any_before(const Document& document, const Sentence& sentence, uint32_t word,
                const auto& words) {
  for (uint32_t i = sentence.first; i < word; ++i) {
    if (one_of(document.tokens[i].form, words)) return true;
  }
  return false;
}

bool any_behind(const Document& document, const Sentence& sentence, uint32_t word,
                const auto& words) {
  for (uint32_t i = word + 1; i < std::min(word + 1 + kReach, sentence.last); ++i) {
    if (one_of(document.tokens[i].lemma, words)) return true;
  }
  return false;
}

bool nobody_before(const Document& document, const Sentence& sentence, uint32_t word) {
  constexpr Key kNone[] = {key("no"),   key("not"),     key("n't"),
                           key("none"), key("neither"), key("never")};
  return any_before(document, sentence, word, kNone);
}

// "Reached its target".
bool meets_target(const Document& document, const Sentence& sentence, uint32_t word) {
  constexpr Key kMeeting[] = {key("reach"), key("hit"), key("strike"), key("find")};
  constexpr Key kTargets[] = {key("target"), key("goal"), key("objective"), key("mark")};
  constexpr Key kOpen[] = {key("before"), key("without"), key("if"),     key("would"),
                           key("could"),  key("may"),     key("might"),  key("should"),
                           key("to"),     key("failed"),  key("whether")};
  const Token& t = document.tokens[word];
  const bool finite =
      t.fine == Fine::VBD || t.fine == Fine::VBN || t.fine == Fine::VBZ || t.fine == Fine::VBP;
  return one_of(t.lemma, kMeeting) && finite && any_behind(document, sentence, word, kTargets) &&
         !any_before(document, sentence, word, kOpen) && !nobody_before(document, sentence, word);
}

// "A direct hit", "the hit was accurate".
bool is_good_hit(const Document& document, const Sentence& sentence, uint32_t word) {
  constexpr Key kGood[] = {key("accurate"), key("precise"), key("direct"), key("successful")};
  const Token& t = document.tokens[word];
  const bool hit = t.tag == Tag::NOUN && (t.lemma == key("hit") || t.lemma == key("strike"));
  if (!hit || nobody_before(document, sentence, word)) return false;
  const bool direct = word > sentence.first && one_of(document.tokens[word - 1].form, kGood);
  const bool called = word + 1 < sentence.last && document.tokens[word + 1].lemma == key("be") &&
                      any_behind(document, sentence, word + 1, kGood);
  return called || (direct && t.lemma == key("hit"));
}

// "Neither missed", "none missed its target".
bool misses_nothing(const Document& document, const Sentence& sentence, uint32_t word) {
  const Token& t = document.tokens[word];
  return t.lemma == key("miss") && t.tag == Tag::VERB && nobody_before(document, sentence, word);
}

}  // namespace

bool says_hit(const Document& document, const Sentence& sentence, uint32_t word) {
  return meets_target(document, sentence, word) || is_good_hit(document, sentence, word) ||
         misses_nothing(document, sentence, word);
}

}  // namespace sitrep
