#include "events/innocence.h"

#include <algorithm>

#include "events/senses.h"
#include "mentions/classify.h"

namespace sitrep {

using knowledge::EventWord;
using knowledge::Strength;

namespace {

constexpr Key kThrough[] = {key("in"),     key("of"), key("by"),   key("from"), key("after"),
                            key("during"), key("to"), key("with"), key("when")};
constexpr Key kPlaced[] = {key("at"), key("in"), key("inside"), key("near")};

}  // namespace

// What a word is where it is no name: "the Tigers" are no animals.
uint32_t Innocence::senses(uint32_t token) const {
  const Token& t = tree_.token(token);
  if (t.tag == Tag::PROPN && token != tree_.sentence().first) return 0;
  const auto phrase = reading_.mentions.phrase_at(token);
  if (phrase && !reading_.mentions.phrases[*phrase].party.actor_id.empty()) return 0;
  return reading_.lexicon.senses(t.lemma);
}

// "A fire", "the hotel fire": not "mortar fire", "fire from the trenches".
bool Innocence::blaze(uint32_t head) const {
  if ((senses(head) & knowledge::kBlaze) == 0) return false;
  const auto phrase = reading_.mentions.phrase_at(head);
  if (!phrase) return false;
  const NounPhrase& np = reading_.mentions.phrases[*phrase];
  const auto& weapons = reading_.lexicon.weapons();
  const bool shot = np.weapon && weapons[*np.weapon].weapon_class != "fire";
  return !shot && tree_.token(np.tokens.first).tag == Tag::DET;
}

// A head of these senses, or one of what stands before it: "a road crash", "a flood disaster".
bool Innocence::in_phrase(uint32_t head, uint32_t wanted) const {
  if (senses(head) & wanted) return true;
  bool found = false;  // "swarms of bees"
  if (is_measure(tree_.token(head).lemma)) {
    tree_.prepositions(head, [&](Key preposition, uint32_t object) {
      found = found || (preposition == key("of") && (senses(object) & wanted) != 0);
    });
  }
  if (found) return true;
  const auto children = tree_.children(head);
  return std::any_of(children.begin(), children.end(), [&](uint32_t c) {
    const Rel rel = tree_.token(c).rel;
    const bool modifies = rel == Rel::compound || rel == Rel::amod;
    return modifies && (senses(c) & wanted) != 0;
  });
}

// "Died in a stampede", "killed when a wall collapsed".
bool Innocence::below(uint32_t head, uint32_t wanted) const {
  bool found = false;
  tree_.prepositions(head, [&](Key preposition, uint32_t object) {
    const bool through = one_of(preposition, kThrough);
    found = found || (through && (in_phrase(object, wanted) || blaze(object)));
  });
  for (const uint32_t c : tree_.children(head)) {
    const bool clause = tree_.token(c).rel == Rel::advcl || tree_.token(c).rel == Rel::acl;
    if (!clause) continue;
    const auto by = tree_.child(c, Rel::nsubj);  // "when a crane fell"
    const auto agent = tree_.agent(c);           // "when he was attacked by two dogs"
    found = found || (senses(c) & wanted) != 0 || (by && in_phrase(*by, wanted)) ||
            (agent && in_phrase(*agent, wanted));
  }
  return found;
}

// "A ferry capsized, killing 20".
bool Innocence::by_accident_above(uint32_t verb) const {
  const auto up = tree_.parent(verb);
  const Rel rel = tree_.token(verb).rel;
  const bool follows = rel == Rel::advcl || rel == Rel::conj;
  if (!up || !follows || tree_.token(*up).tag != Tag::VERB) return false;
  const auto by = tree_.subject(*up);  // "a boiler exploded, killing five"
  return (senses(*up) & knowledge::kInnocent) != 0 ||
         (by && in_phrase(*by, knowledge::kInnocent | knowledge::kBursting));
}

// Whoever or whatever may have done it: the subject or the by-phrase. A participle that has both a
// subject and an object ("a crocodile attacked and killed") is not asked for its voice.
std::vector<uint32_t> Innocence::doers(const EventMention& event) const {
  std::vector<uint32_t> found;
  const auto add = [&](std::optional<uint32_t> token) {
    if (token) found.push_back(*token);
  };
  add(tree_.agent(event.head));
  if (!reading_.lexicon.event_words()[event.entry].verb) return found;
  if (!tree_.passive(event.head)) add(tree_.subject(event.head));
  const bool joined = tree_.token(event.head).rel == Rel::conj && tree_.parent(event.head);
  const uint32_t verb = joined ? *tree_.parent(event.head) : event.head;
  add(tree_.child(verb, Rel::nsubj));
  return found;
}

// "A gas leak caused an explosion".
bool Innocence::sparked(uint32_t noun) const {
  const auto verb = tree_.parent(noun);
  if (!verb || tree_.token(noun).rel != Rel::obj) return false;
  const auto by = tree_.subject(*verb);
  return by && in_phrase(*by, knowledge::kInnocent | knowledge::kBursting);
}

// "A boiler exploded, killing five", "the blast at the fireworks factory killed five": what an
// effect is of.
bool Innocence::of_innocent(const EventMention& event) const {
  const EventWord& word = reading_.lexicon.event_words()[event.entry];
  if (word.strength != Strength::effect || !word.verb) return false;
  const std::vector<uint32_t> by = doers(event);
  const auto up = tree_.parent(event.head);
  for (const EventMention& other : those_in(reading_.mentions.events, tree_.sentence())) {
    const bool told = other.head == up || std::find(by.begin(), by.end(), other.head) != by.end();
    if (other.head == event.head || !told) continue;
    if (caused(other) || bursts(other)) return true;
  }
  return false;
}

bool Innocence::caused(const EventMention& event) const {
  const EventWord& word = reading_.lexicon.event_words()[event.entry];
  for (const uint32_t by : doers(event)) {
    const bool burns = blaze(by) && word.type != EventType::arson;  // "the blaze gutted the mosque"
    if (in_phrase(by, knowledge::kInnocent) || burns || sparked(by)) return true;
  }
  if (word.verb && by_accident_above(event.head)) return true;
  const bool fire = word.type != EventType::arson && blaze(event.head);
  if (!word.verb && (in_phrase(event.head, knowledge::kInnocent) || fire)) return true;
  if (!word.verb && sparked(event.head)) return true;
  const bool open = word.strength == Strength::effect || word.type == EventType::any ||
                    word.type == EventType::bombing || word.effect == Effect::killed ||
                    word.effect == Effect::wounded;
  if (!open) return false;
  if (below(event.head, knowledge::kInnocent)) return true;
  // "A miner was killed and two were injured when a roof collapsed": what is said of the last
  const auto children = tree_.children(event.head);
  return word.strength == Strength::effect && std::ranges::any_of(children, [&](uint32_t c) {
           return tree_.token(c).rel == Rel::conj && tree_.token(c).tag == Tag::VERB &&
                  below(c, knowledge::kInnocent);
         });
}

// "A gas cylinder exploded", "a blast at a fireworks factory".
bool Innocence::bursts(const EventMention& event) const {
  const EventWord& word = reading_.lexicon.event_words()[event.entry];
  if (word.type != EventType::bombing) return false;
  for (const uint32_t by : doers(event)) {
    if (in_phrase(by, knowledge::kBursting)) return true;
  }
  const auto patient = word.verb ? tree_.patient(event.head) : std::nullopt;
  if ((patient && in_phrase(*patient, knowledge::kBursting)) ||
      (!word.verb && in_phrase(event.head, knowledge::kBursting)))
    return true;
  bool found = false;
  tree_.prepositions(event.head, [&](Key preposition, uint32_t object) {
    const bool of = preposition == key("of") && in_phrase(object, knowledge::kBursting);
    found = found || of || (one_of(preposition, kPlaced) && in_phrase(object, knowledge::kStored));
  });
  return found;
}

// "Two men charged in purse-snatching", "charged him with assault": by a court, not by a crowd. Not
// "charged the crowd with batons", "charged at protesters".
bool Innocence::before_court(uint32_t verb) const {
  bool lunges = false, accuses = false;
  tree_.prepositions(verb, [&](Key preposition, uint32_t object) {
    const auto phrase = reading_.mentions.phrase_at(object);
    const bool armed = phrase && reading_.mentions.phrases[*phrase].nature == Nature::weapon;
    lunges = lunges || (preposition == key("with") && armed) ||
             (preposition == key("at") && phrase &&
              reading_.mentions.phrases[*phrase].nature == Nature::party);
    accuses = accuses || (preposition == key("with") && !armed);
  });
  return !lunges && (accuses || tree_.passive(verb));
}

// "Shot her latest video", "the wedding was hijacked".
bool Innocence::figurative(const EventMention& event, const Draft& draft) const {
  const EventWord& word = reading_.lexicon.event_words()[event.entry];
  const auto patient = word.verb ? tree_.patient(event.head) : std::nullopt;
  if (patient && word.phrase == "shoot" && (senses(*patient) & knowledge::kFilmed) != 0)
    return true;
  if (word.verb && word.phrase == "charge" && word.type == EventType::riot &&
      before_court(event.head))
    return true;
  const auto carries = [&](const Fill& fill) {
    const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
    return fill.human || phrase.named || phrase.kind == "vehicle" || phrase.kind == "other" ||
           phrase.nature == Nature::weapon;
  };
  return word.type == EventType::hijacking && !draft.targets.empty() &&
         std::none_of(draft.targets.begin(), draft.targets.end(), carries);
}

// A weapon or fighters in the sentence, a word that it was meant, or another word of a deed: "died
// in a crash after gunmen had opened fire".
bool Innocence::told_otherwise(const EventMention& event, const Draft& draft) const {
  constexpr std::string_view kCarriers[] = {"aircraft", "helicopter", "ship", "vehicle"};
  constexpr uint32_t kOwn = knowledge::kBursting | knowledge::kStored | knowledge::kInnocent;
  const Sentence& s = tree_.sentence();
  const auto victim = [&](uint32_t index) {
    return std::any_of(draft.targets.begin(), draft.targets.end(),
                       [&](const Fill& fill) { return fill.phrase == index; });
  };
  const auto [begin, end] = within(reading_.mentions.phrases, s);
  for (size_t i = begin; i < end; ++i) {
    const NounPhrase& p = reading_.mentions.phrases[i];
    if (victim(static_cast<uint32_t>(i))) continue;
    const bool fights = p.kind == "fighter" || is_armed_group(p.party.kind);
    const bool carrier =
        std::find(std::begin(kCarriers), std::end(kCarriers), p.kind) != std::end(kCarriers);
    const bool own = blaze(p.head) || (p.kind != "chemical" && p.kind != "grenade" &&
                                       in_phrase(p.head, kOwn));  // a leopard is no tank
    if (fights || (p.nature == Nature::weapon && !carrier && !own)) return true;
  }
  for (uint32_t i = s.first; i < s.last; ++i) {  // "the blaze was deliberately set"
    if (has_sense(reading_, tree_.token(i).lemma, knowledge::kDeliberate) && !tree_.negated(i))
      return true;
  }
  for (const EventMention& other : those_in(reading_.mentions.events, s)) {
    const EventWord& word = reading_.lexicon.event_words()[other.entry];
    if (other.head == event.head || word.strength != Strength::strong) continue;
    if (!caused(other) && !bursts(other)) return true;
  }
  return false;
}

// "Militants fired mortars at the village. Six people died as their house collapsed": what comes of
// the deed told right before.
bool Innocence::follows_deed() const {
  const auto& sentences = reading_.document.sentences;
  const uint32_t own = reading_.document.sentence_of(tree_.sentence().first);
  if (own == 0 || sentences[own].paragraph_start || !sentences[own - 1].parsed) return false;
  return std::ranges::any_of(
      those_in(reading_.mentions.events, sentences[own - 1]), [&](const EventMention& event) {
        const EventWord& word = reading_.lexicon.event_words()[event.entry];
        return word.strength == Strength::strong && word.type != EventType::any;
      });
}

bool Innocence::covers(const EventMention& event, const Draft& draft) const {
  const EventType type = reading_.lexicon.event_words()[event.entry].type;
  if (type == EventType::protest || type == EventType::work_stoppage)
    return false;  // hunger strike
  if (figurative(event, draft)) return true;
  const bool innocent = caused(event) || bursts(event) || of_innocent(event);
  return innocent && !told_otherwise(event, draft) && !follows_deed();
}

}  // namespace sitrep
