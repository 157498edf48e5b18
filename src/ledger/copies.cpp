#include "ledger/copies.h"

#include <tbb/parallel_for.h>

#include <span>

#include "incidents/meetings.h"

namespace sitrep::ledger {

namespace {

using incidents::SeatKind;

constexpr size_t kAtOnce = 4000;                     // reports
constexpr std::string_view kUndated = "9999-99-99";  // behind all days

}  // namespace

std::vector<uint32_t> Copies::run(const Reach& reach) {
  const auto all = reached(reach);
  std::vector<uint32_t> changed;
  for (size_t i = 0; i < all.size(); i += kAtOnce) {
    const auto some = std::span(all).subspan(i, std::min(kAtOnce, all.size() - i));
    point({some.begin(), some.end()}, changed);
  }
  return changed;
}

// What changed, those around, and those that what changed meets now.
std::vector<uint32_t> Copies::reached(const Reach& reach) {
  if (reach.everything) return reports_.numbers();
  std::set<uint32_t> out = reach.reports;
  for (const auto& met : met_by({reach.reports.begin(), reach.reports.end()}))
    out.insert(met.begin(), met.end());
  out.insert(reach.around.begin(), reach.around.end());
  return {out.begin(), out.end()};
}

std::vector<std::vector<uint32_t>> Copies::met_by(const std::vector<uint32_t>& reports) {
  std::vector<Sitter> sitters;
  for (const uint32_t report : reports) sitters.push_back(incidents::sitter(report));
  const incidents::Meetings meetings(seats_, sitters, incidents::Meetings::Of::marks);
  std::vector<std::vector<uint32_t>> out;
  for (size_t i = 0; i < reports.size(); ++i)
    out.push_back(meetings.of_report(i, SeatKind::mark, 1));
  return out;
}

Copies::Originals Copies::read(const std::set<uint32_t>& reports) {
  Statement select(database_,
                   "SELECT id, coalesce(inferred, published), duplicate_of, text FROM reports "
                   "WHERE number = ?");
  Originals out;
  std::vector<std::pair<Original*, std::string>> texts;
  out.reserve(reports.size());
  for (const uint32_t report : reports) {
    if (!select.bind(report).next()) throw damaged("a sketch without its report");
    Original& o = out[report];
    o.id = select.text(0);
    o.day = select.is_null(1) ? kUndated : select.text(1);
    o.duplicate_of = select.text(2);
    texts.emplace_back(&o, select.text(3));
  }
  tbb::parallel_for(size_t{0}, texts.size(),
                    [&](size_t i) { texts[i].first->print = fingerprint(texts[i].second); });
  return out;
}

void Copies::point(const std::vector<uint32_t>& reports, std::vector<uint32_t>& changed) {
  const auto met = met_by(reports);
  std::set<uint32_t> all;
  for (size_t i = 0; i < reports.size(); ++i) {
    all.insert(reports[i]);
    all.insert(met[i].begin(), met[i].end());
  }
  const Originals originals = read(all);
  std::vector<const Original*> earliest(reports.size(), nullptr);
  tbb::parallel_for(size_t{0}, reports.size(), [&](size_t i) {
    const Original& own = originals.at(reports[i]);
    for (const uint32_t other : met[i]) {
      const Original& o = originals.at(other);
      if (!o.before(earliest[i] ? *earliest[i] : own)) continue;
      if (similarity(own.print, o.print) >= kSameWords) earliest[i] = &o;
    }
  });
  for (size_t i = 0; i < reports.size(); ++i) {
    const std::string original = earliest[i] ? earliest[i]->id : std::string();
    if (original == originals.at(reports[i]).duplicate_of) continue;
    reports_.set_duplicate(reports[i], original);
    changed.push_back(reports[i]);
  }
}

}  // namespace sitrep::ledger
