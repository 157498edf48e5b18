#include "events/asides.h"

#include <algorithm>
#include <span>

#include "events/toll_lists.h"

namespace sitrep {

using knowledge::Speech;
using knowledge::SpeechComplement;

namespace {

template <size_t N>
bool one_of(Key word, const Key (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// What a refusal must be about to be one to name the attacker.
constexpr Key kWho[] = {
    key("who"),         key("which"),       key("responsible"), key("responsibility"),
    key("attribution"), key("behind"),      key("blame"),       key("attribute"),
    key("culprit"),     key("perpetrator"), key("whom"),        key("speculate")};
constexpr Key kGuess[] = {key("assumption"), key("assume"), key("believe"),  key("suspect"),
                          key("suspicion"),  key("likely"), key("think"),    key("presume"),
                          key("assess"),     key("appear"), key("probably"), key("apparently"),
                          key("possible"),   key("may")};

bool mentions_any(const Document& document, const Sentence& s, const auto& list) {
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (one_of(document.tokens[i].lemma, list) || one_of(document.tokens[i].form, list))
      return true;
  }
  return false;
}

bool is_nobody(const Tree& tree, uint32_t token) {
  const Key form = tree.token(token).form;
  if (form == key("nobody") || form == key("none")) return true;
  for (const uint32_t c : tree.children(token)) {
    if (tree.token(c).form == key("no")) return true;
  }
  return token > tree.sentence().first && tree.token(token - 1).form == key("no");
}

bool is_none(const Reading& reading, const Tree& tree, uint32_t token) {
  const auto phrase = reading.mentions.phrase_at(token);
  if (phrase && reading.mentions.phrases[*phrase].count.best == 0) return true;
  for (const uint32_t c : tree.children(token)) {
    const Key form = tree.token(c).form;
    if (form == key("no") || form == key("any") || form == key("zero") || form == key("without"))
      return true;
  }
  constexpr Key kSpared[] = {key("escape"), key("avoid"), key("without")};  // "escaped injury"
  const bool spared = token > tree.sentence().first && one_of(tree.token(token - 1).lemma, kSpared);
  return spared || tree.negated(token);
}

}  // namespace

namespace {

std::span<const EventMention> events_in(const Reading& reading, uint32_t sentence) {
  const Sentence& s = reading.document.sentences[sentence];
  const auto& events = reading.mentions.events;
  const auto before = [](const EventMention& e, uint32_t token) { return e.tokens.first < token; };
  const auto first = std::lower_bound(events.begin(), events.end(), s.first, before);
  const auto last = std::lower_bound(first, events.end(), s.last, before);
  return {first, last};
}

}  // namespace

Reach AsideReader::reach_of(uint32_t sentence) const {
  for (const EventMention& event : events_in(reading_, sentence)) {
    const auto phrase = reading_.mentions.phrase_at(event.head);
    if (phrase && reading_.mentions.phrases[*phrase].plural &&
        reading_.mentions.phrases[*phrase].definite)
      return Reach::all;
  }
  return Reach::nearest;
}

void AsideReader::read_tolls(const Tree& tree, Aside& aside) {
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (tree.token(i).tag != Tag::NOUN && tree.token(i).tag != Tag::ADJ) continue;
    const knowledge::TollNoun* noun = reading_.lexicon.toll_noun(tree.token(i).lemma);
    if (!noun) continue;
    const auto phrase = reading_.mentions.phrase_at(i);
    const bool none = is_none(reading_, tree, i);
    const Voice voice = voices_.voice_of(tree, aside.sentence, i);
    Quantity quantity = phrase ? reading_.mentions.phrases[*phrase].count : Quantity{};
    const std::string words(reading_.document.slice(
        phrase ? reading_.mentions.phrases[*phrase].tokens : TokenRange{i, i + 1}));
    if (!quantity.known() && phrase)
      quantity = risen_to(tree, reading_.mentions.phrases[*phrase].tokens);
    if (!quantity.known()) quantity = counted_behind(tree, i);
    if (none) quantity = {0, 0, 0, words};
    if (noun->effects.front() == Effect::none) {
      add_unhurt(*noun, words, voice, aside);
      continue;
    }
    for (const Effect effect : noun->effects) {
      if (effect == Effect::damaged) {
        aside.damage = none ? Damage::none : Damage::unknown;
        aside.damage_voice = voice;
        for (const uint32_t c : tree.children(i)) {
          const auto* word = reading_.lexicon.damage_word(tree.token(c).form);
          if (word && !none) aside.damage = word->damage;
        }
      } else if (quantity.known() && (none || noun->effects.size() == 1)) {
        aside.tolls.push_back(
            {effect, quantity, aside.sentence, voice, reading_.lexicon.describe(noun->source)});
      }
    }
  }
}

// "The bodies of nine villagers": the number behind "of".
Quantity AsideReader::counted_behind(const Tree& tree, uint32_t noun) const {
  Quantity found;
  tree.prepositions(noun, [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);
    const bool people = preposition == key("of") && phrase &&
                        reading_.mentions.phrases[*phrase].nature == Nature::party;
    if (people && !found.known()) found = reading_.mentions.phrases[*phrase].count;
  });
  return found;
}

