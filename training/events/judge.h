// How well what is learnt does on reports that it was not learnt from.
#pragma once

#include "learner.h"
#include "wide_deep_learner.h"

namespace sitrep::training {

// Each prints precision, recall and F1 of each class, by the rules alone and as learnt. `folds`:
// learnt_in_folds of the cases.
void judge_roles(const std::vector<Case>& cases, const std::vector<WideDeepLearner>& folds);
void judge_joins(const std::vector<Case>& cases, const std::vector<Learner>& folds);
void judge_suspects(const std::vector<Case>& cases, const std::vector<Learner>& folds);
void judge_types(const std::vector<Case>& cases, const std::vector<Learner>& folds);
void judge_being(const std::vector<Case>& cases, const std::vector<Learner>& folds);
void judge_fillers(const std::vector<Case>& cases, const std::vector<Learner>& folds);

}  // namespace sitrep::training
