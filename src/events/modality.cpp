#include "events/modality.h"

#include <algorithm>

#include "events/plans.h"
#include "events/senses.h"
#include "language/analyser.h"

namespace sitrep {

namespace {

constexpr int kMaxClimb = 200;

// Modal verbs and conjunctions that open a world that need not be ours.
constexpr Key kModals[] = {key("may"),    key("might"), key("could"), key("would"),
                           key("should"), key("must"),  key("can"),   key("will"),
                           key("shall"),  key("ll"),    key("wo"),    key("ca")};
constexpr Key kConditions[] = {key("if"), key("unless"), key("whether"), key("lest")};
constexpr Key kMock[] = {key("mock"), key("simulated"), key("pretend"), key("dummy")};

bool has_child_of(const Tree& tree, uint32_t head, auto&& fits) {
  const auto children = tree.children(head);
  return std::any_of(children.begin(), children.end(),
                     [&](uint32_t c) { return fits(tree.token(c)); });
}

bool modal(const Tree& tree, uint32_t verb) {
  return has_child_of(tree, verb, [](const Token& t) {
    return (t.rel == Rel::aux && one_of(t.form, kModals)) ||
           (t.rel == Rel::mark && one_of(t.form, kConditions));
  });
}

// "Refused to say whether its men had shelled the university": somebody asked after a deed.
bool asked_after(const Reading& reading, const Tree& tree, uint32_t verb) {
  const bool past = tree.perfect(verb) || tree.token(verb).fine == Fine::VBD ||
                    has_child_of(tree, verb, [](const Token& t) {
                      return t.rel == Rel::aux && t.form == key("had");
                    });
  const bool whether =
      has_child_of(tree, verb, [](const Token& t) { return t.form == key("whether"); });
  if (!past || !whether) return false;
  return std::ranges::any_of(
      those_in(reading.mentions.speech, tree.sentence()), [&](const SpeechMention& speech) {
        return reading.lexicon.speech()[speech.entry].certainty == Certainty::declined;
      });
}

// "Refused to disclose who had hijacked the plane": it was, whoever did.
bool kept_secret(const Reading& reading, const Tree& tree, uint32_t verb, uint32_t governor) {
  constexpr Key kWho[] = {key("who"), key("whom"),  key("which"), key("how"),
                          key("why"), key("where"), key("whose"), key("what")};
  const bool past =
      tree.token(verb).fine == Fine::VBD || has_child_of(tree, verb, [](const Token& t) {
        return (t.rel == Rel::aux || t.rel == Rel::aux_pass) &&
               (t.form == key("had") || t.form == key("was") || t.form == key("were"));
      });
  bool asked = false;
  for (uint32_t i = governor + 1; i < verb && !asked; ++i) asked = one_of(tree.token(i).form, kWho);
  if (!past || !asked) return false;
  return std::ranges::any_of(
      those_in(reading.mentions.speech, tree.sentence()), [&](const SpeechMention& speech) {
        return reading.lexicon.speech()[speech.entry].certainty == Certainty::declined &&
               speech.tokens.first < verb;
      });
}

// "could have fired", "may have been killed": guesses about the past stay events, their certainty
// is lowered.
bool modal_perfect(const Tree& tree, uint32_t verb) {
  return has_child_of(tree, verb,
                      [](const Token& t) { return t.rel == Rel::aux && t.form == key("have"); });
}

bool infinitive(const Tree& tree, uint32_t verb) {
  return tree.token(verb).fine == Fine::VB &&
         has_child_of(tree, verb, [](const Token& t) { return t.form == key("to"); });
}

// "Used explosives to blow open a safe": used, and did. Weak words ("to disperse") tell an aim.
bool put_to_use(const Reading& reading, const Tree& tree, uint32_t verb) {
  const auto up = tree.parent(verb);
  bool deed = false;
  for (const EventMention& event : those_in(reading.mentions.events, tree.sentence())) {
    const auto& word = reading.lexicon.event_words()[event.entry];
    deed = deed || (event.head == verb && word.strength != knowledge::Strength::weak);
  }
  return deed && up && tree.token(*up).lemma == key("use") && tree.token(*up).fine == Fine::VBD &&
         tree.child(*up, Rel::obj);
}

bool irreal_infinitive(const Reading& reading, const Tree& tree, uint32_t verb) {
  if (!infinitive(tree, verb) || put_to_use(reading, tree, verb)) return false;
  const auto up = tree.parent(verb);
  if (!up) return true;
  const Token& governor = tree.token(*up);
  constexpr Key kFactive[] = {key("appear"), key("seem"),  key("continue"),
                              key("begin"),  key("start"), key("go"),
                              key("manage"), key("be"),    key("have")};
  return !one_of(governor.lemma, kFactive) && !tree.ranks(*up);
}

// "Demanding a ransom for 30 villagers seized from Kajuru", "a fire after a rocket attack": true,
// whatever is wished for.
bool told_by_the_way(const Tree& tree, uint32_t trigger) {
  constexpr Key kAfter[] = {key("after"), key("following"), key("since"), key("despite")};
  const Token& t = tree.token(trigger);
  if (t.tag == Tag::VERB) return t.rel == Rel::acl && t.fine == Fine::VBN;
  return has_child_of(
      tree, trigger, [&](const Token& c) { return c.rel == Rel::case_ && one_of(c.form, kAfter); });
}

bool holds_drill(const Reading& reading, const Tree& tree, uint32_t verb) {
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](uint32_t c) {
    const Token& t = tree.token(c);
    const bool part = t.rel == Rel::obl || t.rel == Rel::obj;
    const bool mock = has_child_of(tree, c, [](const Token& d) { return one_of(d.form, kMock); });
    return part && (has_sense(reading, t.lemma, knowledge::kRehearsal) || mock);
  });
}

