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

// "No faction", "neither Israel": nobody who could say a thing.
bool is_nobody(const Document& document, TokenRange phrase) {
  constexpr Key kNobody[] = {key("no"), key("neither"), key("none"), key("nobody")};
  const auto denies = [&](uint32_t i) {
    return std::find(std::begin(kNobody), std::end(kNobody), document.tokens[i].form) !=
           std::end(kNobody);
  };
  const bool before = phrase.first > 0 && denies(phrase.first - 1);
  return denies(phrase.first) || before;
}

// A ministry is a building, too: whose word is given may be named by anything but an event or a
// weapon, as long as it is somebody for the recogniser.
bool can_speak(const NounPhrase& phrase, const Document& document) {
  if (is_nobody(document, phrase.tokens)) return false;
  const EntityKind entity = document.tokens[phrase.head].entity;
  const bool somebody = entity == EntityKind::organisation || entity == EntityKind::group ||
                        entity == EntityKind::person || entity == EntityKind::people;
  const bool body = phrase.nature == Nature::thing || phrase.nature == Nature::other;
  return (body && (somebody || !phrase.kind.empty())) || phrase.nature == Nature::party ||
         phrase.nature == Nature::place || phrase.pronoun ||
         carries_words(document.tokens[phrase.head].lemma) || !phrase.party.actor_id.empty();
}

// "The governor's office": the last of a chain of possessors.
uint32_t end_of_possessors(const Reading& reading, uint32_t phrase) {
  const auto& phrases = reading.mentions.phrases;
  while (phrase + 1 < phrases.size() && phrases[phrase + 1].possessor == phrase &&
         can_speak(phrases[phrase + 1], reading.document))
    ++phrase;
  return phrase;
}

}  // namespace

std::pair<size_t, size_t> speech_in(const Reading& reading, uint32_t sentence) {
  return within(reading.mentions.speech, reading.document.sentences[sentence]);
}

namespace {

// "A statement by the ministry", "the ministry's statement": whose words they are.
std::optional<uint32_t> author_of(const Reading& reading, uint32_t carrier) {
  const auto& phrases = reading.mentions.phrases;
  const NounPhrase& phrase = phrases[carrier];
  if (phrase.possessor && can_speak(phrases[*phrase.possessor], reading.document))
    return phrase.possessor;
  if (carrier + 1 >= phrases.size()) return std::nullopt;
  const NounPhrase& next = phrases[carrier + 1];
  constexpr Key kFrom[] = {key("by"), key("from"), key("of")};
  const bool follows =
      next.tokens.first == phrase.tokens.last + 1 &&
      std::find(std::begin(kFrom), std::end(kFrom),
                reading.document.tokens[phrase.tokens.last].form) != std::end(kFrom);
  const bool somewhere = next.nature == Nature::place;  // "reports from Goma"
  if (!follows || !can_speak(next, reading.document) || next.pronoun || somewhere)
    return std::nullopt;
  return end_of_possessors(reading, carrier + 1);
}

bool of_person(const Token& pronoun) {
  return pronoun.lemma != key("it") && pronoun.lemma != key("they");
}

bool of_one(const Token& pronoun) {
  return pronoun.form == key("he") || pronoun.form == key("she");
}

}  // namespace

std::optional<uint32_t> resolve_speaker(const Reading& reading, uint32_t index) {
  const auto& phrases = reading.mentions.phrases;
  const NounPhrase& phrase = phrases[index];
  const bool carrier = carries_words(reading.document.tokens[phrase.head].lemma);
  if (!phrase.pronoun && !(carrier && phrase.party.actor_id.empty())) return index;
  if (carrier) {
    if (const auto author = author_of(reading, index)) return author;
    if (!phrase.definite) return index;  // "a report", not "the statement"
  }
  const bool person = phrase.pronoun && of_person(reading.document.tokens[phrase.head]);
  for (uint32_t i = index; i-- > 0 && index - i < 60;) {
    const NounPhrase& earlier = phrases[i];
    if (earlier.nature != Nature::party || earlier.pronoun) continue;
    if (of_one(reading.document.tokens[phrase.head]) && earlier.plural) continue;
    if (person ? earlier.person && (earlier.named || !earlier.role.empty())
               : earlier.authority || !earlier.party.actor_id.empty())
      return i;
  }
  return carrier ? std::optional(index) : std::nullopt;
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
  const auto [first, last] = within(reading_.mentions.speech, tree.sentence());
  uint32_t at = token;
  for (int step = 0; step < kMaxClimb; ++step) {
    const auto up = tree.parent(at);
    if (!up) break;
    for (size_t i = first; i < last; ++i) {
      const SpeechMention& speech = reading_.mentions.speech[i];
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
  const auto phrase = subject ? reading_.mentions.phrase_at(*subject) : std::nullopt;
  return phrase && is_nobody(reading_.document, reading_.mentions.phrases[*phrase].tokens);
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
  const auto [first, last] = within(reading_.mentions.speech, tree.sentence());
  for (size_t i = first; i < last; ++i) {
    const SpeechMention& speech = reading_.mentions.speech[i];
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
  const auto [first, last] = within(reading_.mentions.hedges, tree.sentence());
  for (size_t i = first; i < last; ++i) {
    const HedgeMention& mention = reading_.mentions.hedges[i];
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

void VoiceReader::apply_hedges(const Tree& tree, uint32_t token, Voice& voice) const {
  const auto [first, last] = within(reading_.mentions.hedges, tree.sentence());
  const uint32_t clause = tree.clause(token);
  for (size_t i = first; i < last; ++i) {
    const HedgeMention& mention = reading_.mentions.hedges[i];
    const Hedge& hedge = reading_.lexicon.hedges()[mention.entry];
    if (hedge.polarity == Polarity::denied || hedge.scope == HedgeScope::noun) continue;
    const uint32_t at = mention.tokens.first;
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
