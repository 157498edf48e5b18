// What people say against the machine: corrections of a ledger's incidents, each with who, when and
// why. Nothing of them is ever overwritten; what is taken back stays in the log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sitrep/incident.h"

namespace sitrep {

struct Signature {
  std::string by;
  std::string when;  // UTC: "2026-11-29T02:15:00Z"
  std::string reason;
};

// A field of an incident and the value that it is to have.
struct FieldChange {
  CorrectedField field = CorrectedField::type;
  FieldValue value;
};

// What a person asks for.
struct CorrectionOrder {
  CorrectionKind kind = CorrectionKind::correct;
  std::string incident;              // id, or as much of it as no other begins with
  std::vector<FieldChange> changes;  // of correct
  // Of merge: the incidents that it takes in. Of split: the members that leave it, "REPORT/EVENT"
  // or all of a "REPORT".
  std::vector<std::string> others;
  std::optional<int64_t> undoes;  // of undo; empty: the last that is in force
  Signature signature;
};

// A line of the log.
struct Correction {
  int64_t number = 0;  // in the order in which they were made, from 1
  CorrectionKind kind = CorrectionKind::correct;
  std::string incident;  // the id that it was made on
  CorrectedField field = CorrectedField::type;
  FieldValue value;
  FieldValue replaced;
  int64_t undoes = 0;  // of undo: the number of what it takes back
  Signature signature;
  int64_t undone_by = 0;          // 0: in force
  std::vector<std::string> lost;  // members that it spoke of and no report tells of any longer
};

AppliedCorrection applied(const Correction& correction);  // as its incident shows it

}  // namespace sitrep
