// Corrections over HTTP: what is done, what is refused, and how it is told.
#include "server/test_server.h"

namespace sitrep::server::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class CorrectionRoutes : public Served {
 protected:
  std::string why_not(const Json& order, int status) { return corrected(order, status)["error"]; }
};

TEST_F(CorrectionRoutes, AValueIsSetAndSigned) {
  const std::string id = only("place=Maiduguri");
  const std::string before = json("/api/v1/session")["revision"];
  const Json done = corrected({{"action", "correct"},
                               {"incident", id},
                               {"field", "killed"},
                               {"value", "9"},
                               {"reason", "the ministry's list"},
                               {"user", "cleo"}});
  EXPECT_EQ(id, done["incidents"][0]);
  EXPECT_EQ("cleo", done["log"][0]["by"]);
  EXPECT_EQ(9, json("/api/v1/incidents/" + id)["killed"]["best"]);
  EXPECT_NE(before, json("/api/v1/session")["revision"]);
  EXPECT_EQ(json("/api/v1/session")["revision"], done["revision"]);
  const Json log = json("/api/v1/log");
  EXPECT_EQ(1, log["total"]);
  EXPECT_EQ("the ministry's list", log["log"][0]["reason"]);
  EXPECT_EQ(log["log"], json("/api/v1/incidents/" + id + "/log")["log"]);
  EXPECT_EQ(1u, json("/api/v1/incidents/" + id + "/history")["history"].size());
}

TEST_F(CorrectionRoutes, SeveralValuesAtOnceAndNumbersAsNumbers) {
  const std::string id = only("place=Maiduguri");
  const Json done = corrected(
      {{"action", "correct"},
       {"incident", id},
       {"reason", "seen"},
       {"changes",
        {{{"field", "killed"}, {"value", 4}}, {{"field", "where"}, {"value", "Mosul"}}}}});
  EXPECT_EQ(2u, done["log"].size());
  EXPECT_EQ("ann", done["log"][0]["by"]) << "the server's own user";
  EXPECT_EQ("Mosul", json("/api/v1/incidents/" + id)["where"]["name"]);
}

TEST_F(CorrectionRoutes, SplitMergeRejectAndUndo) {
  const std::string id = only("place=Maiduguri");
  const Json split = corrected(
      {{"action", "split"}, {"incident", id}, {"others", {"post"}}, {"reason", "another market"}});
  ASSERT_EQ(2u, split["incidents"].size()) << "the incident, and what was parted from it";
  const std::string parted =
      split["incidents"][0] == id ? split["incidents"][1] : split["incidents"][0];
  EXPECT_EQ(1u, json("/api/v1/incidents/" + parted)["reports"].size());
  corrected({{"action", "undo"}, {"reason", "one market after all"}});
  EXPECT_EQ(2u, json("/api/v1/incidents/" + id)["reports"].size());
  const std::string other = only("country=LY");
  EXPECT_EQ(id, corrected({{"action", "merge"},
                           {"incident", id},
                           {"others", {other}},
                           {"reason", "x"}})["incidents"][0]);
  EXPECT_EQ(id, json("/api/v1/incidents/" + other)["id"]);
  const Json log = json("/api/v1/log?limit=1");
  EXPECT_EQ("merge", log["log"][0]["kind"]) << "the newest first";
  EXPECT_EQ(2u, json("/api/v1/log?before=" + log["next"].dump())["log"].size());
  corrected({{"action", "undo"}, {"number", log["log"][0]["id"]}});
  corrected({{"action", "reject"}, {"incident", other}, {"reason", "a drill"}});
  EXPECT_EQ(0u, json("/api/v1/ids?country=LY")["ids"].size());
  EXPECT_EQ(1u, json("/api/v1/ids?country=LY&rejected=1")["ids"].size());
}