// "The crew was unharmed".
void AsideReader::add_unhurt(const knowledge::TollNoun& word, const std::string& words,
                             const Voice& voice, Aside& aside) {
  for (const Effect effect : word.effects) {
    if (effect == Effect::none) continue;
    aside.unhurt.push_back(
        {effect, {0, 0, 0, words}, aside.sentence, voice, reading_.lexicon.describe(word.source)});
  }
}

// "No one was hurt", "none of them was killed": a toll of nobody.
void AsideReader::read_unhurt(const Tree& tree, Aside& aside) {
  for (const EventMention& event : events_in(reading_, aside.sentence)) {
    const knowledge::EventWord& word = reading_.lexicon.event_words()[event.entry];
    const bool counted = word.effect == Effect::killed || word.effect == Effect::wounded ||
                         word.effect == Effect::abducted;
    if (!word.verb || !counted) continue;
    const bool dies = word.subject == knowledge::Role::target;  // "nobody died"
    const auto who = dies ? tree.subject(event.head) : tree.patient(event.head);
    if (!who || !(is_nobody(tree, *who) || tree.negated(event.head))) continue;
    const Voice voice = voices_.voice_of(tree, aside.sentence, event.head);
    const std::string why = reading_.lexicon.describe(word.source);
    const Quantity none{0, 0, 0, std::string(reading_.document.slice({*who, *who + 1}))};
    aside.tolls.push_back({word.effect, none, aside.sentence, voice, why});
    if (word.effect == Effect::wounded)
      aside.tolls.push_back({Effect::killed, none, aside.sentence, voice, why});
  }
}

// "Was only slightly damaged", "was not damaged", "destroyed the roof": as far as the verb says it.
void AsideReader::read_damage(const Tree& tree, Aside& aside) {
  for (const EventMention& event : events_in(reading_, aside.sentence)) {
    const knowledge::EventWord& word = reading_.lexicon.event_words()[event.entry];
    const bool ruins = word.effect == Effect::damaged || word.effect == Effect::destroyed;
    const auto what = word.verb && ruins ? tree.patient(event.head) : std::nullopt;
    const auto phrase = what ? reading_.mentions.phrase_at(*what) : std::nullopt;
    if (!phrase || reading_.mentions.phrases[*phrase].nature != Nature::thing) continue;
    if (const auto damage = damage_by(tree, event.head, word.effect)) {
      aside.damage = damage;
      aside.damage_voice = voices_.voice_of(tree, aside.sentence, event.head);
    }
  }
}

std::optional<Damage> AsideReader::damage_by(const Tree& tree, uint32_t verb, Effect effect) const {
  if (tree.negated(verb))
    return effect == Effect::damaged ? std::optional(Damage::none) : std::nullopt;
  for (const uint32_t c : tree.children(verb)) {
    const auto* word = reading_.lexicon.damage_word(tree.token(c).form);
    if (word && tree.token(c).tag == Tag::ADV) return word->damage;
  }
  return effect == Effect::destroyed ? std::optional(Damage::major) : std::nullopt;
}

