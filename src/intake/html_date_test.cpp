#include "intake/html_date.h"

#include <gtest/gtest.h>

#include "core/dates.h"
#include "intake/reader.h"

namespace sitrep {
namespace {

const std::string kStory =
    "<p>Gunmen attacked a checkpoint near the town of Velm on Monday, officials said, and two "
    "died.</p><p>The governor, speaking to reporters in the capital, blamed smugglers for it.</p>"
    "<p>The court of Velm opened its doors on May 2, 1999, and has not seen such a week since.</p>";

// Its day, its minute if it has one, and where it was found.
std::string published(const std::string& below_headline, const std::string& head = "") {
  const auto read = read_report(
      RawInput{
          .file = "page.html",
          .bytes =
              "<!doctype html><html><head><title>Checkpoint at Velm attacked</title>" + head +
              "</head><body><div><p>Wednesday, March 9, 2011</p><h1>Checkpoint at Velm attacked"
              "</h1>" +
              below_headline + "<div class=story-body>" + kStory + "</div></div></body></html>"},
      {});
  const Report& report = read->report;
  if (!report.published) return "none";
  std::string shown = iso(*report.published->start);
  if (report.published_minute) shown += ' ' + std::to_string(*report.published_minute);
  return shown + ", " + read->origins.published;
}

std::string with_meta(const std::string& published) {
  return "<meta property='article:published_time' content='" + published + "'>";
}

const std::string kShown = ", a line below the page's headline";

TEST(ShownDate, BelowTheHeadline) {
  EXPECT_EQ(published("<div>August 23, 2011</div>"), "2011-08-23" + kShown);
  EXPECT_EQ(
      published("<h3 class=byline>by Anna Example<br><span>Friday, March 4, 2011</span></h3>"),
      "2011-03-04" + kShown);
  EXPECT_EQ(published("<div>Anna Example - Mar 4, 2011, 8:15 pm CST</div>"),
            "2011-03-04 1215" + kShown);
  EXPECT_EQ(published("<div>March 4, 2011 / 1:07 AM / Velm News</div>"), "2011-03-04 67" + kShown);
  EXPECT_EQ(published("<div>Posted: March&nbsp;4, 2011 &nbsp;|&nbsp;</div>"),
            "2011-03-04" + kShown);
  EXPECT_EQ(published("<div>Posted: Fri 6:45 PM, Mar 4, 2011 | </div>"
                      "<div>Updated: Sat 8:31 PM, Mar 5, 2011</div>"),
            "2011-03-04 1125" + kShown);
}

TEST(ShownDate, AmongNames) {
  EXPECT_EQ(
      published("<p>By <a href=/a>Anna Example</a>, B. Ample on Friday, March 4th, 2011 at 11:08 "
                "a.m.</p>"),
      "2011-03-04 668" + kShown);
  EXPECT_EQ(published("<div><a href=/>Velm Post</a> March 04, 2011</div>"), "2011-03-04" + kShown);
  EXPECT_EQ(published("<div>March 4, 2011 7:45 am PST by Anna Example</div>"),
            "2011-03-04 465" + kShown);
  EXPECT_EQ(published("<div>Photo: Reuters March 4, 2011</div>"), "none");
  EXPECT_EQ(published("<p>By the time of the attack on March 4, 2011.</p>"), "none");
  EXPECT_EQ(published("<div>What the court said about March 4, 2011</div>"), "none");
  EXPECT_EQ(published("<h2>Velm March 4, 2011</h2>"), "none");
  EXPECT_EQ(published("<figure><figcaption>Velm Port March 4, 2011</figcaption></figure>"), "none");
}

TEST(ShownDate, BehindARowOfLinks) {
  std::string links;
  for (int i = 0; i < 14; ++i) links += "<li><a href=/x>Share this</a></li>";
  EXPECT_EQ(published("<ul>" + links + "</ul><p>Anna Example</p><p>March 4, 2011</p>"),
            "2011-03-04" + kShown);
}

TEST(ShownDate, TheLastHeadlineIsTheArticles) {
  EXPECT_EQ(published("<p>Wednesday, March 9, 2011</p><h1>Checkpoint at Velm attacked</h1>"
                      "<p>March 4, 2011</p>"),
            "2011-03-04" + kShown);
  EXPECT_EQ(published("<p>March 4, 2011</p><h3>Checkpoint at Velm attacked!</h3>"),
            "2011-03-04" + kShown);
}

TEST(ShownDate, TheOnlyHeadlineMayHaveOtherWords) {
  const auto named = [](const std::string& more) {
    return published("<div>March 4, 2011</div>" + more,
                     "<meta property=og:title content='Guards among the dead of Velm'>");
  };
  EXPECT_EQ(named(""), "2011-03-04" + kShown);
  EXPECT_EQ(named("<h1>Need a hand with it?</h1>"), "none");
}

TEST(ShownDate, AnUpdateCountsOnlyWhereNothingElseDoes) {
  const std::string updated = "<div>Updated: March 5, 2011</div>";
  EXPECT_EQ(published(updated + "<div>Published: March 4, 2011</div>"), "2011-03-04" + kShown);
  EXPECT_EQ(published(updated), "2011-03-05" + kShown);
}

TEST(ShownDate, OfAnotherArticle) {
  EXPECT_EQ(published("<div><a href=/x>Guards on strike in the north</a></div>"
                      "<div>March 4, 2011</div>"),
            "none");
  EXPECT_EQ(published("<h3><a href=/x>Guards on strike in the north</a></h3>"
                      "<div>North</div><div>March 4, 2011</div>"),
            "none");
}

TEST(ShownDate, OfThePageOrTheText) {
  EXPECT_EQ(published(""), "none");
  EXPECT_EQ(published("<p>The third attack of its kind in a week, and nobody has been held for "
                      "any of them so far.</p>"),
            "none");
  EXPECT_EQ(
      published(
          "<p>The gate of Velm was attacked for the third time in a week, the governor has "
          "said.</p><p>Nobody at all has been held for any of the attacks so far, and the town is "
          "quiet again.</p><p>March 2, 1999</p>"),
      "none");
}

TEST(ShownDate, MetadataSaysMore) {
  EXPECT_EQ(published("<div>March 14, 2011</div>", with_meta("2011-03-04")),
            "2011-03-04, the page's meta tag article:published_time");
}

// One moment is of two days; the outlet's own is the one that it shows.
TEST(ShownDate, TheOutletsDayAndNotThatOfGreenwich) {
  const std::string from = ", the page's meta tag article:published_time; the day by ";
  const std::string line = from + "the line below its headline";
  const std::string meta = with_meta("2011-03-05T04:03:00+00:00");
  EXPECT_EQ(published("<div>March 4, 2011 8:03 PM</div>", meta), "2011-03-04 1203" + line);
  EXPECT_EQ(published("<div>March 4, 2011</div>", meta), "2011-03-04" + line);
  EXPECT_EQ(published("<div>Updated 8:31 pm PST, Friday, March 4, 2011</div>", meta),
            "2011-03-04" + line);
  EXPECT_EQ(published("<div>March 6, 2011</div>", with_meta("2011-03-05T22:03:00Z")),
            "2011-03-06" + line);
  EXPECT_EQ(published("", meta + "<link rel=canonical href='https://velm.example/2011/03/04/x'>"),
            "2011-03-04" + from + "the address");
}

TEST(ShownDate, AHeadlineInTheAddressTellsOfItsOwnDay) {
  EXPECT_EQ(
      published("", with_meta("2011-03-05T04:03:00Z") +
                        "<link rel=canonical href='https://velm.example/the-day-2011-03-04'>"),
      "2011-03-05 243, the page's meta tag article:published_time");
}

TEST(ShownDate, NoZoneIsThatFarFromGreenwich) {
  const auto meta_alone = [](const std::string& shown, const std::string& meta) {
    return published(shown, with_meta(meta))
        .ends_with(", the page's meta tag article:published_time");
  };
  EXPECT_TRUE(meta_alone("<div>March 4, 2011</div>", "2011-03-05T14:03:00Z"));
  EXPECT_TRUE(meta_alone("<div>March 4, 2011 9:00 am</div>", "2011-03-05T04:03:00Z"));
  EXPECT_TRUE(meta_alone("<div>March 3, 2011</div>", "2011-03-05T04:03:00Z"));
  EXPECT_TRUE(meta_alone("<div>March 4, 2011</div>", "2011-03-05T04:03:00-05:00"));
  EXPECT_TRUE(meta_alone("<div>March 4, 2011</div>", "2011-03-05"));
  EXPECT_TRUE(meta_alone("<div>Updated: March 6, 2011</div>", "2011-03-05T22:03:00Z"));
}

}  // namespace
}  // namespace sitrep
