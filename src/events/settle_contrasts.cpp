// What a sentence sets against what was so ("a warehouse, not a hospital"), and crews shot down.
#include <algorithm>

#include "events/disputes.h"
#include "events/settle.h"

namespace sitrep {

namespace {

// "And not, as first reported, in Beni": the comma behind "not".
uint32_t before_insertion(const Tree& tree, uint32_t token) {
  constexpr uint32_t kLongest = 6;  // words between the commas
  const uint32_t first = tree.sentence().first;
  if (token <= first + 2 || tree.token(token - 1).form != key(",")) return token;
  for (uint32_t i = token - 1; i > first + 1 && token - i < kLongest; --i) {
    if (tree.token(i - 1).form == key(",")) return tree.token(i).form == key("as") ? i - 1 : token;
  }
  return token;
}

}  // namespace

// "A warehouse, not a hospital", "with rifles and not by mortar", "rather than in Kabul": whether
// what begins at a token is set against what was so.
bool Settler::contrasted(uint32_t first) const {
  constexpr Key kBetween[] = {key("by"),   key("with"), key("in"), key("at"),  key("on"),
                              key("from"), key("a"),    key("an"), key("the"), key("any")};
  constexpr uint32_t kSteps = 3;
  const auto form = [&](uint32_t i) {
    return i >= tree_.sentence().first ? tree_.token(i).form : kNoKey;
  };
  uint32_t i = first;
  for (uint32_t step = 0; step < kSteps && i > tree_.sentence().first; ++step) {
    if (!one_of(form(i - 1), kBetween)) break;
    --i;
  }
  i = before_insertion(tree_, i);
  if (i < tree_.sentence().first + 2) return false;
  const Key before = form(i - 1), second = form(i - 2);
  if (before == key("than")) return second == key("rather");
  if (before == key("of")) return second == key("instead");
  if (before != key("not")) return false;
  const Tag tag = tree_.token(i - 2).tag;  // "was not a bomb": the verb's own
  return tag != Tag::AUX && tag != Tag::VERB;
}

void Settler::dispute_contrasts(Draft& draft) const {
  const uint32_t sentence = draft.tellings.back().sentence;
  dispute_fills(draft, [&](const Fill& fill) -> std::optional<Voice> {
    if (fill.sentence != sentence || !contrasted(phrase_of(fill).tokens.first)) return {};
    return fill.voice;
  });
  const auto& phrases = reading_.mentions.phrases;
  const auto [begin, end] = within(phrases, tree_.sentence());
  for (size_t p = begin; p < end; ++p) {
    if (contrasted(phrases[p].tokens.first)) dispute_rival(static_cast<uint32_t>(p), draft);
  }
}

// "Had struck a camp, not a village": the village, beside what was struck.
void Settler::dispute_rival(uint32_t index, Draft& draft) const {
  if (index == 0) return;
  const auto& phrases = reading_.mentions.phrases;
  const auto is = [&](uint32_t phrase) {
    return [phrase](const Fill& fill) { return fill.phrase == phrase; };
  };
  const auto known = [&](const Disputed& d) { return d.fill.phrase == index; };
  if (std::ranges::any_of(draft.disputed, known)) return;
  const auto add = [&](Field field, const std::vector<Fill>& fills) {
    const auto beside = std::ranges::find_if(fills, is(index - 1));
    const auto before = index > 1 && beside == fills.end()  // "a camp in Sambisa, not a village"
                            ? std::ranges::find_if(fills, is(index - 2))
                            : beside;
    if (before == fills.end() || before->learnt) return;
    Fill rival = *before;
    rival.phrase = index;
    rival.count = phrases[index].count;
    rival.voice.polarity = Polarity::denied;
    draft.disputed.push_back({field, std::move(rival)});
  };
  const Nature nature = phrases[index].nature;
  if (nature == Nature::weapon) add(Field::instruments, draft.instruments);
  if (nature == Nature::thing) {
    std::vector<Fill> things;
    std::ranges::copy_if(draft.targets, std::back_inserter(things),
                         [](const Fill& fill) { return !fill.human; });
    add(Field::physical_targets, things);
  }
  if (nature == Nature::party) add(Field::perpetrators, draft.perpetrators);
}

// "Four had been killed, not fourteen".
void Settler::dispute_numbers(Draft& draft) const {
  if (draft.tolls.empty()) return;
  const Toll told = draft.tolls.back();
  if (told.sentence != draft.tellings.back().sentence) return;
  const Sentence& s = tree_.sentence();
  for (uint32_t i = s.first + 1; i < s.last; ++i) {
    if (tree_.token(i).tag != Tag::NUM || !contrasted(i)) continue;
    const auto phrase = reading_.mentions.phrase_at(i);
    if (!phrase || !reading_.mentions.phrases[*phrase].count.known()) continue;
    Toll denied = told;
    denied.quantity = reading_.mentions.phrases[*phrase].count;
    denied.voice.polarity = Polarity::denied;
    draft.tolls.push_back(std::move(denied));
    return;
  }
}

// "In Herat rather than in Kabul".
void Settler::dispute_places(Draft& draft) const {
  const Telling& telling = draft.tellings.back();
  const auto& places = reading_.mentions.places;
  const auto [begin, end] = within(places, tree_.sentence());
  for (size_t p = begin; p < end; ++p) {
    if (places[p].demonym || !contrasted(places[p].tokens.first)) continue;
    Voice voice = telling.voice;
    voice.polarity = Polarity::denied;
    draft.claims.push_back({Field::where, places[p].where, telling.sentence, voice});
    std::erase(draft.places, static_cast<uint32_t>(p));
  }
}

namespace {

// What flies with people in it.
bool carries_crew(Key lemma) {
  constexpr Key kCrewed[] = {key("helicopter"), key("plane"),     key("aircraft"), key("jet"),
                             key("airliner"),   key("airplane"),  key("warplane"), key("gunship"),
                             key("chopper"),    key("turboprop"), key("bomber"),   key("aeroplane"),
                             key("jetliner"),   key("airbus"),    key("boeing"),   key("fighter")};
  return one_of(lemma, kCrewed);
}

// "Was nearly downed".
bool only_nearly(const Tree& tree, uint32_t verb) {
  constexpr Key kNearly[] = {key("nearly"), key("almost"), key("narrowly")};
  return std::ranges::any_of(tree.children(verb),
                             [&](uint32_t c) { return one_of(tree.token(c).form, kNearly); });
}

}  // namespace

// "Rebels shot down a helicopter": an attack on those in it, which did not fail.
void Settler::settle_downing(Draft& draft) const {
  Telling& telling = draft.tellings.back();
  constexpr Key kDowning[] = {key("shoot"), key("down"), key("bring")};
  const uint32_t verb = telling.trigger.first;
  const bool falls = telling.outcome == Outcome::intercepted &&
                     tree_.token(verb).tag == Tag::VERB &&
                     one_of(tree_.token(verb).lemma, kDowning);
  if (!falls || only_nearly(tree_, verb)) return;
  const auto patient = tree_.patient(verb);
  const auto phrase = patient ? reading_.mentions.phrase_at(*patient) : std::nullopt;
  if (!phrase || !carries_crew(tree_.token(reading_.mentions.phrases[*phrase].head).lemma)) return;
  telling.outcome = Outcome::completed;
  std::erase_if(draft.instruments, [&](const Fill& fill) { return fill.phrase == *phrase; });
  const auto put = [&](std::vector<Fill>& fills, uint32_t index) {
    if (std::ranges::any_of(fills, [&](const Fill& fill) { return fill.phrase == index; })) return;
    Fill fill;
    fill.phrase = index;
    fill.sentence = telling.sentence;
    fill.voice = telling.voice;
    fill.why = "shot down with its crew";
    fill.count = reading_.mentions.phrases[index].count;
    fill.sure = true;
    fills.push_back(std::move(fill));
  };
  put(draft.targets, *phrase);
  const auto actor = tree_.passive(verb) ? tree_.agent(verb) : tree_.subject(verb);
  const auto who = actor ? reading_.mentions.phrase_at(*actor) : std::nullopt;
  if (!who || reading_.mentions.phrases[*who].nature != Nature::party) return;
  put(draft.perpetrators, *who);
}

}  // namespace sitrep
