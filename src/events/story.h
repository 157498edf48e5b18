// A stretch of a report's sentences, read as one story: what each sentence tells, and which of it
// is one event.
#pragma once

#include <functional>
#include <span>
#include <vector>

#include "events/asides.h"
#include "events/draft.h"
#include "events/members.h"
#include "events/reading.h"
#include "events/ruled_parts.h"
#include "events/suspects.h"
#include "events/voices.h"
#include "events/weigh_events.h"

namespace sitrep {

class StoryReader {
 public:
  explicit StoryReader(const Reading& reading)
      : reading_(reading), voices_(reading), groups_(reading) {
    if (!reading.model) return;
    judge_.emplace(reading, *reading.model);
    suspects_.emplace(reading, *reading.model);
  }

  // Called with the drafts of each sentence that has any, as the rules made them, before the model
  // weighs them: what the model learns from.
  using Watcher = std::function<void(std::span<const Draft>)>;
  void watch(Watcher watcher) { watcher_ = std::move(watcher); }

  // The drafts of sentences [first, last), one for each event word, in text order. Stretches are to
  // be read in their order.
  std::vector<Draft> tell(uint32_t first, uint32_t last);
  // The events that the drafts told last are of, with what was said of them besides.
  std::vector<Draft> join(std::vector<Draft> drafts);
  // Takes out what is no filler of an event after all, and says of which group its doers are.
  void weigh_fillers(std::vector<Draft>& events);
  // Takes out what is no incident after all, and sets `weighed_type`. Behind weigh_fillers().
  void judge(std::vector<Draft>& events);

  // What the rules said of the drafts told last.
  const RuledParts& ruled() const { return ruled_; }

 private:
  void revive(std::vector<Draft>& events);
  const Reading& reading_;
  VoiceReader voices_;
  NamedGroups groups_;
  std::optional<EventJudge> judge_;
  std::optional<Suspects> suspects_;
  std::vector<Aside> asides_;
  RuledParts ruled_;
  Watcher watcher_;
  std::vector<Draft> spoken_for_;  // that somebody is blamed for, claims or would not speak of
};

}  // namespace sitrep
