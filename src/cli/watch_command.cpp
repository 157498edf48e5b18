// `watch`: feeds into a ledger, round after round.
#include <fmt/format.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <optional>
#include <random>
#include <thread>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/watch_desk.h"
#include "fetch/feed_list.h"
#include "fetch/watcher.h"
#include "output/wording.h"

#ifndef SITREP_VERSION
#define SITREP_VERSION "unknown"
#endif

namespace sitrep::cli {

namespace {

using namespace std::chrono_literals;

std::atomic<bool> stop_asked = false;

// The first signal asks for an end, the second is one.
void on_signal(int) { stop_asked = true; }

void catch_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

fetch::Time now() {
  return std::chrono::time_point_cast<fetch::Span>(std::chrono::system_clock::now());
}

fetch::Span milliseconds(double count, fetch::Span unit) {
  return fetch::Span(static_cast<int64_t>(count * static_cast<double>(unit.count())));
}

std::string agent(const Call& call) {
  const std::string contact = call.contact.empty() ? "" : " (+" + call.contact + ")";
  return "Sitrep/" SITREP_VERSION + contact;
}

fetch::WatchSettings settings_of(const Call& call, const Knowledge& knowledge) {
  fetch::WatchSettings settings;
  settings.pause = milliseconds(call.delay, 1s);
  settings.longest_round = std::max<fetch::Span>(milliseconds(call.every, 1min), 1min);
  settings.revisit = milliseconds(call.revisit, 1min);
  settings.input.lexicon = &knowledge.lexicon();
  settings.clock = now;
  settings.chance = [random = std::mt19937_64(std::random_device{}())]() mutable {
    return std::uniform_real_distribution<double>(0, 1)(random);
  };
  return settings;
}

std::string counted(uint64_t n, std::string_view noun) {
  return output::counted(static_cast<int64_t>(n), noun);
}

std::string described(const fetch::RoundSummary& round, const BuildSummary& sum) {
  std::string line = counted(round.feeds, "feed") + " answered";
  if (round.unchanged) line += fmt::format(" ({} unchanged)", round.unchanged);
  if (round.failed) line += ", " + counted(round.failed, "feed") + " failed";
  if (round.early) line += ", " + counted(round.early, "feed") + " not due";
  line += "; " + counted(round.fetched, "page") + " fetched, " + counted(sum.added, "report") +
          " added";
  if (sum.revised) line += fmt::format(", {} revised", sum.revised);
  if (round.refused) line += ", " + counted(round.refused, "page") + " refused";
  if (round.waiting) line += ", " + counted(round.waiting, "page") + " waiting";
  if (sum.incidents) line += "; the ledger holds " + counted(sum.incidents, "incident");
  return line + ".";
}

// The parts of a watch, opened.
class Watch {
 public:
  Watch(const Call& call, Console& console) : call_(call), console_(console) {}

  int run() {
    if (const auto opened = open(); !opened) return console_.complain(opened.error());
    catch_signals();
    int status = kDone;
    while (!stop_asked) {
      const fetch::Time begun = now();
      const auto failed = round();
      // Who writes to the ledger now has done so by the next round; what was fetched is kept.
      const bool busy = !failed && failed.error().code == Code::busy;
      if (!failed && (call_.once || !busy)) return console_.complain(failed.error());
      if (busy) console_.note(describe(failed.error()));
      status = failed && !*failed ? kDone : kRefused;
      if (call_.once) break;
      sleep_until(begun + milliseconds(call_.every, 1min));
      read_list_again();
    }
    return call_.once && !stop_asked ? status : kDone;
  }

 private:
  Result<void> open() {
    auto list = fetch::open_feed_lists(call_.inputs);
    if (!list) return Failure(list.error());
    take_list(std::move(*list));
    if (list_.empty()) return fail(Code::empty_input, "no feeds in it", call_.inputs.front());
    auto knowledge = open_to_code(call_, console_);
    if (!knowledge) return Failure(knowledge.error());
    knowledge_.emplace(std::move(*knowledge));
    auto ledger = Ledger::open(call_.ledger, Ledger::Access::create);
    if (!ledger) return Failure(ledger.error());
    auto store = fetch::Store::open(call_.ledger + ".watch");
    if (!store) return Failure(store.error());
    store_.emplace(std::move(*store));
    auto coders = Coders::create(*knowledge_);
    if (!coders) return Failure(coders.error());
    auto client = fetch::make_client({.agent = agent(call_),
                                      .proxy = call_.proxy,
                                      .timeout = milliseconds(call_.timeout, 1s),
                                      .private_too = call_.allow_private});
    if (!client) return Failure(client.error());
    client_ = std::move(*client);
    if (call_.threads)
      threads_.emplace(tbb::global_control::max_allowed_parallelism, call_.threads);
    desk_ = std::make_unique<WatchDesk>(
        WatchDesk::Parts{std::move(*ledger), std::move(*coders), *knowledge_, console_});
    return {};
  }

  // Whether a feed failed.
  Result<bool> round() {
    fetch::Watcher watcher(*store_, *client_, *desk_, settings_of(call_, *knowledge_));
    const auto done = watcher.round(list_, stop_asked);
    if (!done) return Failure(done.error());
    console_.note(described(*done, desk_->take_sum()));
    return done->failed > 0;
  }

  void take_list(fetch::FeedList list) {
    for (const Error& problem : list.problems) console_.note(describe(problem));
    list_ = std::move(list.addresses);
  }

  // It may have been edited; while it can't be read, the last one stands.
  void read_list_again() {
    if (stop_asked) return;
    auto list = fetch::open_feed_lists(call_.inputs);
    if (list && !list->addresses.empty()) list_ = std::move(list->addresses);
    if (!list) console_.note(describe(list.error()));
  }

  static void sleep_until(fetch::Time time) {
    while (!stop_asked && now() < time)
      std::this_thread::sleep_for(std::min<fetch::Span>(time - now(), 200ms));
  }

  const Call& call_;
  Console& console_;
  std::vector<std::string> list_;
  std::optional<Knowledge> knowledge_;
  std::optional<fetch::Store> store_;
  std::unique_ptr<fetch::Client> client_;
  std::optional<tbb::global_control> threads_;
  std::unique_ptr<WatchDesk> desk_;
};

}  // namespace

int watch(const Call& call, Console& console) { return Watch(call, console).run(); }

}  // namespace sitrep::cli
