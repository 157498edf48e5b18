#include "ledger/copies.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <span>

#include "incidents/meetings.h"

namespace sitrep::ledger {

namespace {

using incidents::SeatKind;

constexpr size_t kAtOnce = 4000;                     // reports
constexpr std::string_view kUndated = "9999-99-99";  // behind all days

std::vector<uint32_t> each_once(std::vector<uint32_t> reports) {
  std::ranges::sort(reports);
  reports.erase(std::unique(reports.begin(), reports.end()), reports.end());
  return reports;
}

}  // namespace

// Those that changed look for their originals anew, and so do those that no longer meet theirs, or
// may have come to meet an earlier one; all others that the former meet ask only whether one of
// these is an earlier one.
std::vector<uint32_t> Copies::run(const Reach& reach) {
  std::set<uint32_t> pointed = reach.reports;
  pointed.insert(reach.marked.begin(), reach.marked.end());
  std::vector<uint32_t> bereft;
  std::ranges::set_difference(reach.bereft, pointed, std::back_inserter(bereft));
  const auto forlorn = without_originals(bereft);
  pointed.insert(forlorn.begin(), forlorn.end());
  const std::vector<uint32_t> all =
      reach.everything ? reports_.numbers() : std::vector<uint32_t>(pointed.begin(), pointed.end());
  for (size_t i = 0; i < all.size(); i += kAtOnce) {
    const auto some = std::span(all).subspan(i, std::min(kAtOnce, all.size() - i));
    point({some.begin(), some.end()});
  }
  if (!reach.everything) offer({reach.reports.begin(), reach.reports.end()}, pointed);
  return std::move(changed_);
}

Copies::Met Copies::met_by(const std::vector<uint32_t>& reports) {
  std::vector<Sitter> sitters;
  sitters.reserve(reports.size());
  for (const uint32_t report : reports) sitters.push_back(incidents::sitter(report));
  const incidents::Meetings meetings(seats_, sitters, incidents::Meetings::Of::marks);
  Met out;
  out.reserve(reports.size());
  for (size_t i = 0; i < reports.size(); ++i)
    out.push_back(meetings.of_report(i, SeatKind::mark, 1));
  return out;
}

// Those that no longer meet the report that they point to. All others of these only lost company
// that they were no copies of.
std::vector<uint32_t> Copies::without_originals(const std::vector<uint32_t>& bereft) {
  Statement select(database_,
                   "SELECT o.number FROM reports r LEFT JOIN reports o ON o.id = r.duplicate_of "
                   "WHERE r.number = ? AND r.duplicate_of IS NOT NULL");
  std::vector<uint32_t> copies;
  std::vector<std::optional<uint32_t>> originals;
  for (const uint32_t report : bereft) {
    if (!select.bind(report).next()) continue;
    copies.push_back(report);
    originals.emplace_back();
    if (!select.is_null(0)) originals.back() = static_cast<uint32_t>(select.integer(0));
  }
  const Met met = met_by(copies);
  std::vector<uint32_t> out;
  for (size_t i = 0; i < copies.size(); ++i) {
    if (!originals[i] || !std::ranges::binary_search(met[i], *originals[i]))
      out.push_back(copies[i]);
  }
  return out;
}

Copies::Circle Copies::circle_of(const std::vector<uint32_t>& reports) {
  Circle out{met_by(reports), {}};
  std::vector<uint32_t> all = reports;
  for (const auto& some : out.met) all.insert(all.end(), some.begin(), some.end());
  out.originals = read(each_once(std::move(all)));
  return out;
}

Copies::Originals Copies::read(const std::vector<uint32_t>& reports) {
  Statement select(database_,
                   "SELECT id, coalesce(inferred, published), duplicate_of FROM reports "
                   "WHERE number = ?");
  Originals out;
  out.reserve(reports.size());
  for (const uint32_t report : reports) {
    if (!select.bind(report).next()) throw damaged("a sketch without its report");
    Original& o = out[report];
    o.id = select.text(0);
    o.day = select.is_null(1) ? kUndated : select.text(1);
    o.duplicate_of = select.text(2);
  }
  return out;
}

void Copies::take_prints(std::vector<uint32_t> reports, Originals& originals) {
  reports = each_once(std::move(reports));
  Statement select(database_, "SELECT text FROM reports WHERE number = ?");
  std::vector<std::pair<Original*, std::string>> texts;
  for (const uint32_t report : reports) {
    if (!select.bind(report).next()) throw damaged("a sketch without its report");
    texts.emplace_back(&originals.at(report), select.text(0));
  }
  tbb::parallel_for(size_t{0}, texts.size(),
                    [&](size_t i) { texts[i].first->print = fingerprint(texts[i].second); });
}

// Where it points to, if it does.
std::optional<Copies::Original> Copies::original_of(const Original& copy) {
  Statement select(database_, "SELECT id, coalesce(inferred, published) FROM reports WHERE id = ?");
  if (copy.duplicate_of.empty() || !select.bind(copy.duplicate_of).next()) return std::nullopt;
  Original out;
  out.id = select.text(0);
  out.day = select.is_null(1) ? kUndated : select.text(1);
  return out;
}

void Copies::set(uint32_t report, const Original& now, const std::string& original) {
  if (original == now.duplicate_of) return;
  reports_.set_duplicate(report, original);
  changed_.push_back(report);
}

// Each to the earliest of all that it meets.
void Copies::point(const std::vector<uint32_t>& reports) {
  Circle circle = circle_of(reports);
  const Met& met = circle.met;
  Originals& originals = circle.originals;
  std::vector<uint32_t> compared;
  for (size_t i = 0; i < reports.size(); ++i) {
    for (const uint32_t other : met[i]) {
      if (!originals.at(other).before(originals.at(reports[i]))) continue;
      compared.push_back(reports[i]);
      compared.push_back(other);
    }
  }
  take_prints(std::move(compared), originals);
  std::vector<const Original*> earliest(reports.size(), nullptr);
  tbb::parallel_for(size_t{0}, reports.size(), [&](size_t i) {
    const Original& own = originals.at(reports[i]);
    for (const uint32_t other : met[i]) {
      const Original& o = originals.at(other);
      if (!o.before(earliest[i] ? *earliest[i] : own)) continue;
      if (similarity(own.print, o.print) >= kSameWords) earliest[i] = &o;
    }
  });
  for (size_t i = 0; i < reports.size(); ++i)
    set(reports[i], originals.at(reports[i]), earliest[i] ? earliest[i]->id : std::string());
}

// To those that they meet, and that have not been looked at, where they are the earlier ones. What
// points to one of them already is pointed anew: its day may be another.
void Copies::offer(const std::vector<uint32_t>& reports, std::set<uint32_t> pointed) {
  Circle circle = circle_of(reports);
  const Met& met = circle.met;
  Originals& originals = circle.originals;
  std::set<std::string_view> ids;
  for (const uint32_t report : reports) ids.insert(originals.at(report).id);
  std::vector<uint32_t> again;
  for (const auto& [report, original] : originals) {
    if (!ids.contains(original.duplicate_of)) continue;
    if (pointed.insert(report).second) again.push_back(report);
  }
  point(again);
  std::vector<uint32_t> compared;
  std::map<uint32_t, std::vector<const Original*>> offers;
  for (size_t i = 0; i < reports.size(); ++i) {
    const Original& own = originals.at(reports[i]);
    for (const uint32_t other : met[i]) {
      if (pointed.contains(other) || !own.before(originals.at(other))) continue;
      compared.push_back(reports[i]);
      compared.push_back(other);
      offers[other].push_back(&own);
    }
  }
  take_prints(std::move(compared), originals);
  for (const auto& [report, earlier] : offers) {
    const Original& own = originals.at(report);
    std::optional<Original> best = original_of(own);
    for (const Original* o : earlier) {
      if (best && !o->before(*best)) continue;
      if (similarity(own.print, o->print) >= kSameWords) best = *o;
    }
    if (best) set(report, own, best->id);
  }
}

}  // namespace sitrep::ledger
