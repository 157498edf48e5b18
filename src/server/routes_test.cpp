// What each route answers.
#include "core/records_json.h"
#include "server/test_server.h"

namespace sitrep::server::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

class Routes : public Served {
 protected:
  std::string first_line(const std::string& query) {
    const std::string body = get("/api/v1/export?" + query)->body;
    return body.substr(0, body.find('\n'));
  }
};

TEST_F(Routes, Session) {
  const Json session = json("/api/v1/session");
  EXPECT_EQ("week.sitrep", session["ledger"]);
  EXPECT_EQ(5, session["reports"]);
  EXPECT_EQ("ann", session["user"]);
  EXPECT_EQ(true, session["writable"]);
  EXPECT_EQ("test", session["version"]);
}

TEST_F(Routes, TheTableHasAColumnForEachThingAndARowForEachIncident) {
  const Json table = json("/api/v1/table");
  const size_t count = table["count"];
  ASSERT_GE(count, 4u);
  for (const auto& [name, column] : table["columns"].items())
    EXPECT_EQ(count, column.size()) << name;
  EXPECT_EQ(json("/api/v1/ids")["ids"], table["columns"]["id"]);
  const Json newest = table["columns"]["start"];
  EXPECT_GT(newest[0], newest[count - 1]);
  EXPECT_THAT(table["places"].get<std::vector<std::string>>(), Contains("Maiduguri"));
}

TEST_F(Routes, ATableIsKeptAsLongAsTheLedgerIsTheSame) {
  const auto first = get("/api/v1/table", {{"Accept-Encoding", "gzip"}});
  const std::string etag = first->get_header_value("ETag");
  EXPECT_NE("", etag);
  EXPECT_EQ(304, status("/api/v1/table", {{"If-None-Match", etag}}));
  EXPECT_EQ(200, status("/api/v1/table?country=IQ", {{"If-None-Match", etag}}));
  corrected({{"action", "reject"}, {"incident", only("country=LY")}, {"reason", "a drill"}});
  EXPECT_EQ(200, status("/api/v1/table", {{"If-None-Match", etag}}));
}

TEST_F(Routes, OneSetOfIncidentsForAllRoutes) {
  for (const char* filters :
       {"", "country=IQ", "country=IQ&country=NG", "type=protest&type=drone_attack", "text=market",
        "since=2024-03-06&until=2024-03-08", "outlet=Northern+Wire", "actor=Boko+Haram",
        "min_killed=3", "bbox=40,30,50,40", "disputed=1", "background=1", "place=Mosul",
        "precision=city", "text=nothing+like+it"}) {
    const std::string q = filters;
    const Json ids = json("/api/v1/ids?" + q)["ids"];
    EXPECT_EQ(ids, json("/api/v1/table?" + q)["columns"]["id"]) << q;
    const Json page = json("/api/v1/incidents?" + q);
    EXPECT_EQ(ids.size(), page["total"]) << q;
    std::set<std::string> wanted, listed, exported;
    for (const Json& id : ids) wanted.insert(id);
    for (const Json& incident : page["incidents"]) listed.insert(incident["id"]);
    std::istringstream lines(get("/api/v1/export?" + q)->body);
    for (std::string line; std::getline(lines, line);) exported.insert(Json::parse(line)["id"]);
    EXPECT_EQ(wanted, listed) << q;
    EXPECT_EQ(wanted, exported) << q;
    EXPECT_EQ(200, status("/api/v1/brief?format=json&" + q)) << q;
  }
  EXPECT_EQ(1u, json("/api/v1/ids?actor=boko-haram")["ids"].size()) << "by id, too";
  EXPECT_EQ(json("/api/v1/ids")["ids"].size() + 1, json("/api/v1/ids?background=1")["ids"].size());
}

TEST_F(Routes, PagesFollowEachOther) {
  const Json all = json("/api/v1/ids?background=1")["ids"];
  Json seen = Json::array();
  std::string cursor;
  for (int pages = 0; pages < 20; ++pages) {
    const Json page = json("/api/v1/incidents?background=1&limit=2" +
                           (cursor.empty() ? "" : "&cursor=" + cursor));
    EXPECT_LE(page["incidents"].size(), 2u);
    for (const Json& incident : page["incidents"]) seen.push_back(incident["id"]);
    if (page["next"].is_null()) break;
    cursor = page["next"];
  }
  EXPECT_EQ(all, seen);
  for (const char* wrong : {"x", ":", "2024-01-01", "2024-13-01:i1", "-", "2024-03-05x:i"})
    EXPECT_EQ(400, status(std::string("/api/v1/incidents?cursor=") + wrong)) << wrong;
}

TEST_F(Routes, AnIncidentAsItIsExported) {
  const std::string id = only("type=drone_attack");
  EXPECT_EQ(get("/api/v1/incidents/" + id)->body, first_line("type=drone_attack") + "\n");
  EXPECT_EQ(id, json("/api/v1/incidents/" + id.substr(0, 8))["id"]);
  EXPECT_EQ(404, status("/api/v1/incidents/none"));
  EXPECT_EQ(400, status("/api/v1/incidents/" + id + "?rule=best"));
  const std::string market = only("place=Maiduguri");
  EXPECT_EQ(7, json("/api/v1/incidents/" + market + "?rule=latest")["killed"]["best"]);
}

