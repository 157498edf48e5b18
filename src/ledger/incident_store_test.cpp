#include "ledger/incident_store.h"

#include <gmock/gmock.h>

#include "core/incident_row_json.h"
#include "incidents/reconcile.h"
#include "ledger/opening.h"
#include "ledger/query.h"

namespace sitrep::ledger {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Groups = std::vector<std::vector<std::string>>;  // members of each incident

class Store : public testing::Test {
 protected:
  // As after reconciling: these incidents and no others.
  std::vector<Incident> stand(const Groups& groups) {
    std::vector<Incident> incidents;
    for (const auto& members : groups) incidents.emplace_back().members = members;
    IncidentStore store(database_);
    assign_ids(incidents, standing_);
    store.update(standing_, incidents, WordsOf({}));
    standing_.clear();
    for (const Incident& incident : incidents) standing_[incident.id] = incident.members;
    return incidents;
  }
  std::string id_of(const std::vector<Incident>& incidents, const std::string& member) {
    for (const Incident& i : incidents) {
      if (std::ranges::find(i.members, member) != i.members.end()) return i.id;
    }
    return {};
  }
  Incident found(const std::string& id) { return find_incident(database_, id); }

  IncidentStore::Members standing_;
  Database database_ = open_database(":memory:", Ledger::Access::create);
};

TEST_F(Store, UnchangedIncidentsAreLeftAlone) {
  stand({{"a/1"}, {"b/1"}});
  const int64_t changes = database_.integer("SELECT total_changes()");
  stand({{"a/1"}, {"b/1"}});
  EXPECT_EQ(database_.integer("SELECT total_changes()"), changes);
}

// What `incident_rows` says of each, and what its record says.
void expect_rows_of_records(Database& database) {
  RowReader reader;
  EXPECT_EQ(database.integer("SELECT count(*) FROM incident_rows"),
            database.integer("SELECT count(*) FROM incidents"));
  Statement both(database,
                 "SELECT i.json, r.json, i.digest = r.digest FROM incidents i JOIN incident_rows r "
                 "USING (number)");
  while (both.next()) {
    EXPECT_EQ(reader.read(both.text(1)).value(), row_of(parse_incident(both.text(0))));
    EXPECT_EQ(both.integer(2), 1);
  }
}

TEST_F(Store, RowsFollowTheirIncidents) {
  stand({{"a/1", "a/2"}, {"b/1"}, {"c/1"}});
  expect_rows_of_records(database_);
  stand({{"a/1", "a/2", "b/1"}, {"c/1"}});
  expect_rows_of_records(database_);
  stand({{"c/1"}});
  EXPECT_EQ(database_.integer("SELECT count(*) FROM incident_rows"), 1);
  expect_rows_of_records(database_);
}

TEST_F(Store, MergedIdsLeadToWhatStands) {
  const auto before = stand({{"a/1", "a/2"}, {"b/1"}, {"c/1"}});
  const std::string a = id_of(before, "a/1");
  const std::string b = id_of(before, "b/1");
  const std::string c = id_of(before, "c/1");
  stand({{"a/1", "a/2", "b/1"}, {"c/1"}});
  EXPECT_EQ(found(b).id, a);
  EXPECT_THAT(found(a).merged_from, ElementsAre(b));
  EXPECT_EQ(found(a).revision, 2);
  stand({{"a/1", "a/2", "b/1", "b/2"}, {"c/1"}});
  EXPECT_THAT(found(a).merged_from, ElementsAre(b)) << "still";
  stand({{"a/1", "a/2", "b/1", "c/1"}});
  EXPECT_EQ(found(b).id, found(c).id) << "merges of merges";
  EXPECT_THAT(found(b).merged_from, SizeIs(2));
}

TEST_F(Store, WhatIsGoneIsInTheHistory) {
  const std::string id = stand({{"a/1"}, {"b/1"}})[0].id;
  const auto left = stand({});
  EXPECT_THAT(left, IsEmpty());
  EXPECT_THROW(found(id), Failed);
  EXPECT_THAT(find_history(database_, id), SizeIs(1));
  stand({{"a/1"}, {"b/1"}});
  EXPECT_EQ(found(id).revision, 2) << "counts on when it stands again";
  EXPECT_EQ(database_.integer("SELECT count(*) FROM incident_words"), 2);
}

}  // namespace
}  // namespace sitrep::ledger
