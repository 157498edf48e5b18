#include "server/policy.h"

#include <gmock/gmock.h>

namespace sitrep::server {
namespace {

TEST(Policy, LoopbackOnly) {
  EXPECT_TRUE(is_loopback("127.0.0.1"));
  EXPECT_TRUE(is_loopback("127.1.2.3"));
  EXPECT_TRUE(is_loopback("::1"));
  EXPECT_FALSE(is_loopback("0.0.0.0"));
  EXPECT_FALSE(is_loopback("192.168.1.1"));
  EXPECT_FALSE(is_loopback("127.0.0.1.example.org"));
}

TEST(Policy, HostsOfALoopbackServer) {
  const Hosts hosts(true, {"Desk.example"});
  for (const char* host :
       {"127.0.0.1:8320", "localhost", "LOCALHOST:1", "[::1]:8320", "desk.example:80"})
    EXPECT_TRUE(hosts.allow(host)) << host;
  for (const char* host : {"evil.example:8320", "localhost.evil.example", "", "192.168.1.2", "[::1",
                           "127.0.0.1:80x", "127.0.0.1:", "127.0.0.1@evil.example", "[::1]evil"})
    EXPECT_FALSE(hosts.allow(host)) << host;
}

TEST(Policy, HostsOfAnOpenServer) {
  const Hosts hosts(false, {});
  EXPECT_TRUE(hosts.allow("192.168.1.2:8320")) << "an address can't be rebound";
  EXPECT_TRUE(hosts.allow("[fe80::1]:8320"));
  EXPECT_FALSE(hosts.allow("evil.example:8320"));
}

httplib::Request request(const std::string& method, httplib::Headers headers) {
  httplib::Request out;
  out.method = method;
  headers.emplace("Host", "127.0.0.1:8320");
  out.headers = std::move(headers);
  return out;
}

int framing(const std::string& method, httplib::Headers headers) {
  const auto problem = check_framing(request(method, std::move(headers)));
  return problem ? problem->status : 0;
}

TEST(Policy, WhereARequestEndsMustBeClear) {
  EXPECT_EQ(0, framing("GET", {}));
  EXPECT_EQ(0, framing("GET", {{"Content-Length", "0"}}));
  EXPECT_EQ(0, framing("POST", {{"Content-Length", "12"}}));
  EXPECT_EQ(400, framing("GET", {{"Content-Length", "12"}}));
  EXPECT_EQ(400, framing("GET", {{"Host", "localhost"}})) << "two hosts";
  EXPECT_EQ(411, framing("POST", {}));
  EXPECT_EQ(411, framing("POST", {{"Transfer-Encoding", "chunked"}, {"Content-Length", "3"}}));
  for (const char* length : {"-1", "1e3", "", "12 ", "0x1", "9999999999999999999999"})
    EXPECT_EQ(400, framing("POST", {{"Content-Length", length}})) << length;
  EXPECT_EQ(400, framing("POST", {{"Content-Length", "1"}, {"Content-Length", "2"}}));
  EXPECT_EQ(415, framing("POST", {{"Content-Length", "1"}, {"Content-Encoding", "gzip"}}));
  EXPECT_EQ(405, framing("DELETE", {}));
  EXPECT_EQ(405, framing("OPTIONS", {}));
}

int writing(httplib::Headers headers) {
  headers.emplace("Content-Type", "application/json; charset=utf-8");
  const auto problem = check_writing(request("POST", std::move(headers)), "application/json");
  return problem ? problem->status : 0;
}

TEST(Policy, OnlyPagesOfThisServerWrite) {
  EXPECT_EQ(0, writing({{"X-Sitrep", "1"}}));
  EXPECT_EQ(0, writing({{"X-Sitrep", "1"},
                        {"Origin", "http://127.0.0.1:8320"},
                        {"Sec-Fetch-Site", "same-origin"}}));
  EXPECT_EQ(403, writing({})) << "a form can't say X-Sitrep";
  EXPECT_EQ(403, writing({{"X-Sitrep", "1"}, {"Origin", "http://evil.example"}}));
  EXPECT_EQ(403, writing({{"X-Sitrep", "1"}, {"Origin", "http://127.0.0.1:9000"}}));
  EXPECT_EQ(403, writing({{"X-Sitrep", "1"}, {"Origin", "null"}}));
  EXPECT_EQ(403, writing({{"X-Sitrep", "1"}, {"Sec-Fetch-Site", "cross-site"}}));
  EXPECT_EQ(403, writing({{"X-Sitrep", "1"}, {"Sec-Fetch-Site", "same-site"}}));
  const auto form = request("POST", {{"X-Sitrep", "1"}, {"Content-Type", "text/plain"}});
  EXPECT_EQ(415, check_writing(form, "application/json")->status);
}

TEST(Policy, OtherSitesPagesDoNotEvenRead) {
  EXPECT_FALSE(check_reading(request("GET", {})));
  EXPECT_FALSE(check_reading(request("GET", {{"Sec-Fetch-Site", "none"}}))) << "typed by the user";
  EXPECT_TRUE(check_reading(request("GET", {{"Sec-Fetch-Site", "cross-site"}})));
}

}  // namespace
}  // namespace sitrep::server
