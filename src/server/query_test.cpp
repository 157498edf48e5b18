#include "server/query.h"

#include <gmock/gmock.h>

namespace sitrep::server {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

const output::Countries& countries() {
  static const output::Countries kCountries(
      std::map<std::string, std::string>{{"IQ", "Iraq"}, {"YE", "Yemen"}});
  return kCountries;
}

TEST(Addresses, ArePartedBeforeTheyAreDecoded) {
  const auto address = read_address("/api/v1/outlets/A%2FB%20C?q=caf%C3%A9+noir&q=2&x#end");
  ASSERT_TRUE(address);
  EXPECT_THAT(address->path, ElementsAre("api", "v1", "outlets", "A/B C"));
  Query query(*address);
  EXPECT_THAT(query.all("q"), ElementsAre("café noir", "2"));
  EXPECT_TRUE(query.has("x"));
  EXPECT_THAT(read_address("/")->path, ElementsAre(""));
}

TEST(Addresses, WhatIsNoTextIsRefused) {
  for (const char* target : {"/%", "/%2", "/%zz", "/?a=%ff", "/?%c3=1", "/?a=%00", "/?a=%0a",
                             "/%ed%a0%80", "", "api", "/?a=%C0%AF"})
    EXPECT_FALSE(read_address(target)) << target;
  EXPECT_FALSE(read_address("/?a=" + std::string(2000, 'x')));
  std::string many = "/?";
  for (int i = 0; i < 300; ++i) many += "a&";
  EXPECT_FALSE(read_address(many));
}

Query query_of(const std::string& target) { return Query(*read_address(target)); }

TEST(Queries, NumbersAndFlagsAreReadStrictly) {
  EXPECT_EQ(7, query_of("/?n=7").number("n", 1, 9, 3));
  EXPECT_EQ(3, query_of("/").number("n", 1, 9, 3));
  for (const char* text : {"0", "10", "-1", "7x", "", "+7", "0x7", "7.0", "99999999999999999999"}) {
    Query query = query_of(std::string("/?n=") + text);
    query.number("n", 1, 9, 3);
    EXPECT_TRUE(query.problem()) << text;
  }
  EXPECT_TRUE(query_of("/?f=1").flag("f"));
  EXPECT_FALSE(query_of("/?f=0").flag("f"));
  Query query = query_of("/?f=yes");
  query.flag("f");
  EXPECT_THAT(query.problem()->message, HasSubstr("neither 1 nor 0"));
}

TEST(Queries, OnlyWhatIsKnownAndOnce) {
  Query twice = query_of("/?since=2024-01-01&since=2024-01-02");
  EXPECT_FALSE(filter_of(twice, countries()));
  Query strange = query_of("/?since=2024-01-01&colour=red");
  strange.allow(kFilterNames);
  EXPECT_THAT(strange.problem()->message, HasSubstr("'colour'"));
}

TEST(Queries, FiltersWithoutBackgroundUnlessAskedFor) {
  Query query =
      query_of("/?country=iq&country=Yemen&type=raid&min_killed=2&bbox=1,2,3,4&disputed=1");
  const auto filter = filter_of(query, countries());
  ASSERT_TRUE(filter);
  EXPECT_THAT(filter->countries, ElementsAre("IQ", "YE"));
  EXPECT_EQ(Phase::news, filter->phase);
  EXPECT_TRUE(filter->disputed);
  Query all = query_of("/?background=1&rejected=1");
  EXPECT_FALSE(filter_of(all, countries())->phase);
}

}  // namespace
}  // namespace sitrep::server
