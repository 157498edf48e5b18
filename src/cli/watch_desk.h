// What `watch` does with the pages that it fetched: reports, codings, the ledger, a line each.
#pragma once

#include "cli/console.h"
#include "fetch/watcher.h"
#include "intake/raw_reader.h"
#include "pipeline/coders.h"
#include "sitrep/ledger.h"

namespace sitrep::cli {

class WatchDesk : public fetch::Desk {
 public:
  struct Parts {
    Ledger ledger;
    Coders coders;
    const Knowledge& knowledge;
    Console& console;
  };
  explicit WatchDesk(Parts parts) : parts_(std::move(parts)) {}

  Result<std::vector<fetch::Outcome>> take(const std::vector<fetch::FetchedPage>& pages) override;
  void refused(const Error& error) override;
  // Since the last call; and incidents, as far as any report was added since the start.
  BuildSummary take_sum();

 private:
  struct Piece;
  Piece read(const fetch::FetchedPage& page);
  Result<bool> add(std::vector<Piece>& pieces);
  void tell(const Piece& piece, const fetch::FetchedPage& page);

  Parts parts_;
  BuildSummary sum_;
};

}  // namespace sitrep::cli
