#include "server/server.h"

#include <gmock/gmock.h>
#include <httplib.h>
#include <stdlib.h>

#include <filesystem>
#include <thread>

#include "server/policy.h"

namespace sitrep::server {
namespace {

using testing::HasSubstr;

TEST(Policy, LoopbackOnly) {
  EXPECT_TRUE(is_loopback("127.0.0.1"));
  EXPECT_TRUE(is_loopback("127.1.2.3"));
  EXPECT_TRUE(is_loopback("::1"));
  EXPECT_FALSE(is_loopback("0.0.0.0"));
  EXPECT_FALSE(is_loopback("192.168.1.1"));
  EXPECT_FALSE(is_loopback("127.0.0.1.example.org"));
}

TEST(Policy, HostHeaders) {
  EXPECT_TRUE(is_local_host("127.0.0.1:8320"));
  EXPECT_TRUE(is_local_host("localhost"));
  EXPECT_TRUE(is_local_host("[::1]:8320"));
  EXPECT_FALSE(is_local_host("evil.example:8320"));
  EXPECT_FALSE(is_local_host("localhost.evil.example"));
  EXPECT_FALSE(is_local_host(""));
}

// An empty ledger, served on a free port.
class Served : public testing::Test {
 protected:
  Served() {
    char folder[] = "/tmp/sitrep-server-XXXXXX";
    folder_ = mkdtemp(folder);
    auto ledger = Ledger::open(folder_ + "/l.sitrep", Ledger::Access::create);
    EXPECT_TRUE(ledger);
    server_ = std::make_unique<Server>(
        std::move(*ledger), output::Countries(std::map<std::string, std::string>{{"YE", "Yemen"}}));
    port_ = server_->bind("127.0.0.1", 0).value();
    thread_ = std::thread([this] { server_->run(); });
    get("/");  // it runs: until then there is nothing to stop
  }
  ~Served() override {
    server_->stop();
    thread_.join();
    std::filesystem::remove_all(folder_);
  }

  httplib::Result get(const std::string& path, const httplib::Headers& headers = {}) const {
    httplib::Client client("127.0.0.1", port_);
    for (int tries = 0; tries < 100; ++tries) {
      if (auto answer = client.Get(path.c_str(), headers)) return answer;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    return client.Get(path.c_str(), headers);
  }

  std::string folder_;
  std::unique_ptr<Server> server_;
  int port_ = 0;
  std::thread thread_;
};

TEST_F(Served, TheBriefAsAPageThatRunsNothing) {
  const auto answer = get("/");
  ASSERT_TRUE(answer);
  EXPECT_EQ(200, answer->status);
  EXPECT_THAT(answer->body, HasSubstr("<h1>Situation report</h1>"));
  EXPECT_THAT(answer->get_header_value("Content-Security-Policy"), HasSubstr("default-src 'none'"));
  EXPECT_EQ("nosniff", answer->get_header_value("X-Content-Type-Options"));
}

TEST_F(Served, Json) {
  const auto all = get("/api/incidents?country=Yemen");
  ASSERT_TRUE(all);
  EXPECT_EQ("[]\n", all->body);
  EXPECT_EQ(404, get("/api/incidents/none")->status);
  EXPECT_EQ(404, get("/nowhere")->status);
  const auto wrong = get("/api/incidents?since=soon");
  EXPECT_EQ(400, wrong->status);
  EXPECT_THAT(wrong->body, HasSubstr("{\"error\":"));
}

TEST_F(Served, OtherHostNamesAreTurnedAway) {
  EXPECT_EQ(403, get("/", {{"Host", "evil.example"}})->status);
}

TEST_F(Served, OthersCouldNotReachIt) {
  Server& server = *server_;
  EXPECT_EQ(Code::usage, server.bind("0.0.0.0", 0).error().code);
}

}  // namespace
}  // namespace sitrep::server
