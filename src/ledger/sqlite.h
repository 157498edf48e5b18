// A thin RAII layer over SQLite. Inside this room what the store can't do is thrown as a Failed
// (full disk, lock, damage), so that every transaction ends by unwinding; the public Ledger turns
// it into an Error (see `guarded`).
#pragma once

#include <sqlite3.h>

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/failures.h"

namespace sitrep::ledger {

// Bytes that go in as a BLOB and not as TEXT.
struct Blob {
  std::string_view bytes;
};

class Database;

// A prepared statement. Text and blobs are bound without a copy: they must live until the statement
// is reset or ends.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  // Resets and binds all parameters, from the first.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    reset();
    int index = 0;
    (bind_one(++index, values), ...);
    return *this;
  }
  template <typename... Values>
  void run(const Values&... values) {
    bind(values...);
    while (next()) {
    }
  }
  void bind_one(int index, std::string_view text);
  void bind_one(int index, Blob blob);
  void bind_one(int index, double number);
  void bind_one(int index, std::nullopt_t);
  void bind_one(int index, std::integral auto number) {
    bind_integer(index, static_cast<int64_t>(number));
  }
  template <typename T>
  void bind_one(int index, const std::optional<T>& value) {
    value ? bind_one(index, *value) : bind_one(index, std::nullopt);
  }

  bool next();  // to the next row; false: there is none
  void reset();

  bool is_null(int column) const;
  int64_t integer(int column) const;
  double real(int column) const;
  std::string_view text(int column) const;  // until the next row
  std::string_view blob(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  void bind_integer(int index, int64_t number);
  void check(int status) const;
  sqlite3* connection_;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class Database {
 public:
  // `address`: a path, or a file: URI with SQLITE_OPEN_URI among the flags.
  Database(const std::string& address, int flags);

  void execute(const std::string& sql);
  int64_t integer(std::string_view sql);  // the first column of the first row; 0 when there is none
  std::string text(std::string_view sql);
  void set_busy_timeout(int milliseconds) { sqlite3_busy_timeout(connection_.get(), milliseconds); }
  std::string file() const {  // empty: it is in memory
    const char* path = sqlite3_db_filename(connection_.get(), "main");
    return path ? path : "";
  }
  bool read_only() const { return sqlite3_db_readonly(connection_.get(), "main") == 1; }
  bool in_transaction() const { return sqlite3_get_autocommit(connection_.get()) == 0; }
  int64_t last_row() const { return sqlite3_last_insert_rowid(connection_.get()); }
  sqlite3* handle() const { return connection_.get(); }

 private:
  struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
  };
  std::unique_ptr<sqlite3, Close> connection_;
};

// A write transaction: all of it, or when it ends without commit(), nothing.
class Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();

 private:
  Database& database_;
};

// Runs `work`; what it throws as Failed becomes the Error, with `path` as its file.
template <typename Work>
auto guarded(const std::string& path, Work&& work) -> Result<decltype(work())> {
  try {
    if constexpr (std::is_void_v<decltype(work())>) {
      work();
      return {};
    } else {
      return work();
    }
  } catch (const Failed& failed) {
    Error error = failed.error();
    if (error.file.empty()) error.file = path;
    return Failure(std::move(error));
  }
}

}  // namespace sitrep::ledger
