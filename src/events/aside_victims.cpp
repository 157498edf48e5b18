#include "events/aside_victims.h"

#include "events/identified.h"

namespace sitrep {

namespace {

constexpr Key kIncludes[] = {key("include"), key("comprise"), key("number")};

std::optional<uint32_t> object_behind(const Tree& tree, uint32_t verb, Key preposition) {
  std::optional<uint32_t> found;
  tree.prepositions(verb, [&](Key word, uint32_t object) {
    if (word == preposition && !found) found = object;
  });
  return found;
}

bool stands_among(const Tree& tree, uint32_t group) {
  const auto preposition = tree.child(group, Rel::case_);
  return preposition && (tree.token(*preposition).form == key("among") ||
                         tree.token(*preposition).form == key("amongst"));
}

// The group that a word for the hit heads or narrows down: "those killed", "the dead man", "six of
// the injured".
uint32_t group_of(const Tree& tree, uint32_t word) {
  uint32_t group = word;
  const auto climb = [&](auto... rels) {
    const auto up = tree.parent(group);
    if (up && ((tree.token(group).rel == rels) || ...)) group = *up;
  };
  climb(Rel::acl, Rel::amod);
  const auto preposition = tree.child(group, Rel::case_);
  if (preposition && tree.token(*preposition).form == key("of")) climb(Rel::nmod);
  return group;
}

}  // namespace

bool AsideVictims::is_people(uint32_t token) const {
  const auto phrase = reading_.mentions.phrase_at(token);
  if (!phrase) return false;
  const NounPhrase& p = reading_.mentions.phrases[*phrase];
  return p.nature == Nature::party && p.person && !p.pronoun;
}

void AsideVictims::read(const Tree& tree, Aside& aside) {
  const Sentence& s = tree.sentence();
  for (uint32_t i = s.first; i < s.last; ++i) {
    const Token& t = tree.token(i);
    const auto* word = reading_.lexicon.toll_noun(t.lemma);
    if (!word) word = reading_.lexicon.toll_noun(t.form);
    if (word && word->effects.front() == Effect::none) add_unhurt(tree, *word, i, aside);
    if (!word || word->effects.front() < Effect::killed) continue;
    if (const auto dead = whose_bodies(tree, i)) add(tree, *word, {*dead, false}, aside);
    const uint32_t group = group_of(tree, i);
    const bool nobody = is_none(reading_, tree, i) || tree.token(group).form == key("none");
    const auto said = nobody ? std::nullopt : said_of(tree, group);
    if (said) add(tree, *word, *said, aside);
  }
}

// "The bodies of four farm workers".
std::optional<uint32_t> AsideVictims::whose_bodies(const Tree& tree, uint32_t noun) const {
  constexpr Key kBodies[] = {key("body"), key("corpse"), key("remains")};
  if (!one_of(tree.token(noun).lemma, kBodies) || is_none(reading_, tree, noun))
    return std::nullopt;
  const auto whose = object_behind(tree, noun, key("of"));
  return whose && is_people(*whose) ? whose : std::nullopt;
}

std::optional<AsideVictims::Said> AsideVictims::said_of(const Tree& tree, uint32_t group) const {
  const auto up = tree.parent(group);
  if (stands_among(tree, group)) {
    auto who = tree.child(group, Rel::nsubj);
    if (!who && up) who = tree.child(*up, Rel::nsubj);
    if (!who && up && tree.child(*up, Rel::cop)) who = up;  // "among the dead were two nuns"
    return who ? std::optional(Said{*who, false}) : std::nullopt;
  }
  if (!up) return std::nullopt;
  const bool named = is_naming(tree.token(*up).lemma);
  if (named && (tree.token(group).rel == Rel::nsubj_pass || tree.token(group).rel == Rel::obj)) {
    const auto who = object_behind(tree, *up, key("as"));
    return who ? std::optional(Said{*who, false}) : std::nullopt;
  }
  return tree.token(group).rel == Rel::nsubj ? said_of_subject(tree, group) : std::nullopt;
}

std::optional<AsideVictims::Said> AsideVictims::said_of_subject(const Tree& tree,
                                                                uint32_t group) const {
  const uint32_t predicate = *tree.parent(group);
  if (tree.child(predicate, Rel::cop)) return Said{predicate, true};
  if (!one_of(tree.token(predicate).lemma, kIncludes)) return std::nullopt;
  const auto who = tree.child(predicate, Rel::obj);
  return who ? std::optional(Said{*who, false}) : std::nullopt;
}

// "The crew are safe", "both pilots escaped unhurt".
void AsideVictims::add_unhurt(const Tree& tree, const knowledge::TollNoun& word, uint32_t at,
                              Aside& aside) {
  const auto up = tree.parent(at);
  const bool predicate = tree.child(at, Rel::cop) != std::nullopt;
  const bool manner = !predicate && up && tree.token(*up).tag == Tag::VERB &&
                      tree.token(at).rel != Rel::amod && word.effects.size() > 1;
  if ((!predicate && !manner) || tree.negated(at)) return;
  const auto who = predicate ? tree.child(at, Rel::nsubj) : tree.subject(*up);
  if (who) add(tree, word, {*who, true}, aside);
}

void AsideVictims::add(const Tree& tree, const knowledge::TollNoun& word, const Said& said,
                       Aside& aside) {
  if (tree.negated(said.who)) return;
  const bool sure = word.effects.size() == 1 || word.effects.front() == Effect::none;
  const Effect effect = sure ? word.effects.front() : Effect::unknown;
  const Voice voice = voices_.voice_of(tree, aside.sentence, said.who);
  const std::string why = "who was hit, " + reading_.lexicon.describe(word.source);
  tree.conjuncts(said.who, [&](uint32_t token) {
    if (!is_people(token)) return;
    const uint32_t phrase = *reading_.mentions.phrase_at(token);
    Fill fill{phrase, aside.sentence, voice, why, effect, {}, true};
    fill.count = reading_.mentions.phrases[phrase].count;
    aside.victims.push_back(std::move(fill));
  });
}

}  // namespace sitrep
