#include "fetch/feed_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sitrep::fetch {
namespace {

using testing::ElementsAre;

TEST(FeedList, OneAddressALine) {
  const FeedList list = read_feed_list(
      "\xEF\xBB\xBF# mine\nhttps://a.example/rss  # the daily\r\n\n  http://b.example/x#part\n"
      "https://a.example/rss\nc.example/feed\n",
      "feeds.txt");
  EXPECT_THAT(list.addresses, ElementsAre("https://a.example/rss", "http://b.example/x#part"));
  ASSERT_EQ(list.problems.size(), 1u);
  EXPECT_EQ(list.problems[0].record, 6);
  EXPECT_EQ(list.problems[0].file, "feeds.txt");
}

TEST(FeedList, Opml) {
  const FeedList list = read_feed_list(
      "<?xml version=\"1.0\"?>\n<opml version=\"2.0\"><head><title>News & more</title></head><body>"
      "<outline text=\"Iraq\"><outline type=\"rss\" xmlUrl=\"https://a.example/rss?x=1&y=2\"/>"
      "<outline xmlurl=\"feed://b.example/atom\"/><outline text=\"no feed\"/>"
      "<outline xmlUrl=\"ftp://c.example/\"/></outline></body></opml>",
      "feeds.opml");
  EXPECT_THAT(list.addresses,
              ElementsAre("https://a.example/rss?x=1&y=2", "http://b.example/atom"));
  ASSERT_EQ(list.problems.size(), 1u);
  EXPECT_EQ(list.problems[0].record, 5) << "the fifth outline";
}

TEST(FeedList, OpmlThatIsCutOffGivesWhatStandsBefore) {
  const FeedList list =
      read_feed_list("<opml><body><outline xmlUrl=\"https://a.example/\"/><outl", "f");
  EXPECT_THAT(list.addresses, ElementsAre("https://a.example/"));
  EXPECT_EQ(list.problems.size(), 1u);
}

TEST(FeedList, AddressesAndFilesTogether) {
  const auto list = open_feed_lists({"https://a.example/", "https://a.example/"});
  ASSERT_TRUE(list);
  EXPECT_THAT(list->addresses, ElementsAre("https://a.example/"));
  EXPECT_EQ(open_feed_lists({"none.txt"}).error().code, Code::not_found);
}

}  // namespace
}  // namespace sitrep::fetch
