// How surely something is said: hedges, what they stand by, and what leaves no doubt.
#include <algorithm>

#include "events/modality.h"
#include "events/speakers.h"
#include "events/voices.h"
#include "events/voices_words.h"

namespace sitrep {

using knowledge::Hedge;
using knowledge::HedgeScope;
using knowledge::Speech;
using knowledge::SpeechComplement;

namespace {

constexpr uint32_t kHedgeReach = 6;  // tokens between a hedge and what it hedges

}  // namespace

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
  const Sentence& sentence =
      reading_.document.sentences[reading_.document.sentence_of(words.first)];
  const auto declined = [&](const SpeechMention& other) {
    return other.tokens.overlaps(words) &&
           reading_.lexicon.speech()[other.entry].certainty == Certainty::declined;
  };
  const auto hedged = [&](const HedgeMention& other) {
    return other.tokens.overlaps(words) &&
           reading_.lexicon.hedges()[other.entry].certainty == Certainty::declined;
  };
  return std::ranges::any_of(those_in(reading_.mentions.speech, sentence), declined) ||
         std::ranges::any_of(those_in(reading_.mentions.hedges, sentence), hedged);
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

}  // namespace sitrep
