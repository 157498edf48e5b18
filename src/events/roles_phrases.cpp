// The noun phrases that stand round an event's word, where the tree does not say which belongs to
// it.
#include <algorithm>

#include "events/roles.h"

namespace sitrep {

// "Wounded *more* than 40 people", whatever the tree makes of it: the people.
uint32_t RoleFiller::counted_at(uint32_t object) const {
  if (reading_.mentions.phrase_at(object)) return object;
  const auto counted = reading_.mentions.phrase_at(behind_bound(object));
  return counted ? reading_.mentions.phrases[*counted].head : object;
}

// "Three men, *ages* 15, 18 and 22", "people *aged* 24, 57 and 70": the word before a row of ages.
std::optional<uint32_t> RoleFiller::age_word_before(uint32_t number) const {
  constexpr Key kAge[] = {key("age"), key("ages"), key("aged")};
  constexpr Key kBetween[] = {key("and"), key("or"), key("to"), key("between")};
  for (uint32_t i = number + 1; i-- > tree_.sentence().first;) {
    const Token& t = tree_.token(i);
    if (one_of(t.form, kAge)) return i;
    if (t.tag != Tag::NUM && t.tag != Tag::PUNCT && !one_of(t.form, kBetween)) return std::nullopt;
  }
  return std::nullopt;
}

// "Ann Walker, 18, and Ed Bolden, 20", "a man, 30, and his daughter, 4": digits between commas
// behind whoever is one.
bool RoleFiller::follows_one(uint32_t number) const {
  const Sentence& s = tree_.sentence();
  if (number < s.first + 2 || tree_.token(number).tag != Tag::NUM) return false;
  const auto is_one = [&](uint32_t i) {
    const Token& t = tree_.token(i);
    return t.tag == Tag::PROPN || (t.fine == Fine::NN && (tree_.token(number).shape & kNumeric));
  };
  const bool after_point = tree_.token(number - 2).tag == Tag::PUNCT && number > s.first + 2;
  const bool one = is_one(number - 2) || (after_point && is_one(number - 3));
  const bool closed = number + 1 >= s.last || tree_.token(number + 1).tag == Tag::PUNCT;
  return one && closed && reading_.document.word(number - 1) == ",";
}

// "One 16 and the other 17".
bool RoleFiller::of_each(uint32_t number) const {
  constexpr Key kEach[] = {key("one"), key("other"), key("another")};
  return number > tree_.sentence().first && (tree_.token(number).shape & kNumeric) &&
         one_of(tree_.token(number - 1).form, kEach);
}

// "Two men, 19 and 20, were shot": as many numbers behind a comma as there are people before it.
bool RoleFiller::in_row_of_ages(uint32_t number) const {
  const auto goes_on = [&](uint32_t i) {
    return tree_.token(i).form == key("and") || reading_.document.word(i) == ",";
  };
  const auto counts = [&](uint32_t i) { return tree_.token(i).shape & kNumeric; };
  const Sentence& s = tree_.sentence();
  if (!counts(number)) return false;
  uint32_t first = number, last = number + 1;
  while (first > s.first && (counts(first - 1) || goes_on(first - 1))) --first;
  while (last < s.last && (counts(last) || goes_on(last))) ++last;
  const auto people = first > s.first ? reading_.mentions.phrase_at(first - 1) : std::nullopt;
  if (!people || reading_.document.word(first) != ",") return false;
  int64_t ages = 0;
  for (uint32_t i = first; i < last; ++i) ages += counts(i) != 0;
  return ages > 1 && reading_.mentions.phrases[*people].count.best == ages;
}

bool RoleFiller::is_age(uint32_t number) const {
  return follows_one(number) || of_each(number) || age_word_before(number) ||
         in_row_of_ages(number);
}

// "Three people aged 24, 57 and *70* were injured", where the tree has 70 injured: the people.
uint32_t RoleFiller::aged_at(uint32_t subject) const {
  if (tree_.token(subject).tag != Tag::NUM) return subject;
  const auto age = age_word_before(subject);
  if (!age || *age == tree_.sentence().first) return subject;
  const auto people = reading_.mentions.phrase_at(*age - 1);
  return people ? reading_.mentions.phrases[*people].head : subject;
}

// "The van was held up and one guard was shot", where the tree gives the guard to another.
std::optional<uint32_t> RoleFiller::phrase_before_auxiliary(uint32_t verb) const {
  uint32_t first = verb;
  for (const uint32_t c : tree_.children(verb)) {
    if (tree_.token(c).rel == Rel::aux || tree_.token(c).rel == Rel::aux_pass)
      first = std::min(first, c);
  }
  return first < verb ? phrase_at_end(first) : std::nullopt;
}

std::optional<uint32_t> RoleFiller::phrase_at_end(uint32_t verb) const {
  if (verb <= tree_.sentence().first) return std::nullopt;
  const auto phrase = reading_.mentions.phrase_at(verb - 1);
  return phrase ? std::optional(reading_.mentions.phrases[*phrase].head) : std::nullopt;
}

// Where the tree gives a finite verb no subject, the noun phrase right before it is taken.
std::optional<uint32_t> RoleFiller::phrase_before(uint32_t verb) const {
  const Fine fine = tree_.token(verb).fine;
  if (verb <= tree_.sentence().first ||
      (fine != Fine::VBD && fine != Fine::VBZ && fine != Fine::VBP && fine != Fine::VBN))
    return std::nullopt;
  return phrase_at_end(verb);
}

// "Wounding *at least* a dozen", "killed *more than* 20".
uint32_t RoleFiller::behind_bound(uint32_t first) const {
  constexpr Key kOne[] = {key("over"), key("about"),  key("around"),
                          key("some"), key("nearly"), key("almost")};
  constexpr std::pair<Key, Key> kTwo[] = {{key("at"), key("least")},
                                          {key("at"), key("most")},
                                          {key("more"), key("than")},
                                          {key("up"), key("to")}};
  if (first + 2 >= tree_.sentence().last) return first;
  const std::pair words{tree_.token(first).form, tree_.token(first + 1).form};
  if (std::find(std::begin(kTwo), std::end(kTwo), words) != std::end(kTwo)) return first + 2;
  return one_of(words.first, kOne) ? first + 1 : first;
}

// Likewise the noun phrase right behind it for its object.
std::optional<uint32_t> RoleFiller::phrase_behind(const EventMention& event) const {
  if (event.tokens.last >= tree_.sentence().last ||
      tree_.token(event.tokens.last - 1).tag == Tag::ADP)
    return std::nullopt;
  const uint32_t first = behind_bound(event.tokens.last);
  const auto phrase = reading_.mentions.phrase_at(first);
  const bool fits =
      phrase && (first == event.tokens.last || reading_.mentions.phrases[*phrase].count.known());
  return fits ? std::optional(reading_.mentions.phrases[*phrase].head) : std::nullopt;
}

}  // namespace sitrep
