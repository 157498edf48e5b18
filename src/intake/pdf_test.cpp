#include "intake/pdf.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "core/dates.h"
#include "core/text.h"
#include "intake/child_process.h"
#include "intake/pdf_pages.h"
#include "intake/reader.h"

namespace sitrep {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

std::string document(const std::string& name) {
  std::ostringstream bytes;
  bytes << std::ifstream(SITREP_SOURCE_DIR "/tests/documents/" + name, std::ios::binary).rdbuf();
  return bytes.str();
}

Result<SourcedReport> read(std::string bytes) {
  return read_report(RawInput{.file = "in.pdf", .bytes = std::move(bytes)}, {});
}

class PdfDocuments : public testing::Test {
 protected:
  void SetUp() override {
    if (!find_program("pdftotext")) GTEST_SKIP() << "pdftotext is not installed";
  }
};

TEST_F(PdfDocuments, AReportOfPages) {
  const auto reading = read(document("report_pages.pdf"));
  ASSERT_TRUE(reading) << describe(reading.error());
  const Report& report = reading->report;
  EXPECT_EQ(report.title, "Raids near Velm and shells on Orsk");
  EXPECT_EQ(report.published->start, parse_day("2024-10-15"));
  EXPECT_EQ(report.published->basis, Basis::stated);
  EXPECT_THAT(report.text, Not(HasSubstr("SECURITY MONITOR")));
  EXPECT_THAT(report.text, Not(HasSubstr("Page 2")));
  EXPECT_THAT(report.text,
              HasSubstr("1. Section on the week\n\nGunmen on motorcycles attacked a checkpoint "
                        "outside Velm before dawn on Monday, the governor said, killing one guard "
                        "and wounding two others who had come to relieve him.\n\nThe attackers"));
  EXPECT_EQ(split(report.text, '\n').size(), 35u);  // 18 paragraphs and the blanks between them
}

TEST_F(PdfDocuments, ColumnsOfANewspaper) {
  for (const std::string name : {"newspaper_columns.pdf", "newspaper_gaps.pdf"}) {
    const auto reading = read(document(name));
    ASSERT_TRUE(reading) << describe(reading.error());
    const Report& report = reading->report;
    EXPECT_EQ(report.title, "Gunmen raid checkpoint near Velm, one guard killed") << name;
    EXPECT_EQ(report.byline, "Anna Example") << name;
    EXPECT_EQ(report.published->start, parse_day("2024-10-15")) << name;
    const auto lines = split(report.text, '\n');
    std::vector<std::string_view> paragraphs;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(paragraphs),
                 [](auto line) { return line.size() > 60; });
    EXPECT_THAT(paragraphs, SizeIs(14)) << name;  // as they were written
    EXPECT_THAT(paragraphs.back(), HasSubstr("the dog is old")) << name;
    EXPECT_THAT(report.text, HasSubstr("a goat; his uncle lost a foot")) << name;
    EXPECT_THAT(report.text, HasSubstr("\n\nThe governor blamed smugglers. \"We have asked for"));
  }
}

TEST_F(PdfDocuments, BrokenWordsAreWhole) {
  const auto reading = read(document("broken_words.pdf"));
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->report.title, "Rockets hit gas field in the north");  // not "... draft3.doc"
  EXPECT_THAT(reading->report.text, HasSubstr("two security sources"));
  EXPECT_THAT(reading->report.text, HasSubstr("production was halted"));
}

TEST_F(PdfDocuments, DamagedAndEmptyOnes) {
  const auto damaged = read("%PDF-1.4\nnothing that a PDF has");
  ASSERT_FALSE(damaged);
  EXPECT_EQ(describe(damaged.error()), "in.pdf: a damaged PDF document");
  std::string cut = document("report_pages.pdf");
  cut.resize(cut.size() / 2);
  const auto half = read(cut);
  EXPECT_TRUE(half || !half.error().message.empty());
  std::string locked = "%PDF-1.4\n1 0 obj <</Encrypt 2 0 R>> endobj";
  EXPECT_THAT(describe(read(locked).error()), HasSubstr("locked by a password"));
}

TEST(Pdf, WithoutPdftotext) {
  const std::string path = std::getenv("PATH");
  setenv("PATH", "/nowhere", 1);
  const auto reading = read("%PDF-1.4\n");
  setenv("PATH", path.c_str(), 1);
  ASSERT_FALSE(reading);
  EXPECT_EQ(describe(reading.error()), "in.pdf: a PDF document, and pdftotext is not installed");
}

