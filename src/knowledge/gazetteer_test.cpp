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

// A small gazetteer with the other names of `rows`.
class OtherNamesTest : public testing::Test {
 protected:
  std::string called(const std::string& rows, std::string_view name) {
    const std::string towns =
        "geonames_id\tname\talternatives\tlat\tlon\tcountry\tadmin1\tpopulation\tfeature\tflags\n"
        "1\tMumbai\tBombei\t19.07\t72.88\tIN\tMaharashtra\t12000000\tP\t2\n"
        "2\tBombay\t\t-37.17\t174.98\tNZ\tAuckland\t740\tP\t0\n"
        "3\tNewton\t\t42.33\t-71.2\tUS\tMassachusetts\t85000\tP\t0\n"
        "4\tNewton\t\t38.05\t-97.35\tUS\tKansas\t19000\tP\t0\n";
    bytes_ = *compile_gazetteer(towns, "gazetteer", "country\tname\tadmin1\taliases\n" + rows,
                                problems_);
    const auto gazetteer = Gazetteer::open(bytes_);
    std::string ids;
    for (const uint32_t row : gazetteer->find(phrase_key(name)))
      ids += std::to_string(gazetteer->row(row).geonames_id);
    return ids;
  }

  std::string bytes_;
  std::vector<Error> problems_;
};

TEST_F(OtherNamesTest, StandBesideNamesakesByTheirSize) {
  EXPECT_EQ(called("", "Bombay"), "2");
  EXPECT_EQ(called("IN\tMumbai\t\tBombay|Bom Bahia\n", "Bombay"), "12");
  EXPECT_EQ(called("IN\tMumbai\t\tBombay|Bom Bahia\n", "Bom Bahia"), "1");
  EXPECT_TRUE(problems_.empty());
}

TEST_F(OtherNamesTest, AreTheLargestPlacesOrThatOfTheDivision) {
  EXPECT_EQ(called("US\tNewton\t\tGarden City\n", "Garden City"), "3");
  EXPECT_EQ(called("US\tNewton\tKansas\tGarden City\n", "Garden City"), "4");
}

TEST_F(OtherNamesTest, AreTakenAway) {
  EXPECT_EQ(called("IN\tMumbai\t\t-Bombei\n", "Bombei"), "");
  EXPECT_TRUE(problems_.empty());
}

TEST_F(OtherNamesTest, WhatIsNotThereIsReported) {
  called("IN\tPune\t\tPoona\n", "Poona");
  called("IN\tMumbai\t\t-Poona\n", "Poona");
  ASSERT_EQ(problems_.size(), 2u);
  EXPECT_EQ(problems_[0].message, "the gazetteer has no 'Pune' in IN");
  EXPECT_EQ(problems_[0].file, "city_names.tsv");
  EXPECT_EQ(problems_[0].record, 2);
  EXPECT_EQ(problems_[1].message, "'Mumbai' is not called 'Poona'");
}

}  // namespace
}  // namespace sitrep::knowledge
