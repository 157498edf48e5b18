#include "ledger/seating.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

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
  Rates rates;
  if (!reach.everything) {
    slots = slots_of(slice);
    rates.days = days_of(slots);
    rates.before = incidents::steps_on(seats_, rates.days);
    look_before(slots, reach);
  }
  for (const Pending& pending : slice) take_out(pending, reach);
  put_in(slice, reach);
  Statement remove(database_, "DELETE FROM pending WHERE report = ?");
  for (const Pending& pending : slice) remove.run(pending.report);
  if (reach.everything) return;
  rates.after = incidents::steps_on(seats_, rates.days);
  compare_rates(rates, reach);
  look_after(slots, slice);
  compare(slots, reach);
}

// All slots that the slice leaves or takes.
Seating::Slots Seating::slots_of(const std::vector<Pending>& slice) {
  std::vector<std::vector<Slot>> of_each(slice.size());
  const auto note = [&](size_t i, const Sketch& sketch, bool left) {
    each_seat(sketch, slice[i].report, [&](const auto& seat, uint32_t, Sitter) {
      of_each[i].push_back({seat, left, left ? 0u : 1u, {}, {}});
    });
  };
  for (size_t i = 0; i < slice.size(); ++i) {
    if (const auto old = seats_.find_sketch(slice[i].report)) note(i, *old, true);
  }
  tbb::parallel_for(size_t{0}, slice.size(), [&](size_t i) {
    if (!slice[i].sketch.empty()) note(i, *unpacked(slice[i].sketch), false);
  });
  Slots all;
  for (auto& some : of_each) std::ranges::move(some, std::back_inserter(all));
  const auto place = [](const Slot& s) { return std::pair(s.seat.key, s.seat.slot); };
  tbb::parallel_sort(all.begin(), all.end(),
                     [&](const Slot& a, const Slot& b) { return place(a) < place(b); });
  Slots out;
  for (Slot& slot : all) {
    if (out.empty() || place(out.back()) != place(slot)) {
      out.push_back(std::move(slot));
    } else {
      out.back().left |= slot.left;
      out.back().coming += slot.coming;
    }
  }
  return out;
}

std::vector<incidents::Look> Seating::days_of(const Slots& slots) {
  std::vector<incidents::Seat> seats;
  for (const Slot& slot : slots) {
    if (incidents::tells_rates(slot.seat.kind)) seats.push_back(slot.seat);
  }
  return incidents::days_around(std::move(seats));
}

// Takes from a slot's rows whether it is a crowd, and who comes first in it.
void Seating::look(const std::vector<incidents::Row>& rows, SeatKind kind, Sight& sight) {
  const auto& rule = incidents::rule(kind);
  sight.crowd = rule.most > 0 && rows.size() > rule.most;
  if (!sight.crowd) return;
  for (size_t i = 0; i < std::min<size_t>(rows.size(), rule.first); ++i)
    sight.first.push_back(rows[i].sitter);
}

// Slots that somebody leaves: whether they are crowds. Reports that sit where one leaves lose
// company. (Who finds company where one comes is met by that.)
void Seating::look_before(Slots& slots, Reach& reach) {
  for (Slot& slot : slots) {
    if (!slot.left) continue;
    const SeatKind kind = slot.seat.kind;
    look(seats_.seated(incidents::slot_of(slot.seat), incidents::rule(kind).most + size_t{1}), kind,
         slot.before);
    if (!of_reports(kind) || slot.before.crowd) continue;
    for (const uint32_t report : company_at(slot.seat)) {
      reach.around.insert(report);
      if (kind == SeatKind::mark) reach.bereft.insert(report);
    }
  }
}

// As many as tell a crowd and, where nobody left, some more: those that were there before are then
// those that are there now, less the slice's.
void Seating::look_after(Slots& slots, const std::vector<Pending>& slice) {
  boost::unordered_flat_set<uint32_t> fresh;
  for (const Pending& pending : slice) fresh.insert(pending.report);
  std::vector<Slot*> asked;
  std::vector<incidents::Question> questions;
  for (Slot& slot : slots) {
    const size_t most = incidents::rule(slot.seat.kind).most;
    if (most == 0) continue;  // it is never a crowd
    asked.push_back(&slot);
    questions.push_back({incidents::slot_of(slot.seat), most + 1 + (slot.left ? 0 : slot.coming)});
  }
  auto found = seats_.seated(questions);
  for (size_t i = 0; i < asked.size(); ++i) {
    Slot& slot = *asked[i];
    look(found[i], slot.seat.kind, slot.after);
    if (slot.left || !slot.after.crowd) continue;
    std::erase_if(found[i], [&](const auto& row) { return fresh.contains(report_of(row.sitter)); });
    look(found[i], slot.seat.kind, slot.before);
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
  for (const Slot& slot : slots) {
    const incidents::Seat& seat = slot.seat;
    const Sight& before = slot.before;
    const Sight& after = slot.after;
    if (before.crowd == after.crowd && before.first == after.first) continue;
    std::vector<Sitter> sitting;
    for (const auto& row : seats_.seated(incidents::slot_of(seat), SIZE_MAX))
      sitting.push_back(row.sitter);
    const bool found = finds_company(slot, reach);
    if (seat.kind == SeatKind::mark) {
      for (const uint32_t report : company_at(seat)) {
        reach.around.insert(report);
        (found ? reach.marked : reach.bereft).insert(report);
      }
    } else if (of_reports(seat.kind)) {
      for (const Sitter who : sitting) reach.around.insert(report_of(who));
    }
    if (before.crowd && after.crowd) sitting = in_one_alone(before.first, after.first);
    for (const Sitter who : sitting)
      reach_sitter(who, seat.kind, found ? reach.doubtful : reach.losing);
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
void Seating::compare_rates(const Rates& rates, Reach& reach) {
  for (size_t i = 0; i < rates.days.size(); ++i) {
    const incidents::Look& days = rates.days[i];
    for (size_t d = 0; d < rates.after[i].size(); ++d) {
      if (incidents::weigh_alike(days.kind, rates.before[i][d], rates.after[i][d])) continue;
      const incidents::Seat seat{days.key, days.first + static_cast<int32_t>(d), days.kind};
      reach_seat(seat, reach);
      if (days.kind != SeatKind::name_day) reach_seat(incidents::aside_of(seat), reach);
    }
  }
}

void Seating::reach_seat(const incidents::Seat& seat, Reach& reach) {
  for (const auto& row : seats_.seated(incidents::slot_of(seat), SIZE_MAX))
    reach.doubtful.insert(row.sitter);
}

}  // namespace sitrep::ledger
