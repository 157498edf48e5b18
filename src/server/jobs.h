// Files that were brought in, read one after the other in the background.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "sitrep/result.h"

namespace sitrep::server {

struct Refusal {
  std::string input;
  std::string reason;
};

struct JobState {
  enum class Stage : uint8_t { queued, reading, adding, waiting, done, failed };
  std::string id;
  std::string file;  // as the user calls it
  Stage stage = Stage::queued;
  uint64_t read = 0;  // reports, known ones and refused inputs among them
  uint64_t coded = 0;
  uint64_t added = 0;
  uint64_t known = 0;
  uint64_t revised = 0;
  uint64_t refusals = 0;  // of which `refused` names the first
  std::vector<Refusal> refused = {};
  std::vector<std::string> incidents = {};  // that the new reports tell of, at the end
  std::string failure = {};                 // why it failed, or what it waits for
  bool ended() const { return stage == Stage::done || stage == Stage::failed; }
};
std::string_view name(JobState::Stage stage);
std::string to_json(const JobState& job);

// A file on disk, gone with its owner.
class Upload {
 public:
  // In a folder of its own, under a name that intake takes for what the user's says.
  static Result<Upload> create(const std::string& file_name);
  Upload(Upload&&) noexcept;
  Upload& operator=(Upload&& other) noexcept;
  ~Upload();
  bool write(const char* bytes, size_t size);
  Result<void> finish();  // no more is written
  const std::string& path() const { return path_; }
  const std::string& name() const { return name_; }      // of the file
  const std::string& digest() const { return digest_; }  // of its bytes, once it is finished
  uint64_t size() const { return size_; }

 private:
  struct File;
  Upload();
  std::unique_ptr<File> file_;
  std::string folder_, path_, name_, digest_;
  uint64_t size_ = 0;
};

// Tells of a job that it goes on.
class JobReporter {
 public:
  virtual ~JobReporter() = default;
  virtual void change(const std::function<void(JobState&)>& how) = 0;
  virtual bool stopped() const = 0;  // the server ends: so should the job
};

class Jobs : private JobReporter {
 public:
  using Work = std::function<void(const Upload&, JobReporter&)>;  // sets `done` or `failed`
  // `most_bytes`: of all files that arrive, wait or are read.
  Jobs(uint64_t most_bytes, Work work);
  ~Jobs() override;

  // Given back at its end.
  class Room {
   public:
    Room(Room&& other) noexcept
        : jobs_(std::exchange(other.jobs_, nullptr)), bytes_(other.bytes_) {}
    Room& operator=(Room&&) = delete;
    ~Room();

   private:
    friend class Jobs;
    Room(Jobs& jobs, uint64_t bytes) : jobs_(&jobs), bytes_(bytes) {}
    Jobs* jobs_;
    uint64_t bytes_;
  };
  std::optional<Room> room(uint64_t bytes);   // for a file of that size, before it arrives
  std::string add(Upload upload, Room room);  // its id
  std::optional<JobState> state(const std::string& id) const;
  struct Seen {
    JobState state;
    uint64_t tick = 0;  // another one after each change
  };
  // Once it is another than at `tick`, or after that time.
  std::optional<Seen> wait(const std::string& id, uint64_t tick, std::chrono::milliseconds most);
  void stop();

 private:
  struct Job {
    JobState state;
    uint64_t tick = 1;
    std::optional<std::pair<Upload, Room>> waiting;  // until it is its turn
  };
  void change(const std::function<void(JobState&)>& how) override;
  bool stopped() const override;
  void run();
  void forget_old();
  Work work_;
  const uint64_t most_bytes_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::string, Job> jobs_;
  std::list<std::string> queue_, ended_;
  std::string running_;
  uint64_t taken_bytes_ = 0;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace sitrep::server
