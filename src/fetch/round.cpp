#include "fetch/round.h"

#include <algorithm>

#include "fetch/feed_news.h"
#include "intake/address.h"
#include "intake/encoding.h"

namespace sitrep::fetch {

using namespace std::chrono_literals;
using Stage = PageState::Stage;

namespace {

constexpr size_t kMostHops = 10;
constexpr Span kLook = 200ms;  // how often a wait looks whether to stop

}  // namespace

Result<RoundSummary> Round::run(const std::vector<std::string>& feeds,
                                const std::atomic<bool>& stop) {
  if (const auto done = hand_over(); !done) return Failure(done.error());
  ask_feeds(feeds);
  for (const std::string& page : store_.waiting(now())) ask_page(page);
  while (!stop && go_on()) {
    while (running_.size() < settings_.at_once) {
      auto task = hosts_.next(now());
      if (!task) break;
      begin(std::move(*task));
    }
    const auto ready = hosts_.next_ready();
    const Span until = ready ? std::max(*ready - now(), Span(1)) : kLook;
    for (Answer& answer : client_.wait(std::min(until, kLook))) handle(std::move(answer));
    if (to_hand_over_ < settings_.batch) continue;
    if (const auto done = hand_over(); !done) return Failure(done.error());
  }
  client_.cancel();
  if (const auto done = hand_over(); !done) return Failure(done.error());
  sum_.stopped = stop;
  sum_.waiting = store_.count(Stage::waiting);
  return sum_;
}

bool Round::go_on() {
  if (!running_.empty()) return true;
  const auto ready = hosts_.next_ready();
  return ready && *ready <= end_;
}

void Round::ask_feeds(const std::vector<std::string>& feeds) {
  for (const std::string& address : feeds) {
    const Time host_next = store_.host(host_of(address)).next;
    if (std::max(store_.feed(address).next, host_next) > now()) {
      ++sum_.early;
    } else {
      hosts_.push({.kind = Task::Kind::feed, .key = address, .address = address});
    }
  }
}

// A page that waits may be named by a feed of this round, too.
void Round::ask_page(const std::string& address) {
  if (!asked_.insert(address).second || store_.host(host_of(address)).next > now()) return;
  hosts_.push({.kind = Task::Kind::page, .key = address, .address = address});
}

void Round::begin(Task task) {
  const Leave leave = task.kind == Task::Kind::page ? leave_for(task) : Leave::given;
  if (leave == Leave::none) hosts_.release(host_of(task.address));
  if (leave == Leave::given) start(std::move(task));
}

void Round::start(Task task) {
  Request request;
  request.id = ++last_id_;
  request.address = task.address;
  request.max_bytes = settings_.input.max_report_bytes;
  request.public_only = task.kind != Task::Kind::feed || host_of(task.address) != host_of(task.key);
  if (task.kind == Task::Kind::robots) request.max_bytes = kMostRobotsBytes * 4;
  if (task.kind == Task::Kind::feed) {
    const FeedState feed = store_.feed(task.key);
    request.etag = feed.etag;
    request.modified = feed.modified;
  } else if (task.kind == Task::Kind::page) {
    if (const auto page = store_.page(task.key); page && !page->sha256.empty()) {
      request.etag = page->etag;
      request.modified = page->modified;
    }
  }
  client_.start(std::move(request));
  running_.emplace(last_id_, std::move(task));
}

void Round::handle(Answer answer) {
  const auto found = running_.find(answer.id);
  if (found == running_.end()) return;
  Task task = std::move(found->second);
  running_.erase(found);
  const std::string host = host_of(task.address);
  hosts_.done(host, now());
  const Verdict verdict = verdict_of(answer);
  if (verdict.kind == Verdict::Kind::moved) return follow(std::move(task), answer);
  if (verdict.kind == Verdict::Kind::hold) {
    hold_host(host, answer);
  } else if (store_.host(host).failures > 0) {
    store_.save(HostState{host});
  }
  switch (task.kind) {
    case Task::Kind::feed:
      return feed_answered(task, answer, verdict);
    case Task::Kind::robots:
      return robots_answered(task, answer, verdict);
    case Task::Kind::page:
      return page_answered(task, answer, verdict);
  }
}

void Round::follow(Task task, const Answer& answer) {
  const std::string location(without_fragment(answer.location));
  std::string reason;
  if (!is_web_address(location)) reason = "a redirect to what is no address of the web";
  if (task.hops.size() >= kMostHops) reason = "more than 10 redirects";
  task.hops.push_back(task.address);
  if (std::ranges::find(task.hops, location) != task.hops.end()) reason = "redirects in a circle";
  if (!reason.empty()) {
    const Verdict never{Verdict::Kind::never, reason};
    Answer none = answer;
    if (task.kind == Task::Kind::feed) return feed_answered(task, none, never);
    if (task.kind == Task::Kind::robots) return robots_answered(task, none, never);
    return page_refused(task.key, reason);
  }
  if (task.kind == Task::Kind::page && is_known_elsewhere(task, location)) return;
  task.address = location;
  hosts_.push_first(std::move(task));
}

Time Round::after_failures(int failures, const Answer& answer) const {
  return now() + delay_after(failures, answer.retry_after, settings_.chance());
}

// All that waits for it stays for a later round.
void Round::hold_host(const std::string& host, const Answer& answer) {
  HostState state = store_.host(host);
  ++state.failures;
  state.next = after_failures(state.failures, answer);
  store_.save(state);
  for (const Task& task : hosts_.drop(host)) {
    if (task.kind == Task::Kind::feed) ++sum_.early;
  }
}

// ---- feeds

void Round::feed_answered(const Task& task, Answer& answer, const Verdict& verdict) {
  FeedState feed = store_.feed(task.key);
  if (verdict.kind == Verdict::Kind::good) return feed_read(feed, task, answer);
  if (verdict.kind != Verdict::Kind::unchanged)
    return feed_failed(task.key, answer, {Code::unreadable, verdict.reason, task.key});
  ++sum_.feeds;
  ++sum_.unchanged;
  feed.failures = 0;
  feed.next = now();
  store_.touch(feed.address, now());
  store_.save(feed, {}, now());
}

void Round::feed_read(FeedState& feed, const Task& task, Answer& answer) {
  const bool packed = answer.body.starts_with("\x1F\x8B");
  if (!answer.charset.empty() && !packed) {
    auto utf8 = to_utf8(answer.body, answer.charset);
    if (utf8) answer.body = std::move(*utf8);
  }
  const FeedReading reading{.feed = task.key,
                            .base = task.address,
                            .now = now(),
                            .revisit = settings_.revisit,
                            .input = settings_.input,
                            .known = [this](const std::string& a) { return store_.page(a); }};
  const auto news = read_feed(std::move(answer.body), reading);
  if (!news) return feed_failed(task.key, answer, news.error());
  ++sum_.feeds;
  for (const Error& problem : news->problems) desk_.refused(problem);
  feed.etag = answer.etag;
  feed.modified = answer.modified;
  feed.failures = 0;
  feed.next = next_poll(news->channel, now());
  store_.save(feed, news->pages, now());
  for (const std::string& address : news->waiting) ask_page(address);
}

void Round::feed_failed(const std::string& address, const Answer& answer, const Error& error) {
  FeedState feed = store_.feed(address);
  ++feed.failures;
  ++sum_.failed;
  feed.next = after_failures(feed.failures, answer);
  store_.save(feed, {}, now());
  Error named = error;
  named.file = address;
  desk_.refused(named);
}

}  // namespace sitrep::fetch
