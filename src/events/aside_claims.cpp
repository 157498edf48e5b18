// Who claims a deed, for whom, or owns up to it: the part of AsideBlame that hears "it was us".
#include <algorithm>

#include "events/aside_blame.h"
#include "events/doers.h"
#include "events/own_side.h"
#include "events/senses.h"
#include "events/speakers.h"
#include "events/voices_words.h"

namespace sitrep {

// "Claimed responsibility on behalf of X": X did it, not who called.
std::optional<uint32_t> AsideBlame::on_behalf_of(const Tree& tree, uint32_t from) const {
  for (uint32_t i = from; i + 2 < tree.sentence().last; ++i) {
    const Key form = tree.token(i).form;
    const bool leads = form == key("behalf") || form == key("name");
    if (!leads || tree.token(i + 1).form != key("of")) continue;
    const auto phrase = reading_.mentions.phrase_at(i + 2);
    if (phrase && may_be_accused(*phrase)) return reading_.mentions.phrases[*phrase].head;
  }
  return std::nullopt;
}

// "The group", "they" or "we, the Front, take responsibility".
void AsideBlame::add_claimant(const Tree& tree, const SpeechMention& speech, Voice voice,
                              Aside& aside) {
  const auto& phrases = reading_.mentions.phrases;
  const auto quoted = voices_.voice_of(tree, aside.sentence, speech.head).speaker;
  const NounPhrase& subject = phrases[*voice.speaker];
  const bool unnamed = !subject.named && subject.party.actor_id.empty() && !subject.pronoun;
  if (const auto called = unnamed ? group_called(reading_, *voice.speaker) : std::nullopt)
    voice.speaker = called;
  const bool we = tree.token(phrases[*voice.speaker].head).form == key("we");
  const auto named = we ? own_name(reading_, *voice.speaker) : std::nullopt;
  const auto own = we && !named && !quoted ? publisher(reading_) : named;
  const auto meant = own ? own
                     : we && quoted && !phrases[*quoted].pronoun
                         ? quoted
                         : resolve_speaker(reading_, *voice.speaker);
  voice.speaker = meant.value_or(*voice.speaker);
  auto other = on_behalf_of(tree, speech.tokens.last);
  if (!other) other = claimed_for(tree, speech.head);
  const uint32_t head = other.value_or(phrases[*voice.speaker].head);
  const auto phrase = reading_.mentions.phrase_at(head);
  const bool unknown_name = phrase && !may_be_accused(*phrase) &&
                            is_name(reading_.document, head) && !phrases[*phrase].pronoun;
  if (unknown_name && !other) return add_speaker(voice, aside);
  if (tree.sentence().first <= head && head < tree.sentence().last)
    return add_perpetrator(tree, head, voice, aside);
  if (may_be_accused(*voice.speaker)) add_speaker(voice, aside);
}

// What somebody claims: "the group claimed both", "attacks claimed by the group", "a bombing that
// no one has claimed".
std::optional<uint32_t> AsideBlame::claimed_by(const Tree& tree, uint32_t verb) const {
  const auto claimed = tree.patient(verb);
  if (tree.agent(verb) && !claimed) return tree.parent(verb);
  if (!claimed || tree.token(verb).rel != Rel::acl_relcl) return claimed;
  const Fine fine = tree.token(*claimed).fine;
  return fine == Fine::WDT || fine == Fine::WP ? tree.parent(verb) : claimed;
}

// "The group claimed both attacks", "attacks claimed by the group", "no one has admitted the
// killing".
void AsideBlame::read_claimed(const Tree& tree, Aside& aside) {
  const auto events =
      those_in(reading_.mentions.events, reading_.document.sentences[aside.sentence]);
  const auto is_event = [&](std::optional<uint32_t> token) {
    if (token && tree.token(*token).lemma == key("one")) return true;  // "one claimed by the group"
    const auto phrase = token ? reading_.mentions.phrase_at(*token) : std::nullopt;
    if (phrase && reading_.mentions.phrases[*phrase].nature == Nature::weapon) return true;
    return token && std::any_of(events.begin(), events.end(),
                                [&](const EventMention& e) { return e.head == *token; });
  };
  constexpr Key kTaking[] = {key("claim"), key("accept"), key("assume"), key("acknowledge"),
                             key("admit")};
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    if (tree.token(i).tag != Tag::VERB) continue;
    if (is_silent(tree, i)) {
      const uint32_t subject = *tree.child(i, Rel::nsubj);
      add_nobody_claims(tree, i, aside);
      return add_silent(tree, subject, aside);
    }
    if (!one_of(tree.token(i).lemma, kTaking)) continue;
    const auto agent = tree.agent(i);
    const auto taken = tree.child(i, Rel::nsubj_pass);
    const bool all_of_it = taken && tree.token(*taken).lemma == key("responsibility");
    const auto who = agent ? agent : tree.subject(i);
    if (all_of_it && !agent && tree.negated(i)) return add_nobody_claims(tree, i, aside);
    if (!who || !(is_event(claimed_by(tree, i)) || all_of_it || claims_it(tree, i))) continue;
    if (of_nobody(tree, *who)) {
      add_nobody_claims(tree, i, aside);
      return add_silent(tree, *who, aside);
    }
    const auto other = claimed_for(tree, i);
    const auto phrase = reading_.mentions.phrase_at(other.value_or(*who));
    const bool claims = all_of_it || tree.token(i).lemma == key("claim");
    if (!phrase || !claims || tree.negated(i)) continue;
    const Voice voice{*phrase, Certainty::claimed, Polarity::affirmed, "claimed the attack"};
    add_perpetrator(tree, other.value_or(*who), voice, aside);
  }
}

