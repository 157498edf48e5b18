#include "ledger/seat_store.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <iterator>

namespace sitrep::ledger {

namespace {

using incidents::Look;
using incidents::Question;
using incidents::Row;

constexpr size_t kYoung = 50000;  // sketches in memory that were asked for since the last turn
constexpr size_t kMany = 512;     // questions that are worth several connections

int64_t signed_key(Key key) { return static_cast<int64_t>(key); }

// Of each slot the first `most`.
std::vector<Row> first_of_slots(std::vector<Row> rows, size_t most) {
  size_t in_slot = 0;
  size_t kept = 0;
  for (size_t i = 0; i < rows.size(); ++i) {
    in_slot = i > 0 && rows[i].slot == rows[i - 1].slot ? in_slot + 1 : 0;
    if (in_slot < most) rows[kept++] = rows[i];
  }
  rows.resize(kept);
  return rows;
}

}  // namespace

SeatStore::SeatStore(Database& database, Since since)
    : own_(database),
      insert_seat_(database, "INSERT OR IGNORE INTO seats VALUES (?, ?, ?, ?, ?)"),
      insert_sketch_(database, "INSERT INTO sketches VALUES (?, ?)"),
      remove_seat_(database,
                   "DELETE FROM seats WHERE era = ? AND key = ? AND slot = ? AND rank = ? AND "
                   "sitter = ?"),
      remove_sketch_(database, "DELETE FROM sketches WHERE report = ?") {
  if (since == Since::nobody && !database.file().empty()) readers_.emplace(database.file());
}

SeatReaders* SeatStore::readers(size_t questions) {
  return readers_ && questions >= kMany ? &*readers_ : nullptr;
}

// The rows of the table and those that are still to be written.
std::vector<Row> SeatStore::with_fresh(const Question& question, std::vector<Row> rows) const {
  const Look& look = question.look;
  const int64_t key = signed_key(look.key);
  const size_t written = rows.size();
  const int32_t last = incidents::era_of(look.kind, look.last);
  for (int32_t era = incidents::era_of(look.kind, look.first); era <= last; ++era) {
    auto at =
        std::ranges::lower_bound(fresh_, std::tuple(era, key, look.first), {},
                                 [](const Placed& p) { return std::tuple(p.era, p.key, p.slot); });
    for (; at != fresh_.end() && at->era == era && at->key == key && at->slot <= look.last; ++at)
      rows.push_back({at->slot, at->rank, at->sitter});
  }
  if (rows.size() == written) return rows;
  std::ranges::inplace_merge(rows, rows.begin() + static_cast<std::ptrdiff_t>(written), {},
                             [](const Row& r) { return std::tuple(r.slot, r.rank, r.sitter); });
  return first_of_slots(std::move(rows), question.most);
}

std::vector<Row> SeatStore::seated(const Look& look, size_t most) {
  const Question question{look, most};
  return with_fresh(question, own_.seated(question));
}

std::vector<std::vector<Row>> SeatStore::seated(std::span<const Question> questions) {
  SeatReaders* const several = readers(questions.size());
  if (several == nullptr) return Archive::seated(questions);
  std::vector<std::vector<Row>> out(questions.size());
  several->for_each(questions.size(), [&](SeatReader& reader, size_t i) {
    out[i] = with_fresh(questions[i], reader.seated(questions[i]));
  });
  return out;
}

std::shared_ptr<const Sketch> SeatStore::remembered(uint32_t report) {
  if (const auto found = young_.find(report); found != young_.end()) return found->second;
  const auto old = old_.find(report);
  if (old == old_.end()) return nullptr;
  remember(report, old->second);
  return old->second;
}

void SeatStore::remember(uint32_t report, std::shared_ptr<const Sketch> sketch) {
  if (young_.size() >= kYoung) old_ = std::exchange(young_, {});
  young_[report] = std::move(sketch);
}

void SeatStore::forget(uint32_t report) {
  young_.erase(report);
  old_.erase(report);
}

std::shared_ptr<const Sketch> SeatStore::find_sketch(uint32_t report) {
  if (auto found = remembered(report)) return found;
  auto out = own_.sketch(report);
  if (out) remember(report, out);
  return out;
}

std::shared_ptr<const Sketch> SeatStore::sketch(uint32_t report) {
  auto found = find_sketch(report);
  if (!found) throw damaged("a report without its sketch");
  return found;
}

std::vector<std::shared_ptr<const Sketch>> SeatStore::sketches(std::span<const uint32_t> reports) {
  std::vector<std::shared_ptr<const Sketch>> out(reports.size());
  std::vector<size_t> missing;  // of what is committed
  for (size_t i = 0; i < reports.size(); ++i) {
    out[i] = remembered(reports[i]);
    if (!out[i] && reports[i] < first_fresh_) missing.push_back(i);
  }
  if (SeatReaders* const several = readers(missing.size())) {
    std::ranges::sort(missing, {}, [&](size_t i) { return reports[i]; });
    several->for_each(missing.size(), [&](SeatReader& reader, size_t i) {
      out[missing[i]] = reader.sketch(reports[missing[i]]);
    });
    for (const size_t i : missing) {
      if (out[i]) remember(reports[i], out[i]);
    }
  }
  for (size_t i = 0; i < reports.size(); ++i) {
    if (!out[i]) out[i] = sketch(reports[i]);
  }
  return out;
}

std::vector<std::pair<uint32_t, size_t>> SeatStore::seat(
    const std::vector<std::pair<uint32_t, std::string_view>>& sketches) {
  std::vector<std::pair<uint32_t, size_t>> out(sketches.size());
  std::vector<std::vector<Placed>> placed(sketches.size());
  tbb::parallel_for(size_t{0}, sketches.size(), [&](size_t i) {
    const auto& [report, packed] = sketches[i];
    const auto sketch = unpacked(packed);
    out[i] = {report, sketch->faces.size()};
    each_seat(*sketch, report, [&](const auto& seat, uint32_t rank, Sitter who) {
      placed[i].push_back(
          {incidents::era_of(seat.kind, seat.slot), signed_key(seat.key), seat.slot, rank, who});
    });
  });
  std::vector<Placed> all;
  for (const auto& some : placed) all.insert(all.end(), some.begin(), some.end());
  keep(std::move(all));
  for (const auto& [report, packed] : sketches) {
    insert_sketch_.run(report, Blob{packed});
    forget(report);
    first_fresh_ = std::min(first_fresh_, report);
  }
  return out;
}

void SeatStore::keep(std::vector<Placed> placed) {
  tbb::parallel_sort(placed.begin(), placed.end());
  placed.erase(std::unique(placed.begin(), placed.end()), placed.end());
  const auto before = static_cast<std::ptrdiff_t>(fresh_.size());
  fresh_.insert(fresh_.end(), placed.begin(), placed.end());
  std::inplace_merge(fresh_.begin(), fresh_.begin() + before, fresh_.end());
}

// In the order of the table, which is the fast way to put in many.
void SeatStore::write() {
  for (const Placed& p : fresh_) insert_seat_.run(p.era, p.key, p.slot, p.rank, p.sitter);
  fresh_.clear();
  readers_.reset();
}

// Only the connection that writes sees who left.
void SeatStore::unseat(uint32_t report) {
  write();
  const auto old = sketch(report);
  each_seat(*old, report, [&](const auto& seat, uint32_t rank, Sitter who) {
    remove_seat_.run(incidents::era_of(seat.kind, seat.slot), signed_key(seat.key), seat.slot, rank,
                     who);
  });
  remove_sketch_.run(report);
  forget(report);
}

}  // namespace sitrep::ledger
