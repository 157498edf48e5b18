#include "events/aside_blame.h"

#include <algorithm>

#include "events/doers.h"
#include "events/own_side.h"
#include "events/senses.h"
#include "events/speakers.h"
#include "events/voices_words.h"

namespace sitrep {

using knowledge::Speech;
using knowledge::SpeechComplement;

namespace {

constexpr Key kGuess[] = {key("assumption"), key("assume"), key("believe"),  key("suspect"),
                          key("suspicion"),  key("likely"), key("think"),    key("presume"),
                          key("assess"),     key("appear"), key("probably"), key("apparently"),
                          key("possible"),   key("may")};

}  // namespace

void AsideBlame::read(const Tree& tree, Aside& aside) {
  read_blame(tree, aside);
  read_mutual(tree, aside);
  read_claimed(tree, aside);
  read_responsible(tree, aside);
  read_owned(tree, aside);
  read_refusal(tree, aside);
  read_alleged(tree, aside);
  read_identified(tree, aside);
  read_not_us(tree, aside);
  read_means(tree, aside);
  read_summary(tree, aside);
  read_rejection(tree, aside);
  read_untrue(tree, aside);
}

void AsideBlame::accuse(uint32_t phrase, const Voice& voice, Aside& aside) const {
  const Quantity& count = reading_.mentions.phrases[phrase].count;
  aside.perpetrators.push_back({phrase, aside.sentence, voice, voice.why, Effect::unknown, count});
  aside.perpetrators.back().sure = true;
}

// "Two groups, the Grey Masks and the Red Hand, ...": their names.
std::vector<uint32_t> AsideBlame::names_behind(uint32_t groups) const {
  const auto& phrases = reading_.mentions.phrases;
  const auto& tokens = reading_.document.tokens;
  std::vector<uint32_t> names;
  uint32_t end = phrases[groups].tokens.last;
  bool last = phrases[groups].named || !phrases[groups].plural;
  for (uint32_t p = groups + 1; p < phrases.size() && !last; ++p) {
    const bool joined = phrases[p].tokens.first == end + 1;
    const bool named = joined && is_name(reading_.document, phrases[p].head);
    if (!named || !may_be_accused(p)) break;
    last = tokens[end].form == key("and");
    if (!last && tokens[end].form != key(",")) break;
    names.push_back(p);
    end = phrases[p].tokens.last;
  }
  return last && names.size() > 1 ? names : std::vector<uint32_t>{};
}

// Of several who claim it together, each speaks for himself.
void AsideBlame::add_perpetrator(const Tree& tree, uint32_t token, Voice voice, Aside& aside) {
  const bool own_word = voice.speaker && voice.speaker == reading_.mentions.phrase_at(token);
  tree.conjuncts(token, [&](uint32_t t) {
    const auto phrase = reading_.mentions.phrase_at(t);
    if (!phrase || !may_be_accused(*phrase)) return;
    std::vector<uint32_t> names = names_behind(*phrase);
    if (names.empty()) names = {given_name(reading_, *phrase).value_or(*phrase)};
    for (const uint32_t name : names) {
      Voice own = voice;
      if (own_word) own.speaker = names.size() > 1 ? name : *phrase;
      accuse(name, own, aside);
    }
  });
}

// "'We had no part in it,' the Front's spokesman said", "we, the Front, had no part in it": who
// "we" are, if that can be told; "the rebels say they had no part in it".
std::optional<uint32_t> AsideBlame::denier_of(const Tree& tree, uint32_t sentence, uint32_t verb,
                                              uint32_t phrase) {
  const auto& phrases = reading_.mentions.phrases;
  const Key form = tree.token(phrases[phrase].head).form;
  if (form == key("they")) {
    const auto says = voices_.voice_of(tree, sentence, verb).speaker;
    const bool here = says && tree.sentence().first <= phrases[*says].head &&
                      phrases[*says].head < phrases[phrase].head;
    return here && phrases[*says].plural && !phrases[*says].count.known() ? *says : phrase;
  }
  if (form == key("which")) {  // "accused the Front, which rejected any link"
    const auto noun = tree.token(verb).rel == Rel::acl_relcl ? tree.parent(verb) : std::nullopt;
    return noun ? reading_.mentions.phrase_at(*noun) : std::nullopt;
  }
  if (form != key("we")) return phrase;
  if (const auto name = own_name(reading_, phrase)) return name;
  const auto quoted = voices_.voice_of(tree, sentence, verb).speaker;
  const bool told = quoted && !phrases[*quoted].pronoun;
  if (told && begins_with_own(reading_.document, phrases[*quoted])) return phrase;  // "their chief"
  if (told) return spoken_for(reading_, *quoted);
  return publisher(reading_);
}

// "Its spokesman", "its leader": of the side that was named last.
std::optional<uint32_t> AsideBlame::side_named_before(uint32_t speaker) const {
  constexpr uint32_t kReach = 8;  // phrases
  const auto& phrases = reading_.mentions.phrases;
  if (!phrases[speaker].person || !begins_with_own(reading_.document, phrases[speaker]))
    return std::nullopt;
  for (uint32_t p = speaker; p-- > 0 && speaker - p < kReach;) {
    const bool side = !phrases[p].pronoun && !phrases[p].person && may_act(phrases[p]) &&
                      (phrases[p].named || !phrases[p].party.actor_id.empty());
    if (side) return p;
  }
  return std::nullopt;
}

// "We had no part in it", in a statement that names its author nowhere: who published it. What
// stands in quotation marks is somebody else's.
void AsideBlame::deny_as_publisher(const Tree& tree, const SpeechMention& speech, Aside& aside) {
  const auto subject = tree.subject(speech.head);
  const bool we = subject && tree.token(*subject).form == key("we");
  const bool quoted = voices_.voice_of(tree, aside.sentence, speech.head).speaker.has_value();
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    if (tree.token(i).shape & kQuote) return;
  }
  if (!we || quoted || reading_.report.outlet.empty()) return;
  Party party;
  party.name = reading_.report.outlet;
  const std::string why = reading_.lexicon.describe(reading_.lexicon.speech()[speech.entry].source);
  const Voice voice{{}, Certainty::stated, Polarity::denied, why};
  aside.claims.push_back({Field::perpetrators, party, aside.sentence, voice});
}