bool AsideReader::counts(uint32_t phrase) const {
  return reading_.mentions.phrases[phrase].count.known();
}

// Whether a phrase is counted by a numeral, not by an article.
bool AsideReader::has_numeral(const Tree& tree, uint32_t phrase) const {
  const TokenRange tokens = reading_.mentions.phrases[phrase].tokens;
  for (uint32_t i = tokens.first; i < tokens.last; ++i) {
    if (tree.token(i).tag == Tag::NUM) return true;
  }
  return false;
}

// "The death toll has risen to 11": the number behind the verb.
Quantity AsideReader::risen_to(const Tree& tree, TokenRange toll) const {
  bool said = false;
  for (uint32_t i = toll.first; i < toll.last; ++i)
    said = said || tree.token(i).lemma == key("toll");
  if (!said) return {};
  constexpr Key kLeads[] = {key("to"), key("at"), key("reach"), key("reached"), key("than")};
  for (uint32_t i = toll.last; i + 1 < tree.sentence().last; ++i) {
    if (!one_of(tree.token(i).form, kLeads)) continue;
    const auto phrase = reading_.mentions.phrase_at(i + 1);
    if (phrase && counts(*phrase) && has_numeral(tree, *phrase))
      return reading_.mentions.phrases[*phrase].count;
  }
  return {};
}

// "left five dead", "two teenagers are dead": a number of people beside an adjective of the toll.
void AsideReader::read_dead(const Tree& tree, Aside& aside) {
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (tree.token(i).tag != Tag::ADJ && !listed_toll(reading_, tree, i)) continue;
    const knowledge::TollNoun* word = reading_.lexicon.toll_noun(tree.token(i).form);
    if (!word || word->effects.size() != 1) continue;
    std::optional<uint32_t> who = tree.child(i, Rel::nsubj);
    if (!who && i > s.first) who = i - 1;
    const auto phrase = who ? reading_.mentions.phrase_at(*who) : std::nullopt;
    std::optional<uint32_t> counted = phrase;
    const bool usable =
        counted && counts(*counted) && !reading_.mentions.phrases[*counted].tokens.contains(i);
    if (!usable) counted = reading_.mentions.phrase_at(i + 1);  // "and wounded two others"
    if (!counted || i + 1 >= s.last || !counts(*counted)) continue;
    aside.tolls.push_back({word->effects.front(), reading_.mentions.phrases[*counted].count,
                           aside.sentence, voices_.voice_of(tree, aside.sentence, i),
                           reading_.lexicon.describe(word->source)});
  }
}

void AsideReader::add_perpetrator(const Tree& tree, uint32_t token, Voice voice, Aside& aside) {
  tree.conjuncts(token, [&](uint32_t t) {
    const auto phrase = reading_.mentions.phrase_at(t);
    if (!phrase) return;
    const NounPhrase& np = reading_.mentions.phrases[*phrase];
    const bool able = np.nature == Nature::party || np.nature == Nature::place ||
                      !np.party.actor_id.empty() || np.named;
    if (able && !np.pronoun)
      aside.perpetrators.push_back(
          {*phrase, aside.sentence, voice, voice.why, Effect::unknown, np.count});
  });
}

void AsideReader::add_nobody(Voice voice, Polarity polarity, Aside& aside) {
  voice.polarity = polarity;
  aside.claims.push_back({Field::perpetrators, std::monostate{}, aside.sentence, voice});
}

// "The army denied responsibility": who did not do it, by its own account.
void AsideReader::add_denial(uint32_t phrase, const std::string& why, Aside& aside) {
  const auto who = resolve_speaker(reading_, phrase).value_or(phrase);
  const NounPhrase& np = reading_.mentions.phrases[who];
  if (np.pronoun) return;
  aside.claims.push_back({Field::perpetrators,
                          np.party,
                          aside.sentence,
                          {who, Certainty::stated, Polarity::denied, why}});
}

