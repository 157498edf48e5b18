#include "events/later_acts.h"

namespace sitrep {

namespace {

constexpr int kReach = 6;  // arcs from the time up to what it is said of

bool is_later(const Reading& reading, const Token& token) {
  return (reading.lexicon.senses(token.lemma) & knowledge::kLater) != 0;
}

bool is_event_word(const Reading& reading, const Tree& tree, uint32_t token) {
  return std::ranges::any_of(those_in(reading.mentions.events, tree.sentence()),
                             [&](const EventMention& e) { return e.tokens.contains(token); });
}

// "Held a vigil", "received probation", "entered a plea", "is set for trial".
bool does_later_act(const Reading& reading, const Tree& tree, uint32_t verb) {
  for (const uint32_t c : tree.children(verb)) {
    const Rel rel = tree.token(c).rel;
    const bool argument =
        rel == Rel::obj || rel == Rel::nsubj_pass || rel == Rel::nsubj || rel == Rel::obl;
    if (argument && tree.token(c).tag == Tag::NOUN && is_later(reading, tree.token(c)) &&
        !is_event_word(reading, tree, c))
      return true;
  }
  return false;
}

// "The fighting continued on Monday": the event itself is what went on.
bool acts_itself(const Tree& tree, uint32_t holder, TokenRange trigger) {
  for (const uint32_t c : tree.children(holder)) {
    if (trigger.contains(c) && tree.token(c).rel == Rel::nsubj) return true;
  }
  return false;
}

// "Exploded during Friday prayers", "opened fire at a funeral on Monday": the deed fell into it. Of
// courts that is an error of the tree.
bool is_struck(const Reading& reading, const Tree& tree, uint32_t gathering, TokenRange trigger) {
  constexpr Key kAmid[] = {key("during"), key("at"), key("outside"), key("amid")};
  const auto preposition = tree.child(gathering, Rel::case_);
  const auto up = tree.parent(gathering);
  const bool court =
      (reading.lexicon.senses(tree.token(gathering).lemma) & knowledge::kLookingBack) != 0;
  return !court && up && trigger.contains(*up) && preposition &&
         one_of(tree.token(*preposition).form, kAmid);
}

}  // namespace

bool of_later_act(const Reading& reading, const Tree& tree, uint32_t time, TokenRange trigger) {
  uint32_t at = time;
  for (int step = 0; step < kReach; ++step) {
    const auto up = tree.parent(at);
    if (!up || trigger.contains(*up) || is_event_word(reading, tree, *up)) return false;
    if (acts_itself(tree, *up, trigger)) return false;
    if (is_later(reading, tree.token(*up))) return !is_struck(reading, tree, *up, trigger);
    if (tree.token(*up).tag == Tag::VERB) return does_later_act(reading, tree, *up);
    at = *up;
  }
  return false;
}

}  // namespace sitrep
