// Who stands beside whom in a list, and who of them is only named again: "a driver and his
// passenger, a midwife" are two.
#include <algorithm>

#include "events/roles.h"

namespace sitrep {

namespace {

constexpr uint32_t kReach =
    12;  // tokens behind the last of a list in which its "and" is looked for

bool is_one_by_name(const NounPhrase& phrase) {
  return phrase.named && !phrase.plural && phrase.count.best.value_or(1) == 1;
}

bool is_people(const NounPhrase& phrase) {
  return phrase.nature == Nature::party && phrase.person && !phrase.body && !phrase.pronoun;
}

// "A councillor, Ana Ruiz, and her driver": who the councillor is.
bool names_the_one(const Document& document, const NounPhrase& person, const NounPhrase& name) {
  const bool one =
      is_people(person) && !person.named && !person.plural && person.count.best.value_or(1) == 1;
  const auto comma = [&](uint32_t i) {
    return i < document.tokens.size() && document.word(i) == ",";
  };
  return one && is_one_by_name(name) && name.tokens.first == person.tokens.last + 1 &&
         comma(person.tokens.last) && comma(name.tokens.last);
}

// "27 worshippers and shoppers": one number of both.
bool share_number(const Document& document, const NounPhrase& first, const NounPhrase& second) {
  const bool counted = is_people(first) && at_least(first.count) > 1;
  const bool bare = is_people(second) && second.plural && !second.count.known() && !second.named &&
                    !second.definite && !second.possessor &&
                    document.tokens[second.tokens.first].tag != Tag::DET;
  const uint32_t joint = first.tokens.last;
  return counted && bare && second.tokens.first == joint + 1 &&
         document.tokens[joint].form == key("and");
}

}  // namespace

// "Two brothers, Juan and Luis", "her parents, Ann and Ben Wills": names behind a comma are of
// those before it.
bool RoleFiller::names_the_counted(uint32_t people) const {
  const auto index = reading_.mentions.phrase_at(people);
  if (!index) return false;
  const NounPhrase& counted = reading_.mentions.phrases[*index];
  const uint32_t end = counted.tokens.last;
  const bool one = counted.count.known() && at_least(counted.count) < 2;
  if (one || !counted.plural || counted.named || end + 1 >= tree_.sentence().last ||
      reading_.document.word(end) != ",")
    return false;
  const auto next = reading_.mentions.phrase_at(end + 1);
  return next && is_one_by_name(reading_.mentions.phrases[*next]);
}

// "Baker's mother, Ann Wills, was hurt": without an "and", somebody is only named, but for
// headlines.
bool RoleFiller::listed(uint32_t first, uint32_t last) const {
  constexpr Key kJoints[] = {key("and"), key("&"), key("or"), key("plus"), key("with")};
  if (reading_.document.sentences[sentence_].heading) return true;
  const uint32_t end = std::min(tree_.sentence().last, last + kReach);
  for (uint32_t i = first; i < end; ++i) {
    if (one_of(tree_.token(i).form, kJoints)) return true;
  }
  return false;
}

// Whether a phrase hangs on a verb of its own, so that "and" joins sentences before or behind it.
bool RoleFiller::of_other_verb(uint32_t phrase, uint32_t token) const {
  const uint32_t head = reading_.mentions.phrases[phrase].head;
  const Rel rel = tree_.token(head).rel;
  const bool argument = rel == Rel::nsubj || rel == Rel::nsubj_pass || rel == Rel::obj;
  if (!argument || tree_.parent(head) == tree_.parent(token)) return false;
  return rel == Rel::obj || head > token;
}

// "Mrs Claro | and an infant | died": whom the tree hung elsewhere, right behind who stands there.
std::optional<uint32_t> RoleFiller::joined_behind(uint32_t token) const {
  const auto index = reading_.mentions.phrase_at(token);
  if (!index) return std::nullopt;
  const uint32_t joint = reading_.mentions.phrases[*index].tokens.last;
  if (joint + 1 >= tree_.sentence().last || tree_.token(joint).form != key("and"))
    return std::nullopt;
  const auto next = reading_.mentions.phrase_at(joint + 1);
  const bool fits = next && is_people(reading_.mentions.phrases[*next]) &&
                    reading_.mentions.phrases[*next].tokens.first == joint + 1 &&
                    !of_other_verb(*next, token);
  return fits ? next : std::nullopt;
}

// Whether what stands before a list may belong to it: "police said | three men |, a woman and a
// child were killed" makes the men what police said.
bool RoleFiller::may_begin_list(uint32_t phrase, uint32_t token) const {
  const NounPhrase& people = reading_.mentions.phrases[phrase];
  if (!is_people(people) || people.tokens.first < tree_.sentence().first) return false;
  const Rel rel = tree_.token(people.head).rel;
  if (rel == Rel::conj) return false;
  if (rel != Rel::obj) return !of_other_verb(phrase, token);
  const auto verb = tree_.parent(people.head);
  const auto said = those_in(reading_.mentions.speech, tree_.sentence());
  return verb && std::ranges::any_of(said, [&](const auto& s) { return s.tokens.contains(*verb); });
}

// "A woman in her 50s | and a girl | died": likewise before him.
std::optional<uint32_t> RoleFiller::joined_before(uint32_t token, bool list_follows) const {
  const auto index = reading_.mentions.phrase_at(token);
  if (!index || *index == 0) return std::nullopt;
  const uint32_t first = reading_.mentions.phrases[*index].tokens.first;
  if (first < tree_.sentence().first + 2) return std::nullopt;
  const bool joint = tree_.token(first - 1).form == key("and") ||
                     (list_follows && reading_.document.word(first - 1) == ",");
  if (!joint) return std::nullopt;
  uint32_t before = *index - 1;
  const NounPhrase& decade = reading_.mentions.phrases[before];  // "in her 50s"
  const bool aged = tree_.token(decade.tokens.first).fine == Fine::PRPS && before > 0 &&
                    decade.tokens.last + 1 == first && !is_people(decade);
  if (aged) --before;
  const uint32_t end = reading_.mentions.phrases[before].tokens.last;
  const bool beside = end + 1 == first || (aged && end + 4 == first);
  return beside && may_begin_list(before, token) ? std::optional(before) : std::nullopt;
}

std::vector<RoleFiller::Listed> RoleFiller::list_at(uint32_t token, bool of_people) const {
  std::vector<Listed> list;
  const bool names_follow = names_the_counted(token);
  bool closed = false;  // behind the "and" of a list nobody new is named without another
  const auto known = [&](uint32_t phrase) {
    return std::ranges::any_of(list, [&](const Listed& one) { return one.phrase == phrase; });
  };
  const auto& phrases = reading_.mentions.phrases;
  const auto first = [&]() -> const NounPhrase& { return phrases[list.front().phrase]; };
  tree_.conjuncts(token, [&](uint32_t t) {
    const auto phrase = reading_.mentions.phrase_at(t);
    if (!phrase || known(*phrase) || (t != token && verb_between(token, t))) return;
    const bool joint = tree_.child(t, Rel::cc).has_value();
    const bool again =
        t != token &&
        ((names_follow && is_one_by_name(reading_.mentions.phrases[*phrase])) ||
         !listed(token, t) || (closed && !joint && !reading_.mentions.phrases[*phrase].plural) ||
         (list.size() == 1 && (share_number(reading_.document, first(), phrases[*phrase]) ||
                               names_the_one(reading_.document, first(), phrases[*phrase]))));
    closed = closed || (joint && t != token);
    list.push_back({*phrase, t, !again});
  });
  if (!of_people || list.empty() || !is_people(reading_.mentions.phrases[list[0].phrase]))
    return list;
  const auto add = [&](std::optional<uint32_t> beside) {
    if (beside && !known(*beside))
      list.push_back({*beside, reading_.mentions.phrases[*beside].head, true});
  };
  add(joined_before(token, list.size() > 1));
  if (list.size() == 1) add(joined_behind(token));
  return list;
}

// "Including", "among them", "five of them": how many tokens lead on to some of those before them.
uint32_t RoleFiller::leads_to_part(uint32_t at) const {
  const uint32_t last = tree_.sentence().last;
  const auto is_word = [&](uint32_t i, Key word) {
    return i < last && tree_.token(i).form == word;
  };
  const auto is_them = [&](uint32_t i) {
    return is_word(i, key("them")) || is_word(i, key("whom"));
  };
  if (is_word(at, key("including"))) return 1;
  if (is_word(at, key("among")) && is_them(at + 1)) return 2;
  const bool some = at < last && tree_.token(at).tag == Tag::NUM;
  return some && is_word(at + 1, key("of")) && is_them(at + 2) ? 3 : 0;
}

// "Killed 14 people, | including five children and a nurse |, and wounded 32": who is among those
// that are told of before a token.
std::vector<uint32_t> RoleFiller::included_from(uint32_t at) const {
  std::vector<uint32_t> included;
  const uint32_t last = tree_.sentence().last;
  const auto skip_comma = [&] { at += at < last && reading_.document.word(at) == ","; };
  skip_comma();
  const uint32_t lead = leads_to_part(at);
  if (lead == 0) return included;
  at += lead;
  while (at < last) {
    const auto next = reading_.mentions.phrase_at(at);
    if (!next || !is_people(reading_.mentions.phrases[*next])) break;
    included.push_back(*next);
    at = reading_.mentions.phrases[*next].tokens.last;
    skip_comma();
    at += at < last && tree_.token(at).form == key("and");
  }
  return included;
}

}  // namespace sitrep
