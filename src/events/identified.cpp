#include "events/identified.h"

#include <algorithm>
#include <optional>

#include "events/senses.h"
#include "events/tree.h"

namespace sitrep {

namespace {

constexpr uint32_t kReach = 8;  // sentences from an event's last telling

struct Identification {
  uint32_t sentence = 0;
  uint32_t who = 0;   // the word for him: "he", "gunman"
  uint32_t name = 0;  // in Mentions::phrases
};

std::optional<uint32_t> named_as(const Reading& reading, const Tree& tree, uint32_t verb) {
  std::optional<uint32_t> found;
  tree.prepositions(verb, [&](Key preposition, uint32_t object) {
    const auto phrase = reading.mentions.phrase_at(object);
    if (preposition != key("as") || found || !phrase) return;
    const NounPhrase& name = reading.mentions.phrases[*phrase];
    if (name.person && name.named && !name.plural && !name.body) found = phrase;
  });
  return found;
}

std::optional<Identification> identified_by(const Reading& reading, uint32_t verb) {
  const uint32_t sentence = reading.document.sentence_of(verb);
  const Tree tree(reading.document, sentence);
  const auto name = named_as(reading, tree, verb);
  if (!name || tree.negated(verb)) return std::nullopt;
  const auto who =
      tree.passive(verb) ? tree.child(verb, Rel::nsubj_pass) : tree.child(verb, Rel::obj);
  if (!who) return std::nullopt;
  return Identification{sentence, *who, *name};
}

std::vector<Identification> identifications(const Reading& reading) {
  std::vector<Identification> found;
  const auto& tokens = reading.document.tokens;
  for (uint32_t i = 0; i < tokens.size(); ++i) {
    if (!is_naming(tokens[i].lemma) || tokens[i].tag != Tag::VERB) continue;
    if (!reading.document.sentences[reading.document.sentence_of(i)].parsed) continue;
    if (const auto one = identified_by(reading, i)) found.push_back(*one);
  }
  return found;
}

// Finds whom an identification means among those of an event.
class Finder {
 public:
  Finder(const Reading& reading, const Identification& one)
      : reading_(reading), one_(one), word_(reading.document.tokens[one.who]) {}

  bool is_pronoun() const {
    constexpr Key kOne[] = {key("he"), key("she"), key("him"), key("her")};
    return one_of(word_.form, kOne);
  }

  // Told of before, by no name, alone.
  bool is_open(const Fill& fill) const {
    const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
    const bool one = !phrase.plural && phrase.count.best.value_or(1) == 1;
    return phrase.person && one && !phrase.named && !phrase.body && phrase.head < one_.who;
  }

  bool means_doer(const Fill& fill) const {
    if (!is_open(fill)) return false;
    const bool doer =
        has_sense(reading_, word_.lemma, knowledge::kDoer) || word_.lemma == key("suspect");
    return is_pronoun() || doer || same_noun(fill);
  }

  bool means_victim(const Fill& fill) const {
    if (!fill.human || !is_open(fill)) return false;
    const auto* toll = reading_.lexicon.toll_noun(word_.lemma);
    const bool victim = toll && toll->effects.front() >= Effect::killed;
    return is_pronoun() || victim || same_noun(fill);
  }

 private:
  bool same_noun(const Fill& fill) const {
    const NounPhrase& phrase = reading_.mentions.phrases[fill.phrase];
    return reading_.document.tokens[phrase.head].lemma == word_.lemma;
  }

  const Reading& reading_;
  const Identification& one_;
  const Token& word_;
};

const Fill* last_of(const std::vector<Fill>& fills, auto&& wanted) {
  const Fill* last = nullptr;
  for (const Fill& fill : fills) {
    if (wanted(fill) && (!last || fill.phrase > last->phrase)) last = &fill;
  }
  return last;
}

void put_name(const Identification& one, const Fill& who, std::vector<Fill>& fills) {
  const auto known = std::ranges::find(fills, one.name, &Fill::phrase);
  if (known != fills.end()) {
    known->names = who.phrase;
    return;
  }
  Fill named = who;
  named.phrase = one.name;
  named.sentence = one.sentence;
  named.names = who.phrase;
  named.count = {};
  fills.push_back(std::move(named));
}

// The event told last before, within reach.
Draft* told_before(uint32_t sentence, std::vector<Draft>& events) {
  Draft* best = nullptr;
  for (Draft& event : events) {
    const uint32_t last = event.last_sentence();
    const bool near = event.tellings.front().sentence <= sentence && sentence <= last + kReach;
    if (near && (!best || last > best->last_sentence())) best = &event;
  }
  return best;
}

void name_in(const Reading& reading, const Identification& one, Draft& event) {
  const Finder finder(reading, one);
  const Fill* doer =
      last_of(event.perpetrators, [&](const Fill& fill) { return finder.means_doer(fill); });
  const Fill* victim =
      last_of(event.targets, [&](const Fill& fill) { return finder.means_victim(fill); });
  if (doer && victim && finder.is_pronoun()) {  // whoever was told of last
    if (doer->phrase > victim->phrase)
      victim = nullptr;
    else
      doer = nullptr;
  }
  if (doer) return put_name(one, Fill(*doer), event.perpetrators);
  if (victim) put_name(one, Fill(*victim), event.targets);
}

}  // namespace

bool is_naming(Key lemma) { return lemma == key("identify") || lemma == key("name"); }

bool names_somebody(const Document& document, uint32_t i, uint32_t end) {
  constexpr uint32_t kMost = 5;  // tokens to the "as": "identified the gunman as"
  if (!is_naming(document.tokens[i].lemma) || document.tokens[i].tag != Tag::VERB) return false;
  for (uint32_t as = i + 1; as < std::min(i + kMost, end); ++as) {
    if (document.tokens[as].form == key("as")) return true;
  }
  return false;
}

void name_identified(const Reading& reading, std::vector<Draft>& events) {
  for (const Identification& one : identifications(reading)) {
    if (Draft* event = told_before(one.sentence, events)) name_in(reading, one, *event);
  }
}

}  // namespace sitrep