// "In the drill, officers shot an actor", "soldiers taking part in the exercise stormed a mock
// village and took hostages".
bool in_drill(const Reading& reading, const Tree& tree, uint32_t verb) {
  if (holds_drill(reading, tree, verb)) return true;
  const auto subject = tree.subject(verb);
  const auto up = tree.parent(verb);
  if (up && tree.token(verb).rel == Rel::conj && holds_drill(reading, tree, *up)) return true;
  if (!subject) return false;
  const auto children = tree.children(*subject);
  return std::any_of(children.begin(), children.end(), [&](uint32_t c) {
    return tree.token(c).rel == Rel::acl && holds_drill(reading, tree, c);
  });
}

// "Escaped several ambushes during the war": in a life, not today.
bool outlived(const Tree& tree, uint32_t noun) {
  constexpr Key kOutlive[] = {key("survive"), key("escape")};
  const auto up = tree.parent(noun);
  return up && tree.token(noun).fine == Fine::NNS && one_of(tree.token(*up).lemma, kOutlive);
}

// "Information leading to the arrest of the vandals", "a warrant for his arrest", "evading
// arrest": nobody is held yet.
bool arrest_sought(const Reading& reading, const Tree& tree, uint32_t noun) {
  constexpr Key kShunned[] = {key("evade"), key("resist"), key("avoid"), key("elude"),
                              key("dodge"), key("escape"), key("face"),  key("risk")};
  constexpr Key kDemanded[] = {key("call"),  key("demand"),  key("seek"),
                               key("order"), key("request"), key("urge")};
  constexpr Key kAsking[] = {key("warrant"), key("reward"), key("appeal"), key("bounty")};
  constexpr Key kHelp[] = {key("information"), key("tip"),  key("detail"), key("evidence"),
                           key("clue"),        key("lead"), key("anyone"), key("reward")};
  const bool of_arrest = std::ranges::any_of(
      those_in(reading.mentions.events, tree.sentence()), [&](const EventMention& event) {
        return event.head == noun &&
               reading.lexicon.event_words()[event.entry].type == EventType::arrest;
      });
  const auto up = of_arrest ? tree.parent(noun) : std::nullopt;
  if (!up) return false;
  if (noun > tree.sentence().first && one_of(tree.token(noun - 1).lemma, kShunned)) return true;
  const Token& governor = tree.token(*up);
  const Rel rel = tree.token(noun).rel;
  if (one_of(governor.lemma, kShunned) && rel == Rel::obj) return true;
  if (one_of(governor.lemma, kDemanded) && (rel == Rel::obj || rel == Rel::obl)) return true;
  if (one_of(governor.lemma, kAsking) && rel == Rel::nmod) return true;
  const auto helps = tree.parent(*up);
  return governor.lemma == key("lead") && governor.fine != Fine::VBD && helps &&
         one_of(tree.token(*helps).lemma, kHelp);
}

bool says_when(const Reading& reading, const Tree& tree) {
  return std::ranges::any_of(those_in(reading.mentions.times, tree.sentence()),
                             [](const TimeMention& time) { return fixes_time(time); });
}

