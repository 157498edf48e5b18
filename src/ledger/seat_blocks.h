// Seats read in blocks of neighbouring slots, each once: for who asks about many days of few
// places, and of each for a month around it.
#pragma once

#include <map>
#include <tuple>

#include "incidents/archive.h"

namespace sitrep::ledger {

class SeatBlocks : public incidents::Archive {
 public:
  explicit SeatBlocks(incidents::Archive& archive) : archive_(archive) {}  // which must outlive it

  using Archive::seated;
  std::vector<incidents::Row> seated(const incidents::Look& look, size_t most) override;
  std::shared_ptr<const incidents::Sketch> sketch(uint32_t report) override {
    return archive_.sketch(report);
  }

 private:
  using Block = std::tuple<Key, incidents::SeatKind, int32_t, size_t>;  // its number; the most
  const std::vector<incidents::Row>& block(const incidents::Look& look, int32_t n, size_t most);

  incidents::Archive& archive_;
  std::map<Block, std::vector<incidents::Row>> blocks_;
};

}  // namespace sitrep::ledger
