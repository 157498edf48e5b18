#include "grounding/calendar_periods.h"

#include <gtest/gtest.h>

#include "core/dates.h"
#include "grounding/calendar_feasts.h"

namespace sitrep {
namespace {

TEST(CalendarPeriods, ValuesOfEachUnit) {
  using calendar::containing;
  using calendar::value;
  const Day day = *parse_day("2021-01-03");
  EXPECT_EQ(value(containing(day, TimeUnit::day)), "2021-01-03");
  EXPECT_EQ(value(containing(day, TimeUnit::week)), "2020-W53");
  EXPECT_EQ(value(containing(day, TimeUnit::weekend)), "2020-W53-WE");
  EXPECT_EQ(value(containing(day, TimeUnit::month)), "2021-01");
  EXPECT_EQ(value(containing(day, TimeUnit::quarter)), "2021-Q1");
  EXPECT_EQ(value(containing(day, TimeUnit::season)), "2020-WI");
  EXPECT_EQ(value(containing(day, TimeUnit::half_year)), "2021-H1");
  EXPECT_EQ(value(containing(day, TimeUnit::decade)), "202");
  EXPECT_EQ(value(containing(day, TimeUnit::century)), "20");
}

TEST(CalendarPeriods, MonthsEndWhereTheyEnd) {
  EXPECT_EQ(calendar::add_months(*parse_day("2022-01-31"), 1), parse_day("2022-02-28"));
  EXPECT_EQ(calendar::add_months(*parse_day("2020-02-29"), -12), parse_day("2019-02-28"));
}

TEST(CalendarFeasts, MovingFeasts) {
  EXPECT_EQ(calendar::western_easter(2024), parse_day("2024-03-31"));
  EXPECT_EQ(calendar::western_easter(1997), parse_day("1997-03-30"));
  EXPECT_EQ(calendar::orthodox_easter(2024), parse_day("2024-05-05"));
  EXPECT_EQ(calendar::hebrew_day(5784, 7, 1), parse_day("2023-09-16"));
  EXPECT_EQ(calendar::hebrew_day(5784, 1, 15), parse_day("2024-04-23"));
  EXPECT_EQ(calendar::hebrew_day(5785, 9, 25), parse_day("2024-12-26"));
  EXPECT_EQ(calendar::islamic_day(1443, 9, 1), parse_day("2022-04-03"));
}

}  // namespace
}  // namespace sitrep
