// What a watch knows of feeds, pages and hosts, in a file of its own beside the ledger:
// docs/watch.md has its tables. Every change is on the disk when the call returns, so a watch that
// is killed goes on where it was. What can't be done is thrown as ledger::Failed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "fetch/backoff.h"
#include "ledger/sqlite.h"

namespace sitrep::fetch {

struct FeedState {
  std::string address;
  std::string etag = {};
  std::string modified = {};
  Time next{};       // not to be asked before
  int failures = 0;  // in a row
};

// An item of a feed and the page that it leads to.
struct PageState {
  enum class Stage : int { waiting, fetched, added, refused };
  std::string address = {};  // canonical, without fragment: the key
  std::string feed = {};
  std::string print = {};      // of what the feed says of it; another: it may have changed
  std::string published = {};  // as the feed says
  std::string outlet = {};     // the feed's title
  std::string own = {};        // JSON record of the item's own text, where that is a report
  Stage stage = Stage::waiting;
  std::string etag = {};
  std::string modified = {};
  int tries = 0;            // that failed, in a row
  Time next{};              // not to be asked before
  Time asked{};             // last answered
  std::string sha256 = {};  // of the report's text that was added last
};

// A page as it was fetched, until it is coded.
struct PageBody {
  std::string address;  // where redirects led
  std::string charset;  // as the server says; empty: it does not
  std::string bytes;
};

struct HostState {
  std::string name;
  int failures = 0;
  Time next{};
};

struct RobotsState {
  std::string origin;
  std::string text = {};
  Time until{};  // to be asked for again then
};

class Store {
 public:
  // Made where there is none. One process at a time: `busy` for the others.
  static Result<Store> open(const std::string& path);
  const std::string& path() const { return path_; }

  FeedState feed(const std::string& address);
  std::optional<PageState> page(const std::string& address);
  std::vector<std::string> waiting(Time now);     // pages to be asked for, oldest first
  std::vector<std::string> fetched(size_t most);  // pages to be coded
  std::optional<Time> next_waiting();             // when the first page may be asked for
  uint64_t count(PageState::Stage stage);
  std::optional<PageBody> body(const std::string& page);
  HostState host(const std::string& name);
  std::optional<RobotsState> robots(const std::string& origin);

  // A feed's state and the pages that it named, in one step.
  void save(const FeedState& feed, const std::vector<PageState>& pages, Time now);
  void touch(const std::string& feed, Time now);  // it names the pages that it named
  void save(const PageState& page);
  void save_fetched(const PageState& page, const PageBody& body);  // in one step
  void save(const HostState& host);
  void save(const RobotsState& robots);
  // Pages whose feed has not named them for so long are forgotten.
  void forget(Time seen_before);

 private:
  explicit Store(const std::string& path);
  void write(const PageState& page, std::optional<Time> seen);
  std::string path_;
  ledger::Database database_;
};

}  // namespace sitrep::fetch
