#include "ledger/seat_blocks.h"

#include <gmock/gmock.h>

#include <random>

namespace sitrep::ledger::test {
namespace {

using incidents::Look;
using incidents::Row;
using incidents::SeatKind;

// Some sit in every slot but each seventh, of two keys; asks are counted.
class Hall : public incidents::Archive {
 public:
  std::vector<Row> seated(const Look& look, size_t most) override {
    ++asked;
    std::vector<Row> out;
    for (int32_t slot = look.first; slot <= look.last; ++slot) {
      const size_t sitting = slot % 7 == 0 ? 0 : static_cast<size_t>(std::abs(slot) % 5 + 1);
      for (uint32_t n = 0; n < std::min(sitting, most); ++n)
        out.push_back({slot, n, look.key * 1000 + n});
    }
    return out;
  }
  std::shared_ptr<const incidents::Sketch> sketch(uint32_t) override { return nullptr; }
  int asked = 0;
};

auto as_tuples(const std::vector<Row>& rows) {
  std::vector<std::tuple<int32_t, uint32_t, incidents::Sitter>> out;
  out.reserve(rows.size());
  for (const Row& row : rows) out.emplace_back(row.slot, row.rank, row.sitter);
  return out;
}

TEST(SeatBlocks, GiveWhatTheArchiveGivesAlsoBeforeTheFirstDay) {
  Hall hall;
  SeatBlocks blocks(hall);
  std::mt19937 random(7);
  const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int i = 0; i < 2000; ++i) {
    const int32_t first = below(200) - 100;
    const Look look{static_cast<Key>(below(2) + 1), first, first + below(50),
                    below(2) == 0 ? SeatKind::scene : SeatKind::name_day};
    const size_t most = below(2) == 0 ? 1 : 65;
    ASSERT_EQ(as_tuples(blocks.seated(look, most)), as_tuples(hall.seated(look, most)))
        << look.key << " " << look.first << " to " << look.last << ", " << most;
  }
}

TEST(SeatBlocks, AskForADayOnce) {
  Hall hall;
  SeatBlocks blocks(hall);
  for (int32_t day = 100; day < 120; ++day)
    blocks.seated({1, day - 15, day + 15, SeatKind::scene}, 65);
  EXPECT_LE(hall.asked, 5) << "instead of 20";
}

}  // namespace
}  // namespace sitrep::ledger::test
