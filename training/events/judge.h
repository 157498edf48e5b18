// How well what is learnt does on reports that it was not learnt from.
#pragma once

#include "learner.h"
#include "wide_deep_learner.h"

namespace sitrep::training {

// Prints precision, recall and F1 of each part, by the rules alone and by the scorer.
// `folds`: what was learnt without each of them.
void judge_roles(const std::vector<Case>& cases, const std::vector<WideDeepLearner>& folds);
// Likewise of "one event".
void judge_joins(const std::vector<Case>& cases);
// Of fillers being of their events.
void judge_fillers(const std::vector<Case>& cases);
void judge_suspects(const std::vector<Case>& cases);
// Of the types, and of being an incident.
void judge_events(const std::vector<Case>& types, const std::vector<Case>& real);

}  // namespace sitrep::training
