// Who sits where and the sketches, as one connection sees them; and several such connections, for
// many questions at once.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "incidents/archive.h"
#include "ledger/sqlite.h"

namespace sitrep::ledger {

class SeatReader {
 public:
  explicit SeatReader(Database& database);

  std::vector<incidents::Row> seated(const incidents::Question& question);
  // Null: it has none.
  std::shared_ptr<const incidents::Sketch> sketch(uint32_t report);

 private:
  void add_of_era(int32_t era, const incidents::Question& question,
                  std::vector<incidents::Row>& out);
  Statement seated_;
  Statement sketch_;
};

// Connections beside the one that writes. They see what was committed when they were first asked:
// nobody may commit from then on until they are gone.
class SeatReaders {
 public:
  explicit SeatReaders(std::string path) : path_(std::move(path)) {}

  // Calls work(reader, i) for each i below n, neighbours by one connection, on all cores.
  using Work = std::function<void(SeatReader&, size_t)>;
  void for_each(size_t n, const Work& work);

 private:
  struct Connection {
    explicit Connection(const std::string& path);
    Database database;
    SeatReader reader;
  };
  std::unique_ptr<Connection> borrow();
  void give_back(std::unique_ptr<Connection> connection);

  std::string path_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Connection>> idle_;
};

std::shared_ptr<const incidents::Sketch> unpacked(std::string_view sketch);  // throws Failed

}  // namespace sitrep::ledger