// "Pointed the finger at X", "suspect the group".
std::optional<uint32_t> AsideReader::accused_by(const Tree& tree,
                                                const SpeechMention& speech) const {
  const uint32_t end = speech.tokens.last;
  if (speech.tokens.size() > 1 && tree.token(end - 1).tag == Tag::ADP &&
      end < tree.sentence().last) {
    const auto phrase = reading_.mentions.phrase_at(end);
    if (phrase) return reading_.mentions.phrases[*phrase].head;
  }
  const auto patient = tree.patient(speech.head);
  const auto phrase = patient ? reading_.mentions.phrase_at(*patient) : std::nullopt;
  if (!patient || (phrase && may_be_accused(*phrase))) return patient;
  std::optional<uint32_t> found;  // "attributed the crime to X", "blame it on X"
  const auto look = [&](Key preposition, uint32_t object) {
    const bool leads = preposition == key("on") || preposition == key("to") ||
                       preposition == key("upon") || preposition == key("at");
    if (leads && !found) found = object;
  };
  tree.prepositions(speech.head, look);
  if (!found) tree.prepositions(*patient, look);  // hung there by mistake
  return found ? found : patient;
}

bool AsideReader::may_be_accused(uint32_t phrase) const {
  const NounPhrase& np = reading_.mentions.phrases[phrase];
  const bool able = np.nature == Nature::party || np.nature == Nature::place ||
                    !np.party.actor_id.empty() || np.named;
  return able && !np.pronoun && np.nature != Nature::event;
}

// "Claimed responsibility on behalf of X": X did it, not who called.
std::optional<uint32_t> AsideReader::on_behalf_of(const Tree& tree, uint32_t from) const {
  for (uint32_t i = from; i + 2 < tree.sentence().last; ++i) {
    const Key form = tree.token(i).form;
    const bool leads = form == key("behalf") || form == key("name");
    if (!leads || tree.token(i + 1).form != key("of")) continue;
    const auto phrase = reading_.mentions.phrase_at(i + 2);
    if (phrase && may_be_accused(*phrase)) return reading_.mentions.phrases[*phrase].head;
  }
  return std::nullopt;
}

// "officials blamed the militia", "the group claimed responsibility", "no group has claimed it"
void AsideReader::read_blame(const Tree& tree, Aside& aside) {
  const auto [first, last] = speech_in(reading_, aside.sentence);
  for (size_t i = first; i < last; ++i) {
    const SpeechMention& speech = reading_.mentions.speech[i];
    const Speech& word = reading_.lexicon.speech()[speech.entry];
    Voice voice{voices_.speaker_of(tree, speech), word.certainty, word.polarity,
                reading_.lexicon.describe(word.source)};
    if (word.complement == SpeechComplement::party) {
      const auto accused = accused_by(tree, speech);
      if (accused)
        add_perpetrator(tree, *accused, voice, aside);
      else
        tree.prepositions(speech.head, [&](Key preposition, uint32_t object) {
          if (preposition == key("on") || preposition == key("to"))
            add_perpetrator(tree, object, voice, aside);
        });
    } else if (word.complement == SpeechComplement::responsibility) {
      const auto subject = word.verb ? tree.subject(speech.head) : std::nullopt;
      const auto phrase = subject ? reading_.mentions.phrase_at(*subject) : std::nullopt;
      const bool nobody =
          (subject && is_none(reading_, tree, *subject)) || tree.negated(speech.head);
      if (word.polarity == Polarity::denied && phrase && !nobody)
        add_denial(*phrase, voice.why, aside);
      else if (nobody || word.polarity == Polarity::denied)
        add_nobody({std::nullopt, Certainty::claimed, Polarity::denied, voice.why},
                   Polarity::denied, aside);
      else if (phrase)
        add_perpetrator(tree, on_behalf_of(tree, speech.tokens.last).value_or(*subject),
                        {*phrase, word.certainty, word.polarity, voice.why}, aside);
    }
  }
}

