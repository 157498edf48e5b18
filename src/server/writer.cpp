#include "server/writer.h"

namespace sitrep::server {

namespace {

constexpr auto kPatience = std::chrono::seconds(5);

// Who looked at another state than the present one is told so.
Outcome<void> check_revision(const Ledger& ledger, const std::string& id, int64_t revision) {
  const auto incident = ledger.incident(id);
  if (!incident) return Trouble(Problem(incident.error()));
  if (incident->revision == revision) return {};
  return trouble(409, "the incident is at revision " + std::to_string(incident->revision) +
                          " by now, not " + std::to_string(revision));
}

}  // namespace

Result<std::unique_lock<std::timed_mutex>> Writer::turn() {
  std::unique_lock lock(mutex_, kPatience);
  if (!lock.owns_lock())
    return fail(Code::busy, "this server is adding reports to the ledger; try again in a moment");
  if (const auto opened = open(); !opened) return Failure(opened.error());
  return lock;
}

Result<void> Writer::open() {
  const FileMark mark = mark_of(path_);
  if (!ledger_ || mark != mark_) {
    ledger_.reset();
    auto ledger = Ledger::open(path_, Ledger::Access::write);
    if (!ledger) return Failure(ledger.error());
    ledger_ = std::move(*ledger);
    mark_ = mark;
  }
  if (coders_) return {};
  auto coders = Coders::create(knowledge_);
  if (!coders) return Failure(coders.error());
  coders_.emplace(std::move(*coders));
  return {};
}

Result<BuildSummary> Writer::add(std::vector<Coding> codings) {
  const auto lock = turn();
  if (!lock) return Failure(lock.error());
  return ledger_->add(std::move(codings), knowledge_,
                      [&](Report report) { return coders_->code(std::move(report)); });
}

Outcome<std::vector<Correction>> Writer::correct(const CorrectionOrder& order,
                                                 std::optional<int64_t> revision) {
  const auto lock = turn();
  if (!lock) return Trouble(Problem(lock.error()));
  if (revision) {
    const auto same = check_revision(*ledger_, order.incident, *revision);
    if (!same) return Trouble(same.error());
  }
  auto lines = ledger_->correct(order, knowledge_,
                                [&](Report report) { return coders_->code(std::move(report)); });
  if (lines) return std::move(*lines);
  Problem why_not(lines.error());
  if (lines.error().code == Code::usage) why_not.status = 422;
  return Trouble(std::move(why_not));
}

}  // namespace sitrep::server
