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

void Round::ask_page(const std::string& address) {
  if (store_.host(host_of(address)).next > now()) return;
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

// ---- pages

void Round::page_answered(const Task& task, Answer& answer, const Verdict& verdict) {
  auto page = store_.page(task.key);
  if (!page) return;
  switch (verdict.kind) {
    case Verdict::Kind::good:
      page->stage = Stage::fetched;
      page->tries = 0;
      page->asked = now();
      page->etag = answer.etag;
      page->modified = answer.modified;
      store_.save_fetched(*page, {canonical_address(task.address, settings_.input.lexicon),
                                  answer.charset, std::move(answer.body)});
      ++sum_.fetched;
      ++to_hand_over_;
      return;
    case Verdict::Kind::unchanged:
      page->stage = page->sha256.empty() ? Stage::refused : Stage::added;
      page->asked = now();
      return store_.save(*page);
    case Verdict::Kind::hold:
      return page_later(task.key, verdict.reason, store_.host(host_of(task.address)).next);
    case Verdict::Kind::later:
      return page_later(task.key, verdict.reason, after_failures(page->tries + 1, answer));
    default:
      return page_refused(task.key, verdict.reason);
  }
}

void Round::page_later(const std::string& address, const std::string& reason, Time next) {
  constexpr int kMostTries = 5;
  auto page = store_.page(address);
  if (!page) return;
  if (++page->tries >= kMostTries) return page_refused(address, reason + ", five times");
  page->next = next;
  store_.save(*page);
  desk_.refused({Code::unreadable, reason + "; it is tried again later", address});
}

// The feed's own text stands for it, where that is a report.
void Round::page_refused(const std::string& address, const std::string& reason) {
  auto page = store_.page(address);
  if (!page) return;
  page->asked = now();
  page->tries = 0;
  if (page->own.empty()) {
    page->stage = page->sha256.empty() ? Stage::refused : Stage::added;
    store_.save(*page);
    ++sum_.refused;
  } else {
    page->stage = Stage::fetched;
    store_.save_fetched(*page, {address, {}, {}});
    ++to_hand_over_;
  }
  const std::string instead = page->own.empty() ? "" : "; the feed's own text is read";
  desk_.refused({Code::unreadable, reason + instead, address});
}

// Two links that lead to one page: it is asked for once.
bool Round::is_known_elsewhere(const Task& task, const std::string& location) {
  const std::string address = canonical_address(location, settings_.input.lexicon);
  if (address == task.key) return false;
  const auto other = store_.page(address);
  auto page = store_.page(task.key);
  if (!page || !other || (other->stage != Stage::added && other->stage != Stage::fetched))
    return false;
  page->stage = Stage::added;
  page->asked = now();
  store_.save(*page);
  return true;
}

// ---- reports

// All that is fetched and not coded yet, also by a round that was killed.
Result<void> Round::hand_over() {
  to_hand_over_ = 0;
  for (;;) {
    std::vector<FetchedPage> pages;
    std::vector<PageState> states;
    for (const std::string& address : store_.fetched(settings_.batch)) {
      if (read_back(address, pages.emplace_back(), states.emplace_back())) continue;
      pages.pop_back();
      states.pop_back();
    }
    if (pages.empty()) return {};
    const auto outcomes = desk_.take(pages);
    if (!outcomes) return Failure(outcomes.error());
    for (size_t i = 0; i < states.size(); ++i) settle(std::move(states[i]), (*outcomes)[i]);
  }
}

bool Round::read_back(const std::string& address, FetchedPage& page, PageState& state) {
  auto known = store_.page(address);
  auto body = store_.body(address);
  if (!known || !body) return false;
  if (!body->charset.empty()) {
    if (auto utf8 = to_utf8(body->bytes, body->charset)) body->bytes = std::move(*utf8);
  }
  state = std::move(*known);
  page = {body->address, std::move(body->bytes), state.published, state.outlet, state.own,
          state.sha256};
  return true;
}

void Round::settle(PageState state, const Outcome& outcome) {
  state.stage = outcome.added ? Stage::added : Stage::refused;
  if (outcome.added) state.sha256 = outcome.sha256;
  state.own.clear();
  sum_.refused += !outcome.added;
  store_.save(state);
}

}  // namespace sitrep::fetch
