#include "incidents/wording.h"

#include <gtest/gtest.h>

#include "knowledge/small_world.h"

namespace sitrep::incidents {
namespace {

const knowledge::Lexicon& lexicon() {
  const knowledge::SmallWorld::Files files = {
      {"word_rarity.tsv", "word\treports\npolice\t600000\nmarket\t90000\n"}};
  static const knowledge::SmallWorld world(files);
  return world.lexicon();
}

double alike(std::string_view a, std::string_view b) {
  return cosine(weigh(a, 96, lexicon()), weigh(b, 96, lexicon()));
}

TEST(Wording, OneTextIsLikeItselfAndUnlikeWhatSharesNoWord) {
  EXPECT_NEAR(alike("A bomb in Marjah market.", "A bomb in Marjah market."), 1.0, 0.001);
  EXPECT_EQ(alike("Marjah market", "Kabul bridge"), 0.0);
  EXPECT_EQ(alike("", "Marjah"), 0.0);
}

TEST(Wording, RareWordsWeighMoreThanCommonAndNamesMost) {
  EXPECT_GT(alike("The police saw a blast", "There was a blast"),
            alike("The police saw a blast", "There were police"));
  EXPECT_GT(alike("At Marjah they found petrol", "Fires in Marjah"),
            alike("At Marjah they found petrol", "Fires of petrol"));
}

TEST(Wording, TheHeaviestWordsAreKept) {
  const auto words = weigh("The police saw Marjah", 1, lexicon());
  ASSERT_EQ(words.size(), 1u);
  EXPECT_EQ(telling_words(weigh("The police saw Marjah", 9, lexicon()), 1).at(0), words[0].word);
}

TEST(Wording, HardlyToldAreNamesThatNoDictionaryCounts) {
  EXPECT_TRUE(hardly_told("Marjah", lexicon()));
  EXPECT_FALSE(hardly_told("Market", lexicon()));
  EXPECT_FALSE(hardly_told("Aziz", lexicon()) && hardly_told("12345", lexicon()));
  EXPECT_FALSE(hardly_told("a", lexicon()));
}

}  // namespace
}  // namespace sitrep::incidents
