#include "knowledge/geonames.h"

#include <gtest/gtest.h>

#include "core/text.h"
#include "knowledge/lexicon_builder.h"
#include "knowledge/small_world.h"

namespace sitrep::knowledge {
namespace {

std::string line(const std::string& id, const std::string& name, const std::string& others,
                 const std::string& population, const std::string& lat = "10.5") {
  return id + "\t" + name + "\t" + name + "\t" + others + "\t" + lat +
         "\t20.25\tP\tPPL\tTD\t\t01\t\t\t\t" + population +
         "\t\t300\tAfrica/Ndjamena\t2020-01-01\n";
}

class GeonamesTest : public testing::Test {
 protected:
  GeonamesTest()
      : world_({}, "1\tNew Haven\t\t41.31\t-72.92\tUS\tConnecticut\t130000\tP\t0\n"),
        gazetteer_(world_.gazetteer()) {}

  void add(const std::string& text) { add_geonames(text, "mine.txt", gazetteer_, problems_); }
  std::string found(std::string_view name) const {
    std::string out;
    for (const uint32_t index : gazetteer_.find(phrase_key(name))) {
      const GazetteerRow& row = gazetteer_.row(index);
      out += std::string(gazetteer_.name(row)) + " " + std::string(row.country, 2) + ";";
    }
    return out;
  }

  SmallWorld world_;
  Gazetteer gazetteer_;
  std::vector<Error> problems_;
};

TEST_F(GeonamesTest, AddsPlacesUnderAllTheirNames) {
  add(line("77", "Kor Abba", "Korabba,Qor Abbah", "900"));
  EXPECT_TRUE(problems_.empty());
  EXPECT_EQ(found("Kor Abba"), "Kor Abba TD;");
  EXPECT_EQ(found("Qor Abbah"), "Kor Abba TD;");
  EXPECT_TRUE(gazetteer_.begins(phrase_words("Kor Abba").front()));
  EXPECT_EQ(gazetteer_.row(1).geonames_id, 77u);
  EXPECT_FLOAT_EQ(gazetteer_.row(1).lat, 10.5f);
}

TEST_F(GeonamesTest, KeepsWhatIsKnownAndOrdersByPopulation) {
  add(line("5", "New Haven", "", "10") + line("6", "New Haven", "", "9000000"));
  EXPECT_EQ(found("New Haven"), "New Haven TD;New Haven US;New Haven TD;");
  EXPECT_EQ(found("Unknown"), "");
}

TEST_F(GeonamesTest, SecondFileGoesOnTop) {
  add(line("5", "Kor Abba", "", "10"));
  add(line("6", "Sidi", "", "10"));
  EXPECT_EQ(found("Kor Abba"), "Kor Abba TD;");
  EXPECT_EQ(found("Sidi"), "Sidi TD;");
}

TEST_F(GeonamesTest, NamesBadLinesAndSkipsThem) {
  add("# mine\r\n" + line("5", "Good", "", "10") + "a\tb\n" + line("x", "BadId", "", "1") +
      line("6", "BadLat", "", "1", "95") + line("7", "BadPop", "", "many") +
      line("8", "", "", "1") + line("9", "NotANumber", "", "1", "nan"));
  EXPECT_EQ(found("Good"), "Good TD;");
  ASSERT_EQ(problems_.size(), 6u);
  EXPECT_EQ(problems_[0].file, "mine.txt");
  EXPECT_EQ(problems_[0].record, 3);
  EXPECT_EQ(problems_[0].message, "2 cells where 19 are");
  EXPECT_EQ(problems_[1].message, "geonameid 'x' is no number");
  EXPECT_EQ(found("BadLat"), "");
}

}  // namespace
}  // namespace sitrep::knowledge