TEST_F(CorrectionRoutes, WhatCannotBeDoneIsRefusedAndChangesNothing) {
  const std::string id = only("place=Maiduguri");
  const std::string before = json("/api/v1/session")["revision"];
  EXPECT_THAT(why_not({{"action", "correct"},
                       {"incident", id},
                       {"field", "killed"},
                       {"value", "many"},
                       {"reason", "r"}},
                      422),
              HasSubstr("a number like 5"));
  EXPECT_THAT(why_not({{"action", "correct"},
                       {"incident", id},
                       {"field", "colour"},
                       {"value", "5"},
                       {"reason", "r"}},
                      422),
              HasSubstr("colour"));
  EXPECT_THAT(
      why_not({{"action", "correct"}, {"incident", id}, {"field", "killed"}, {"value", "5"}}, 422),
      HasSubstr("needs a reason"));
  EXPECT_THAT(why_not({{"action", "accept"}, {"incident", id}, {"reason", "r"}}, 422),
              HasSubstr("none of correct, merge"));
  EXPECT_THAT(why_not({{"action", "reject"}, {"reason", "r"}}, 422), HasSubstr("incident"));
  EXPECT_THAT(why_not({{"action", "reject"}, {"incident", "none"}, {"reason", "r"}}, 404),
              HasSubstr("no incident"));
  EXPECT_THAT(
      why_not({{"action", "merge"}, {"incident", id}, {"others", {id}}, {"reason", "r"}}, 422),
      HasSubstr("given already"));
  EXPECT_THAT(
      why_not({{"action", "reject"}, {"incident", id}, {"reason", "r"}, {"revision", 7}}, 409),
      HasSubstr("revision 1 by now"));
  EXPECT_THAT(why_not({{"action", "reject"}, {"incident", 5}, {"reason", "r"}}, 422),
              HasSubstr("not a string"));
  EXPECT_THAT(
      why_not({{"action", "reject"}, {"incident", id}, {"reason", "r"}, {"user", "a\nb"}}, 422),
      HasSubstr("user"));
  EXPECT_THAT(
      why_not({{"action", "reject"}, {"incident", id}, {"reason", "r"}, {"colour", 1}}, 422),
      HasSubstr("colour"));
  EXPECT_THAT(why_not(Json::array({1}), 422), HasSubstr("object"));
  EXPECT_EQ(400, post("/api/v1/corrections", "{\"action\"")->status);
  EXPECT_EQ(400, post("/api/v1/corrections", "")->status);
  EXPECT_EQ(before, json("/api/v1/session")["revision"]);
}

TEST_F(CorrectionRoutes, OfSeveralWhoLookedAtOneRevisionAllButOneAreTold) {
  const std::string id = only("place=Maiduguri");
  std::vector<int> statuses(6);
  std::vector<std::thread> people;
  for (size_t n = 0; n < statuses.size(); ++n) {
    people.emplace_back([&, n] {
      const Json order{{"action", "correct"}, {"incident", id},   {"field", "killed"},
                       {"value", 20 + n},     {"reason", "seen"}, {"revision", 1}};
      statuses[n] = post("/api/v1/corrections", order.dump())->status;
    });
  }
  for (std::thread& each : people) each.join();
  EXPECT_EQ(1, std::ranges::count(statuses, 201)) << testing::PrintToString(statuses);
  EXPECT_EQ(5, std::ranges::count(statuses, 409)) << testing::PrintToString(statuses);
  EXPECT_EQ(1, json("/api/v1/log")["total"]);
}

TEST_F(CorrectionRoutes, AReadOnlyServerWritesNothing) {
  ServerOptions reading = options();
  reading.read_only = true;
  serve(reading);
  EXPECT_EQ(false, json("/api/v1/session")["writable"]);
  EXPECT_EQ(403, post("/api/v1/corrections", R"({"action":"undo"})")->status);
  EXPECT_EQ(403, post("/api/v1/reports", "text", {{"X-Sitrep", "1"}, {"X-File-Name", "a.txt"}},
                      "application/octet-stream")
                     ->status);
}

}  // namespace
}  // namespace sitrep::server::test
