// Whom a sentence credits by other words than a verb of saying above what is said: "according to",
// "in the view of", headlines, "put the toll at", long ends of sentences.
#include <algorithm>

#include "events/speakers.h"
#include "events/voices.h"
#include "events/voices_words.h"

namespace sitrep {

using knowledge::Speech;
using knowledge::SpeechComplement;

// "According to X", "in the view of X", "by the account of X": where X begins, if the words at a
// token are of that kind.
std::optional<uint32_t> VoiceReader::attributed_at(uint32_t i, uint32_t end) const {
  const auto form = [&](uint32_t at) {
    return at < end ? reading_.document.tokens[at].form : kNoKey;
  };
  if (form(i) == key("according")) {
    // "according a correspondent": a slip seen often
    return form(i + 1) == key("to") ? i + 2 : i + 1;
  }
  constexpr Key kLeading[] = {key("in"), key("by"), key("on"), key("from")};
  constexpr Key kWords[] = {key("view"),       key("words"),    key("account"),   key("accounts"),
                            key("estimation"), key("estimate"), key("opinion"),   key("telling"),
                            key("reckoning"),  key("judgment"), key("judgement"), key("version"),
                            key("eyes"),       key("count"),    key("assessment")};
  if (!one_of(form(i), kLeading)) return std::nullopt;
  if (form(i + 1) == key("the") && one_of(form(i + 2), kWords) && form(i + 3) == key("of"))
    return i + 4;
  const auto owner = i + 1 < end ? reading_.mentions.phrase_at(i + 1) : std::nullopt;
  const auto own = owner ? *owner + 1 : reading_.mentions.phrases.size();
  if (own >= reading_.mentions.phrases.size()) return std::nullopt;
  const NounPhrase& said = reading_.mentions.phrases[own];  // "by the army's account"
  const bool owned =
      said.possessor == owner && one_of(reading_.document.tokens[said.head].form, kWords);
  return owned ? std::optional(i + 1) : std::nullopt;
}

std::optional<uint32_t> VoiceReader::according_to(const Tree& tree) const {
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i + 2 < s.last; ++i) {
    const auto at = attributed_at(i, s.last);
    if (!at) continue;
    for (uint32_t k = *at; k < std::min(*at + 3, s.last); ++k) {
      const auto phrase = reading_.mentions.phrase_at(k);
      if (!phrase) continue;
      const bool accorded = tree.token(i).form == key("according");
      const uint32_t whole = accorded ? end_of_possessors(reading_, *phrase) : *phrase;
      if (accorded || can_speak(reading_.mentions.phrases[whole], reading_.document))
        return named_beside(whole);
      break;
    }
  }
  return std::nullopt;
}

// "The mayor, Ivan Kolar,": the name, if what stands beside the phrase behind a comma is one.
std::optional<uint32_t> VoiceReader::named_beside(uint32_t phrase) const {
  const auto& phrases = reading_.mentions.phrases;
  const uint32_t end = phrases[phrase].tokens.last;
  const bool titled = phrases[phrase].person && !phrases[phrase].named;
  if (titled && phrase + 1 < phrases.size() && phrases[phrase + 1].tokens.first == end + 1 &&
      reading_.document.word(end) == "," && phrases[phrase + 1].person && phrases[phrase + 1].named)
    return phrase + 1;
  return resolve(phrase);
}

// "Police: gunmen kill three", "Gunmen kill three - police": the source as headlines give it.
std::optional<uint32_t> VoiceReader::headline_source(const Tree& tree) const {
  constexpr uint32_t kLongest = 6;
  const Sentence& s = tree.sentence();
  uint32_t last = s.last;
  while (last > s.first && reading_.document.word(last - 1) == ".") --last;
  const auto parts = [&](uint32_t i) {
    const std::string_view word = reading_.document.word(i);
    const bool dash = word == "-" || word == "--" || word == "\u2013" || word == "\u2014";
    return word == ":" || (dash && (reading_.document.tokens[i].shape & kSpaceBefore) != 0);
  };
  const auto source = [&](uint32_t first, uint32_t end) -> std::optional<uint32_t> {
    const auto phrase = reading_.mentions.phrase_at(first);
    if (!phrase || !speaks_alone(*phrase)) return std::nullopt;
    const NounPhrase& whole = reading_.mentions.phrases[end_of_possessors(reading_, *phrase)];
    return whole.tokens.last == end ? std::optional(end_of_possessors(reading_, *phrase))
                                    : std::nullopt;
  };
  for (uint32_t i = s.first + 1; i + 1 < last; ++i) {
    if (!parts(i)) continue;
    const bool opens = i - s.first <= kLongest && reading_.document.word(i) == ":";
    if (const auto found = opens ? source(s.first, i) : std::nullopt) return found;
    if (const auto found = last - i <= kLongest ? source(i + 1, last) : std::nullopt) return found;
  }
  return std::nullopt;
}