// "The army denied responsibility": who did not do it, by its own account.
void AsideBlame::add_denial(uint32_t phrase, const std::string& why, Aside& aside) {
  const auto speaker = resolve_speaker(reading_, phrase).value_or(phrase);
  const uint32_t who = side_named_before(speaker).value_or(speaker);
  if (reading_.mentions.phrases[who].pronoun) return;
  Fill denier;
  denier.phrase = who;
  denier.sentence = aside.sentence;
  denier.voice = {who, Certainty::stated, Polarity::denied, why};
  denier.why = why;
  denier.own_word = denier.sure = true;
  aside.perpetrators.push_back(std::move(denier));
}

// "Pointed the finger at X", "suspect the group".
std::optional<uint32_t> AsideBlame::accused_by(const Tree& tree,
                                               const SpeechMention& speech) const {
  const uint32_t end = speech.tokens.last;
  if (speech.tokens.size() > 1 && tree.token(end - 1).tag == Tag::ADP &&
      end < tree.sentence().last) {
    const auto phrase = reading_.mentions.phrase_at(end);
    if (phrase) return reading_.mentions.phrases[*phrase].head;
  }
  const auto patient = tree.patient(speech.head);
  if (const auto called = called_by(tree, end)) return called;
  const auto phrase = patient ? reading_.mentions.phrase_at(*patient) : std::nullopt;
  if (phrase && may_be_accused(*phrase)) return patient;
  std::optional<uint32_t> found;  // "attributed the crime to X", "blame it on X"
  const auto look = [&](Key preposition, uint32_t object) {
    const bool leads = preposition == key("on") || preposition == key("to") ||
                       preposition == key("upon") || preposition == key("at");
    if (leads && !found) found = object;
  };
  tree.prepositions(speech.head, look);
  if (!found && patient) tree.prepositions(*patient, look);  // hung there by mistake
  return found ? found : patient;
}

