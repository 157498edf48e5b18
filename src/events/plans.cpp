#include "events/plans.h"

#include <algorithm>

namespace sitrep {

namespace {

// What an infinitive hangs on: "a plan to attack", "a plan by two teenagers to attack".
std::optional<uint32_t> pursuit(const Tree& tree, uint32_t verb) {
  const auto mark = tree.child(verb, Rel::mark);
  const bool infinitive =
      tree.token(verb).fine == Fine::VB && mark && tree.token(*mark).form == key("to");
  const Rel rel = tree.token(verb).rel;
  const bool complement = rel == Rel::acl || rel == Rel::xcomp || rel == Rel::ccomp;
  const auto up = complement && infinitive ? tree.parent(verb) : std::nullopt;
  const bool through = up && rel == Rel::acl && tree.token(*up).rel == Rel::nmod;
  return through ? tree.parent(*up) : up;
}

// "Thwarted a plan to attack", "a plot to kill him was foiled", "a foiled plot".
bool thwarted(const Reading& reading, const Tree& tree, uint32_t plan) {
  if (tree.token(plan).tag != Tag::NOUN) return false;
  const auto foils = [&](uint32_t word) {
    const auto* light = reading.lexicon.light_verb(tree.token(word).lemma);
    return light && light->outcome == Outcome::foiled;
  };
  const auto above = tree.parent(plan);
  const auto children = tree.children(plan);
  return (above && foils(*above)) || std::any_of(children.begin(), children.end(), [&](uint32_t c) {
           return tree.token(c).rel == Rel::amod && foils(c);
         });
}

}  // namespace

std::optional<Outcome> pursued(const Reading& reading, const Tree& tree, uint32_t verb) {
  constexpr Key kPlans[] = {key("plan"), key("plot"), key("conspiracy"), key("scheme"),
                            key("conspire")};
  constexpr Key kTries[] = {key("attempt"), key("try"), key("bid")};
  const auto up = pursuit(tree, verb);
  if (!up) return std::nullopt;
  const Key governor = tree.token(*up).lemma;
  const bool tried = one_of(governor, kTries);
  if (!tried && !one_of(governor, kPlans)) return std::nullopt;
  if (thwarted(reading, tree, *up)) return Outcome::foiled;
  return tried ? Outcome::failed : Outcome::planned;
}

}  // namespace sitrep
