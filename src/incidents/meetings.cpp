#include "incidents/meetings.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>

namespace sitrep::incidents {

namespace {

Key slot_key(Key key, int32_t slot) { return extend(key, static_cast<Key>(slot) + 0x51ED2701u); }

bool crowd(std::span<const Row> rows, const SeatRule& rule) { return rows.size() > rule.most; }

std::span<const Row> first_of(std::span<const Row> rows, const SeatRule& rule) {
  return rows.first(std::min<size_t>(rows.size(), rule.first));
}

bool holds(std::span<const Row> rows, Sitter who) {
  return std::ranges::find(rows, who, &Row::sitter) != rows.end();
}

void add(std::span<const Row> rows, std::vector<Sitter>& out) {
  for (const Row& row : rows) out.push_back(row.sitter);
}

// Looks of one key whose slots touch become one.
std::vector<Look> joined(std::vector<Look> looks) {
  tbb::parallel_sort(looks.begin(), looks.end(), [](const Look& a, const Look& b) {
    return std::pair(a.key, a.first) < std::pair(b.key, b.first);
  });
  std::vector<Look> out;
  for (const Look& look : looks) {
    if (!out.empty() && out.back().key == look.key && look.first <= out.back().last + 1) {
      out.back().last = std::max(out.back().last, look.last);
    } else {
      out.push_back(look);
    }
  }
  return out;
}

// Those that are there at least so often, each once.
void keep_shared(std::vector<Sitter>& found, size_t times) {
  std::ranges::sort(found);
  auto to = found.begin();
  for (auto from = found.begin(); from != found.end();) {
    const auto end = std::find_if(from, found.end(), [&](Sitter s) { return s != *from; });
    if (static_cast<size_t>(end - from) >= times) *to++ = *from;
    from = end;
  }
  found.erase(to, found.end());
}

}  // namespace

Meetings::Meetings(Archive& archive, std::span<const Sitter> events, Of of)
    : guests_(events.size()) {
  std::vector<uint32_t> reports;
  reports.reserve(events.size());
  for (const Sitter who : events) reports.push_back(report_of(who));
  auto sketches = archive.sketches(reports);
  for (size_t i = 0; i < events.size(); ++i) {
    guests_[i].who = events[i];
    guests_[i].sketch = std::move(sketches[i]);
  }
  tbb::parallel_for(size_t{0}, guests_.size(), [&](size_t i) {
    Guest& guest = guests_[i];
    const bool event = of == Of::all && place_of(guest.who) < guest.sketch->faces.size();
    if (event) guest.seats = seats_of(guest.face());
    for (const Seat& seat : seats_of(*guest.sketch->story)) {
      if (of != Of::marks || seat.kind == SeatKind::mark) guest.seats.push_back(seat);
    }
  });
  read(archive);
  read_crowds(archive);
}

std::vector<Look> Meetings::looks_of(const Guest& guest, const Seat& seat) const {
  return of_report_kind(seat.kind) ? looks_from(seat) : looks_from(guest.face(), seat);
}

void Meetings::read(Archive& archive) {
  std::vector<std::vector<Look>> looks(guests_.size());
  tbb::parallel_for(size_t{0}, guests_.size(), [&](size_t i) {
    for (const Seat& seat : guests_[i].seats) {
      if (rule(seat.kind).most == 0) continue;
      const auto more = looks_of(guests_[i], seat);
      looks[i].insert(looks[i].end(), more.begin(), more.end());
    }
  });
  std::vector<Look> all;
  for (const auto& some : looks) all.insert(all.end(), some.begin(), some.end());
  std::vector<Question> questions;
  for (const Look& look : joined(std::move(all)))
    questions.push_back({look, rule(look.kind).most + size_t{1}});
  const auto found = archive.seated(questions);
  for (size_t i = 0; i < questions.size(); ++i) {
    for (const Row& row : found[i])
      seated_[slot_key(questions[i].look.key, row.slot)].push_back(row);
  }
}

void Meetings::read_crowds(Archive& archive) {
  for (const Guest& guest : guests_) {
    for (const Seat& seat : guest.seats) {
      const auto rows = at(seat.key, seat.slot);
      const Sitter who = of_report_kind(seat.kind) ? sitter(report_of(guest.who)) : guest.who;
      if (!crowd(rows, rule(seat.kind)) || !holds(first_of(rows, rule(seat.kind)), who)) continue;
      auto& all = crowded_[slot_key(seat.key, seat.slot)];
      if (all.empty()) all = archive.seated({seat.key, seat.slot, seat.slot, seat.kind}, SIZE_MAX);
    }
  }
}

std::span<const Row> Meetings::at(Key key, int32_t slot) const {
  const auto found = seated_.find(slot_key(key, slot));
  return found == seated_.end() ? std::span<const Row>() : std::span<const Row>(found->second);
}

// Two of one crowd meet when one of them is among its first; others in reach, when neither is lost
// in a crowd.
void Meetings::meet(const Guest& guest, const Seat& seat, std::vector<Sitter>& out) const {
  const SeatRule& r = rule(seat.kind);
  const auto own = at(seat.key, seat.slot);
  const auto all = crowded_.find(slot_key(seat.key, seat.slot));
  if (!crowd(own, r)) {
    if (mixes(seat)) add(own, out);
  } else if (all != crowded_.end() &&
             holds(first_of(own, r),
                   of_report_kind(seat.kind) ? sitter(report_of(guest.who)) : guest.who)) {
    add(all->second, out);
  } else {
    return add(first_of(own, r), out);
  }
  for (const Look& look : looks_of(guest, seat)) {
    for (int32_t slot = look.first; slot <= look.last; ++slot) {
      if (look.key == seat.key && slot == seat.slot) continue;
      const auto rows = at(look.key, slot);
      const SeatRule& there = rule(look.kind);
      add(crowd(rows, there) ? first_of(rows, there) : rows, out);
    }
  }
}

std::vector<Sitter> Meetings::of_event(size_t i) const {
  std::vector<Sitter> out;
  for (const Seat& seat : guests_[i].seats) {
    if (!of_report_kind(seat.kind)) meet(guests_[i], seat, out);
  }
  keep_shared(out, 1);
  std::erase(out, guests_[i].who);
  return out;
}

std::vector<uint32_t> Meetings::of_report(size_t i, SeatKind kind, size_t shared) const {
  std::vector<Sitter> met;
  for (const Seat& seat : guests_[i].seats) {
    if (seat.kind == kind) meet(guests_[i], seat, met);
  }
  keep_shared(met, shared);
  std::vector<uint32_t> out;
  out.reserve(met.size());
  for (const Sitter s : met) out.push_back(report_of(s));
  std::erase(out, report_of(guests_[i].who));
  return out;
}

std::vector<uint32_t> Meetings::of_report(size_t i) const {
  std::vector<uint32_t> out;
  for (const SeatKind kind : {SeatKind::mark, SeatKind::word, SeatKind::word_time}) {
    const auto met = of_report(i, kind, rule(kind).shared);
    out.insert(out.end(), met.begin(), met.end());
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace sitrep::incidents
