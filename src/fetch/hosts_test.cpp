#include "fetch/hosts.h"

#include <gtest/gtest.h>

namespace sitrep::fetch {
namespace {

using namespace std::chrono_literals;

const Time kNow{1000s};

Task page(std::string address) { return {.key = address, .address = address}; }

std::string next(Hosts& hosts, Time now) {
  const auto task = hosts.next(now);
  return task ? task->address : "none";
}

TEST(Hosts, OneAtATimeWithAPause) {
  Hosts hosts(2s);
  hosts.push(page("https://x.example/1"));
  hosts.push(page("http://X.example/2"));
  EXPECT_EQ(next(hosts, kNow), "https://x.example/1");
  EXPECT_EQ(next(hosts, kNow), "none");
  EXPECT_EQ(hosts.next_ready(), std::nullopt);
  hosts.done("x.example", kNow + 5s);
  EXPECT_EQ(next(hosts, kNow + 6s), "none");
  EXPECT_EQ(hosts.next_ready(), kNow + 7s);
  EXPECT_EQ(next(hosts, kNow + 7s), "http://X.example/2");
  EXPECT_TRUE(hosts.empty());
}

TEST(Hosts, TheOneThatWaitedLongestComesFirst) {
  Hosts hosts(1s);
  for (const auto address : {"http://a/1", "http://a/2", "http://b/1", "http://b/2"})
    hosts.push(page(address));
  EXPECT_EQ(next(hosts, kNow), "http://a/1");
  EXPECT_EQ(next(hosts, kNow), "http://b/1");
  hosts.done("b", kNow);
  hosts.done("a", kNow + 1s);
  EXPECT_EQ(next(hosts, kNow + 9s), "http://b/2");
}

TEST(Hosts, ACrawlDelayIsItsOwn) {
  Hosts hosts(1s);
  for (const auto address : {"http://a/1", "http://a/2", "http://b/1", "http://b/2"})
    hosts.push(page(address));
  hosts.set_pause("a", 10s);
  next(hosts, kNow), next(hosts, kNow);
  hosts.done("a", kNow), hosts.done("b", kNow);
  EXPECT_EQ(next(hosts, kNow + 1s), "http://b/2");
  EXPECT_EQ(next(hosts, kNow + 9s), "none");
  EXPECT_EQ(next(hosts, kNow + 10s), "http://a/2");
}

TEST(Hosts, DroppedAndFirst) {
  Hosts hosts(0s);
  hosts.push(page("http://a/1"));
  hosts.push_first(page("http://a/0"));
  hosts.push(page("http://b/1"));
  EXPECT_EQ(hosts.drop("a").size(), 2u);
  EXPECT_EQ(next(hosts, kNow), "http://b/1");
  EXPECT_TRUE(hosts.drop_all().empty());
}

TEST(Hosts, Origins) {
  EXPECT_EQ(origin_of("HTTPS://User@X.example:8443/a"), "https://x.example:8443");
  EXPECT_EQ(host_of("https://x.example?q"), "x.example");
}

}  // namespace
}  // namespace sitrep::fetch
