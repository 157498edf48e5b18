#include "intake/page_kinds.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include "intake/reader.h"
#include "knowledge/small_world.h"

namespace sitrep {
namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

const knowledge::Lexicon& lexicon() {
  const fs::path dictionaries = fs::path(SITREP_SOURCE_DIR) / "dictionaries";
  static const knowledge::SmallWorld world(
      {{"page_kinds.tsv", content_of(dictionaries / "page_kinds.tsv")},
       {"furniture.tsv", content_of(dictionaries / "furniture.tsv")}});
  return world.lexicon();
}

// Pages that we wrote, in a folder for each kind.
std::vector<fs::path> pages(const std::string& kind) {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator(fs::path(SITREP_SOURCE_DIR) / "tests/pages" / kind))
    files.push_back(entry.path());
  return files;
}

Result<Report> read(const fs::path& file) {
  return to_report(RawInput{.file = file.string(), .bytes = content_of(file)},
                   {.lexicon = &lexicon()});
}

class PageKinds : public testing::TestWithParam<std::string> {};

TEST_P(PageKinds, IsRefusedByItsReason) {
  const std::map<std::string, PageKind> kinds = {{"bot_check", PageKind::bot_check},
                                                 {"consent", PageKind::consent},
                                                 {"error", PageKind::error},
                                                 {"index", PageKind::index},
                                                 {"paywall", PageKind::paywall}};
  const auto files = pages(GetParam());
  EXPECT_GE(files.size(), 8u);
  for (const auto& file : files) {
    const auto report = read(file);
    ASSERT_FALSE(report) << file << '\n' << report->text;
    EXPECT_EQ(report.error().message, reason_of(kinds.at(GetParam()))) << file;
    EXPECT_EQ(report.error().code, Code::not_an_article) << file;
  }
}

INSTANTIATE_TEST_SUITE_P(All, PageKinds,
                         testing::Values("bot_check", "consent", "error", "index", "paywall"),
                         [](const auto& kind) { return kind.param; });

TEST(Articles, AreReadWhateverTheySpeakOf) {
  const auto files = pages("article");
  EXPECT_GE(files.size(), 20u);
  for (const auto& file : files) {
    const auto report = read(file);
    EXPECT_TRUE(report) << file << ": " << describe(report.error());
  }
}

}  // namespace
}  // namespace sitrep
