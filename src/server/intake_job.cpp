#include "server/intake_job.h"

#include <algorithm>
#include <set>

#include "pipeline/stream.h"

namespace sitrep::server {

namespace {

using Stage = JobState::Stage;

// Each step is atomic, and short, so that whoever corrects meanwhile waits for one at most.
constexpr size_t kBatch = 512;           // reports
constexpr size_t kBatchText = 4u << 20;  // bytes
constexpr size_t kMostRefusals = 1000;   // that are named
constexpr size_t kMostTold = 200;        // reports whose incidents are looked up at the end
constexpr auto kPause = std::chrono::milliseconds(500);

// Names of things in the file: the same bytes under the same name are the same reports, however
// often they are brought in; other bytes under that name are others.
std::string called(const Upload& upload, const std::string& path) {
  const std::string inside =
      path.starts_with(upload.path()) ? path.substr(upload.path().size()) : std::string();
  return "dropped/" + upload.digest().substr(0, 12) + "/" + upload.name() + inside;
}

class Intake {
 public:
  Intake(const Upload& upload, JobReporter& reporter, const IntakeParts& parts,
         std::chrono::seconds patience)
      : upload_(upload), reporter_(reporter), parts_(parts), patience_(patience) {}

  void run() {
    reporter_.change([](JobState& job) { job.stage = Stage::reading; });
    StreamSteps steps;
    steps.wanted = [this](const Report& report) { return wanted(report); };
    steps.take = [this](Coded coded) { return take(std::move(coded)); };
    steps.rest = [this] { return add(); };
    const auto done = code_inputs(options(), parts_.knowledge, steps);
    if (!done) return fail_with(done.error().message);
    if (!failed_ && !batch_.empty()) add();
    if (failed_) return;
    if (reporter_.stopped()) return fail_with("the server was ended");
    tell_incidents();
    reporter_.change([](JobState& job) { job.stage = Stage::done; });
  }

 private:
  // A core stays for those who look.
  StreamOptions options() const {
    StreamOptions options;
    options.inputs = {upload_.path()};
    options.threads = std::max(1u, std::thread::hardware_concurrency() / 2);
    options.called = [this](const std::string& path) { return called(upload_, path); };
    return options;
  }

  Result<bool> wanted(const Report& report) {
    auto ledger = parts_.pool.lease();
    if (!ledger) return Failure(ledger.error());
    auto known = (*ledger)->has_report(report.id, report.sha256);
    if (known && *known) {
      reporter_.change([](JobState& job) { ++job.read, ++job.known; });
      return false;
    }
    return known ? Result<bool>(true) : known;
  }

  Then take(Coded coded) {
    if (reporter_.stopped()) return Then::end;
    if (!coded.coding) {
      refuse(coded.coding.error());
      return Then::more;
    }
    reporter_.change([](JobState& job) { ++job.read, ++job.coded; });
    batch_text_ += coded.coding->report.text.size();
    batch_.push_back(std::move(*coded.coding));
    return batch_.size() >= kBatch || batch_text_ >= kBatchText ? Then::rest : Then::more;
  }

  void refuse(const Error& error) {
    std::string input = error.file;
    if (error.record > 0) input += ":" + std::to_string(error.record);
    reporter_.change([&](JobState& job) {
      ++job.read, ++job.refusals;
      if (job.refused.size() < kMostRefusals) job.refused.push_back({input, error.message});
    });
  }

  // Waits for another writer rather than losing what was coded.
  bool add() {
    reporter_.change([](JobState& job) { job.stage = Stage::adding; });
    const auto end = std::chrono::steady_clock::now() + patience_;
    auto added = parts_.writer.add(batch_);
    while (!added && added.error().code == Code::busy && !reporter_.stopped() &&
           std::chrono::steady_clock::now() < end) {
      reporter_.change([&](JobState& job) {
        job.stage = Stage::waiting;
        job.failure = added.error().message;
      });
      std::this_thread::sleep_for(kPause);
      added = parts_.writer.add(batch_);
    }
    if (!added) return fail_with(added.error().message), false;
    keep(*added);
    return !reporter_.stopped();
  }

  void keep(const BuildSummary& added) {
    for (const Coding& coding : batch_) {
      if (reports_.size() < kMostTold) reports_.push_back(coding.report.id);
    }
    batch_.clear();
    batch_text_ = 0;
    reporter_.change([&](JobState& job) {
      job.stage = Stage::reading;
      job.failure.clear();
      job.added += added.added;
      job.known += added.known;
      job.revised += added.revised;
    });
  }

  void tell_incidents() {
    auto ledger = parts_.pool.lease();
    if (!ledger) return;
    std::set<std::string> ids;
    for (const std::string& report : reports_) {
      if (const auto told = (*ledger)->incidents_of(report)) ids.insert(told->begin(), told->end());
    }
    reporter_.change([&](JobState& job) { job.incidents.assign(ids.begin(), ids.end()); });
  }

  void fail_with(const std::string& reason) {
    failed_ = true;
    reporter_.change([&](JobState& job) {
      job.stage = Stage::failed;
      job.failure = reason;
    });
  }

  const Upload& upload_;
  JobReporter& reporter_;
  const IntakeParts& parts_;
  const std::chrono::seconds patience_;
  std::vector<Coding> batch_;
  size_t batch_text_ = 0;
  std::vector<std::string> reports_;
  bool failed_ = false;
};

}  // namespace

void take_in(const Upload& upload, JobReporter& reporter, const IntakeParts& parts,
             std::chrono::seconds patience) {
  Intake(upload, reporter, parts, patience).run();
}

}  // namespace sitrep::server
