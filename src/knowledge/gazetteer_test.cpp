#include "knowledge/gazetteer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "knowledge/archive.h"
#include "knowledge/lexicon_builder.h"
#include "knowledge/sections.h"

namespace sitrep::knowledge {
namespace {

// The gazetteer's block of the knowledge file that the build made; empty where there is none.
class WorldTest : public testing::Test {
 protected:
  WorldTest() {
    std::ifstream in(std::string(SITREP_BINARY_DIR) + "/sitrep.knowledge", std::ios::binary);
    file_.assign(std::istreambuf_iterator<char>(in), {});
    const auto blocks = unpack(file_);
    if (!blocks) return;
    for (const auto& [name, bytes] : *blocks) {
      if (name == kGazetteerBlock) block_ = bytes;
    }
  }
  void SetUp() override {
    if (block_.empty()) GTEST_SKIP() << "no knowledge file";
  }

  std::string file_;
  std::string_view block_;
};

TEST_F(WorldTest, OpensInMillisecondsAndTakesLittleMemory) {
  const auto start = std::chrono::steady_clock::now();
  const auto gazetteer = Gazetteer::open(block_);
  ASSERT_TRUE(gazetteer);
  EXPECT_FALSE(gazetteer->find(phrase_key("Baghdad")).empty());
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(50));
  EXPECT_LT(block_.size(), 60'000'000u);
}

TEST_F(WorldTest, HoldsTownsCountiesAndOtherSpellings) {
  const auto gazetteer = Gazetteer::open(block_);
  ASSERT_TRUE(gazetteer);
  EXPECT_GT(gazetteer->rows().size(), 200'000u);
  const auto first = [&](std::string_view name) {
    const auto rows = gazetteer->find(phrase_key(name));
    return rows.empty() ? std::string() : std::string(gazetteer->name(gazetteer->row(rows[0])));
  };
  EXPECT_EQ(first("Raqqa"), "Ar Raqqah");
  EXPECT_EQ(first("Mosul"), "Mosul");
  EXPECT_EQ(first("Nowhere in particular"), "");
  const auto counties = gazetteer->find(phrase_key("Orange County"));
  ASSERT_FALSE(counties.empty());
  EXPECT_EQ(gazetteer->row(counties[0]).feature, 'A');
}

}  // namespace
}  // namespace sitrep::knowledge
