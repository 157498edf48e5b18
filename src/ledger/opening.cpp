#include "ledger/opening.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "ledger/schema.h"

namespace sitrep::ledger {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic("SQLite format 3\0", 16);
constexpr size_t kHeader =
    100;  // bytes; the application id stands at 68, most significant byte first

Failed not_yet() { return Failed(Code::not_found, "no ledger yet: the file is empty"); }

enum class Found : uint8_t { nothing, empty, ledger };

bool is_ledger_header(const std::array<char, kHeader>& header) {
  uint32_t id = 0;
  for (size_t i = 68; i < 72; ++i) id = id << 8 | static_cast<unsigned char>(header[i]);
  return std::string_view(header.data(), kMagic.size()) == kMagic && id == kApplicationId;
}

// What lies at `path`, from its first bytes alone. A file that is still empty is a ledger whose
// making was cut short.
Found look_at(const std::string& path) {
  std::error_code failed;
  const auto status = fs::status(path, failed);
  if (!fs::exists(status)) return Found::nothing;
  if (fs::is_directory(status)) throw Failed(Code::corrupt_ledger, "a folder, not a ledger");
  if (fs::is_regular_file(status) && fs::file_size(path, failed) == 0) return Found::empty;
  std::array<char, kHeader> header{};
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Failed(Code::io_failed, "no permission to read it");
  file.read(header.data(), header.size());
  if (!is_ledger_header(header)) throw Failed(Code::corrupt_ledger, "not a ledger");
  return Found::ledger;
}

bool has_tables(Database& database) {
  return database.integer("PRAGMA application_id") == kApplicationId;
}

// In rollback mode, so that the file is either empty or holds the whole schema; WAL comes after.
void create_tables(Database& database) {
  Transaction transaction(database);
  if (!has_tables(database)) {
    database.execute(kSchema);
    database.execute(kCorrectionsSchema);
    database.execute(fmt::format("PRAGMA application_id = {}", kApplicationId));
    database.execute(fmt::format("INSERT INTO meta VALUES ({}, '')", kFormat));
  }
  transaction.commit();
}

bool has_meta(Database& database) {
  return database.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'meta'") == 1 &&
         database.integer("SELECT count(*) FROM meta") == 1;
}

void check_format(Database& database) {
  if (!has_meta(database)) throw damaged("it doesn't say its format");
  const int64_t format = database.integer("SELECT format FROM meta");
  if (format > kFormat) {
    constexpr auto kMessage =
        "written by a later version of Sitrep (format {}; this one reads up to {})";
    throw Failed(Code::newer_ledger, fmt::format(kMessage, format, kFormat));
  }
  if (format < 1) throw damaged(fmt::format("format {}", format));
  if (format < kEarliestFormat) {
    constexpr auto kMessage =
        "written by an early version of Sitrep (format {}; this one has {}): build it anew";
    throw Failed(Code::corrupt_ledger, fmt::format(kMessage, format, kFormat));
  }
}

// Takes back what a writer that was killed while it made the ledger had begun. Only a writing
// connection can.
void undo_begun(const std::string& path) {
  if (!fs::exists(path + "-journal")) return;
  Database database(path, SQLITE_OPEN_READWRITE);
  database.set_busy_timeout(kBusyTimeout);
  has_tables(database);
}

// A ledger at rest, in a folder where this user can't write: SQLite can't make the files beside it
// that it shares with writers. There are none, then.
Database open_at_rest(const std::string& path) {
  std::string address = "file:";
  for (const char c : fs::absolute(path).string()) {
    const bool plain =
        std::isalnum(static_cast<unsigned char>(c)) || c == '/' || c == '.' || c == '-';
    plain ? void(address += c)
          : void(address += fmt::format("%{:02X}", static_cast<unsigned char>(c)));
  }
  return Database(address + "?immutable=1",
                  SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX);
}

Database open_to_read(const std::string& path) {
  undo_begun(path);
  try {
    Database database(path, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX);
    database.set_busy_timeout(kBusyTimeout);
    has_tables(database);
    return database;
  } catch (const Failed& failed) {
    if (failed.error().code != Code::io_failed || fs::exists(path + "-wal") ||
        fs::exists(path + "-journal"))
      throw;
    return open_at_rest(path);
  }
}

Database open_to_write(const std::string& path) {
  Database database(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX);
  if (database.read_only()) throw Failed(Code::io_failed, "no permission to write to it");
  database.set_busy_timeout(kBusyTimeout);
  if (!has_tables(database)) create_tables(database);
  return database;
}

// Readers go on reading while one writer writes, and a commit is on the disk when it returns.
void prepare_to_write(Database& database) {
  database.execute("PRAGMA journal_mode = WAL");
  database.execute("PRAGMA synchronous = FULL");
  database.execute(
      "PRAGMA cache_size = -262144");  // KiB at most; the default of 2 MiB reads pages anew
}

}  // namespace

Database open_database(const std::string& path, Ledger::Access access) {
  if (path.empty()) throw Failed(Code::usage, "no ledger named");
  const Found found = look_at(path);
  if (found == Found::nothing && access != Ledger::Access::create)
    throw Failed(Code::not_found, "no such ledger");
  const bool reading = access == Ledger::Access::read;
  if (found == Found::empty && reading) throw not_yet();
  Database database = reading ? open_to_read(path) : open_to_write(path);
  if (!has_tables(database)) throw not_yet();
  check_format(database);
  std::error_code failed;
  if (fs::file_size(path, failed) <= kCheckedAtOpen) check_pages(database, true);
  if (!reading) prepare_to_write(database);
  return database;
}

void check_pages(Database& database, bool quick) {
  const std::string found =
      database.text(quick ? "PRAGMA quick_check(1)" : "PRAGMA integrity_check(1)");
  if (found != "ok") throw damaged(found);
}

}  // namespace sitrep::ledger
