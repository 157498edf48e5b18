// One round of a watch.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "fetch/hosts.h"
#include "fetch/robots.h"
#include "fetch/verdict.h"
#include "fetch/watcher.h"

namespace sitrep::fetch {

class Round {
 public:
  Round(Store& store, Client& client, Desk& desk, const WatchSettings& settings)
      : store_(store),
        client_(client),
        desk_(desk),
        settings_(settings),
        hosts_(settings.pause),
        end_(settings.clock() + settings.longest_round) {}

  Result<RoundSummary> run(const std::vector<std::string>& feeds, const std::atomic<bool>& stop);

 private:
  // What robots.txt of an origin says, as far as it is known.
  struct Gate {
    enum class Kind : uint8_t { open, asked, closed };  // closed: it can't be read now
    Kind kind = Kind::open;
    Robots rules{{}, {}};
    std::vector<Task> parked = {};  // pages that wait for it
    std::string reason = {};
  };

  Time now() const { return settings_.clock(); }
  void ask_feeds(const std::vector<std::string>& feeds);
  void ask_page(const std::string& address);
  bool go_on();
  void begin(Task task);
  // Whether a page may be asked for: not before robots.txt is asked, or not at all or now.
  enum class Leave : uint8_t { given, asks_robots, none };
  Leave leave_for(const Task& page);
  Gate* gate_of(const std::string& address);
  void start(Task task);
  void handle(Answer answer);
  void follow(Task task, const Answer& answer);
  void hold_host(const std::string& host, const Answer& answer);

  void feed_answered(const Task& task, Answer& answer, const Verdict& verdict);
  void feed_read(FeedState& feed, const Task& task, Answer& answer);
  void feed_failed(const std::string& address, const Answer& answer, const Error& error);

  void robots_answered(const Task& task, const Answer& answer, const Verdict& verdict);
  void open_gate(const std::string& origin, std::string_view text);

  void page_answered(const Task& task, Answer& answer, const Verdict& verdict);
  void page_fetched(PageState page, const Task& task, Answer& answer);
  void page_refused(const std::string& address, const std::string& reason);
  void page_later(const std::string& address, const std::string& reason, Time next);
  bool is_known_elsewhere(const Task& task, const std::string& location);
  Time after_failures(int failures, const Answer& answer) const;

  Result<void> hand_over();
  bool read_back(const std::string& address, FetchedPage& page, PageState& state);
  void settle(PageState state, const Outcome& outcome);

  Store& store_;
  Client& client_;
  Desk& desk_;
  const WatchSettings& settings_;
  Hosts hosts_;
  Time end_;
  std::map<uint64_t, Task> running_;
  std::map<std::string, Gate> gates_;  // by origin
  std::set<std::string> asked_;        // pages, in this round
  uint64_t last_id_ = 0;
  size_t to_hand_over_ = 0;
  RoundSummary sum_;
};

}  // namespace sitrep::fetch
