// Who would not say who did it, has not owned up to it, rejects it, or is only said to have done
// it.
#include <algorithm>

#include "events/aside_blame.h"
#include "events/doers.h"
#include "events/senses.h"
#include "events/speakers.h"
#include "events/voices_words.h"

namespace sitrep {

using knowledge::Speech;
using knowledge::SpeechComplement;

// "Neither Israel nor Hezbollah has said it did it", "the front has not claimed it": who has not.
void AsideBlame::add_silent(const Tree& tree, uint32_t subject, Aside& aside) {
  tree.conjuncts(subject, [&](uint32_t t) {
    const auto phrase = reading_.mentions.phrase_at(t);
    if (!phrase) return;
    aside.silent.push_back(*phrase);
    const NounPhrase& np = reading_.mentions.phrases[*phrase];
    const bool somebody = (np.named || np.definite) && !np.pronoun && may_be_accused(*phrase);
    if (!somebody) return;
    const Voice voice{{}, Certainty::claimed, Polarity::denied, "has not claimed it"};
    aside.claims.push_back({Field::perpetrators, np.party, aside.sentence, voice});
  });
}

void AsideBlame::add_nobody(Voice voice, Polarity polarity, Aside& aside) {
  voice.polarity = polarity;
  aside.claims.push_back({Field::perpetrators, std::monostate{}, aside.sentence, voice});
}

namespace {

constexpr Key kAttackers[] = {key("attackers"), key("gunmen"), key("raiders"), key("killers"),
                              key("attacker"),  key("gunman"), key("bomber"),  key("killer")};
constexpr Key kCharges[] = {key("charge"), key("accusation"), key("allegation"), key("claim")};

// What a verb of rejecting rejects: its object, or the noun that its clause is about ("a charge the
// army denied").
std::optional<uint32_t> rejected(const Tree& tree, uint32_t verb) {
  const auto object = tree.patient(verb);
  if (object) return object;
  return tree.token(verb).rel == Rel::acl_relcl ? tree.parent(verb) : std::nullopt;
}

// "The charge that it had sold arms": another than that of the deed.
bool is_of_another(const Tree& tree, uint32_t charge, uint32_t verb) {
  return std::ranges::any_of(tree.children(charge), [&](uint32_t c) {
    const Rel rel = tree.token(c).rel;
    return c != verb &&
           (rel == Rel::acl || rel == Rel::acl_relcl || rel == Rel::ccomp || rel == Rel::nmod);
  });
}

// "Residents said soldiers had shot five men, but the army denied it": a deed or a word of blame
// right before.
bool follows_deed(const Reading& reading, uint32_t sentence, uint32_t verb) {
  const auto told_before = [&](uint32_t s) {
    return std::ranges::any_of(those_in(reading.mentions.events, reading.document.sentences[s]),
                               [&](const EventMention& event) { return event.head < verb; });
  };
  if (told_before(sentence)) return true;
  if (sentence == 0) return false;
  const Sentence& before = reading.document.sentences[sentence - 1];
  if (told_before(sentence - 1)) return true;
  const bool another =
      !those_in(reading.mentions.events, reading.document.sentences[sentence]).empty();
  return !another && mentions_any(reading.document, before, kAttackers);
}

}  // namespace

// "The front has rejected the charge", "the army denied it": no deed of its, by its own account.
void AsideBlame::read_rejection(const Tree& tree, Aside& aside) {
  constexpr Key kRejecting[] = {key("reject"), key("deny"), key("dismiss"), key("refute")};
  constexpr Key kIt[] = {key("it"), key("this"), key("that"), key("which")};
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    const Token& token = tree.token(i);
    const auto subject = tree.child(i, Rel::nsubj);
    if (!subject || tree.negated(i)) continue;
    if (token.tag != Tag::VERB || !one_of(token.lemma, kRejecting)) continue;
    const auto what = rejected(tree, i);
    if (!what) continue;
    const bool it =
        one_of(tree.token(*what).form, kIt) && follows_deed(reading_, aside.sentence, i);
    const bool charge = one_of(tree.token(*what).lemma, kCharges) && !is_of_another(tree, *what, i);
    const auto who = it || charge ? reading_.mentions.phrase_at(*subject) : std::nullopt;
    if (who) reject(*who, true, aside);
  }
}

