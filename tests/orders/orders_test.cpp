// One set of reports, one ledger: whatever the order, the batches and the threads.
#include <gmock/gmock.h>
#include <stdlib.h>
#include <tbb/global_control.h>

#include <filesystem>
#include <random>

#include "intake/reader.h"
#include "made_corpus/corpus.h"
#include "orders/ledger_content.h"
#include "sitrep/knowledge.h"
#include "sitrep/pipeline.h"

namespace sitrep {
namespace {

const std::string kSource = SITREP_SOURCE_DIR;

template <typename T>
T need(Result<T> result) {
  if (!result) throw std::runtime_error(describe(result.error()));
  return std::move(*result);
}

const Knowledge& knowledge() {
  static const Knowledge opened = need(Knowledge::open(SITREP_BINARY_DIR "/sitrep.knowledge"));
  return opened;
}

Coding code(Report report) {
  static Coder coder = need(Coder::create(knowledge()));
  return coder.code(std::move(report));
}

std::vector<Coding> code_examples() {
  Reader reader({kSource + "/examples"}, {.lexicon = &knowledge().lexicon()});
  std::vector<Coding> codings;
  while (auto report = reader.next()) {
    if (*report) codings.push_back(code(std::move(**report)));
  }
  return codings;
}

std::vector<Coding> made_codings(size_t count) {
  const std::string tables = kSource + "/benchmarks/made_corpus/tables";
  const made::World world = need(made::make_world(
      {tables, kSource + "/models/gazetteer.tsv.gz", kSource + "/dictionaries"}, 7));
  const made::Phrases phrases = need(made::Phrases::open(tables));
  made::Corpus corpus(world, phrases, 7);
  std::vector<Coding> codings;
  for (size_t i = 0; i < count; ++i)
    codings.push_back(made::code(corpus.next(), "m" + std::to_string(i)));
  return codings;
}

// In memory where that is possible: a thousand steps would wait for the disk a thousand times.
class Folder {
 public:
  Folder() {
    std::error_code none;
    const std::filesystem::path memory = "/dev/shm";
    const bool there = std::filesystem::is_directory(memory, none);
    const auto root = there ? memory : std::filesystem::temp_directory_path();
    std::string name = (root / "sitrep-orders-XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

struct Way {
  std::string name;
  size_t batch = 0;   // 0: all at once
  unsigned seed = 0;  // of the order; 0: as they are
  size_t threads = 2;
};

std::vector<std::string> content_after(const Folder& folder, std::vector<Coding> codings,
                                       const Way& way) {
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, way.threads);
  if (way.seed) std::ranges::shuffle(codings, std::mt19937(way.seed));
  const std::string path = folder.file("ledger");
  for (const char* part : {"", "-wal", "-shm"}) std::filesystem::remove(path + part);
  Ledger ledger = need(Ledger::open(path, Ledger::Access::create));
  const size_t batch = way.batch ? way.batch : codings.size();
  for (size_t i = 0; i < codings.size(); i += batch) {
    const auto first = codings.begin() + static_cast<std::ptrdiff_t>(i);
    const auto count = static_cast<std::ptrdiff_t>(std::min(batch, codings.size() - i));
    need(ledger.add({first, first + count}, knowledge(), code));
  }
  return need(content_of(ledger));
}

void expect_one_content(const std::vector<Coding>& codings, const std::vector<Way>& ways) {
  const Folder folder;
  const auto expected = content_after(folder, codings, {.name = "all at once"});
  ASSERT_GT(expected.size(), codings.size());
  for (const Way& way : ways) {
    const auto content = content_after(folder, codings, way);
    ASSERT_EQ(difference(expected, content), "") << way.name;
  }
}

std::vector<Way> random_orders(size_t reports) {
  std::vector<Way> ways;
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const size_t batch = seed % 4 == 0 ? 0 : reports / (1 + seed % 5) + seed;
    ways.push_back({.name = "order " + std::to_string(seed), .batch = batch, .seed = seed});
  }
  return ways;
}

std::vector<Way> batches_and_threads() {
  return {{.name = "one by one", .batch = 1},
          {.name = "one by one, in another order", .batch = 1, .seed = 99},
          {.name = "one thread", .batch = 100, .seed = 5, .threads = 1},
          {.name = "two threads", .batch = 100, .seed = 5, .threads = 2},
          {.name = "seven threads", .batch = 100, .seed = 5, .threads = 7}};
}

TEST(Orders, OfTheExamples) {
  const auto codings = code_examples();
  ASSERT_GE(codings.size(), 15u);
  expect_one_content(codings, random_orders(codings.size()));
}

TEST(Orders, BatchesAndThreadsOfTheExamples) {
  expect_one_content(code_examples(), batches_and_threads());
}

TEST(Orders, OfFiveHundredMadeReports) {
  const auto codings = made_codings(500);
  expect_one_content(codings, random_orders(codings.size()));
}

TEST(Orders, BatchesAndThreadsOfFiveHundredMadeReports) {
  expect_one_content(made_codings(500), batches_and_threads());
}

TEST(Difference, NamesTheFirst) {
  EXPECT_EQ(difference({"a", "b"}, {"a", "b"}), "");
  EXPECT_EQ(difference({"a", "b"}, {"a", "c", "d"}), "1 and 2 of 2 and 3 lines differ\n< b\n> c");
}

}  // namespace
}  // namespace sitrep
