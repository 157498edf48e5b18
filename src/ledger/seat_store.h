// Sketches and seats of a ledger: what linking reads, and what a change of reports does to it.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <optional>
#include <tuple>
#include <vector>

#include "incidents/archive.h"
#include "ledger/seat_reader.h"
#include "ledger/sqlite.h"

namespace sitrep::ledger {

using incidents::Sitter;
using incidents::Sketch;

class SeatStore : public incidents::Archive {
 public:
  // Who else has written to the seats and sketches since the last commit.
  enum class Since : uint8_t { nobody, others };

  // Where nobody has, what is committed is read on several connections.
  explicit SeatStore(Database& database, Since since = Since::others);

  std::vector<incidents::Row> seated(const incidents::Look& look, size_t most) override;
  std::shared_ptr<const Sketch> sketch(uint32_t report) override;  // of its seats
  std::vector<std::vector<incidents::Row>> seated(
      std::span<const incidents::Question> questions) override;
  std::vector<std::shared_ptr<const Sketch>> sketches(std::span<const uint32_t> reports) override;

  // Null: it has none.
  std::shared_ptr<const Sketch> find_sketch(uint32_t report);
  // Gives seats to reports without any; gives how many events each has. They are seen from then on,
  // but written by `write` alone.
  std::vector<std::pair<uint32_t, size_t>> seat(
      const std::vector<std::pair<uint32_t, std::string_view>>& sketches);
  void unseat(uint32_t report);
  void write();

 private:
  // As it lies in the table.
  struct Placed {
    int32_t era;
    int64_t key;
    int32_t slot;
    uint32_t rank;
    Sitter sitter;
    auto tied() const { return std::tie(era, key, slot, rank, sitter); }
    bool operator<(const Placed& o) const { return tied() < o.tied(); }
    bool operator==(const Placed& o) const { return tied() == o.tied(); }
  };

  std::vector<incidents::Row> with_fresh(const incidents::Question& question,
                                         std::vector<incidents::Row> rows) const;
  SeatReaders* readers(size_t questions);
  void keep(std::vector<Placed> placed);
  void remember(uint32_t report, std::shared_ptr<const Sketch> sketch);
  std::shared_ptr<const Sketch> remembered(uint32_t report);
  void forget(uint32_t report);

  using Sketches = boost::unordered_flat_map<uint32_t, std::shared_ptr<const Sketch>>;
  Sketches young_;                      // asked for lately
  Sketches old_;                        // and before that
  std::vector<Placed> fresh_;           // not written yet; sorted
  uint32_t first_fresh_ = UINT32_MAX;   // no report from this one on was there at the last commit
  std::optional<SeatReaders> readers_;  // none: what is committed is not what is to be seen
  SeatReader own_;
  Statement insert_seat_;
  Statement insert_sketch_;
  Statement remove_seat_;
  Statement remove_sketch_;
};

// All seats of a report and its events: calls each(seat, rank, sitter).
template <typename Each>
void each_seat(const Sketch& sketch, uint32_t report, Each&& each) {
  for (const auto& seat : incidents::seats_of(*sketch.story))
    each(seat, incidents::rank_of(sketch), incidents::sitter(report));
  for (size_t i = 0; i < sketch.faces.size(); ++i) {
    for (const auto& seat : incidents::seats_of(sketch.faces[i]))
      each(seat, incidents::rank_of(sketch.faces[i]), incidents::sitter(report, i));
  }
}

}  // namespace sitrep::ledger