// "The group claimed both attacks", "attacks claimed by the group".
void AsideReader::read_claimed(const Tree& tree, Aside& aside) {
  const auto events = events_in(reading_, aside.sentence);
  const auto is_event = [&](std::optional<uint32_t> token) {
    return token && std::any_of(events.begin(), events.end(),
                                [&](const EventMention& e) { return e.head == *token; });
  };
  constexpr Key kTaking[] = {key("claim"), key("accept"), key("assume"), key("acknowledge"),
                             key("admit")};
  for (uint32_t i = tree.sentence().first; i < tree.sentence().last; ++i) {
    if (tree.token(i).tag != Tag::VERB || !one_of(tree.token(i).lemma, kTaking)) continue;
    const auto agent = tree.agent(i);
    const auto taken = tree.child(i, Rel::nsubj_pass);
    const bool all_of_it = taken && tree.token(*taken).lemma == key("responsibility");
    if (!all_of_it && tree.token(i).lemma != key("claim")) continue;
    const auto claimed = agent && !tree.patient(i) ? tree.parent(i) : tree.patient(i);
    const auto who = agent ? agent : tree.subject(i);
    const auto phrase = who ? reading_.mentions.phrase_at(*who) : std::nullopt;
    if (!phrase || !(is_event(claimed) || all_of_it) || tree.negated(i)) continue;
    const Voice voice{*phrase, Certainty::claimed, Polarity::affirmed, "claimed the attack"};
    add_perpetrator(tree, *who, voice, aside);
  }
}

// "A saboteur was probably | behind the fire": the phrase before the copula.
std::optional<uint32_t> AsideReader::before_copula(const Tree& tree, uint32_t token) const {
  const uint32_t first = tree.sentence().first;
  uint32_t i = token;
  while (i > first && tree.token(i - 1).tag == Tag::ADV) --i;
  if (i < first + 2 || tree.token(i - 1).lemma != key("be")) return std::nullopt;
  const auto phrase = reading_.mentions.phrase_at(i - 2);
  return phrase ? std::optional(reading_.mentions.phrases[*phrase].head) : std::nullopt;
}

// "Militias were responsible for these", "X was behind the attack", "held X responsible", "the work
// of X", "suspicion fell on X", "soldiers did it": the word of that kind, and who did it by it.
std::optional<uint32_t> AsideReader::held_responsible(const Tree& tree, uint32_t i) const {
  constexpr Key kHolding[] = {key("hold"), key("deem"), key("consider"), key("find"),
                              key("believe")};
  constexpr Key kWork[] = {key("work"), key("handiwork"), key("doing")};
  const Key lemma = tree.token(i).lemma;
  const auto up = tree.parent(i);
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
  const auto object = lemma == key("do") ? tree.child(i, Rel::obj) : std::nullopt;
  const bool it =
      object && (tree.token(*object).form == key("it") || tree.token(*object).form == key("this"));
  return it && tree.token(i).tag == Tag::VERB ? tree.subject(i) : std::nullopt;
}

// "The group denied that it was behind the attack", "said that it did it".
void AsideReader::add_speaker(const Voice& voice, Aside& aside) {
  if (voice.polarity == Polarity::denied) return add_denial(*voice.speaker, voice.why, aside);
  const NounPhrase& np = reading_.mentions.phrases[*voice.speaker];
  aside.perpetrators.push_back(
      {*voice.speaker, aside.sentence, voice, voice.why, Effect::unknown, np.count});
  aside.perpetrators.back().voice.certainty = Certainty::claimed;
}

void AsideReader::read_responsible(const Tree& tree, Aside& aside) {
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
      if (voice.speaker && may_be_accused(*voice.speaker)) add_speaker(voice, aside);
      continue;
    }
    if (voice.certainty == Certainty::stated)
      voice.certainty = lemma == key("suspicion") || mentions_any(reading_.document, s, kGuess)
                            ? Certainty::suspected
                            : Certainty::accused;
    add_perpetrator(tree, *who, voice, aside);
    aside.reach = Reach::recent;
  }
}

