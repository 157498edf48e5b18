// What linking asks of whoever keeps the sketches: a ledger, or a set of codings in memory.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "incidents/seats.h"

namespace sitrep::incidents {

struct Row {
  int32_t slot = 0;
  uint32_t rank = 0;  // the order within a slot, from what sits there alone
  Sitter sitter = 0;
};

struct Question {
  Look look;
  size_t most = SIZE_MAX;  // of each slot
};

class Archive {
 public:
  virtual ~Archive() = default;

  // Who sits where `look` looks, by slot, rank and number; of each slot the first `most`.
  virtual std::vector<Row> seated(const Look& look, size_t most) = 0;

  virtual std::shared_ptr<const Sketch> sketch(uint32_t report) = 0;

  // The same of many at once, each in its place, for archives that are faster at that.
  virtual std::vector<std::vector<Row>> seated(std::span<const Question> questions);
  virtual std::vector<std::shared_ptr<const Sketch>> sketches(std::span<const uint32_t> reports);
};

uint32_t rank_of(const Face& face);
uint32_t rank_of(const Sketch& sketch);  // of its report

// The sketches of some codings, sitting in memory.
class MemoryArchive : public Archive {
 public:
  explicit MemoryArchive(std::vector<std::shared_ptr<const Sketch>> sketches);
  using Archive::seated;
  std::vector<Row> seated(const Look& look, size_t most) override;
  std::shared_ptr<const Sketch> sketch(uint32_t report) override { return sketches_[report]; }

 private:
  struct Placed {
    Key key;
    Row row;
  };
  std::vector<std::shared_ptr<const Sketch>> sketches_;
  std::vector<Placed> placed_;  // by key, slot, rank, number
};

}  // namespace sitrep::incidents
