#include "fetch/hosts.h"

#include <algorithm>
#include <iterator>

#include "core/text.h"
#include "intake/address.h"

namespace sitrep::fetch {

std::string host_of(std::string_view address) {
  const auto authority = parts_of(address).authority.value_or("");
  return lower_ascii(authority.substr(authority.rfind('@') + 1));
}

std::string origin_of(std::string_view address) {
  const std::string scheme = lower_ascii(parts_of(address).scheme.value_or("http"));
  return scheme + "://" + host_of(address);
}

void Hosts::push(Task task) {
  auto& tasks = hosts_[host_of(task.address)].tasks;
  tasks.push_back(std::move(task));
}

void Hosts::push_first(Task task) {
  auto& tasks = hosts_[host_of(task.address)].tasks;
  tasks.push_front(std::move(task));
}

std::optional<Task> Hosts::next(Time now) {
  Host* best = nullptr;
  for (auto& [name, host] : hosts_) {
    if (host.busy || host.tasks.empty() || host.free_at > now) continue;
    if (best == nullptr || host.free_at < best->free_at) best = &host;
  }
  if (best == nullptr) return std::nullopt;
  Task task = std::move(best->tasks.front());
  best->tasks.pop_front();
  best->busy = true;
  return task;
}

void Hosts::done(const std::string& name, Time now) {
  Host& host = hosts_[name];
  host.busy = false;
  host.free_at = now + std::max(pause_, host.pause);
}

void Hosts::release(const std::string& name) { hosts_[name].busy = false; }

void Hosts::set_pause(const std::string& host, Span pause) { hosts_[host].pause = pause; }

std::vector<Task> Hosts::drop(const std::string& name) {
  auto& tasks = hosts_[name].tasks;
  std::vector<Task> dropped(std::make_move_iterator(tasks.begin()),
                            std::make_move_iterator(tasks.end()));
  tasks.clear();
  return dropped;
}

std::vector<Task> Hosts::drop_all() {
  std::vector<Task> dropped;
  for (auto& [name, host] : hosts_) std::ranges::move(drop(name), std::back_inserter(dropped));
  return dropped;
}

std::optional<Time> Hosts::next_ready() const {
  std::optional<Time> first;
  for (const auto& [name, host] : hosts_) {
    if (host.busy || host.tasks.empty()) continue;
    if (!first || host.free_at < *first) first = host.free_at;
  }
  return first;
}

bool Hosts::empty() const {
  return std::ranges::all_of(hosts_, [](const auto& host) { return host.second.tasks.empty(); });
}

}  // namespace sitrep::fetch
