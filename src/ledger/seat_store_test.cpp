#include "ledger/seat_store.h"

#include <gmock/gmock.h>

#include "incidents/sketch.h"
#include "ledger/sheet.h"
#include "ledger/test_world.h"

namespace sitrep::ledger {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the room's own
using incidents::Question;
using incidents::Row;

constexpr uint32_t kReports = 600;

std::string id_of(uint32_t report) { return "r" + std::to_string(report); }

std::string packed_sketch(uint32_t report) {
  const Day day = *parse_day("2022-01-05") + std::chrono::days(report % 40);
  const Coding coding =
      coded(id_of(report), "A car bomb killed 7 people at the market in Velm.", iso(day));
  return make_sheet(coding, knowledge().lexicon()).sketch;
}

void seat(SeatStore& seats, uint32_t first, uint32_t end) {
  std::vector<std::string> packed;
  for (uint32_t report = first; report < end; ++report) packed.push_back(packed_sketch(report));
  std::vector<std::pair<uint32_t, std::string_view>> given;
  for (uint32_t report = first; report < end; ++report)
    given.emplace_back(report, packed[report - first]);
  seats.seat(given);
}

// All that anybody looks at, the first few there and all.
std::vector<Question> questions() {
  std::vector<Question> out;
  for (uint32_t report = 1; report < kReports; report += 7) {
    each_seat(*unpacked(packed_sketch(report)), report, [&](const auto& at, uint32_t, Sitter) {
      out.push_back({{at.key, at.slot - 2, at.slot + 2, at.kind}, 3});
      out.push_back({incidents::slot_of(at)});
    });
  }
  return out;
}

auto as_tuples(const std::vector<Row>& rows) {
  std::vector<std::tuple<int32_t, uint32_t, Sitter>> out;
  out.reserve(rows.size());
  for (const Row& row : rows) out.emplace_back(row.slot, row.rank, row.sitter);
  return out;
}

class Seats : public testing::Test {
 protected:
  Seats() : made_(open(folder_ / "l")), database_(folder_ / "l", SQLITE_OPEN_READWRITE) {
    Transaction transaction(database_);
    SeatStore seats(database_);
    seat(seats, 1, kReports / 2);
    seats.write();
    transaction.commit();
  }

  Folder folder_;
  Ledger made_;
  Database database_;
};

TEST_F(Seats, ManyQuestionsAtOnceAreAnsweredLikeOneByOneOfWhatIsWrittenAndOfWhatIsNot) {
  const auto asked = questions();
  Transaction transaction(database_);
  SeatStore seats(database_, SeatStore::Since::nobody);
  seat(seats, kReports / 2, kReports);
  const auto found = seats.seated(asked);
  seats.write();
  SeatStore written(database_);
  size_t rows = 0;
  for (size_t i = 0; i < asked.size(); ++i) {
    const auto wanted = written.seated(asked[i].look, asked[i].most);
    ASSERT_EQ(as_tuples(found[i]), as_tuples(wanted)) << "question " << i;
    rows += wanted.size();
  }
  EXPECT_GT(rows, asked.size());
}

TEST_F(Seats, WhoLeavesIsSeenByNobody) {
  Transaction transaction(database_);
  SeatStore seats(database_, SeatStore::Since::nobody);
  seat(seats, kReports / 2, kReports);
  for (const uint32_t report : {5u, kReports - 5}) {
    seats.sketch(report);
    seats.unseat(report);
  }
  const auto asked = questions();
  for (const auto& rows : seats.seated(asked)) {
    for (const Row& row : rows) {
      EXPECT_NE(incidents::report_of(row.sitter), 5u);
      EXPECT_NE(incidents::report_of(row.sitter), kReports - 5);
    }
  }
}

TEST_F(Seats, SketchesAreThoseOfTheirReportsInTheOrderAsked) {
  Transaction transaction(database_);
  SeatStore seats(database_, SeatStore::Since::nobody);
  seat(seats, kReports / 2, kReports);
  std::vector<uint32_t> asked;
  for (uint32_t n = 0; n < 2 * kReports; ++n) asked.push_back(1 + n * 7 % (kReports - 1));
  const auto found = seats.sketches(asked);
  for (size_t i = 0; i < asked.size(); ++i) ASSERT_EQ(found[i]->id, id_of(asked[i]));
}

}  // namespace
}  // namespace sitrep::ledger
