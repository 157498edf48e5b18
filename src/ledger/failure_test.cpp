// Kills, full disks, other writers: a ledger holds whole steps only, and goes on from there.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <future>
#include <random>
#include <thread>

#include "ledger/correction_test_world.h"
#include "ledger/opening.h"

namespace sitrep::ledger {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the room's own
using Access = Ledger::Access;

std::vector<Coding> many_reports(int count) {
  std::vector<Coding> out;
  std::mt19937 random(3);
  for (int i = 0; i < count; ++i) {
    const std::string day = "2022-0" + std::to_string(1 + i % 9) + "-10";
    std::string text = "A bomb killed " + std::to_string(1 + i % 9) + " people in Velm.\n";
    for (int word = 0; word < 300; ++word) text += std::to_string(random()) + ' ';
    out.push_back(coded("r" + std::to_string(i), text, i % 5 == 0 ? std::string() : day));
  }
  return out;
}

void add_in_pairs(const std::string& path, const std::vector<Coding>& codings) {
  Ledger ledger = open(path);
  for (size_t i = 0; i + 1 < codings.size(); i += 2) add(ledger, {codings[i], codings[i + 1]});
}

// Runs `work` in a child that is killed after a while; false: it was done before.
bool killed_after(std::chrono::microseconds time, const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      work();
    } catch (const std::exception& e) {
      fprintf(stderr, "%s\n", e.what());
      _exit(1);
    }
    _exit(0);
  }
  std::this_thread::sleep_for(time);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
  return WIFSIGNALED(status);
}

bool holds_pairs_only(const Ledger& ledger) { return ledger.report_ids().value().size() % 2 == 0; }

// Before any thread of this process runs: a forked child has only the thread that forked.
TEST(AFirst, KilledAtAnyInstantItOpensAndGoesOn) {
  const auto codings = many_reports(16);
  const Folder folder;
  knowledge();
  std::mt19937 random(11);
  int kills = 0;
  for (int round = 0; round < 20; ++round) {
    const std::string path = folder / std::to_string(round);
    for (int time = 2000; killed_after(std::chrono::microseconds(random() % time),
                                       [&] { add_in_pairs(path, codings); });
         time = time * 3 / 2) {
      ++kills;
      const auto ledger = Ledger::open(path, Access::read);
      if (!ledger && ledger.error().code == Code::not_found) continue;
      ASSERT_TRUE(ledger) << describe(ledger.error());
      ASSERT_TRUE(ledger->check()) << "round " << round;
      EXPECT_TRUE(holds_pairs_only(*ledger));
    }
  }
  add_in_pairs(folder / "undisturbed", codings);
  const auto expected = content(open(folder / "undisturbed", Access::read));
  for (int round = 0; round < 20; ++round) {
    EXPECT_EQ(content(open(folder / std::to_string(round), Access::read)), expected)
        << "round " << round;
  }
  EXPECT_GE(kills, 20);
}

// Three incidents corrected and one correction taken back, in four steps.
void correct_in_steps(const std::string& path) {
  Ledger ledger = open(path);
  std::vector<CorrectionOrder> orders = {order(CorrectionKind::merge, "e/e1", {"f/e1"}),
                                         order(CorrectionKind::split, "a/e1", {"b"}),
                                         killed("a/e1", 9), order(CorrectionKind::undo, "")};
  orders.back().undoes = 1;
  for (size_t done = log_of(ledger).size(); done < orders.size(); ++done)
    make(ledger, orders[done]);
}

TEST(AFirst, KilledInTheMiddleOfACorrectionItHoldsAllOfItOrNothing) {
  const Folder folder;
  const auto start = [&](const std::string& name) {
    Ledger ledger = open(folder / name);
    add(ledger, six_reports());
  };
  start("undisturbed");
  correct_in_steps(folder / "undisturbed");
  const auto expected = content(open(folder / "undisturbed"));
  std::mt19937 random(17);
  int kills = 0;
  for (int round = 0; round < 15; ++round) {
    const std::string name = std::to_string(round);
    start(name);
    for (int time = 1500; killed_after(std::chrono::microseconds(random() % time),
                                       [&] { correct_in_steps(folder / name); });
         time = time * 3 / 2) {
      ++kills;
      const Ledger ledger = open(folder / name, Access::read);
      ASSERT_TRUE(ledger.check());
      const auto log = log_of(ledger);
      const auto shown = everything(ledger);
      const bool merged = std::ranges::any_of(shown, [](const Incident& i) {
        return std::ranges::count(i.members, "e/e1") && std::ranges::count(i.members, "f/e1");
      });
      EXPECT_EQ(merged, !log.empty() && !log[0].undone_by) << "the log and the incidents agree";
    }
    EXPECT_EQ(content(open(folder / name, Access::read)), expected) << "round " << round;
  }
  EXPECT_GE(kills, 15);
}

