#include "ledger/correction_store.h"

#include <set>

#include "core/field_value.h"
#include "ledger/opening.h"

namespace sitrep::ledger {

namespace {

template <typename E>
E word(std::string_view text) {
  const auto value = parse<E>(text);
  if (!value) throw damaged("a correction: \"" + std::string(text) + "\"");
  return *value;
}

FieldValue value_of(CorrectedField field, std::string_view json) {
  auto value = field_value_from_json(field, json);
  if (!value) throw damaged("a correction: " + value.error().message);
  return std::move(*value);
}

Correction row_of(const Statement& found) {
  Correction out;
  out.number = found.integer(0);
  out.kind = word<CorrectionKind>(found.text(1));
  out.incident = found.text(2);
  out.field = word<CorrectedField>(found.text(3));
  out.value = value_of(out.field, found.text(4));
  out.replaced = value_of(out.field, found.text(5));
  out.undoes = found.is_null(6) ? 0 : found.integer(6);
  out.signature = {std::string(found.text(7)), std::string(found.text(8)),
                   std::string(found.text(9))};
  return out;
}

HeldAnchor anchor_row(const Statement& found) {
  auto anchor = anchor_from_json(found.text(4));
  if (!anchor) throw damaged("the anchor of a correction: " + anchor.error().message);
  HeldAnchor out;
  out.anchor = std::move(*anchor);
  out.incident = found.text(0);
  out.leaves = found.integer(1) == 1;
  out.anchor.report = found.text(2);
  out.anchor.event = found.text(3);
  if (!found.is_null(5)) out.member = found.text(5);
  return out;
}

bool has_corrections(Database& database) {
  return database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'corrections'") == 1 &&
         database.integer("SELECT EXISTS (SELECT 1 FROM corrections)") == 1;
}

using Present = std::map<std::string_view, const Coding*>;

Present by_report(const std::vector<Coding>& codings) {
  Present out;
  for (const Coding& coding : codings) out.emplace(coding.report.id, &coding);
  return out;
}

std::optional<std::string> member_in(const Coding& coding, const Anchor& anchor) {
  const Event* event = find_event(anchor, coding);
  return event ? std::optional(coding.report.id + "/" + event->id) : std::nullopt;
}

}  // namespace

CorrectionStore::CorrectionStore(Database& database)
    : database_(database), any_(has_corrections(database)) {}

int64_t CorrectionStore::append(const Correction& c, const std::vector<HeldAnchor>& anchors) {
  const int64_t number = database_.integer("SELECT coalesce(max(number), 0) + 1 FROM corrections");
  const std::string value = to_json(c.value);
  const std::string replaced = to_json(c.replaced);
  const auto undoes = c.undoes ? std::optional(c.undoes) : std::nullopt;
  Statement(database_, "INSERT INTO corrections VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .run(number, name(c.kind), c.incident, name(c.field), value, replaced, undoes, c.signature.by,
           c.signature.when, c.signature.reason);
  Statement insert(database_, "INSERT INTO correction_anchors VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  int position = 0;
  for (const HeldAnchor& held : anchors) {
    const std::string evidence = to_json(held.anchor);
    insert.run(number, position++, held.incident, held.leaves ? 1 : 0, held.anchor.report,
               held.anchor.event, evidence, held.member);
  }
  any_ = true;
  return number;
}

std::vector<Correction> CorrectionStore::all() {
  std::vector<Correction> log;
  if (!any_) return log;
  Statement select(database_,
                   "SELECT number, kind, incident, field, value, replaced, undoes, person, made, "
                   "reason FROM corrections ORDER BY number");
  while (select.next()) log.push_back(row_of(select));
  mark_undone(log);
  Statement lost(database_,
                 "SELECT report || '/' || event FROM correction_anchors WHERE correction = ? AND "
                 "member IS NULL ORDER BY position");
  for (Correction& correction : log) {
    lost.bind(correction.number);
    while (lost.next()) correction.lost.emplace_back(lost.text(0));
  }
  return log;
}

std::vector<HeldAnchor> CorrectionStore::anchors(int64_t correction) {
  Statement select(database_,
                   "SELECT incident, leaves, report, event, evidence, member FROM "
                   "correction_anchors WHERE correction = ? ORDER BY position");
  select.bind(correction);
  std::vector<HeldAnchor> out;
  while (select.next()) out.push_back(anchor_row(select));
  return out;
}

void CorrectionStore::find_again(const std::vector<Coding>& codings) {
  if (!any_) return;
  today_.clear();
  const Present present = by_report(codings);
  Statement update(database_,
                   "UPDATE correction_anchors SET member = ?3 WHERE correction = ?1 AND position "
                   "= ?2 AND member IS NOT ?3");
  for (const Correction& correction : all()) {
    int position = -1;
    for (const HeldAnchor& held : anchors(correction.number)) {
      ++position;
      const std::string& report = report_of_today(held.anchor.report);
      const auto coding = present.find(report);
      if (!report.empty() && coding == present.end()) continue;
      const auto member = report.empty() ? std::nullopt : member_in(*coding->second, held.anchor);
      update.run(correction.number, position, member);
    }
  }
}

std::set<std::string> CorrectionStore::reports() {
  std::set<std::string> out;
  if (!any_) return out;
  today_.clear();
  Statement select(database_, "SELECT DISTINCT report FROM correction_anchors");
  while (select.next()) out.insert(report_of_today(std::string(select.text(0))));
  out.erase("");
  return out;
}

std::vector<std::string> CorrectionStore::members() {
  std::vector<std::string> out;
  if (!any_) return out;
  Statement select(database_,
                   "SELECT DISTINCT member FROM correction_anchors WHERE member IS NOT NULL");
  while (select.next()) out.emplace_back(select.text(0));
  return out;
}

std::vector<HeldCorrection> CorrectionStore::in_force() {
  std::vector<HeldCorrection> out;
  for (const Correction& correction : all()) {
    if (correction.undone_by || correction.kind == CorrectionKind::undo) continue;
    HeldCorrection& held = out.emplace_back();
    held.record = applied(correction);
    const bool parts = correction.kind == CorrectionKind::split;
    for (HeldAnchor& anchor : anchors(correction.number)) {
      if (!anchor.member) continue;
      auto& side = parts && !anchor.leaves ? held.rest : held.members;
      side.push_back(std::move(*anchor.member));
    }
  }
  return out;
}

const std::string& CorrectionStore::report_of_today(const std::string& id) {
  const auto known = today_.find(id);
  return known != today_.end() ? known->second : today_[id] = follow(id);
}

// The id of the version that is current of the report that once had this id; empty: none. An
// earlier version has an address in common with the one that took its place.
std::string CorrectionStore::follow(const std::string& id) {
  Statement current(database_, "SELECT 1 FROM reports WHERE id = ?");
  Statement others(database_,
                   "SELECT r.id FROM report_revisions v JOIN reports r ON r.uri = v.uri WHERE "
                   "v.report = ?1 AND v.uri <> '' UNION ALL "
                   "SELECT o.report FROM report_revisions v JOIN report_revisions o ON o.uri = "
                   "v.uri WHERE v.report = ?1 AND v.uri <> '' AND o.report <> ?1 ORDER BY 1");
  std::vector<std::string> open = {id};
  std::set<std::string> seen = {id};
  for (size_t i = 0; i < open.size(); ++i) {
    if (current.bind(open[i]).next()) return open[i];
    others.bind(open[i]);
    while (others.next()) {
      std::string next(others.text(0));
      if (seen.insert(next).second) open.push_back(std::move(next));
    }
  }
  return {};
}

void mark_undone(std::vector<Correction>& log) {
  for (auto c = log.rbegin(); c != log.rend(); ++c) {
    if (c->kind != CorrectionKind::undo || c->undone_by) continue;
    for (Correction& target : log) {
      if (target.number == c->undoes) target.undone_by = c->number;
    }
  }
}

}  // namespace sitrep::ledger
