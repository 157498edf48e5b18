#include "incidents/reconcile.h"

#include <algorithm>
#include <numeric>

#include "core/dates.h"
#include "incidents/cluster.h"
#include "incidents/codes.h"
#include "incidents/compare.h"
#include "incidents/disagreements.h"
#include "incidents/group.h"
#include "incidents/summary.h"

namespace sitrep {

namespace {

using namespace incidents;  // NOLINT(google-build-using-namespace): the room's own

uint32_t root(std::vector<uint32_t>& parents, uint32_t i) {
  while (parents[i] != i) i = parents[i] = parents[parents[i]];
  return i;
}

// Pairs that speak against a join matter only among events that others might join.
void drop_strangers(std::vector<ScoredPair>& pairs, size_t events) {
  std::vector<uint32_t> parents(events);
  std::iota(parents.begin(), parents.end(), 0);
  for (const ScoredPair& p : pairs) {
    if (p.score >= weight::kThreshold) parents[root(parents, p.b)] = root(parents, p.a);
  }
  std::erase_if(pairs,
                [&](const ScoredPair& p) { return root(parents, p.a) != root(parents, p.b); });
}

std::vector<const Coding*> in_order(std::span<const Coding> codings) {
  std::vector<const Coding*> out;
  for (const Coding& coding : codings) out.push_back(&coding);
  std::ranges::sort(out, {},
                    [](const Coding* c) { return std::tie(c->report.id, c->report.sha256); });
  const auto same = [](const Coding* a, const Coding* b) { return a->report.id == b->report.id; };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

std::vector<ScoredPair> score(const std::vector<Face>& faces, const std::vector<Story>& stories,
                              const knowledge::Lexicon& lexicon) {
  std::vector<ScoredPair> out;
  for (const auto& [a, b] : candidates(faces, stories)) {
    out.push_back({a, b, static_cast<float>(compare(faces[a], faces[b], lexicon))});
  }
  drop_strangers(out, faces.size());
  return out;
}

Group group_of(const std::vector<uint32_t>& events, const std::vector<Face>& faces,
               const knowledge::Lexicon& lexicon) {
  Group group;
  group.lexicon = &lexicon;
  for (const uint32_t i : events) {
    const Face& face = faces[i];
    group.members.push_back({face.story->coding, face.event, 0, face.story->published});
  }
  find_sources(group);
  find_shared_claims(group);
  return group;
}

Incident incident_of(const Group& group) {
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
  out.reports = merged_reports(group);
  out.independent_sources = static_cast<int>(group.sources);
  out.claims = merged_claims(group);
  out.disagreements = disagreements(group);
  out.confidence = confidence(group, out);
  out.codes = codes_of(out);
  out.summary = summary_of(out, *group.lexicon);
  for (const Member& m : group.members) out.members.push_back(m.report() + "/" + m.event->id);
  return out;
}

// The other event of the incident that speaks most for this one being there.
JoinReason reason_of(uint32_t event, const std::vector<uint32_t>& events,
                     const std::vector<Face>& faces, const knowledge::Lexicon& lexicon) {
  constexpr size_t kMostAsked = 64;
  JoinReason best;
  best.member = faces[event].id;
  best.score = -1e9;
  const Face* with = nullptr;
  for (const uint32_t other : std::span(events).first(std::min(events.size(), kMostAsked))) {
    if (other == event) continue;
    const double value = compare(faces[event], faces[other], lexicon);
    if (value > best.score) best.score = value, with = &faces[other];
  }
  best.with = with->id;
  compare(faces[event], *with, lexicon, &best.reasons);
  return best;
}

void explain(const std::vector<uint32_t>& events, const std::vector<Face>& faces,
             const knowledge::Lexicon& lexicon, std::vector<JoinReason>& out) {
  if (events.size() < 2) return;
  for (const uint32_t event : events) out.push_back(reason_of(event, events, faces, lexicon));
}

}  // namespace

Reconciled reconcile(std::span<const Coding> codings, const knowledge::Lexicon& lexicon) {
  const auto ordered = in_order(codings);
  const auto stories = make_stories(ordered, lexicon);
  const auto faces = make_faces(stories, lexicon);
  std::vector<uint32_t> reports;
  for (const Face& face : faces) reports.push_back(face.report);
  Reconciled out;
  for (const auto& events : cluster(score(faces, stories, lexicon), reports)) {
    out.incidents.push_back(incident_of(group_of(events, faces, lexicon)));
    explain(events, faces, lexicon, out.joins);
  }
  const auto first_day = [](const Incident& i) { return i.when.start.value_or(Day::max()); };
  std::ranges::stable_sort(out.incidents, {}, first_day);
  std::ranges::sort(out.joins, {}, &JoinReason::member);
  return out;
}

}  // namespace sitrep
