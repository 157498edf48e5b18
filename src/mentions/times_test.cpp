#include "mentions/times.h"

#include <gtest/gtest.h>

#include "language/analyser.h"

namespace sitrep {
namespace {

struct Found {
  Document document;
  std::vector<TimeMention> times;
};

Found find(std::string_view text) {
  Found found;
  tokenise(text, found.document);
  find_times(found.document, found.times);
  return found;
}

TEST(Times, EmptyDocument) {
  Document document;
  std::vector<TimeMention> times;
  find_times(document, times);
  EXPECT_TRUE(times.empty());
  EXPECT_TRUE(find("").times.empty());
  EXPECT_TRUE(find("  \n\n ").times.empty());
}

TEST(Times, ADatelinesDashBeginsNoRange) {
  for (std::string_view text :
       {"TAIZ, 3 May 2023 - 14-year-old Amal was hurt.", "TAIZ, 3 May 2023 - 14 shells fell.",
        "TAIZ, May 3 - 14-year-old Amal was hurt."})
    EXPECT_EQ(find(text).times.size(), 1u) << text;
  EXPECT_EQ(find("from May 3 - 14").times.size(), 2u);
}

TEST(Times, OnlyTimeWords) {
  for (std::string_view text : {"of",
                                "the",
                                "a",
                                "-",
                                "1",
                                "5-",
                                "on the",
                                "Jan.",
                                "the year",
                                "two",
                                "last",
                                "early",
                                "late on",
                                "the end of",
                                "between 3 and",
                                "at",
                                "(",
                                "next to",
                                "the day before",
                                "two days before",
                                "May",
                                "from 3 to"}) {
    for (const TimeMention& m : find(text).times) EXPECT_LE(m.tokens.first, m.tokens.last) << text;
  }
}

TEST(Times, WordsThatAreNoTimes) {
  for (std::string_view text : {
           "It may rain and they march on.",
           "THE TRUCE MAY HOLD.",
           "He won a third of the vote in a quarter of the districts.",
           "The score was 3:2 and they came second.",
           "A 24-year-old man and a woman 52 years old fell.",
           "She is in her forties.",
           "The price rose to $1999.",
           "About 1,990 people fled.",
           "The soldiers fall back.",
           "He has a second house and last-minute doubts.",
           "The sun sat low.",
           "Golden Dawn lost votes.",
           "Next to the house stood a guard.",
           "The last man left the following list.",
           "Officers came to the 1800 block of North Avenue.",
           "It happened in the 1900 and 2000 blocks of Ida Street.",
           "He lives on Eastridge Drive in Spring, the sheriff said.",
       }) {
    const Found found = find(text);
    EXPECT_TRUE(found.times.empty()) << text << ": " << found.document.slice(found.times[0].tokens);
  }
}

TEST(Times, SeasonsWithACapitalAndAYear) {
  for (std::string_view text : {"They met in Spring 2012.", "They met in Spring of last year.",
                                "They met in the Spring.", "Spring 2012 was calm."})
    EXPECT_EQ(find(text).times.size(), 1u) << text;
}

TEST(Times, FlagsAnniversaries) {
  for (std::string_view text :
       {"It was the second anniversary of the massacre.",
        "The town marked one year since the siege.", "The one-year anniversary passed.",
        "She mourned on its anniversary."}) {
    const Found found = find(text);
    ASSERT_EQ(found.times.size(), 1u) << text;
    EXPECT_TRUE(found.times[0].anniversary) << text;
  }
  EXPECT_FALSE(find("It lasted one year.").times[0].anniversary);
}

TEST(Times, LinksRanges) {
  for (std::string_view text : {"between 3 and 5 May", "from 3 to 5 May", "May 3-5", "3-5 May 2020",
                                "from Monday to Wednesday", "1990-95", "between 3 and 5 p.m.",
                                "from March to May 2020", "May 30 - June 2", "MAY 3-5"}) {
    const Found found = find(text);
    ASSERT_EQ(found.times.size(), 2u) << text;
    EXPECT_EQ(found.times[0].range_end, 1u) << text;
    EXPECT_FALSE(found.times[1].range_end) << text;
  }
  EXPECT_FALSE(find("On Monday, and on Tuesday").times[0].range_end);
}

TEST(Times, KeepsZonesAndModifiers) {
  EXPECT_EQ(find("at 1430 GMT").times[0].zone, 0);
  EXPECT_EQ(find("at 5 p.m. EST").times[0].zone, -300);
  EXPECT_EQ(find("for more than two days").times[0].modifier, "MORE_THAN");
  EXPECT_EQ(find("nearly two years").times[0].modifier, "APPROX");
  EXPECT_EQ(find("at least two years").times[0].modifier, "MORE_THAN");
  EXPECT_EQ(find("up to two years").times[0].modifier, "LESS_THAN");
  EXPECT_EQ(find("in early May").times[0].modifier, "START");
  EXPECT_EQ(find("in mid-May").times[0].modifier, "MID");
  EXPECT_EQ(find("the end of 1990").times[0].modifier, "END");
}

TEST(Times, AppendsInOrderBehindWhatIsThere) {
  Document document;
  tokenise("It fell on Monday. It rose on 5 May.", document);
  std::vector<TimeMention> times(1);
  find_times(document, times);
  ASSERT_EQ(times.size(), 3u);
  EXPECT_EQ(times[1].weekday, 1);
  EXPECT_EQ(times[2].day, 5);
}

}  // namespace
}  // namespace sitrep
