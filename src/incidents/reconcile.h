// Events of many reports to incidents: one record for each thing that happened, with agreement and
// disagreement.
#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "incidents/corrections.h"
#include "knowledge/lexicon.h"
#include "sitrep/coding.h"
#include "sitrep/incident.h"

namespace sitrep {

// By first day (undated last), then first member; ids are empty until assign_ids. The same
// incidents for any order of codings (they are sorted by report id first).
// Codings that are near-duplicates of each other, or come from one outlet, count as one source.
// What people said outranks what the events look like.
std::vector<Incident> reconcile(std::span<const Coding> codings, const knowledge::Lexicon& lexicon,
                                const Corrections& corrections = {});

// An event of a coding.
struct EventRef {
  const Coding* coding = nullptr;
  const Event* event = nullptr;
};

// The incident that some events make together, whatever their order.
Incident merge_events(std::vector<EventRef> events, const knowledge::Lexicon& lexicon);

// Gives each incident the id of the previous one that shares most of its members, else a new one
// made from its first member. `previous`: id -> members ("REPORT/EVENT"). A previous id whose
// members were swallowed goes to merged_from. `taken`: ids that others have.
void assign_ids(
    std::vector<Incident>& incidents,
    const std::map<std::string, std::vector<std::string>>& previous,
    const std::function<bool(const std::string&)>& taken = [](const std::string&) {
      return false;
    });

}  // namespace sitrep
