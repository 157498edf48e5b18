#include "intake/article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/dates.h"

namespace sitrep {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

Article read(std::string_view text, std::string_view title = {}) {
  return read_article(text, title, nullptr);
}

const std::string kBody =
    "Gunmen attacked a checkpoint near the town of Velm on Monday, officials said.\n\n"
    "Two guards were killed and a third was wounded in the exchange of fire.\n\n"
    "The governor, speaking to reporters, blamed smugglers for the attack.";

TEST(Article, TitleBylineAndDateGoOutOfTheBody) {
  const Article article =
      read("Checkpoint attacked near Velm\n\nby Anna Example\nFriday, Mar 04, 2011 - 06:05 PM\n\n" +
           kBody);
  EXPECT_EQ(article.title, "Checkpoint attacked near Velm");
  EXPECT_EQ(article.byline, "Anna Example");
  EXPECT_EQ(iso(article.date->day), "2011-03-04");
  EXPECT_EQ(article.date->minute, 1085);
  EXPECT_EQ(article.body, kBody);
}

TEST(Article, TheAuthorsPictureIsFurniture) {
  const Article article =
      read("Checkpoint attacked near Velm\n\nAnna Example's Photo\nby Anna Example\n\n" + kBody);
  EXPECT_EQ(article.byline, "Anna Example");
  EXPECT_EQ(article.body, kBody);
}

TEST(Article, AGivenTitleIsNotRepeated) {
  EXPECT_EQ(read("CHECKPOINT ATTACKED NEAR VELM\n\n" + kBody, "Checkpoint attacked near Velm").body,
            kBody);
  EXPECT_EQ(read(kBody, "Checkpoint attacked near Velm").body, kBody);
}

TEST(Article, ASentenceIsNoTitle) {
  const Article article = read(kBody);
  EXPECT_EQ(article.title, "");
  EXPECT_EQ(article.body, kBody);
}

TEST(Article, TheStandfirstStays) {
  const Article article = read(
      "Checkpoint attacked near Velm\n\nOfficials blame smugglers for an attack that left two "
      "guards dead at the border\n\n" +
      kBody);
  EXPECT_THAT(article.body, testing::StartsWith("Officials blame smugglers"));
}

TEST(Article, DatelinesAreKeptAndRead) {
  const Article article = read("QUITO, 9 MAY 91 (EFE) -- [TEXT] GUNMEN ATTACKED A CHECKPOINT.");
  EXPECT_EQ(article.dateline, "QUITO");
  EXPECT_EQ(article.credit, "EFE");
  EXPECT_EQ(iso(article.date->day), "1991-05-09");
  EXPECT_EQ(article.body, "QUITO, 9 MAY 91 (EFE) -- GUNMEN ATTACKED A CHECKPOINT.");
}

TEST(Article, CaptionsAreSetApart) {
  const std::string caption =
      "Guards stand at the gate of Velm, Tuesday, March 1, 2011. (Some Agency via AP)";
  const Article article = read(
      "Checkpoint attacked near Velm\n\n" + caption + "\n" + caption + "\n\n" + kBody +
      "\n\nFile photo of the gate, February 3, 2009. (AP Photo/Some Name)\n\nThe gate stays shut.");
  EXPECT_THAT(
      article.captions,
      ElementsAre(caption, "File photo of the gate, February 3, 2009. (AP Photo/Some Name)"));
  EXPECT_EQ(iso(*article.caption_day), "2011-03-01");
  EXPECT_EQ(article.body, kBody + "\n\nThe gate stays shut.");
}

TEST(Article, SentencesAboutPicturesStay) {
  for (auto sentence :
       {"Images of the damage were released on Wednesday...",
        "Photos obtained by a local paper showed the burnt gate of the checkpoint.",
        "The attack was filmed by residents (and by the police).",
        "Shares in the company that runs the crossing fell by four percent after the attack.",
        "Advertisement revenue paid for the new wall, which the guards had asked for in vain."}) {
    EXPECT_THAT(read("Checkpoint attacked near Velm\n\n" + kBody + "\n\n" + sentence).body,
                HasSubstr(sentence));
  }
}

TEST(Article, LinksAtTheEndGo) {
  const Article article =
      read("Checkpoint attacked near Velm\n\n" + kBody +
           "\n\nread more:\nNever miss a story\nGet our letters\nYou're subscribed");
  EXPECT_EQ(article.body, kBody);
  EXPECT_EQ(
      read(kBody + "\n\nRELATED\nGuards on strike in Velm\n\nNobody claimed the attack so far.")
          .body,
      kBody + "\n\nNobody claimed the attack so far.");
  EXPECT_EQ(read(kBody + "\n\n\xC2\xA9 2011 Velm Post. All rights reserved.").body, kBody);
}

TEST(Article, AListAtTheEndStays) {
  EXPECT_THAT(read(kBody + "\n\nThe dead are:\nJohn Example\nJane Example").body,
              HasSubstr("Jane Example"));
}

TEST(Article, WrappedLinesAreJoined) {
  const Article article = read(
      "   QUITO, 9 MAY 91 (EFE) -- [TEXT] GUNMEN ATTACKED A CHECKPOINT NEAR THE\n"
      "TOWN OF VELM ON MONDAY.  TWO GUARDS WERE KILLED AND A THIRD WAS WOUNDED IN\n"
      "THE EXCHANGE OF FIRE THAT FOLLOWED, OFFICIALS SAID LATER IN THE PROVINCIAL\n"
      "CAPITAL.\n\n"
      "   THE GOVERNOR BLAMED SMUGGLERS FOR THE ATTACK, WHICH WAS THE THIRD IN THE\n"
      "SAME WEEK.\n");
  EXPECT_EQ(article.body,
            "QUITO, 9 MAY 91 (EFE) -- GUNMEN ATTACKED A CHECKPOINT NEAR THE TOWN OF VELM ON "
            "MONDAY. TWO GUARDS WERE "
            "KILLED AND A THIRD WAS WOUNDED IN THE EXCHANGE OF FIRE THAT FOLLOWED, OFFICIALS SAID "
            "LATER IN THE "
            "PROVINCIAL CAPITAL.\n\nTHE GOVERNOR BLAMED SMUGGLERS FOR THE ATTACK, WHICH WAS THE "
            "THIRD IN THE SAME WEEK.");
}

TEST(Article, OneLineAParagraphStaysSo) {
  const std::string text =
      "Gunmen attacked a checkpoint near the town of Velm on Monday, and killed two guards there.\n"
      "He did not elaborate.\nNobody claimed it.";
  EXPECT_EQ(read(text).body, text);
}

TEST(Article, ADateInTheBodyIsNoPublicationDate) {
  const Article article = read("Checkpoint attacked near Velm\n\n" + kBody +
                               "\n\nThe last attack was on March 4, 2009.");
  EXPECT_FALSE(article.date);
  EXPECT_FALSE(article.caption_day);
}

TEST(Article, ACaptionThatIsAllIsTheReport) {
  const Article article = read("Guards stand at the gate of Velm. (AP Photo/Some Name)");
  EXPECT_THAT(article.title + article.body, Not(""));
}

}  // namespace
}  // namespace sitrep
