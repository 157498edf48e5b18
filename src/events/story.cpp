#include "events/story.h"

#include "events/charges.h"
#include "events/denials.h"
#include "events/drafter.h"
#include "events/headline_tolls.h"
#include "events/merge.h"
#include "events/phase.h"
#include "events/reunite.h"
#include "events/role_scorer.h"
#include "events/settle.h"

namespace sitrep {

namespace {

// "Blamed X for the strike", "would not say who fired": whoever asks who did it means a deed.
void take_seriously(Draft& draft) {
  if (!draft.denied) draft.slight = draft.generic = false;
}

bool happened(const Draft& draft) {
  const Telling& t = draft.tellings.back();
  return !draft.denied && !draft.heading && !draft.background && t.outcome != Outcome::planned &&
         t.outcome != Outcome::threatened && t.voice.polarity == Polarity::affirmed;
}

}  // namespace

// "The front has not yet claimed the attack", and nothing more of it: where a text tells of no
// event otherwise, the one that somebody answers for is one, however little is said of it.
void StoryReader::revive(std::vector<Draft>& events) {
  if (!events.empty() || spoken_for_.empty()) return;
  const auto firm = std::ranges::find_if(spoken_for_, [&](const Draft& d) {
    const auto& word = reading_.lexicon.event_words()[d.tellings.back().entry];
    return d.definite || word.strength == knowledge::Strength::strong;
  });
  if (firm == spoken_for_.end()) return;
  events.push_back(*firm);
  apply_asides(reading_, asides_, events);
}

std::vector<Draft> StoryReader::tell(uint32_t first, uint32_t last) {
  asides_.clear();
  ruled_.clear();
  spoken_for_.clear();
  Drafter drafter(reading_, voices_);
  AsideReader aside_reader(reading_, voices_);
  std::vector<Draft> drafts;
  std::optional<RoleScorer> scorer;
  if (reading_.model) scorer.emplace(reading_, ruled_, *reading_.model);
  for (uint32_t s = first; s < last; ++s) {
    voices_.enter(s);
    if (!reading_.document.sentences[s].parsed) continue;
    const Tree tree(reading_.document, s);
    const size_t told = drafts.size();
    drafter.draft(tree, s, drafts);
    const HeadlineTolls listed = headline_tolls(reading_, s);
    give_headline_tolls(listed, std::span(drafts).subspan(told));
    const auto ruled = std::span<const Draft>(drafts).subspan(told);
    ruled_.add(ruled);
    if (watcher_ && !ruled.empty()) watcher_(ruled);
    const size_t aside_count = asides_.size();
    aside_reader.read(tree, s, asides_);
    if (!listed.empty() && told < drafts.size() && asides_.size() > aside_count)
      asides_.back().tolls.clear();  // the same numbers, as the tree has them
    const bool blamed = asides_.size() > aside_count && asides_.back().tells_who();
    Settler settler(reading_, voices_, tree);
    for (size_t d = told; d < drafts.size(); ++d) {
      if (scorer) scorer->weigh_near(drafts[d]);
      settler.settle(drafts[d]);
      if (blamed) take_seriously(drafts[d]);
      if (blamed && happened(drafts[d])) spoken_for_.push_back(drafts[d]);
    }
  }
  date_anniversaries(reading_, drafts);
  set_phases(reading_, drafts);
  return drafts;
}

std::vector<Draft> StoryReader::join(std::vector<Draft> drafts) {
  const std::vector<Draft> denials = denials_of(drafts);
  std::vector<Draft> events = merge_drafts(reading_, std::move(drafts));
  reunite(reading_, events);
  give_denials(denials, events);
  set_phases(reading_, events);
  apply_asides(reading_, asides_, events);
  if (reading_.model) {
    RoleScorer scorer(reading_, ruled_, *reading_.model);
    for (Draft& event : events) scorer.weigh_far(event);
  }
  doubt_charged(reading_, events);
  if (suspects_) suspects_->add_to(events);
  return events;
}

void StoryReader::weigh_fillers(std::vector<Draft>& events) {
  if (judge_) judge_->weigh_fillers(events);
  for (Draft& event : events) groups_.add_to(event);
}

void StoryReader::judge(std::vector<Draft>& events) {
  if (judge_) judge_->weigh_events(events);
  revive(events);
}

}  // namespace sitrep
