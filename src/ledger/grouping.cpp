#include "ledger/grouping.h"

#include <tbb/parallel_for.h>
#include <tbb/task_group.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>

#include "incidents/face.h"
#include "incidents/reconcile.h"

namespace sitrep::ledger {

namespace {

using incidents::place_of;
using incidents::report_of;

constexpr size_t kReportsAtOnce = 3000;  // that are read and merged in one go

std::map<std::string, std::string> read_renames(Database& database) {
  std::map<std::string, std::string> out;
  Statement select(database, "SELECT old, report FROM pending_renames");
  while (select.next()) out.emplace(select.text(0), select.text(1));
  return out;
}

// Some codings, and each one's events in the order of its sketch.
struct Codings {
  std::vector<Coding> codings;
  std::vector<std::vector<const Event*>> events;
  boost::unordered_flat_map<uint32_t, size_t> place;

  bool has(Sitter who) const {
    const auto found = place.find(report_of(who));
    return found != place.end() && place_of(who) < events[found->second].size();
  }
  EventRef event(Sitter who) const {
    if (!has(who)) throw damaged("an event that its report doesn't have");
    const size_t i = place.at(report_of(who));
    return {&codings[i], events[i][place_of(who)]};
  }
  std::string member(Sitter who) const {
    const EventRef e = event(who);
    return e.coding->report.id + "/" + e.event->id;
  }
};

Codings codings_of(std::vector<Filed> rows) {
  Codings out;
  read_sheets(rows);
  for (Filed& row : rows) {
    out.place[row.number] = out.codings.size();
    out.codings.push_back(std::move(row.recoding ? *row.recoding : row.coding));
    out.codings.back().report.duplicate_of = std::move(row.duplicate_of);
  }
  for (const Coding& coding : out.codings) out.events.push_back(incidents::events_by_id(coding));
  return out;
}

size_t root(std::vector<size_t>& parents, size_t i) {
  while (parents[i] != i) i = parents[i] = parents[parents[i]];
  return i;
}

// Work that goes on beside the caller's; waited for even where that fails.
class Beside {
 public:
  ~Beside() {
    try {
      tasks_.wait();
    } catch (...) {  // the failure that ends this is the one to tell
    }
  }
  template <typename Work>
  void run(Work&& work) {
    tasks_.run(std::forward<Work>(work));
  }
  void wait() { tasks_.wait(); }

