#include "output/brief.h"

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "output/brief_html.h"
#include "output/brief_markdown.h"
#include "output/sample_test.h"
#include "output/terminal.h"
#include "output/why.h"

namespace sitrep::output {
namespace {

using testing::HasSubstr;
using testing::Not;

// Compares with tests/cases/brief/NAME; SITREP_UPDATE=1 writes it instead.
void expect_golden(const std::string& name, const std::string& text) {
  const std::string path = std::string(SITREP_SOURCE_DIR) + "/tests/cases/brief/" + name;
  if (std::getenv("SITREP_UPDATE")) {
    std::ofstream(path, std::ios::binary) << text;
    return;
  }
  std::ifstream file(path, std::ios::binary);
  std::stringstream expected;
  expected << file.rdbuf();
  EXPECT_EQ(expected.str(), text) << "differs from " << path
                                  << " (SITREP_UPDATE=1 to take it over)";
}

Brief week() {
  const auto incidents = sample::incidents();
  const auto codings = sample::codings();
  return compose_brief(incidents, codings, sample::countries());
}

TEST(Brief, MarkdownOfAWeek) { expect_golden("week.md", markdown(week())); }

TEST(Brief, HtmlOfAWeek) { expect_golden("week.html", html(week())); }

TEST(Brief, NothingHappened) {
  EXPECT_EQ("# Situation report\n\nNo incidents.\n",
            markdown(compose_brief({}, {}, sample::countries())));
}

TEST(Brief, MarkupInTitlesStaysText) {
  const std::string page = html(week());
  EXPECT_THAT(page, Not(HasSubstr("<script")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;alert(1)"));
  EXPECT_THAT(page, Not(HasSubstr("<b>Today")));
  const std::string text = markdown(week());
  EXPECT_THAT(text, Not(HasSubstr(" <script")));
  EXPECT_THAT(text, Not(HasSubstr("[kills](")));
}

TEST(Brief, OnlyWebAddressesBecomeLinks) {
  auto incidents = sample::incidents();
  incidents[0].reports[0].uri = "javascript:alert(1)";
  EXPECT_THAT(html(compose_brief(incidents, {}, sample::countries())),
              Not(HasSubstr("href=\"javascript")));
}

TEST(Brief, NoIsoDateInTheText) { EXPECT_THAT(markdown(week()), Not(HasSubstr("2023-03"))); }

TEST(Brief, OneCountryNeedsNoHeadings) {
  auto incidents = sample::incidents();
  incidents.resize(2);
  const Brief brief = compose_brief(incidents, {}, sample::countries());
  EXPECT_EQ("Situation report: Yemen, 2–3 March 2023", brief.title);
  EXPECT_EQ("", brief.days[0].countries[0].title);
}

TEST(Brief, LongListsKeepTheWeightiest) {
  std::vector<Incident> many(20, sample::incidents()[0]);
  many[19].killed = {9, 9, 9, ""};
  const Brief brief = compose_brief(many, {}, sample::countries());
  EXPECT_EQ(12u, brief.in_brief.size());
  EXPECT_EQ(8u, brief.left_out_of_brief);
  std::string all;
  for (const Line& line : brief.in_brief) all += line.text;
  EXPECT_THAT(all, HasSubstr("nine people were killed"));
}

TEST(Terminal, ShowOfOneIncident) {
  expect_golden("show.txt",
                show_text(sample::incidents()[1], sample::codings(), sample::countries(), {}));
}

TEST(Terminal, ListOfAWeek) {
  expect_golden("list.txt", list_text(sample::incidents(), sample::countries(), {}));
}

TEST(Terminal, ColoursOnlyWhereWanted) {
  EXPECT_THAT(list_text(sample::incidents(), sample::countries(), {}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(list_text(sample::incidents(), sample::countries(), {.colours = true}),
              HasSubstr("\x1b["));
}

TEST(Terminal, ControlCharactersOfReportsAreNotPrinted) {
  Incident incident = sample::incidents()[0];
  incident.where.name = "Ma\x1b[31mrib";
  incident.reports[0].title = "a\rb\x07";
  EXPECT_THAT(show_text(incident, {}, sample::countries(), {}), Not(HasSubstr("\x1b")));
  EXPECT_THAT(show_text(incident, {}, sample::countries(), {}), Not(HasSubstr("\r")));
}

TEST(Why, SentencesAndReasons) {
  const auto incident = sample::incidents()[0];
  expect_golden("why.txt",
                why_text(incident, std::nullopt, sample::codings(), sample::countries(), {}));
}

TEST(Why, OneFieldOnly) {
  const auto incident = sample::incidents()[0];
  const std::string text =
      why_text(incident, Field::damage, sample::codings(), sample::countries(), {});
  EXPECT_THAT(text, HasSubstr("Damage"));
  EXPECT_THAT(text, Not(HasSubstr("Killed")));
  EXPECT_THAT(why_json(incident, Field::damage), HasSubstr("\"why\":\"event_words.tsv:17\""));
}

}  // namespace
}  // namespace sitrep::output
