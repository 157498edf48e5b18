#include "fetch/store.h"

namespace sitrep::fetch {

using ledger::Database;
using ledger::Statement;
using ledger::Transaction;

namespace {

constexpr int64_t kApplicationId = 0x53545257;  // "STRW"
constexpr int64_t kFormat = 1;

constexpr auto kSchema = R"(
CREATE TABLE feeds (
  address TEXT PRIMARY KEY,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  next INTEGER NOT NULL,
  failures INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE pages (
  number INTEGER PRIMARY KEY,
  address TEXT NOT NULL UNIQUE,
  feed TEXT NOT NULL,
  print TEXT NOT NULL,
  published TEXT NOT NULL,
  outlet TEXT NOT NULL,
  own TEXT NOT NULL,
  stage INTEGER NOT NULL,
  etag TEXT NOT NULL,
  modified TEXT NOT NULL,
  tries INTEGER NOT NULL,
  next INTEGER NOT NULL,
  asked INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  seen INTEGER NOT NULL
);
CREATE INDEX pages_by_stage ON pages (stage, next);
CREATE TABLE bodies (
  page INTEGER PRIMARY KEY REFERENCES pages (number),
  address TEXT NOT NULL,
  charset TEXT NOT NULL,
  bytes BLOB NOT NULL
);
CREATE TABLE hosts (
  name TEXT PRIMARY KEY,
  failures INTEGER NOT NULL,
  next INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE robots (
  origin TEXT PRIMARY KEY,
  text BLOB NOT NULL,
  until INTEGER NOT NULL
) WITHOUT ROWID;
)";

int64_t number_of(Time time) { return time.time_since_epoch().count(); }
Time time_of(int64_t number) { return Time(Span(number)); }

int number_of(PageState::Stage stage) { return static_cast<int>(stage); }

void prepare(Database& database) {
  database.set_busy_timeout(0);
  database.execute(
      "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;"
      "PRAGMA synchronous = NORMAL; BEGIN IMMEDIATE");
  const int64_t id = database.integer("PRAGMA application_id");
  const bool fresh = database.integer("SELECT count(*) FROM sqlite_schema") == 0;
  if (!fresh && id != kApplicationId)
    throw ledger::Failed(Code::corrupt_ledger, "not the state of a watch");
  if (!fresh && database.integer("PRAGMA user_version") != kFormat)
    throw ledger::Failed(Code::newer_ledger, "the state of a watch by another version");
  if (fresh) {
    database.execute(kSchema);
    database.execute("PRAGMA application_id = " + std::to_string(kApplicationId) +
                     "; PRAGMA user_version = " + std::to_string(kFormat));
  }
  database.execute("COMMIT");
}

PageState page_of(const Statement& row) {
  PageState page;
  page.address = row.text(0);
  page.feed = row.text(1);
  page.print = row.text(2);
  page.published = row.text(3);
  page.outlet = row.text(4);
  page.own = row.text(5);
  page.stage = static_cast<PageState::Stage>(row.integer(6));
  page.etag = row.text(7);
  page.modified = row.text(8);
  page.tries = static_cast<int>(row.integer(9));
  page.next = time_of(row.integer(10));
  page.asked = time_of(row.integer(11));
  page.sha256 = row.text(12);
  return page;
}

std::vector<std::string> texts_of(Statement& rows) {
  std::vector<std::string> texts;
  while (rows.next()) texts.emplace_back(rows.text(0));
  return texts;
}

}  // namespace

Result<Store> Store::open(const std::string& path) {
  return ledger::guarded(path, [&] { return Store(path); });
}

Store::Store(const std::string& path)
    : path_(path), database_(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) {
  prepare(database_);
}

FeedState Store::feed(const std::string& address) {
  Statement row(database_, "SELECT etag, modified, next, failures FROM feeds WHERE address = ?");
  row.bind(address);
  if (!row.next()) return {address};
  return {address, std::string(row.text(0)), std::string(row.text(1)), time_of(row.integer(2)),
          static_cast<int>(row.integer(3))};
}

std::optional<PageState> Store::page(const std::string& address) {
  Statement row(database_,
                "SELECT address, feed, print, published, outlet, own, stage, etag, modified, tries,"
                " next, asked, sha256 FROM pages WHERE address = ?");
  row.bind(address);
  if (!row.next()) return std::nullopt;
  return page_of(row);
}

std::vector<std::string> Store::waiting(Time now) {
  Statement rows(database_,
                 "SELECT address FROM pages WHERE stage = ? AND next <= ? ORDER BY number");
  rows.bind(number_of(PageState::Stage::waiting), number_of(now));
  return texts_of(rows);
}

std::vector<std::string> Store::fetched(size_t most) {
  Statement rows(database_, "SELECT address FROM pages WHERE stage = ? ORDER BY number LIMIT ?");
  rows.bind(number_of(PageState::Stage::fetched), most);
  return texts_of(rows);
}

std::optional<Time> Store::next_waiting() {
  Statement row(database_, "SELECT min(next) FROM pages WHERE stage = ?");
  row.bind(number_of(PageState::Stage::waiting));
  if (!row.next() || row.is_null(0)) return std::nullopt;
  return time_of(row.integer(0));
}

uint64_t Store::count(PageState::Stage stage) {
  Statement row(database_, "SELECT count(*) FROM pages WHERE stage = ?");
  row.bind(number_of(stage));
  row.next();
  return static_cast<uint64_t>(row.integer(0));
}

std::optional<PageBody> Store::body(const std::string& page) {
  Statement row(database_,
                "SELECT b.address, b.charset, b.bytes FROM bodies b JOIN pages p"
                " ON p.number = b.page WHERE p.address = ?");
  row.bind(page);
  if (!row.next()) return std::nullopt;
  return PageBody{std::string(row.text(0)), std::string(row.text(1)), std::string(row.blob(2))};
}

HostState Store::host(const std::string& name) {
  Statement row(database_, "SELECT failures, next FROM hosts WHERE name = ?");
  row.bind(name);
  if (!row.next()) return {name};
  return {name, static_cast<int>(row.integer(0)), time_of(row.integer(1))};
}

std::optional<RobotsState> Store::robots(const std::string& origin) {
  Statement row(database_, "SELECT text, until FROM robots WHERE origin = ?");
  row.bind(origin);
  if (!row.next()) return std::nullopt;
  return RobotsState{origin, std::string(row.blob(0)), time_of(row.integer(1))};
}

void Store::save(const FeedState& feed, const std::vector<PageState>& pages, Time now) {
  Transaction transaction(database_);
  for (const PageState& page : pages) write(page, now);
  Statement(database_,
            "INSERT INTO feeds VALUES (?, ?, ?, ?, ?) ON CONFLICT (address) DO UPDATE SET"
            " etag = excluded.etag, modified = excluded.modified, next = excluded.next,"
            " failures = excluded.failures")
      .run(feed.address, feed.etag, feed.modified, number_of(feed.next), feed.failures);
  transaction.commit();
}

void Store::touch(const std::string& feed, Time now) {
  Statement(database_, "UPDATE pages SET seen = ? WHERE feed = ?").run(number_of(now), feed);
}

void Store::save(const PageState& page) {
  Transaction transaction(database_);
  write(page, std::nullopt);
  if (page.stage != PageState::Stage::fetched) {
    Statement(database_,
              "DELETE FROM bodies WHERE page = (SELECT number FROM pages WHERE address = ?)")
        .run(page.address);
  }
  transaction.commit();
}

void Store::save_fetched(const PageState& page, const PageBody& body) {
  Transaction transaction(database_);
  write(page, std::nullopt);
  Statement(database_,
            "INSERT OR REPLACE INTO bodies SELECT number, ?, ?, ? FROM pages WHERE address = ?")
      .run(body.address, body.charset, ledger::Blob{body.bytes}, page.address);
  transaction.commit();
}

void Store::save(const HostState& host) {
  Statement(database_, "INSERT OR REPLACE INTO hosts VALUES (?, ?, ?)")
      .run(host.name, host.failures, number_of(host.next));
}

void Store::save(const RobotsState& robots) {
  Statement(database_, "INSERT OR REPLACE INTO robots VALUES (?, ?, ?)")
      .run(robots.origin, ledger::Blob{robots.text}, number_of(robots.until));
}

void Store::forget(Time seen_before) {
  Transaction transaction(database_);
  Statement(database_, "DELETE FROM bodies WHERE page IN (SELECT number FROM pages WHERE seen < ?)")
      .run(number_of(seen_before));
  Statement(database_, "DELETE FROM pages WHERE seen < ?").run(number_of(seen_before));
  Statement(database_, "DELETE FROM robots WHERE until < ?").run(number_of(seen_before));
  Statement(database_, "DELETE FROM hosts WHERE next < ?").run(number_of(seen_before));
  transaction.commit();
}

// `seen`: the feed names it just now; nothing: it is as long ago as it was.
void Store::write(const PageState& page, std::optional<Time> seen) {
  Statement(database_,
            "INSERT INTO pages (address, feed, print, published, outlet, own, stage, etag,"
            " modified, tries, next, asked, sha256, seen)"
            " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ifnull(?14, 0))"
            " ON CONFLICT (address) DO UPDATE SET feed = ?2, print = ?3, published = ?4,"
            " outlet = ?5, own = ?6, stage = ?7, etag = ?8, modified = ?9, tries = ?10,"
            " next = ?11, asked = ?12, sha256 = ?13, seen = ifnull(?14, seen)")
      .run(page.address, page.feed, page.print, page.published, page.outlet, page.own,
           number_of(page.stage), page.etag, page.modified, page.tries, number_of(page.next),
           number_of(page.asked), page.sha256,
           seen ? std::optional<int64_t>(number_of(*seen)) : std::nullopt);
}

}  // namespace sitrep::fetch
