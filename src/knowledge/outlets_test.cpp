#include "knowledge/outlets.h"

#include <gtest/gtest.h>

#include "knowledge/small_world.h"

namespace sitrep::knowledge {
namespace {

constexpr const char* kOutlets =
    "name\taliases\tcountry\tkind\tdomain\thome\n"
    "Vale Courier\tVALC\tUS\tlocal\tvalecourier.example|valc.example\tVale, Oregon\n"
    "Oregon Herald\t\tUS\tlocal\toregonherald.example\tOregon\n"
    "Peach Post\t\tUS\tlocal\t\tGeorgia\n"
    "Union Wire\t\tUS\tagency\twire.example\t\n"
    "Lost Times\t\tUS\tlocal\tlost.example\tVale, Nevada\n";

const SmallWorld& world() {
  static const SmallWorld kWorld(
      {{"outlets.tsv", kOutlets},
       {"divisions.tsv",
        "country\tname\taliases\tlat\tlon\nUS\tOregon\t\t44.00\t-120.50\n"
        "US\tGeorgia state\t\t32.60\t-83.40\n"}},
      "1\tVale\t\t43.98\t-117.24\tUS\tOregon\t1874\tP\t0\n"
      "2\tVale\t\t44.72\t-103.40\tUS\tSouth Dakota\t9000\tP\t0\n"
      "3\tVale\t\t43.90\t-117.10\tUS\tOregon\t0\tA\t0\n");
  return kWorld;
}

std::string found(std::string_view called, std::string_view uri = {}) {
  const Outlet* outlet = find_outlet(world().lexicon(), called, uri);
  return outlet ? std::string(outlet->name) : std::string();
}

TEST(Outlets, AreFoundByNameAliasAndAddress) {
  EXPECT_EQ(found("vale courier"), "Vale Courier");
  EXPECT_EQ(found("VALC"), "Vale Courier");
  EXPECT_EQ(found("valecourier.example"), "Vale Courier");
  EXPECT_EQ(found("ValC.example"), "Vale Courier");
  EXPECT_EQ(found("www.valecourier.example"), "Vale Courier");
  EXPECT_EQ(found("https://www.valecourier.example/"), "Vale Courier");
  EXPECT_EQ(found("news.valc.example"), "Vale Courier");
  EXPECT_EQ(found("notvalc.example"), "");
}

TEST(Outlets, AreFoundByTheReportsAddressWhereTheirNameIsUnknown) {
  EXPECT_EQ(found("", "http://www.valc.example:80/a/b?c=1"), "Vale Courier");
  EXPECT_EQ(found("The Evening Bugle", "https://blogs.Wire.example/x"), "Union Wire");
  EXPECT_EQ(found("", "http://web.archive.org/web/2013/http://valc.example:80/x.html"),
            "Vale Courier");
  EXPECT_EQ(found("", "valc.example/story.txt"), "");  // a file
}

std::optional<OutletHome> home(std::string_view outlet) {
  return find_home(world().lexicon(), world().gazetteer(), *world().lexicon().outlet_named(outlet));
}

TEST(Outlets, AreAtHomeInATownADivisionOrACountry) {
  const auto town = home("Vale Courier");
  ASSERT_TRUE(town);
  EXPECT_TRUE(town->town);
  EXPECT_NEAR(town->lat, 43.98, 0.01);
  EXPECT_EQ(town->admin1, "Oregon");
  const auto division = home("Oregon Herald");
  ASSERT_TRUE(division);
  EXPECT_FALSE(division->town);
  EXPECT_EQ(division->admin1, "Oregon");
  EXPECT_EQ(home("Peach Post").value().admin1, "Georgia");
  EXPECT_EQ(home("Union Wire").value().admin1, "");
  EXPECT_EQ(home("Union Wire").value().country, "US");
  EXPECT_FALSE(home("Lost Times"));
}

TEST(Outlets, AHomeThatNoTableHoldsIsReportedWithItsLine) {
  std::vector<Error> problems;
  check_homes(world().lexicon(), world().gazetteer(), problems);
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(describe(problems[0]),
            "outlets.tsv:6: home 'Vale, Nevada' of 'Lost Times' is no town or division of US that "
            "is known");
}

}  // namespace
}  // namespace sitrep::knowledge
