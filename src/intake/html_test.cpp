#include "intake/html.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "intake/html_entities.h"
#include "intake/html_tokens.h"
#include "intake/reader.h"

namespace sitrep {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kOne =
    "Gunmen attacked a checkpoint near the town of Velm on Monday, officials said, and two died.";
const std::string kTwo =
    "The governor, speaking to reporters in the capital, blamed smugglers for the attack.";
const std::string kThree =
    "Nobody has claimed the attack so far, which was the third of its kind in the same week.";

std::string page(const std::string& body, const std::string& head = "") {
  return "<!DOCTYPE html><html><head><title>Checkpoint attacked near Velm - Velm Post</title>" +
         head + "</head><body>" + body + "</body></html>";
}

std::string story() { return "<p>" + kOne + "</p><p>" + kTwo + "</p><p>" + kThree + "</p>"; }

const std::string kText = kOne + "\n\n" + kTwo + "\n\n" + kThree;

TEST(Html, ParagraphsAndHeadline) {
  const Page read =
      read_html(page("<div><h1>Checkpoint attacked near Velm</h1>" + story() + "</div>"));
  EXPECT_EQ(read.data.title, "Checkpoint attacked near Velm");
  EXPECT_EQ(read.text, kText);
}

TEST(Html, WhatStandsAroundTheArticleIsLeft) {
  const std::string menu =
      "<nav><ul><li><a href='/a'>World</a></li><li><a href='/b'>Business</a></li></ul></nav>";
  const std::string links =
      "<div class=related><h3>Related</h3><ul><li><a href='/c'>Guards on strike in Velm after a "
      "long night of talks</a></li></ul></div>";
  const std::string comments =
      "<div id='comments'><p>I have never seen anything like it in all my years here, "
      "friends.</p><p>And neither have I, nor my neighbours, as far as I can tell.</p></div>";
  const Page read =
      read_html(page("<header>Velm Post, the paper of record</header>" + menu +
                     "<div class=main><h1>"
                     "Checkpoint attacked near Velm</h1><div class=x>" +
                     story() + links + "</div>" + comments +
                     "</div><footer><p>Velm Post is printed in Velm by its owners, all of "
                     "whom live there.</p></footer><script>var a = '<p>not text</p>';</script>"));
  EXPECT_EQ(read.text, kText);
}

TEST(Html, TeasersOfOtherArticlesAreLeft) {
  std::string teasers;
  for (auto name : {"North", "South"}) {
    teasers += std::string("<div><h4><a href='/t'>Strike in the ") + name +
               "</a></h4><p>Guards in the " + name +
               " went on strike on Sunday, the union said in a short statement.</p></div>";
  }
  EXPECT_EQ(read_html(page("<div><div>" + story() + "</div>" + teasers + "</div>")).text, kText);
}

TEST(Html, BreaksPartParagraphsToo) {
  EXPECT_EQ(
      read_html(page("<div>" + kOne + "<br><br>" + kTwo + "<br/> <br/>" + kThree + "</div>")).text,
      kText);
}

TEST(Html, HeadingsAndListsInsideStay) {
  const Page read = read_html(page("<div><p>" + kOne + "</p><h2>Blame</h2><p>" + kTwo +
                                   "</p><ul><li>Two guards</li></ul><p>" + kThree + "</p></div>"));
  EXPECT_EQ(read.text, kOne + "\n\nBlame\n\n" + kTwo + "\n\nTwo guards\n\n" + kThree);
}

TEST(Html, CaptionsAreSetApart) {
  const Page read = read_html(page("<div><p>" + kOne +
                                   "</p><figure><img src=x><figcaption>Guards at the gate of "
                                   "Velm</figcaption></figure><p>" +
                                   kTwo + "</p><p>" + kThree + "</p></div>"));
  EXPECT_EQ(read.text, kText);
  EXPECT_THAT(read.captions, ElementsAre("Guards at the gate of Velm"));
}

TEST(Html, FactsOfTheHead) {
  const Page read = read_html(page(
      "<div>" + story() + "</div>",
      "<meta property='og:title' content='Checkpoint attacked &amp; burnt'>"
      "<meta property=og:site_name content='Velm Post'><meta name=author content='Anna Example'>"
      "<meta property='article:published_time' content='2011-03-04T09:10:00+00:00'>"
      "<link rel=canonical href='https://velm.example/2011/03/04/x'>"));
  EXPECT_EQ(read.data.title, "Checkpoint attacked & burnt");
  EXPECT_EQ(read.site, "Velm Post");
  EXPECT_EQ(read.data.byline, "Anna Example");
  EXPECT_EQ(read.data.published, "2011-03-04T09:10:00+00:00");
  EXPECT_EQ(read.address, "https://velm.example/2011/03/04/x");
}

TEST(Html, JsonLdIsTrustedMost) {
  const Page read = read_html(page("<div>" + story() + "</div>",
                                   "<meta name=date content='2001-01-01'><script "
                                   "type='application/ld+json'>{\"@graph\":[{\"@type\":\"WebSite\","
                                   "\"headline\":\"no\"},{\"@type\":\"NewsArticle\",\"headline\":"
                                   "\"Velm\n attacked\",\"datePublished\":"
                                   "\"2011-03-04\",\"author\":[{\"name\":\"A\"},{\"name\":\"B\"}],"
                                   "\"publisher\":{\"name\":\"Velm Post\"}}]}</script>"));
  EXPECT_EQ(read.data.title, "Velm attacked");
  EXPECT_EQ(read.data.published, "2011-03-04");
  EXPECT_EQ(read.data.byline, "A, B");
  EXPECT_EQ(read.site, "Velm Post");
}

TEST(Html, CarelessJsonLd) {
  const auto published = [](const std::string& fields) {
    return read_html(page("<div>" + story() + "</div>",
                          "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," +
                              fields + "\"datePublished\":\"2011-03-04\" , \n}</script>"))
        .data.published;
  };
  EXPECT_EQ(published(""), "2011-03-04");
  EXPECT_EQ(published("\"keywords\":[\"Velm\",\n\"war\",\n],"), "2011-03-04");
  EXPECT_EQ(published("\"headline\":\"Velm,] \\\"quoted,\\\" \n attacked\","), "2011-03-04");
}

TEST(Html, StringsOfJsonLdStayAsTheyAre) {
  EXPECT_EQ(read_html(page("<div>" + story() + "</div>",
                           "<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                           "\"headline\":\"Velm: \\\"guns, ] or\\\" \\\\, } peace,]\"}</script>"))
                .data.title,
            "Velm: \"guns, ] or\" \\, } peace,]");
}

TEST(Html, AFactCheckIsAnArticle) {
  EXPECT_EQ(read_html(page("<div>" + story() + "</div>",
                           "<script type='application/ld+json'>{\"@type\":\"ClaimReview\","
                           "\"datePublished\":\"2011-03-04\"}</script>"))
                .data.published,
            "2011-03-04");
}

TEST(Html, CarelessMarkup) {
  EXPECT_EQ(read_html("<html><body><div><p>" + kOne + "<p>" + kTwo + "<P CLASS=x>" + kThree +
                      "</div></body>")
                .text,
            kText);
  EXPECT_EQ(read_html("<table><tr><td>Menu</td><td><font>" + kOne + "<br><br>" + kTwo + "<br><br>" +
                      kThree + "</font></td></tr></table>")
                    .text.find("Gunmen") != std::string::npos,
            true);
  EXPECT_EQ(read_html(page("<div>" + story() + "<div><span></div></p></span></table>")).text,
            kText);
}

TEST(Html, APageWithoutAnArticle) {
  EXPECT_EQ(read_html(page("<p>Please enable cookies.</p>")).text, "");
  EXPECT_EQ(read_html("").text, "");
  EXPECT_EQ(read_html("<").text, "");
  EXPECT_EQ(read_html("<!-- never closed").text, "");
}

TEST(Html, AReportOfAPage) {
  RawInput raw{.file = "velm.html",
               .bytes = page("<h1>Checkpoint attacked near Velm</h1><div><p class=byline>By Anna "
                             "Example</p>" +
                                 story() + "</div>",
                             "<meta charset=windows-1252><meta name=date content='4 March 2011'>")};
  raw.bytes.replace(raw.bytes.find("officials"), 9, "offici\xE8ls");
  const auto report = to_report(raw, {});
  ASSERT_TRUE(report);
  EXPECT_EQ(report->title, "Checkpoint attacked near Velm");
  EXPECT_THAT(report->text,
              testing::StartsWith("Checkpoint attacked near Velm\n\nGunmen attacked"));
  EXPECT_THAT(report->text, HasSubstr("offici\xC3\xA8ls"));
  EXPECT_THAT(report->text, Not(HasSubstr("Anna")));
  ASSERT_TRUE(report->published);
}

TEST(Html, DeclaredEncodings) {
  EXPECT_EQ(declared_encoding("<meta charset=\"Windows-1251\">"), "windows-1251");
  EXPECT_EQ(
      declared_encoding("<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-5'>"),
      "iso-8859-5");
  EXPECT_EQ(declared_encoding("<p>charset=no</p>"), "");
}

TEST(Html, Entities) {
  EXPECT_EQ(decoded("a &amp; b &lt;c&gt; &quot;d&quot; &#8212;&#x2014;"),
            "a & b <c> \"d\" \xE2\x80\x94\xE2\x80\x94");
  EXPECT_EQ(decoded("&rsquo;&hellip;&eacute;&nbsp;&euro;"),
            "\xE2\x80\x99\xE2\x80\xA6\xC3\xA9\xC2\xA0\xE2\x82\xAC");
  EXPECT_EQ(decoded("AT&T &unknown; &; &#; &#xZ; & &copy 2011"),
            "AT&T &unknown; &; &#; &#xZ; & \xC2\xA9 2011");
  EXPECT_EQ(decoded("&#99999999999;&#0;"), "\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(decoded("&#146;"), "\xC2\x92");  // cleaned to an apostrophe later
}

TEST(Html, Tokens) {
  HtmlTokens tokens("x<A HREF='a>b' id=c>y</a ><br/><script>if (a<b) '</p>'</script>");
  std::string seen;
  for (HtmlToken token; tokens.next(token);) {
    seen += std::to_string(static_cast<int>(token.kind)) + '[' + std::string(token.text) + ']';
  }
  EXPECT_EQ(seen, "0[x]1[ HREF='a>b' id=c]0[y]2[ ]1[/]1[]3[if (a<b) '</p>']2[]");
  EXPECT_EQ(attribute(" HREF='a&amp;b' id=c", "href"), "a&b");
  EXPECT_EQ(attribute(" HREF='a' id=c", "id"), "c");
  EXPECT_EQ(attribute(" disabled", "disabled"), "");
  EXPECT_EQ(attribute(" a=1", "b"), std::nullopt);
}

}  // namespace
}  // namespace sitrep
