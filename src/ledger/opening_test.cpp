// Files that are no ledger, or not a sound one.
#include "ledger/opening.h"

#include <gmock/gmock.h>

#include <fstream>

#include "ledger/correction_test_world.h"
#include "ledger/pack.h"

namespace sitrep::ledger {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the room's own
using testing::HasSubstr;
using Access = Ledger::Access;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const std::string& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

Error error_of(const std::string& path, Access access) {
  const auto opened = Ledger::open(path, access);
  return opened ? Error{} : opened.error();
}

std::string make_ledger(const Folder& folder) {
  std::string path = folder / "l.sitrep";
  Ledger ledger = open(path);
  add(ledger, six_reports());
  return path;
}

void execute(const std::string& path, const std::string& sql) {
  Database(path, SQLITE_OPEN_READWRITE).execute(sql);
}

TEST(Opening, AMissingLedgerIsNotFound) {
  const Folder folder;
  for (const Access access : {Access::read, Access::write}) {
    const Error error = error_of(folder / "none", access);
    EXPECT_EQ(error.code, Code::not_found);
    EXPECT_EQ(error.file, folder / "none");
    EXPECT_FALSE(std::filesystem::exists(folder / "none"));
  }
  EXPECT_EQ(error_of("", Access::create).code, Code::usage);
  EXPECT_EQ(error_of(folder / "no/such/folder/l", Access::create).code, Code::io_failed);
}

TEST(Opening, WhatIsNoLedgerIsLeftUntouched) {
  const Folder folder;
  execute(open(folder / "x", Access::create).check() ? folder / "x" : "",
          "PRAGMA application_id = 1");
  write(folder / "text", "Dear diary");
  write(folder / "short", "SQLite format 3");
  write(folder / "zeros", std::string(5000, '\0'));
  Database(folder / "db", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE).execute("CREATE TABLE t (x)");
  for (const char* name : {"x", "text", "short", "zeros", "db"}) {
    const std::string before = bytes_of(folder / name);
    for (const Access access : {Access::read, Access::write, Access::create}) {
      const Error error = error_of(folder / name, access);
      EXPECT_EQ(error.code, Code::corrupt_ledger) << name;
      EXPECT_EQ(error.message, "not a ledger") << name;
    }
    EXPECT_EQ(bytes_of(folder / name), before) << name;
  }
  EXPECT_THAT(error_of(folder / ".", Access::create).message, HasSubstr("a folder"));
}

TEST(Opening, AnEmptyFileBecomesALedgerOnlyByWriting) {
  const Folder folder;
  write(folder / "l", "");
  EXPECT_EQ(error_of(folder / "l", Access::read).code, Code::not_found);
  EXPECT_TRUE(Ledger::open(folder / "l", Access::write));
  EXPECT_TRUE(Ledger::open(folder / "l", Access::read));
}

TEST(Opening, ANewerLedgerIsRefused) {
  const Folder folder;
  const std::string path = make_ledger(folder);
  execute(path, "UPDATE meta SET format = 99");
  for (const Access access : {Access::read, Access::write, Access::create}) {
    const Error error = error_of(path, access);
    EXPECT_EQ(error.code, Code::newer_ledger);
    EXPECT_THAT(error.message, HasSubstr("format 99"));
  }
}

TEST(Opening, AnEarlierFormatIsRefusedClearly) {
  const Folder folder;
  const std::string path = make_ledger(folder);
  execute(path, "UPDATE meta SET format = 9");
  for (const Access access : {Access::read, Access::write, Access::create}) {
    const Error error = error_of(path, access);
    EXPECT_EQ(error.code, Code::corrupt_ledger);
    EXPECT_THAT(error.message, HasSubstr("build it anew"));
  }
}

// Of format 10 the tables are those of today; its sketches can't be read any longer.
void make_format_10(const std::string& path) {
  execute(path,
          "UPDATE sketches SET sketch = x'05'; UPDATE seats SET key = key + 1, slot = 0; "
          "UPDATE meta SET format = 10");
}

TEST(Opening, WhatSitsElsewhereInAnEarlierFormatIsSeatedAnewByTheFirstThatWrites) {
  const Folder folder;
  const std::string path = make_ledger(folder);
  Ledger as_built = open(path);
  make(as_built, killed("a/e1", 9));
  const std::string market = id_of(as_built, "a/e1");
  const auto wanted = content(as_built);
  make_format_10(path);
  EXPECT_EQ(content(open(path, Access::read)), wanted) << "readers need no seats";
  Ledger ledger = open(path, Access::write);
  const Coding one_more =
      coded("g", "A car bomb killed 7 people at the market in Velm.", "2022-01-05");
  EXPECT_EQ(add(ledger, {}).incidents, 3u);
  EXPECT_EQ(content(ledger), wanted);
  EXPECT_EQ(Database(path, SQLITE_OPEN_READONLY).integer("SELECT format FROM meta"), kFormat);
  EXPECT_EQ(id_of(ledger, "a/e1"), market);
  add(ledger, {one_more});
  EXPECT_EQ(id_of(ledger, "g/e1"), market);
  EXPECT_EQ(ledger.incident(market).value().killed.best, 9) << "as a person said";
}

TEST(Opening, WithoutItsFormatItIsDamaged) {
  const Folder folder;
  const std::string path = make_ledger(folder);
  execute(path, "DELETE FROM meta");
  EXPECT_EQ(error_of(path, Access::read).code, Code::corrupt_ledger);
  execute(path, "DROP TABLE meta");
  EXPECT_EQ(error_of(path, Access::write).code, Code::corrupt_ledger);
}

TEST(Opening, DamagedPagesAreTold) {
  const Folder folder;
  const std::string sound = bytes_of(make_ledger(folder));
  const std::string path = folder / "damaged";
  for (size_t page = 0; page * 4096 < sound.size(); ++page) {
    std::string bytes = sound;
    for (size_t i = page == 0 ? 100 : 0; i < 4096; ++i)
      bytes[page * 4096 + i] = static_cast<char>(0xA5 + i % 7);
    write(path, bytes);
    const auto opened = Ledger::open(path, Access::read);
    const auto checked = opened ? opened->check() : Result<void>(Failure(opened.error()));
    ASSERT_FALSE(checked) << "page " << page;
    EXPECT_EQ(checked.error().code, Code::corrupt_ledger) << checked.error().message;
  }
  for (const size_t size : {size_t{150}, size_t{4096}, sound.size() - 4096}) {
    write(path, sound.substr(0, size));
    EXPECT_EQ(error_of(path, Access::read).code, Code::corrupt_ledger) << size;
  }
}

TEST(Opening, ADamagedCodingIsTold) {
  const Folder folder;
  const std::string path = make_ledger(folder);
  execute(path, "UPDATE reports SET coding = x'0102' WHERE id = 'a'");
  Ledger ledger = open(path, Access::write);
  EXPECT_EQ(ledger.codings({"a"}).error().code, Code::corrupt_ledger);
  EXPECT_EQ(ledger.check().error().code, Code::corrupt_ledger);
  EXPECT_EQ(ledger.add({coded("n", "A bomb in Velm.")}, knowledge(), code).error().code,
            Code::corrupt_ledger);
  EXPECT_FALSE(ledger.has_report("n", coded("n", "A bomb in Velm.").report.sha256).value());
}

TEST(Opening, ALedgerAtRestIsOneFile) {
  const Folder folder;
  const std::string path = make_ledger(folder);
  EXPECT_FALSE(std::filesystem::exists(path + "-wal"));
  EXPECT_FALSE(std::filesystem::exists(path + "-journal"));
}

TEST(Opening, AReaderCanNotAdd) {
  const Folder folder;
  Ledger ledger = open(make_ledger(folder), Access::read);
  EXPECT_EQ(ledger.add(six_reports(), knowledge(), code).error().code, Code::usage);
}

TEST(Packing, ComesBackOrIsRefused) {
  for (const std::string& text : {std::string(), std::string("a"), std::string(100000, 'x')}) {
    const std::string packed = pack(text);
    EXPECT_EQ(unpack(packed), text);
    for (size_t size = 0; size < packed.size(); ++size)
      EXPECT_THROW(unpack(packed.substr(0, size)), Failed);
  }
  EXPECT_THROW(unpack(std::string(16, '\xff')), Failed);
}

}  // namespace
}  // namespace sitrep::ledger
