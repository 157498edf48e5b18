#include "events/voices.h"

#include <algorithm>

#include "events/modality.h"
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

// "Probably", "believe", "accused of": of who did it, where nobody doubts that it was done.
bool doubts_doer(Certainty certainty) {
  return certainty == Certainty::suspected || certainty == Certainty::possible ||
         certainty == Certainty::accused;
}

// "Accusation", "report": a clause behind such a noun is what it says.
bool is_word_for_words(Key lemma) {
  constexpr Key kWords[] = {key("accusation"), key("allegation"),  key("claim"),  key("charge"),
                            key("suggestion"), key("rumour"),      key("rumor"),  key("assertion"),
                            key("fact"),       key("idea"),        key("belief"), key("suspicion"),
                            key("evidence"),   key("possibility"), key("news"),   key("notion")};
  return carries_words(lemma) || one_of(lemma, kWords);
}

// Verbs that nothing but people and bodies can be the subject of.
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

std::optional<uint32_t> VoiceReader::speaker_of(const Tree& tree,
                                                const SpeechMention& speech) const {
  const Speech& word = reading_.lexicon.speech()[speech.entry];
  std::optional<uint32_t> token;
  if (word.verb) {
    token = quoted(tree, speech.head);
    if (!token) token = issuer(tree, subject_of(tree, speech.head));
    if (!token && word.certainty == Certainty::declined)  // "would not be drawn on"
      token = tree.child(speech.head, Rel::nsubj_pass);
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

// Whether a verb of saying has what it says behind itself.
bool says_behind(const Tree& tree, const SpeechMention& speech) {
  for (const uint32_t c : tree.children(speech.head)) {
    const Rel rel = tree.token(c).rel;
    const bool said = rel == Rel::ccomp || rel == Rel::obj || rel == Rel::xcomp;
    if (said && c > speech.head && tree.token(c).fine != Fine::VBG) return true;
  }
  return false;
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
      if (speech.tokens.contains(*up) && (said || alleged || blamed_for) &&
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

// "What appeared to be a grenade", "three men believed to be rebels": doubts what it names, no
// more.
bool VoiceReader::names_thing(const HedgeMention& mention) const {
  const auto form = [&](uint32_t at) { return reading_.document.tokens[at].form; };
  const uint32_t first = mention.tokens.first, last = mention.tokens.last - 1;
  const bool what = form(first) == key("what") || (first < last && form(first + 1) == key("what"));
  const bool being = form(last) == key("be") && reading_.document.tokens[first].rel == Rel::acl;
  return what || being;
}

// "The attack", "carried out the attack": that there was one is not what somebody doubts.
bool VoiceReader::beyond_doubt(const Tree& tree, uint32_t token) const {
  for (const EventMention& event : those_in(reading_.mentions.events, tree.sentence())) {
    if (!event.tokens.contains(token)) continue;
    for (uint32_t i = event.tokens.first; i < event.tokens.last; ++i) {
      const Tag tag = tree.token(i).tag;
      if ((tag == Tag::NOUN || tag == Tag::PROPN) && taken_for_granted(tree, i)) return true;
    }
  }
  return false;
}

// "The man thought to have laid the bomb that killed two": what a relative clause tells below the
// doubtful is not doubted.
bool VoiceReader::told_aside(const Tree& tree, uint32_t token, TokenRange hedge) {
  constexpr int kMaxSteps = 40;
  uint32_t at = token;
  for (int step = 0; step < kMaxSteps; ++step) {
    if (hedge.contains(at)) return false;
    const auto up = tree.parent(at);
    if (!up) return false;
    const bool said = is_word_for_words(tree.token(*up).lemma);  // "the accusation that ..."
    if (tree.token(at).rel == Rel::acl_relcl && !said && !tree.is_under(hedge.first, at))
      return true;
    at = *up;
  }
  return false;
}

std::optional<Certainty> VoiceReader::hedged_noun(TokenRange phrase) const {
  const auto& hedges = reading_.mentions.hedges;
  for (const HedgeMention& mention : hedges) {
    if (mention.tokens.first >= phrase.last) break;
    const Hedge& hedge = reading_.lexicon.hedges()[mention.entry];
    const bool of_noun = hedge.scope == HedgeScope::noun && hedge.polarity == Polarity::affirmed;
    const bool names = hedge.polarity == Polarity::affirmed && names_thing(mention);
    if ((of_noun && phrase.contains(mention.tokens.first)) ||
        ((of_noun || names) && mention.tokens.last == phrase.first))
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

bool VoiceReader::hedges(const Tree& tree, const HedgeMention& mention, uint32_t token) const {
  const Hedge& hedge = reading_.lexicon.hedges()[mention.entry];
  if (hedge.polarity == Polarity::denied || hedge.scope == HedgeScope::noun) return false;
  if (hedge.certainty == Certainty::declined) return false;  // what nobody will say is no less sure
  if (hedge.certainty == Certainty::confirmed && declined_at(mention.tokens)) return false;
  const uint32_t at = mention.tokens.first;
  const bool of_charge = hedge.certainty == Certainty::suspected && at > token;
  if (of_charge && charges(tree.token(token))) return false;
  if (names_thing(mention)) {
    const auto named = reading_.mentions.phrase_at(mention.tokens.last);
    return named && reading_.mentions.phrases[*named].tokens.contains(token);
  }
  const uint32_t clause = tree.clause(token);
  bool same_clause = false;  // "there were reports that": below any word of it
  for (uint32_t k = at; k < mention.tokens.last; ++k)
    same_clause = same_clause || tree.clause(k) == clause || tree.is_under(clause, k);
  const uint32_t end = mention.tokens.last - 1;
  const bool near = token > end ? token - end <= kHedgeReach * 2 : at <= token + kHedgeReach;
  return same_clause && near && !told_aside(tree, token, mention.tokens);
}

// "Although this could not be confirmed, villagers said ...": the main clause is what could not be.
bool VoiceReader::unconfirmed(const Tree& tree) const {
  constexpr Key kIt[] = {key("this"), key("it"), key("that"), key("which"), key("we")};
  constexpr Key kChecking[] = {key("confirm"), key("verify"), key("check"), key("corroborate")};
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    const Rel rel = tree.token(i).rel;
    const auto it = tree.child(i, Rel::nsubj_pass);
    const bool which = it && tree.token(*it).form == key("which");
    const bool aside = rel == Rel::advcl || rel == Rel::acl_relcl || rel == Rel::parataxis || which;
    if (!aside || !one_of(tree.token(i).lemma, kChecking) || !tree.negated(i)) continue;
    const auto we = tree.child(i, Rel::nsubj);
    const auto object = tree.child(i, Rel::obj);
    const bool meant =
        (it && (one_of(tree.token(*it).form, kIt) || carries_words(tree.token(*it).lemma))) ||
        (we && object &&
         (one_of(tree.token(*object).form, kIt) || carries_words(tree.token(*object).lemma)));
    if (meant) return true;
  }
  return false;
}

void VoiceReader::apply_hedges(const Tree& tree, uint32_t token, Voice& voice) const {
  const bool sure = beyond_doubt(tree, token);
  for (const HedgeMention& mention : those_in(reading_.mentions.hedges, tree.sentence())) {
    const Hedge& hedge = reading_.lexicon.hedges()[mention.entry];
    if (voice.certainty != Certainty::stated || !hedges(tree, mention, token)) continue;
    const auto phrase = reading_.mentions.phrase_at(token);  // "the alleged attack"
    const bool own =
        phrase && reading_.mentions.phrases[*phrase].tokens.contains(mention.tokens.first);
    if (sure && !own && doubts_doer(hedge.certainty)) continue;
    if (hedge.certainty == Certainty::claimed && voice.speaker) continue;  // "claimed to have hit"
    // "allegedly", where nobody is said to allege it
    const bool by_nobody = hedge.certainty == Certainty::accused && !voice.speaker;
    voice.certainty = by_nobody ? Certainty::unverified : hedge.certainty;
    voice.why = reading_.lexicon.describe(hedge.source);
  }
}

// "Neither confirmed nor denied", "declined to confirm": says nothing of it.
bool VoiceReader::declined_at(TokenRange words) const {
  const auto& all = reading_.mentions.speech;
  const auto declined = [&](const SpeechMention& other) {
    return other.tokens.overlaps(words) &&
           reading_.lexicon.speech()[other.entry].certainty == Certainty::declined;
  };
  const auto hedged = [&](const HedgeMention& other) {
    return other.tokens.overlaps(words) &&
           reading_.lexicon.hedges()[other.entry].certainty == Certainty::declined;
  };
  return std::ranges::any_of(all, declined) ||
         std::ranges::any_of(reading_.mentions.hedges, hedged);
}

bool VoiceReader::left_open(const SpeechMention& speech) const {
  for (const SpeechMention& other : reading_.mentions.speech) {
    if (other.tokens.first > speech.head) break;
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

Certainty VoiceReader::doubt_of(const Tree& tree, uint32_t token) const {
  Voice voice;
  const SpeechMention* speech = speech_above(tree, token);
  if (speech) {
    const Speech& word = reading_.lexicon.speech()[speech->entry];
    if (word.complement == SpeechComplement::clause) voice.certainty = word.certainty;
    voice.speaker = speaker_of(tree, *speech);
  }
  if (!doubts_doer(voice.certainty)) voice.certainty = Certainty::stated;
  apply_hedges(tree, token, voice);
  return doubts_doer(voice.certainty) ? voice.certainty : Certainty::stated;
}

// "The reported kidnapping", "apparent barrel bomb attacks": as the event's own words have it.
Certainty VoiceReader::called_doubtful(uint32_t token) const {
  const auto phrase = reading_.mentions.phrase_at(token);
  if (!phrase || reading_.mentions.phrases[*phrase].head != token ||
      reading_.mentions.phrases[*phrase].nature != Nature::event)
    return Certainty::stated;
  const auto certainty = hedged_noun(reading_.mentions.phrases[*phrase].tokens);
  if (!certainty || *certainty == Certainty::confirmed || *certainty == Certainty::claimed)
    return Certainty::stated;
  return *certainty == Certainty::accused ? Certainty::unverified : *certainty;
}

Voice VoiceReader::voice_of(const Tree& tree, uint32_t, uint32_t token) {
  Voice voice;
  const auto said = closing(tree, token, false);
  const SpeechMention* speech = speech_above(tree, token);
  if (speech && token < speech->tokens.first && joins_clause(tree, *speech)) speech = nullptr;
  const bool own = speech && said && speech->tokens.first > said->speech->tokens.first;
  if (said && (!speech || (said->inserted && !own))) speech = said->speech;
  if (!speech) speech = speech_by_that(tree, token);
  if (const auto* claim = claim_around(tree, token)) speech = claim;
  if (speech) speech = answer_to(tree, *speech);
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
      if (voice.polarity == Polarity::denied && told_aside(tree, token, speech->tokens))
        voice.polarity = Polarity::affirmed, voice.certainty = Certainty::stated;
      const bool asked = std::ranges::any_of(tree.children(tree.clause(token)), [&](uint32_t c) {
        return tree.token(c).form == key("whether");
      });
      if (asked && (declined || declined_at(speech->tokens)))
        voice.certainty = Certainty::unverified;
      if (left_open(*speech)) voice.certainty = Certainty::stated, voice.polarity = {};
      if (doubts_doer(voice.certainty) &&
          (beyond_doubt(tree, token) || told_aside(tree, token, speech->tokens)))
        voice.certainty = Certainty::stated;
    }
    voice.why = reading_.lexicon.describe(word.source);
    const bool by_the_way =
        word.certainty == Certainty::claimed && told_aside(tree, token, speech->tokens);
    if (by_the_way) return {};  // "claimed two attacks that killed nine"
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
  return voice;
}

}  // namespace sitrep
