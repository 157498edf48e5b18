#include "grounding/calendar_tense.h"

#include <algorithm>
#include <initializer_list>

#include "mentions/times_words.h"

namespace sitrep::calendar {

namespace {

constexpr uint32_t kReach = 14;  // tokens looked at on each side
constexpr uint32_t kGroup = 5;   // tokens of a verb group before its main verb

using times::Word;

bool any_of(Key form, std::initializer_list<Word> words) {
  return std::any_of(words.begin(), words.end(), [form](Word w) { return w.key == form; });
}

bool is_will(Key f) {
  return any_of(f, {"will", "shall", "ll", "wo", "would", "may", "might", "could", "should"});
}
bool is_to(Key f) { return f == key("to"); }
bool is_past_auxiliary(Key f) {
  return any_of(f, {"was", "were", "had", "did", "has", "have", "been"});
}
bool ahead_word(Key f) {
  return any_of(f, {"scheduled", "expected", "due", "planned", "slated", "plans", "expects",
                    "until", "till"});
}

bool untagged_past(const Document& d, uint32_t i) {
  const Token& t = d.tokens[i];
  if (any_of(t.form, {"said", "killed", "began",  "came",   "took",  "went", "left",
                      "told", "made",   "met",    "hit",    "broke", "fell", "rose",
                      "held", "shot",   "struck", "fought", "won",   "lost"})) {
    return true;
  }
  const std::string_view word = d.word(i);
  return word.size() > 4 && (word.ends_with("ed") || word.ends_with("ED"));
}

// "planned to leave", "was set to close", "were planning to drive"; not "had planned to leave".
bool plans(const Document& d, uint32_t first, uint32_t to) {
  if (to == first) return false;
  if (!any_of(d.tokens[to - 1].form,
              {"planned", "planning", "scheduled", "set", "slated", "expected", "supposed", "due",
               "preparing", "ready", "hoped", "hoping", "likely"})) {
    return false;
  }
  for (uint32_t k = to - 1; k-- > first && to - k < 5;) {
    if (any_of(d.tokens[k].form, {"had", "originally", "previously"})) return false;
  }
  return true;
}

// "plans to leave", "is to leave": ahead; "agreed to leave", "moved to cut": not said.
Tense to_infinitive(const Document& d, uint32_t first, uint32_t to) {
  if (plans(d, first, to)) return Tense::future;
  for (uint32_t k = to; k-- > first;) {
    switch (d.tokens[k].fine) {
      case Fine::VBD:
      case Fine::VBN:
        return Tense::unknown;
      case Fine::MD:
      case Fine::VBP:
      case Fine::VBZ:
        return is_past_auxiliary(d.tokens[k].form) ? Tense::unknown : Tense::future;
      default:
        break;
    }
    if (is_past_auxiliary(d.tokens[k].form)) return Tense::unknown;
  }
  return Tense::future;
}

// "scheduled", "due", "until": ahead, unless "was scheduled".
bool points_ahead(const Document& d, uint32_t first, uint32_t i) {
  if (!ahead_word(d.tokens[i].form) || i == first) return false;
  return !is_past_auxiliary(d.tokens[i - 1].form);
}

// A base form or participle by what stands before it: "will leave", "to meet", "did not go", "was
// held", "has left".
Tense by_auxiliary(const Document& d, uint32_t first, uint32_t i) {
  const uint32_t from = i > first + kGroup ? i - kGroup : first;
  for (uint32_t k = i; k-- > from;) {
    const Key f = d.tokens[k].form;
    if (is_will(f)) return Tense::future;
    if (is_to(f)) return to_infinitive(d, first, k);
    if (is_past_auxiliary(f)) {
      const bool future_perfect = k > first && is_will(d.tokens[k - 1].form);
      return future_perfect ? Tense::future : Tense::past;
    }
    if (any_of(f, {"is", "are", "am"})) return Tense::unknown;
  }
  return Tense::unknown;
}

// "preferred shares", "the wounded man": a participle that is no verb.
bool describes_noun(const Document& d, uint32_t first, uint32_t i) {
  const bool owned =
      i > first && (d.tokens[i - 1].tag == Tag::DET || d.tokens[i - 1].fine == Fine::PRPS);
  const bool participle = d.tokens[i].fine == Fine::VBN || (d.tokens[i].fine == Fine::VBD && owned);
  if (!participle || i + 1 >= d.tokens.size()) return false;
  if (d.tokens[i + 1].tag != Tag::NOUN && d.tokens[i + 1].tag != Tag::PROPN) return false;
  return i == first || (d.tokens[i - 1].tag != Tag::AUX && d.tokens[i - 1].tag != Tag::ADV);
}

// Tense of the verb at `i`; false when it is none.
bool verb_tense(const Document& d, uint32_t first, uint32_t i, Tense& tense) {
  const Token& t = d.tokens[i];
  if (describes_noun(d, first, i)) return false;
  if (points_ahead(d, first, i)) return tense = Tense::future, true;
  switch (t.fine) {
    case Fine::VBD:
      return tense = Tense::past, true;
    case Fine::VB:
    case Fine::VBN:
    case Fine::VBG:
      tense = by_auxiliary(d, first, i);
      break;
    case Fine::VBP:
    case Fine::VBZ:
    case Fine::MD:
      tense = is_will(t.form)             ? Tense::future
              : is_past_auxiliary(t.form) ? Tense::past
                                          : Tense::unknown;
      break;
    case Fine::none:
    case Fine::other:
      if (is_will(t.form)) return tense = Tense::future, true;
      if (is_past_auxiliary(t.form) || untagged_past(d, i)) {
        tense = by_auxiliary(d, first, i);
        if (tense != Tense::future) tense = Tense::past;
        return true;
      }
      return false;
    default:
      return false;
  }
  if (t.fine == Fine::VBN && tense == Tense::unknown) tense = Tense::past;
  return true;
}

// The date opens its clause: ", in March a judge ruled", "On Tuesday, the two conferred".
bool opens_clause(const Document& d, const Sentence& sentence, uint32_t i) {
  if (i > sentence.first && d.tokens[i - 1].tag == Tag::ADP) --i;
  if (i == sentence.first) return true;
  const Tag tag = d.tokens[i - 1].tag;
  return tag == Tag::PUNCT || tag == Tag::CCONJ || tag == Tag::SCONJ;
}

bool look_ahead(const Document& d, const Sentence& sentence, TokenRange words, Tense& tense) {
  const uint32_t to = std::min(sentence.last, words.last + kReach);
  for (uint32_t i = words.last; i < to; ++i) {
    if (verb_tense(d, words.last, i, tense)) return true;
  }
  return false;
}

}  // namespace

Tense tense_around(const Document& document, const Sentence& sentence, TokenRange words) {
  Tense tense = Tense::unknown;
  if (opens_clause(document, sentence, words.first) && look_ahead(document, sentence, words, tense))
    return tense;
  const uint32_t from =
      words.first > sentence.first + kReach ? words.first - kReach : sentence.first;
  for (uint32_t i = words.first; i-- > from;) {
    if (verb_tense(document, sentence.first, i, tense)) return tense;
  }
  return look_ahead(document, sentence, words, tense) ? tense : Tense::unknown;
}

}  // namespace sitrep::calendar
