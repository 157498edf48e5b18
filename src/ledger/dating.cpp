#include "ledger/dating.h"

#include <set>

#include "incidents/sketch.h"

namespace sitrep::ledger {

namespace {

std::string sketch_of(const Coding& coding, const knowledge::Lexicon& lexicon) {
  return incidents::pack_sketch(incidents::make_sketch(coding, lexicon));
}

}  // namespace

Dating::Dating(ReportStore& reports, SeatStore& seats, const knowledge::Lexicon& lexicon,
               const Ledger::Recode& recode)
    : reports_(reports),
      lexicon_(lexicon),
      recode_(recode),
      news_{seats, [this](uint32_t report) { return reports_.dated(report); },
            [this](const std::vector<uint32_t>& numbers) {
              std::vector<Coding> out;
              for (Filed& row : reports_.some(numbers)) out.push_back(std::move(row.coding));
              return out;
            }} {}

// Those that date each other are dated together, and no more at once than that.
void Dating::run(const Reach& reach) {
  std::vector<uint32_t> undated = reports_.undated();
  if (undated.empty()) return;
  if (!reach.everything) {
    std::set<uint32_t> reached = reach.reports;
    reached.insert(reach.around.begin(), reach.around.end());
    undated = incidents::undated_around(news_, {reached.begin(), reached.end()});
  }
  std::set<uint32_t> done;
  for (const uint32_t report : undated) {
    if (done.contains(report)) continue;
    const auto together = incidents::undated_around(news_, {report});
    done.insert(together.begin(), together.end());
    date(together);
  }
}

void Dating::date(const std::vector<uint32_t>& undated) {
  const auto days = incidents::infer_days(news_, undated, lexicon_);
  for (const Filed& row : reports_.some(undated)) {
    const auto found = days.find(row.number);
    found == days.end() ? forget(row) : set(row, found->second);
  }
}

void Dating::forget(const Filed& row) {
  if (!row.recoding) return;
  reports_.drop_recoding(row.number, sketch_of(row.coding, lexicon_));
}

void Dating::set(const Filed& row, const When& day) {
  if (row.recoding && row.recoding->report.published == day) return;
  Report report = row.coding.report;
  report.published = day;
  Coding coding = row.coding;
  if (recode_) coding = recode_(report);
  coding.report = std::move(report);
  const std::string packed = pack_coding(coding);
  const Coding stored = unpack_coding(packed, row.coding.report);
  reports_.set_recoding(row.number, stored, packed, sketch_of(stored, lexicon_));
}

}  // namespace sitrep::ledger
