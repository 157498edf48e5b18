// One file that was brought in, read, coded and added to the ledger in steps.
#pragma once

#include "server/jobs.h"
#include "server/ledger_pool.h"
#include "server/writer.h"

namespace sitrep::server {

struct IntakeParts {
  LedgerPool& pool;
  Writer& writer;
  const Knowledge& knowledge;
};

// `patience`: for another process that writes to the ledger.
void take_in(const Upload& upload, JobReporter& reporter, const IntakeParts& parts,
             std::chrono::seconds patience = std::chrono::minutes(10));

}  // namespace sitrep::server
