// The record of an incident, field by field, from all its members under the group's rule.
#include <algorithm>

#include "incidents/codes.h"
#include "incidents/disagreements.h"
#include "incidents/grade.h"
#include "incidents/group.h"
#include "incidents/kinship.h"
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

// Who was arrested or what was seized afterwards is no part of what was done.
Group deed_of(const Group& group) {
  const auto aftermath = [](const Member& m) { return custody(m.event->type); };
  const auto deed = [](const Member& m) { return harms(m.event->type); };
  Group out = group;
  if (std::ranges::any_of(group.members, deed)) std::erase_if(out.members, aftermath);
  return out;
}

void add_reports(const Group& group, Incident& out) {
  out.reports = merged_reports(group);
  out.independent_sources = static_cast<int>(group.sources);
  out.sources = group.voices;
  out.claims = merged_claims(group);
  for (const Member& m : group.members) out.members.push_back(m.report() + "/" + m.event->id);
}

void add_trust(const Group& group, const Group& whole, Incident& out) {
  out.disagreements = disagreements(group, whole);
  out.grade = grades(group, out);
  out.confidence = confidence(group, out);
}

void add_codes(const Group& group, Incident& out) {
  out.codes = codes_of(out);
  if (!out.codes.acled_event_type.empty()) out.codes.acled_fatalities = acled_fatalities(group);
  out.codes.ucdp_deaths = ucdp_deaths(out.killed);
}

}  // namespace

Incident merged_incident(const Group& whole) {
  const Group group = deed_of(whole);
  Incident out;
  out.type = merged_type(heard(group, Field::type));
  out.phase = merged_phase(group);
  out.outcome = merged_outcome(heard(group, Field::outcome));
  merge_setting(group, out);
  merge_roles(group, out);
  merge_harm(group, out);
  add_reports(whole, out);
  add_trust(group, whole, out);
  add_codes(group, out);
  out.summary = summary_of(out, *group.lexicon);
  return out;
}

}  // namespace sitrep::incidents
