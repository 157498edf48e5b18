#include "intake/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "core/dates.h"
#include "intake/reader.h"
#include "intake/test_folder.h"
#include "knowledge/small_world.h"

namespace sitrep {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;

struct Read {
  std::vector<Report> reports;
  std::vector<Error> errors;

  std::vector<std::string> uris() const {
    std::vector<std::string> all;
    for (const Report& report : reports) all.push_back(report.uri);
    return all;
  }
};

Read read(std::string_view feed, InputOptions options = {}) {
  const TestFolder folder;
  Read all;
  Reader reader({folder.write("feed", feed)}, options);
  while (auto next = reader.next()) {
    if (*next) {
      all.reports.push_back(std::move(**next));
    } else {
      all.errors.push_back(next->error());
    }
  }
  return all;
}

// The one report of the one item.
Report read_one(std::string_view feed, InputOptions options = {}) {
  Read all = read(feed, options);
  if (!all.errors.empty()) ADD_FAILURE() << describe(all.errors[0]);
  if (all.reports.size() != 1) {
    ADD_FAILURE() << all.reports.size() << " reports";
    return {};
  }
  return all.reports[0];
}

const std::string kSentence = "Gunners shelled a bridge near Velm on Monday, killing two guards.";

std::string rss(const std::string& items, const std::string& channel = "<title>Velm Post</title>") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" "
         "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
         "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>" +
         channel + items + "</channel></rss>";
}

std::string item(const std::string& fields) {
  return "<item><title>Bridge shelled</title><link>https://post.example/1</link>" + fields +
         "</item>\n";
}

std::string described(const std::string& text) { return "<description>" + text + "</description>"; }

TEST(Feed, Rss20) {
  const Report report = read_one(rss(
      item("<pubDate>Wed, 05 Jan 2022 07:21:00 +0200</pubDate><dc:creator>Jana Holt</dc:creator>"
           "<description>Gunners shelled ...</description>"
           "<content:encoded><![CDATA[<p>" +
           kSentence +
           "</p><p>Nobody claimed it.</p>"
           "<p>The post <a href=\"/1\">Bridge shelled</a> appeared first on "
           "<a href=\"/\">Velm Post</a>.</p>]]></content:encoded>")));
  EXPECT_EQ(report.uri, "https://post.example/1");
  EXPECT_EQ(report.title, "Bridge shelled");
  EXPECT_EQ(report.byline, "Jana Holt");
  EXPECT_EQ(report.outlet, "Velm Post");
  EXPECT_EQ(report.text, "Bridge shelled\n\n" + kSentence + "\n\nNobody claimed it.");
  ASSERT_TRUE(report.published.has_value());
  EXPECT_EQ(iso(*report.published->start), "2022-01-05");
  EXPECT_EQ(report.published_minute, 7 * 60 + 21);
}

TEST(Feed, Atom) {
  const Report report = read_one(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://post.example/news/\">"
      "<title>Velm Post</title><link rel=\"self\" href=\"https://post.example/atom\"/>"
      "<author><name>The desk</name></author>"
      "<entry><title type=\"html\">Bridge &amp;amp; road shelled</title>"
      "<link rel=\"enclosure\" href=\"a.mp3\"/><link rel=\"alternate\" href=\"../story/1\"/>"
      "<id>urn:uuid:1</id><published>2022-01-05T07:21:00Z</published>"
      "<updated>2022-01-06T00:00:00Z</updated>"
      "<author><name>Jana Holt</name><uri>https://post.example/jana</uri></author>"
      "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><p>" +
      kSentence + "</p><p>A &lt; B.</p></div></content></entry></feed>");
  EXPECT_EQ(report.uri, "https://post.example/story/1");
  EXPECT_EQ(report.title, "Bridge & road shelled");
  EXPECT_EQ(report.byline, "Jana Holt");
  EXPECT_EQ(report.outlet, "Velm Post");
  EXPECT_EQ(report.text, "Bridge & road shelled\n\n" + kSentence + "\n\nA < B.");
  EXPECT_EQ(iso(*report.published->start), "2022-01-05");
}

