#include "events/voices_words.h"

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
