#include "events/doers.h"

#include <algorithm>

namespace sitrep {

bool is_attacker(Key lemma) {
  constexpr Key kAttackers[] = {
      key("killer"),   key("gunman"),    key("gunmen"),     key("attacker"),    key("bomber"),
      key("shooter"),  key("assailant"), key("murderer"),   key("kidnapper"),   key("arsonist"),
      key("hijacker"), key("assassin"),  key("mastermind"), key("perpetrator"), key("knifeman"),
      key("abductor"), key("stabber"),   key("raider"),     key("captor"),      key("robber"),
      key("author"),   key("assaulter"), key("rapist"),     key("aggressor")};
  return one_of(lemma, kAttackers);
}

bool may_act(const NounPhrase& phrase) {
  return phrase.armed || phrase.authority || is_armed_group(phrase.party.kind) ||
         phrase.party.kind == PartyKind::state_forces || phrase.party.kind == PartyKind::state ||
         phrase.party.kind == PartyKind::international ||
         (phrase.nature == Nature::place && !phrase.party.nation.empty());
}

namespace {

bool is_speech(const Reading& reading, const Tree& tree, uint32_t verb) {
  for (const SpeechMention& speech : those_in(reading.mentions.speech, tree.sentence())) {
    const knowledge::Speech& word = reading.lexicon.speech()[speech.entry];
    if (word.verb && speech.head == verb) return true;
  }
  return false;
}

// "The man said he had a bomb and hijacked the bus": who may well have done what follows.
bool of_anybody(const Document& document, const NounPhrase& phrase) {
  constexpr Key kAnybody[] = {key("man"),      key("woman"), key("youth"),
                              key("teenager"), key("boy"),   key("suspect")};
  return phrase.pronoun || one_of(document.tokens[phrase.head].lemma, kAnybody);
}

}  // namespace

namespace {

// A protest by itself hurts nobody.
bool tells_deed(const Reading& reading, const Tree& tree, uint32_t token) {
  return std::ranges::any_of(
      those_in(reading.mentions.events, tree.sentence()), [&](const EventMention& event) {
        const EventType type = reading.lexicon.event_words()[event.entry].type;
        return event.tokens.contains(token) && type != EventType::protest &&
               type != EventType::work_stoppage;
      });
}

// "Shot two men who tried to rob him, killing one of them": whoever was spoken of.
bool befalls_them(const Tree& tree, uint32_t verb) {
  const auto object = tree.child(verb, Rel::obj);
  if (!object) return false;
  const auto is_them = [&](uint32_t i) { return tree.token(i).form == key("them"); };
  return is_them(*object) || std::ranges::any_of(tree.children(*object), is_them);
}

// "Police fired on workers demanding higher pay, | killing a woman": the deed that it came of,
// where the tree hangs it on a clause that describes somebody and tells no deed.
std::optional<uint32_t> deed_behind(const Reading& reading, const Tree& tree, uint32_t verb) {
  constexpr int kSteps = 4;  // from whom the clause describes up to the deed
  const Token& t = tree.token(verb);
  const auto clause = tree.parent(verb);
  const bool result = t.fine == Fine::VBG && t.rel == Rel::advcl && clause && *clause < verb &&
                      verb > tree.sentence().first && reading.document.word(verb - 1) == ",";
  if (!result || (tells_deed(reading, tree, *clause) && !befalls_them(tree, verb)))
    return std::nullopt;
  const Rel rel = tree.token(*clause).rel;
  if (rel != Rel::acl && rel != Rel::acl_relcl) return std::nullopt;
  auto at = tree.parent(*clause);
  for (int step = 0; at && step < kSteps; ++step, at = tree.parent(*at)) {
    if (tree.token(*at).tag == Tag::VERB && tells_deed(reading, tree, *at)) return at;
  }
  return std::nullopt;
}

}  // namespace

std::optional<uint32_t> subject_of_deed(const Reading& reading, const Tree& tree, uint32_t verb) {
  if (const auto deed = deed_behind(reading, tree, verb))
    return tree.passive(*deed) ? tree.agent(*deed) : tree.subject(*deed);
  const auto subject = tree.subject(verb);
  const auto up = tree.parent(verb);
  const bool joined = subject && up && tree.token(verb).rel == Rel::conj &&
                      !tree.child(verb, Rel::nsubj) && is_speech(reading, tree, *up);
  const auto said = joined ? tree.child(*up, Rel::ccomp) : std::nullopt;
  const auto phrase = said ? reading.mentions.phrase_at(*subject) : std::nullopt;
  if (!phrase) return subject;
  const NounPhrase& speaker = reading.mentions.phrases[*phrase];
  if (may_act(speaker) || of_anybody(reading.document, speaker)) return subject;
  return tree.subject(*said);
}

std::optional<uint32_t> agent_behind_place(const Reading& reading, const Tree& tree,
                                           uint32_t verb) {
  std::optional<uint32_t> found;
  tree.prepositions(verb, [&](Key, uint32_t where) {
    const auto place = reading.mentions.phrase_at(where);
    if (found || !place) return;
    const Nature nature = reading.mentions.phrases[*place].nature;
    if (nature != Nature::thing && nature != Nature::place) return;
    const auto agent = tree.agent(where);
    const auto who = agent ? reading.mentions.phrase_at(*agent) : std::nullopt;
    if (who && reading.mentions.phrases[*who].nature == Nature::party) found = agent;
  });
  return found;
}

std::optional<uint32_t> befallen(const Tree& tree, const EventMention& event) {
  const Token& verb = tree.token(event.head);
  const auto object = tree.child(event.head, Rel::obj);
  const bool own = object && event.tokens.contains(*object);
  if (!own || verb.fine != Fine::VBN || tree.child(event.head, Rel::aux)) return std::nullopt;
  if (verb.rel == Rel::acl) return tree.parent(event.head);
  return verb.form == key("taken") ? tree.child(event.head, Rel::nsubj) : std::nullopt;
}

bool fights_in(Key preposition, const NounPhrase& phrase) {
  constexpr Key kWith[] = {key("with"), key("between"), key("against")};
  const bool between = preposition == key("between") && phrase.nature == Nature::party;
  return between || (phrase.armed && one_of(preposition, kWith));
}

namespace {

// "Deserters from the army", "former members of the group": no longer theirs.
bool has_left(const Document& document, const NounPhrase& phrase) {
  constexpr Key kLeft[] = {key("former"),    key("ex"),        key("deserter"), key("defector"),
                           key("dissident"), key("breakaway"), key("renegade"), key("veteran"),
                           key("opponent"),  key("rogue")};
  for (uint32_t i = phrase.tokens.first; i < phrase.tokens.last; ++i) {
    if (one_of(document.tokens[i].lemma, kLeft) || one_of(document.tokens[i].form, kLeft))
      return true;
  }
  return false;
}

// Whether what stands behind "of" has fighters: a group, an army, a brigade.
bool has_fighters(const NounPhrase& phrase) {
  const bool forces =
      is_armed_group(phrase.party.kind) || phrase.party.kind == PartyKind::state_forces;
  const bool one_body = phrase.body || !phrase.person;
  return phrase.nature == Nature::party && one_body && (forces || phrase.body);
}

}  // namespace

std::optional<uint32_t> body_behind(const Reading& reading, const Tree& tree, uint32_t phrase) {
  const auto& phrases = reading.mentions.phrases;
  const NounPhrase& members = phrases[phrase];
  const bool here = tree.sentence().first <= members.head && members.head < tree.sentence().last;
  const bool may_belong = members.armed || members.member || members.nature == Nature::weapon;
  if (!here || !may_belong || !members.party.actor_id.empty() ||
      has_left(reading.document, members))
    return std::nullopt;
  std::optional<uint32_t> body;
  tree.prepositions(members.head, [&](Key preposition, uint32_t object) {
    if (body || (preposition != key("of") && preposition != key("from"))) return;
    const auto behind = reading.mentions.phrase_at(object);
    if (behind && has_fighters(phrases[*behind])) body = behind;
  });
  return body;
}

bool is_act_of_owner(const knowledge::EventWord& word, Key noun) {
  constexpr Key kActs[] = {key("attack"),      key("ambush"),    key("assault"),   key("raid"),
                           key("offensive"),   key("shelling"),  key("strike"),    key("airstrike"),
                           key("bombardment"), key("incursion"), key("operation"), key("fire"),
                           key("advance"),     key("siege"),     key("abduction")};
  return !word.verb && word.strength != knowledge::Strength::effect && one_of(noun, kActs);
}

uint32_t spoken_for(const Reading& reading, uint32_t speaker) {
  const auto& phrases = reading.mentions.phrases;
  const NounPhrase& phrase = phrases[speaker];
  const bool known = !phrase.party.actor_id.empty() || !phrase.named;
  if (may_act(phrase) && phrase.role.empty() && known) return speaker;
  const auto owner = [&](uint32_t of) {
    const auto possessor = phrases[of].possessor;
    if (!possessor) return possessor;
    const NounPhrase& side = phrases[*possessor];  // "the junta's spokesman", not "his lawyer"
    const bool named = side.nature == Nature::party || side.nature == Nature::other;
    const bool body = named && !side.pronoun && (!side.person || side.body);
    return may_act(side) || body ? possessor : std::nullopt;
  };
  if (const auto own = owner(speaker)) return *own;
  const uint32_t first = phrase.tokens.first;
  const bool apposed = speaker > 0 && first > 0 && reading.document.word(first - 1) == "," &&
                       phrases[speaker - 1].tokens.last == first - 1;
  if (const auto own = apposed ? owner(speaker - 1) : std::nullopt) return *own;
  if (speaker + 1 >= phrases.size()) return speaker;
  const uint32_t link = phrase.tokens.last;
  const NounPhrase& behind = phrases[speaker + 1];
  const bool adjacent = behind.tokens.first <= link + 1;
  const bool described = adjacent && reading.document.word(link) == "," && !behind.role.empty();
  if (described) return spoken_for(reading, speaker + 1);  // "Abu Sarif, a spokesman for ..."
  const Key preposition = reading.document.tokens[link].form;
  const bool leads = preposition == key("for") || preposition == key("of");
  return leads && adjacent && !phrase.role.empty() && may_act(behind) ? speaker + 1 : speaker;
}

}  // namespace sitrep