// "Blaming what it called 'malign actors'": whom somebody else would name otherwise.
std::optional<uint32_t> AsideBlame::called_by(const Tree& tree, uint32_t from) const {
  constexpr Key kCalling[] = {key("call"), key("describe"), key("term"), key("label"), key("dub")};
  constexpr uint32_t kReach = 6;  // tokens from "what" to the verb of calling
  const uint32_t last = tree.sentence().last;
  if (from >= last || tree.token(from).form != key("what")) return std::nullopt;
  for (uint32_t i = from + 1; i < std::min(from + kReach, last); ++i) {
    if (!one_of(tree.token(i).lemma, kCalling)) continue;
    for (uint32_t k = i + 1; k < std::min(i + kReach, last); ++k) {
      const auto phrase = reading_.mentions.phrase_at(k);
      if (phrase) return reading_.mentions.phrases[*phrase].head;
    }
  }
  return std::nullopt;
}

bool AsideBlame::may_be_accused(uint32_t phrase) const {
  const NounPhrase& np = reading_.mentions.phrases[phrase];
  const bool able = np.nature == Nature::party || np.nature == Nature::place ||
                    !np.party.actor_id.empty() || np.named ||
                    has_sense(reading_, reading_.document.tokens[np.head].lemma, knowledge::kFoe);
  return able && !np.pronoun && np.nature != Nature::event;
}

// "Riot police charged the demonstrators", "charged the crowd with batons": at them, in no court.
bool AsideBlame::charges_at(const Tree& tree, uint32_t verb) const {
  if (tree.token(verb).lemma != key("charge") || tree.token(verb).tag != Tag::VERB) return false;
  const auto phrase_of = [&](std::optional<uint32_t> token) -> const NounPhrase* {
    const auto index = token ? reading_.mentions.phrase_at(*token) : std::nullopt;
    return index ? &reading_.mentions.phrases[*index] : nullptr;
  };
  const auto* patient = phrase_of(tree.passive(verb) ? std::nullopt : tree.patient(verb));
  bool crowd = patient && patient->party.kind == PartyKind::protesters;
  bool armed = false, accused = false;
  tree.prepositions(verb, [&](Key preposition, uint32_t object) {
    const auto* of = phrase_of(object);
    const bool weapon = of && of->nature == Nature::weapon;
    crowd = crowd || (preposition == key("at") && of && of->nature == Nature::party);
    armed = armed || (preposition == key("with") && weapon);
    accused = accused || ((preposition == key("with") || preposition == key("over")) && !weapon);
  });
  return armed || (crowd && !accused);
}

// "officials blamed the militia", "the group claimed responsibility", "no group has claimed it"
void AsideBlame::read_blame(const Tree& tree, Aside& aside) {
  const auto [first, last] = speech_in(reading_, aside.sentence);
  for (size_t i = first; i < last; ++i) {
    const SpeechMention& speech = reading_.mentions.speech[i];
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    Voice voice{voices_.speaker_of(tree, speech), word.certainty, word.polarity,
                reading_.lexicon.describe(word.source)};
    if (const auto suspect = suspected(tree, speech)) {
      add_perpetrator(tree, *suspect, voice, aside);
    } else if (word.complement == SpeechComplement::party) {
      if (word.certainty == Certainty::declined) continue;  // "has not identified the killers"
      if (charges_at(tree, speech.head)) continue;
      if (const auto accused = accused_by(tree, speech))
        add_perpetrator(tree, *accused, voice, aside);
    } else if (word.complement == SpeechComplement::responsibility) {
      const auto subject =
          word.verb ? voices_.issuer(tree, tree.subject(speech.head)) : std::nullopt;
      const auto phrase = subject ? reading_.mentions.phrase_at(*subject) : std::nullopt;
      const bool nobody = (subject && of_nobody(tree, *subject)) || tree.negated(speech.head);
      if (word.polarity == Polarity::denied && phrase && !nobody) {
        if (const auto denier = denier_of(tree, aside.sentence, speech.head, *phrase))
          add_denial(*denier, voice.why, aside);
        else
          deny_as_publisher(tree, speech, aside);
      } else if (nobody || word.polarity == Polarity::denied) {
        add_nobody_claims(tree, speech.head, aside);
        if (subject) add_silent(tree, *subject, aside);
      } else if (phrase)
        add_claimant(tree, speech, {*phrase, word.certainty, word.polarity, voice.why}, aside);
    }
  }
}