// "declined to say who", "refused to say whether its men had shelled it": not "whether a ransom was
// paid"
bool AsideReader::asks_who(const Tree& tree) const {
  constexpr Key kWhether[] = {key("whether"), key("deny"), key("nor")};
  if (mentions_any(reading_.document, tree.sentence(), kWho)) return true;
  const auto events = events_in(reading_, reading_.document.sentence_of(tree.sentence().first));
  const bool deed = std::any_of(events.begin(), events.end(), [&](const EventMention& e) {
    const knowledge::EventWord& word = reading_.lexicon.event_words()[e.entry];
    return word.verb || word.type != EventType::kidnapping;
  });
  return deed && mentions_any(reading_.document, tree.sentence(), kWhether);
}

// "declined to say who", "could not provide specific attribution"
void AsideReader::read_refusal(const Tree& tree, Aside& aside) {
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
    return;
  }
}

void AsideReader::read(const Tree& tree, uint32_t sentence, std::vector<Aside>& asides) {
  Aside aside;
  aside.sentence = sentence;
  aside.reach = reach_of(sentence);
  read_tolls(tree, aside);
  read_unhurt(tree, aside);
  read_damage(tree, aside);
  read_dead(tree, aside);
  read_blame(tree, aside);
  read_claimed(tree, aside);
  read_responsible(tree, aside);
  read_refusal(tree, aside);
  const bool empty = aside.tolls.empty() && aside.unhurt.empty() && !aside.damage &&
                     aside.perpetrators.empty() && aside.claims.empty();
  if (!empty) asides.push_back(std::move(aside));
}

namespace {

// Index of the event told last at or before a sentence; told in it first of all.
std::vector<size_t> events_for(const Aside& aside, const std::vector<Draft>& events) {
  std::vector<size_t> chosen;
  uint32_t nearest = UINT32_MAX;
  for (size_t i = 0; i < events.size(); ++i) {
    if (aside.reach == Reach::all && !events[i].background) chosen.push_back(i);
    for (const Telling& t : events[i].tellings) {
      if (t.sentence > aside.sentence || aside.sentence - t.sentence > 3) continue;
      const uint32_t gap = aside.sentence - t.sentence;
      if (gap < nearest) nearest = gap;
    }
  }
  if (aside.reach == Reach::all) return chosen;
  for (size_t i = 0; i < events.size(); ++i) {
    const bool told =
        std::any_of(events[i].tellings.begin(), events[i].tellings.end(), [&](const Telling& t) {
          return t.sentence <= aside.sentence && aside.sentence - t.sentence == nearest;
        });
    if (told && (aside.reach == Reach::recent || chosen.empty()))
      chosen.push_back(i);
    else if (told && aside.reach == Reach::nearest)
      chosen.back() = i;
  }
  return chosen;
}

}  // namespace

namespace {

// "The others were unharmed" takes nothing back of what befell some.
void add_unhurt(const Aside& aside, Draft& event) {
  for (const Toll& toll : aside.unhurt) {
    const bool befell = std::any_of(event.tolls.begin(), event.tolls.end(), [&](const Toll& t) {
      return t.effect == toll.effect && t.quantity.high != 0;
    });
    if (!befell) event.tolls.push_back(toll);
  }
}

}  // namespace

void apply_asides(const std::vector<Aside>& asides, std::vector<Draft>& events) {
  for (const Aside& aside : asides) {
    for (const size_t i : events_for(aside, events)) {
      Draft& event = events[i];
      const auto add = [](auto& to, const auto& from) {
        to.insert(to.end(), from.begin(), from.end());
      };
      if (event.outcome() != Outcome::intercepted || aside.reach != Reach::all)
        add(event.tolls, aside.tolls);
      // "the attacks were blamed on X" speaks of those whose attacker is not told
      const bool told = std::any_of(event.perpetrators.begin(), event.perpetrators.end(),
                                    [](const Fill& fill) { return !fill.learnt; });
      if (aside.reach != Reach::all || !told) add(event.perpetrators, aside.perpetrators);
      add(event.claims, aside.claims);
      add_unhurt(aside, event);
      if (aside.damage && !event.damage)
        event.damage = aside.damage, event.damage_sentence = aside.sentence,
        event.damage_voice = aside.damage_voice;
    }
  }
}

}  // namespace sitrep