namespace {

// "The claim was false", "the report is not true": what is said to be untrue of what was told
// before.
bool is_told_before(const Reading& reading, uint32_t subject, uint32_t sentence) {
  constexpr Key kIt[] = {key("it"), key("this"), key("that")};
  const Token& t = reading.document.tokens[subject];
  const bool told = is_word_for_words(t.lemma) && reading.mentions.phrase_at(subject);
  return (told || one_of(t.form, kIt)) && follows_deed(reading, sentence, subject);
}

// "Called the claim false".
bool called_untrue(const Reading& reading, uint32_t claim, const Sentence& sentence) {
  const auto phrase = reading.mentions.phrase_at(claim);
  const uint32_t first = phrase ? reading.mentions.phrases[*phrase].tokens.first : sentence.first;
  return first > sentence.first && claim + 1 < sentence.last &&
         reading.document.tokens[first - 1].lemma == key("call") &&
         has_sense(reading, reading.document.tokens[claim + 1].lemma, knowledge::kUntrue);
}

}  // namespace

// "The ministry said the claim was false", "the army said it was not true".
void AsideBlame::read_untrue(const Tree& tree, Aside& aside) {
  constexpr uint32_t kReach = 4;  // from the claim to the word that it is untrue
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (!is_told_before(reading_, i, aside.sentence)) continue;
    const uint32_t end = std::min(i + kReach, s.last);
    uint32_t word = i + 1;
    while (word < end && !says_untrue(reading_, word, s.last)) ++word;
    if (called_untrue(reading_, i, s)) word = i + 1;
    if (word == end) continue;
    if (const auto by = voices_.voice_of(tree, aside.sentence, word).speaker)
      return reject(*by, false, aside);
  }
}

namespace {

// "Each other", "one another".
bool is_mutual(const Tree& tree, uint32_t token) {
  if (token + 1 >= tree.sentence().last) return false;
  const Key first = tree.token(token).form, second = tree.token(token + 1).form;
  return (first == key("each") && second == key("other")) ||
         (first == key("one") && second == key("another"));
}

}  // namespace

// "The army and the rebels blamed each other": each is accused, by the other.
void AsideBlame::read_mutual(const Tree& tree, Aside& aside) {
  for (const SpeechMention& speech : those_in(reading_.mentions.speech, tree.sentence())) {
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    const bool accuses = word.verb && word.certainty == Certainty::accused;
    const auto subject =
        accuses && is_mutual(tree, speech.head + 1) ? tree.subject(speech.head) : std::nullopt;
    if (!subject) continue;
    std::vector<uint32_t> sides;
    tree.conjuncts(*subject, [&](uint32_t t) {
      const auto phrase = reading_.mentions.phrase_at(t);
      if (phrase && may_be_accused(*phrase)) sides.push_back(*phrase);
    });
    if (sides.size() != 2) continue;
    for (const size_t i : {0, 1}) {
      const Voice voice{sides[1 - i], Certainty::accused, Polarity::affirmed, "blamed each other"};
      const Quantity& count = reading_.mentions.phrases[sides[i]].count;
      aside.perpetrators.push_back(
          {sides[i], aside.sentence, voice, voice.why, Effect::unknown, count});
      aside.perpetrators.back().sure = true;
    }
  }
}

// Who rejects it, and whether it is a charge against himself.
void AsideBlame::reject(uint32_t who, bool charged, Aside& aside) {
  if (!may_be_accused(who)) return;
  const uint32_t side = spoken_for(reading_, who);
  const bool able = may_act(reading_.mentions.phrases[side]);
  Fill by;
  by.phrase = able ? side : who;
  by.sentence = aside.sentence;
  by.voice = {by.phrase, Certainty::stated, Polarity::denied, "rejected what was told"};
  by.why = by.voice.why;
  by.own_word = true;
  by.sure = charged && able;
  aside.rejecting.push_back(std::move(by));
}

// "Police suspect the group": whom somebody suspects, not what.
std::optional<uint32_t> AsideBlame::suspected(const Tree& tree, const SpeechMention& speech) const {
  const Token& verb = tree.token(speech.head);
  if (verb.lemma != key("suspect") || verb.tag != Tag::VERB || tree.negated(speech.head) ||
      tree.child(speech.head, Rel::ccomp))
    return std::nullopt;
  const auto object = tree.passive(speech.head) ? std::nullopt : tree.child(speech.head, Rel::obj);
  const auto phrase = object ? reading_.mentions.phrase_at(*object) : std::nullopt;
  return phrase && may_be_accused(*phrase) ? object : std::nullopt;
}

