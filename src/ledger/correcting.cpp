#include "ledger/correcting.h"

#include <simdjson.h>

#include <algorithm>
#include <set>

#include "core/field_value.h"
#include "core/text.h"
#include "ledger/adding.h"
#include "ledger/correction_store.h"
#include "ledger/query.h"
#include "ledger/report_store.h"

namespace sitrep::ledger {

namespace {

using Names = std::vector<std::string>;

Failed refused(std::string message) { return Failed(Code::usage, std::move(message)); }

// What a correction writes, and which ids its incidents are to have.
struct Draft {
  std::vector<Correction> lines;
  std::vector<HeldAnchor> anchors;  // the same for each line
  Members ids;
};

Correction line_of(const CorrectionOrder& order, const std::string& incident) {
  Correction line;
  line.kind = order.kind;
  line.incident = incident;
  line.signature = order.signature;
  return line;
}

bool in(const Names& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

class Drafting {
 public:
  Drafting(Database& database, const CorrectionOrder& order) : database_(database), order_(order) {}

  Draft draft() {
    check_texts();
    if (order_.kind == CorrectionKind::undo) return undo();
    if (trim(order_.signature.reason).empty()) throw refused("a correction needs a reason");
    incident_ = find_incident(database_, order_.incident);
    switch (order_.kind) {
      case CorrectionKind::correct:
        return correct();
      case CorrectionKind::merge:
        return merge();
      case CorrectionKind::split:
        return split();
      default:
        return reject();
    }
  }

 private:
  void check_texts() const {
    if (trim(order_.signature.by).empty()) throw refused("a correction needs a name");
    std::string all = order_.signature.by + order_.signature.reason + order_.signature.when;
    for (const FieldChange& change : order_.changes) all += to_json(change.value);
    if (!simdjson::validate_utf8(all.data(), all.size())) throw refused("a text is no UTF-8");
  }

  Draft correct() {
    if (order_.changes.empty()) throw refused("nothing is given to correct");
    Draft out;
    std::set<CorrectedField> given;
    for (const FieldChange& change : order_.changes) {
      if (!given.insert(change.field).second)
        throw refused(std::string(name(change.field)) + " is given twice");
      Correction& line = out.lines.emplace_back(line_of(order_, incident_.id));
      line.field = change.field;
      line.value = change.value;
      line.replaced = field_value(incident_, change.field);
    }
    hold(incident_, out);
    return out;
  }

  Draft merge() {
    if (order_.others.empty()) throw refused("no other incident is given to merge");
    Draft out;
    Names all = incident_.members;
    Names ids;
    hold(incident_, out);
    for (const std::string& id : order_.others) {
      const Incident other = find_incident(database_, id);
      if (other.id == incident_.id || in(ids, other.id))
        throw refused("\"" + id + "\" is an incident that is given already: " + other.id);
      ids.push_back(other.id);
      all.insert(all.end(), other.members.begin(), other.members.end());
      hold(other, out);
    }
    Correction& line = out.lines.emplace_back(line_of(order_, incident_.id));
    line.field = CorrectedField::members;
    line.value = ids;
    ids.insert(ids.begin(), incident_.id);
    line.replaced = ids;
    out.ids[incident_.id] = all;
    return out;
  }

  Draft split() {
    if (order_.others.empty()) throw refused("no report is given to split off");
    Names leaving;
    for (const std::string& wanted : order_.others) choose(wanted, leaving);
    Draft out;
    hold(incident_, out);
    Names staying;
    for (HeldAnchor& held : out.anchors) {
      held.leaves = in(leaving, held.anchor.member());
      if (!held.leaves) staying.push_back(held.anchor.member());
    }
    if (staying.empty()) throw refused("nothing would be left of " + incident_.id);
    Correction& line = out.lines.emplace_back(line_of(order_, incident_.id));
    line.field = CorrectedField::members;
    line.value = leaving;
    line.replaced = Names{incident_.id};
    out.ids[incident_.id] = staying;
    return out;
  }

  // An event as it is named, else all events of a report, whose id may be cut short.
  void choose(const std::string& wanted, Names& leaving) const {
    Names chosen;
    std::set<std::string_view> reports;
    for (const std::string& member : incident_.members) {
      if (member == wanted) return add(member, leaving);
      const std::string_view report = split_member(member).report;
      if (wanted.empty() || !report.starts_with(wanted)) continue;
      chosen.push_back(member);
      reports.insert(report);
    }
    if (reports.contains(wanted)) {
      std::erase_if(chosen, [&](const auto& m) { return split_member(m).report != wanted; });
    } else if (reports.size() > 1) {
      throw Failed(Code::not_found,
                   "several reports of " + incident_.id + " begin with \"" + wanted + "\"");
    }
    if (chosen.empty())
      throw Failed(Code::not_found, "no report or event \"" + wanted + "\" in " + incident_.id);
    for (const std::string& member : chosen) add(member, leaving);
  }

  static void add(const std::string& member, Names& to) {
    if (!in(to, member)) to.push_back(member);
  }

  Draft reject() {
    if (is_rejected(incident_)) throw refused(incident_.id + " is rejected already");
    Draft out;
    Correction& line = out.lines.emplace_back(line_of(order_, incident_.id));
    line.field = CorrectedField::rejected;
    hold(incident_, out);
    return out;
  }

  Draft undo() {
    const std::vector<Correction> log = CorrectionStore(database_).all();
    const Correction& target = order_.undoes ? numbered(log, *order_.undoes) : last(log);
    if (target.undone_by) {
      throw refused("correction " + std::to_string(target.number) + " was taken back by " +
                    std::to_string(target.undone_by));
    }
    Draft out;
    Correction& line = out.lines.emplace_back(line_of(order_, target.incident));
    line.field = target.field;
    line.undoes = target.number;
    const auto [made, again] = root_of(log, target);
    give_ids(made, again, out.ids);
    return out;
  }

  static const Correction& numbered(const std::vector<Correction>& log, int64_t number) {
    const auto found = std::ranges::find(log, number, &Correction::number);
    if (found == log.end())
      throw Failed(Code::not_found, "no correction " + std::to_string(number));
    return *found;
  }

  static const Correction& last(const std::vector<Correction>& log) {
    for (auto c = log.rbegin(); c != log.rend(); ++c) {
      if (c->kind != CorrectionKind::undo && !c->undone_by) return *c;
    }
    throw Failed(Code::not_found, "no correction is in force");
  }

  // What an undo comes down to: a correction, and whether it holds again.
  static std::pair<Correction, bool> root_of(const std::vector<Correction>& log,
                                             const Correction& target) {
    bool again = false;
    const Correction* c = &target;
    for (; c->kind == CorrectionKind::undo; again = !again) c = &numbered(log, c->undoes);
    return {*c, again};
  }

  // Incidents get back the ids that they had before a merge or a split, or after it.
  void give_ids(const Correction& made, bool again, Members& ids) {
    if (made.kind != CorrectionKind::merge && made.kind != CorrectionKind::split) return;
    Names all;
    Members parts;
    for (const HeldAnchor& held : CorrectionStore(database_).anchors(made.number)) {
      if (!held.member) continue;
      all.push_back(*held.member);
      if (!held.leaves) parts[held.incident].push_back(*held.member);
    }
    const bool whole = again == (made.kind == CorrectionKind::merge);
    if (whole) return give_all(made.incident, all, ids);
    for (auto& [id, members] : parts) {
      if (id != made.incident && !stands(id)) ids[id] = members;
    }
    // What came since goes where it looks like: only what was its own holds the id.
    const Names& own = parts[made.incident];
    if (stands(made.incident) && !own.empty()) ids[made.incident] = own;
  }

  void give_all(const std::string& id, const Names& members, Members& ids) {
    if (!stands(id)) return;
    Names all = standing_members(id);
    for (const std::string& member : members) add(member, all);
    ids[id] = all;
  }

  bool stands(const std::string& id) {
    return Statement(database_, "SELECT 1 FROM incidents WHERE id = ?").bind(id).next();
  }

  Names standing_members(const std::string& id) {
    Statement select(database_,
                     "SELECT member FROM incident_members WHERE incident = ? ORDER BY position");
    select.bind(id);
    Names out;
    while (select.next()) out.emplace_back(select.text(0));
    return out;
  }

  // Takes down what the reports say of each event of an incident.
  void hold(const Incident& incident, Draft& out) {
    Names reports;
    for (const ReportRef& report : incident.reports) reports.push_back(report.id);
    for (const Filed& row : ReportStore(database_).some(reports)) {
      const Coding& coding = row.current();
      for (const Event& event : coding.events) {
        Anchor anchor = anchor_of(coding, event);
        if (!in(incident.members, anchor.member())) continue;
        const std::string member = anchor.member();
        out.anchors.push_back({std::move(anchor), incident.id, false, member});
      }
    }
  }

  Database& database_;
  const CorrectionOrder& order_;
  Incident incident_;
};

std::vector<Correction> write(Database& database, const Draft& draft) {
  CorrectionStore store(database);
  std::set<int64_t> numbers;
  for (const Correction& line : draft.lines) numbers.insert(store.append(line, draft.anchors));
  std::vector<Correction> log = store.all();
  std::erase_if(log, [&](const Correction& c) { return !numbers.contains(c.number); });
  return log;
}

// The numbers of those that were made on an incident or speak of its events.
std::set<int64_t> numbers_of(Database& database, const std::string& id) {
  Statement select(database,
                   "SELECT number FROM corrections WHERE incident = ?1 UNION "
                   "SELECT correction FROM correction_anchors WHERE incident = ?1 UNION "
                   "SELECT a.correction FROM correction_anchors a JOIN incident_members m ON "
                   "m.member = a.member WHERE m.incident = ?1");
  select.bind(id);
  std::set<int64_t> out;
  while (select.next()) out.insert(select.integer(0));
  return out;
}

std::string standing_id(Database& database, const std::string& id) {
  Statement named(database, "SELECT 1 FROM corrections WHERE incident = ?");
  return named.bind(id).next() ? id : find_incident(database, id).id;
}

}  // namespace

std::vector<Correction> make_correction(Database& database, const CorrectionOrder& order,
                                        const Knowledge& knowledge, const Ledger::Recode& recode) {
  Transaction transaction(database);
  const Draft draft = Drafting(database, order).draft();
  std::vector<Correction> lines = write(database, draft);
  Change change;
  change.ids = draft.ids;
  reconcile_reports(database, change, knowledge, recode);
  transaction.commit();
  return lines;
}

std::vector<Correction> find_corrections(Database& database, const std::string& incident) {
  std::vector<Correction> log = CorrectionStore(database).all();
  if (incident.empty()) return log;
  const std::string id =
      log.empty() ? find_incident(database, incident).id : standing_id(database, incident);
  std::set<int64_t> numbers = log.empty() ? std::set<int64_t>() : numbers_of(database, id);
  for (const Correction& c : log) {
    if (c.undoes && numbers.contains(c.undoes)) numbers.insert(c.number);
  }
  std::erase_if(log, [&](const Correction& c) { return !numbers.contains(c.number); });
  return log;
}

}  // namespace sitrep::ledger
