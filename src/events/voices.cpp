#include "events/voices.h"

#include <algorithm>

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

constexpr Key kCarriers[] = {
    key("statement"),  key("report"),   key("announcement"), key("source"), key("account"),
    key("communique"), key("briefing"), key("message"),      key("post"),   key("tweet")};

bool carries_words(Key lemma) {
  return std::find(std::begin(kCarriers), std::end(kCarriers), lemma) != std::end(kCarriers);
}

// A ministry is a building, too: whose word is given may be named by anything but an event or a
// weapon, as long as it is somebody for the recogniser.
bool can_speak(const NounPhrase& phrase, const Document& document) {
  const EntityKind entity = document.tokens[phrase.head].entity;
  const bool somebody = entity == EntityKind::organisation || entity == EntityKind::group ||
                        entity == EntityKind::person || entity == EntityKind::people;
  const bool body = phrase.nature == Nature::thing || phrase.nature == Nature::other;
  return (body && (somebody || !phrase.kind.empty())) || phrase.nature == Nature::party ||
         phrase.nature == Nature::place || phrase.pronoun ||
         carries_words(document.tokens[phrase.head].lemma) || !phrase.party.actor_id.empty();
}

}  // namespace

std::pair<size_t, size_t> speech_in(const Reading& reading, uint32_t sentence) {
  return within(reading.mentions.speech, reading.document.sentences[sentence]);
}

std::optional<uint32_t> resolve_speaker(const Reading& reading, uint32_t index) {
  const auto& phrases = reading.mentions.phrases;
  const NounPhrase& phrase = phrases[index];
  const bool carrier = carries_words(reading.document.tokens[phrase.head].lemma);
  if (!phrase.pronoun && !(carrier && phrase.party.actor_id.empty())) return index;
  const bool person = phrase.pronoun && reading.document.tokens[phrase.head].lemma != key("it") &&
                      reading.document.tokens[phrase.head].lemma != key("they");
  for (uint32_t i = index; i-- > 0 && index - i < 60;) {
    const NounPhrase& earlier = phrases[i];
    if (earlier.nature != Nature::party || earlier.pronoun) continue;
    if (person ? earlier.person && earlier.named
               : earlier.authority || !earlier.party.actor_id.empty())
      return i;
  }
  return carrier ? std::optional(index) : std::nullopt;
}

std::optional<uint32_t> VoiceReader::speaker_of(const Tree& tree,
                                                const SpeechMention& speech) const {
  const Speech& word = reading_.lexicon.speech()[speech.entry];
  std::optional<uint32_t> token;
  if (word.verb) {
    token = tree.subject(speech.head);
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
  return resolve_speaker(reading_, *phrase);
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
  return resolve_speaker(reading_, *phrase);
}

const SpeechMention* VoiceReader::speech_above(const Tree& tree, uint32_t token) const {
  const auto [first, last] = within(reading_.mentions.speech, tree.sentence());
  uint32_t at = token;
  for (int step = 0; step < kMaxClimb; ++step) {
    const auto up = tree.parent(at);
    if (!up) break;
    for (size_t i = first; i < last; ++i) {
      const SpeechMention& speech = reading_.mentions.speech[i];
      const bool said = tree.token(at).rel == Rel::ccomp || tree.token(at).rel == Rel::acl ||
                        tree.token(at).rel == Rel::parataxis || tree.token(at).rel == Rel::xcomp ||
                        tree.token(at).rel == Rel::obj || tree.token(at).rel == Rel::advcl;
      if (speech.tokens.contains(*up) && said && !speech.tokens.contains(at)) return &speech;
    }
    at = *up;
  }
  for (size_t i = first; i < last;
       ++i) {  // "..., officials said": the verb of saying hangs below what is said
    const SpeechMention& speech = reading_.mentions.speech[i];
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

std::optional<uint32_t> VoiceReader::according_to(const Tree& tree) const {
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i + 2 < s.last; ++i) {
    if (tree.token(i).form != key("according")) continue;
    const uint32_t at = tree.token(i + 1).form == key("to")
                            ? i + 2
                            : i + 1;  // "according a correspondent": a slip seen often
    for (uint32_t k = at; k < std::min(at + 3, s.last); ++k) {
      if (const auto phrase = reading_.mentions.phrase_at(k))
        return resolve_speaker(reading_, *phrase);
    }
  }
  return std::nullopt;
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
      if (const auto speaker = resolve_speaker(reading_, *phrase)) return speaker;
    }
  }
  return std::nullopt;
}

// "..., the interior ministry said, adding that ...": a verb of saying behind its subject, with a
// comma before both, says what stands before the comma, whatever the tree makes of it.
std::optional<VoiceReader::Closing> VoiceReader::closing(const Tree& tree, uint32_t token,
                                                         bool anywhere) const {
  const auto [first, last] = within(reading_.mentions.speech, tree.sentence());
  const auto& phrases = reading_.mentions.phrases;
  for (size_t i = first; i < last; ++i) {
    const SpeechMention& speech = reading_.mentions.speech[i];
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    if (!word.verb || word.complement != SpeechComplement::clause || speech.tokens.first == 0)
      continue;
    uint32_t before = speech.tokens.first - 1;
    const bool comma = before > tree.sentence().first && reading_.document.word(before) == ",";
    const auto phrase = reading_.mentions.phrase_at(comma ? before - 1 : before);
    if (!phrase || phrases[*phrase].tokens.first <= tree.sentence().first) continue;
    before = phrases[*phrase].tokens.first - 1;
    const bool apart = reading_.document.word(before) == "," ||
                       (reading_.document.tokens[before].shape & kQuote) != 0;
    if (!apart || (token >= before && !anywhere) || !can_speak(phrases[*phrase], reading_.document))
      continue;
    if (const auto speaker = resolve_speaker(reading_, *phrase)) return Closing{&speech, *speaker};
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
  if (speaker && announces(index)) announced_speaker_ = speaker;
}

void VoiceReader::apply_hedges(const Tree& tree, uint32_t token, Voice& voice) const {
  const auto [first, last] = within(reading_.mentions.hedges, tree.sentence());
  const uint32_t clause = tree.clause(token);
  for (size_t i = first; i < last; ++i) {
    const HedgeMention& mention = reading_.mentions.hedges[i];
    const Hedge& hedge = reading_.lexicon.hedges()[mention.entry];
    if (hedge.polarity == Polarity::denied || hedge.scope == HedgeScope::noun) continue;
    const uint32_t at = mention.tokens.first;
    const bool same_clause = tree.clause(at) == clause || tree.is_under(clause, at);
    const bool near = token > at ? token - at <= kHedgeReach * 2 : at - token <= kHedgeReach;
    if (!same_clause || !near || voice.certainty != Certainty::stated) continue;
    voice.certainty = hedge.certainty;
    voice.why = reading_.lexicon.describe(hedge.source);
  }
}

Voice VoiceReader::voice_of(const Tree& tree, uint32_t, uint32_t token) {
  Voice voice;
  const auto said = closing(tree, token, false);
  const SpeechMention* speech = speech_above(tree, token);
  if (!speech && said) speech = said->speech;
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
  if (!voice.speaker) voice.speaker = according_to(tree);
  if (!voice.speaker && quoted_speaker_) voice.speaker = quoted_speaker_;
  apply_hedges(tree, token, voice);
  return voice;
}

}  // namespace sitrep