// "The alleged killer, Anton Beker, ...": who is said to have done it, and by what name.
void AsideBlame::read_alleged(const Tree& tree, Aside& aside) {
  const auto& phrases = reading_.mentions.phrases;
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    if (!is_attacker(tree.token(i).lemma)) continue;
    const auto index = reading_.mentions.phrase_at(i);
    if (!index || phrases[*index].head != i) continue;
    const auto certainty = voices_.hedged_noun(phrases[*index].tokens);
    if (!certainty) continue;
    Voice voice = voices_.voice_of(tree, aside.sentence, i);
    voice.certainty = *certainty;
    voice.why = "an alleged attacker";
    const uint32_t end = phrases[*index].tokens.last;
    const bool apposed = end < tree.sentence().last && *index + 1 < phrases.size() &&
                         phrases[*index + 1].tokens.last <= tree.sentence().last &&
                         phrases[*index + 1].named && phrases[*index + 1].person &&
                         phrases[*index + 1].tokens.first == end + 1 &&
                         tree.token(end).tag == Tag::PUNCT;
    add_perpetrator(tree, i, voice, aside);
    if (apposed) add_perpetrator(tree, phrases[*index + 1].head, voice, aside);
  }
}

namespace {

// "Members of the Front", "from the Front": the body that somebody is of.
std::optional<uint32_t> body_of(const Tree& tree, uint32_t word) {
  constexpr Key kMen[] = {key("member"),   key("element"), key("fighter"),  key("man"),
                          key("militant"), key("soldier"), key("supporter")};
  if (!one_of(tree.token(word).lemma, kMen)) return word;
  std::optional<uint32_t> body;
  tree.prepositions(word, [&](Key preposition, uint32_t object) {
    if (preposition == key("of") || preposition == key("from")) body = object;
  });
  return body ? body : std::optional(word);
}

}  // namespace

// "The gunmen were members of the Front", "belonged to it", "were from it": who they are.
std::optional<uint32_t> AsideBlame::belonging(const Tree& tree, uint32_t doer) const {
  const auto up = tree.parent(doer);
  if (!up || tree.token(doer).rel != Rel::nsubj || tree.negated(*up)) return std::nullopt;
  if (tree.child(*up, Rel::cop)) return body_of(tree, *up);
  std::optional<uint32_t> body;
  constexpr Key kBelong[] = {key("belong"), key("belongs"), key("belonged")};
  if (one_of(tree.token(*up).form, kBelong)) {
    tree.prepositions(*up, [&](Key preposition, uint32_t object) {
      if (preposition == key("to")) body = object;
    });
  }
  return body;
}

void AsideBlame::read_identified(const Tree& tree, Aside& aside) {
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    const Key lemma = tree.token(i).lemma;
    const bool these = i > tree.sentence().first && lemma == key("man") &&
                       tree.token(i - 1).form == key("the");  // "the men belong to the Front"
    if (!these && !is_attacker(lemma)) continue;
    const auto body = belonging(tree, i);
    const auto phrase = body ? reading_.mentions.phrase_at(*body) : std::nullopt;
    const bool party = phrase && reading_.mentions.phrases[*phrase].nature == Nature::party &&
                       (reading_.mentions.phrases[*phrase].named ||
                        !reading_.mentions.phrases[*phrase].party.actor_id.empty());
    if (!party || reading_.mentions.phrases[*phrase].person) continue;
    Voice voice = voices_.voice_of(tree, aside.sentence, i);
    if (voice.polarity != Polarity::affirmed) continue;
    const Certainty doubt = voices_.doubt_of(tree, i);
    if (voice.certainty == Certainty::stated)
      voice.certainty = doubt == Certainty::stated ? Certainty::accused : doubt;
    voice.why = "who the attackers are said to be";
    add_perpetrator(tree, *body, voice, aside);
  }
}

