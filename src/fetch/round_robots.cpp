// How a round asks robots.txt before it asks for a page.
#include "fetch/round.h"
#include "intake/encoding.h"

namespace sitrep::fetch {

using namespace std::chrono_literals;

namespace {

constexpr auto kRobotsKept = 24h;  // RFC 9309, 2.4

}  // namespace

Round::Leave Round::leave_for(const Task& page) {
  Gate* const gate = gate_of(page.address);
  if (gate == nullptr) {
    const std::string origin = origin_of(page.address);
    gates_[origin] = {.kind = Gate::Kind::asked, .parked = {page}};
    start({.kind = Task::Kind::robots, .key = origin, .address = origin + "/robots.txt"});
    return Leave::asks_robots;
  }
  if (gate->kind == Gate::Kind::asked) {
    gate->parked.push_back(page);
    return Leave::none;
  }
  if (gate->kind == Gate::Kind::closed) {
    page_later(page.key, gate->reason, store_.host(host_of(page.address)).next);
    return Leave::none;
  }
  if (gate->rules.allows(target_of(page.address))) return Leave::given;
  page_refused(page.key, "robots.txt of the site forbids it");
  return Leave::none;
}

// Null: nothing is known yet.
Round::Gate* Round::gate_of(const std::string& address) {
  const std::string origin = origin_of(address);
  if (const auto known = gates_.find(origin); known != gates_.end()) return &known->second;
  const auto kept = store_.robots(origin);
  if (!kept || kept->until <= now()) return nullptr;
  open_gate(origin, kept->text);
  return &gates_.at(origin);
}

// Without a file all is allowed; where the server fails, nothing is (RFC 9309, 2.3.1).
void Round::robots_answered(const Task& task, const Answer& answer, const Verdict& verdict) {
  using Kind = Verdict::Kind;
  Gate& gate = gates_[task.key];
  auto parked = std::exchange(gate.parked, {});
  const bool unreadable = verdict.kind == Kind::hold || verdict.kind == Kind::later;
  if (unreadable) {
    gate.kind = Gate::Kind::closed;
    gate.reason = "robots.txt can't be read: " + verdict.reason;
    if (verdict.kind == Kind::later) hold_host(host_of(task.key), answer);
  } else {
    const std::string text = verdict.kind == Kind::good ? valid_utf8(answer.body) : std::string();
    store_.save(RobotsState{task.key, text, now() + kRobotsKept});
    open_gate(task.key, text);
  }
  while (!parked.empty()) {  // the first of them first again
    hosts_.push_first(std::move(parked.back()));
    parked.pop_back();
  }
}

void Round::open_gate(const std::string& origin, std::string_view text) {
  Gate& gate = gates_[origin];
  gate.kind = Gate::Kind::open;
  gate.rules = Robots(text, settings_.product);
  if (const auto delay = gate.rules.crawl_delay())
    hosts_.set_pause(host_of(origin), std::min(*delay, settings_.longest_pause));
}

}  // namespace sitrep::fetch
