#include "server/api.h"

#include <thread>

#include "server/intake_job.h"

namespace sitrep::server {

namespace {

constexpr auto kLookEvery = std::chrono::milliseconds(300);

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
      jobs([this](const Upload& upload, JobReporter& reporter) {
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

Outcome<Api::Selection> Api::select(Query& query) {
  const auto filter = filter_of(query, countries);
  if (!filter) return Trouble(filter.error());
  auto set = rows.present();
  if (!set) return Trouble(Problem(set.error()));
  auto chosen = rows.select(**set, *filter);
  if (!chosen) return Trouble(Problem(chosen.error()));
  return Selection{std::move(*set), std::move(*chosen)};
}

std::string Api::signer(const Call& call, const std::string& said) const {
  if (!options.tokens.empty() && !call.user.empty()) return call.user;
  return said.empty() ? options.user : said;
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
