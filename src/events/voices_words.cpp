#include "events/voices_words.h"

#include "events/senses.h"
#include "events/speakers.h"

namespace sitrep {

bool doubts_doer(Certainty certainty) {
  return certainty == Certainty::suspected || certainty == Certainty::possible ||
         certainty == Certainty::accused;
}

bool is_word_for_words(Key lemma) {
  constexpr Key kWords[] = {key("accusation"), key("allegation"),  key("claim"),  key("charge"),
                            key("suggestion"), key("rumour"),      key("rumor"),  key("assertion"),
                            key("fact"),       key("idea"),        key("belief"), key("suspicion"),
                            key("evidence"),   key("possibility"), key("news"),   key("notion")};
  return carries_words(lemma) || one_of(lemma, kWords);
}

namespace {

// Whether one of the next words says what a true word rests on: "lack any foundation".
bool ground_behind(const Document& document, uint32_t from, uint32_t end) {
  constexpr Key kGround[] = {key("foundation"), key("basis"),   key("truth"),
                             key("substance"),  key("reality"), key("fact")};
  constexpr uint32_t kReach = 4;
  for (uint32_t i = from; i < std::min(from + kReach, end); ++i) {
    if (one_of(document.tokens[i].lemma, kGround)) return true;
  }
  return false;
}

bool not_before(const Document& document, uint32_t i) {
  constexpr Key kNot[] = {key("not"), key("n't"), key("never"), key("no")};
  return i > 0 && one_of(document.tokens[i - 1].form, kNot);
}

}  // namespace

bool says_untrue(const Reading& reading, uint32_t i, uint32_t end) {
  const Document& document = reading.document;
  constexpr Key kTrue[] = {key("true"), key("correct"), key("accurate")};
  constexpr Key kMatching[] = {key("reflect"), key("correspond"), key("match")};
  constexpr Key kLinks[] = {key("be"), key("prove")};
  const Key lemma = document.tokens[i].lemma;
  if (lemma == key("lack") || lemma == key("without")) return ground_behind(document, i + 1, end);
  if (one_of(lemma, kMatching))
    return not_before(document, i) && ground_behind(document, i + 1, end);
  if (one_of(lemma, kTrue)) return not_before(document, i);
  if (!has_sense(reading, lemma, knowledge::kUntrue) || not_before(document, i)) return false;
  constexpr uint32_t kReach = 3;  // "are a lie", "proved entirely false"
  for (uint32_t k = i; k > 0 && i - k < kReach; --k) {
    if (one_of(document.tokens[k - 1].lemma, kLinks)) return true;
  }
  return false;
}

bool only_people(const Token& verb) {
  constexpr Key kVerbs[] = {
      key("say"),         key("tell"),    key("state"),   key("announce"), key("confirm"),
      key("deny"),        key("claim"),   key("admit"),   key("insist"),   key("acknowledge"),
      key("decline"),     key("refuse"),  key("reject"),  key("accuse"),   key("blame"),
      key("write"),       key("declare"), key("allege"),  key("warn"),     key("concede"),
      key("maintain"),    key("explain"), key("believe"), key("think"),    key("suspect"),
      key("acknowledge"), key("dismiss"), key("comment"), key("dispute"),  key("complain"),
      key("name"),        key("add"),     key("report"),  key("conclude"), key("testify")};
  return one_of(verb.lemma, kVerbs);
}

bool says_behind(const Tree& tree, const SpeechMention& speech) {
  for (const uint32_t c : tree.children(speech.head)) {
    const Rel rel = tree.token(c).rel;
    const bool said = rel == Rel::ccomp || rel == Rel::obj || rel == Rel::xcomp;
    if (said && c > speech.head && tree.token(c).fine != Fine::VBG) return true;
  }
  return false;
}

}  // namespace sitrep