// "It was the Front, not us": whom who speaks names in his own place.
void AsideBlame::read_not_us(const Tree& tree, Aside& aside) {
  constexpr Key kUs[] = {key("us"), key("we"), key("our"), key("ours")};
  const uint32_t last = tree.sentence().last;
  for (uint32_t i = tree.sentence().first; i + 2 < last; ++i) {
    const bool cleft = tree.token(i).form == key("it") && tree.token(i + 1).lemma == key("be");
    const auto phrase = cleft ? reading_.mentions.phrase_at(i + 2) : std::nullopt;
    if (!phrase || !may_be_accused(*phrase)) continue;
    uint32_t end = reading_.mentions.phrases[*phrase].tokens.last;
    if (end < last && (tree.token(end).form == key(",") || tree.token(end).form == key("and")))
      ++end;
    const bool not_us = end + 1 < last && tree.token(end).form == key("not") &&
                        one_of(tree.token(end + 1).form, kUs);
    if (!not_us) continue;
    Voice voice = voices_.voice_of(tree, aside.sentence, i + 1);
    voice.certainty = Certainty::accused;
    voice.why = "it was they, not us";
    accuse(*phrase, voice, aside);
    if (voice.speaker) add_denial(spoken_for(reading_, *voice.speaker), voice.why, aside);
  }
}

namespace {

// "Used gas", "the use of gas": what is used.
std::optional<uint32_t> used(const Tree& tree, uint32_t i) {
  constexpr Key kUsing[] = {key("use"), key("fire"), key("employ"), key("deploy"), key("drop")};
  const Tag tag = tree.token(i).tag;
  if (!one_of(tree.token(i).lemma, kUsing)) return std::nullopt;
  if (tag == Tag::VERB) return tree.patient(i);
  std::optional<uint32_t> means;
  tree.prepositions(i, [&](Key preposition, uint32_t object) {
    if (preposition == key("of") && tag == Tag::NOUN) means = object;
  });
  return means;
}

}  // namespace

// "Live rounds had not been used", "no mortars were used", "denied that it had used gas": by which
// means it was not.
void AsideBlame::read_means(const Tree& tree, Aside& aside) {
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    const auto means = used(tree, i);
    const auto phrase = means ? reading_.mentions.phrase_at(*means) : std::nullopt;
    if (!phrase || reading_.mentions.phrases[*phrase].nature != Nature::weapon) continue;
    Voice voice = voices_.voice_of(tree, aside.sentence, i);
    const bool never = std::ranges::any_of(tree.children(i), [&](uint32_t c) {
      return tree.token(c).form == key("not") || tree.token(c).form == key("never") ||
             tree.token(c).form == key("n't");
    });
    const bool none = is_nobody(reading_.document, reading_.mentions.phrases[*phrase].tokens);
    if (voice.polarity != Polarity::denied && !never && !none) continue;
    voice.polarity = Polarity::denied;
    voice.certainty = Certainty::stated;
    Fill fill;
    fill.phrase = *phrase;
    fill.sentence = aside.sentence;
    fill.voice = voice;
    fill.why = "not used";
    aside.disputed.push_back({Field::instruments, std::move(fill)});
  }
}

// "The attacks were carried out by the militia": who did several, which no event of its own tells.
void AsideBlame::read_summary(const Tree& tree, Aside& aside) {
  constexpr Key kDoing[] = {key("carry"), key("conduct"), key("perpetrate"), key("commit"),
                            key("stage"), key("launch"),  key("mount"),      key("execute")};
  constexpr Key kGiven[] = {key("the"), key("these"), key("those"), key("both"), key("all")};
  for (const EventMention& event : those_in(reading_.mentions.events, tree.sentence())) {
    const uint32_t noun = event.tokens.last - 1;
    const auto phrase = reading_.mentions.phrase_at(noun);
    if (!phrase || !reading_.mentions.phrases[*phrase].plural ||
        !one_of(tree.token(reading_.mentions.phrases[*phrase].tokens.first).form, kGiven))
      continue;
    const auto verb = tree.parent(noun);
    if (!verb || !one_of(tree.token(*verb).lemma, kDoing) || tree.negated(*verb)) continue;
    const Rel rel = tree.token(noun).rel;
    const auto who = rel == Rel::nsubj_pass ? tree.agent(*verb)
                     : rel == Rel::obj      ? tree.subject(*verb)
                                            : std::nullopt;
    if (!who) continue;
    Voice voice = voices_.voice_of(tree, aside.sentence, *verb);
    const Certainty doubt = voices_.doubt_of(tree, *verb);
    if (voice.certainty == Certainty::stated && doubt != Certainty::stated) voice.certainty = doubt;
    voice.why = "did them";
    if (voice.polarity != Polarity::affirmed) continue;
    add_perpetrator(tree, *who, voice, aside);
    aside.reach = Reach::recent;
  }
}

