#include "ledger/seat_blocks.h"

namespace sitrep::ledger {

namespace {

using incidents::Look;
using incidents::Row;

constexpr int32_t kSlots = 16;  // of a block

int32_t block_of(int32_t slot) { return slot >= 0 ? slot / kSlots : (slot + 1) / kSlots - 1; }

}  // namespace

std::vector<Row> SeatBlocks::seated(const Look& look, size_t most) {
  std::vector<Row> out;
  for (int32_t n = block_of(look.first); n <= block_of(look.last); ++n) {
    for (const Row& row : block(look, n, most)) {
      if (row.slot >= look.first && row.slot <= look.last) out.push_back(row);
    }
  }
  return out;
}

const std::vector<Row>& SeatBlocks::block(const Look& look, int32_t n, size_t most) {
  const auto [found, fresh] = blocks_.try_emplace({look.key, look.kind, n, most});
  if (fresh) {
    const int32_t first = n * kSlots;
    found->second = archive_.seated({look.key, first, first + kSlots - 1, look.kind}, most);
  }
  return found->second;
}

}  // namespace sitrep::ledger
