#include "events/apart.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace sitrep {

namespace {

bool came_to_nothing(const Draft& d) {
  return d.outcome() == Outcome::foiled || d.outcome() == Outcome::intercepted ||
         d.outcome() == Outcome::failed;
}

bool died_later(const Draft& d) { return d.dated() && d.dated()->afterwards; }

bool has_dead(const Draft& d) {
  return std::ranges::any_of(
      d.tolls, [](const Toll& toll) { return toll.effect == Effect::killed && toll.inflicted; });
}

// Whether a bomb or the like did it, and nobody is said to have been there.
bool by_bomb_alone(const Draft& d) {
  return d.perpetrators.empty() && !d.instruments.empty() &&
         (d.type() == EventType::bombing || d.type() == EventType::any);
}

bool by_armed_men(const Reading& reading, const Draft& d) {
  return d.instruments.empty() && std::ranges::any_of(d.perpetrators, [&](const Fill& fill) {
           const NounPhrase& who = reading.mentions.phrases[fill.phrase];
           return ruled(fill) && who.armed && !who.definite;
         });
}

// "A bomb killed two soldiers. Gunmen attacked a post, killing three officers": other people died,
// by other means and hands.
bool by_other_hands(const Reading& reading, const Likeness& like, const Draft& event,
                    const Draft& draft) {
  const bool apart = by_bomb_alone(event) && by_armed_men(reading, draft);
  return apart && like.targets == TargetLink::other && has_dead(event) && has_dead(draft) &&
         event.last_sentence() < draft.tellings.front().sentence;
}

// "US forces responded with artillery": a deed that answers another.
bool strikes_back(const Reading& reading, const Draft& d) {
  constexpr std::string_view kAnswers[] = {"retaliate", "respond", "answer with", "hit back",
                                           "strike back"};
  if (std::ranges::none_of(d.perpetrators, ruled)) return false;
  return std::ranges::any_of(d.tellings, [&](const Telling& t) {
    const auto& phrase = reading.lexicon.event_words()[t.entry].phrase;
    return std::ranges::any_of(kAnswers, [&](auto answer) { return phrase.starts_with(answer); });
  });
}

constexpr size_t kMostSteps = 8;  // from an event's word up to its clause

// The word that puts an event's clause before or behind the rest of its sentence in time: "after"
// of "hours after gunmen attacked a post".
std::optional<uint32_t> time_mark(const Document& document, uint32_t at) {
  constexpr Key kMarks[] = {key("after"), key("before")};
  const Sentence& sentence = document.sentences[document.sentence_of(at)];
  for (size_t steps = 0; steps < kMostSteps; ++steps) {
    const Token& t = document.tokens[at];
    if (t.head < 0) break;
    if (t.rel == Rel::advcl || t.rel == Rel::obl || t.rel == Rel::acl) {
      for (uint32_t i = sentence.first; i < at; ++i) {
        const Token& mark = document.tokens[i];
        const bool marks = mark.rel == Rel::mark || mark.rel == Rel::case_;
        if (marks && mark.head == static_cast<int32_t>(at) && one_of(mark.form, kMarks)) return i;
      }
      return std::nullopt;
    }
    at = static_cast<uint32_t>(t.head);
  }
  return std::nullopt;
}

}  // namespace

bool some_time_off(const Document& document, uint32_t word) {
  constexpr Key kSpans[] = {key("minute"), key("hour"),  key("day"),    key("week"),
                            key("month"),  key("year"),  key("moment"), key("shortly"),
                            key("soon"),   key("decade")};
  const auto mark = time_mark(document, word);
  return mark && *mark > document.sentences[document.sentence_of(word)].first &&
         one_of(document.tokens[*mark - 1].lemma, kSpans);
}

