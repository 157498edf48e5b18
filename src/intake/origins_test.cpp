#include <gtest/gtest.h>

#include "core/dates.h"
#include "intake/reader.h"

namespace sitrep {
namespace {

constexpr std::string_view kBody =
    "Gunmen attacked a checkpoint near the town of Velm on Monday, officials said, and two "
    "died.\n\n"
    "The governor, speaking to reporters in the capital, blamed smugglers for the attack.\n";

SourcedReport read_text(std::string file, std::string_view head) {
  return *read_report(
      RawInput{.file = std::move(file), .bytes = std::string(head) + std::string(kBody)}, {});
}

SourcedReport read_page(std::string_view head) {
  return *read_report(RawInput{.file = "page.html",
                               .bytes = "<!doctype html><html><head>" + std::string(head) +
                                        "</head><body><p>" + std::string(kBody) + "</p></body>"},
                      {});
}

SourcedReport read_json(std::string_view fields) {
  return *read_report(
      RawInput{.kind = RawInput::Kind::json,
               .file = "reports.jsonl",
               .bytes = "{" + std::string(fields) + R"("text":"Gunmen attacked a checkpoint."})",
               .record = 1},
      {});
}

TEST(Origins, OfAText) {
  const auto reading =
      read_text("story.txt", "Checkpoint attacked\nBy Anna Example\nPublished: 4 March 2011\n\n");
  EXPECT_EQ(reading.origins.title, "the first line of the text");
  EXPECT_EQ(reading.origins.byline, "a line of the text");
  EXPECT_EQ(reading.origins.published, "a date line of the text");
  EXPECT_EQ(reading.origins.outlet, "");
}

TEST(Origins, OfAWireStory) {
  const auto reading = read_text("wire.txt", "VELM, 4 MAR 11 (XYZ) -- ");
  EXPECT_EQ(reading.origins.published, "the dateline");
  EXPECT_EQ(reading.origins.outlet, "the dateline");
}

TEST(Origins, OfAnAddress) {
  EXPECT_EQ(read_text("2011/03/04/story.txt", "").origins.published, "the address");
}

TEST(Origins, OfAPage) {
  const auto head = read_page(
      "<title>Checkpoint attacked near Velm</title><meta name=date content='2011-03-04'>"
      "<meta name=author content='Anna Example'><meta property=og:site_name content='Velm Post'>");
  EXPECT_EQ(head.origins.title, "the page's <title>");
  EXPECT_EQ(head.origins.byline, "the page's head");
  EXPECT_EQ(head.origins.outlet, "the page's name of its site");
  EXPECT_EQ(head.origins.published, "the page's meta tag date");
  const auto json_ld = read_page(
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Checkpoint "
      "attacked\",\"datePublished\":\"2011-03-04\"}</script>");
  EXPECT_EQ(json_ld.origins.title, "the page's JSON-LD");
  EXPECT_EQ(json_ld.origins.published, "the page's JSON-LD");
}

TEST(Origins, OfARecord) {
  const auto reading =
      read_json(R"("title":"T","outlet":"Velm Post","byline":"A","published":"2011-03-04",)");
  EXPECT_EQ(reading.origins.title, "the field title");
  EXPECT_EQ(reading.origins.byline, "the field byline");
  EXPECT_EQ(reading.origins.outlet, "the field outlet");
  EXPECT_EQ(reading.origins.published, "the field published");
}

// What `sitrep read --json` prints can be read again.
TEST(Origins, ADateThatWasReadBefore) {
  const auto reading = read_json(
      R"("published":{"start":"2011-03-04","end":"2011-03-04","precision":"day","basis":"inferred"},)"
      R"("published_minute":292,)");
  ASSERT_TRUE(reading.report.published);
  EXPECT_EQ(reading.report.published->start, parse_day("2011-03-04"));
  EXPECT_EQ(reading.report.published->basis, Basis::inferred);
  EXPECT_EQ(reading.report.published_minute, 292);
  EXPECT_FALSE(read_json(R"("published":{"start":null},)").report.published);
}

}  // namespace
}  // namespace sitrep
