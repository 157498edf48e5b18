// What the scorer of joins learns from: drafts of a report beside what was told before them.
#pragma once

#include "events/reading.h"
#include "gold.h"
#include "learner.h"

namespace sitrep::training {

// Appends the cases of one report as it would be if all drafts were joined rightly: label 1 where
// both are of one event.
void add_join_cases(const Reading& reading, const Gold& gold, uint32_t group,
                    std::vector<Case>& cases);

// Appends those that the program meets when it joins drafts itself, by a model that has learnt from
// the others: beside events joined wrongly, and beside what is none (Ross, Gordon and Bagnell, "A
// Reduction of Imitation Learning and Structured Prediction to No-Regret Online Learning", 2011).
void add_met_join_cases(const Reading& reading, const Gold& gold, uint32_t group,
                        std::vector<Case>& cases);

// Appends a case for each two events that the program joins the report's drafts to: label 1 where
// both are of one event.
void add_reunion_cases(const Reading& reading, const Gold& gold, uint32_t group,
                       std::vector<Case>& cases);

}  // namespace sitrep::training