// "The novel tells of a bomb attack", "a film about a kidnapping".
bool of_fiction(const Reading& reading, const Tree& tree, uint32_t word) {
  const auto fictional = [&](const Token& t) {
    return t.tag != Tag::VERB && (reading.lexicon.senses(t.lemma) & knowledge::kFiction) != 0;
  };
  return fictional(tree.token(word)) || has_child_of(tree, word, [&](const Token& t) {
           return t.rel == Rel::nsubj && fictional(t);
         });
}

Modality unreal(std::string why) { return {.real = false, .outcome = {}, .why = std::move(why)}; }

// A simple present or "has been ...-ing" of a verb with no day near it is a habit. Verbs that say
// the past alike are left open.
bool present(const Tree& tree, uint32_t verb) {
  constexpr Key kSameInPast[] = {key("hit"),  key("set"),  key("put"),   key("cut"),
                                 key("hurt"), key("beat"), key("burst"), key("split")};
  const Token& t = tree.token(verb);
  if (one_of(t.form, kSameInPast)) return false;
  const bool past = irregular_verb(t.form) != kNoKey;  // "overran", whatever its tag
  if ((t.fine == Fine::VBP && !past) || t.fine == Fine::VBZ) return true;
  return t.tag == Tag::VERB && has_child_of(tree, verb, [](const Token& c) {
           return (c.rel == Rel::aux || c.rel == Rel::aux_pass) &&
                  (c.fine == Fine::VBP || c.fine == Fine::VBZ) && (c.lemma == key("be"));
         });
}

// "for a decade", "over the past two years", "so far this year" behind the verb
bool for_long(const Reading& reading, const Sentence& sentence, uint32_t verb) {
  for (const TimeMention& time : those_in(reading.mentions.times, sentence)) {
    const bool this_year = time.form == TimeForm::deictic &&
                           time.direction == TimeDirection::same &&
                           (time.unit == TimeUnit::year || time.unit == TimeUnit::month);
    if (time.tokens.first > verb && (this_year || time.type == TimexType::duration)) return true;
  }
  return false;
}

// "Since then dozens of rockets have targeted", "have raided convoys for years": a sum over
// time.
bool since(const Reading& reading, const Tree& tree, uint32_t verb) {
  if (!tree.perfect(verb)) return false;
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i < s.last; ++i) {
    if (tree.token(i).form == key("since")) return true;
  }
  return for_long(reading, s, verb);
}

// "No rockets were fired", "nobody attacked the convoy".
bool of_nobody(const Tree& tree, uint32_t verb) {
  constexpr Key kNobody[] = {key("nobody"), key("none"), key("nothing")};
  const auto children = tree.children(verb);
  return std::any_of(children.begin(), children.end(), [&](uint32_t c) {
    const Token& t = tree.token(c);
    const bool subject = t.rel == Rel::nsubj || t.rel == Rel::nsubj_pass;
    if (!subject) return false;
    return one_of(t.form, kNobody) || has_child_of(tree, c, [](const Token& d) {
             return d.rel == Rel::det && d.form == key("no");
           });
  });
}

// "No casualties were reported from the attacks": only a toll is told there.
bool of_no_toll(const Reading& reading, const Tree& tree, uint32_t verb) {
  return has_child_of(tree, verb, [&](const Token& t) {
    const bool subject = t.rel == Rel::nsubj || t.rel == Rel::nsubj_pass || t.rel == Rel::obj;
    return subject && reading.lexicon.toll_noun(t.lemma) != nullptr;
  });
}

Modality of_clause(const Reading& reading, const Tree& tree, uint32_t verb) {
  const bool guessed = modal_perfect(tree, verb) || asked_after(reading, tree, verb);
  if (modal(tree, verb) && !guessed) {
    Modality future = unreal("modal");
    future.announced = has_child_of(tree, verb, [](const Token& t) {
      return t.rel == Rel::aux && (t.form == key("will") || t.form == key("ll"));
    });
    return future;
  }
  if (irreal_infinitive(reading, tree, verb)) return unreal("infinitive");
  Modality result;
  result.negated = tree.negated(verb) || of_nobody(tree, verb);
  result.habitual = has_child_of(tree, verb, [&](const Token& t) {
    return t.rel == Rel::advmod && has_sense(reading, t.form, knowledge::kHabitual);
  });
  return result;
}

}  // namespace

