// `code` and `build`: the commands that read reports.
#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <optional>
#include <utility>

#include "cli/commands.h"
#include "cli/common.h"
#include "cli/progress.h"
#include "core/records_json.h"
#include "output/wording.h"
#include "pipeline/stream.h"
#include "sitrep/pipeline.h"

namespace sitrep::cli {

namespace {

// Codings go to the ledger this many at a time: each step is atomic, so that a run that is killed
// leaves whole reports and the next run goes on behind them.
constexpr size_t kBatch = 4096;
constexpr size_t kBatchText = 16u << 20;  // or as soon as their texts have so many bytes
// Each step looks anew at what happened around its days, too: a long run takes larger ones, up to
// so many batches in one.
constexpr uint64_t kMostBatches = 8;

int status_of(uint64_t refused) { return refused ? kRefused : kDone; }

// What becomes of the stream in the ledger. Its two ends may be called by two threads at once.
class Builder {
 public:
  Builder(Ledger ledger, const Knowledge& knowledge, Console& console)
      : ledger_(std::move(ledger)), knowledge_(knowledge), console_(console), progress_(console) {}

  Result<bool> wanted(const Report& report) {
    const std::lock_guard lock(mutex_);
    auto known = ledger_.has_report(report.id, report.sha256);
    if (!known) return known;
    sum_.known += *known;
    if (*known) progress_.step();
    return !*known;
  }

  Then take(Coded coded) {
    const std::lock_guard lock(mutex_);
    progress_.step();
    if (!coded.coding) {
      console_.note(describe(coded.coding.error()));
      ++refused_;
      return Then::more;
    }
    batch_text_ += coded.coding->report.text.size();
    batch_.push_back(std::move(*coded.coding));
    return batch_is_full() ? Then::rest : Then::more;
  }

  // While neither of the two is called.
  bool add_batch() {
    batch_text_ = 0;
    auto coder = Coder::create(knowledge_);
    if (!coder) return keep(coder.error());
    const auto recode = [&](Report report) { return coder->code(std::move(report)); };
    const auto added = ledger_.add(std::exchange(batch_, {}), knowledge_, recode);
    if (!added) return keep(added.error());
    added_any_ = true;
    sum_.added += added->added;
    sum_.known += added->known;
    sum_.revised += added->revised;
    sum_.incidents = added->incidents;
    return true;
  }

  int finish() {
    if (!failed_ && (!batch_.empty() || !added_any_)) add_batch();
    if (failed_) return console_.complain(*failed_);
    console_.note(described());
    return status_of(refused_);
  }

 private:
  bool keep(const Error& error) {
    if (!failed_) failed_ = error;
    return false;
  }

  bool batch_is_full() const {
    const uint64_t batches = std::clamp<uint64_t>(sum_.added / (2 * kBatch), 1, kMostBatches);
    return batch_.size() >= batches * kBatch || batch_text_ >= batches * kBatchText;
  }

  std::string described() const {
    const auto count = [](uint64_t n, std::string_view noun) {
      return output::counted(static_cast<int64_t>(n), noun);
    };
    std::string line = count(sum_.added, "report") + " added";
    if (sum_.known)
      line += fmt::format(", {} known already", output::grouped(static_cast<int64_t>(sum_.known)));
    if (sum_.revised)
      line += fmt::format(", {} revised", output::grouped(static_cast<int64_t>(sum_.revised)));
    if (refused_) line += ", " + count(refused_, "input") + " refused";
    return line + "; the ledger holds " + count(sum_.incidents, "incident") + ".";
  }

  std::mutex mutex_;
  Ledger ledger_;
  const Knowledge& knowledge_;
  Console& console_;
  Progress progress_;
  std::vector<Coding> batch_;
  size_t batch_text_ = 0;
  BuildSummary sum_;
  uint64_t refused_ = 0;
  bool added_any_ = false;
  std::optional<Error> failed_;
};

}  // namespace

int code(const Call& call, Console& console) {
  const auto columns = columns_of(call);
  if (!columns) return console.complain(columns.error());
  const auto knowledge = open_to_code(call, console);
  if (!knowledge) return console.complain(knowledge.error());
  Progress progress(console);
  uint64_t refused = 0;
  StreamSteps steps;
  steps.prepare = [](Coded& coded) {
    append_json(coded.line, *coded.coding);
    coded.line += '\n';
  };
  steps.take = [&](const Coded& coded) {
    progress.step();
    if (coded.coding) return console.out().write(coded.line) ? Then::more : Then::end;
    console.note(describe(coded.coding.error()));
    ++refused;
    return Then::more;
  };
  const auto done = code_inputs({call.inputs, call.threads, StreamOptions::Codings::anew, *columns},
                                *knowledge, steps);
  console.end_progress();
  return done ? status_of(refused) : console.complain(done.error());
}

int build(const Call& call, Console& console) {
  const auto columns = columns_of(call);
  if (!columns) return console.complain(columns.error());
  const auto knowledge = open_to_code(call, console);
  if (!knowledge) return console.complain(knowledge.error());
  auto ledger = Ledger::open(call.ledger, Ledger::Access::create);
  if (!ledger) return console.complain(ledger.error());
  Builder builder(std::move(*ledger), *knowledge, console);
  StreamSteps steps;
  steps.wanted = [&](const Report& report) { return builder.wanted(report); };
  steps.take = [&](Coded coded) { return builder.take(std::move(coded)); };
  steps.rest = [&] { return builder.add_batch(); };
  const auto done = code_inputs(
      {.inputs = call.inputs, .threads = call.threads, .columns = *columns}, *knowledge, steps);
  if (!done) return console.complain(done.error());
  return builder.finish();
}

}  // namespace sitrep::cli
