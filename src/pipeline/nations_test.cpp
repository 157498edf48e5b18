#include "pipeline/nations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "language/analyser.h"
#include "mentions/finder.h"
#include "pipeline/test_knowledge.h"

namespace sitrep {
namespace {

TEST(Nations, OfAPublisherByItsName) {
  EXPECT_EQ(country_in_name(whole(), "Royal Papua New Guinea Constabulary"), "PG");
  EXPECT_EQ(country_in_name(whole(), "Lusaka Times"), "ZM");
  EXPECT_EQ(country_in_name(whole(), "Nigerian Navy"), "NG");
  EXPECT_EQ(country_in_name(whole(), "Sonora Border Review"), "MX");
}

TEST(Nations, OfAPublisherWithoutOneOrWithSeveral) {
  for (const char* called : {"", "Border Review", "The Daily Ledger", "Syria-Iraq Monitor", "...",
                             "\xff\xfe", "GLOBAL NEWS"})
    EXPECT_EQ(country_in_name(whole(), called), "") << called;
}

TEST(Nations, OfTheBodiesThatAReportNames) {
  auto analyser = Analyser::create(
      {whole().model("tagger"), whole().model("lemmatiser"), whole().model("parser")});
  ASSERT_TRUE(analyser);
  Document document;
  Mentions mentions;
  const std::string text = "The FARDC fought the M23. Later the FARDC withdrew.";
  analyser->analyse(text, document);
  WordFinder().find(document, whole().lexicon(), mentions);
  EXPECT_THAT(nations_of(whole().lexicon(), mentions), testing::Each("CD"));
  EXPECT_EQ(nations_of(whole().lexicon(), mentions).size(), 3u);
}

}  // namespace
}  // namespace sitrep