TEST_F(Routes, WhyWithSentences) {
  const Json why = json("/api/v1/incidents/" + only("place=Maiduguri") + "/why");
  for (const Json& field : why["fields"]) {
    if (field["field"] != "wounded") continue;
    ASSERT_EQ(1, field["claims"].size());
    EXPECT_EQ("Seven people were killed and eleven were wounded, residents said.",
              field["claims"][0]["sentence"]);
    EXPECT_EQ("Borno Post", field["claims"][0]["outlet"]);
  }
  ASSERT_EQ(2, why["joins"].size());
  EXPECT_GT(why["joins"][0]["parts"].size(), 2u);
}

TEST_F(Routes, AReportWithItsIncidents) {
  const Json report = json("/api/v1/reports/wire");
  EXPECT_THAT(report["text"].get<std::string>(), HasSubstr("killing five people"));
  EXPECT_THAT(report["incidents"].get<std::vector<std::string>>(),
              Contains(only("place=Maiduguri")));
  EXPECT_TRUE(report["copies_of"].is_null());
  EXPECT_EQ(1u, json("/api/v1/reports/wire/versions")["versions"].size());
  EXPECT_EQ(404, status("/api/v1/reports/none"));
  EXPECT_EQ(404, status("/api/v1/reports/none/versions"));
}

TEST_F(Routes, TextOfReportsIsNeverMarkup) {
  const std::string id = only("place=Mosul");
  for (const std::string& path : std::vector<std::string>{
           "/api/v1/reports/evil", "/api/v1/incidents/" + id, "/api/v1/table", "/api/v1/outlets"})
    EXPECT_THAT(get(path)->get_header_value("Content-Type"), HasSubstr("application/json")) << path;
  const std::string page = get("/api/v1/brief?place=Mosul")->body;
  EXPECT_THAT(page, Not(HasSubstr("<script>alert")));
  EXPECT_THAT(page, Not(HasSubstr("<img")));
  EXPECT_THAT(page, HasSubstr("&lt;"));
}

TEST_F(Routes, Outlets) {
  const Json outlets = json("/api/v1/outlets");
  EXPECT_EQ("Northern Wire", outlets[0]["name"]);
  EXPECT_EQ(2, outlets[0]["reports"]);
  EXPECT_EQ(1u, json("/api/v1/outlets?q=borno").size());
  const Json wire = json("/api/v1/outlets/Northern%20Wire");
  ASSERT_EQ(1u, wire["first"].size());
  EXPECT_EQ(420, wire["first"][0]["lead_minutes"]);
  EXPECT_EQ("Borno Post", wire["first"][0]["next_outlet"]);
  std::set<std::string> missing;
  for (const Json& row : wire["left_out"]) missing.insert(row["field"]);
  EXPECT_THAT(missing, Contains("wounded"));
  EXPECT_EQ(200, status("/api/v1/outlets/%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E"));
  EXPECT_EQ(404, status("/api/v1/outlets/The%20Moon"));
}

TEST_F(Routes, Suggestions) {
  const Json actors = json("/api/v1/actors?q=boko");
  ASSERT_GE(actors.size(), 1u);
  EXPECT_EQ("Boko Haram", actors[0]["name"]);
  EXPECT_EQ(1, actors[0]["incidents"]);
  EXPECT_LE(json("/api/v1/actors?q=a").size(), 20u);
  const Json places = json("/api/v1/places?q=mosul");
  EXPECT_EQ("Mosul", places[0]["name"]);
  EXPECT_LE(json("/api/v1/places?q=s").size(), 20u);
  EXPECT_EQ(0u, json("/api/v1/places?q=qqqqqqqqqq").size());
}

TEST_F(Routes, BriefsAndExports) {
  EXPECT_THAT(get("/api/v1/brief")->body, HasSubstr("<h1>Situation report"));
  EXPECT_THAT(get("/api/v1/brief?format=markdown")->body, HasSubstr("# Situation report"));
  EXPECT_GE(json("/api/v1/brief?format=json")["sources"].size(), 4u);
  EXPECT_EQ(400, status("/api/v1/brief?format=pdf"));
  EXPECT_EQ(3u, json("/api/v1/exports").size());
  EXPECT_THAT(first_line("format=csv"), HasSubstr("id,type,phase"));
  const Json map = json("/api/v1/export?format=geojson");
  EXPECT_EQ(json("/api/v1/ids")["ids"].size(), map["features"].size());
  EXPECT_EQ(0u, json("/api/v1/export?format=geojson&text=nothing+like+it")["features"].size());
  EXPECT_EQ(400, status("/api/v1/export?format=xls"));
  EXPECT_THAT(get("/api/v1/export?format=csv")->get_header_value("Content-Disposition"),
              HasSubstr("sitrep.csv"));
}

TEST_F(Routes, WhatIsNotThereIsNotThere) {
  EXPECT_EQ(404, status("/api/v1/nowhere"));
  EXPECT_EQ(404, status("/api"));
  EXPECT_EQ(404, status("/none.js"));
  EXPECT_EQ(405, status("/api/v1/corrections"));
  EXPECT_EQ(200, status("/incidents/i1")) << "an address of the application";
  EXPECT_EQ(400, status("/api/v1/session?colour=red"));
}

TEST_F(Routes, HeadsAreAnsweredWithoutABody) {
  httplib::Client client("127.0.0.1", port());
  for (const char* path :
       {"/api/v1/session", "/", "/api/v1/events", "/api/v1/export", "/api/v1/none"}) {
    const auto answer = client.Head(path);
    ASSERT_TRUE(answer) << path;
    EXPECT_EQ("", answer->body) << path;
  }
  EXPECT_EQ(200, status("/api/v1/session"));
}

}  // namespace
}  // namespace sitrep::server::test
