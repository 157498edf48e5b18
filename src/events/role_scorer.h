// Roles that the rules do not see, or see where there are none: each phrase near an event's words
// is weighed by the learnt model (events/event_model.h).
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include "events/draft.h"
#include "events/event_model.h"
#include "events/reading.h"
#include "events/role_features.h"

namespace sitrep {

class RoleScorer {
 public:
  RoleScorer(const Reading& reading, const RuledParts& ruled, const EventModel& model)
      : reading_(reading), model_(model), features_(reading, ruled) {}

  // The phrases of the sentence of a draft of one telling.
  void weigh_near(Draft& draft);
  // Those of the sentences round the tellings of an event.
  void weigh_far(Draft& event);

 private:
  PartShares shares(const Draft& draft, const Telling& telling, uint32_t phrase);
  void add_context(size_t place, uint32_t word, std::span<int32_t> sums);
  const Scores& own_scores(uint32_t phrase, bool near);  // until the next call
  void add(Draft& draft, const Telling& telling, uint32_t phrase, Part part, double share) const;

  bool is_nearest_effect(const Telling& telling, uint32_t token) const;
  void add_toll(Draft& draft, const Fill& fill) const;

  const Reading& reading_;
  const EventModel& model_;
  RoleFeatures features_;
  WideDeep::Scratch scratch_;
  // What the contexts of words add, one behind the other, and where a word's begin; by their place
  // in context_words(). No table of all words: a scorer is made for each stretch of a long report.
  struct Contexts {
    std::vector<int32_t> sums;
    boost::unordered_flat_map<uint32_t, size_t> of_word;
  };
  std::array<Contexts, kContextWords> contexts_;
  // What RoleFeatures::own() of phrases adds, by whether they are near and the phrase.
  std::array<boost::unordered_flat_map<uint32_t, Scores>, 2> own_scores_;
};

}  // namespace sitrep
