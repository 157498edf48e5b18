// A server on a free port with a small ledger of made reports, and what tests ask it with.
#pragma once

#include <gmock/gmock.h>
#include <httplib.h>
#include <stdlib.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/dates.h"
#include "core/sha256.h"
#include "pipeline/coders.h"
#include "server/server.h"
#include "sitrep/ledger.h"

namespace sitrep::server::test {

using Json = nlohmann::json;

inline const Knowledge& knowledge() {
  static const auto opened = Knowledge::open(SITREP_BINARY_DIR "/sitrep.knowledge");
  if (!opened) throw std::runtime_error(describe(opened.error()));
  return *opened;
}

inline Coders& coders() {
  static auto made = Coders::create(knowledge());
  if (!made) throw std::runtime_error(describe(made.error()));
  return *made;
}

struct Told {
  std::string id, outlet, day;
  int minute = 0;
  std::string text;
};

inline Report report_of(const Told& told) {
  Report report;
  report.id = told.id;
  report.uri = "https://" + told.id + ".example/";
  report.outlet = told.outlet;
  report.title = told.text.substr(0, told.text.find('\n'));
  report.text = told.text;
  report.sha256 = sha256_hex(told.text);
  report.published = day_when(*parse_day(told.day), Basis::stated);
  report.published_minute = told.minute;
  return report;
}

inline std::vector<Told> week() {
  return {
      {"wire", "Northern Wire", "2024-03-05", 480,
       "Gunmen kill five at a market in Maiduguri\n\nGunmen opened fire at a market in Maiduguri "
       "on "
       "Monday, killing five people, police said. Boko Haram claimed responsibility."},
      {"post", "Borno Post", "2024-03-05", 900,
       "Market attack in Maiduguri\n\nGunmen attacked a market in Maiduguri on Monday. Seven "
       "people "
       "were killed and eleven were wounded, residents said."},
      {"drone", "Northern Wire", "2024-03-07", 600,
       "Drone shot down near Erbil\n\nA drone was shot down near Erbil airport in Iraq on "
       "Wednesday. "
       "There were no casualties."},
      {"evil", "<img src=x onerror=alert(1)>", "2024-03-09", 60,
       "Rockets <script>alert('x')</script> hit Mosul\n\nThree rockets hit Mosul on Friday and "
       "killed "
       "two soldiers, <b onclick=\"x()\">officials</b> said. Militants may have fired them."},
      {"round", "The Weekly", "2024-03-20", 720,
       "Protest in Tripoli\n\nHundreds of people protested in Tripoli, Libya, on Tuesday. In 2019 "
       "a "
       "car bomb in Baghdad killed twelve people."},
  };
}

inline void add(const std::string& path, const std::vector<Told>& told) {
  auto ledger = Ledger::open(path, Ledger::Access::create);
  std::vector<Coding> codings;
  codings.reserve(told.size());
  for (const Told& each : told) codings.push_back(coders().code(report_of(each)));
  const auto added = ledger->add(std::move(codings), knowledge(),
                                 [](Report report) { return coders().code(std::move(report)); });
  if (!added) throw std::runtime_error(describe(added.error()));
}

class Folder {
 public:
  Folder() {
    std::string path = (std::filesystem::temp_directory_path() / "sitrep-server-XXXXXX").string();
    path_ = mkdtemp(path.data());
  }
  Folder(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

class Running {
 public:
  explicit Running(ServerOptions options) : server_(create(std::move(options))) {
    port_ = server_->bind().value();
    thread_ = std::thread([this] { server_->run(); });
    httplib::Client client("127.0.0.1", port_);
    for (int tries = 0; tries < 500 && !client.Get("/"); ++tries)
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  Running(const Running&) = delete;
  ~Running() {
    server_->stop();
    thread_.join();
  }
  int port() const { return port_; }

 private:
  static std::unique_ptr<Server> create(ServerOptions options) {
    auto server = Server::create(std::move(options), knowledge());
    if (!server) throw std::runtime_error(describe(server.error()));
    return std::make_unique<Server>(std::move(*server));
  }
  std::unique_ptr<Server> server_;
  int port_ = 0;
  std::thread thread_;
};

class Served : public testing::Test {
 protected:
  Served() : ledger_(folder_ / "week.sitrep") { add(ledger_, week()); }

  ServerOptions options() const {
    ServerOptions options;
    options.ledger = ledger_;
    options.port = 0;
    options.user = "ann";
    options.version = "test";
    return options;
  }
  // Each test's own settings, before its first request.
  void serve(ServerOptions options) { running_ = std::make_unique<Running>(std::move(options)); }
  int port() {
    if (!running_) serve(options());
    return running_->port();
  }

  httplib::Result get(const std::string& path, const httplib::Headers& headers = {}) {
    httplib::Client client("127.0.0.1", port());
    client.set_url_encode(false);
    client.set_read_timeout(20);
    return client.Get(path, headers);
  }
  httplib::Result post(const std::string& path, const std::string& body,
                       const httplib::Headers& headers = {{"X-Sitrep", "1"}},
                       const std::string& type = "application/json") {
    httplib::Client client("127.0.0.1", port());
    client.set_read_timeout(60);
    return client.Post(path, headers, body, type);
  }
  Json json(const std::string& path) {
    const auto answer = get(path);
    if (!answer) throw std::runtime_error("no answer: " + path);
    EXPECT_EQ(200, answer->status) << path << ": " << answer->body;
    return Json::parse(answer->body);
  }
  int status(const std::string& path, const httplib::Headers& headers = {}) {
    const auto answer = get(path, headers);
    return answer ? answer->status : 0;
  }
  Json corrected(const Json& order, int status = 201) {
    const auto answer = post("/api/v1/corrections", order.dump());
    EXPECT_TRUE(answer);
    EXPECT_EQ(status, answer->status) << answer->body;
    return Json::parse(answer->body);
  }
  // The id of the only incident that these filters leave.
  std::string only(const std::string& filters) {
    const Json ids = json("/api/v1/ids?" + filters)["ids"];
    EXPECT_EQ(1, ids.size()) << filters << ": " << ids;
    return ids.empty() ? "none" : ids[0].get<std::string>();
  }

  Folder folder_;
  std::string ledger_;
  std::unique_ptr<Running> running_;
};

}  // namespace sitrep::server::test
