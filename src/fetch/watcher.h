// Rounds of a watch: asks the feeds that are due, then for the pages that are new, and hands these
// to whoever makes reports of them. All it knows is in the Store; what it needs of the world comes
// in by interfaces, so that tests need no network and no clock.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include "fetch/client.h"
#include "fetch/store.h"
#include "intake/raw_reader.h"

namespace sitrep::fetch {

// What is to become a report.
struct FetchedPage {
  std::string uri;        // canonical, behind all redirects
  std::string bytes;      // of the page, as UTF-8 where the server named its encoding
  std::string published;  // as the feed says; empty: it does not
  std::string outlet;     // the feed's title
  std::string own;     // JSON record of the feed's own text, for want of the page's; may be empty
  std::string sha256;  // of the report that stands for it; empty: none yet
};

struct Outcome {
  bool added = false;  // there is a report of it in the ledger now
  std::string sha256;
};

class Desk {
 public:
  virtual ~Desk() = default;
  // One outcome a page, in order. An error ends the round, and the pages are handed over again in
  // the next one.
  virtual Result<std::vector<Outcome>> take(const std::vector<FetchedPage>& pages) = 0;
  // A feed, an item or a page that gives nothing, or not now.
  virtual void refused(const Error& error) = 0;
};

struct WatchSettings {
  std::string product = "sitrep";  // in robots.txt
  Span pause{1000};                // between two requests to a host
  Span longest_pause{60'000};      // that a crawl-delay is given
  Span longest_round{15 * 60'000};
  Span revisit{60 * 60'000};  // a page whose feed says it changed is asked for again so seldom
  size_t at_once = 8;         // requests, over all hosts
  size_t batch = 64;          // pages handed over at once
  InputOptions input = {};
  std::function<Time()> clock;
  std::function<double()> chance;  // 0 to 1
};

struct RoundSummary {
  uint64_t feeds = 0;      // that answered
  uint64_t unchanged = 0;  // of these
  uint64_t failed = 0;     // feeds that did not, or with no feed
  uint64_t early = 0;      // feeds that were not due
  uint64_t fetched = 0;    // pages
  uint64_t refused = 0;    // pages, for good
  uint64_t waiting = 0;    // pages that are to be asked for later
  bool stopped = false;
};

class Watcher {
 public:
  Watcher(Store& store, Client& client, Desk& desk, WatchSettings settings)
      : store_(store), client_(client), desk_(desk), settings_(std::move(settings)) {}

  // Fails where the state can't be kept, or with what the desk failed with.
  Result<RoundSummary> round(const std::vector<std::string>& feeds, const std::atomic<bool>& stop);

 private:
  Store& store_;
  Client& client_;
  Desk& desk_;
  WatchSettings settings_;
};

}  // namespace sitrep::fetch
