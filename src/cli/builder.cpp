#include "cli/builder.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "output/wording.h"
#include "sitrep/pipeline.h"

namespace sitrep::cli {

namespace {

// Each step is atomic, so that a run that is killed leaves whole reports and the next run goes on
// behind them. A step looks anew at what happened around its days, too: the more there is, the
// larger they are.
constexpr uint64_t kLeastReports = 4096;
constexpr uint64_t kMostReports = 65536;
constexpr uint64_t kGrowth = 2;
constexpr size_t kBytesOfReport = 8192;  // of its share of a step: longer ones fill it sooner

}  // namespace

Builder::Builder(Ledgers ledgers, const Knowledge& knowledge, Console& console, unsigned threads)
    : ledgers_(std::move(ledgers)),
      knowledge_(knowledge),
      console_(console),
      progress_(console),
      threads_(threads),
      reports_(static_cast<uint64_t>(ledgers_.known.report_count().value_or(0))) {}

Builder::~Builder() {
  if (step_.valid()) step_.wait();
}

StreamSteps Builder::steps() {
  StreamSteps out;
  out.wanted = [this](const Report& report) { return wanted(report); };
  out.prepare = [this](Coded& coded) {
    coded.made = PackedCoding(std::exchange(*coded.coding, {}), knowledge_);
  };
  out.take = [this](Coded coded) { return take(std::move(coded)); };
  out.rest = [this] { return rest(); };
  return out;
}

Result<bool> Builder::wanted(const Report& report) {
  const std::lock_guard lock(mutex_);
  auto known = ledgers_.known.has_report(report.id, report.sha256);
  if (!known) return known;
  sum_.known += *known;
  if (*known) progress_.step();
  return !*known;
}

Then Builder::take(Coded coded) {
  const std::lock_guard lock(mutex_);
  progress_.step();
  if (!coded.coding) {
    console_.note(describe(coded.coding.error()));
    refused_.add(coded.coding.error());
    return Then::more;
  }
  batch_.push_back(std::any_cast<PackedCoding>(std::move(coded.made)));
  batch_bytes_ += batch_.back().bytes();
  return is_full() ? Then::rest : Then::more;
}

bool Builder::is_full() const {
  const uint64_t most = std::clamp(reports_ * kGrowth, kLeastReports, kMostReports);
  return batch_.size() >= most || batch_bytes_ >= most * kBytesOfReport;
}

// Waits for the step that is under way and gives the batch to the next.
bool Builder::rest() {
  if (!await_step()) return false;
  reports_ += batch_.size();
  batch_bytes_ = 0;
  const auto when = threads_ == 1 ? std::launch::deferred : std::launch::async;
  step_ = std::async(
      when, [this, batch = std::exchange(batch_, {})]() mutable { return add(std::move(batch)); });
  return threads_ != 1 || await_step();
}

bool Builder::await_step() {
  if (!step_.valid()) return !failed_;
  const auto added = step_.get();
  if (!added) {
    failed_ = added.error();
    return false;
  }
  added_any_ = true;
  sum_.added += added->added;
  sum_.known += added->known;
  sum_.revised += added->revised;
  sum_.incidents = added->incidents;
  return true;
}

Result<BuildSummary> Builder::add(std::vector<PackedCoding> batch) {
  auto coder = Coder::create(knowledge_);
  if (!coder) return Failure(coder.error());
  const auto recode = [&](Report report) { return coder->code(std::move(report)); };
  return ledgers_.writing.add_packed(std::move(batch), knowledge_, recode);
}

int Builder::finish(const Result<bool>& done) {
  if (!done) {
    await_step();
    return console_.complain(done.error());
  }
  bool whole = await_step();
  if (whole && (!batch_.empty() || !added_any_)) whole = rest() && await_step();
  if (!whole) return console_.complain(*failed_);
  if (const std::string kinds = refused_.described(); !kinds.empty()) console_.note(kinds);
  console_.note(described());
  return refused_.count() ? kRefused : kDone;
}

std::string Builder::described() const {
  const auto count = [](uint64_t n, std::string_view noun) {
    return output::counted(static_cast<int64_t>(n), noun);
  };
  std::string line = count(sum_.added, "report") + " added";
  if (sum_.known)
    line += fmt::format(", {} known already", output::grouped(static_cast<int64_t>(sum_.known)));
  if (sum_.revised)
    line += fmt::format(", {} revised", output::grouped(static_cast<int64_t>(sum_.revised)));
  if (refused_.count()) line += ", " + count(refused_.count(), "input") + " refused";
  return line + "; the ledger holds " + count(sum_.incidents, "incident") + ".";
}

}  // namespace sitrep::cli
