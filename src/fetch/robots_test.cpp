#include "fetch/robots.h"

#include <gtest/gtest.h>

namespace sitrep::fetch {
namespace {

using namespace std::chrono_literals;

bool allows(std::string_view text, std::string_view target) {
  return Robots(text, "sitrep").allows(target);
}

TEST(Robots, NothingForbidsNothing) {
  EXPECT_TRUE(allows("", "/a"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow:\n", "/a"));
  EXPECT_TRUE(allows("Disallow: /\n", "/a")) << "a rule of no group";
  EXPECT_TRUE(allows("<html>no such page</html>", "/a"));
}

TEST(Robots, TheGroupByNameOutranksThatOfAll) {
  const auto text =
      "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: SITREP/2.1\nDisallow: /b\n";
  EXPECT_TRUE(allows(text, "/a"));
  EXPECT_FALSE(allows(text, "/b/c"));
  EXPECT_FALSE(Robots(text, "third").allows("/a"));
}

TEST(Robots, GroupsOfOneNameAreOne) {
  const auto text =
      "User-agent: sitrep\nDisallow: /a\nUser-agent: x\nDisallow: /\nUser-agent: sitrep\n"
      "Disallow: /b\n";
  EXPECT_FALSE(allows(text, "/a"));
  EXPECT_FALSE(allows(text, "/b"));
  EXPECT_TRUE(allows(text, "/c"));
}

TEST(Robots, OtherLinesPartNoAgents) {
  const auto text = "User-agent: sitrep\nSitemap: https://x/y\nUser-agent: x\nDisallow: /a\n";
  EXPECT_FALSE(allows(text, "/a"));
}

TEST(Robots, TheLongestRuleDecides) {
  const auto text =
      "User-agent: *\nDisallow: /news/\nAllow: /news/world\nDisallow: /news/world/x\n";
  EXPECT_FALSE(allows(text, "/news/a"));
  EXPECT_TRUE(allows(text, "/news/world/a"));
  EXPECT_FALSE(allows(text, "/news/world/x"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a\nAllow: /a\n", "/a")) << "a tie allows";
  EXPECT_TRUE(allows("User-agent: *\nAllow: /a\nDisallow: /a\n", "/a"));
}

TEST(Robots, Wildcards) {
  const auto text = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print\nDisallow: /q?*id=\n";
  EXPECT_FALSE(allows(text, "/a/b.pdf"));
  EXPECT_TRUE(allows(text, "/a/b.pdf?x"));
  EXPECT_FALSE(allows(text, "/a/print/x"));
  EXPECT_TRUE(allows(text, "/print"));
  EXPECT_FALSE(allows(text, "/q?a=1&id=2"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a$\n", "/ab"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /a$\n", "/a"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: *\n", "/"));
}

TEST(Robots, ManyStarsTakeNoTime) {
  std::string pattern = "/";
  for (int i = 0; i < 1000; ++i) pattern += "*a";
  EXPECT_TRUE(allows("User-agent: *\nDisallow: " + pattern + "b\n", "/" + std::string(3000, 'a')));
}

TEST(Robots, PercentEncodingIsNoDifference) {
  const auto text = "User-agent: *\nDisallow: /caf\u00E9\nDisallow: /%7Euser\nDisallow: /a%2fb\n";
  EXPECT_FALSE(allows(text, "/caf%c3%a9"));
  EXPECT_FALSE(allows(text, "/~user"));
  EXPECT_FALSE(allows(text, "/a%2Fb"));
  EXPECT_TRUE(allows(text, "/a/b"));
}

TEST(Robots, LinesOfAllKinds) {
  EXPECT_FALSE(allows("\xEF\xBB\xBFuser-agent : * # all\r\n disallow : /a # why\r\n", "/a"));
  EXPECT_FALSE(allows("User-agent: *\rDisallow: /a\r", "/a"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /\n", "/robots.txt"));
}

TEST(Robots, CrawlDelay) {
  EXPECT_EQ(Robots("User-agent: *\nCrawl-delay: 2.5\n", "sitrep").crawl_delay(), 2500ms);
  EXPECT_EQ(Robots("User-agent: sitrep\nDisallow:\nUser-agent: *\nCrawl-delay: 9\n", "sitrep")
                .crawl_delay(),
            std::nullopt);
  EXPECT_EQ(Robots("User-agent: *\nCrawl-delay: -1\n", "sitrep").crawl_delay(), std::nullopt);
  EXPECT_EQ(Robots("User-agent: *\nCrawl-delay: nan\n", "sitrep").crawl_delay(), std::nullopt);
}

TEST(Robots, TargetOfAnAddress) {
  EXPECT_EQ(target_of("https://x.example/a/b?c=d#e"), "/a/b?c=d");
  EXPECT_EQ(target_of("https://x.example"), "/");
}

}  // namespace
}  // namespace sitrep::fetch