namespace {

bool share(const std::vector<Fill>& a, const std::vector<Fill>& b) {
  return std::ranges::any_of(a, [&](const Fill& x) {
    return ruled(x) &&
           std::ranges::any_of(b, [&](const Fill& y) { return ruled(y) && y.phrase == x.phrase; });
  });
}

bool has_parties(const Draft& d) {
  return std::ranges::any_of(d.perpetrators, ruled) || std::ranges::any_of(d.targets, ruled);
}

// "Were killed": what came of something. Not "rebels had killed four soldiers", "was shot dead".
bool is_outcome(const Reading& reading, const Draft& d) {
  const bool hit = reading.lexicon.event_words()[d.tellings.front().entry].hits;
  return d.effect_only && !hit && std::ranges::none_of(d.perpetrators, ruled);
}

// "Police shot dead a man minutes after he stabbed two people": the man is of both.
bool by_one_named_before(const Reading& reading, const Telling& telling) {
  constexpr Key kPronouns[] = {key("he"), key("she"), key("they"), key("it")};
  const Sentence& sentence = reading.document.sentences[telling.sentence];
  for (uint32_t i = sentence.first; i < sentence.last; ++i) {
    const Token& t = reading.document.tokens[i];
    const bool subject = t.rel == Rel::nsubj || t.rel == Rel::nsubj_pass;
    if (subject && t.head >= 0 && telling.trigger.contains(static_cast<uint32_t>(t.head)) &&
        one_of(t.form, kPronouns))
      return true;
  }
  return false;
}

// "A bomber struck a mosque in Quetta a day after gunmen shot dead a judge in Karachi": both have
// somebody or a town of their own. Who died hours after a shooting died of it, and who is shot
// after he attacked somebody ends that attack.
bool one_after_the_other(const Reading& reading, const Likeness& like, const Draft& event,
                         const Draft& draft) {
  const Telling& x = event.tellings.back();
  const Telling& y = draft.tellings.front();
  if (x.sentence != y.sentence || like.turned) return false;
  const bool outcome = is_outcome(reading, event) || is_outcome(reading, draft);
  const bool own = !outcome && has_parties(event) && has_parties(draft) &&
                   !share(event.targets, draft.targets) &&
                   !share(event.perpetrators, draft.perpetrators);
  if (!own && !different_places(reading, event, draft)) return false;
  const bool x_off = some_time_off(reading.document, x.trigger.first);
  const bool y_off = some_time_off(reading.document, y.trigger.first);
  return x_off != y_off && !by_one_named_before(reading, x_off ? x : y);
}

}  // namespace

bool another_deed(const Reading& reading, const Likeness& like, const Draft& event,
                  const Draft& draft) {
  const bool answer = like.parties != PartyLink::same && strikes_back(reading, draft) &&
                      !strikes_back(reading, event);
  return answer || one_after_the_other(reading, like, event, draft) ||
         by_other_hands(reading, like, event, draft) || one_follows(reading, event, draft);
}

namespace {

// "The anniversary of the killing of the general": no attack on a base is that killing.
bool recalls_another(const Likeness& like, const Draft& event, const Draft& draft) {
  return event.commemorated != draft.commemorated &&
         (like.targets == TargetLink::other || like.targets == TargetLink::other_sort ||
          like.targets == TargetLink::other_name);
}

constexpr uint32_t kOpening = 4;  // sentences that a report says in what it is about

// Whether a report opens with a court, an inquest, an anniversary: with what looks back.
bool looks_back(const Reading& reading) {
  const auto& sentences = reading.document.sentences;
  if (sentences.empty()) return false;
  const uint32_t end = sentences[std::min<size_t>(kOpening, sentences.size()) - 1].last;
  const std::span<const Token> opening(reading.document.tokens.data(), end);
  return std::ranges::any_of(opening, [&](const Token& t) {
    return (reading.lexicon.senses(t.lemma) & knowledge::kLookingBack) != 0;
  });
}

// "Four were shot at a party. ... See our map of shootings since 2010", "he was jailed for a
// killing in 2003": what a report opens with, and gives no day of its own, is news; what it then
// dates long before is not the same.
bool of_long_ago(const Reading& reading, const Draft& event, const Draft& draft) {
  const bool news =
      !event.dated() && !event.anniversary && event.tellings.front().sentence < kOpening;
  return news && draft.background && !draft.anniversary && draft.dated() && !looks_back(reading);
}

}  // namespace

// Weeks or borders lie between; two people were hit on two days. "The day before, the forces had
// foiled an attack on the same base": what came to nothing is not what hit on another day.
bool cannot_be_one(const Reading& reading, const Likeness& like, const Draft& event,
                   const Draft& draft) {
  if (like.days == DayLink::long_apart) return true;
  if (like.abroad && !draft.denied) return true;
  if (another_deed(reading, like, event, draft)) return true;
  if (recalls_another(like, event, draft)) return true;
  if (of_long_ago(reading, event, draft)) return true;
  if (like.days == DayLink::other && !died_later(event) && !died_later(draft) &&
      different_victims(reading, event, draft))
    return true;
  const bool other_day = like.days == DayLink::other || like.days == DayLink::perhaps_other;
  return other_day && came_to_nothing(event) != came_to_nothing(draft) && !draft.effect_only &&
         !event.effect_only;
}

}  // namespace sitrep