 private:
  tbb::task_group tasks_;
};

}  // namespace

// Read on the thread of the database, merged beside it, written on it.
struct Grouping::Slice {
  std::vector<const Family*> families;
  std::vector<const Group*> changed;
  std::vector<Filed> rows;
  Codings codings;
  std::optional<WordsOf> words;
  std::vector<Incident> incidents;
};

Grouping::Grouping(Database& database, Stores stores, Given given)
    : reports_(stores.reports),
      seats_(stores.seats),
      events_(stores.events),
      incidents_(database),
      recalls_(database),
      lexicon_(given.lexicon),
      people_(given.people),
      change_(given.change),
      renamed_(read_renames(database)) {
  database.execute("DELETE FROM pending_renames");
}

void Grouping::run(const Reach& reach) {
  reach_ = &reach;
  for (const auto& [incident, members] : reach.lost) {
    for (const std::string& m : members) lost_[in_new_version(m)] = incident;
  }
  std::vector<Sitter> losing;
  std::ranges::set_difference(reach.losing, reach.doubtful, std::back_inserter(losing));
  incidents::Linker linker(seats_, lexicon_, &events_);
  linker.link({.fresh = {reach.fresh.begin(), reach.fresh.end()},
               .doubtful = {reach.doubtful.begin(), reach.doubtful.end()},
               .losing = std::move(losing),
               .reached = {reach.company.begin(), reach.company.end()},
               .together = people_.spoken().together()});
  const auto components = linker.components();
  std::vector<Group> groups = groups_of(components);
  for (Group& group : groups) look_back(group);
  for (const auto& component : components) keep_pairs(component);
  const auto all = families(groups);
  write_all(slices_of(all, groups));
}

std::vector<Grouping::Slice> Grouping::slices_of(const std::vector<Family>& all,
                                                 const std::vector<Group>& groups) const {
  std::vector<Slice> out(1);
  size_t size = 0;
  for (const Family& family : all) {
    Slice& slice = out.back();
    slice.families.push_back(&family);
    for (const size_t g : family.groups) {
      slice.changed.push_back(&groups[g]);
      size += groups[g].same ? 0 : groups[g].members.size();
    }
    if (size < kReportsAtOnce || !change_.ids.empty()) continue;
    out.emplace_back();
    size = 0;
  }
  return out;
}

// While one slice is written, the next is merged.
void Grouping::write_all(std::vector<Slice> slices) {
  Beside beside;
  read(slices.front());
  merge(slices.front());
  for (size_t i = 0; i < slices.size(); ++i) {
    if (i + 1 < slices.size()) {
      read(slices[i + 1]);
      beside.run([&, i] { merge(slices[i + 1]); });
    }
    write(slices[i]);
    beside.wait();
    beside.run([done = std::make_shared<Slice>(std::move(slices[i]))] {});
  }
}

// In the order in which their first reports came, so that neighbours are read together.
std::vector<Grouping::Group> Grouping::groups_of(
    const std::vector<incidents::Component>& components) {
  std::vector<std::vector<std::vector<Sitter>>> found(components.size());
  tbb::parallel_for(size_t{0}, components.size(), [&](size_t i) {
    found[i] =
        incidents::grouped(components[i], people_.spoken().constraints(components[i].events));
  });
  std::vector<Group> out;
  for (size_t i = 0; i < components.size(); ++i) {
    const auto least = static_cast<int64_t>(std::ranges::min(components[i].events));
    for (size_t e = 0; e < components[i].events.size(); ++e)
      weighed_[components[i].events[e]] = components[i].weighed[e];
    for (auto& members : found[i])
      out.push_back({.members = std::move(members),
                     .component = least,
                     .before = {},
                     .claims = {},
                     .notes = {}});
  }
  std::ranges::stable_sort(out, {}, &Group::component);
  return out;
}

void Grouping::keep_pairs(const incidents::Component& component) {
  const auto least = static_cast<int64_t>(std::ranges::min(component.events));
  std::vector<incidents::PairOfEvents> pairs;
  pairs.reserve(component.pairs.size());
  for (const auto& [a, b, score] : component.pairs)
    pairs.push_back({component.events[a], component.events[b], score});
  pairs.empty() ? events_.remove_pairs(least) : events_.put_pairs(least, pairs);
}

void Grouping::look_back(Group& group) {
  for (const Sitter who : group.members) {
    if (const auto standing = events_.find(who)) {
      group.before.push_back(*standing);
      group.claims.insert(standing->incident);
    } else if (!lost_.empty()) {
      if (const auto found = lost_.find(member(who)); found != lost_.end())
        group.claims.insert(found->second);
    }
  }
  for (const Sitter who : group.members) {
    if (!people_.speaks_of(who)) continue;
    group.spoken_of = true;
    for (const size_t note : people_.notes_of(member(who))) group.notes.insert(note);
  }
  group.same = !group.spoken_of && unchanged(group);
  for (const Standing& s : group.before) {
    const Standing now{s.event, group.component, s.incident, s.news, weighed_.at(s.event)};
    if (s.component != now.component) events_.remove_pairs(s.component);
    if (s.component != now.component || s.weighed != now.weighed) events_.put(now);
  }
}

bool Grouping::unchanged(const Group& group) {
  if (group.claims.size() != 1 || group.before.size() != group.members.size()) return false;
  const int64_t incident = *group.claims.begin();
  if (reach_->lost.contains(incident)) return false;
  if (events_.of_incident(incident).size() != group.members.size()) return false;
  return std::ranges::none_of(group.members,
                              [&](Sitter who) { return reach_->reports.contains(report_of(who)); });
}

std::vector<Grouping::Family> Grouping::families(const std::vector<Group>& groups) const {
  std::vector<size_t> parents(groups.size());
  std::iota(parents.begin(), parents.end(), 0);
  std::map<int64_t, size_t> holder;
  std::map<size_t, size_t> shown;
  const auto join = [&](size_t g, const auto& place) {
    if (!place.second) parents[root(parents, g)] = root(parents, place.first->second);
  };
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const int64_t incident : groups[g].claims) join(g, holder.try_emplace(incident, g));
    for (const size_t note : groups[g].notes) join(g, shown.try_emplace(note, g));
  }
  std::vector<Family> out;
  std::map<size_t, size_t> place;
  for (size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].same) continue;
    const auto [found, fresh] = place.try_emplace(root(parents, g), out.size());
    if (fresh) out.emplace_back();
    out[found->second].groups.push_back(g);
    out[found->second].incidents.insert(groups[g].claims.begin(), groups[g].claims.end());
  }
  for (const auto& [incident, members] : reach_->lost) {
    if (!holder.contains(incident)) out.push_back({{}, {incident}});
  }
  return out;
}

