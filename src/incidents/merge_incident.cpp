// The record of an incident, field by field, from all its members under the group's rule.
#include <algorithm>

#include "incidents/codes.h"
#include "incidents/disagreements.h"
#include "incidents/grade.h"
#include "incidents/group.h"
#include "incidents/rules.h"
#include "incidents/summary.h"
#include "incidents/toll_history.h"

namespace sitrep::incidents {

namespace {

void merge_setting(const Group& group, Incident& out) {
  out.when = merged_when(heard(group, Field::when));
  out.where = merged_where(heard(group, Field::where));
  if (group.rule != Rule::conservative) return;
  const When span = common_span(group);
  if (span.known() && (span.start != out.when.start || span.end != out.when.end)) out.when = span;
  const Where area = common_area(group);
  if (area.precision != PlacePrecision::unknown) out.where = area;
}

void merge_roles(const Group& group, Incident& out) {
  out.perpetrators = merged_perpetrators(heard(group, Field::perpetrators));
  out.instruments = merged_instruments(heard(group, Field::instruments), out.type);
  out.physical_targets =
      merged_items(heard(group, Field::physical_targets), &Event::physical_targets);
  out.human_targets = merged_items(heard(group, Field::human_targets), &Event::human_targets);
}

void merge_harm(const Group& group, Incident& out) {
  out.killed = merged_toll(group, &Event::killed);
  out.wounded = merged_toll(group, &Event::wounded);
  out.abducted = merged_toll(group, &Event::abducted);
  out.damage = merged_damage(heard(group, Field::damage));
  out.toll_history = toll_history(group);
}

void add_support(const Group& group, Incident& out) {
  out.reports = merged_reports(group);
  out.independent_sources = static_cast<int>(group.sources);
  out.sources = group.voices;
  out.claims = merged_claims(group);
  out.disagreements = disagreements(group);
  out.grade = grades(group, out);
  out.confidence = confidence(group, out);
}

void add_codes(const Group& group, Incident& out) {
  out.codes = codes_of(out);
  if (!out.codes.acled_event_type.empty()) out.codes.acled_fatalities = acled_fatalities(group);
  out.codes.ucdp_deaths = ucdp_deaths(out.killed);
}

}  // namespace

Incident merged_incident(const Group& group) {
  Incident out;
  out.type = merged_type(heard(group, Field::type));
  out.phase = merged_phase(group);
  out.outcome = merged_outcome(heard(group, Field::outcome));
  merge_setting(group, out);
  merge_roles(group, out);
  merge_harm(group, out);
  add_support(group, out);
  add_codes(group, out);
  out.summary = summary_of(out, *group.lexicon);
  for (const Member& m : group.members) out.members.push_back(m.report() + "/" + m.event->id);
  return out;
}

}  // namespace sitrep::incidents
