// Which events meet: those that sit at seats in reach of each other, and those whose reports do.
// Whether two meet depends on who sits there, not on who came first.
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <span>
#include <vector>

#include "incidents/archive.h"

namespace sitrep::incidents {

class Meetings {
 public:
  enum class Of : uint8_t { all, reports, marks };  // the seats that are looked at

  // Reads the seats that these events and their reports look at.
  Meetings(Archive& archive, std::span<const Sitter> events, Of of = Of::all);

  // Whom the i-th event meets; may be asked on several threads.
  std::vector<Sitter> of_event(size_t i) const;
  // Which reports meet the report of the i-th event.
  std::vector<uint32_t> of_report(size_t i) const;
  // The same by one kind of seat, of which they share so many.
  std::vector<uint32_t> of_report(size_t i, SeatKind kind, size_t shared) const;

 private:
  struct Guest {
    Sitter who = 0;
    std::vector<Seat> seats;  // the event's, then its report's
    std::shared_ptr<const Sketch> sketch;
    const Face& face() const { return sketch->faces[place_of(who)]; }
  };
  using Crowds = boost::unordered_flat_map<Key, std::vector<Row>>;  // by key and slot

  static bool of_report_kind(SeatKind kind) { return kind >= SeatKind::mark; }
  std::vector<Look> looks_of(const Guest& guest, const Seat& seat) const;
  void read(Archive& archive);
  void read_crowds(Archive& archive);
  void meet(const Guest& guest, const Seat& seat, std::vector<Sitter>& out) const;
  std::span<const Row> at(Key key, int32_t slot) const;

  std::vector<Guest> guests_;
  Crowds seated_;   // one more than may meet freely, where there are more
  Crowds crowded_;  // all of a crowd that one of the guests is among the first of
};

// All events that one meets: by its own seats, all of the reports that its report meets, and the
// next few of its own report. Sorted; `sketch_of(report)` gives a sketch.
template <typename SketchOf>
std::vector<Sitter> everyone_met(Sitter who, std::vector<Sitter> met,
                                 const std::vector<uint32_t>& reports, SketchOf&& sketch_of) {
  constexpr size_t kNextFew = 32;
  for (const uint32_t report : reports) {
    for (size_t i = 0; i < sketch_of(report)->faces.size(); ++i) met.push_back(sitter(report, i));
  }
  const size_t own = place_of(who);
  const size_t events = sketch_of(report_of(who))->faces.size();
  for (size_t i = own - std::min(own, kNextFew); i < std::min(events, own + kNextFew + 1); ++i) {
    if (i != own) met.push_back(sitter(report_of(who), i));
  }
  std::sort(met.begin(), met.end());
  met.erase(std::unique(met.begin(), met.end()), met.end());
  return met;
}

}  // namespace sitrep::incidents
