#include "ledger/upgrading.h"

#include "core/incident_row_json.h"
#include "ledger/opening.h"
#include "ledger/query.h"

namespace sitrep::ledger {

namespace {

// Format 10 keeps the rows of incidents beside their records.
void add_rows(Database& database) {
  database.execute(
      "CREATE TABLE incident_rows (number INTEGER PRIMARY KEY, digest TEXT NOT NULL, "
      "json TEXT NOT NULL)");
  Statement records(database, "SELECT number, digest, json FROM incidents");
  Statement insert(database, "INSERT INTO incident_rows VALUES (?, ?, ?)");
  RowReader reader;
  std::string json;
  while (records.next()) {
    auto row = reader.read(records.text(2));
    if (!row) row = row_of(parse_incident(records.text(2)));
    json.clear();
    append_json(json, *row);
    insert.run(records.integer(0), records.text(1), json);
  }
}

}  // namespace

void upgrade(Database& database) {
  Transaction transaction(database);
  if (database.integer("SELECT format FROM meta") == kUpgradable) {
    add_rows(database);
    database.execute("UPDATE meta SET format = " + std::to_string(kFormat));
  }
  transaction.commit();
}

}  // namespace sitrep::ledger
