// The small world's ledgers, corrected: incidents are called by one of their members.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "ledger/test_world.h"

namespace sitrep::ledger::test {

// Rejected ones, too.
inline std::vector<Incident> everything(const Ledger& ledger) {
  IncidentFilter all;
  all.rejected = Rejected::shown;
  return ledger.incidents(all).value();
}

inline std::vector<Correction> log_of(const Ledger& ledger, const std::string& id = {}) {
  return ledger.corrections(id).value();
}

inline std::string id_of(const Ledger& ledger, const std::string& member) {
  for (const Incident& incident : everything(ledger)) {
    if (std::ranges::find(incident.members, member) != incident.members.end()) return incident.id;
  }
  return {};
}

inline CorrectionOrder order(CorrectionKind kind, const std::string& member,
                             std::vector<std::string> others = {}) {
  CorrectionOrder out;
  out.kind = kind;
  out.incident = member;
  out.others = std::move(others);
  out.signature = {"ann", "2026-11-29T02:15:00Z", "the ministry's list"};
  return out;
}

inline CorrectionOrder killed(const std::string& member, int64_t n) {
  CorrectionOrder out = order(CorrectionKind::correct, member);
  out.changes = {{CorrectedField::killed, Quantity{.low = n, .best = n, .high = n, .text = {}}}};
  return out;
}

// With the ids of the incidents that hold the members named.
inline CorrectionOrder named(const Ledger& ledger, CorrectionOrder wanted) {
  const auto id = [&](std::string& member) {
    if (const std::string found = id_of(ledger, member); !found.empty()) member = found;
  };
  id(wanted.incident);
  if (wanted.kind == CorrectionKind::merge) std::ranges::for_each(wanted.others, id);
  return wanted;
}

inline int64_t make(Ledger& ledger, const CorrectionOrder& wanted) {
  const auto made = ledger.correct(named(ledger, wanted), knowledge(), code);
  if (!made) throw std::runtime_error(describe(made.error()));
  return made->front().number;
}

inline void merge(Ledger& ledger, const std::string& id, std::vector<std::string> others) {
  make(ledger, order(CorrectionKind::merge, id, std::move(others)));
}

inline int64_t undo(Ledger& ledger, std::optional<int64_t> number = {}) {
  CorrectionOrder back = order(CorrectionKind::undo, "");
  back.undoes = number;
  return make(ledger, back);
}

// Which members each id stands for.
inline std::map<std::string, std::vector<std::string>> standing(const Ledger& ledger) {
  std::map<std::string, std::vector<std::string>> out;
  for (const Incident& incident : everything(ledger)) out[incident.id] = incident.members;
  return out;
}

}  // namespace sitrep::ledger::test