// Lines of 10 points, one a step of 12 points below the other.
PdfBlock block_of(std::vector<std::string> texts, double top = 100) {
  PdfBlock block;
  for (auto& text : texts) {
    const auto size = static_cast<double>(text.size());
    const auto word = static_cast<double>(std::min(text.find(' '), text.size()));
    block.push_back({std::move(text), 50, 50 + size * 5, top, top + 10, word * 5});
    top += 12;
  }
  return block;
}

TEST(PdfText, RunningLinesGo) {
  const PdfPage one{800,
                    {block_of({"THE POST"}, 20), block_of({"Tuesday, 15 October 2024"}, 40),
                     block_of({"Gunmen raid Velm"}), block_of({"They shot two guards."}, 140),
                     block_of({"1"}, 770)}};
  const PdfPage two{800,
                    {block_of({"THE POST"}, 20), block_of({"Tuesday, 15 October 2024"}, 40),
                     block_of({"Police came late."}), block_of({"2"}, 770)}};
  EXPECT_EQ(paragraphs_of({one, two}),
            "Tuesday, 15 October 2024\n\nGunmen raid Velm\n\nThey shot two guards.\n\nPolice came "
            "late.");
}

TEST(PdfText, ASentenceGoesOnOverThePage) {
  const PdfPage one{800, {block_of({"The gunmen who came to Velm in the night had a van from"})}};
  const PdfPage two{800, {block_of({"a farm near the river."})}};
  EXPECT_EQ(paragraphs_of({one, two}),
            "The gunmen who came to Velm in the night had a van from a farm near the river.");
}

TEST(PdfText, HyphensAtLineEnds) {
  const PdfPage page{800,
                     {block_of({"They shot at the secu-", "rity guards of the Al-",
                                "Harith tower with its cap\xC2\xAD", "tain and a counter-",
                                "terrorism unit, the counter-terrorism", "unit of Velm."})}};
  EXPECT_EQ(paragraphs_of({page}),
            "They shot at the security guards of the Al-Harith tower with its captain and a "
            "counter-terrorism unit, the counter-terrorism unit of Velm.");
}

TEST(PdfText, ParagraphsByGapIndentAndShortLine) {
  PdfBlock block =
      block_of({"The gunmen came in the night and they", "shot two guards of the mill.",
                "Police were late.", "A van was found, and in it lay a map of",
                "the town of Harn, which is in the north", "of the valley near Velm."});
  block[2].top += 6, block[3].top += 6, block[4].top += 6, block[5].top += 6;
  block[5].left += 10;
  EXPECT_EQ(paragraphs_of({{800, {block}}}),
            "The gunmen came in the night and they shot two guards of the mill.\n\nPolice were "
            "late.\n\nA van was found, and in it lay a map of the town of Harn, which is in the "
            "north\n\nof the valley near Velm.");
}

TEST(PdfText, ListsStayLists) {
  EXPECT_EQ(
      paragraphs_of(
          {{800, {block_of({"Killed in the week:", "1. Two guards of Velm", "2. A herder"})}}}),
      "Killed in the week:\n\n1. Two guards of Velm\n\n2. A herder");
}

TEST(ChildProcess, InAndOut) {
  const auto run = run_child({"/bin/cat"}, "what goes in", {});
  ASSERT_TRUE(run);
  EXPECT_EQ(run->output, "what goes in");
  EXPECT_EQ(run->status, 0);
  EXPECT_EQ(run_child({"/bin/false"}, "", {})->status, 1);
  EXPECT_FALSE(run_child({"/no/such/program"}, "", {}));
}

TEST(ChildProcess, EndsInTimeAndSize) {
  const auto slow = run_child({"/bin/sleep", "100"}, "", {.time = std::chrono::seconds(1)});
  ASSERT_FALSE(slow);
  EXPECT_EQ(slow.error().message, "/bin/sleep takes too long");
  const auto long_one = run_child({"/usr/bin/yes"}, "", {.output = 100000});
  ASSERT_FALSE(long_one);
  EXPECT_EQ(long_one.error().code, Code::too_large);
}

TEST(ChildProcess, HasNothingOfOurs) {
  const std::ifstream open_file("/etc/passwd");  // without O_CLOEXEC
  const auto files = run_child({"/bin/ls", "/proc/self/fd"}, "", {});
  ASSERT_TRUE(files);
  EXPECT_EQ(files->output, "0\n1\n2\n3\n");  // 3 is the folder that it lists
  setenv("SITREP_SECRET", "x", 1);
  EXPECT_EQ(run_child({"/usr/bin/env"}, "", {})->output, "PATH=/usr/bin:/bin\nLC_ALL=C.UTF-8\n");
}

}  // namespace
}  // namespace sitrep
