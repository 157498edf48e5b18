#include "incidents/reconcile.h"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "core/dates.h"
#include "incidents/archive.h"
#include "incidents/codes.h"
#include "incidents/disagreements.h"
#include "incidents/explain.h"
#include "incidents/group.h"
#include "incidents/linking.h"
#include "incidents/summary.h"

namespace sitrep {

namespace {

using namespace incidents;  // NOLINT(google-build-using-namespace): the room's own

std::vector<const Coding*> in_order(std::span<const Coding> codings) {
  std::vector<const Coding*> out;
  for (const Coding& coding : codings) out.push_back(&coding);
  std::ranges::sort(out, {},
                    [](const Coding* c) { return std::tie(c->report.id, c->report.sha256); });
  const auto same = [](const Coding* a, const Coding* b) { return a->report.id == b->report.id; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

Group group_of(std::vector<EventRef> events, const knowledge::Lexicon& lexicon) {
  std::ranges::sort(events, {},
                    [](const EventRef& e) { return std::tie(e.coding->report.id, e.event->id); });
  Group group;
  group.lexicon = &lexicon;
  for (const EventRef& e : events)
    group.members.push_back({e.coding, e.event, 0, published_day(e.coding->report)});
  find_sources(group);
  find_shared_claims(group);
  return group;
}

// Who was arrested or what was seized afterwards is no part of what was done.
Group deed_of(const Group& group) {
  const auto aftermath = [](const Member& m) {
    return m.event->type == EventType::arrest || m.event->type == EventType::seizure;
  };
  const auto deed = [](const Member& m) { return harms(m.event->type); };
  Group out = group;
  if (std::ranges::any_of(group.members, deed)) std::erase_if(out.members, aftermath);
  return out;
}

Incident incident_of(const Group& whole) {
  const Group group = deed_of(whole);
  Incident out;
  out.type = merged_type(group);
  out.phase = merged_phase(group);
  out.outcome = merged_outcome(group);
  out.when = merged_when(group);
  out.where = merged_where(group);
  out.perpetrators = merged_perpetrators(group);
  out.instruments = merged_instruments(group, out.type);
  out.physical_targets = merged_items(group, &Event::physical_targets);
  out.human_targets = merged_items(group, &Event::human_targets);
  out.killed = merged_toll(group, &Event::killed);
  out.wounded = merged_toll(group, &Event::wounded);
  out.abducted = merged_toll(group, &Event::abducted);
  out.damage = merged_damage(group);
  out.reports = merged_reports(whole);
  out.independent_sources = static_cast<int>(whole.sources);
  out.claims = merged_claims(whole);
  out.disagreements = disagreements(group);
  out.confidence = confidence(group, out);
  out.codes = codes_of(out);
  out.summary = summary_of(out, *group.lexicon);
  for (const Member& m : whole.members) out.members.push_back(m.report() + "/" + m.event->id);
  return out;
}

// A set of codings, and each with its events in the order of its sketch's faces.
struct Set {
  std::vector<const Coding*> codings;
  std::vector<std::vector<const Event*>> events;
  std::vector<std::shared_ptr<const Sketch>> sketches;

  EventRef event(Sitter who) const {
    return {codings[report_of(who)], events[report_of(who)][place_of(who)]};
  }
  Asked asked(Sitter who) const {
    const EventRef e = event(who);
    return {&sketches[report_of(who)]->faces[place_of(who)],
            e.coding->report.id + "/" + e.event->id};
  }
};

Set make_set(std::span<const Coding> codings, const knowledge::Lexicon& lexicon) {
  Set set;
  set.codings = in_order(codings);
  set.sketches.resize(set.codings.size());
  tbb::parallel_for(size_t{0}, set.codings.size(), [&](size_t i) {
    set.sketches[i] = std::make_shared<const Sketch>(make_sketch(*set.codings[i], lexicon));
  });
  for (const Coding* coding : set.codings) set.events.push_back(events_by_id(*coding));
  return set;
}

std::vector<Sitter> all_events(const Set& set) {
  std::vector<Sitter> out;
  for (uint32_t r = 0; r < set.events.size(); ++r) {
    for (size_t i = 0; i < set.events[r].size(); ++i) out.push_back(sitter(r, i));
  }
  return out;
}

void add_incident(const std::vector<Sitter>& members, const Set& set,
                  const knowledge::Lexicon& lexicon, Reconciled& out) {
  std::vector<EventRef> events;
  std::vector<Asked> asked;
  for (const Sitter who : members) {
    events.push_back(set.event(who));
    asked.push_back(set.asked(who));
  }
  out.incidents.push_back(merge_events(std::move(events), lexicon));
  for (JoinReason& reason : joins_of(asked, lexicon)) out.joins.push_back(std::move(reason));
}

}  // namespace

Incident merge_events(std::vector<EventRef> events, const knowledge::Lexicon& lexicon) {
  return incident_of(group_of(std::move(events), lexicon));
}

Reconciled reconcile(std::span<const Coding> codings, const knowledge::Lexicon& lexicon) {
  const Set set = make_set(codings, lexicon);
  MemoryArchive archive(set.sketches);
  Linker linker(archive, lexicon);
  linker.link(all_events(set));
  Reconciled out;
  for (const Component& component : linker.components()) {
    for (const auto& members : grouped(component)) add_incident(members, set, lexicon, out);
  }
  std::ranges::sort(out.incidents, {}, [](const Incident& i) {
    return std::pair(i.when.start.value_or(Day::max()), std::string_view(i.members.front()));
  });
  std::ranges::sort(out.joins, {}, &JoinReason::member);
  return out;
}

}  // namespace sitrep
