// Requests that no page makes: each is refused or answered, and the server stays.
#include <random>

#include "server/raw_request.h"
#include "server/test_server.h"

namespace sitrep::server::test {
namespace {

using testing::StartsWith;

const std::vector<std::string>& odd_values() {
  static const std::vector<std::string> kValues = {"",
                                                   "%",
                                                   "%zz",
                                                   "%00",
                                                   "%ff%fe",
                                                   "%0d%0aX:1",
                                                   "-1",
                                                   "0",
                                                   "1e308",
                                                   "NaN",
                                                   "99999999999999999999",
                                                   "null",
                                                   "true",
                                                   "{}",
                                                   "[]",
                                                   "'; DROP TABLE incidents; --",
                                                   "..%2F..%2Fetc%2Fpasswd",
                                                   "%25%32%66",
                                                   "\"unbalanced",
                                                   "*",
                                                   "OR%20NOT%20(",
                                                   "NEAR(",
                                                   "%F0%9F%92%A3",
                                                   "%E2%80%AE",
                                                   "2024-02-30",
                                                   "0000-00-00",
                                                   "9999-99-99",
                                                   "2024-01-01T00:00",
                                                   "a,b,c,d",
                                                   "1,2,3,4,5",
                                                   "-181,0,0,0",
                                                   std::string(900, 'a'),
                                                   std::string(1100, 'a'),
                                                   "i",
                                                   "e1",
                                                   "%2F",
                                                   "%5C",
                                                   "..",
                                                   "."};
  return kValues;
}

class OddRequests : public Served {
 protected:
  // A path's braces filled with something.
  static std::string filled(std::string path, const std::string& value) {
    const size_t open = path.find('{');  // there is one at most
    if (open != path.npos) path.replace(open, path.find('}') - open + 1, value);
    return path;
  }
  void expect_calm(const std::string& target) {
    const std::string answer =
        raw(port(), "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(answer, testing::AnyOf(StartsWith("HTTP/1.1 2"), StartsWith("HTTP/1.1 4")))
        << target << "\n"
        << answer.substr(0, 300);
  }
  ServerOptions patient() const {
    ServerOptions out = options();
    out.reading = out.writing = {.a_second = 1e6, .at_once = 1e6};
    return out;
  }
};

TEST_F(OddRequests, OddNamesAndParameters) {
  serve(patient());
  const std::vector<std::string> names = {"since", "limit",  "bbox",       "text", "country",
                                          "type",  "cursor", "min_killed", "q",    "format"};
  size_t turn = 0;
  for (const auto& [method, path] : Server::routes()) {
    if (method != "GET" || path.ends_with("/events")) continue;
    for (const std::string& value : odd_values()) {
      if (path.find('{') != path.npos && !value.empty()) expect_calm(filled(path, value));
      expect_calm(filled(path, "x") + "?" + names[turn++ % names.size()] + "=" + value);
    }
  }
  EXPECT_EQ(200, status("/api/v1/session"));
}

TEST_F(OddRequests, OddBodies) {
  serve(patient());
  const std::string id = only("country=LY");
  const std::vector<Json> values = {
      nullptr, true, 5, -1, 1.5, "", "x", Json::array(), Json::array({1}), Json::object()};
  for (const char* action : {"correct", "split", "undo", ""}) {
    for (const char* member : {"action", "incident", "others", "field", "value", "changes",
                               "number", "reason", "user", "revision"}) {
      for (const Json& value : values) {
        Json order{{"action", action}, {"incident", "none"}};
        order[member] = value;
        const auto answer = post("/api/v1/corrections", order.dump());
        ASSERT_TRUE(answer) << order;
        EXPECT_TRUE(answer->status >= 400 && answer->status < 500) << order << answer->status;
      }
    }
  }
  EXPECT_EQ(400, post("/api/v1/corrections", std::string(50'000, '['))->status);
  EXPECT_EQ(400, post("/api/v1/corrections", "{\"action\":\"\xff\"}")->status);
  EXPECT_EQ(id, only("country=LY"));
}

TEST_F(OddRequests, RandomBytes) {
  serve(patient());
  std::mt19937 chance(7);
  const std::string base =
      "GET /api/v1/incidents?limit=3 HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\nConnection: "
      "close\r\n\r\n";
  for (int i = 0; i < 150; ++i) {
    std::string bytes = base;
    for (int changes = 1 + static_cast<int>(chance() % 6); changes > 0; --changes)
      bytes[chance() % bytes.size()] = static_cast<char>(chance());
    const std::string answer = raw(port(), bytes, 60);
    EXPECT_TRUE(answer.empty() || answer.starts_with("HTTP/1.1 2") ||
                answer.starts_with("HTTP/1.1 4") || answer.starts_with("HTTP/1.1 3"))
        << answer.substr(0, 200);
  }
  EXPECT_EQ(200, status("/api/v1/session"));
}

}  // namespace
}  // namespace sitrep::server::test