std::string Grouping::member(Sitter event) {
  const auto sketch = seats_.sketch(report_of(event));
  return sketch->id + "/" + sketch->faces.at(place_of(event)).event;
}

std::string Grouping::in_new_version(const std::string& member) const {
  if (const auto to = change_.moved.find(member); to != change_.moved.end()) return to->second;
  const size_t slash = member.rfind('/');
  std::string report = member.substr(0, slash);
  for (auto to = renamed_.find(report); to != renamed_.end(); to = renamed_.find(report))
    report = to->second;
  return report + member.substr(slash);
}

// Id -> members of the incidents that stood, by today's names.
std::map<std::string, std::vector<std::string>> Grouping::previous(const Slice& slice) {
  std::map<std::string, std::vector<std::string>> out;
  for (const Family* family : slice.families) {
    for (const int64_t incident : family->incidents) {
      auto& members = out[incidents_.id_of(incident)];
      for (const Standing& s : events_.of_incident(incident))
        members.push_back(slice.codings.has(s.event) ? slice.codings.member(s.event)
                                                     : member(s.event));
      const auto lost = reach_->lost.find(incident);
      if (lost == reach_->lost.end()) continue;
      for (const std::string& m : lost->second) members.push_back(in_new_version(m));
      std::erase(members, "");
    }
  }
  for (const auto& [id, members] : change_.ids) out[id] = members;
  return out;
}

void Grouping::read(Slice& slice) {
  std::set<uint32_t> numbers;
  for (const Group* group : slice.changed) {
    for (const Sitter who : group->members) numbers.insert(report_of(who));
  }
  slice.rows = reports_.packed({numbers.begin(), numbers.end()});
}

// Asks nothing of the database.
void Grouping::merge(Slice& slice) const {
  slice.codings = codings_of(std::exchange(slice.rows, {}));
  slice.words.emplace(slice.codings.codings);
  slice.incidents.resize(slice.changed.size());
  tbb::parallel_for(size_t{0}, slice.changed.size(), [&](size_t i) {
    std::vector<EventRef> events;
    for (const Sitter who : slice.changed[i]->members) events.push_back(slice.codings.event(who));
    slice.incidents[i] = merge_events(std::move(events), lexicon_);
  });
  slice.incidents = correct(std::move(slice.incidents), people_.corrections(), lexicon_);
}

void Grouping::write(Slice& slice) {
  auto& incidents = slice.incidents;
  boost::unordered_flat_map<std::string, const Group*> of_member;
  for (const Group* group : slice.changed) {
    for (const Sitter who : group->members) of_member[slice.codings.member(who)] = group;
  }
  const auto before = previous(slice);
  assign_ids(incidents, before, [&](const std::string& id) { return incidents_.stands(id); });
  const auto written = incidents_.update(before, incidents, *slice.words);
  for (size_t i = 0; i < incidents.size(); ++i) {
    const Group& group = *of_member.at(incidents[i].members.front());
    for (const Sitter who : group.members) {
      const bool news = slice.codings.event(who).event->phase == Phase::news;
      events_.put({who, group.component, written[i], news, weighed_.at(who)});
    }
  }
  for (size_t i = 0; i < incidents.size(); ++i) recalls_.link(written[i], incidents[i], lexicon_);
}

}  // namespace sitrep::ledger
