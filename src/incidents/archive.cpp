#include "incidents/archive.h"

#include <algorithm>
#include <tuple>

namespace sitrep::incidents {

uint32_t rank_of(const Face& face) { return static_cast<uint32_t>(face.order >> 32); }
uint32_t rank_of(const Sketch& sketch) { return static_cast<uint32_t>(key(sketch.id) >> 32); }

std::vector<std::vector<Row>> Archive::seated(std::span<const Question> questions) {
  std::vector<std::vector<Row>> out;
  out.reserve(questions.size());
  for (const Question& q : questions) out.push_back(seated(q.look, q.most));
  return out;
}

std::vector<std::shared_ptr<const Sketch>> Archive::sketches(std::span<const uint32_t> reports) {
  std::vector<std::shared_ptr<const Sketch>> out;
  out.reserve(reports.size());
  for (const uint32_t report : reports) out.push_back(sketch(report));
  return out;
}

MemoryArchive::MemoryArchive(std::vector<std::shared_ptr<const Sketch>> sketches)
    : sketches_(std::move(sketches)) {
  for (uint32_t r = 0; r < sketches_.size(); ++r) {
    const Sketch& sketch = *sketches_[r];
    for (const Seat& seat : seats_of(*sketch.story))
      placed_.push_back({seat.key, {seat.slot, rank_of(sketch), sitter(r)}});
    for (size_t i = 0; i < sketch.faces.size(); ++i) {
      for (const Seat& seat : seats_of(sketch.faces[i]))
        placed_.push_back({seat.key, {seat.slot, rank_of(sketch.faces[i]), sitter(r, i)}});
    }
  }
  std::ranges::sort(placed_, {}, [](const Placed& p) {
    return std::tuple(p.key, p.row.slot, p.row.rank, p.row.sitter);
  });
}

std::vector<Row> MemoryArchive::seated(const Look& look, size_t most) {
  std::vector<Row> out;
  auto at = std::ranges::lower_bound(placed_, std::pair(look.key, look.first), {},
                                     [](const Placed& p) { return std::pair(p.key, p.row.slot); });
  size_t in_slot = 0;
  for (; at != placed_.end() && at->key == look.key && at->row.slot <= look.last; ++at) {
    in_slot = !out.empty() && out.back().slot == at->row.slot ? in_slot + 1 : 0;
    if (in_slot < most) out.push_back(at->row);
  }
  return out;
}

}  // namespace sitrep::incidents
