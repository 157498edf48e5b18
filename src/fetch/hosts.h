// Who may be asked what, and when: one request a host at a time, with a pause behind each.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "fetch/backoff.h"

namespace sitrep::fetch {

struct Task {
  enum class Kind : uint8_t { feed, robots, page };
  Kind kind = Kind::page;
  std::string key = {};                // of the feed, the page; of robots the origin
  std::string address = {};            // to ask now: where redirects have led
  std::vector<std::string> hops = {};  // addresses that led here
};

// "https://x.example:8443", in lower case.
std::string origin_of(std::string_view address);
// "x.example:8443": what is asked one at a time, whatever the scheme.
std::string host_of(std::string_view address);

class Hosts {
 public:
  explicit Hosts(Span pause) : pause_(pause) {}

  void push(Task task);
  void push_first(Task task);
  // A task whose host is free, of the host that has been free for longest; the host is busy until
  // done().
  std::optional<Task> next(Time now);
  void done(const std::string& host, Time now);
  void release(const std::string& host);                // it was not asked after all
  void set_pause(const std::string& host, Span pause);  // longer than the common one
  std::vector<Task> drop(const std::string& host);      // all of its tasks
  std::vector<Task> drop_all();
  // When a host that is free or will be has a task; nothing: no task is left, or all wait for done.
  std::optional<Time> next_ready() const;
  bool empty() const;  // no task is left

 private:
  struct Host {
    std::deque<Task> tasks;
    Time free_at{};
    bool busy = false;
    Span pause{};
  };
  Span pause_;
  std::map<std::string, Host> hosts_;
};

}  // namespace sitrep::fetch
