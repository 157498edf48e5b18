// What people said against the machine, as reconciling takes it: events that are one incident,
// events that are not, values that outrank the reports', incidents that are none. A value: made
// from a ledger's log once its anchors are found in the reports of today.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "knowledge/lexicon.h"
#include "sitrep/incident.h"

namespace sitrep {

// A correction in force, and the events of today that it speaks of ("REPORT/EVENT").
struct HeldCorrection {
  AppliedCorrection record;
  std::vector<std::string> members;
  std::vector<std::string> rest;  // of a split: the events that the members were taken out from
};

struct Corrections {
  // No event of `one` is in an incident with one of `other`.
  struct Apart {
    std::vector<std::string> one;
    std::vector<std::string> other;
  };
  // A correction that the incident shows which holds most of these events.
  struct Note {
    AppliedCorrection record;
    std::vector<std::string> members;
  };

  std::vector<std::vector<std::string>> together;  // sets of two and more; no two share an event
  std::vector<Apart> apart;
  std::vector<Note> notes;

  bool empty() const { return together.empty() && apart.empty() && notes.empty(); }
};

// In the order in which they were made: a later one outranks what it contradicts of an earlier one.
Corrections corrections_of(std::span<const HeldCorrection> in_force);

// The corrections of one incident, by number.
using Overrides = std::vector<AppliedCorrection>;

// The incident as people want it: values set, what follows from them (summary, codes) made anew,
// the corrections in its record. Of two corrections of a field the later one counts and is shown.
Incident apply(const Overrides& overrides, Incident incident, const knowledge::Lexicon& lexicon);

// All incidents with what people said of them.
std::vector<Incident> correct(std::vector<Incident> incidents, const Corrections& corrections,
                              const knowledge::Lexicon& lexicon);

// For each incident the corrections that it is to show. An incident of which less than half was
// rejected is none that a person ever saw: it stands.
std::vector<Overrides> overrides_of(const Corrections& corrections,
                                    std::span<const Incident> incidents);

}  // namespace sitrep
