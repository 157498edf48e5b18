// Sketches and seats of a ledger: what linking reads, and what a change of reports does to it.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <set>
#include <vector>

#include "incidents/archive.h"
#include "ledger/sqlite.h"

namespace sitrep::ledger {

using incidents::Sitter;
using incidents::Sketch;

class SeatStore : public incidents::Archive {
 public:
  explicit SeatStore(Database& database);

  std::vector<incidents::Row> seated(const incidents::Look& look, size_t most) override;
  std::shared_ptr<const Sketch> sketch(uint32_t report) override;  // of its seats

  // Null: it has none.
  std::shared_ptr<const Sketch> find_sketch(uint32_t report);
  // Gives seats to reports without any; gives how many events each has.
  std::vector<std::pair<uint32_t, size_t>> seat(
      const std::vector<std::pair<uint32_t, std::string_view>>& sketches);
  void unseat(uint32_t report);

 private:
  void add_seated(int32_t era, const incidents::Look& look, size_t most,
                  std::vector<incidents::Row>& out);
  std::shared_ptr<const Sketch> read(uint32_t report);

  using Sketches = boost::unordered_flat_map<uint32_t, std::shared_ptr<const Sketch>>;
  void forget(uint32_t report);

  Sketches young_;  // asked for lately
  Sketches old_;    // and before that
  Statement seated_;
  Statement sketch_;
  Statement insert_seat_;
  Statement insert_sketch_;
  Statement remove_seat_;
  Statement remove_sketch_;
};

std::shared_ptr<const Sketch> unpacked(std::string_view sketch);  // throws Failed

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
