#include "ledger/incident_store.h"

#include "core/dates.h"
#include "core/records_json.h"
#include "core/sha256.h"
#include "core/text.h"
#include "ledger/pack.h"

namespace sitrep::ledger {

namespace {

std::optional<std::string> iso_or_none(const std::optional<Day>& day) {
  return day ? std::optional(iso(*day)) : std::nullopt;
}

std::string json_of(const Incident& incident) {
  std::string json;
  append_json(json, incident);
  return json;
}

// Of all that an incident is, but the number of its revision.
std::string digest_of(Incident& incident, const std::string& body) {
  const int revision = std::exchange(incident.revision, 0);
  std::string digest = Sha256().add(json_of(incident)).add(body).hex();
  incident.revision = revision;
  return digest;
}

}  // namespace

IncidentStore::IncidentStore(Database& database)
    : database_(database),
      insert_(database,
              "INSERT INTO incidents (number, id, type, phase, outcome, first_day, last_day, "
              "country, revision, "
              "digest, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_words_(database, "INSERT INTO incident_words (rowid, body) VALUES (?, ?)"),
      insert_report_(database, "INSERT OR IGNORE INTO incident_reports VALUES (?, ?)"),
      insert_member_(database, "INSERT INTO incident_members VALUES (?, ?, ?)"),
      insert_merge_(database, "INSERT OR REPLACE INTO incident_merges VALUES (?, ?)") {}

std::map<std::string, std::vector<std::string>> IncidentStore::members() {
  read_standing();
  std::map<std::string, std::vector<std::string>> out;
  for (const auto& [id, incident] : standing_) out[id];
  Statement select(database_,
                   "SELECT incident, member FROM incident_members ORDER BY incident, position");
  while (select.next()) out[std::string(select.text(0))].emplace_back(select.text(1));
  return out;
}

void IncidentStore::read_standing() {
  Statement select(database_, "SELECT id, number, revision, digest FROM incidents");
  while (select.next()) {
    Standing& incident = standing_[std::string(select.text(0))];
    incident.number = select.integer(1);
    incident.revision = static_cast<int>(select.integer(2));
    incident.digest = select.text(3);
  }
  Statement merges(database_, "SELECT old, incident FROM incident_merges");
  while (merges.next()) standing_[std::string(merges.text(1))].merged.emplace(merges.text(0));
}

void IncidentStore::replace(std::vector<Incident>& incidents, WordsOf& words) {
  std::set<std::string> ids;
  for (const Incident& incident : incidents) ids.insert(incident.id);
  for (const auto& [id, old] : standing_) {
    if (!ids.contains(id)) archive(id), remove(id);
  }
  for (Incident& incident : incidents) {
    finish_merges(incident, ids);
    write(incident, words(incident));
  }
}

// What an incident took in stays with it, and goes with it into the one that takes it in.
void IncidentStore::finish_merges(Incident& incident, const std::set<std::string>& ids) const {
  std::set<std::string> merged(incident.merged_from.begin(), incident.merged_from.end());
  std::vector<std::string> sources = incident.merged_from;
  sources.push_back(incident.id);
  for (const std::string& source : sources) {
    const auto old = standing_.find(source);
    if (old != standing_.end()) merged.insert(old->second.merged.begin(), old->second.merged.end());
  }
  std::erase_if(merged, [&](const std::string& id) { return ids.contains(id); });
  incident.merged_from.assign(merged.begin(), merged.end());
}

void IncidentStore::write(Incident& incident, const std::string& body) {
  const std::string digest = digest_of(incident, body);
  const auto old = standing_.find(incident.id);
  if (old == standing_.end()) {
    incident.revision = next_revision(incident.id);
    return insert(incident, digest, body);
  }
  incident.revision = old->second.revision;
  if (old->second.digest == digest) return;
  archive(incident.id);
  remove(incident.id);
  ++incident.revision;
  insert(incident, digest, body);
}

void IncidentStore::insert(const Incident& i, const std::string& digest, const std::string& body) {
  const auto first = iso_or_none(i.when.start);
  const auto last = iso_or_none(i.when.end ? i.when.end : i.when.start);
  insert_.run(std::nullopt, i.id, name(i.type), name(i.phase), name(i.outcome), first, last,
              i.where.country, i.revision, digest, json_of(i));
  insert_words_.run(database_.last_row(), body);
  insert_lists(i);
}

void IncidentStore::insert_lists(const Incident& incident) {
  for (const ReportRef& report : incident.reports) insert_report_.run(incident.id, report.id);
  int position = 0;
  for (const std::string& member : incident.members)
    insert_member_.run(incident.id, position++, member);
  for (const std::string& old : incident.merged_from) insert_merge_.run(old, incident.id);
}

void IncidentStore::archive(const std::string& id) {
  Statement select(database_, "SELECT revision, json FROM incidents WHERE id = ?");
  if (!select.bind(id).next()) return;
  const std::string packed = pack(select.text(1));
  Statement(database_, "INSERT INTO incident_history VALUES (?, ?, ?)")
      .run(id, select.integer(0), Blob{packed});
}

void IncidentStore::remove(const std::string& id) {
  Statement(database_,
            "DELETE FROM incident_words WHERE rowid = (SELECT number FROM incidents WHERE id = ?)")
      .run(id);
  Statement(database_, "DELETE FROM incidents WHERE id = ?").run(id);
  Statement(database_, "DELETE FROM incident_reports WHERE incident = ?").run(id);
  Statement(database_, "DELETE FROM incident_members WHERE incident = ?").run(id);
  Statement(database_, "DELETE FROM incident_merges WHERE incident = ?").run(id);
}

// An id that stood before goes on counting where it ended.
int IncidentStore::next_revision(const std::string& id) {
  Statement select(database_,
                   "SELECT coalesce(max(revision), 0) + 1 FROM incident_history WHERE id = ?");
  return select.bind(id).next() ? static_cast<int>(select.integer(0)) : 1;
}

}  // namespace sitrep::ledger
