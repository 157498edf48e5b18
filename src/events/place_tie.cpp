#include "events/place_tie.h"

#include <algorithm>

namespace sitrep {

namespace {

constexpr int kSteps = 12;  // arcs up from a place: a damaged tree may go in circles

// From a place up to the event that its sentence tells, by way of what both hang on.
class Climb {
 public:
  Climb(const Reading& reading, const Tree& tree, const Draft& draft)
      : reading_(reading), tree_(tree), draft_(draft), trigger_(draft.tellings.back().trigger) {}

  bool puts_it_there(uint32_t place) const {
    uint32_t at = place;
    bool in_clause = true;  // of the place's own verb
    for (int step = 0; step < kSteps; ++step) {
      if (trigger_.contains(at)) return true;
      if (moves(at) || (at != place && comes_before_or_after(at))) return false;
      const auto up = tree_.parent(at);
      if (in_clause && (is_verb(at) || !up)) {
        if (says(at)) return false;
        if (holds_event(at)) return true;
        in_clause = false;
      }
      if (!up || (stands_for(place, at) && says_whence(at, *up))) return false;
      at = *up;
    }
    return false;
  }

 private:
  bool is_verb(uint32_t token) const { return tree_.token(token).tag == Tag::VERB; }

  bool says(uint32_t verb) const {
    return std::ranges::any_of(those_in(reading_.mentions.speech, tree_.sentence()),
                               [&](const SpeechMention& s) { return s.tokens.contains(verb); });
  }

  // "The attack took place in", "eight rounds of mortar fire landed in", "the village where they
  // killed five".
  bool holds_event(uint32_t token) const {
    const uint32_t top = phrase_top(trigger_.last - 1);
    const auto up = tree_.parent(top);
    const bool direct = up && *up == token && argues(top);
    return direct || (!is_verb(token) && tree_.is_under(trigger_.first, token));
  }

  // "Rounds" of "rounds of mortar fire".
  uint32_t phrase_top(uint32_t token) const {
    for (int step = 0; step < kSteps; ++step) {
      const auto up = tree_.parent(token);
      const Rel rel = tree_.token(token).rel;
      const bool part =
          rel == Rel::nmod || rel == Rel::compound || trigger_.contains(up.value_or(token));
      if (!up || !part || is_verb(*up)) return token;
      token = *up;
    }
    return token;
  }

  bool argues(uint32_t token) const {
    const Rel rel = tree_.token(token).rel;
    return rel == Rel::nsubj || rel == Rel::nsubj_pass || rel == Rel::obj;
  }

  // From or to it: but people and goods are taken from where they were.
  bool moves(uint32_t token) const {
    constexpr Key kWays[] = {key("from"), key("to"), key("towards"), key("toward")};
    const auto preposition = tree_.child(token, Rel::case_);
    if (!preposition || !one_of(tree_.token(*preposition).form, kWays)) return false;
    if (is_nearness(*preposition)) return false;
    const EventType type = draft_.type();
    const bool taken =
        tree_.token(*preposition).form == key("from") &&
        (type == EventType::kidnapping || type == EventType::robbery || type == EventType::seizure);
    return !taken;
  }

  // "Next to the airport".
  bool is_nearness(uint32_t preposition) const {
    constexpr Key kNear[] = {key("next"),   key("close"),  key("adjacent"), key("near"),
                             key("nearer"), key("closer"), key("opposite")};
    return preposition > tree_.sentence().first && one_of(tree_.token(preposition - 1).form, kNear);
  }

  // "Hours after arriving in Kabul", where it is not the event itself that came after.
  bool comes_before_or_after(uint32_t token) const {
    constexpr Key kMarks[] = {key("after"), key("before"), key("since"), key("until")};
    const auto& children = tree_.children(token);
    return std::any_of(children.begin(), children.end(), [&](uint32_t c) {
      const Token& mark = tree_.token(c);
      return (mark.rel == Rel::mark || mark.rel == Rel::case_) && one_of(mark.form, kMarks);
    });
  }

  // The place itself, or "province" of "the province of Narathiwat".
  bool stands_for(uint32_t place, uint32_t at) const {
    if (at == place) return true;
    const auto up = tree_.parent(place);
    const Rel rel = tree_.token(place).rel;
    return up == at && (rel == Rel::nmod || rel == Rel::compound) &&
           (reading_.lexicon.place_use(tree_.token(at).form) &
            (knowledge::kFiller | knowledge::kAreaNoun | knowledge::kSettlement)) != 0;
  }

  // "The mayor of Culiacan", "a Houston man": whence somebody is who did it or was hit.
  bool says_whence(uint32_t token, uint32_t holder) const {
    constexpr Key kWhence[] = {key("of"), key("from")};
    const Rel rel = tree_.token(token).rel;
    const auto preposition = tree_.child(token, Rel::case_);
    const bool whence = preposition ? one_of(tree_.token(*preposition).form, kWhence)
                                    : rel == Rel::compound || rel == Rel::nmod_poss;
    return whence && is_somebody(holder);
  }

  bool is_somebody(uint32_t token) const {
    const auto phrase = reading_.mentions.phrase_at(token);
    if (!phrase) return false;
    const auto is_it = [&](const Fill& fill) { return fill.phrase == *phrase; };
    return std::ranges::any_of(draft_.perpetrators, is_it) ||
           std::ranges::any_of(draft_.targets,
                               [&](const Fill& fill) { return fill.human && is_it(fill); });
  }

  const Reading& reading_;
  const Tree& tree_;
  const Draft& draft_;
  TokenRange trigger_;
};

}  // namespace

bool puts_event_there(const Reading& reading, const Tree& tree, const PlaceMention& place,
                      uint32_t head, const Draft& draft) {
  return !place.home && Climb(reading, tree, draft).puts_it_there(head);
}

}  // namespace sitrep
