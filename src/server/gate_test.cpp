// What a running server refuses.
#include "server/raw_request.h"
#include "server/test_server.h"

namespace sitrep::server::test {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::StartsWith;

constexpr auto kToken = "correct-horse-battery";

class Gates : public Served {};

TEST_F(Gates, EveryAnswerCarriesThePolicy) {
  for (const char* path :
       {"/", "/incidents/i1", "/api/v1/session", "/api/v1/none", "/api/v1/incidents/none"}) {
    const auto answer = get(path);
    EXPECT_EQ(1u, answer->get_header_value_count("Content-Security-Policy")) << path;
    EXPECT_THAT(answer->get_header_value("Content-Security-Policy"),
                AllOf(HasSubstr("default-src 'none'"), HasSubstr("script-src 'self';"),
                      HasSubstr("frame-ancestors 'none'")));
    EXPECT_EQ("nosniff", answer->get_header_value("X-Content-Type-Options")) << path;
    EXPECT_EQ("no-referrer", answer->get_header_value("Referrer-Policy")) << path;
    EXPECT_EQ("same-origin", answer->get_header_value("Cross-Origin-Resource-Policy")) << path;
  }
  const auto brief = get("/api/v1/brief");
  EXPECT_EQ(1u, brief->get_header_value_count("Content-Security-Policy"));
  EXPECT_THAT(brief->get_header_value("Content-Security-Policy"), HasSubstr("style-src 'sha256-"));
}

TEST_F(Gates, OtherHostNamesAreTurnedAway) {
  EXPECT_EQ(403, status("/api/v1/session", {{"Host", "evil.example"}}));
  EXPECT_EQ(403, status("/", {{"Host", "evil.example:8320"}}));
  EXPECT_EQ(200, status("/", {{"Host", "localhost:1"}}));
}

TEST_F(Gates, OtherSitesPagesNeitherReadNorWrite) {
  EXPECT_EQ(403, status("/api/v1/table", {{"Sec-Fetch-Site", "cross-site"}}));
  EXPECT_EQ(200, status("/", {{"Sec-Fetch-Site", "cross-site"}})) << "a link leads to it";
  const std::string undo = R"({"action":"undo"})";
  EXPECT_EQ(403, post("/api/v1/corrections", undo, {})->status);
  EXPECT_EQ(
      403, post("/api/v1/corrections", undo, {{"X-Sitrep", "1"}, {"Origin", "http://evil.example"}})
               ->status);
  EXPECT_EQ(415, post("/api/v1/corrections", undo, {{"X-Sitrep", "1"}}, "text/plain")->status);
  EXPECT_EQ(404, post("/api/v1/corrections", undo)->status) << "nothing is there to undo";
}

TEST_F(Gates, ABodyThatWasNotReadIsNoSecondRequest) {
  const std::string hidden =
      "GET /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Sitrep: 1\r\n\r\n";
  const std::string length = "Content-Length: " + std::to_string(hidden.size()) + "\r\n";
  for (const std::string& first :
       {"POST /api/v1/corrections HTTP/1.1\r\nHost: 127.0.0.1\r\n" + length,
        "POST /none HTTP/1.1\r\nHost: 127.0.0.1\r\n" + length,
        "POST /" + std::string(9000, 'a') + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + length,
        "POST / HTTP/1.1\r\nHost: evil.example\r\n" + length,
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + length,
        "OPTIONS / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + length,
        std::string("POST /api/v1/corrections HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: "
                    "chunked\r\n"),
        "POST /api/v1/corrections HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + std::string(9000, 'a') +
            "\r\n" + length}) {
    const std::string answer = raw(port(), first + "\r\n" + hidden);
    EXPECT_THAT(answer, StartsWith("HTTP/1.1 4")) << first.substr(0, 60);
    EXPECT_EQ(1u, count_of(answer, "HTTP/1.1 ")) << first.substr(0, 60) << "\n" << answer;
    EXPECT_THAT(answer, testing::Not(HasSubstr("knowledge"))) << first.substr(0, 60);
  }
}

TEST_F(Gates, BodiesHaveALimit) {
  ServerOptions small = options();
  small.most_json = 200;
  small.most_upload = 5000;
  serve(small);
  EXPECT_EQ(413, post("/api/v1/corrections", std::string(300, ' '))->status);
  const auto big = post("/api/v1/reports", std::string(6000, 'x'),
                        {{"X-Sitrep", "1"}, {"X-File-Name", "a.txt"}}, "application/octet-stream");
  EXPECT_EQ(413, big->status);
}

TEST_F(Gates, RatesHaveALimit) {
  ServerOptions slow = options();
  slow.reading = {.a_second = 0.5, .at_once = 20};
  slow.writing = {.a_second = 0.5, .at_once = 2};
  serve(slow);
  int refused = 0;
  for (int i = 0; i < 30; ++i) refused += status("/api/v1/exports") == 429;
  EXPECT_GE(refused, 5);
  EXPECT_THAT(get("/api/v1/exports")->get_header_value("Retry-After"), testing::Not(""));
  for (int i = 0; i < 2; ++i) post("/api/v1/corrections", "{}");
  EXPECT_EQ(429, post("/api/v1/corrections", "{}")->status);
}

TEST_F(Gates, TokensAreAskedForWhereThereAreAny) {
  ServerOptions guarded = options();
  ASSERT_TRUE(guarded.tokens.add(kToken, "bob"));
  guarded.guessing = {.a_second = 0.01, .at_once = 3};
  serve(guarded);
  EXPECT_EQ(200, status("/")) << "the page itself tells nothing";
  EXPECT_EQ(401, status("/api/v1/session"));
  EXPECT_EQ(401, status("/api/v1/events"));
  EXPECT_EQ(401, status("/api/v1/openapi.json"));
  const httplib::Headers bearer{{"Authorization", std::string("Bearer ") + kToken}};
  EXPECT_EQ("bob", Json::parse(get("/api/v1/session", bearer)->body)["user"]);
  const auto in = post("/api/v1/login", R"({"token":"correct-horse-battery"})");
  ASSERT_EQ(200, in->status);
  const std::string cookie = in->get_header_value("Set-Cookie");
  EXPECT_THAT(cookie, AllOf(HasSubstr("HttpOnly"), HasSubstr("SameSite=Strict"),
                            testing::Not(HasSubstr(kToken))));
  EXPECT_EQ(200, status("/api/v1/session", {{"Cookie", cookie.substr(0, cookie.find(';'))}}));
  for (int i = 0; i < 3; ++i)
    EXPECT_EQ(401, post("/api/v1/login", R"({"token":"wrong-wrong-wrong"})")->status);
  EXPECT_EQ(429, post("/api/v1/login", R"({"token":"correct-horse-battery"})")->status)
      << "who guesses, waits";
}

TEST_F(Gates, WhoSignsIsTheTokensUser) {
  ServerOptions guarded = options();
  ASSERT_TRUE(guarded.tokens.add(kToken, "bob"));
  serve(guarded);
  const httplib::Headers headers{{"X-Sitrep", "1"},
                                 {"Authorization", std::string("Bearer ") + kToken}};
  const auto ids = Json::parse(get("/api/v1/ids?country=LY", headers)->body)["ids"];
  const Json order{
      {"action", "reject"}, {"incident", ids[0]}, {"reason", "a drill"}, {"user", "mallory"}};
  const auto done = post("/api/v1/corrections", order.dump(), headers);
  ASSERT_EQ(201, done->status) << done->body;
  EXPECT_EQ("bob", Json::parse(done->body)["log"][0]["by"]);
}

TEST_F(Gates, AnOpenAddressNeedsATokenAndTls) {
  ServerOptions open = options();
  open.address = "0.0.0.0";
  const auto refused = [&] {
    const auto server = Server::create(open, knowledge());
    return server ? std::string() : server.error().message;
  };
  EXPECT_THAT(refused(), HasSubstr("--insecure no-token"));
  ASSERT_TRUE(open.tokens.add(kToken, ""));
  EXPECT_THAT(refused(), HasSubstr("--insecure plain-http"));
  open.plain_http = true;
  EXPECT_EQ("", refused());
  open.plain_http = false;
  open.certificate = "/nowhere.pem";
  EXPECT_THAT(refused(), HasSubstr("go together"));
  open.key = "/nowhere.pem";
  EXPECT_THAT(refused(), HasSubstr("can't be used"));
}

TEST_F(Gates, Tls) {
  const std::string make =
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
      "-subj /CN=localhost -keyout " +
      (folder_ / "key.pem") + " -out " + (folder_ / "cert.pem") + " 2>/dev/null";
  if (std::system(make.c_str()) != 0) GTEST_SKIP() << "no openssl program";
  ServerOptions secret = options();
  secret.certificate = folder_ / "cert.pem";
  secret.key = folder_ / "key.pem";
  auto server = Server::create(secret, knowledge());
  ASSERT_TRUE(server) << describe(server.error());
  const int port = server->bind().value();
  std::thread thread([&] { server->run(); });
  httplib::SSLClient client("localhost", port);
  client.enable_server_certificate_verification(false);
  httplib::Result answer = client.Get("/api/v1/session");
  for (int tries = 0; tries < 100 && !answer; ++tries) answer = client.Get("/api/v1/session");
  server->stop();
  thread.join();
  ASSERT_TRUE(answer);
  EXPECT_EQ(200, answer->status);
  EXPECT_THAT(server->url(443), StartsWith("https://"));
}

}  // namespace
}  // namespace sitrep::server::test
