#include "ledger/seat_reader.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include "incidents/sketch.h"

namespace sitrep::ledger {

using incidents::Question;
using incidents::Row;
using incidents::Sitter;
using incidents::Sketch;

namespace {

constexpr size_t kAtOnce = 256;  // questions to one connection

}  // namespace

std::shared_ptr<const Sketch> unpacked(std::string_view sketch) {
  auto out = incidents::unpack_sketch(sketch);
  if (!out) throw damaged("the sketch of a report");
  return std::make_shared<const Sketch>(std::move(*out));
}

SeatReader::SeatReader(Database& database)
    : seated_(database,
              "SELECT slot, rank, sitter FROM seats WHERE era = ? AND key = ? AND "
              "slot BETWEEN ? AND ? ORDER BY slot, rank, sitter"),
      sketch_(database, "SELECT sketch FROM sketches WHERE report = ?") {}

std::vector<Row> SeatReader::seated(const Question& question) {
  const auto& look = question.look;
  std::vector<Row> out;
  const int32_t last = incidents::era_of(look.kind, look.last);
  for (int32_t era = incidents::era_of(look.kind, look.first); era <= last; ++era)
    add_of_era(era, question, out);
  return out;
}

// Leaves a crowded slot once enough of it is read.
void SeatReader::add_of_era(int32_t era, const Question& question, std::vector<Row>& out) {
  const auto& look = question.look;
  const auto key = static_cast<int64_t>(look.key);
  size_t in_slot = 0;
  seated_.bind(era, key, look.first, look.last);
  while (seated_.next()) {
    const auto slot = static_cast<int32_t>(seated_.integer(0));
    in_slot = !out.empty() && out.back().slot == slot ? in_slot + 1 : 0;
    if (in_slot >= question.most) {
      if (slot >= look.last) break;
      seated_.bind(era, key, slot + 1, look.last);
      continue;
    }
    out.push_back(
        {slot, static_cast<uint32_t>(seated_.integer(1)), static_cast<Sitter>(seated_.integer(2))});
  }
  seated_.reset();
}

std::shared_ptr<const Sketch> SeatReader::sketch(uint32_t report) {
  std::shared_ptr<const Sketch> out;
  if (sketch_.bind(report).next()) out = unpacked(sketch_.blob(0));
  sketch_.reset();
  return out;
}

// The transaction stays open, so that no question has to ask anew what is committed.
SeatReaders::Connection::Connection(const std::string& path)
    : database(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX), reader(database) {
  database.execute("PRAGMA cache_size = -65536");  // KiB at most
  database.execute("BEGIN");
}

std::unique_ptr<SeatReaders::Connection> SeatReaders::borrow() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      auto out = std::move(idle_.back());
      idle_.pop_back();
      return out;
    }
  }
  return std::make_unique<Connection>(path_);
}

void SeatReaders::give_back(std::unique_ptr<Connection> connection) {
  const std::lock_guard lock(mutex_);
  idle_.push_back(std::move(connection));
}

void SeatReaders::for_each(size_t n, const Work& work) {
  const tbb::blocked_range<size_t> all(0, n, kAtOnce);
  tbb::parallel_for(all, [&](const tbb::blocked_range<size_t>& some) {
    auto connection = borrow();
    for (size_t i = some.begin(); i < some.end(); ++i) work(connection->reader, i);
    give_back(std::move(connection));
  });
}

}  // namespace sitrep::ledger
