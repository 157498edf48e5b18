#include "intake/text_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sitrep {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Kind = SentenceChange::Kind;

const std::string kOld =
    "Gunmen raid Velm\n\nGunmen raided the town of Velm on Monday, killing two guards. Nobody has "
    "claimed the raid.\n\nA market burnt down.";

TEST(TextChanges, NothingChanged) {
  EXPECT_THAT(sentence_changes(kOld, kOld), IsEmpty());
  EXPECT_THAT(sentence_changes("One came. Two went.", "Two went.\n\nOne  came."), IsEmpty());
  EXPECT_THAT(sentence_changes("", ""), IsEmpty());
}

TEST(TextChanges, AddedRemovedChanged) {
  const std::string now =
      "Gunmen raid Velm\n\nGunmen raided the town of Velm on Monday, killing four guards and a "
      "boy. "
      "Nobody has claimed the raid.\n\nThe governor blamed smugglers.";
  EXPECT_THAT(
      sentence_changes(kOld, now),
      ElementsAre(
          SentenceChange{
              Kind::changed, "Gunmen raided the town of Velm on Monday, killing two guards.",
              "Gunmen raided the town of Velm on Monday, killing four guards and a boy."},
          SentenceChange{Kind::added, "", "The governor blamed smugglers."},
          SentenceChange{Kind::removed, "A market burnt down.", ""}));
}

TEST(TextChanges, ASentenceThatIsThereOnceLess) {
  EXPECT_THAT(sentence_changes("Two men died. Two men died.", "Two men died."),
              ElementsAre(SentenceChange{Kind::removed, "Two men died.", ""}));
}

TEST(TextChanges, EachSentenceIsPairedWithItsLikest) {
  EXPECT_THAT(sentence_changes("Police held two men of Velm on Monday.",
                               "Police held two men. Police held two men of Velm on Tuesday."),
              ElementsAre(SentenceChange{Kind::added, "", "Police held two men."},
                          SentenceChange{Kind::changed, "Police held two men of Velm on Monday.",
                                         "Police held two men of Velm on Tuesday."}));
}

}  // namespace
}  // namespace sitrep