TEST(Feed, Atom03AndAPrefixedRoot) {
  EXPECT_EQ(read_one("<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>P</title>"
                     "<entry><title>T</title><link rel=\"alternate\" type=\"text/html\" "
                     "href=\"https://post.example/3\"/><issued>2022-01-05T07:21:00Z</issued>"
                     "<content mode=\"escaped\">&lt;p&gt;" +
                     kSentence +
                     "&lt;/p&gt;</content>"
                     "</entry></feed>")
                .uri,
            "https://post.example/3");
  EXPECT_EQ(read_one("<atom:feed xmlns:atom=\"http://www.w3.org/2005/Atom\"><atom:title>P"
                     "</atom:title><atom:entry><atom:link href=\"https://post.example/4\"/>"
                     "<atom:content>" +
                     kSentence + "</atom:content></atom:entry></atom:feed>")
                .uri,
            "https://post.example/4");
}

TEST(Feed, Rss10) {
  const Report report = read_one(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
      "<channel rdf:about=\"https://post.example/\"><title>Velm Post</title>"
      "<items><rdf:Seq><rdf:li rdf:resource=\"https://post.example/1\"/></rdf:Seq></items>"
      "</channel><item rdf:about=\"https://post.example/1\"><title>Bridge shelled</title>"
      "<dc:date>2022-01-05</dc:date><description>" +
      kSentence + "</description></item></rdf:RDF>");
  EXPECT_EQ(report.uri, "https://post.example/1#summary");
  EXPECT_EQ(report.outlet, "Velm Post");
  EXPECT_EQ(iso(*report.published->start), "2022-01-05");
}

TEST(Feed, Rss09Has) {
  EXPECT_EQ(
      read_one("<!DOCTYPE rss PUBLIC \"-//Netscape Communications//DTD RSS 0.91//EN\" "
               "\"http://my.netscape.com/publish/formats/rss-0.91.dtd\">\n"
               "<rss version=\"0.91\"><channel><title>P</title><item><title>T&eacute;t</title>"
               "<link>https://post.example/1</link><description>" +
               kSentence + "</description></item></channel></rss>")
          .title,
      "T\u00E9t");
}

TEST(Feed, JsonFeed) {
  const Report report = read_one(
      "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Velm Post\",\n"
      "\"home_page_url\": \"https://post.example/\", \"items\": [\n"
      "{\"id\": \"1\", \"url\": \"/1\", \"title\": \"Bridge shelled\",\n"
      "\"content_html\": \"<p>" +
      kSentence +
      "</p>\", \"date_published\": "
      "\"2022-01-05T07:21:00+02:00\", \"authors\": [{\"name\": \"Jana Holt\"}]}]}");
  EXPECT_EQ(report.uri, "https://post.example/1");
  EXPECT_EQ(report.outlet, "Velm Post");
  EXPECT_EQ(report.byline, "Jana Holt");
  EXPECT_EQ(report.text, "Bridge shelled\n\n" + kSentence);
  EXPECT_EQ(report.published_minute, 7 * 60 + 21);
}

TEST(Feed, ASummaryIsAReportBesideItsPage) {
  const Report report = read_one(rss(item(described(kSentence))));
  EXPECT_EQ(report.uri, "https://post.example/1#summary");
  EXPECT_EQ(report.text, "Bridge shelled\n\n" + kSentence);
}

TEST(Feed, TeasersAreRefusedWithTheirPage) {
  for (const auto& [text, reason] : std::vector<std::pair<std::string, std::string>>{
           {"Gunners shelled a bridge near Velm on Monday, killing...", "breaks off"},
           {kSentence + " The army sa [&#8230;]", "breaks off"},
           {"&lt;p&gt;" + kSentence + " The army &lt;a href=\"/1\"&gt;[...]&lt;/a&gt;&lt;/p&gt;",
            "breaks off"},
           {"Bridge near Velm", "whole sentence"},
           {"", "a headline"}}) {
    const Read all = read(rss(item(described(text))));
    ASSERT_EQ(all.errors.size(), 1u) << text;
    EXPECT_EQ(all.errors[0].code, Code::not_an_article);
    EXPECT_EQ(all.errors[0].record, 1);
    EXPECT_THAT(all.errors[0].message, HasSubstr(reason));
    EXPECT_THAT(all.errors[0].message, HasSubstr("https://post.example/1"));
  }
}

