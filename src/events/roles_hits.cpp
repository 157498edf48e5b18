// Whom a shot, a blow or a wound befell, and how badly, where the words are not plain subject and
// object.
#include <algorithm>

#include "events/roles.h"
#include "events/sums.h"

namespace sitrep {

bool ends_own_life(const knowledge::EventWord& word) {
  return dies(word) && (word.phrase.ends_with("self") || word.phrase.ends_with("selves") ||
                        word.phrase.find(" own li") != std::string_view::npos);
}

// "Fatally shot", "mortally wounded", "the fatal stabbing of a student": whom it befell is dead.
bool RoleFiller::fatal(const EventMention& event) const {
  const bool noun = word_->type == EventType::armed_attack && !word_->verb;
  if (!word_->hits && word_->effect != Effect::wounded && !noun) return false;
  const Sentence& s = tree_.sentence();
  const uint32_t first = std::max(s.first + 1, event.tokens.first) - 1;
  for (uint32_t i = first; i < std::min(s.last, event.tokens.last + 1); ++i) {
    const Key form = tree_.token(i).form;
    if (says_fatally(form) || form == key("fatal")) return true;
  }
  return false;
}

// "Six people were shot, one fatally".
void RoleFiller::put_fatal_part(const EventMention& event, Draft& draft) const {
  constexpr uint32_t kNear = 12;  // tokens behind the verb
  if (!word_->hits || draft.tellings.back().outcome != Outcome::completed) return;
  const uint32_t last = std::min(tree_.sentence().last, event.tokens.last + kNear);
  for (uint32_t i = event.tokens.last + 1; i < last; ++i) {
    if (!says_fatally(tree_.token(i).form)) continue;
    const bool of_them = i > 3 && tree_.token(i - 2).form == key("of");
    const auto part = reading_.mentions.phrase_at(of_them ? i - 3 : i - 1);
    const Quantity count = part ? reading_.mentions.phrases[*part].count : Quantity{};
    if (count.known())
      draft.tolls.push_back(
          {Effect::killed, count, sentence_, draft.tellings.back().voice, "part of the shot"});
    return;
  }
}

// "Shot himself in the leg", "shoots self": whoever did it is whom it befell, and nobody else did
// it. "Shot his wife and then himself": both. Whether that is all there is to tell.
bool RoleFiller::put_upon_self(uint32_t verb, uint32_t patient, std::optional<uint32_t> actor,
                               Draft& draft) {
  constexpr Key kSelf[] = {key("himself"), key("herself"), key("themselves"), key("self")};
  bool befell = false;
  tree_.conjuncts(patient,
                  [&](uint32_t t) { befell = befell || one_of(tree_.token(t).form, kSelf); });
  if (!befell || (!word_->hits && !harms())) return false;
  if (!actor) {  // "is recovering after shooting himself"
    const auto above = tree_.parent(verb);
    actor = above ? tree_.subject(*above) : std::nullopt;
  }
  if (actor) put_to_self(*actor, draft);
  return one_of(tree_.token(patient).form, kSelf);
}

void RoleFiller::put_to_self(uint32_t actor, Draft& draft) {
  const size_t before = draft.targets.size();
  put(Role::target, actor, draft, kDidToHimself);
  for (size_t i = before; i < draft.targets.size(); ++i) {
    draft.targets[i].to_self = true;
    draft.targets[i].sure = true;
  }
}

// "A gunshot wound": who has it was hit, and may have died of it.
bool RoleFiller::is_wound() const {
  return word_->hits && !word_->verb && word_->type == EventType::any;
}

// "Found a boy suffering from a gunshot wound": he is alive.
void RoleFiller::put_sufferer(uint32_t verb, Draft& draft) {
  const auto before = phrase_at_end(verb);  // whatever the tree hangs the verb on
  const auto who = before ? before : tree_.subject(verb);
  const auto phrase = who ? reading_.mentions.phrase_at(*who) : std::nullopt;
  if (phrase && reading_.mentions.phrases[*phrase].nature == Nature::party)
    put(Role::target, *who, draft, "who has the wounds");
}

// "Three men and three women injured": all that stand side by side before the word.
void RoleFiller::put_list(uint32_t last, Draft& draft) {
  const auto& phrases = reading_.mentions.phrases;
  const size_t before = draft.tolls.size();
  for (std::optional<uint32_t> at = last; at;) {
    const uint32_t first = phrases[*at].tokens.first;
    put_one(Role::target, *at, draft, "list of a toll");
    put_whole(phrases[*at].head, draft, "list of a toll");
    at = beside(first);
  }
  add_up(draft.tolls, before);
}

// The counted people that end before "and" or a comma.
std::optional<uint32_t> RoleFiller::beside(uint32_t first) const {
  uint32_t end = first;
  while (end > tree_.sentence().first &&
         (tree_.token(end - 1).form == key("and") || reading_.document.word(end - 1) == ","))
    --end;
  if (end == first || end <= tree_.sentence().first) return std::nullopt;
  const auto phrase = reading_.mentions.phrase_at(end - 1);
  if (!phrase) return std::nullopt;
  const NounPhrase& people = reading_.mentions.phrases[*phrase];
  const bool counted = people.person && people.count.known() && people.tokens.last == end;
  return counted ? phrase : std::nullopt;
}

}  // namespace sitrep
