#include "intake/address.h"

#include <gtest/gtest.h>

#include "knowledge/small_world.h"

namespace sitrep {
namespace {

TEST(Address, Resolved) {
  // RFC 3986, 5.4
  const std::string base = "http://a/b/c/d;p?q";
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"mailto:x@y.example", "mailto:x@y.example"},
      {"https://other.example/x", "https://other.example/x"},
  };
  for (const auto& [link, wanted] : cases) EXPECT_EQ(resolved(link, base), wanted) << link;
}

TEST(Address, BrokenOverLinesAndWithBlanks) {
  EXPECT_EQ(resolved("\n  https://x.example/a\n b  ", ""), "https://x.example/a%20b");
  EXPECT_EQ(resolved("/a", "no base"), "/a");
}

TEST(Address, OfTheWeb) {
  for (const auto good : {"http://x", "HTTPS://x.example:80/", "http://u:p@x/"})
    EXPECT_TRUE(is_web_address(good)) << good;
  for (const auto bad :
       {"ftp://x/", "file:///etc/passwd", "http:///x", "http:x", "x.example/a", "http://:80/", ""})
    EXPECT_FALSE(is_web_address(bad)) << bad;
}

class Canonical : public testing::Test {
 protected:
  std::string of(std::string_view address) { return canonical_address(address, &world_.lexicon()); }
  const knowledge::SmallWorld world_{{{"tracking_parameters.tsv",
                                       "parameter\tdomain\n"
                                       "utm_*\t\n"
                                       "fbclid\t\n"
                                       "xtor\t\n"
                                       "ref\tdaily.example\n"}}};
};

TEST_F(Canonical, WithoutWhatSaysHowAReaderCame) {
  EXPECT_EQ(of("https://x.example/a?utm_source=rss&UTM_Medium=x&fbclid=9"), "https://x.example/a");
  EXPECT_EQ(of("https://x.example/a?id=7&utm_source=rss&page=2"),
            "https://x.example/a?id=7&page=2");
  EXPECT_EQ(of("https://x.example/a?utmost=1"), "https://x.example/a?utmost=1");
  EXPECT_EQ(of("https://x.example/a?"), "https://x.example/a");
}

TEST_F(Canonical, OfSomeSitesOnly) {
  EXPECT_EQ(of("https://www.daily.example/a?ref=home"), "https://www.daily.example/a");
  EXPECT_EQ(of("https://notdaily.example/a?ref=home"), "https://notdaily.example/a?ref=home");
  EXPECT_EQ(of("https://other.example/a?ref=home"), "https://other.example/a?ref=home");
}

TEST_F(Canonical, SchemeHostAndPort) {
  EXPECT_EQ(of("HTTPS://X.Example:443/A?b=C"), "https://x.example/A?b=C");
  EXPECT_EQ(of("http://x.example:80"), "http://x.example/");
  EXPECT_EQ(of("http://x.example:8080/a"), "http://x.example:8080/a");
  EXPECT_EQ(of("http://User@X.example/"), "http://User@x.example/");
}

TEST_F(Canonical, FragmentsThatNameAPartStay) {
  EXPECT_EQ(of("https://x.example/live#post-7"), "https://x.example/live#post-7");
  EXPECT_EQ(of("https://x.example/a#xtor=RSS-1"), "https://x.example/a");
  EXPECT_EQ(of("https://x.example/a#:~:text=killed"), "https://x.example/a");
  EXPECT_EQ(of("https://x.example/a#"), "https://x.example/a");
  EXPECT_EQ(without_fragment("https://x.example/live#post-7"), "https://x.example/live");
}

TEST_F(Canonical, WhatIsNoAddressStaysAsItIs) {
  EXPECT_EQ(of("reports/A.txt?utm_source=x"), "reports/A.txt?utm_source=x");
  EXPECT_EQ(of("many.jsonl#7"), "many.jsonl#7");
  EXPECT_EQ(canonical_address("HTTP://X/?utm_source=x", nullptr), "http://x/?utm_source=x");
}

}  // namespace
}  // namespace sitrep