TEST(Feed, WhatIsBrokenHarmsNoOtherItem) {
  const auto good = [](const std::string& n) {
    return "<item><link>https://post.example/" + n + "</link>" + described(kSentence) + "</item>";
  };
  const Read all = read(rss(good("1") + "<item><x></y></item>" + good("3") + "<item><title>never" +
                            good("5") + "<item><link>https://post.example/6</link><desc"));
  EXPECT_THAT(all.uris(),
              ElementsAre("https://post.example/1#summary", "https://post.example/3#summary",
                          "https://post.example/5#summary"));
  std::vector<int64_t> records;
  for (const Error& error : all.errors) records.push_back(error.record);
  EXPECT_THAT(records, ElementsAre(2, 4, 6));
}

TEST(Feed, MarkupThatIsNotEscaped) {
  const Report report = read_one(rss(item("<description>" + kSentence +
                                          "<br>The army & others <b>said</b><img src=x> nothing."
                                          "</description>")));
  EXPECT_THAT(report.text, HasSubstr(kSentence));
  EXPECT_THAT(report.text, HasSubstr("The army & others said nothing."));
}

TEST(Feed, CdataThatIsNeverClosed) {
  const Read all = read(rss(item("<description><![CDATA[<p>" + kSentence + "</p></description>") +
                            "<item><link>https://post.example/2</link><description><![CDATA[" +
                            kSentence + "]]></description></item>"));
  EXPECT_THAT(all.uris(),
              ElementsAre("https://post.example/1#summary", "https://post.example/2#summary"));
  EXPECT_TRUE(all.errors.empty());
}

TEST(Feed, AnItemsEndInsideCdataEndsNothing) {
  const Report report = read_one(rss(
      item("<description><![CDATA[" + kSentence + " It wrote </item> there.]]></description>")));
  EXPECT_THAT(report.text, HasSubstr("there."));
}

TEST(Feed, CommentedOutItemsAreNone) {
  EXPECT_EQ(read_one(rss("<!-- " + item(described("Old. " + kSentence)) + " -->" +
                         item(described(kSentence))))
                .text,
            "Bridge shelled\n\n" + kSentence);
}

TEST(Feed, PrefixesThatNobodyDeclares) {
  const Report report = read_one(
      "<rss><channel><title>P</title><atom:link rel=\"self\" "
      "href=\"https://post.example/feed/\"/><item><title>T</title><link>/7</link>"
      "<itunes:x y:z=\"1\">q</itunes:x><content:encoded>&lt;p&gt;" +
      kSentence + "&lt;/p&gt;</content:encoded></item></channel></rss>");
  EXPECT_EQ(report.uri, "https://post.example/7");
  EXPECT_EQ(report.text, "T\n\n" + kSentence);
}

TEST(Feed, LinksOfAllKinds) {
  const auto uri = [](const std::string& fields) {
    return read_one(rss("<item>" + fields + "<content:encoded>" + kSentence +
                            "</content:encoded></item>",
                        "<title>P</title><link>https://post.example/</link>"))
        .uri;
  };
  EXPECT_EQ(uri("<guid>https://post.example/g</guid>"), "https://post.example/g");
  EXPECT_THAT(uri("<guid isPermaLink=\"false\">https://post.example/g</guid>"), HasSubstr("#1"));
  EXPECT_EQ(uri("<link>\n https://post.example/a?b=1&c=2\n</link>"),
            "https://post.example/a?b=1&c=2");
  EXPECT_EQ(uri("<link>story/7</link>"), "https://post.example/story/7");
  EXPECT_EQ(uri("<link>https://feeds.example/~r/1</link><feedburner:origLink>"
                "https://post.example/o</feedburner:origLink>"),
            "https://post.example/o");
  EXPECT_THAT(uri("<link>javascript:alert(1)</link>"), HasSubstr("#1"));
}

