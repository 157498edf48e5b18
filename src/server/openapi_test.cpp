// The description of the interface is true: every route is in it, every path of it is answered, and
// every answer is as it says.
#include <algorithm>
#include <fstream>

#include "server/schema_check.h"
#include "server/test_server.h"

namespace sitrep::server::test {
namespace {

const Json& description() {
  static const Json kDocument =
      Json::parse(std::ifstream(SITREP_SOURCE_DIR "/workbench/openapi.json"));
  return kDocument;
}

std::set<std::string> described() {
  std::set<std::string> out;
  for (const auto& [path, methods] : description()["paths"].items()) {
    for (const auto& [method, what] : methods.items())
      out.insert((method == "get" ? "GET " : "POST ") + path);
  }
  return out;
}

class OpenApi : public Served {
 protected:
  const Json& schema(const std::string& path, const std::string& method,
                     const std::string& status) {
    return description()["paths"][path][method]["responses"][status]["content"]["application/json"]
                        ["schema"];
  }
  void expect_as_described(const std::string& path, const std::string& target) {
    const auto answer = get(target);
    ASSERT_TRUE(answer) << target;
    ASSERT_EQ(200, answer->status) << target << answer->body;
    answered_.insert("GET " + path);
    EXPECT_EQ(
        "",
        SchemaCheck(description()).problem(Json::parse(answer->body), schema(path, "get", "200")))
        << target;
  }
  void expect_as_described(const std::string& path, const httplib::Result& answer,
                           const std::string& status) {
    ASSERT_TRUE(answer) << path;
    ASSERT_EQ(status, std::to_string(answer->status)) << path << answer->body;
    answered_.insert("POST " + path);
    EXPECT_EQ(
        "",
        SchemaCheck(description()).problem(Json::parse(answer->body), schema(path, "post", status)))
        << path;
  }
  std::set<std::string> answered_;
};

TEST_F(OpenApi, HasEveryRouteAndNoOther) {
  std::set<std::string> routes;
  for (const auto& [method, path] : Server::routes()) routes.insert(method + " " + path);
  EXPECT_EQ(routes, described());
  EXPECT_EQ(description(), json("/api/v1/openapi.json"));
}

TEST_F(OpenApi, ParametersAreThoseThatTheRoutesTake) {
  for (const auto& [path, methods] : description()["paths"].items()) {
    if (!methods.contains("get")) continue;
    std::string target = path;
    for (size_t open; (open = target.find('{')) != target.npos;)
      target.replace(open, target.find('}') - open + 1, "none");
    for (Json parameter : methods["get"]["parameters"]) {
      if (parameter.contains("$ref")) {
        const std::string ref = parameter["$ref"];
        parameter = description().at(Json::json_pointer(ref.substr(1)));
      }
      if (parameter["in"] != "query") continue;
      const std::string name = parameter["name"];
      const auto answer = get(target + "?" + name + "=");
      EXPECT_THAT(answer->body, testing::Not(testing::HasSubstr("there is no parameter")))
          << target << " " << name;
    }
    EXPECT_EQ(400, status(target + "?colour=red")) << target;
  }
}

TEST_F(OpenApi, EveryAnswerIsAsDescribed) {
  const std::string id = only("place=Maiduguri");
  const httplib::Headers writes{{"X-Sitrep", "1"}};
  const std::string corrections = "/api/v1/corrections";
  expect_as_described(corrections,
                      post(corrections, Json{{"action", "correct"},
                                             {"incident", id},
                                             {"field", "killed"},
                                             {"value", "5"},
                                             {"reason", "r"}}
                                            .dump()),
                      "201");
  expect_as_described(
      corrections,
      post(corrections,
           Json{{"action", "split"}, {"incident", id}, {"others", {"post"}}, {"reason", "r"}}
               .dump()),
      "201");
  expect_as_described(corrections, post(corrections, R"({"action":"undo"})"), "201");
  const auto job =
      post("/api/v1/reports", "A bomb killed two people in Kabul on Monday, police said.",
           {{"X-Sitrep", "1"}, {"X-File-Name", "a.txt"}}, "application/octet-stream");
  expect_as_described("/api/v1/reports", job, "202");
  const std::string job_id = Json::parse(job->body)["job"];
  for (const char* filters : {"", "?background=1&rejected=1", "?text=nothing+like+it"}) {
    for (const char* path : {"/api/v1/table", "/api/v1/ids", "/api/v1/incidents"})
      expect_as_described(path, std::string(path) + filters);
    expect_as_described("/api/v1/outlets/{name}",
                        std::string("/api/v1/outlets/Northern%20Wire") + filters);
    expect_as_described("/api/v1/brief", std::string("/api/v1/brief") + filters +
                                             (*filters ? "&" : "?") + "format=json");
  }
  for (const char* part : {"", "/why", "/history", "/log"})
    expect_as_described(std::string("/api/v1/incidents/{id}") + part,
                        "/api/v1/incidents/" + id + part);
  for (const char* part : {"", "/versions"})
    expect_as_described(std::string("/api/v1/reports/{id}") + part,
                        std::string("/api/v1/reports/wire") + part);
  expect_as_described("/api/v1/jobs/{id}", "/api/v1/jobs/" + job_id);
  for (const char* path : {"/api/v1/session", "/api/v1/openapi.json", "/api/v1/outlets",
                           "/api/v1/log", "/api/v1/exports"})
    expect_as_described(path, path);
  expect_as_described("/api/v1/actors", "/api/v1/actors?q=boko");
  expect_as_described("/api/v1/places", "/api/v1/places?q=mosul");
  expect_as_described("/api/v1/logout", post("/api/v1/logout", "{}"), "200");
  // Answered in other tests: streams, downloads and logging in.
  for (const char* elsewhere : {"GET /api/v1/events", "GET /api/v1/jobs/{id}/events",
                                "GET /api/v1/export", "POST /api/v1/login"})
    answered_.insert(elsewhere);
  EXPECT_EQ(described(), answered_);
}

TEST_F(OpenApi, ErrorsAreAsDescribed) {
  for (const char* target :
       {"/api/v1/none", "/api/v1/incidents/none", "/api/v1/table?since=soon", "/api/v1/%zz"}) {
    const auto answer = get(target);
    EXPECT_EQ("", SchemaCheck(description())
                      .problem(Json::parse(answer->body), {{"$ref", "#/components/schemas/Error"}}))
        << target;
  }
}

TEST(SchemaChecks, FindWhatIsWrong) {
  const Json schema =
      Json::parse(R"({"type":"object","required":["a"],"additionalProperties":false,"properties":{
    "a":{"type":["integer","null"],"minimum":1},"b":{"type":"array","items":{"type":"string","enum":["x"]},"maxItems":1}}})");
  const SchemaCheck check{Json::object()};
  const auto problem = [&](const char* text) { return check.problem(Json::parse(text), schema); };
  EXPECT_EQ("", problem(R"({"a":null,"b":["x"]})"));
  EXPECT_NE("", problem(R"({})"));
  EXPECT_NE("", problem(R"({"a":1.5})"));
  EXPECT_NE("", problem(R"({"a":0})"));
  EXPECT_NE("", problem(R"({"a":1,"c":1})"));
  EXPECT_NE("", problem(R"({"a":1,"b":["y"]})"));
  EXPECT_NE("", problem(R"({"a":1,"b":["x","x"]})"));
  EXPECT_NE("", problem(R"([])"));
}

}  // namespace
}  // namespace sitrep::server::test
