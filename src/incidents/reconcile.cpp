#include "incidents/reconcile.h"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "core/dates.h"
#include "incidents/archive.h"
#include "incidents/constraints.h"
#include "incidents/group.h"
#include "incidents/linking.h"

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

// A set of codings, and each with its events in the order of its sketch's faces.
struct Set {
  std::vector<const Coding*> codings;
  std::vector<std::vector<const Event*>> events;
  std::vector<std::shared_ptr<const Sketch>> sketches;

  EventRef event(Sitter who) const {
    return {codings[report_of(who)], events[report_of(who)][place_of(who)]};
  }
  Spoken::Numbers numbers() const {
    Spoken::Numbers out;
    for (uint32_t r = 0; r < events.size(); ++r) {
      for (size_t i = 0; i < events[r].size(); ++i)
        out[codings[r]->report.id + "/" + events[r][i]->id] = sitter(r, i);
    }
    return out;
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

Incident incident_of(const std::vector<Sitter>& members, const Set& set,
                     const knowledge::Lexicon& lexicon) {
  std::vector<EventRef> events;
  events.reserve(members.size());
  for (const Sitter who : members) events.push_back(set.event(who));
  return merge_events(std::move(events), lexicon);
}

}  // namespace

Incident merge_events(std::vector<EventRef> events, const knowledge::Lexicon& lexicon) {
  return merged_incident(group_of(std::move(events), lexicon));
}

std::vector<Incident> reconcile(std::span<const Coding> codings, const knowledge::Lexicon& lexicon,
                                const Corrections& corrections) {
  const Set set = make_set(codings, lexicon);
  MemoryArchive archive(set.sketches);
  Linker linker(archive, lexicon);
  const Spoken spoken(corrections, set.numbers());
  linker.link({.fresh = all_events(set),
               .doubtful = {},
               .losing = {},
               .reached = {},
               .together = spoken.together()});
  std::vector<Incident> out;
  for (const Component& component : linker.components()) {
    for (const auto& members : grouped(component, spoken.constraints(component.events)))
      out.push_back(incident_of(members, set, lexicon));
  }
  out = correct(std::move(out), corrections, lexicon);
  std::ranges::sort(out, {}, [](const Incident& i) {
    return std::pair(i.when.start.value_or(Day::max()), std::string_view(i.members.front()));
  });
  return out;
}

}  // namespace sitrep
