// Tables that were asked for, packed, as long as the ledger is what it was.
#pragma once

#include <list>
#include <mutex>
#include <string>

#include "output/countries.h"
#include "server/reply.h"
#include "server/row_keeper.h"

namespace sitrep::server {

class TableCache {
 public:
  TableCache(RowKeeper& rows, const output::Countries& countries)
      : rows_(rows), countries_(countries) {}

  // `asked` is the filter as one text.
  Result<ContentPtr> get(const std::string& asked, const IncidentFilter& filter);

 private:
  struct Kept {
    std::string revision;
    std::string asked;
    ContentPtr content;
  };
  ContentPtr find(const std::string& revision, const std::string& asked);
  RowKeeper& rows_;
  const output::Countries& countries_;
  std::mutex mutex_;      // one makes a table, the others wait for it
  std::list<Kept> kept_;  // the last one asked for first
};

}  // namespace sitrep::server