TEST(Feed, DatesOfAllKinds) {
  const auto day = [](const std::string& text) -> std::string {
    const Report report =
        read_one(rss(item("<pubDate>" + text + "</pubDate>" + described(kSentence))));
    return report.published ? iso(*report.published->start) : "none";
  };
  EXPECT_EQ(day("Wed, 05 Jan 2022 07:21:00 GMT"), "2022-01-05");
  EXPECT_EQ(day("Wed, 5 Jan 22 07:21 EST"), "2022-01-05");
  EXPECT_EQ(day("05 Jan 2022 07:21:00 +0000"), "2022-01-05");
  EXPECT_EQ(day("2022-01-05T07:21:00.123+02:00"), "2022-01-05");
  EXPECT_EQ(day("2022-01-05 07:21:00"), "2022-01-05");
  EXPECT_EQ(day("20220105"), "none");
  EXPECT_EQ(day("January 5, 2022 7:21 pm"), "2022-01-05");
  EXPECT_EQ(day("Posted on January 5, 2022 by the desk"), "2022-01-05");
  EXPECT_EQ(day("1641367260"), "2022-01-05");
  EXPECT_EQ(day("Thu, 01 Jan 1970 00:00:00 +0000"), "none");
  EXPECT_EQ(day("yesterday"), "none");
}

TEST(Feed, EncodingsThatAreDeclaredWrongly) {
  std::string feed =
      rss(item(described("Gunmen shot a caf\xE9 owner in Velm on Monday, police said.")));
  EXPECT_THAT(read_one(feed).text, HasSubstr("caf\u00E9 owner"));
  feed = rss(item(described("Gunmen shot a caf\u00E9 owner in Velm on Monday, police said.")));
  feed.replace(feed.find("UTF-8"), 5, "ISO-8859-1");
  EXPECT_THAT(read_one(feed).text, HasSubstr("caf\u00E9 owner"));
}

TEST(Feed, BehindAComplaintOfTheServer) {
  EXPECT_EQ(read_one("Notice: Undefined index: x in /www/feed.php on line 7\n" +
                     rss(item(described(kSentence))))
                .uri,
            "https://post.example/1#summary");
}

TEST(Feed, APrefixThatALibraryMadeUp) {
  EXPECT_EQ(read_one("<ns0:feed xmlns:ns0=\"http://www.w3.org/2005/Atom\"><ns0:entry><ns0:link "
                     "href=\"https://post.example/5\"/><ns0:content>" +
                     kSentence + "</ns0:content></ns0:entry></ns0:feed>")
                .uri,
            "https://post.example/5");
}

TEST(Feed, Utf16) {
  std::string wide = "\xFF\xFE";
  for (const char c : rss(item(described(kSentence)))) wide += c, wide += '\0';
  EXPECT_EQ(read_one(wide).uri, "https://post.example/1#summary");
}

TEST(Feed, TheOutletByItsAddressBeforeTheChannelsTitle) {
  const knowledge::SmallWorld world(knowledge::SmallWorld::Files{
      {"countries.tsv",
       "code\tname\taliases\tadjectives\tpeople\tcapital\tseats\tlat\tlon\n"
       "IQ\tIraq\t\tIraqi\t\tBaghdad\t\t33.00\t44.00\n"},
      {"outlets.tsv",
       "name\taliases\tcountry\tkind\tdomain\thome\n"
       "The Velm Post\t\tIQ\tnewspaper\tpost.example\t\n"}});
  const InputOptions options{.lexicon = &world.lexicon()};
  const std::string title = "<title>World news | Post</title>";
  EXPECT_EQ(read_one(rss(item(described(kSentence)), title), options).outlet, "The Velm Post");
  const std::string other =
      "<item><link>https://other.example/1</link><source url=\"x\">Far Daily</source>" +
      described(kSentence) + "</item>";
  EXPECT_EQ(read_one(rss(other, title), options).outlet, "Far Daily");
}

