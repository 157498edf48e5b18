// What all routes share.
#pragma once

#include <atomic>
#include <list>
#include <memory>
#include <mutex>
#include <semaphore>
#include <string>

#include "output/countries.h"
#include "server/jobs.h"
#include "server/ledger_pool.h"
#include "server/options.h"
#include "server/revisions.h"
#include "server/router.h"
#include "server/row_keeper.h"
#include "server/table_cache.h"
#include "server/writer.h"

namespace sitrep::server {

class Api {
 public:
  Api(ServerOptions options, const Knowledge& knowledge);
  Api(const Api&) = delete;
  Api& operator=(const Api&) = delete;
  ~Api();

  void stop();

  // The incidents that a request's filters leave, in the order of RowSet.
  struct Selection {
    RowSetPtr set;
    std::vector<RowPtr> rows;
  };
  using SelectionPtr = std::shared_ptr<const Selection>;
  // What was asked for lately is kept as long as the ledger is what it was.
  Outcome<SelectionPtr> select(Query& query);
  Result<int64_t> report_count(const std::string& revision);
  // The log of corrections is signed with the token's user, else what the request says, else the
  // server's own user.
  std::string signer(const Call& call, const std::string& said) const;

  const ServerOptions options;
  const Knowledge& knowledge;
  const output::Countries countries;
  LedgerPool pool;
  Revisions revisions;
  RowKeeper rows;
  TableCache tables;
  Writer writer;
  std::counting_semaphore<> heavy{2};  // briefs and exports at once
  Limiter guessing;                    // wrong tokens
  std::atomic<int> streams = 0;        // of events, that are open
  Jobs jobs;

 private:
  struct Kept {
    std::string asked;
    SelectionPtr selection;
  };
  SelectionPtr kept_selection(const std::string& revision, const std::string& asked);
  std::mutex mutex_;            // of what is kept
  std::list<Kept> selections_;  // the last one asked for first
  std::pair<std::string, int64_t> report_count_;
  std::atomic<bool> watching_ = true;
  std::thread watcher_;  // tells of changes, and has the rows read before anybody asks
};

inline constexpr auto kLoginPath = "/api/v1/login";  // asked for without a token

// Every route of the interface.
Router make_router();
std::vector<Route> session_routes();
std::vector<Route> table_routes();
std::vector<Route> incident_routes();
std::vector<Route> report_routes();
std::vector<Route> outlet_routes();
std::vector<Route> suggestion_routes();
std::vector<Route> correction_routes();
std::vector<Route> job_routes();
std::vector<Route> document_routes();

// Of a query's filters, in one order.
std::string asked_for(Query& query);
// `kFilterNames` and these.
std::vector<std::string_view> with_filters(std::vector<std::string_view> more = {});

}  // namespace sitrep::server
