// One outlet among those that told of the same incidents: what it had first, left out, hedged, or
// said otherwise than others.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "sitrep/incident.h"
#include "sitrep/ledger.h"

namespace sitrep::output {

// Its first report came before every other outlet's. By minutes where both times are known to the
// minute, else by days; of one day without a minute nobody is first.
struct FirstReport {
  std::string incident, report;
  std::string next_outlet, next_report;  // who had it next
  std::optional<int64_t> lead_minutes;
  int64_t lead_days = 0;
};

// Others state a value of a field of which none of its reports says anything.
struct LeftOut {
  std::string incident;
  Field field = Field::type;
  ClaimValue value;                  // that most outlets state
  std::vector<std::string> outlets;  // that do
  std::string claim;                 // one that says so
};

// It says with reserve alone what others say plainly.
struct Hedged {
  std::string incident;
  Field field = Field::type;
  ClaimValue value;
  Certainty certainty = Certainty::possible;  // the firmest of its own
  std::string claim;
  std::vector<std::string> outlets;  // that say it plainly
  std::string plain_claim;
};

// It holds one side of a conflict or denial, and others another.
struct Contradicted {
  std::string incident;
  Field field = Field::type;
  DisagreementKind kind = DisagreementKind::conflict;
  ClaimValue value, others_value;
  std::vector<std::string> claims, others_claims;
  std::vector<std::string> outlets;  // of the other side
};

struct OutletView {
  std::vector<FirstReport> first;
  std::vector<LeftOut> left_out;
  std::vector<Hedged> hedged;
  std::vector<Contradicted> contradicted;
};

using ReportHeads = std::map<std::string, ReportHead, std::less<>>;  // by id

// In the order of the incidents. Copies of another outlet's words are not first with them.
OutletView outlet_view(std::string_view outlet, std::span<const Incident> incidents,
                       const ReportHeads& heads);

// The four lists as members of a JSON object, without its braces. `titles`: of the incidents, by
// id.
std::string outlet_view_members(const OutletView& view,
                                const std::map<std::string, std::string>& titles);

}  // namespace sitrep::output
