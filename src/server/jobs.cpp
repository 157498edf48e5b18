#include "server/jobs.h"

#include <fmt/format.h>

#include <array>
#include <exception>
#include <random>

#include "core/json.h"

namespace sitrep::server {

namespace {

constexpr size_t kMostWaiting = 1000;
constexpr size_t kMostEnded = 200;  // whose states are remembered

std::string new_id() {
  std::random_device chance;
  return fmt::format("j{:08x}{:08x}", chance(), chance());
}

}  // namespace

std::string_view name(JobState::Stage stage) {
  constexpr std::array<std::string_view, 6> kNames = {"queued",  "reading", "adding",
                                                      "waiting", "done",    "failed"};
  return kNames[static_cast<size_t>(stage)];
}

std::string to_json(const JobState& job) {
  std::string out;
  JsonWriter w(out);
  w.begin_object();
  w.field("id", job.id);
  w.field("file", job.file);
  w.field("state", name(job.stage));
  w.field("read", job.read);
  w.field("coded", job.coded);
  w.field("added", job.added);
  w.field("known", job.known);
  w.field("revised", job.revised);
  w.field("refusals", job.refusals);
  w.key("refused"), w.begin_array();
  for (const Refusal& refusal : job.refused) {
    w.begin_object();
    w.field("input", refusal.input);
    w.field("reason", refusal.reason);
    w.end_object();
  }
  w.end_array();
  w.key("incidents"), w.begin_array();
  for (const std::string& id : job.incidents) w.value(id);
  w.end_array();
  w.key("reason"), w.value_or_null(job.failure);
  w.end_object();
  return out;
}

Jobs::Jobs(uint64_t most_bytes, Work work)
    : work_(std::move(work)), most_bytes_(most_bytes), thread_([this] { run(); }) {}

Jobs::Room::~Room() {
  if (!jobs_) return;
  const std::lock_guard lock(jobs_->mutex_);
  jobs_->taken_bytes_ -= bytes_;
}

Jobs::~Jobs() {
  stop();
  if (thread_.joinable()) thread_.join();
}

void Jobs::stop() {
  const std::lock_guard lock(mutex_);
  stopped_ = true;
  changed_.notify_all();
}

bool Jobs::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

std::optional<Jobs::Room> Jobs::room(uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  if (queue_.size() >= kMostWaiting || bytes > most_bytes_ - taken_bytes_) return std::nullopt;
  taken_bytes_ += bytes;
  return Room(*this, bytes);
}

std::string Jobs::add(Upload upload, Room room) {
  const std::lock_guard lock(mutex_);
  std::string id = new_id();
  Job job;
  job.state.id = id;
  job.state.file = upload.name();
  job.waiting.emplace(std::move(upload), std::move(room));
  jobs_.emplace(id, std::move(job));
  queue_.push_back(id);
  changed_.notify_all();
  return id;
}

std::optional<JobState> Jobs::state(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = jobs_.find(id);
  return found == jobs_.end() ? std::nullopt : std::optional(found->second.state);
}

std::optional<Jobs::Seen> Jobs::wait(const std::string& id, uint64_t tick,
                                     std::chrono::milliseconds most) {
  std::unique_lock lock(mutex_);
  const auto another = [&] {
    const auto found = jobs_.find(id);
    return stopped_ || found == jobs_.end() || found->second.tick != tick;
  };
  changed_.wait_for(lock, most, another);
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return std::nullopt;
  return Seen{found->second.state, found->second.tick};
}

void Jobs::change(const std::function<void(JobState&)>& how) {
  const std::lock_guard lock(mutex_);
  Job& job = jobs_.at(running_);
  how(job.state);
  ++job.tick;
  changed_.notify_all();
}

void Jobs::run() {
  for (;;) {
    std::optional<std::pair<Upload, Room>> file;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopped_ || !queue_.empty(); });
      if (stopped_) return;
      running_ = queue_.front();
      queue_.pop_front();
      auto& waiting = jobs_.at(running_).waiting;
      file.emplace(std::move(*waiting));
      waiting.reset();
    }
    try {
      work_(file->first, *this);
    } catch (const std::exception& error) {
      change([&](JobState& job) {
        job.stage = JobState::Stage::failed;
        job.failure = error.what();
      });
    }
    const std::lock_guard lock(mutex_);
    ended_.push_back(running_);
    forget_old();
  }
}

void Jobs::forget_old() {
  while (ended_.size() > kMostEnded) {
    jobs_.erase(ended_.front());
    ended_.pop_front();
  }
}

}  // namespace sitrep::server