// "No faction has admitted firing the mortar", "nobody came forward to claim the device", "neither
// side has said that it laid the mine".
bool AsideBlame::is_silent(const Tree& tree, uint32_t verb) const {
  constexpr Key kOwning[] = {key("claim"),   key("accept"), key("assume"), key("acknowledge"),
                             key("admit"),   key("come"),   key("step"),   key("confess"),
                             key("concede"), key("own"),    key("boast")};
  constexpr Key kTelling[] = {key("say"), key("announce"), key("state"), key("declare")};
  constexpr Key kThemselves[] = {key("it"), key("they")};
  const Key lemma = tree.token(verb).lemma;
  const bool telling = one_of(lemma, kTelling);
  if (!telling && !one_of(lemma, kOwning)) return false;
  const auto subject = tree.child(verb, Rel::nsubj);
  if (!subject || !of_nobody(tree, *subject)) return false;
  const auto aim = tree.child(verb, Rel::xcomp);  // "has come forward to claim the device"
  if (aim && tree.token(*aim).lemma == key("claim")) return true;
  for (const EventMention& event : those_in(reading_.mentions.events, tree.sentence())) {
    if (!tree.is_under(event.head, verb) || event.head == verb) continue;
    const auto actor = tree.child(event.head, Rel::nsubj);
    const bool own = actor && one_of(tree.token(*actor).form, kThemselves);
    if (own || (!telling && !actor)) return true;
  }
  return false;
}

// "Police said no group had claimed it": police say so.
void AsideBlame::add_nobody_claims(const Tree& tree, uint32_t verb, Aside& aside) {
  Voice voice = voices_.voice_of(tree, aside.sentence, verb);
  const bool nobody = voice.speaker && is_nobody(reading_.document,
                                                 reading_.mentions.phrases[*voice.speaker].tokens);
  if (nobody) voice.speaker.reset();
  add_nobody({voice.speaker, Certainty::claimed, Polarity::denied, "claimed by nobody"},
             Polarity::denied, aside);
}

// "declined to say who", "refused to say whether its men had shelled it": not "whether a ransom was
// paid"
bool AsideBlame::asks_who(const Tree& tree) const {
  constexpr Key kWhether[] = {key("whether"), key("deny"), key("nor")};
  if (has_sense(reading_, tree.sentence(), knowledge::kAttributing)) return true;
  const auto events = those_in(reading_.mentions.events, tree.sentence());
  const bool deed = std::any_of(events.begin(), events.end(), [&](const EventMention& e) {
    const knowledge::EventWord& word = reading_.lexicon.event_words()[e.entry];
    return word.verb || word.type != EventType::kidnapping;
  });
  return deed && mentions_any(reading_.document, tree.sentence(), kWhether);
}

// "declined to say who", "could not provide specific attribution"
void AsideBlame::read_refusal(const Tree& tree, Aside& aside) {
  if (!asks_who(tree)) return;
  const auto [first, last] = speech_in(reading_, aside.sentence);
  for (size_t i = first; i < last; ++i) {
    const SpeechMention& speech = reading_.mentions.speech[i];
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    if (word.certainty != Certainty::declined) continue;
    auto who = voices_.speaker_of(tree, speech);
    if (!who) who = voices_.voice_of(tree, aside.sentence, speech.head).speaker;
    add_nobody(
        {who, Certainty::declined, Polarity::affirmed, reading_.lexicon.describe(word.source)},
        Polarity::affirmed, aside);
    add_asked_after(tree, who, aside);
    return;
  }
}

// "Would not say whether American aircraft had taken part": whom the question is about.
void AsideBlame::add_asked_after(const Tree& tree, std::optional<uint32_t> speaker, Aside& aside) {
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    if (tree.token(i).form != key("whether")) continue;
    const auto verb = tree.parent(i);
    const auto subject = verb ? tree.subject(*verb) : std::nullopt;
    const auto phrase =
        subject && *subject > i ? reading_.mentions.phrase_at(*subject) : std::nullopt;
    if (!phrase || tree.passive(*verb)) continue;
    const NounPhrase& np = reading_.mentions.phrases[*phrase];
    if (np.pronoun || (np.nature != Nature::party && np.party.nation.empty())) continue;
    const Voice voice{speaker, Certainty::declined, Polarity::affirmed, "asked whether it did it"};
    aside.claims.push_back({Field::perpetrators, np.party, aside.sentence, voice});
    return;
  }
}

}  // namespace sitrep
