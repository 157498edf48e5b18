// What a case teaches of which only some labels are known to be possible.
#include "learner.h"

#include <gtest/gtest.h>

namespace sitrep::training {
namespace {

constexpr size_t kClasses = 3;
constexpr uint32_t kRed = 1, kBlue = 2, kAny = 3;  // features

Learner learnt(const std::vector<Case>& cases) {
  std::vector<const Case*> all;
  all.reserve(cases.size());
  for (const Case& c : cases) all.push_back(&c);
  Learner learner(kClasses);
  learner.learn(all);
  return learner;
}

// Twenty of each: red ones of class 1, blue ones of class 2.
std::vector<Case> two_kinds() {
  std::vector<Case> cases;
  for (int i = 0; i < 20; ++i) {
    cases.push_back({.features = {kRed, kAny}, .label = 1});
    cases.push_back({.features = {kBlue, kAny}, .label = 2});
  }
  return cases;
}

TEST(Learner, LearnsWhatLabelsSay) {
  const Learner learner = learnt(two_kinds());
  EXPECT_GT(learner.shares({.features = {kRed}})[1], 0.5);
  EXPECT_GT(learner.shares({.features = {kBlue}})[2], 0.5);
}

// Cases that are red and of class 0, or of 1 no less: the red ones whose class is known decide.
TEST(Learner, ALabelThatMayBeAnotherDoesNotArgueAgainstIt) {
  std::vector<Case> open = two_kinds(), wrong = two_kinds();
  for (int i = 0; i < 60; ++i) {
    open.push_back({.features = {kRed, kAny}, .label = 0, .also = 1U << 1});
    wrong.push_back({.features = {kRed, kAny}, .label = 0});
  }
  EXPECT_GT(learnt(open).shares({.features = {kRed}})[1], 0.5);
  EXPECT_LT(learnt(wrong).shares({.features = {kRed}})[1], 0.5);
}

}  // namespace
}  // namespace sitrep::training
