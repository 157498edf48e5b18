#include "events/story.h"

#include "events/charges.h"
#include "events/denials.h"
#include "events/drafter.h"
#include "events/merge.h"
#include "events/phase.h"
#include "events/role_scorer.h"
#include "events/settle.h"

namespace sitrep {

namespace {

// "Blamed X for the strike", "would not say who fired": whoever asks who did it means a deed.
void take_seriously(Draft& draft) {
  if (!draft.denied) draft.slight = draft.generic = false;
}

}  // namespace

std::vector<Draft> StoryReader::tell(uint32_t first, uint32_t last) {
  asides_.clear();
  Drafter drafter(reading_, voices_);
  AsideReader aside_reader(reading_, voices_);
  std::vector<Draft> drafts;
  std::optional<RoleScorer> scorer;
  if (reading_.model) scorer.emplace(reading_, *reading_.model);
  for (uint32_t s = first; s < last; ++s) {
    voices_.enter(s);
    if (!reading_.document.sentences[s].parsed) continue;
    const Tree tree(reading_.document, s);
    const size_t told = drafts.size();
    drafter.draft(tree, s, drafts);
    const size_t aside_count = asides_.size();
    aside_reader.read(tree, s, asides_);
    const bool blamed = asides_.size() > aside_count && asides_.back().tells_who();
    Settler settler(reading_, voices_, tree);
    for (size_t d = told; d < drafts.size(); ++d) {
      if (scorer) scorer->weigh_near(drafts[d]);
      settler.settle(drafts[d]);
      if (blamed) take_seriously(drafts[d]);
    }
  }
  date_anniversaries(reading_, drafts);
  set_phases(reading_, drafts);
  return drafts;
}

std::vector<Draft> StoryReader::join(std::vector<Draft> drafts) {
  const std::vector<Draft> denials = denials_of(drafts);
  std::vector<Draft> events = merge_drafts(reading_, std::move(drafts));
  give_denials(denials, events);
  set_phases(reading_, events);
  apply_asides(asides_, events);
  if (reading_.model) {
    RoleScorer scorer(reading_, *reading_.model);
    for (Draft& event : events) scorer.weigh_far(event);
  }
  doubt_charged(reading_, events);
  if (suspects_) suspects_->add_to(events);
  return events;
}

void StoryReader::judge(std::vector<Draft>& events) {
  if (judge_) judge_->weigh_fillers(events);
  for (Draft& event : events) groups_.add_to(event);
  if (judge_) judge_->weigh_events(events);
}

}  // namespace sitrep
