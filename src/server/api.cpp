#include "server/api.h"

#include <algorithm>
#include <thread>

#include "server/intake_job.h"

namespace sitrep::server {

namespace {

constexpr auto kLookEvery = std::chrono::milliseconds(300);
constexpr size_t kMostKept = 32;  // selections

}  // namespace

Api::Api(ServerOptions set, const Knowledge& known)
    : options(std::move(set)),
      knowledge(known),
      countries(output::Countries::of(known.lexicon())),
      pool(options.ledger),
      revisions(options.ledger),
      rows(pool, revisions),
      tables(rows, countries),
      writer(options.ledger, known),
      guessing(options.guessing),
      jobs(options.most_waiting,
           [this](const Upload& upload, JobReporter& reporter) {
             take_in(upload, reporter, {pool, writer, knowledge});
           }),
      watcher_([this] {
        for (; watching_; std::this_thread::sleep_for(kLookEvery)) (void)rows.present();
      }) {}

Api::~Api() {
  stop();
  watcher_.join();
}

void Api::stop() {
  watching_ = false;
  revisions.stop();
  jobs.stop();
}

Api::SelectionPtr Api::kept_selection(const std::string& revision, const std::string& asked) {
  const std::lock_guard lock(mutex_);
  std::erase_if(selections_,
                [&](const Kept& kept) { return kept.selection->set->revision != revision; });
  const auto found = std::ranges::find(selections_, asked, &Kept::asked);
  if (found == selections_.end()) return nullptr;
  selections_.splice(selections_.begin(), selections_, found);
  return selections_.front().selection;
}

Outcome<Api::SelectionPtr> Api::select(Query& query) {
  const auto filter = filter_of(query, countries);
  if (!filter) return Trouble(filter.error());
  auto set = rows.present();
  if (!set) return Trouble(Problem(set.error()));
  const std::string asked = asked_for(query);
  if (auto kept = kept_selection((*set)->revision, asked)) return kept;
  auto chosen = rows.select(**set, *filter);
  if (!chosen) return Trouble(Problem(chosen.error()));
  auto selection =
      std::make_shared<const Selection>(Selection{std::move(*set), std::move(*chosen)});
  const std::lock_guard lock(mutex_);
  selections_.push_front({asked, selection});
  if (selections_.size() > kMostKept) selections_.pop_back();
  return selection;
}

Result<int64_t> Api::report_count(const std::string& revision) {
  {
    const std::lock_guard lock(mutex_);
    if (report_count_.first == revision) return report_count_.second;
  }
  const auto ledger = pool.lease();
  if (!ledger) return Failure(ledger.error());
  auto count = (*ledger)->report_count();
  if (!count) return count;
  const std::lock_guard lock(mutex_);
  report_count_ = {revision, *count};
  return count;
}

std::string Api::signer(const Call& call, const std::string& said) const {
  if (!options.tokens.empty() && !call.user.empty()) return call.user;
  return said.empty() ? options.user : said;
}

std::string asked_for(Query& query) {
  std::string out;
  for (const std::string_view name : kFilterNames) {
    for (const std::string& value : query.all(name))
      out.append(name).append("=").append(value).append("\n");
  }
  return out;
}

std::vector<std::string_view> with_filters(std::vector<std::string_view> more) {
  more.insert(more.end(), kFilterNames.begin(), kFilterNames.end());
  return more;
}

Router make_router() {
  Router router;
  for (auto* routes : {session_routes, table_routes, incident_routes, report_routes, outlet_routes,
                       suggestion_routes, correction_routes, job_routes, document_routes})
    router.add(routes());
  return router;
}

}  // namespace sitrep::server