bool taken_for_granted(const Tree& tree, uint32_t noun) {
  constexpr Key kGiven[] = {key("the"), key("this"), key("that"), key("these"), key("those")};
  constexpr Key kPlanners[] = {key("plan"),     key("plot"),   key("prepare"), key("threaten"),
                               key("conspire"), key("vow"),    key("pledge"),  key("promise"),
                               key("intend"),   key("design"), key("consider")};
  const bool given = has_child_of(tree, noun, [&](const Token& t) {
    return t.rel == Rel::nmod_poss || (t.rel == Rel::det && one_of(t.form, kGiven));
  });
  const auto up = tree.parent(noun);
  return given && !(up && one_of(tree.token(*up).lemma, kPlanners));
}

Modality modality(const Reading& reading, const Tree& tree, uint32_t trigger, bool verb) {
  if (verb && in_drill(reading, tree, trigger)) return unreal("a drill");
  Modality result;
  if (!verb && outlived(tree, trigger)) return unreal("survived in a life");
  if (!verb && arrest_sought(reading, tree, trigger)) return unreal("an arrest that is sought");
  const bool granted =
      (!verb && taken_for_granted(tree, trigger)) || told_by_the_way(tree, trigger);
  uint32_t at = trigger;
  bool in_own_clause = true;
  for (int step = 0; step < kMaxClimb; ++step) {
    const Token& t = tree.token(at);
    if (t.tag == Tag::VERB || t.tag == Tag::AUX || tree.child(at, Rel::cop) ||
        tree.child(at, Rel::aux)) {
      if (at != trigger && t.tag == Tag::NOUN && !granted &&
          has_sense(reading, t.lemma, knowledge::kUnrealNoun))
        return unreal("governed by a noun of threat or plan");
      Modality here = of_clause(reading, tree, at);
      const auto far = at == trigger && verb ? pursued(reading, tree, at) : std::nullopt;
      if (far && !here.real) {
        here = {};
        here.outcome = *far;
        return here;
      }
      if (!here.real && in_own_clause && !granted) return here;
      if (in_own_clause) {
        result.negated = here.negated && (!granted || of_no_toll(reading, tree, at));
        result.enduring = here.habitual || since(reading, tree, at);
        result.habitual = result.enduring ||
                          (verb && at == trigger && present(tree, at) &&
                           !reading.document.sentences[reading.document.sentence_of(at)].heading);
        in_own_clause = false;
      }
    } else if (at != trigger && has_sense(reading, t.lemma, knowledge::kUnrealNoun)) {
      return unreal("governed by a noun of threat or plan");
    }
    const auto up = tree.parent(at);
    if (!up) break;
    const Rel rel = t.rel;
    if (rel == Rel::ccomp && kept_secret(reading, tree, at, *up)) break;
    if ((!granted || !says_when(reading, tree)) && of_fiction(reading, tree, *up))
      return unreal("fiction");
    const bool complement = rel == Rel::xcomp || rel == Rel::ccomp || rel == Rel::obl ||
                            rel == Rel::obj || rel == Rel::acl;
    if (complement && !granted && !put_to_use(reading, tree, at) &&
        has_sense(reading, tree.token(*up).lemma, knowledge::kUnrealVerb) &&
        (rel == Rel::xcomp || tree.token(at).tag == Tag::NOUN)) {
      const auto* light = reading.lexicon.light_verb(tree.token(*up).lemma);
      if (!light || light->outcome == Outcome::completed)
        return unreal("governed by a verb of wish or plan");
    }
    const Token& governor = tree.token(*up);
    const bool plays =
        has_sense(reading, governor.lemma, knowledge::kRehearsing) ||
        (complement && has_child_of(tree, *up, [&](const Token& c) {
           return c.rel == Rel::obj && has_sense(reading, c.lemma, knowledge::kRehearsal);
         }));
    if (complement && !granted && plays) return unreal("a drill");
    if (rel == Rel::ccomp || rel == Rel::advcl || rel == Rel::acl_relcl || rel == Rel::parataxis) {
      if (tree.negated(at)) break;
      in_own_clause = false;
      if (rel != Rel::ccomp) break;
    }
    at = *up;
  }
  if (verb && tree.token(trigger).fine == Fine::VBG && tree.token(trigger).rel == Rel::root)
    result.habitual = true;
  for (const uint32_t c : tree.children(trigger)) {
    const Token& t = tree.token(c);
    if (t.rel == Rel::amod && has_sense(reading, t.lemma, knowledge::kUnrealNoun))
      return unreal("possible, imminent or future");
    if (t.rel == Rel::det && t.form == key("any")) return unreal("any");
    if (t.rel == Rel::det && t.form == key("no")) result.negated = true;
  }
  return result;
}

}  // namespace sitrep
