// Files that are brought in, what is told of them meanwhile, and a ledger that others use, too.
#include <sqlite3.h>

#include <atomic>

#include "server/test_server.h"

namespace sitrep::server::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr auto kText =
    "Car bomb kills nine in Kabul\n\nKABUL, March 11, 2024 - A car bomb killed nine people in "
    "Kabul on Monday, police said.\n";

class JobRoutes : public Served {
 protected:
  httplib::Result bring(const std::string& name, const std::string& bytes) {
    return post("/api/v1/reports", bytes, {{"X-Sitrep", "1"}, {"X-File-Name", name}},
                "application/octet-stream");
  }
  std::string job_of(const std::string& name, const std::string& bytes) {
    const auto answer = bring(name, bytes);
    EXPECT_EQ(202, answer->status) << answer->body;
    return Json::parse(answer->body)["job"];
  }
  Json ended(const std::string& job) {
    for (int tries = 0; tries < 1200; ++tries) {
      Json state = json("/api/v1/jobs/" + job);
      if (state["state"] == "done" || state["state"] == "failed") return state;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    return {};
  }
  // The stream's text up to its end, or until `enough` is in it.
  std::string events(const std::string& path, const std::string& enough = "\n\n\n") {
    std::string text;
    httplib::Client client("127.0.0.1", port());
    client.set_read_timeout(30);
    client.Get(path, [&](const char* bytes, size_t size) {
      text.append(bytes, size);
      return text.find(enough) == text.npos;
    });
    return text;
  }
};

TEST_F(JobRoutes, AFileBecomesReports) {
  const Json done = ended(job_of("kabul%20bomb.txt", kText));
  EXPECT_EQ("done", done["state"]) << done;
  EXPECT_EQ("kabul bomb.txt", done["file"]);
  EXPECT_EQ(1, done["added"]);
  ASSERT_EQ(1u, done["incidents"].size());
  EXPECT_EQ(9,
            json("/api/v1/incidents/" + done["incidents"][0].get<std::string>())["killed"]["best"]);
  EXPECT_EQ(6, json("/api/v1/session")["reports"]);
  const std::string uri =
      json("/api/v1/incidents/" + done["incidents"][0].get<std::string>())["reports"][0]["uri"];
  EXPECT_THAT(uri, testing::MatchesRegex("dropped/[0-9a-f]*/kabul bomb.txt"));
  const Json again = ended(job_of("kabul%20bomb.txt", kText));
  EXPECT_EQ(1, again["known"]);
  EXPECT_EQ(0, again["added"]);
  const Json other =
      ended(job_of("kabul%20bomb.txt", std::string(kText) + "It was the second in a week.\n"));
  EXPECT_EQ(1, other["added"]) << "other bytes of the same name replace nothing";
}

TEST_F(JobRoutes, NoMoreFilesWaitThanThereIsRoomFor) {
  ServerOptions small = options();
  small.most_waiting = 1000;
  serve(small);
  const auto refused = bring("large.txt", std::string(1500, 'x'));
  ASSERT_TRUE(refused);
  EXPECT_EQ(503, refused->status) << refused->body;
  EXPECT_NE("", refused->get_header_value("Retry-After"));
  EXPECT_EQ(422, bring("none.txt", "")->status);
  for (int n = 0; n < 3; ++n) {
    const std::string text(900, static_cast<char>('a' + n));
    int status = 503;
    for (int tries = 0; tries < 200 && status == 503; ++tries) {
      status = bring("some.txt", text)->status;
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_EQ(202, status) << "what a file takes is given back once it is read";
  }
}

TEST_F(JobRoutes, WhatIsRefusedIsNamedAndTheRestKept) {
  Json good{{"id", "g1"}, {"text", kText}, {"published", "2024-03-11"}, {"outlet", "X"}};
  const Json done = ended(job_of("two.jsonl", good.dump() + "\n{\"text\": 5}\n\n" + "not json\n"));
  EXPECT_EQ("done", done["state"]);
  EXPECT_EQ(1, done["added"]) << done;
  ASSERT_EQ(2u, done["refused"].size()) << done;
  EXPECT_THAT(done["refused"][0]["input"].get<std::string>(), HasSubstr("/two.jsonl:2"));
  EXPECT_THAT(done.dump(), Not(HasSubstr("/tmp"))) << "folders of the server are nobody's business";
  const Json bytes = ended(job_of("x.bin", std::string("\x7f"
                                                       "ELF\0\1\2\3",
                                                       8)));
  EXPECT_EQ(1, bytes["refusals"]);
  EXPECT_EQ(0, bytes["added"]);
}

TEST_F(JobRoutes, FilesThatAreNoneAreRefusedAtOnce) {
  EXPECT_EQ(400, bring("", kText)->status);
  EXPECT_EQ(400, bring("%zz", kText)->status);
  EXPECT_EQ(422, bring("empty.txt", "")->status);
  EXPECT_EQ(422, bring("a.meta.json", "{}")->status);
  EXPECT_EQ(404, status("/api/v1/jobs/none"));
  EXPECT_EQ(404, status("/api/v1/jobs/none/events"));
  EXPECT_EQ("passwd", ended(job_of("..%2F..%2Fetc%2Fpasswd", kText))["file"]);
  EXPECT_EQ("hidden", ended(job_of(".hidden", kText))["file"]);
}

TEST_F(JobRoutes, ProgressIsToldToTheEnd) {
  const std::string text = events("/api/v1/jobs/" + job_of("kabul.txt", kText) + "/events");
  EXPECT_THAT(text, HasSubstr("event: progress\ndata: {\"id\""));
  EXPECT_THAT(text, HasSubstr("\"state\":\"done\""));
}

TEST_F(JobRoutes, ChangesOfTheLedgerAreTold) {
  EXPECT_EQ(5, json("/api/v1/session")["reports"]);
  std::thread later([this] {
    std::this_thread::sleep_for(std::chrono::milliseconds(500));
    add(ledger_, {{"late", "Late News", "2024-03-11", 60, kText}});  // another process's doing
  });
  std::string text;
  size_t told = 0;
  httplib::Client client("127.0.0.1", port());
  client.set_read_timeout(30);
  client.Get("/api/v1/events", [&](const char* bytes, size_t size) {
    text.append(bytes, size);
    told = 0;
    for (size_t at = text.find("event: revision"); at != text.npos;
         at = text.find("event: revision", at + 1))
      ++told;
    return told < 2;
  });
  later.join();
  EXPECT_EQ(2u, told) << text;
  EXPECT_EQ(6, json("/api/v1/session")["reports"]);
}

TEST_F(JobRoutes, StreamsAreCounted) {
  ServerOptions few = options();
  few.most_streams = 1;
  serve(few);
  std::atomic<bool> open = false, end = false;
  std::thread one([&] {
    httplib::Client client("127.0.0.1", port());
    client.Get("/api/v1/events", [&](const char*, size_t) {
      open = true;
      for (int i = 0; i < 1000 && !end; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
      return false;
    });
  });
  while (!open) std::this_thread::sleep_for(std::chrono::milliseconds(5));
  EXPECT_EQ(503, status("/api/v1/events"));
  end = true;
  one.join();
}

// Holds the ledger's write lock, as another process does that adds reports.
class OtherWriter {
 public:
  explicit OtherWriter(const std::string& path) {
    sqlite3_open(path.c_str(), &connection_);
    sqlite3_exec(connection_, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
  }
  void end() {
    sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
    sqlite3_close(std::exchange(connection_, nullptr));
  }
  ~OtherWriter() {
    if (connection_) end();
  }

 private:
  sqlite3* connection_ = nullptr;
};

TEST_F(JobRoutes, AnotherWriterIsWaitedForAndNothingIsLost) {
  const std::string id = only("place=Maiduguri");
  OtherWriter other(ledger_);
  const std::string job = job_of("kabul.txt", kText);
  const auto answer = post("/api/v1/corrections",
                           Json{{"action", "reject"}, {"incident", id}, {"reason", "r"}}.dump());
  EXPECT_EQ(503, answer->status);
  EXPECT_NE("", answer->get_header_value("Retry-After"));
  EXPECT_THAT(Json::parse(answer->body)["error"].get<std::string>(), Not(""));
  EXPECT_EQ(200, status("/api/v1/incidents/" + id)) << "readers go on";
  other.end();
  EXPECT_EQ("done", ended(job)["state"]);
  EXPECT_EQ(6, json("/api/v1/session")["reports"]);
}

TEST_F(JobRoutes, ReadersGoOnWhileReportsAreAdded) {
  port();
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    const std::string n = std::to_string(i);
    lines +=
        Json{{"id", "n" + n},
             {"outlet", "X"},
             {"published", "2024-03-1" + std::to_string(i % 10)},
             {"text", "Blast " + n + " in Kabul\n\nA bomb killed " + std::to_string(2 + i % 90) +
                          " people in Kabul on Monday, police said."}}
            .dump() +
        "\n";
  }
  const std::string job = job_of("many.jsonl", lines);
  std::atomic<bool> end = false;
  std::atomic<int> wrong = 0, asked = 0;
  std::atomic<int64_t> slowest = 0;
  std::vector<std::thread> readers;
  for (const char* path :
       {"/api/v1/table", "/api/v1/incidents?limit=5", "/api/v1/session", "/api/v1/ids?text=bomb"}) {
    readers.emplace_back([&, path] {
      while (!end) {
        const auto start = std::chrono::steady_clock::now();
        const auto answer = get(path);
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
                              std::chrono::steady_clock::now() - start)
                              .count();
        if (took > slowest) slowest = took;
        ++asked;
        if (!answer || answer->status != 200 || !Json::accept(answer->body)) ++wrong;
      }
    });
  }
  const Json done = ended(job);
  end = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ("done", done["state"]) << done;
  EXPECT_EQ(300, done["added"]);
  EXPECT_EQ(0, wrong);
  EXPECT_GT(asked, 20);
  EXPECT_LT(slowest, 3000) << "nobody waits for a writer";
}

}  // namespace
}  // namespace sitrep::server::test
