#include "ledger/incident_store.h"

#include <tbb/parallel_for.h>

#include "core/dates.h"
#include "core/incident_row_json.h"
#include "core/records_json.h"
#include "core/sha256.h"
#include "core/text.h"
#include "ledger/pack.h"

namespace sitrep::ledger {

namespace {

std::optional<std::string> iso_or_none(const std::optional<Day>& day) {
  return day ? std::optional(iso(*day)) : std::nullopt;
}

// The incident's JSON, but for the number of its revision: that is 0.
std::string json_of(Incident& incident) {
  const int revision = std::exchange(incident.revision, 0);
  std::string json;
  append_json(json, incident);
  incident.revision = revision;
  return json;
}

// No text in JSON has a quotation mark behind a comma, so the first is the incident's own.
std::string in_revision(const std::string& json, int revision) {
  constexpr std::string_view kOwn = ",\"revision\":0,";
  const size_t at = json.find(kOwn);
  std::string out = json;
  return out.replace(at + kOwn.size() - 2, 1, std::to_string(revision));
}

}  // namespace

IncidentStore::IncidentStore(Database& database)
    : database_(database),
      find_(database, "SELECT number, revision, digest FROM incidents WHERE id = ?"),
      id_of_(database, "SELECT id FROM incidents WHERE number = ?"),
      insert_(database,
              "INSERT INTO incidents (number, id, type, phase, outcome, first_day, last_day, "
              "country, revision, digest, json) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      insert_row_(database, "INSERT INTO incident_rows VALUES (?, ?, ?)"),
      insert_words_(database, "INSERT INTO incident_words (rowid, body) VALUES (?, ?)"),
      insert_merge_(database, "INSERT OR REPLACE INTO incident_merges VALUES (?, ?)"),
      merged_into_(database, "SELECT old FROM incident_merges WHERE incident = ?"),
      archive_(database, "SELECT id, revision, json FROM incidents WHERE number = ?"),
      revision_(database,
                "SELECT coalesce(max(revision), 0) + 1 FROM incident_history WHERE id = ?"),
      remove_(database, "DELETE FROM incidents WHERE number = ?"),
      remove_row_(database, "DELETE FROM incident_rows WHERE number = ?"),
      remove_words_(database, "DELETE FROM incident_words WHERE rowid = ?"),
      remove_merges_(database, "DELETE FROM incident_merges WHERE incident = ?"),
      remove_recalls_(database, "DELETE FROM recalls WHERE background = ?1 OR news = ?1") {}

std::string IncidentStore::id_of(int64_t number) {
  if (!id_of_.bind(number).next()) throw damaged("an event of an incident that is not there");
  std::string id(id_of_.text(0));
  id_of_.reset();
  return id;
}

std::optional<IncidentStore::Standing> IncidentStore::find(const std::string& id) {
  std::optional<Standing> out;
  if (find_.bind(id).next()) {
    out =
        Standing{find_.integer(0), static_cast<int>(find_.integer(1)), std::string(find_.text(2))};
  }
  find_.reset();
  return out;
}

bool IncidentStore::stands(const std::string& id) { return find(id).has_value(); }

std::vector<int64_t> IncidentStore::update(const Members& before, std::vector<Incident>& incidents,
                                           const WordsOf& words) {
  std::set<std::string> ids;
  for (const Incident& incident : incidents) ids.insert(incident.id);
  for (Incident& incident : incidents) {
    finish_merges(incident, ids);
    const auto old = find(incident.id);
    incident.revision = old ? old->revision : next_revision(incident.id);
  }
  for (const auto& [id, members] : before) {
    if (!ids.contains(id)) remove(id);
  }
  std::vector<Draft> drafts(incidents.size());
  tbb::parallel_for(size_t{0}, incidents.size(), [&](size_t i) {
    drafts[i].words = words(incidents[i]);
    drafts[i].json = json_of(incidents[i]);
    drafts[i].digest = Sha256().add(drafts[i].json).add(drafts[i].words).hex();
    append_json(drafts[i].row, row_of(incidents[i]));
  });
  std::vector<int64_t> out;
  for (size_t i = 0; i < incidents.size(); ++i) out.push_back(write(incidents[i], drafts[i]));
  return out;
}

// What an incident took in stays with it, and goes with it into the one that takes it in.
void IncidentStore::finish_merges(Incident& incident, const std::set<std::string>& ids) {
  std::set<std::string> merged(incident.merged_from.begin(), incident.merged_from.end());
  std::vector<std::string> sources = incident.merged_from;
  sources.push_back(incident.id);
  for (const std::string& source : sources) {
    merged_into_.bind(source);
    while (merged_into_.next()) merged.emplace(merged_into_.text(0));
    merged_into_.reset();
  }
  std::erase_if(merged, [&](const std::string& id) { return ids.contains(id); });
  incident.merged_from.assign(merged.begin(), merged.end());
}

int64_t IncidentStore::write(Incident& incident, const Draft& draft) {
  const auto old = find(incident.id);
  if (!old) return insert(incident, draft, std::nullopt);
  if (old->digest == draft.digest) return old->number;
  archive(old->number);
  remove_rows(old->number, incident.id);
  ++incident.revision;
  return insert(incident, draft, old->number);
}

int64_t IncidentStore::insert(const Incident& i, const Draft& draft,
                              std::optional<int64_t> number) {
  const auto first = iso_or_none(i.when.start);
  const auto last = iso_or_none(i.when.end ? i.when.end : i.when.start);
  insert_.run(number, i.id, name(i.type), name(i.phase), name(i.outcome), first, last,
              i.where.country, i.revision, draft.digest, in_revision(draft.json, i.revision));
  const int64_t row = database_.last_row();
  insert_row_.run(row, draft.digest, draft.row);
  insert_words_.run(row, draft.words);
  for (const std::string& old : i.merged_from) insert_merge_.run(old, i.id);
  return row;
}

void IncidentStore::archive(int64_t number) {
  if (!archive_.bind(number).next()) return;
  const std::string packed = pack(archive_.text(2));
  Statement(database_, "INSERT INTO incident_history VALUES (?, ?, ?)")
      .run(archive_.text(0), archive_.integer(1), Blob{packed});
  archive_.reset();
}

void IncidentStore::remove(const std::string& id) {
  const auto old = find(id);
  if (!old) return;
  archive(old->number);
  remove_rows(old->number, id);
}

void IncidentStore::remove_rows(int64_t number, const std::string& id) {
  remove_words_.run(number);
  remove_row_.run(number);
  remove_.run(number);
  remove_merges_.run(id);
  remove_recalls_.run(number);
}

// An id that stood before goes on counting where it ended.
int IncidentStore::next_revision(const std::string& id) {
  const int out = revision_.bind(id).next() ? static_cast<int>(revision_.integer(0)) : 1;
  revision_.reset();
  return out;
}

}  // namespace sitrep::ledger
