// What stands before "..., the ministry said": read off the words, whatever the tree makes of it.
#include <algorithm>

#include "events/speakers.h"
#include "events/voices.h"

namespace sitrep {

using knowledge::Speech;
using knowledge::SpeechComplement;

namespace {

bool is_mark(const Document& document, uint32_t i) {
  const std::string_view word = document.word(i);
  return word == "," || word == ";" || word == ":" || word == "(" || word == ")" ||
         (document.tokens[i].shape & kQuote) != 0;
}

// "..., but his family says it has seen no proof": begins a clause of its own.
bool begins_clause(Key word) {
  constexpr Key kBegins[] = {key("but"),      key("and"),     key("while"), key("though"),
                             key("although"), key("whereas"), key("so"),    key("because")};
  return std::find(std::begin(kBegins), std::end(kBegins), word) != std::end(kBegins);
}

bool finite(const Token& t) {
  return t.fine == Fine::VBD || t.fine == Fine::VBZ || t.fine == Fine::VBP;
}

}  // namespace

// "Gunmen killed five, but the army says ...": what stands before is not the army's.
bool VoiceReader::joins_clause(const Tree& tree, const SpeechMention& speech) const {
  const auto stretch = stretch_before(tree.sentence(), begin_of(speech));
  return stretch && stretch->size() > 0 &&
         begins_clause(reading_.document.tokens[stretch->first].form);
}

// Where the verb of saying begins: "police reported" is one entry, with its subject.
uint32_t VoiceReader::begin_of(const SpeechMention& speech) const {
  const bool with_subject = reading_.document.tokens[speech.tokens.first].tag == Tag::NOUN;
  return with_subject ? speech.head : speech.tokens.first;
}

// The stretch that ends before a token and begins behind a mark; none if it holds a finite verb or
// begins the sentence.
std::optional<TokenRange> VoiceReader::stretch_before(const Sentence& sentence,
                                                      uint32_t end) const {
  constexpr uint32_t kLongest = 20;
  for (uint32_t i = end; i > sentence.first && end - i < kLongest; --i) {
    if (is_mark(reading_.document, i - 1)) return TokenRange{i, end};
    if (finite(reading_.document.tokens[i - 1])) return std::nullopt;
  }
  return std::nullopt;
}

std::optional<uint32_t> VoiceReader::first_speaker(TokenRange stretch) const {
  for (uint32_t i = stretch.first; i < stretch.last; ++i) {
    const auto phrase = reading_.mentions.phrase_at(i);
    if (!phrase) continue;
    const uint32_t whole = end_of_possessors(reading_, *phrase);
    const NounPhrase& p = reading_.mentions.phrases[whole];
    if (p.tokens.last <= stretch.last && can_speak(p, reading_.document)) return resolve(whole);
    i = reading_.mentions.phrases[*phrase].tokens.last - 1;
  }
  return std::nullopt;
}

// "..., the interior ministry said, adding that ...": a verb of saying behind its subject, with a
// mark before both, says what stands before the mark, whatever the tree makes of it.
std::optional<VoiceReader::Closing> VoiceReader::closing_with(const Tree& tree,
                                                              const SpeechMention& speech) const {
  const Sentence& s = tree.sentence();
  const Document& document = reading_.document;
  auto stretch = stretch_before(s, begin_of(speech));
  if (!stretch) return std::nullopt;
  for (uint32_t i = stretch->first; i < stretch->last; ++i) {  // "..., in what he called an attack"
    if (tree.token(i).form == key("what")) return std::nullopt;
  }
  std::optional<uint32_t> speaker;
  if (stretch->size() == 0 && document.word(stretch->first - 1) == ",") {
    // "the governor, Ana Ruiz, said": two names for one
    const auto apposed = stretch_before(s, stretch->first - 1);
    if (!apposed || document.word(apposed->first - 1) != ",") return std::nullopt;
    stretch = stretch_before(s, apposed->first - 1);
    if (!stretch) return std::nullopt;
    speaker = first_speaker(*stretch);
    const auto other = first_speaker(*apposed);
    const auto named = [&](uint32_t p) { return reading_.mentions.phrases[p].named; };
    if (other && (!speaker || (!named(*speaker) && named(*other)))) speaker = other;
  } else {
    speaker = first_speaker(*stretch);
  }
  if (!speaker || stretch->size() == 0 || joins_clause(tree, speech)) return std::nullopt;
  if (const auto source = quoted(tree, speech.head))
    speaker = resolve(*reading_.mentions.phrase_at(*source));
  const uint32_t mark = stretch->first - 1;
  if (document.word(mark) == ";" || document.word(mark) == "(") return std::nullopt;
  return Closing{&speech, *speaker, mark, is_inserted(s, mark, speech.tokens.last)};
}

// "The convoy, the agency said, was marked": what is said goes on behind the verb of saying.
bool VoiceReader::is_inserted(const Sentence& sentence, uint32_t mark, uint32_t behind) const {
  if (behind >= sentence.last || reading_.document.word(behind) != ",") return false;
  for (uint32_t i = mark; i > sentence.first; --i) {
    if (finite(reading_.document.tokens[i - 1])) return false;
    if (is_mark(reading_.document, i - 1)) break;
  }
  return mark > sentence.first;
}

// `anywhere`: of a token behind it, too.
std::optional<VoiceReader::Closing> VoiceReader::closing(const Tree& tree, uint32_t token,
                                                         bool anywhere) const {
  for (const SpeechMention& speech : those_in(reading_.mentions.speech, tree.sentence())) {
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    // "..., the ministry charged": nobody is charged there
    const bool of_party = word.complement == SpeechComplement::party &&
                          word.certainty == Certainty::accused &&
                          !tree.child(speech.head, Rel::obj);
    if (!word.verb || (word.complement != SpeechComplement::clause && !of_party)) continue;
    const auto found = closing_with(tree, speech);
    if (found &&
        (token < found->mark || anywhere || (found->inserted && token > speech.tokens.last)))
      return found;
  }
  return std::nullopt;
}

// "The mayor wrote on Telegram that ...": where the tree loses what is said, the word "that" behind
// a verb of saying still tells.
const SpeechMention* VoiceReader::speech_by_that(const Tree& tree, uint32_t token) const {
  constexpr uint32_t kGap = 9;  // tokens from the verb to "that"
  const auto [first, last] = within(reading_.mentions.speech, tree.sentence());
  for (size_t i = last; i > first; --i) {
    const SpeechMention& speech = reading_.mentions.speech[i - 1];
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    if (!word.verb || word.complement != SpeechComplement::clause || speech.tokens.last > token)
      continue;
    for (uint32_t k = speech.tokens.last; k < std::min(speech.tokens.last + kGap, token); ++k) {
      if (tree.token(k).form == key("that")) return &speech;
      if (finite(tree.token(k)) || is_mark(reading_.document, k)) break;
    }
  }
  return nullptr;
}

// "Denied before the elders that its men had killed": what is said, though the tree hangs it on the
// elders. Not "the elders that killed".
bool VoiceReader::says_that_behind(const Tree& tree, const SpeechMention& speech,
                                   uint32_t token) const {
  for (uint32_t k = token; k > speech.tokens.last; --k) {
    if (tree.token(k - 1).form != key("that")) continue;
    const Tag next = tree.token(k).tag;
    return next != Tag::VERB && next != Tag::AUX && speech_by_that(tree, token) == &speech;
  }
  return false;
}

}  // namespace sitrep
