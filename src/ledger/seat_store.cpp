#include "ledger/seat_store.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include "incidents/sketch.h"

namespace sitrep::ledger {

namespace {

constexpr size_t kYoung = 50000;  // sketches in memory that were asked for since the last turn

struct Placed {
  int32_t era;
  int64_t key;
  int32_t slot;
  uint32_t rank;
  Sitter sitter;
  auto operator<=>(const Placed&) const = default;
};

int64_t signed_key(Key key) { return static_cast<int64_t>(key); }

}  // namespace

std::shared_ptr<const Sketch> unpacked(std::string_view sketch) {
  auto out = incidents::unpack_sketch(sketch);
  if (!out) throw damaged("the sketch of a report");
  return std::make_shared<const Sketch>(std::move(*out));
}

SeatStore::SeatStore(Database& database)
    : seated_(database,
              "SELECT slot, rank, sitter FROM seats WHERE era = ? AND key = ? AND "
              "slot BETWEEN ? AND ? ORDER BY slot, rank, sitter"),
      sketch_(database, "SELECT sketch FROM sketches WHERE report = ?"),
      insert_seat_(database, "INSERT OR IGNORE INTO seats VALUES (?, ?, ?, ?, ?)"),
      insert_sketch_(database, "INSERT INTO sketches VALUES (?, ?)"),
      remove_seat_(database,
                   "DELETE FROM seats WHERE era = ? AND key = ? AND slot = ? AND rank = ? AND "
                   "sitter = ?"),
      remove_sketch_(database, "DELETE FROM sketches WHERE report = ?") {}

std::vector<incidents::Row> SeatStore::seated(const incidents::Look& look, size_t most) {
  std::vector<incidents::Row> out;
  const int32_t last = incidents::era_of(look.kind, look.last);
  for (int32_t era = incidents::era_of(look.kind, look.first); era <= last; ++era)
    add_seated(era, look, most, out);
  return out;
}

// Leaves a crowded slot once enough of it is read.
void SeatStore::add_seated(int32_t era, const incidents::Look& look, size_t most,
                           std::vector<incidents::Row>& out) {
  size_t in_slot = 0;
  seated_.bind(era, signed_key(look.key), look.first, look.last);
  while (seated_.next()) {
    const auto slot = static_cast<int32_t>(seated_.integer(0));
    in_slot = !out.empty() && out.back().slot == slot ? in_slot + 1 : 0;
    if (in_slot >= most) {
      if (slot >= look.last) break;
      seated_.bind(era, signed_key(look.key), slot + 1, look.last);
      continue;
    }
    out.push_back(
        {slot, static_cast<uint32_t>(seated_.integer(1)), static_cast<Sitter>(seated_.integer(2))});
  }
  seated_.reset();
}

std::shared_ptr<const Sketch> SeatStore::read(uint32_t report) {
  std::shared_ptr<const Sketch> out;
  if (sketch_.bind(report).next()) out = unpacked(sketch_.blob(0));
  sketch_.reset();
  return out;
}

std::shared_ptr<const Sketch> SeatStore::find_sketch(uint32_t report) {
  if (const auto found = young_.find(report); found != young_.end()) return found->second;
  const auto old = old_.find(report);
  auto out = old != old_.end() ? old->second : read(report);
  if (!out) return out;
  if (young_.size() >= kYoung) old_ = std::exchange(young_, {});
  return young_[report] = std::move(out);
}

void SeatStore::forget(uint32_t report) {
  young_.erase(report);
  old_.erase(report);
}

std::shared_ptr<const Sketch> SeatStore::sketch(uint32_t report) {
  auto found = find_sketch(report);
  if (!found) throw damaged("a report without its sketch");
  return found;
}

// In the order of the table, which is the fast way to put in many.
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
  tbb::parallel_sort(all.begin(), all.end());
  for (const Placed& p : all) insert_seat_.run(p.era, p.key, p.slot, p.rank, p.sitter);
  for (const auto& [report, packed] : sketches) {
    insert_sketch_.run(report, Blob{packed});
    forget(report);
  }
  return out;
}

void SeatStore::unseat(uint32_t report) {
  const auto old = sketch(report);
  each_seat(*old, report, [&](const auto& seat, uint32_t rank, Sitter who) {
    remove_seat_.run(incidents::era_of(seat.kind, seat.slot), signed_key(seat.key), seat.slot, rank,
                     who);
  });
  remove_sketch_.run(report);
  forget(report);
}

}  // namespace sitrep::ledger