bool VoiceReader::speaks_alone(uint32_t index) const {
  const NounPhrase& phrase = reading_.mentions.phrases[index];
  return !phrase.pronoun && phrase.nature != Nature::place && can_speak(phrase, reading_.document);
}

// "Said she had received allegations that ...": whoever passes on what nobody else is said to say.
std::optional<uint32_t> VoiceReader::passed_on_by(const Tree& tree,
                                                  const SpeechMention& noun) const {
  const SpeechMention* above = speech_above(tree, noun.head);
  const auto up = tree.parent(noun.head);  // "said in a statement that"
  for (const SpeechMention& speech : those_in(reading_.mentions.speech, tree.sentence())) {
    if (up && speech.head == *up) above = &speech;
  }
  const bool verb = above && reading_.lexicon.speech()[above->entry].verb;
  return verb ? speaker_of(tree, *above) : std::nullopt;
}

// "Gunmen killed a judge, a source who did not want to be named told the agency": who speaks at the
// end, however long what stands before the verb is.
std::optional<uint32_t> VoiceReader::tail_speaker(const Tree& tree, uint32_t token) const {
  const auto all = those_in(reading_.mentions.speech, tree.sentence());
  for (const SpeechMention& speech : all) {
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    const bool last = tree.sentence().last - speech.tokens.last <= kTail;
    const bool says = word.verb && word.complement == SpeechComplement::clause &&
                      only_people(tree.token(speech.head)) && word.polarity == Polarity::affirmed;
    if (!last || !says || speech.head <= token || says_behind(tree, speech)) continue;
    uint32_t comma = speech.head;  // the last comma before which something is told
    for (uint32_t i = speech.head; i > token + 1; --i) {
      const bool who = reading_.document.word(i - 1) == "," && i < speech.head &&
                       tree.token(i).fine != Fine::WP && tree.token(i).fine != Fine::WDT;
      if (!who) continue;
      const auto phrase = reading_.mentions.phrase_at(i);
      const bool names = phrase && reading_.mentions.phrases[*phrase].tokens.first == i;
      if (names && can_speak(reading_.mentions.phrases[*phrase], reading_.document) &&
          follows_relative(tree, reading_.mentions.phrases[*phrase].tokens.last, speech.head))
        comma = i;
      break;
    }
    if (comma == speech.head) continue;
    return resolve(end_of_possessors(reading_, *reading_.mentions.phrase_at(comma)));
  }
  return std::nullopt;
}

// "Who did not want to be named", "speaking by telephone": between a speaker and the verb.
bool VoiceReader::follows_relative(const Tree& tree, uint32_t first, uint32_t verb) {
  if (first >= verb) return false;
  const uint32_t at = tree.token(first).form == key(",") ? first + 1 : first;
  const Fine fine = tree.token(at).fine;
  return fine == Fine::WP || fine == Fine::VBG || fine == Fine::VBN;
}

// "The hospital put the toll at nine", "the report gives the army's losses as 19 dead".
std::optional<uint32_t> VoiceReader::put_by(const Tree& tree, uint32_t token) const {
  constexpr Key kPutting[] = {key("put"), key("give"), key("set"), key("place"), key("estimate")};
  constexpr int kSteps = 4;
  uint32_t at = token;
  for (int step = 0; step < kSteps; ++step) {
    const auto up = tree.parent(at);
    if (!up) return std::nullopt;
    const Rel rel = tree.token(at).rel;
    const bool reckoned =
        one_of(tree.token(*up).lemma, kPutting) && tree.token(*up).tag == Tag::VERB;
    if (reckoned && (rel == Rel::obj || rel == Rel::obl) && !tree.passive(*up)) {
      const auto subject = tree.subject(*up);
      const auto phrase = subject ? reading_.mentions.phrase_at(*subject) : std::nullopt;
      if (!phrase) return std::nullopt;
      const NounPhrase& speaker = reading_.mentions.phrases[*phrase];
      const bool speaks = can_speak(speaker, reading_.document) || may_say(speaker);
      return speaks ? resolve(*phrase) : std::nullopt;
    }
    at = *up;
  }
  return std::nullopt;
}

}  // namespace sitrep