// "No group", "nobody".
bool AsideBlame::of_nobody(const Tree& tree, uint32_t token) const {
  const auto phrase = reading_.mentions.phrase_at(token);
  const TokenRange words =
      phrase ? reading_.mentions.phrases[*phrase].tokens : TokenRange{token, token + 1};
  return is_nobody(reading_.document, words) || is_none(reading_, tree, token);
}

// "A saboteur was probably | behind the fire", "foreign powers were 'without doubt' | behind it":
// the phrase before the copula.
std::optional<uint32_t> AsideBlame::before_copula(const Tree& tree, uint32_t token) const {
  constexpr uint32_t kReach = 7;  // tokens between the copula and the word
  const uint32_t first = tree.sentence().first;
  for (uint32_t i = token; i > first + 1 && token - i < kReach; --i) {
    const Token& t = tree.token(i - 1);
    if (t.lemma == key("be")) {
      uint32_t end = i - 1;
      constexpr Key kHelping[] = {key("have"), key("has"),   key("had"),
                                  key("may"),  key("might"), key("could")};
      while (end > first + 1 && one_of(tree.token(end - 1).form, kHelping)) --end;
      const auto phrase = reading_.mentions.phrase_at(end - 1);
      return phrase ? std::optional(reading_.mentions.phrases[*phrase].head) : std::nullopt;
    }
    if (t.tag == Tag::VERB || t.tag == Tag::AUX) return std::nullopt;
  }
  return std::nullopt;
}

// "Was involved in the killing", "the shooting did not involve the police".
std::optional<uint32_t> AsideBlame::involved(const Tree& tree, uint32_t verb) const {
  if (tree.token(verb).lemma != key("involve")) return std::nullopt;
  const auto events = those_in(reading_.mentions.events, tree.sentence());
  const auto is_event = [&](std::optional<uint32_t> token) {
    return token && std::ranges::any_of(
                        events, [&](const EventMention& e) { return e.tokens.contains(*token); });
  };
  const auto object = tree.child(verb, Rel::obj);
  if (object && tree.negated(verb) && is_event(tree.child(verb, Rel::nsubj))) return object;
  bool in_deed = tree.negated(verb) || speech_denies(tree), in_other = false;
  tree.prepositions(verb, [&](Key preposition, uint32_t of) {
    in_deed = in_deed || (preposition == key("in") && is_event(of));
    in_other = in_other || preposition == key("in");
  });
  in_deed = in_deed || (!in_other && !events.empty());
  if (object || !in_deed) return std::nullopt;
  if (const auto subject = tree.child(verb, Rel::nsubj_pass)) return subject;
  const auto subject = tree.child(verb, Rel::nsubj);
  return subject ? subject : before_copula(tree, verb);
}

bool AsideBlame::speech_denies(const Tree& tree) const {
  return std::ranges::any_of(those_in(reading_.mentions.speech, tree.sentence()),
                             [&](const SpeechMention& speech) {
                               const Speech& word = reading_.lexicon.speech()[speech.entry];
                               return word.verb && word.polarity == Polarity::denied;
                             });
}

// "All the evidence points to the cartel".
std::optional<uint32_t> AsideBlame::pointed_at(const Tree& tree, uint32_t verb) const {
  constexpr Key kSigns[] = {key("evidence"),   key("everything"), key("all"),    key("finding"),
                            key("trail"),      key("clue"),       key("sign"),   key("indication"),
                            key("suspicion"),  key("hallmark"),   key("trace"),  key("inquiry"),
                            key("it"),         key("fact"),       key("finger"), key("clue"),
                            key("signature"),  key("lead"),       key("result"), key("data"),
                            key("information")};
  const auto subject = tree.child(verb, Rel::nsubj);
  if (tree.token(verb).lemma != key("point") || !subject ||
      !one_of(tree.token(*subject).lemma, kSigns))
    return std::nullopt;
  std::optional<uint32_t> found;
  tree.prepositions(verb, [&](Key preposition, uint32_t object) {
    const bool leads = preposition == key("to") || preposition == key("at") ||
                       preposition == key("towards") || preposition == key("toward");
    if (leads && !found) found = object;
  });
  return found;
}

