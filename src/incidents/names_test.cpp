#include "incidents/names.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "knowledge/lexicon_builder.h"

namespace sitrep::incidents {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::SizeIs;

TEST(ProperNames, AreOfTwoWordsOfCapitalsNextToEachOther) {
  EXPECT_THAT(proper_names("shells fell on Citadel Road, inspector Samira al-Sullidi said", 9),
              SizeIs(2));
  EXPECT_THAT(proper_names("Marjah, Helmand is quiet", 9), IsEmpty());
  EXPECT_THAT(proper_names("on Monday June 3", 9), IsEmpty());
}

TEST(ProperNames, OfThreeWordsShareEitherHalf) {
  const auto whole = proper_names("he met Abdul Rahim Khan", 9);
  EXPECT_THAT(whole, SizeIs(2));
  EXPECT_THAT(whole, Contains(proper_names("Rahim Khan spoke", 9).at(0)));
}

TEST(ProperNames, AHeadlineInCapitalsHasNone) {
  EXPECT_THAT(proper_names("BOMB KILLS SEVEN IN MARJAH MARKET\n", 9), IsEmpty());
}

TEST(ProperNames, AMinuteOfTheDayIsOne) {
  const auto early = proper_names("the first call came at 4:15 a.m. from a shop", 9);
  EXPECT_THAT(early, SizeIs(1));
  EXPECT_EQ(early, proper_names("It fell at 4:15 am.", 9));
  EXPECT_EQ(proper_names("at 4:15 p.m.", 9), proper_names("at 16:15", 9));
  EXPECT_THAT(proper_names("they lost 4:1", 9), IsEmpty());
}

TEST(ProperNames, OfManyTheSameAreKeptWhereverTheyStand) {
  const std::string all = "Ann Bell, Carl Dane, Eve Fox, Gus Hill, Ida Jones";
  const auto three = proper_names(all, 3);
  ASSERT_THAT(three, SizeIs(3));
  EXPECT_EQ(proper_names("Ida Jones, Gus Hill, Eve Fox, Carl Dane, Ann Bell", 3), three);
}

TEST(RoadNames, EndInAWordForARoad) {
  knowledge::Lexicon lexicon;
  knowledge::LexiconBuilder builder(lexicon);
  builder.add_file("landmarks.tsv",
                   "noun\tkind\twhen\nroad\troad\talways\nhotel\tcompound\talways\n");
  ASSERT_THAT(builder.problems(), IsEmpty());
  const std::string text = "near Citadel Road and the Rose Hotel";
  EXPECT_EQ(road_names(text, 9, lexicon), proper_names("Citadel Road", 9));
}

}  // namespace
}  // namespace sitrep::incidents
