#include "intake/date_text.h"

#include <gtest/gtest.h>

#include "core/dates.h"

namespace sitrep {
namespace {

std::string shown(const std::optional<DateText>& date) {
  if (!date) return "none";
  std::string text = iso(date->day);
  if (date->minute) text.append(" ").append(std::to_string(*date->minute));
  return text;
}

std::string shown(const std::optional<Day>& day) { return day ? iso(*day) : "none"; }

TEST(DateText, LinesThatAreDates) {
  EXPECT_EQ(shown(read_date("Friday, Mar 04, 2011 - 06:05 PM")), "2011-03-04 1085");
  EXPECT_EQ(shown(read_date("Published: 4 March 2011 09:10 GMT")), "2011-03-04 550");
  EXPECT_EQ(shown(read_date("March 4, 2011")), "2011-03-04");
  EXPECT_EQ(shown(read_date("Sept. 4th, 2011")), "2011-09-04");
  EXPECT_EQ(shown(read_date("10:15 a.m. EST, Fri March 4, 2011")), "2011-03-04 615");
  EXPECT_EQ(shown(read_date("09:10 - 4 March 2011")), "2011-03-04 550");
  EXPECT_EQ(shown(read_date("Fri, 04 Mar 2011 12:30:00 +0000")), "2011-03-04 750");
  EXPECT_EQ(shown(read_date("Fri Mar 04 2011 12:30:46 GMT+0000")), "2011-03-04 750");
  EXPECT_EQ(shown(read_date("12:00 am, 4 March 2011")), "2011-03-04 0");
}

TEST(DateText, IsoForms) {
  EXPECT_EQ(shown(read_date("2011-03-04")), "2011-03-04");
  EXPECT_EQ(shown(read_date("2011-03-04T23:10:00Z")), "2011-03-04 1390");
  EXPECT_EQ(shown(read_date("2011-03-04T23:10:00.123+05:30")), "2011-03-04 1390");
  EXPECT_EQ(shown(read_date("2011-03-04 07:05")), "2011-03-04 425");
  EXPECT_EQ(shown(read_date("2011-02-30")), "none");
}

TEST(DateText, FiguresThatCouldBeEitherAreRefused) {
  EXPECT_EQ(shown(read_date("25/03/2011")), "2011-03-25");
  EXPECT_EQ(shown(read_date("03/25/2011")), "2011-03-25");
  EXPECT_EQ(shown(read_date("04.03.2011")), "2011-03-04");
  EXPECT_EQ(shown(read_date("03/04/2011")), "none");
}

TEST(DateText, LabelsAndUpdates) {
  EXPECT_TRUE(read_date("Last updated: March 4, 2011")->updated);
  EXPECT_FALSE(read_date("Published March 4, 2011")->updated);
  EXPECT_EQ(shown(read_date("Published March 4, 2011, updated March 6, 2011 10:00")), "2011-03-04");
  EXPECT_EQ(shown(read_date("Updated March 6, 2011 10:00; published March 4, 2011 08:00")),
            "2011-03-04 480");
}

TEST(DateText, SentencesAreNoDates) {
  EXPECT_FALSE(read_date("On March 4, 2011 the bridge fell."));
  EXPECT_FALSE(read_date("March 4"));
  EXPECT_FALSE(read_date("2011"));
  EXPECT_FALSE(read_date(""));
  EXPECT_FALSE(read_date("Published"));
}

TEST(DateText, WireDates) {
  EXPECT_EQ(shown(read_wire_date("7 FEB 91")), "1991-02-07");
  EXPECT_EQ(shown(read_wire_date("Feb. 7, 2004")), "2004-02-07");
  EXPECT_EQ(shown(read_wire_date("7 FEB")), "none");
  EXPECT_TRUE(is_day_and_month("Feb. 7"));
  EXPECT_TRUE(is_day_and_month("7 FEB"));
  EXPECT_FALSE(is_day_and_month("FEBRUARY"));
}

TEST(DateText, LatestInACaption) {
  EXPECT_EQ(shown(latest_date_in(
                "Smoke over the port, Tuesday, March 8, 2011; in front a wall built 2 May 2001.")),
            "2011-03-08");
  EXPECT_EQ(shown(latest_date_in("Smoke over the port in March.")), "none");
}

TEST(DateText, Addresses) {
  EXPECT_EQ(shown(date_in_address("https://news.example/2011/03/04/bridge.html")), "2011-03-04");
  EXPECT_EQ(shown(date_in_address("https://news.example/2011/mar/04/bridge")), "2011-03-04");
  EXPECT_EQ(shown(date_in_address("stories/2011-03-04-bridge.txt")), "2011-03-04");
  EXPECT_EQ(shown(date_in_address("stories/bridge_20110304.txt")), "2011-03-04");
  EXPECT_EQ(shown(date_in_address(
                "http://web.archive.org/web/20150102030405/http://a.example/2011/03/04/b")),
            "2011-03-04");
  EXPECT_EQ(shown(date_in_address("http://web.archive.org/web/20150102/http://a.example/b")),
            "none");
  EXPECT_EQ(shown(date_in_address("https://news.example/article-1234567")), "none");
}

TEST(DateText, PathsOfAddresses) {
  EXPECT_EQ(shown(day_of_path("https://news.example/2011/03/04/bridge.html")), "2011-03-04");
  EXPECT_EQ(shown(day_of_path("https://news.example/story/2011-03-04/bridge")), "2011-03-04");
  EXPECT_EQ(shown(day_of_path("https://news.example/20110304")), "2011-03-04");
  EXPECT_EQ(shown(day_of_path("https://news.example/the-bridge-on-2011-03-04/")), "none");
  EXPECT_EQ(shown(day_of_path("https://news.example/2011-03-04-bridge")), "none");
  EXPECT_EQ(shown(day_of_path("https://web.archive.org/web/20150102/http://a.example/b")), "none");
  EXPECT_EQ(shown(day_of_path("")), "none");
}

}  // namespace
}  // namespace sitrep
