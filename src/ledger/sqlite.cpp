#include "ledger/sqlite.h"

namespace sitrep::ledger {

namespace {

Code code_of(int status) {
  switch (status & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Code::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return Code::corrupt_ledger;
    default:
      return Code::io_failed;
  }
}

std::string explanation(sqlite3* connection, int status) {
  switch (status & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another process is writing to it";
    case SQLITE_FULL:
      return "no space left on the disk";
    case SQLITE_IOERR:
      return "reading or writing it failed (disk full, or a file size limit?)";
    case SQLITE_NOTADB:
      return "not a ledger";
    case SQLITE_CORRUPT:
      return "the ledger is damaged";
    case SQLITE_READONLY:
      return "no permission to write to it";
    case SQLITE_CANTOPEN:
      return "it can't be opened";
    default:
      return connection ? sqlite3_errmsg(connection) : sqlite3_errstr(status);
  }
}

[[noreturn]] void raise(sqlite3* connection, int status) {
  throw Failed(code_of(status), explanation(connection, status));
}

}  // namespace

Database::Database(const std::string& address, int flags) {
  sqlite3* connection = nullptr;
  const int status = sqlite3_open_v2(address.c_str(), &connection, flags, nullptr);
  connection_.reset(connection);
  if (status != SQLITE_OK) raise(connection, status);
  sqlite3_extended_result_codes(connection, 1);
}

void Database::execute(const std::string& sql) {
  const int status = sqlite3_exec(handle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (status != SQLITE_OK) raise(handle(), status);
}

int64_t Database::integer(std::string_view sql) {
  Statement statement(*this, sql);
  return statement.next() ? statement.integer(0) : 0;
}

std::string Database::text(std::string_view sql) {
  Statement statement(*this, sql);
  return statement.next() ? std::string(statement.text(0)) : std::string();
}

Statement::Statement(Database& database, std::string_view sql) : connection_(database.handle()) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(connection_, sql.data(), static_cast<int>(sql.size()), &statement,
                           nullptr));
  statement_.reset(statement);
}

void Statement::check(int status) const {
  if (status != SQLITE_OK) raise(connection_, status);
}

// An empty view may have no address, which would bind NULL.
void Statement::bind_one(int index, std::string_view text) {
  const char* data = text.data() ? text.data() : "";
  check(
      sqlite3_bind_text64(statement_.get(), index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
}

void Statement::bind_one(int index, Blob blob) {
  const char* data = blob.bytes.data() ? blob.bytes.data() : "";
  check(sqlite3_bind_blob64(statement_.get(), index, data, blob.bytes.size(), SQLITE_STATIC));
}

void Statement::bind_one(int index, double number) {
  check(sqlite3_bind_double(statement_.get(), index, number));
}

void Statement::bind_one(int index, std::nullopt_t) {
  check(sqlite3_bind_null(statement_.get(), index));
}

void Statement::bind_integer(int index, int64_t number) {
  check(sqlite3_bind_int64(statement_.get(), index, number));
}

bool Statement::next() {
  const int status = sqlite3_step(statement_.get());
  if (status == SQLITE_ROW) return true;
  if (status == SQLITE_DONE) return false;
  raise(connection_, status);
}

// The status that reset gives back is that of the last step, which was told already.
void Statement::reset() { sqlite3_reset(statement_.get()); }

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

double Statement::real(int column) const { return sqlite3_column_double(statement_.get(), column); }

int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

std::string_view Statement::text(int column) const {
  const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  return data ? std::string_view(data, sqlite3_column_bytes(statement_.get(), column))
              : std::string_view();
}

std::string_view Statement::blob(int column) const {
  const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
  return data ? std::string_view(data, sqlite3_column_bytes(statement_.get(), column))
              : std::string_view();
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.execute("BEGIN IMMEDIATE");
}

// Some failures (a full disk) have rolled it back already. A statement that is still stepping
// through rows does not keep a ROLLBACK from working.
Transaction::~Transaction() {
  if (database_.in_transaction())
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() { database_.execute("COMMIT"); }

}  // namespace sitrep::ledger