// Files can't grow beyond this while it lives.
class SizeLimit {
 public:
  explicit SizeLimit(rlim_t bytes) : old_handler_(signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &old_);
    const rlimit limit{bytes, old_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  SizeLimit(const SizeLimit&) = delete;
  SizeLimit& operator=(const SizeLimit&) = delete;
  ~SizeLimit() {
    setrlimit(RLIMIT_FSIZE, &old_);
    signal(SIGXFSZ, old_handler_);
  }

 private:
  rlimit old_{};
  sighandler_t old_handler_;
};

TEST(Failures, WhereFilesCanNotGrowNothingIsLost) {
  const Folder folder;
  Ledger ledger = open(folder / "l");
  add(ledger, six_reports());
  const auto before = content(ledger);
  {
    const SizeLimit limit(400'000);
    const auto failed = ledger.add(many_reports(200), knowledge(), code);
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().code, Code::io_failed) << failed.error().message;
    EXPECT_EQ(content(ledger), before);
  }
  EXPECT_TRUE(ledger.check());
  EXPECT_EQ(add(ledger, many_reports(20)).added, 20u);
}

// A file system of this many bytes while it lives.
class SmallDisk {
 public:
  explicit SmallDisk(const std::string& path) : path_(path) {
    std::filesystem::create_directory(path);
    mounted_ = mount("tmpfs", path.c_str(), "tmpfs", 0, "size=700k") == 0;
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) umount2(path_.c_str(), MNT_DETACH);
  }
  bool mounted() const { return mounted_; }
  bool make_read_only() { return mount("", path_.c_str(), "", MS_REMOUNT | MS_RDONLY, "") == 0; }

 private:
  std::string path_;
  bool mounted_ = false;
};

TEST(Failures, OnAFullDiskNothingIsLost) {
  const Folder folder;
  const SmallDisk disk(folder / "disk");
  if (!disk.mounted()) GTEST_SKIP() << "no permission to mount";
  Ledger ledger = open(folder / "disk/l");
  add(ledger, six_reports());
  const auto before = content(ledger);
  const auto failed = ledger.add(many_reports(400), knowledge(), code);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, Code::io_failed);
  EXPECT_EQ(failed.error().message, "no space left on the disk");
  EXPECT_EQ(content(ledger), before);
  EXPECT_TRUE(open(folder / "disk/l", Access::read).check());
}

TEST(Failures, ALedgerAtRestIsReadWhereNothingCanBeWritten) {
  const Folder folder;
  SmallDisk disk(folder / "a disk?");
  if (!disk.mounted()) GTEST_SKIP() << "no permission to mount";
  const std::string path = folder / "a disk?/l";
  {
    Ledger ledger = open(path);
    add(ledger, six_reports());
  }
  ASSERT_TRUE(disk.make_read_only());
  EXPECT_EQ(content(open(path, Access::read)).size(), 3u);
  EXPECT_EQ(Ledger::open(path, Access::write).error().code, Code::io_failed);
}

TEST(Failures, AWriterWaitsForTheOther) {
  const Folder folder;
  Ledger ledger = open(folder / "l");
  Database other(folder / "l", SQLITE_OPEN_READWRITE);
  auto transaction = std::make_unique<Transaction>(other);
  auto added = std::async(std::launch::async, [&] { return add(ledger, six_reports()).added; });
  EXPECT_EQ(added.wait_for(std::chrono::milliseconds(200)), std::future_status::timeout);
  transaction.reset();
  EXPECT_EQ(added.get(), 6u);
}

TEST(Failures, AWriterThatWaitsTooLongIsTold) {
  const Folder folder;
  open(folder / "l");
  Database one(folder / "l", SQLITE_OPEN_READWRITE);
  Database two(folder / "l", SQLITE_OPEN_READWRITE);
  two.set_busy_timeout(20);
  const Transaction transaction(one);
  const auto failed = guarded("l", [&] { Transaction second(two); });
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, Code::busy);
  EXPECT_EQ(describe(failed.error()), "l: another process is writing to it");
}

TEST(Failures, TwoPeopleAtOnceBothAreHeard) {
  const Folder folder;
  Ledger ledger = open(folder / "l");
  add(ledger, six_reports());
  const std::string market = id_of(ledger, "a/e1");
  const auto correct_often = [&](CorrectedField field) {
    Ledger own = open(folder / "l", Access::write);
    for (int64_t n = 1; n <= 5; ++n) {
      CorrectionOrder wanted = killed(market, n);
      wanted.changes[0].field = field;
      make(own, wanted);
    }
  };
  auto one = std::async(std::launch::async, correct_often, CorrectedField::killed);
  auto other = std::async(std::launch::async, correct_often, CorrectedField::wounded);
  add(ledger, {coded("g", "A bomb near Torb killed 4 people.", "2022-06-01")});
  one.get(), other.get();
  EXPECT_EQ(log_of(ledger).size(), 10u);
  EXPECT_EQ(ledger.incident(market).value().killed.best, 5);
  EXPECT_EQ(ledger.incident(market).value().wounded.best, 5);
  EXPECT_NE(id_of(ledger, "g/e1"), "");
}

TEST(Failures, ReadersGoOnWhileAnotherWrites) {
  const Folder folder;
  Ledger writer = open(folder / "l");
  add(writer, six_reports());
  const Ledger reader = open(folder / "l", Access::read);
  const auto recode_and_look = [&](Report report) {
    EXPECT_EQ(content(reader).size(), 3u);
    return code(std::move(report));
  };
  const Coding undated = coded("u", "A car bomb killed 5 people at a crowded market in Velm.");
  ASSERT_TRUE(writer.add({undated}, knowledge(), recode_and_look));
  EXPECT_EQ(reader.report_ids().value().size(), 7u);
}

TEST(Failures, ACoderThatThrowsLeavesTheLedgerAsItWas) {
  const Folder folder;
  Ledger ledger = open(folder / "l");
  const auto failing = [](Report) -> Coding { throw std::runtime_error("no"); };
  EXPECT_THROW(static_cast<void>(ledger.add(six_reports(), knowledge(), failing)),
               std::runtime_error);
  EXPECT_TRUE(ledger.report_ids().value().empty());
  EXPECT_EQ(add(ledger, six_reports()).added, 6u);
}

}  // namespace
}  // namespace sitrep::ledger
