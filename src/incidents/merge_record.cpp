// Reports, claims and how far the record can be trusted.
#include <algorithm>
#include <cmath>
#include <numeric>

#include "incidents/group.h"

namespace sitrep::incidents {

namespace {

double place_sureness(PlacePrecision p) {
  switch (p) {
    case PlacePrecision::exact:
    case PlacePrecision::near:
    case PlacePrecision::city:
      return 1.0;
    case PlacePrecision::admin1:
      return 0.7;
    case PlacePrecision::country:
      return 0.4;
    default:
      return 0.2;
  }
}

double day_sureness(const When& when) {
  const double basis = when.basis == Basis::inferred ? 0.8 : 1.0;
  switch (when.precision) {
    case DatePrecision::hour:
    case DatePrecision::part_of_day:
    case DatePrecision::day:
      return basis;
    case DatePrecision::week:
      return 0.8 * basis;
    case DatePrecision::month:
      return 0.7 * basis;
    case DatePrecision::year:
      return 0.4 * basis;
    default:
      return 0.3;
  }
}

bool unsure(const Claim& claim) {
  return claim.certainty == Certainty::unverified || claim.certainty == Certainty::possible ||
         claim.certainty == Certainty::suspected;
}

// Nobody vouches for it: all that is said of what happened is said with reserve.
bool all_unsure(const Group& group) {
  bool some = false;
  for (const Member& m : group.members) {
    for (const Claim& claim : m.event->claims) {
      if (claim.field != Field::type || claim.polarity == Polarity::denied) continue;
      if (!unsure(claim)) return false;
      some = true;
    }
  }
  return some;
}

// The number never says more than the grade, nor less than what is confirmed deserves.
double within_grade(double confidence, Grade grade) {
  switch (grade) {
    case Grade::confirmed:
      return confidence + 0.2 * (1 - confidence);
    case Grade::fair:
      return confidence;
    case Grade::weak:
      return std::min(confidence, 0.5);
    case Grade::contested:
      return std::min(confidence, 0.6);
    case Grade::discounted:
      return std::min(confidence, 0.2);
  }
  return confidence;
}

}  // namespace

std::vector<ReportRef> merged_reports(const Group& group) {
  std::vector<ReportRef> out;
  for (const Member& m : group.members) {
    const Report& r = m.coding->report;
    if (out.empty() || out.back().id != r.id)
      out.push_back({r.id, r.uri, r.outlet, r.title, r.published});
  }
  return out;
}

void find_shared_claims(Group& group) {
  std::set<std::string_view> seen;
  for (const Member& m : group.members) {
    for (const Claim& claim : m.event->claims) {
      if (!seen.insert(claim.id).second) group.shared_claims.insert(claim.id);
    }
  }
}

std::string claim_id(const Group& group, const Member& member, const Claim& claim) {
  if (!group.shared_claims.contains(claim.id)) return claim.id;
  return member.report() + "/" + member.event->id + "/" + claim.id;
}

std::vector<Claim> merged_claims(const Group& group) {
  std::vector<Claim> out;
  for (const Member& m : group.members) {
    for (const Claim& claim : m.event->claims) {
      out.push_back(claim);
      out.back().id = claim_id(group, m, claim);
    }
  }
  return out;
}

double confidence(const Group& group, const Incident& incident) {
  const double sources = 1.0 - std::pow(0.5, group.sources);
  const double setting =
      0.4 + 0.3 * place_sureness(incident.where.precision) + 0.3 * day_sureness(incident.when);
  double out = sources * setting;
  for (const Disagreement& d : incident.disagreements) {
    if (d.kind != DisagreementKind::update) out *= 0.93;
  }
  if (all_unsure(group)) out *= 0.7;
  if (incident.grade.record.grade) out = within_grade(out, *incident.grade.record.grade);
  return std::round(out * 1000) / 1000;
}

}  // namespace sitrep::incidents