TEST(Feed, MediaDescriptionsAreTheLastResort) {
  const std::string media = "<media:group><media:title>x</media:title><media:description>" +
                            kSentence + "</media:description></media:group>";
  EXPECT_THAT(read_one(rss(item(media))).text, HasSubstr(kSentence));
  EXPECT_EQ(read_one(rss(item(media + described("A man threw a stone at a bus in Velm.")))).text,
            "Bridge shelled\n\nA man threw a stone at a bus in Velm.");
}

TEST(Feed, AFeedWithoutItems) {
  const Read all = read(rss(""));
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].code, Code::empty_input);
}

TEST(Feed, AnItemOfAnySizeIsOneItem) {
  const std::string huge = item(described(std::string(300'000, 'x')));
  const Read all = read(rss(item(described(kSentence)) + huge + item(described(kSentence))),
                        {.max_report_bytes = 100'000});
  EXPECT_EQ(all.reports.size(), 2u);
  ASSERT_EQ(all.errors.size(), 1u);
  EXPECT_EQ(all.errors[0].code, Code::too_large);
  EXPECT_EQ(all.errors[0].record, 2);
}

std::string repeated(std::string_view piece, size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

// Each of them took minutes where the search for an end begins anew at every piece.
TEST(Feed, WhatNeverEndsTakesNoTime) {
  constexpr size_t kBytes = 4u << 20;
  const auto begun = std::chrono::steady_clock::now();
  for (const auto piece : {"<![CDATA[", "<!--", "<a", "</a", "]]>", "&", "<a b:c='", "<item", "]",
                           "<description>", "<![CDATA[x]]>", "<a:b ", "x y:z "}) {
    const std::string many = repeated(piece, kBytes);
    read(rss("<item><description>" + many));
    read(rss("<item><description>" + many + "</description></x></item>"));
    read("<rss " + many + "><channel><item/>");
  }
  std::string prefixes;
  for (int i = 0; i < 100'000; ++i)
    prefixes += " xmlns:p" + std::to_string(i) + "='urn:" + std::to_string(i) + "'";
  read("<rss" + prefixes + "><channel>" + item(described(kSentence)) + "</channel></rss>");
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(60));
}

TEST(Feed, ManyItems) {
  std::string items;
  for (int i = 0; i < 5000; ++i) {
    items += "<item><link>https://post.example/" + std::to_string(i) + "</link>" +
             described(kSentence) + "</item>\n";
  }
  const Read all = read(rss(items));
  ASSERT_EQ(all.reports.size(), 5000u);
  EXPECT_EQ(all.reports.back().uri, "https://post.example/4999#summary");
}

TEST(Feed, WhatAChannelAsksOfItsReaders) {
  const Channel channel = read_channel(
      "<rss><channel><title>P</title><ttl>60</ttl><skipHours><hour>0</hour><hour>23</hour>"
      "</skipHours><skipDays><day>Sunday</day></skipDays><image><title>No</title></image>",
      "https://post.example/feed");
  EXPECT_EQ(channel.title, "P");
  EXPECT_EQ(channel.ttl, 60);
  EXPECT_TRUE(channel.skip_hours[0] && channel.skip_hours[23] && channel.skip_hours.count() == 2);
  EXPECT_TRUE(channel.skip_days[6] && channel.skip_days.count() == 1);
  EXPECT_EQ(channel.base, "https://post.example/feed");
  EXPECT_EQ(read_channel("<rss><channel><sy:updatePeriod>hourly</sy:updatePeriod>"
                         "<sy:updateFrequency>2</sy:updateFrequency>",
                         "")
                .ttl,
            30);
}

}  // namespace
}  // namespace sitrep
