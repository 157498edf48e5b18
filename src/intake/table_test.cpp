#include "intake/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/dates.h"
#include "intake/reader.h"
#include "intake/sniff.h"
#include "intake/table_rows.h"
#include "intake/test_folder.h"
#include "knowledge/small_world.h"

namespace sitrep {
namespace {

using namespace std::string_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const knowledge::Lexicon& lexicon() {
  static const knowledge::SmallWorld world(
      knowledge::SmallWorld::Files{{"columns.tsv",
                                    "column\tfield\narticle id\tid\nheadline\ttitle\n"
                                    "date\tpublished\nbody\ttext\ndescription\ttext\n"
                                    "source\toutlet\nlink\turi\n"}});
  return world.lexicon();
}

struct Read {
  std::vector<Report> reports;
  std::vector<std::string> errors;
};

Read read_table(const std::string& bytes, std::vector<ColumnChoice> columns = {},
                uint64_t max_bytes = 1u << 20) {
  const TestFolder folder;
  const InputOptions options{
      .max_report_bytes = max_bytes, .lexicon = &lexicon(), .columns = std::move(columns)};
  Read read;
  Reader reader({folder.write("t", bytes)}, options);
  while (auto next = reader.next()) {
    if (*next) {
      read.reports.push_back(std::move(**next));
    } else {
      auto error = next->error();
      error.file = "t";
      read.errors.push_back(describe(error));
    }
  }
  return read;
}

const std::string kHeader = "Article ID,Headline,Body,Date,Source\r\n";

TEST(Table, ARowAReport) {
  const Read read =
      read_table(kHeader +
                 "a1,Bridge shelled,\"Gunners shelled a bridge, killing two.\r\n\r\nNobody "
                 "\"\"claimed\"\" it.\",2024-10-14,Velm Post\r\n"
                 "a2,Second,Rockets hit the base near Velm.,15 October 2024,\r\n");
  EXPECT_THAT(read.errors, SizeIs(0));
  ASSERT_THAT(read.reports, SizeIs(2));
  const Report& report = read.reports[0];
  EXPECT_EQ(report.id, "a1");
  EXPECT_EQ(report.title, "Bridge shelled");
  EXPECT_EQ(report.outlet, "Velm Post");
  EXPECT_EQ(report.published->start, parse_day("2024-10-14"));
  EXPECT_EQ(report.text,
            "Bridge shelled\n\nGunners shelled a bridge, killing two.\n\nNobody \"claimed\" it.");
  EXPECT_EQ(read.reports[1].outlet, "");
  EXPECT_THAT(read.reports[1].uri, HasSubstr("#a2"));
}

TEST(Table, OtherSeparatorsMarksAndEncodings) {
  const std::string rows =
      "Headline;Body\nBridge;Gunners shelled a bridge, killing two.\nBase;Rockets hit the base.\n";
  for (const char separator : {';', '\t', '|'}) {
    std::string table = rows;
    std::replace(table.begin(), table.end(), ';', separator);
    EXPECT_THAT(read_table(table).reports, SizeIs(2)) << separator;
  }
  EXPECT_THAT(read_table("\xEF\xBB\xBF" + rows).reports, SizeIs(2));
  EXPECT_THAT(read_table("sep=;\r\n" + rows).reports, SizeIs(2));
  std::string wide = "\xFF\xFE";
  for (const char c : rows) wide += {c, '\0'};
  EXPECT_THAT(read_table(wide).reports, SizeIs(2));
  const Read latin = read_table("Headline;Body\nBridge;Gunners shelled a caf\xE9.\nx;y z.\n");
  ASSERT_THAT(latin.reports, SizeIs(2));
  EXPECT_THAT(latin.reports[0].text, HasSubstr("caf\xC3\xA9"));
}

TEST(Table, RaggedRowsAreRefusedByLine) {
  const Read read = read_table(kHeader +
                               "a1,One,\"Gunners shelled\na bridge.\",,\n"
                               "a2,Two,\n"
                               "a3,Three,Rockets hit the base.,,,,\n"
                               "a4,Four,A mine killed a herder.,,,more\n"
                               "\n"
                               "a5,Five,A shell hit a barn.,,\n");
  std::vector<std::string> ids;
  for (const auto& report : read.reports) ids.push_back(report.id);
  EXPECT_THAT(ids, ElementsAre("a1", "a3", "a5"));
  EXPECT_THAT(read.errors, ElementsAre(HasSubstr("t:4: a row of 3 cells where the header has 5"),
                                       HasSubstr("t:6: a row of 6 cells where the header has 5")));
}

TEST(Table, AnOpenQuotationMarkCostsOneLine) {
  const Read read =
      read_table(kHeader + "a1,One,Gunners shelled a bridge.,,\n" +
                 "a2,Two,\"A mine killed a herder.,,\n" + "a3,Three,Rockets hit the base.,,\n");
  EXPECT_THAT(read.reports, SizeIs(2));
  EXPECT_THAT(read.errors, ElementsAre(HasSubstr("t:3: a quotation mark that is not closed")));
}

TEST(Table, ATooLargeRow) {
  const Read read =
      read_table(kHeader + "a1,One,Gunners shelled a bridge.,,\na2,Two," +
                     std::string(2000000, 'x') + ",,\na3,Three,A mine killed one.,,\n",
                 {}, 100000);
  EXPECT_THAT(read.reports, SizeIs(2));
  EXPECT_THAT(read.errors, SizeIs(testing::Ge(1u)));
  EXPECT_THAT(read.errors[0], HasSubstr("t:3: larger than the limit of 100000 bytes"));
}

TEST(Table, ChosenColumnsComeFirst) {
  const std::string table =
      "Story so far,Body,When\nGunners shelled a bridge.,nothing here,2024-10-14\n";
  const Read read = read_table(table, {{"text", "story so far"}, {"published", "When"}});
  ASSERT_THAT(read.reports, SizeIs(1));
  EXPECT_EQ(read.reports[0].text, "Gunners shelled a bridge.");
  EXPECT_TRUE(read.reports[0].published);
  EXPECT_FALSE(parse_column_choice("text"));
  EXPECT_FALSE(parse_column_choice("story=Body"));
  EXPECT_FALSE(parse_column_choice("text="));
  EXPECT_EQ(parse_column_choice("text = Body")->column, "Body");
}

TEST(Table, OfSeveralColumnsTheDictionarysFirst) {
  const Read read = read_table(
      "Description,Body\nShort.,Gunners shelled a bridge.\nShort.,Rockets hit a base.\n");
  ASSERT_THAT(read.reports, SizeIs(2));
  EXPECT_EQ(read.reports[0].text, "Gunners shelled a bridge.");
}

TEST(Table, ACellOfHtml) {
  const Read read = read_table(
      "Headline,Body\nBridge,\"<p>Gunners shelled a bridge near the town of Velm on Monday, police "
      "said.</p><p>The governor blamed smugglers &amp; thieves.</p>\"\nx,y\n");
  ASSERT_THAT(read.reports, SizeIs(2));
  EXPECT_THAT(read.reports[0].text, HasSubstr("smugglers & thieves"));
}

TEST(Table, WithoutAColumnOfText) {
  const Read read = read_table("Name,Town,Count\nA,Velm,1\nB,Harn,2\nC,Orsk,3\n");
  EXPECT_THAT(read.errors, ElementsAre(HasSubstr("its columns are Name, Town, Count")));
  EXPECT_THAT(read_table("Headline,Date\nBridge,2024-10-14\n").errors, SizeIs(1));
}

TEST(Table, WhatOnlyLooksLikeOne) {
  for (
      const std::string& text :
      {"Velm, Iraq\n\nGunmen attacked a checkpoint, killing two guards.\n\nNobody claimed it.\n"s,
       "Guards, herders, farmers\nAll of them died, a doctor said.\n"s,
       "Bridge shelled near Velm, two dead\nGunners shelled a bridge, police said.\nNobody "
       "claimed the attack, which was the third.\n"s,
       "Body, soul\n\nThe priest said, on Monday, that guns, shells and mines were the same.\n"s}) {
    EXPECT_THAT(read_table(text).reports, SizeIs(1)) << text;
  }
}

TEST(Table, Rows) {
  const auto row = first_row("a,\"b\"\"c\nd\",e \"f\"\r\nnext", ',', RowEnd::needed);
  ASSERT_TRUE(row);
  EXPECT_THAT(row->cells, ElementsAre("a", "b\"c\nd", "e \"f\""));
  EXPECT_EQ(row->size, 18u);
  EXPECT_EQ(row->lines, 2);
  EXPECT_FALSE(first_row("a,b", ',', RowEnd::needed));
  EXPECT_FALSE(first_row("a,b\r", ',', RowEnd::needed));  // perhaps a \n follows
  EXPECT_EQ(first_row("a,b\rc", ',', RowEnd::needed)->size, 4u);
  EXPECT_TRUE(first_row("a,b", ',', RowEnd::at_end_of_text));
  EXPECT_FALSE(first_row("a,\"b", ',', RowEnd::at_end_of_text));
  EXPECT_FALSE(first_row("", ',', RowEnd::at_end_of_text));
}

}  // namespace
}  // namespace sitrep
