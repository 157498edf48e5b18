#include "output/wording.h"

#include <gtest/gtest.h>

#include "core/dates.h"

namespace sitrep::output {
namespace {

Day day(int y, unsigned m, unsigned d) { return *make_day(y, m, d); }

TEST(Wording, Quantities) {
  EXPECT_EQ("five", quantity_words({5, 5, 5, ""}));
  EXPECT_EQ("at least five", quantity_words({5, 5, std::nullopt, ""}));
  EXPECT_EQ("up to five", quantity_words({std::nullopt, 5, 5, ""}));
  EXPECT_EQ("up to three", quantity_words({0, 3, 3, ""}));
  EXPECT_EQ("between three and seven", quantity_words({3, 5, 7, ""}));
  EXPECT_EQ("dozens", quantity_words({24, std::nullopt, std::nullopt, "dozens of people"}));
  EXPECT_EQ("at least 24", quantity_words({24, std::nullopt, std::nullopt, "two dozen"}));
  EXPECT_EQ("none", quantity_words({0, 0, 0, "no casualties"}));
  EXPECT_EQ("12,345", quantity_words({12345, 12345, 12345, ""}));
  EXPECT_EQ("", quantity_words({}));
}

TEST(Wording, CountedPeople) {
  EXPECT_EQ("one person", counted_of({1, 1, 1, ""}, "person"));
  EXPECT_EQ("dozens of people", counted_of({24, {}, {}, "dozens"}, "person"));
  EXPECT_EQ("several people", counted_of({3, {}, {}, "several"}, "person"));
}

TEST(Wording, Plurals) {
  EXPECT_EQ("1 report", counted(1, "report"));
  EXPECT_EQ("1,200 reports", counted(1200, "report"));
  EXPECT_EQ("no countries", counted_in_words(0, "country"));
  EXPECT_EQ("oil fields", plural("oil field"));
  EXPECT_EQ("gunmen", plural("gunman"));
  EXPECT_EQ("buses", plural("bus"));
  EXPECT_EQ("days", plural("day"));
}

TEST(Wording, Days) {
  EXPECT_EQ("4 January 2022", day_text(day(2022, 1, 4)));
  EXPECT_EQ("3–5 January 2022", period_text(day(2022, 1, 3), day(2022, 1, 5)));
  EXPECT_EQ("30 January – 2 February 2022", period_text(day(2022, 1, 30), day(2022, 2, 2)));
  EXPECT_EQ("30 December 2021 – 2 January 2022", period_text(day(2021, 12, 30), day(2022, 1, 2)));
  EXPECT_EQ("February 2024", period_text(day(2024, 2, 1), day(2024, 2, 29)));
  EXPECT_EQ("2019", when_text(year_when(2019, Basis::stated)));
  EXPECT_EQ("Date not stated", when_text({}));
  EXPECT_EQ("in February 2024", on_text(month_when(2024, 2, Basis::stated)));
}

TEST(Wording, ControlAndDirectionCharactersGo) {
  EXPECT_EQ("a b", printable("a\x1b\n\rb"));
  EXPECT_EQ("ab", printable("a\u202eb"));
  EXPECT_EQ("a\uFFFDb", printable("a\xff"
                                  "b"));
}

TEST(Wording, CutsAtWords) {
  EXPECT_EQ("one two…", shortened("one two, three", 9));
  EXPECT_EQ("ééé…", shortened("ééééééé", 7));
  EXPECT_EQ("short", shortened("short", 9));
}

TEST(Wording, Lists) {
  EXPECT_EQ("", joined({}));
  EXPECT_EQ("a and b", joined({"a", "b"}));
  EXPECT_EQ("a, b and c", joined({"a", "b", "c"}));
}

}  // namespace
}  // namespace sitrep::output
