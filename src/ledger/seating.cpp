#include "ledger/seating.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>
#include <iterator>

#include "incidents/base_rate.h"

namespace sitrep::ledger {

namespace {

using incidents::report_of;
using incidents::sitter;

constexpr size_t kSlice = 4000;    // reports
constexpr int64_t kLargeStep = 1;  // of so many reports one pending: all is looked at anew

bool of_reports(SeatKind kind) { return kind >= SeatKind::mark; }

std::vector<Sitter> in_one_alone(std::vector<Sitter> a, std::vector<Sitter> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  std::vector<Sitter> out;
  std::ranges::set_symmetric_difference(a, b, std::back_inserter(out));
  return out;
}

}  // namespace

void Seating::run(Reach& reach) {
  if (is_large_step()) reach.everything = true;
  for (auto slice = next(kSlice); !slice.empty(); slice = next(kSlice)) seat(slice, reach);
  for (const int64_t component : components_) {
    const auto left = events_.of_component(component);
    for (const Standing& s : left) reach.company.insert(s.event);
    if (left.empty()) events_.remove_pairs(component);
  }
  if (!reach.everything) return;
  for (const Sitter event : events_.all()) reach.fresh.insert(event);
}

// Counts no more of what is seated than it takes to tell.
bool Seating::is_large_step() {
  const int64_t enough = database_.integer("SELECT count(*) FROM pending") * kLargeStep;
  Statement seated(database_, "SELECT count(*) FROM (SELECT 1 FROM sketches LIMIT ?)");
  return seated.bind(enough).next() && seated.integer(0) < enough;
}

std::vector<Seating::Pending> Seating::next(size_t most) {
  Statement select(database_, "SELECT report, sketch FROM pending ORDER BY report LIMIT ?");
  std::vector<Pending> out;
  select.bind(most);
  while (select.next())
    out.push_back({static_cast<uint32_t>(select.integer(0)), std::string(select.blob(1))});
  return out;
}

void Seating::seat(const std::vector<Pending>& slice, Reach& reach) {
  Slots slots;
  if (!reach.everything) {
    slots = slots_of(slice);
    look_before(slots, reach);
  }
  for (const Pending& pending : slice) take_out(pending, reach);
  put_in(slice, reach);
  Statement remove(database_, "DELETE FROM pending WHERE report = ?");
  for (const Pending& pending : slice) remove.run(pending.report);
  if (reach.everything) return;
  look_after(slots, slice);
  compare(slots, reach);
}

// All slots that the slice leaves or takes.
Seating::Slots Seating::slots_of(const std::vector<Pending>& slice) {
  Slots slots;
  const auto note = [&](const Sketch& sketch, uint32_t report, bool left) {
    each_seat(sketch, report, [&](const auto& seat, uint32_t, Sitter) {
      Slot& slot = slots[{seat.key, seat.slot}];
      slot.kind = seat.kind;
      slot.left |= left;
      slot.coming += left ? 0 : 1;
    });
  };
  for (const Pending& pending : slice) {
    if (const auto old = seats_.find_sketch(pending.report)) note(*old, pending.report, true);
    if (!pending.sketch.empty()) note(*unpacked(pending.sketch), pending.report, false);
  }
  return slots;
}

// Takes from a slot's rows whether it is a crowd, and who comes first in it.
void Seating::look(const std::vector<incidents::Row>& rows, SeatKind kind, Sight& sight) {
  const auto& rule = incidents::rule(kind);
  sight.crowd = rule.most > 0 && rows.size() > rule.most;
  if (!sight.crowd) return;
  for (size_t i = 0; i < std::min<size_t>(rows.size(), rule.first); ++i)
    sight.first.push_back(rows[i].sitter);
}

// As many as tell a crowd, and some more.
std::vector<incidents::Row> Seating::rows_at(const incidents::Seat& seat, size_t more) {
  return seats_.seated(incidents::slot_of(seat), incidents::rule(seat.kind).most + 1 + more);
}

// The rates, and of slots that somebody leaves whether they are crowds. Reports that sit where one
// leaves lose company. (Who finds company where one comes is met by that.)
void Seating::look_before(Slots& slots, Reach& reach) {
  for (auto& [at, slot] : slots) {
    const incidents::Seat seat{at.first, at.second, slot.kind};
    if (incidents::tells_rates(slot.kind))
      slot.before.steps = incidents::steps_around(seats_, seat);
    if (!slot.left) continue;
    look(rows_at(seat, 0), slot.kind, slot.before);
    if (!of_reports(slot.kind) || slot.before.crowd) continue;
    for (const uint32_t report : company_at(seat)) {
      reach.around.insert(report);
      if (slot.kind == SeatKind::mark) reach.bereft.insert(report);
    }
  }
}

// Where nobody left, those that were there before are those that are there now, less the slice's.
void Seating::look_after(Slots& slots, const std::vector<Pending>& slice) {
  boost::unordered_flat_set<uint32_t> fresh;
  for (const Pending& pending : slice) fresh.insert(pending.report);
  for (auto& [at, slot] : slots) {
    const incidents::Seat seat{at.first, at.second, slot.kind};
    if (incidents::tells_rates(slot.kind)) slot.after.steps = incidents::steps_around(seats_, seat);
    auto rows = rows_at(seat, slot.left ? 0 : slot.coming);
    look(rows, slot.kind, slot.after);
    if (slot.left || !slot.after.crowd) continue;
    std::erase_if(rows, [&](const auto& row) { return fresh.contains(report_of(row.sitter)); });
    look(rows, slot.kind, slot.before);
  }
}

// All reports that a report's seat looks at.
std::vector<uint32_t> Seating::company_at(const incidents::Seat& seat) {
  std::vector<uint32_t> out;
  for (const incidents::Look& look : incidents::looks_from(seat)) {
    for (const auto& row : seats_.seated(look, SIZE_MAX)) out.push_back(report_of(row.sitter));
  }
  return out;
}

void Seating::take_out(const Pending& pending, Reach& reach) {
  reach.reports.erase(pending.report);
  reach.around.erase(pending.report);
  reach.marked.erase(pending.report);
  reach.bereft.erase(pending.report);
  const auto old = seats_.find_sketch(pending.report);
  if (!old) return;
  for (size_t i = 0; i < old->faces.size(); ++i) {
    const Sitter event = sitter(pending.report, i);
    reach.fresh.erase(event);
    reach.doubtful.erase(event);
    reach.losing.erase(event);
    reach.company.erase(event);
    const auto standing = events_.find(event);
    if (!standing) continue;
    reach.lost[standing->incident].push_back(old->id + "/" + old->faces[i].event);
    components_.insert(standing->component);
    events_.remove(event);
  }
  seats_.unseat(pending.report);
}

void Seating::put_in(const std::vector<Pending>& slice, Reach& reach) {
  std::vector<std::pair<uint32_t, std::string_view>> fresh;
  for (const Pending& pending : slice) {
    if (!pending.sketch.empty()) fresh.emplace_back(pending.report, pending.sketch);
  }
  for (const auto& [report, faces] : seats_.seat(fresh)) {
    reach.reports.insert(report);
    for (size_t i = 0; i < faces; ++i) reach.fresh.insert(sitter(report, i));
  }
}

// Who meets whom changes for all that sit at a slot when it becomes a crowd or is none any longer;
// in a crowd that stays one, for those that come to be among its first or drop out of them.
void Seating::compare(const Slots& slots, Reach& reach) {
  for (const auto& [at, slot] : slots) {
    const incidents::Seat seat{at.first, at.second, slot.kind};
    const Sight& before = slot.before;
    const Sight& after = slot.after;
    if (before.steps != after.steps) compare_rates(seat, slot, reach);
    if (before.crowd == after.crowd && before.first == after.first) continue;
    std::vector<Sitter> sitting;
    for (const auto& row : seats_.seated(incidents::slot_of(seat), SIZE_MAX))
      sitting.push_back(row.sitter);
    const bool found = finds_company(slot, reach);
    if (slot.kind == SeatKind::mark) {
      for (const uint32_t report : company_at(seat)) {
        reach.around.insert(report);
        (found ? reach.marked : reach.bereft).insert(report);
      }
    } else if (of_reports(slot.kind)) {
      for (const Sitter who : sitting) reach.around.insert(report_of(who));
    }
    if (before.crowd && after.crowd) sitting = in_one_alone(before.first, after.first);
    for (const Sitter who : sitting)
      reach_sitter(who, slot.kind, found ? reach.doubtful : reach.losing);
  }
}

// Do any that sat there before meet now that did not? Those that came look for company themselves.
bool Seating::finds_company(const Slot& slot, const Reach& reach) {
  const Sight& before = slot.before;
  const Sight& after = slot.after;
  if (!before.crowd) return false;
  return !after.crowd || std::ranges::any_of(after.first, [&](Sitter who) {
    return std::ranges::find(before.first, who) == before.first.end() &&
           !reach.reports.contains(report_of(who));
  });
}

// An event, or all of a report.
void Seating::reach_sitter(Sitter who, SeatKind kind, std::set<Sitter>& reached) {
  if (!of_reports(kind)) {
    reached.insert(who);
    return;
  }
  const auto sketch = seats_.find_sketch(report_of(who));
  if (!sketch) return;  // it went, with its components
  for (size_t i = 0; i < sketch->faces.size(); ++i) reached.insert(sitter(report_of(who), i));
}

// The rates of a day change for all that sit there on that day, where they weigh another way.
void Seating::compare_rates(const incidents::Seat& at, const Slot& slot, Reach& reach) {
  for (size_t i = 0; i < slot.after.steps.size(); ++i) {
    const auto [day, step] = slot.after.steps[i];
    if (incidents::weigh_alike(at.kind, slot.before.steps[i].second, step)) continue;
    const incidents::Seat seat{at.key, day, at.kind};
    reach_seat(seat, reach);
    if (at.kind != SeatKind::name_day) reach_seat(incidents::aside_of(seat), reach);
  }
}

void Seating::reach_seat(const incidents::Seat& seat, Reach& reach) {
  for (const auto& row : seats_.seated(incidents::slot_of(seat), SIZE_MAX))
    reach.doubtful.insert(row.sitter);
}

}  // namespace sitrep::ledger