// "A caller claimed the bomb for the Front": whose it was, by that account.
std::optional<uint32_t> AsideBlame::claimed_for(const Tree& tree, uint32_t verb) const {
  std::optional<uint32_t> found;
  const auto look = [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);
    if (preposition != key("for") || !phrase) return;
    const Nature nature = reading_.mentions.phrases[*phrase].nature;
    const bool thing = nature == Nature::event || nature == Nature::weapon;
    const bool named = !thing && is_name(reading_.document, object);
    if (named || may_be_accused(*phrase)) found = object;
  };
  if (tree.token(verb).lemma != key("claim")) return std::nullopt;
  tree.prepositions(verb, look);
  const auto claimed = tree.patient(verb);
  if (claimed && !found) tree.prepositions(*claimed, look);
  return found;
}

// "A group claimed it", "it was claimed by a group": not "claimed that it was".
bool AsideBlame::claims_it(const Tree& tree, uint32_t verb) {
  constexpr Key kIt[] = {key("it"), key("them"), key("both"), key("they")};
  const auto object = tree.child(verb, tree.agent(verb) ? Rel::nsubj_pass : Rel::obj);
  return tree.token(verb).lemma == key("claim") && object &&
         one_of(tree.token(*object).form, kIt) && !tree.child(verb, Rel::ccomp) &&
         !tree.child(verb, Rel::xcomp);
}

// "The group denied that it was behind the attack", "said that it did it".
void AsideBlame::add_speaker(const Voice& voice, Aside& aside) {
  if (voice.polarity == Polarity::denied) return add_denial(*voice.speaker, voice.why, aside);
  const auto called = group_called(reading_, *voice.speaker);
  const uint32_t side = called.value_or(spoken_for(reading_, *voice.speaker));
  const NounPhrase& np = reading_.mentions.phrases[side];
  aside.perpetrators.push_back({side, aside.sentence, voice, voice.why, Effect::unknown, np.count});
  aside.perpetrators.back().voice.certainty = Certainty::claimed;
  aside.perpetrators.back().own_word = aside.perpetrators.back().sure = true;
}

// "That the bomb was theirs", "that the device was its own".
bool AsideBlame::says_own(const Tree& tree, uint32_t i) const {
  constexpr Key kTheirs[] = {key("theirs"), key("ours"), key("own")};
  const auto subject = tree.child(i, Rel::nsubj);
  if (!one_of(tree.token(i).form, kTheirs) || !subject || !tree.child(i, Rel::cop)) return false;
  const auto phrase = reading_.mentions.phrase_at(*subject);
  if (!phrase) return false;
  const Nature nature = reading_.mentions.phrases[*phrase].nature;
  return nature == Nature::weapon || nature == Nature::event;
}

// "Said in a call to an agency that the bomb was theirs", whatever noun the clause was hung on.
std::optional<uint32_t> AsideBlame::last_to_speak(const Tree& tree, uint32_t before) {
  std::optional<uint32_t> found;
  for (const SpeechMention& speech : those_in(reading_.mentions.speech, tree.sentence())) {
    const bool says = reading_.lexicon.speech()[speech.entry].verb && speech.head < before;
    if (says) found = voices_.speaker_of(tree, speech);
  }
  return found;
}

void AsideBlame::read_owned(const Tree& tree, Aside& aside) {
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    if (!says_own(tree, i) || voices_.nobody_says(tree, i)) continue;
    Voice voice = voices_.voice_of(tree, aside.sentence, i);
    if (!voice.speaker) voice.speaker = last_to_speak(tree, i);
    voice.why = "said that it was theirs";
    if (tree.negated(i)) voice.polarity = Polarity::denied;
    if (voice.speaker && may_be_accused(*voice.speaker)) add_speaker(voice, aside);
  }
}

}  // namespace sitrep
