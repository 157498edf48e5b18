#include "events/voices.h"

#include <algorithm>

#include "events/senses.h"
#include "events/speakers.h"
#include "events/voices_words.h"

namespace sitrep {

using knowledge::Speech;
using knowledge::SpeechComplement;

namespace {

constexpr int kMaxClimb = 200;

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

// "Hamas issued a statement denying it": Hamas denies it, not the statement.
std::optional<uint32_t> VoiceReader::issuer(const Tree& tree,
                                            std::optional<uint32_t> subject) const {
  if (!subject || !carries_words(tree.token(*subject).lemma) ||
      tree.token(*subject).lemma == key("source"))
    return subject;
  const auto verb = tree.token(*subject).rel == Rel::obj ? tree.parent(*subject) : std::nullopt;
  const auto who = verb ? tree.subject(*verb) : std::nullopt;
  return who && reading_.mentions.phrase_at(*who) ? who : subject;
}

// "He denied that guests had been shot and said ...": who goes on is he, not the guests, even where
// the tree joins the second verb to what is denied.
std::optional<uint32_t> VoiceReader::subject_of(const Tree& tree, uint32_t verb) const {
  const auto first = tree.parent(verb);
  const bool adds = tree.token(verb).fine == Fine::VBG && tree.token(verb).rel != Rel::ccomp;
  const bool joined = first && (tree.token(verb).rel == Rel::conj || adds) &&
                      !tree.child(verb, Rel::nsubj) && !tree.child(verb, Rel::nsubj_pass);
  if (adds && joined) {  // "quoted a source as saying"
    if (const auto source = quoted(tree, *first)) return source;
  }
  if (joined && tree.token(*first).rel == Rel::ccomp) {
    const auto above = tree.parent(*first);
    for (const SpeechMention& speech : those_in(reading_.mentions.speech, tree.sentence())) {
      if (above && speech.head == *above && reading_.lexicon.speech()[speech.entry].verb)
        return tree.subject(*above);
    }
  }
  return tree.subject(verb);
}

namespace {

// "An announcement on Tuesday by the command that ...": by whom, where the tree hangs it elsewhere.
std::optional<uint32_t> author_behind(const Tree& tree, uint32_t noun) {
  constexpr uint32_t kReach = 8;
  for (uint32_t i = noun + 1; i < std::min(noun + kReach, tree.sentence().last); ++i) {
    const Token& t = tree.token(i);
    if (t.form == key("that") || t.tag == Tag::PUNCT) break;
    if (t.form == key("by") && t.rel == Rel::case_) return tree.parent(i);
  }
  return std::nullopt;
}

}  // namespace

namespace {

// "Rebels blamed for attack", "teenager accused of killing two": a participle, whose subject is
// whom somebody accuses.
bool is_bare_accusation(const Tree& tree, const SpeechMention& speech, const Speech& word) {
  constexpr Key kOf[] = {key("for"), key("of"), key("over")};
  const uint32_t next = speech.head + 1;
  return word.certainty == Certainty::accused && next < tree.sentence().last &&
         one_of(tree.token(next).form, kOf) && !tree.child(speech.head, Rel::obj);
}

}  // namespace

std::optional<uint32_t> VoiceReader::speaker_of(const Tree& tree,
                                                const SpeechMention& speech) const {
  const Speech& word = reading_.lexicon.speech()[speech.entry];
  std::optional<uint32_t> token;
  if (word.verb && is_bare_accusation(tree, speech, word)) {
    token = tree.agent(speech.head);
  } else if (word.verb) {
    token = quoted(tree, speech.head);
    if (!token) token = issuer(tree, subject_of(tree, speech.head));
    if (!token && word.certainty == Certainty::declined)  // "would not be drawn on"
      token = tree.child(speech.head, Rel::nsubj_pass);
    if (!token && tree.passive(speech.head)) token = tree.agent(speech.head);
  } else {
    token = tree.agent(speech.head);
    if (!token) token = tree.child(speech.head, Rel::nmod_poss);
    if (!token) token = author_behind(tree, speech.head);
    if (!token) {
      tree.prepositions(speech.head, [&](Key preposition, uint32_t object) {
        if (preposition == key("from") || preposition == key("of")) token = object;
      });
    }
  }
  if (!token) return std::nullopt;
  const auto phrase = reading_.mentions.phrase_at(*token);
  if (!phrase) return std::nullopt;
  const NounPhrase& speaker = reading_.mentions.phrases[*phrase];
  const bool says = word.verb && only_people(tree.token(speech.head)) && may_say(speaker);
  if (!says && !can_speak(speaker, reading_.document)) return std::nullopt;
  return resolve(*phrase);
}

// "The operator denied", "the consortium declined": whatever can be the subject of such verbs, be
// it known or not.
bool VoiceReader::may_say(const NounPhrase& phrase) const {
  const Tag tag = reading_.document.tokens[phrase.head].tag;
  const bool thing = phrase.nature == Nature::weapon || phrase.nature == Nature::event;
  return !phrase.pronoun && !thing && (tag == Tag::NOUN || tag == Tag::PROPN) &&
         !is_nobody(reading_.document, phrase.tokens);
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

namespace {

// Whether a clause begins with "that".
bool says_that(const Tree& tree, uint32_t head) {
  return std::ranges::any_of(tree.children(head),
                             [&](uint32_t c) { return tree.token(c).form == key("that"); });
}

}  // namespace

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
      // "allegations that soldiers had burned it", read as a relative clause
      const bool alleged = tree.token(at).rel == Rel::acl_relcl &&
                           !reading_.lexicon.speech()[speech.entry].verb && says_that(tree, at);
      // "blamed the rebels for the strike": that there was one is the accuser's word, too
      const Speech& word = reading_.lexicon.speech()[speech.entry];
      const bool of_claimant = word.complement == SpeechComplement::responsibility &&
                               word.polarity == Polarity::affirmed;
      const bool blamed_for =
          tree.token(at).rel == Rel::obl && (word.certainty == Certainty::accused || of_claimant);
      // "the opposition speaks of twenty dead"
      const bool spoken_of = tree.token(at).rel == Rel::obl && speech.tokens.size() > 1 &&
                             tree.token(speech.tokens.last - 1).form == key("of");
      if (speech.tokens.contains(*up) && (said || alleged || blamed_for || spoken_of) &&
          !speech.tokens.contains(at))
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
    // "...; the governor said it had no part in it": says what stands behind it
    const bool says_more = rel == Rel::parataxis && says_behind(tree, speech);
    if (verb && clause && (rel == Rel::parataxis || closing) && !says_more &&
        tree.is_under(speech.head, at))
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

bool VoiceReader::left_open(const SpeechMention& speech) const {
  const Sentence& sentence =
      reading_.document.sentences[reading_.document.sentence_of(speech.head)];
  for (const SpeechMention& other : those_in(reading_.mentions.speech, sentence)) {
    const bool declined = reading_.lexicon.speech()[other.entry].certainty == Certainty::declined;
    if (declined && other.tokens.contains(speech.head)) return true;
  }
  return false;
}

// "Claimed to have hit two tanks": the verb of claiming holds the deed's own word.
const SpeechMention* VoiceReader::claim_around(const Tree& tree, uint32_t token) const {
  for (const SpeechMention& speech : those_in(reading_.mentions.speech, tree.sentence())) {
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    const bool claims = word.verb && word.complement == SpeechComplement::responsibility &&
                        word.polarity == Polarity::affirmed;
    if (claims && speech.tokens.contains(token) && speech.head != token) return &speech;
  }
  return nullptr;
}

namespace {

bool is_tale(Key lemma) {
  constexpr Key kTales[] = {key("information"), key("version"), key("figure"), key("number"),
                            key("story"),       key("toll"),    key("talk"),   key("theory")};
  return is_word_for_words(lemma) || one_of(lemma, kTales);
}

// "The reports of some media about ...": whether a word for words says before a token what of.
bool told_behind(const Tree& tree, uint32_t tale, uint32_t token) {
  constexpr Key kTelling[] = {key("that"), key("of"), key("about"), key("on")};
  for (uint32_t k = tale + 1; k < std::min(tale + kTail, token); ++k) {
    if (one_of(tree.token(k).form, kTelling)) return true;
  }
  return false;
}

// "News by this agency, among others, that ...".
bool said_after_that(const Tree& tree, uint32_t tale, uint32_t token) {
  for (uint32_t k = tale + 1; k < token; ++k) {
    if (tree.token(k).form == key("that")) return true;
    if (tree.token(k).tag == Tag::VERB) return false;
  }
  return false;
}

}  // namespace

// "Information that a guard was killed is false": the word for words before a token, where what
// stands behind says that they are untrue. By the order of words: of such long subjects the trees
// are seldom right.
std::optional<uint32_t> VoiceReader::untrue_word(const Tree& tree, uint32_t token) const {
  if (const auto tale = false_tale(tree, token)) return tale;
  const Sentence& s = tree.sentence();
  uint32_t end = token + 1;
  while (end < s.last && !says_untrue(reading_, end, s.last)) ++end;
  if (end >= s.last) return std::nullopt;
  for (const SpeechMention& speech : those_in(reading_.mentions.speech, s)) {
    const bool verb = reading_.lexicon.speech()[speech.entry].verb;
    if (verb && token < speech.head && speech.head < end) return std::nullopt;
  }
  for (uint32_t i = token; i-- > s.first;) {
    if (is_tale(tree.token(i).lemma) && told_behind(tree, i, token)) return i;
  }
  return std::nullopt;
}

namespace {

// "Retracted its report", "rectifying news", "withdrew a report".
bool retracted(const Tree& tree, uint32_t tale) {
  constexpr Key kRetracting[] = {key("retract"), key("withdraw"), key("rectify"),
                                 key("correct"), key("refute"),   key("debunk")};
  constexpr uint32_t kReach = 4;
  for (uint32_t i = tale; i > tree.sentence().first && tale - i < kReach; --i) {
    if (one_of(tree.token(i - 1).lemma, kRetracting) && tree.token(i - 1).tag == Tag::VERB)
      return true;
  }
  return false;
}

}  // namespace

// "False reports that a guard was killed", "fake news about an air raid", "withdrew its report that
// ...": called untrue as they are named. What a noun is about is a noun: not "false claims about
// his age before he shot two".
std::optional<uint32_t> VoiceReader::false_tale(const Tree& tree, uint32_t token) const {
  constexpr uint32_t kReach = 15;
  const uint32_t first = tree.sentence().first;
  bool comma = false;
  for (uint32_t i = token; i > first + 1 && token - i < kReach; --i) {
    const uint32_t tale = i - 1;
    comma = comma || tree.token(tale).form == key(",");
    if (tree.token(tale).form == key(";")) break;
    if (!is_tale(tree.token(tale).lemma)) continue;
    const bool untrue = has_sense(reading_, tree.token(tale - 1).lemma, knowledge::kUntrue);
    if (!untrue && !retracted(tree, tale)) continue;
    const bool clause = said_after_that(tree, tale, token);
    const bool about = tree.token(token).tag == Tag::NOUN && told_behind(tree, tale, token);
    if (clause || (about && !comma)) return tale;
  }
  return std::nullopt;
}

Voice VoiceReader::voice_of(const Tree& tree, uint32_t, uint32_t token) {
  Voice voice;
  const auto said = closing(tree, token, false);
  const SpeechMention* speech = speech_above(tree, token);
  if (speech && token < speech->tokens.first && joins_clause(tree, *speech)) speech = nullptr;
  const bool own = speech && said && speech->tokens.first > said->speech->tokens.first;
  if (said && (!speech || (said->inserted && !own))) speech = said->speech;
  if (!speech) speech = speech_by_that(tree, token);
  const auto aside = [&] {
    return told_aside(tree, token, speech->tokens) && !says_that_behind(tree, *speech, token);
  };
  if (const auto* claim = claim_around(tree, token)) speech = claim;
  if (speech) speech = answer_to(tree, *speech);
  const auto untrue = untrue_word(tree, token);
  if (untrue && speech && speech->tokens.contains(*untrue))
    speech = said ? said->speech : speech_above(tree, *untrue);
  if (speech && said_by_nobody(tree, *speech)) return voice;
  if (speech) {
    const Speech& word = reading_.lexicon.speech()[speech->entry];
    voice.speaker =
        said && said->speech == speech ? std::optional(said->speaker) : speaker_of(tree, *speech);
    const bool allegation = !word.verb && word.certainty == Certainty::accused;
    if (!word.verb && !voice.speaker) voice.speaker = passed_on_by(tree, *speech);
    const bool declined = word.certainty == Certainty::declined;
    if (word.complement == SpeechComplement::clause || allegation || declined) {
      voice.certainty =
          word.certainty == Certainty::declined || word.certainty == Certainty::claimed
              ? Certainty::stated
              : word.certainty;
      voice.polarity = word.polarity;
      if (voice.polarity == Polarity::denied && aside())
        voice.polarity = Polarity::affirmed, voice.certainty = Certainty::stated;
      const bool asked = std::ranges::any_of(tree.children(tree.clause(token)), [&](uint32_t c) {
        return tree.token(c).form == key("whether");
      });
      if (asked && (declined || declined_at(speech->tokens)))
        voice.certainty = Certainty::unverified;
      if (left_open(*speech)) voice.certainty = Certainty::stated, voice.polarity = {};
      if (doubts_doer(voice.certainty) && (beyond_doubt(tree, token) || aside()))
        voice.certainty = Certainty::stated;
    }
    voice.why = reading_.lexicon.describe(word.source);
    // "claimed two attacks that killed nine", "denied bombing the school, where nine died"
    const bool by_the_way =
        word.certainty == Certainty::claimed || (word.polarity == Polarity::denied && word.verb);
    if (by_the_way && aside()) return {};
  }
  const bool added = speech && tree.token(speech->head).fine == Fine::VBG &&
                     !tree.child(speech->head, Rel::nsubj);  // "..., adding that ..."
  const bool speechless = speech && (!voice.speaker || added);
  if (const auto any = speechless ? closing(tree, token, true) : std::nullopt)
    voice.speaker = any->speaker;
  else if (speech && !voice.speaker)
    voice.speaker = speaker_above(tree, *speech);
  if (said && speech == said->speech) voice.said_by = {said->mark + 1, begin_of(*speech)};
  if (!voice.speaker && !speech) voice.speaker = put_by(tree, token);
  if (!voice.speaker) voice.speaker = according_to(tree);
  if (!voice.speaker && !speech) voice.speaker = tail_speaker(tree, token);
  if (!voice.speaker && quoted_speaker_) voice.speaker = quoted_speaker_;
  if (!voice.speaker && !speech) voice.speaker = headline_source(tree);
  if (voice.speaker && voice.said_by.size() == 0)
    voice.said_by = reading_.mentions.phrases[*voice.speaker].tokens;
  apply_hedges(tree, token, voice);
  apply_hearsay(tree, token, voice);
  if (voice.certainty == Certainty::stated) voice.certainty = called_doubtful(token);
  if (voice.certainty == Certainty::stated && unconfirmed(tree))
    voice.certainty = Certainty::unverified;
  if (untrue)
    voice.polarity = Polarity::denied, voice.certainty = Certainty::stated,
    voice.why = "said to be untrue";
  return voice;
}

}  // namespace sitrep
