// Sums of the victims that a sentence lists.
#include "events/listed_people.h"

#include <gtest/gtest.h>

#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

NounPhrase counted(int64_t n, std::string text) {
  NounPhrase phrase;
  phrase.count = {n, n, n, std::move(text)};
  phrase.plural = n > 1;
  return phrase;
}

Fill killed(uint32_t phrase, uint32_t sentence = 0) {
  Fill out = fill(phrase);
  out.human = true;
  out.sentence = sentence;
  out.effect = Effect::killed;
  return out;
}

int64_t sum_of(const HandMade& text, const Draft& draft) {
  const auto sum = sum_of_listed(text.reading(), draft, Effect::killed);
  return sum ? sum->quantity.best.value_or(0) : 0;
}

TEST(ListedPeople, OfSeveralSortsAreAddedUp) {
  HandMade text("three policemen died there and two tailors in bed .");
  Draft draft = told_in(0);
  draft.targets = {killed(text.phrase("three policemen", counted(3, "three"))),
                   killed(text.phrase("two tailors", counted(2, "two")))};
  draft.tolls = {toll(Effect::killed, 3)};
  EXPECT_EQ(sum_of(text, draft), 5);
  draft.tolls = {toll(Effect::killed, 5)};
  EXPECT_EQ(sum_of(text, draft), 0);
}

TEST(ListedPeople, PeopleAtLargeMayBeTheWhole) {
  HandMade text("three policemen died and five people .");
  Draft draft = told_in(0);
  draft.targets = {killed(text.phrase("three policemen", counted(3, "three"))),
                   killed(text.phrase("five people", counted(5, "five")))};
  EXPECT_EQ(sum_of(text, draft), 0);
}

TEST(ListedPeople, WhoIsSaidToBeAmongTheOthersIsNotAdded) {
  HandMade text("nine herders died among them two boys .");
  Draft draft = told_in(0);
  draft.targets = {killed(text.phrase("nine herders", counted(9, "nine"))),
                   killed(text.phrase("two boys", counted(2, "two")))};
  EXPECT_EQ(sum_of(text, draft), 0);
}

TEST(ListedPeople, ATollOfAnotherSentenceMayBeTheWhole) {
  HandMade text("five died . three policemen and two tailors and a cook fell .");
  Draft draft = told_in(0);
  draft.targets = {killed(text.phrase("three policemen", counted(3, "three")), 1),
                   killed(text.phrase("two tailors", counted(2, "two")), 1)};
  draft.tolls = {toll(Effect::killed, 4)};
  EXPECT_EQ(sum_of(text, draft), 0);
}

}  // namespace
}  // namespace sitrep::events::test
