#include "events/voices.h"

#include <algorithm>

#include "events/speakers.h"

namespace sitrep {

using knowledge::Hedge;
using knowledge::HedgeScope;
using knowledge::Speech;
using knowledge::SpeechComplement;

namespace {

constexpr int kMaxClimb = 200;
constexpr uint32_t kTail =
    6;  // words behind the verb of "..., a spokesman told reporters on Monday."
constexpr uint32_t kHedgeReach = 6;  // tokens between a hedge and what it hedges

}  // namespace

std::pair<size_t, size_t> speech_in(const Reading& reading, uint32_t sentence) {
  return within(reading.mentions.speech, reading.document.sentences[sentence]);
}

// "He said", "it added": whoever spoke last, if the pronoun can mean that.
std::optional<uint32_t> VoiceReader::resolve(uint32_t index) const {
  const auto& phrases = reading_.mentions.phrases;
  if (phrases[index].pronoun && last_speaker_) {
    const Token& pronoun = reading_.document.tokens[phrases[index].head];
    const NounPhrase& last = phrases[*last_speaker_];
    const bool fits = pronoun.lemma == key("they") ||
                      (of_person(pronoun) == last.person && !(of_one(pronoun) && last.plural));
    if (fits && *last_speaker_ < index) return last_speaker_;
  }
  return resolve_speaker(reading_, index);
}

// "The agency quoted a source as saying", "citing two officials": whose words are passed on.
std::optional<uint32_t> VoiceReader::quoted(const Tree& tree, uint32_t verb) const {
  const Key lemma = tree.token(verb).lemma;
  if ((lemma != key("quote") && lemma != key("cite")) || tree.passive(verb)) return std::nullopt;
  const auto source = tree.patient(verb);
  const auto phrase = source ? reading_.mentions.phrase_at(*source) : std::nullopt;
  const bool speaks = phrase && can_speak(reading_.mentions.phrases[*phrase], reading_.document);
  return speaks ? source : std::nullopt;
}

std::optional<uint32_t> VoiceReader::speaker_of(const Tree& tree,
                                                const SpeechMention& speech) const {
  const Speech& word = reading_.lexicon.speech()[speech.entry];
  std::optional<uint32_t> token;
  if (word.verb) {
    token = quoted(tree, speech.head);
    if (!token) token = tree.subject(speech.head);
    if (!token && tree.passive(speech.head)) token = tree.agent(speech.head);
  } else {
    token = tree.agent(speech.head);
    if (!token) token = tree.child(speech.head, Rel::nmod_poss);
    if (!token) {
      tree.prepositions(speech.head, [&](Key preposition, uint32_t object) {
        if (preposition == key("from") || preposition == key("of")) token = object;
      });
    }
  }
  if (!token) return std::nullopt;
  const auto phrase = reading_.mentions.phrase_at(*token);
  if (!phrase || !can_speak(reading_.mentions.phrases[*phrase], reading_.document))
    return std::nullopt;
  return resolve(*phrase);
}

// "The commander rejected the report, saying that ..."
std::optional<uint32_t> VoiceReader::speaker_above(const Tree& tree,
                                                   const SpeechMention& speech) const {
  const auto up = tree.parent(speech.head);
  if (!up || tree.token(speech.head).fine != Fine::VBG) return std::nullopt;
  const auto subject = tree.subject(*up);
  const auto phrase = subject ? reading_.mentions.phrase_at(*subject) : std::nullopt;
  if (!phrase || !can_speak(reading_.mentions.phrases[*phrase], reading_.document))
    return std::nullopt;
  return resolve(*phrase);
}

const SpeechMention* VoiceReader::speech_above(const Tree& tree, uint32_t token) const {
  const auto all = those_in(reading_.mentions.speech, tree.sentence());
  uint32_t at = token;
  for (int step = 0; step < kMaxClimb; ++step) {
    const auto up = tree.parent(at);
    if (!up) break;
    for (const SpeechMention& speech : all) {
      if (tree.token(speech.head).rel == Rel::amod) continue;  // "the suspected poacher's hut"
      const bool said = tree.token(at).rel == Rel::ccomp || tree.token(at).rel == Rel::acl ||
                        tree.token(at).rel == Rel::parataxis || tree.token(at).rel == Rel::xcomp ||
                        tree.token(at).rel == Rel::obj || tree.token(at).rel == Rel::advcl;
      // "blamed the rebels for the strike": that there was one is the accuser's word, too
      const bool blamed_for =
          tree.token(at).rel == Rel::obl &&
          reading_.lexicon.speech()[speech.entry].certainty == Certainty::accused;
      if (speech.tokens.contains(*up) && (said || blamed_for) && !speech.tokens.contains(at))
        return &speech;
    }
    at = *up;
  }
  // "..., officials said": the verb of saying hangs below what is said
  for (const SpeechMention& speech : all) {
    const bool verb = reading_.lexicon.speech()[speech.entry].verb;
    const bool clause =
        reading_.lexicon.speech()[speech.entry].complement == SpeechComplement::clause;
    const Rel rel = tree.token(speech.head).rel;
    const bool closing = rel == Rel::conj && tree.sentence().last - speech.tokens.last <= kTail &&
                         tree.child(speech.head, Rel::nsubj);
    if (verb && clause && (rel == Rel::parataxis || closing) && tree.is_under(speech.head, at))
      return &speech;
  }
  return nullptr;
}

// "Rejected accusations that its men had shot villagers": what is said is the word above.
const SpeechMention* VoiceReader::answer_to(const Tree& tree, const SpeechMention& speech) const {
  const Token& noun = tree.token(speech.head);
  const auto up = tree.parent(speech.head);
  if (!up || noun.rel != Rel::obj) return &speech;
  for (const SpeechMention& above : those_in(reading_.mentions.speech, tree.sentence())) {
    const Speech& word = reading_.lexicon.speech()[above.entry];
    if (above.tokens.contains(*up) && word.verb && word.polarity == Polarity::denied) return &above;
  }
  return &speech;
}

std::optional<uint32_t> VoiceReader::according_to(const Tree& tree) const {
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i + 2 < s.last; ++i) {
    if (tree.token(i).form != key("according")) continue;
    const uint32_t at = tree.token(i + 1).form == key("to")
                            ? i + 2
                            : i + 1;  // "according a correspondent": a slip seen often
    for (uint32_t k = at; k < std::min(at + 3, s.last); ++k) {
      if (const auto phrase = reading_.mentions.phrase_at(k))
        return named_beside(end_of_possessors(reading_, *phrase));
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

// "No group has said that it fired the mortar": that it was fired is the outlet's to say.
bool VoiceReader::said_by_nobody(const Tree& tree, const SpeechMention& speech) const {
  const auto subject = tree.subject(speech.head);
  if (!subject) return false;
  const auto phrase = reading_.mentions.phrase_at(*subject);  // "no one" is none
  return is_nobody(reading_.document, phrase ? reading_.mentions.phrases[*phrase].tokens
                                             : TokenRange{*subject, *subject + 1});
}

bool VoiceReader::nobody_says(const Tree& tree, uint32_t token) const {
  const SpeechMention* speech = speech_above(tree, token);
  return speech && said_by_nobody(tree, *speech);
}

// The speaker of the sentence's first verb of saying, whatever the tree says of it.
std::optional<uint32_t> VoiceReader::speaker_beside(uint32_t sentence) const {
  const auto [first, last] = speech_in(reading_, sentence);
  for (size_t i = first; i < last; ++i) {
    const SpeechMention& speech = reading_.mentions.speech[i];
    if (!reading_.lexicon.speech()[speech.entry].verb) continue;
    for (const int64_t step : {int64_t{-1}, int64_t{1}}) {
      int64_t beside = step < 0 ? int64_t{speech.tokens.first} - 1 : int64_t{speech.tokens.last};
      const bool comma =
          step < 0 && beside > 0 && reading_.document.word(static_cast<uint32_t>(beside)) == ",";
      if (comma) --beside;  // "the minister, Ana Ruiz, said"
      if (beside < 0 || beside >= static_cast<int64_t>(reading_.document.tokens.size())) continue;
      const auto phrase = reading_.mentions.phrase_at(static_cast<uint32_t>(beside));
      if (!phrase || !can_speak(reading_.mentions.phrases[*phrase], reading_.document)) continue;
      if (const auto speaker = resolve(*phrase)) return speaker;
    }
  }
  return std::nullopt;
}

// "The minister said:": what follows, quoted or not, is the minister's.
bool VoiceReader::announces(uint32_t index) const {
  const Sentence& sentence = reading_.document.sentences[index];
  if (reading_.document.word(sentence.last - 1) != ":") return false;
  constexpr uint32_t kBehind = 5;  // words between the verb and the colon: "said in a statement:"
  const auto [first, last] = speech_in(reading_, index);
  return first < last && reading_.mentions.speech[last - 1].tokens.last + kBehind >= sentence.last;
}

bool VoiceReader::opens_quote(uint32_t index) const {
  return (reading_.document.tokens[reading_.document.sentences[index].first].shape & kQuote) != 0;
}

// "They came at night. They burned it all," the priest said: who ends the quotation that begins in
// a sentence.
std::optional<uint32_t> VoiceReader::speaker_of_quote(uint32_t index) const {
  constexpr uint32_t kLongest = 5;  // sentences
  const auto& sentences = reading_.document.sentences;
  for (uint32_t s = index + 1; s < std::min<size_t>(index + kLongest, sentences.size()); ++s) {
    for (uint32_t i = sentences[s].first; i < sentences[s].last; ++i) {
      if ((reading_.document.tokens[i].shape & kQuote) != 0) return speaker_beside(s);
    }
  }
  return std::nullopt;
}

void VoiceReader::enter(uint32_t index) {
  const Sentence& sentence = reading_.document.sentences[index];
  const bool began_quoted = in_quote_;
  uint32_t marks = 0;
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    if (!(reading_.document.tokens[i].shape & kQuote)) continue;
    const std::string_view word = reading_.document.word(i);
    if (word == "\u201C")
      in_quote_ = true;
    else if (word == "\u201D")
      in_quote_ = false;
    else if (word == "\"" || word == "``" || word == "''")
      in_quote_ = !in_quote_;
    ++marks;
  }
  if (sentence.paragraph_start && marks == 0) in_quote_ = false;
  const auto speaker = speaker_beside(index);
  if (speaker) last_speaker_ = speaker;
  if (speaker && speaker != announced_speaker_) announced_speaker_.reset();
  const bool quoted = began_quoted || in_quote_ || (opens_quote(index) && !speaker);
  quoted_speaker_ = quoted ? last_speaker_ : announced_speaker_;
  const bool begins = quoted && !began_quoted && !speaker && in_quote_;
  if (const auto later = begins ? speaker_of_quote(index) : std::nullopt) quoted_speaker_ = later;
  if (speaker && announces(index)) announced_speaker_ = speaker;
}

std::optional<Certainty> VoiceReader::hedged_noun(TokenRange phrase) const {
  const auto& hedges = reading_.mentions.hedges;
  for (const HedgeMention& mention : hedges) {
    if (mention.tokens.first >= phrase.last) break;
    const Hedge& hedge = reading_.lexicon.hedges()[mention.entry];
    const bool of_noun = hedge.scope == HedgeScope::noun && hedge.polarity == Polarity::affirmed;
    if (of_noun && (phrase.contains(mention.tokens.first) || mention.tokens.last == phrase.first))
      return hedge.certainty;
  }
  return std::nullopt;
}

// "Unconfirmed posts speak of an ambush", "unverified reports that ...": whatever hangs on such
// words or on their verb is no surer than they are.
void VoiceReader::apply_hearsay(const Tree& tree, uint32_t token, Voice& voice) const {
  for (const HedgeMention& mention : those_in(reading_.mentions.hedges, tree.sentence())) {
    const Hedge& hedge = reading_.lexicon.hedges()[mention.entry];
    if (hedge.scope != HedgeScope::noun || hedge.certainty != Certainty::unverified) continue;
    const auto noun = tree.parent(mention.tokens.first);
    if (!noun || !carries_words(tree.token(*noun).lemma)) continue;
    const bool subject = tree.token(*noun).rel == Rel::nsubj;
    const auto verb = subject ? tree.parent(*noun) : std::nullopt;
    if (!tree.is_under(token, *noun) && !(verb && tree.is_under(token, *verb))) continue;
    voice.certainty = Certainty::unverified;
    voice.speaker.reset();
    voice.why = reading_.lexicon.describe(hedge.source);
  }
}

namespace {

// "Arrested on suspicion of planning an attack": the arrest is no suspicion.
bool charges(const Token& verb) {
  constexpr Key kCharging[] = {key("arrest"), key("detain"), key("hold"), key("question"),
                               key("charge"), key("seize"),  key("jail")};
  return verb.tag == Tag::VERB && one_of(verb.lemma, kCharging);
}

}  // namespace

void VoiceReader::apply_hedges(const Tree& tree, uint32_t token, Voice& voice) const {
  const uint32_t clause = tree.clause(token);
  for (const HedgeMention& mention : those_in(reading_.mentions.hedges, tree.sentence())) {
    const Hedge& hedge = reading_.lexicon.hedges()[mention.entry];
    if (hedge.polarity == Polarity::denied || hedge.scope == HedgeScope::noun) continue;
    const uint32_t at = mention.tokens.first;
    const bool of_charge = hedge.certainty == Certainty::suspected && at > token;
    if (of_charge && charges(tree.token(token))) continue;
    bool same_clause = false;  // "there were reports that": below any word of it
    for (uint32_t k = at; k < mention.tokens.last; ++k)
      same_clause = same_clause || tree.clause(k) == clause || tree.is_under(clause, k);
    const uint32_t end = mention.tokens.last - 1;
    const bool near = token > end ? token - end <= kHedgeReach * 2 : at <= token + kHedgeReach;
    if (!same_clause || !near || voice.certainty != Certainty::stated) continue;
    // "allegedly", where nobody is said to allege it
    const bool by_nobody = hedge.certainty == Certainty::accused && !voice.speaker;
    voice.certainty = by_nobody ? Certainty::unverified : hedge.certainty;
    voice.why = reading_.lexicon.describe(hedge.source);
  }
}

Voice VoiceReader::voice_of(const Tree& tree, uint32_t, uint32_t token) {
  Voice voice;
  const auto said = closing(tree, token, false);
  const SpeechMention* speech = speech_above(tree, token);
  if (speech && token < speech->tokens.first && joins_clause(tree, *speech)) speech = nullptr;
  if (said && (!speech || said->inserted)) speech = said->speech;
  if (!speech) speech = speech_by_that(tree, token);
  if (speech) speech = answer_to(tree, *speech);
  if (speech && said_by_nobody(tree, *speech)) return voice;
  if (speech) {
    const Speech& word = reading_.lexicon.speech()[speech->entry];
    voice.speaker =
        said && said->speech == speech ? std::optional(said->speaker) : speaker_of(tree, *speech);
    if (word.complement == SpeechComplement::clause) {
      voice.certainty =
          word.certainty == Certainty::declined || word.certainty == Certainty::claimed
              ? Certainty::stated
              : word.certainty;
      voice.polarity = word.polarity;
    }
    voice.why = reading_.lexicon.describe(word.source);
  }
  const bool added = speech && tree.token(speech->head).fine == Fine::VBG &&
                     !tree.child(speech->head, Rel::nsubj);  // "..., adding that ..."
  const bool speechless = speech && (!voice.speaker || added);
  if (const auto any = speechless ? closing(tree, token, true) : std::nullopt)
    voice.speaker = any->speaker;
  else if (speech && !voice.speaker)
    voice.speaker = speaker_above(tree, *speech);
  if (said && speech == said->speech) voice.said_by = {said->mark + 1, begin_of(*speech)};
  if (!voice.speaker) voice.speaker = according_to(tree);
  if (!voice.speaker && quoted_speaker_) voice.speaker = quoted_speaker_;
  if (!voice.speaker && !speech) voice.speaker = headline_source(tree);
  if (voice.speaker && voice.said_by.size() == 0)
    voice.said_by = reading_.mentions.phrases[*voice.speaker].tokens;
  apply_hedges(tree, token, voice);
  apply_hearsay(tree, token, voice);
  return voice;
}

}  // namespace sitrep