// "Militias were responsible for these", "X was behind the attack", "held X responsible", "the work
// of X", "suspicion fell on X", "soldiers did it": the word of that kind, and who did it by it.
std::optional<uint32_t> AsideBlame::held_responsible(const Tree& tree, uint32_t i) const {
  constexpr Key kHolding[] = {key("hold"), key("deem"), key("consider"), key("find"),
                              key("believe")};
  constexpr Key kWork[] = {key("work"), key("handiwork"), key("doing")};
  const Key lemma = tree.token(i).lemma;
  const auto up = tree.parent(i);
  if (const auto who = involved(tree, i)) return who;
  if (const auto who = pointed_at(tree, i)) return who;
  const bool to_blame = lemma == key("blame") && i > tree.sentence().first + 1 &&
                        tree.token(i - 1).form == key("to");  // "the group was to blame"
  if (to_blame) return before_copula(tree, i - 1);
  if (lemma == key("responsible") || lemma == key("behind") || lemma == key("accountable")) {
    if (const auto subject = tree.child(i, Rel::nsubj)) return subject;
    if (const auto subject = before_copula(tree, i)) return subject;
    return up && one_of(tree.token(*up).lemma, kHolding) ? tree.patient(*up) : std::nullopt;
  }
  const auto behind = [&](uint32_t head, auto&&... prepositions) {
    std::optional<uint32_t> found;
    tree.prepositions(head, [&](Key preposition, uint32_t object) {
      if (((preposition == prepositions) || ...) && !found) found = object;
    });
    return found;
  };
  if (one_of(lemma, kWork) && tree.child(i, Rel::cop)) return behind(i, key("of"));
  if (lemma == key("suspicion") && up && tree.token(*up).tag == Tag::VERB)
    return behind(*up, key("on"), key("upon"));
  constexpr Key kDoing[] = {key("do"),          key("perpetrate"), key("commit"), key("mastermind"),
                            key("orchestrate"), key("plan"),       key("order"),  key("instigate")};
  const auto object = one_of(lemma, kDoing) ? tree.child(i, Rel::obj) : std::nullopt;
  const bool it =
      object && (tree.token(*object).form == key("it") || tree.token(*object).form == key("this"));
  return it && tree.token(i).tag == Tag::VERB ? tree.subject(i) : std::nullopt;
}

namespace {

// "Denied it was behind the attack", as one phrase of the dictionary: it has been read.
bool denies(const Aside& aside, uint32_t speaker) {
  return std::ranges::any_of(aside.perpetrators, [&](const Fill& fill) {
    return fill.phrase == speaker && fill.voice.polarity == Polarity::denied;
  });
}

}  // namespace

void AsideBlame::read_responsible(const Tree& tree, Aside& aside) {
  constexpr Key kThemselves[] = {key("it"), key("they"), key("we")};
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i < s.last; ++i) {
    const auto who = held_responsible(tree, i);
    if (!who) continue;
    const Key lemma = tree.token(i).lemma;
    Voice voice = voices_.voice_of(tree, aside.sentence, i);
    voice.why = "held responsible";
    if (tree.negated(i)) voice.polarity = Polarity::denied;
    if (one_of(tree.token(*who).form, kThemselves)) {
      if (voices_.nobody_says(tree, i)) {
        if (aside.silent.empty()) add_nobody_claims(tree, i, aside);
        return;
      }
      if (voice.speaker && may_be_accused(*voice.speaker) && !denies(aside, *voice.speaker))
        add_speaker(voice, aside);
      continue;
    }
    if (voice.certainty == Certainty::stated && voice.polarity == Polarity::affirmed)
      voice.certainty = lemma == key("suspicion") || lemma == key("point") ||
                                mentions_any(reading_.document, s, kGuess)
                            ? Certainty::suspected
                            : Certainty::accused;
    add_perpetrator(tree, *who, voice, aside);
    aside.reach = Reach::recent;
  }
}

}  // namespace sitrep
