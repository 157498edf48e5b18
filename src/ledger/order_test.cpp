// What a ledger holds is a function of its reports: whatever the order, the batches, the threads.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <tbb/global_control.h>

#include <random>

#include "ledger/test_world.h"

namespace sitrep::ledger {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the room's own

// A news desk's months: towns where much and where little happens, one so busy that its events are
// a crowd at their seats, reports without a day, copies, and later versions of reports.
class Desk {
 public:
  explicit Desk(unsigned seed) : random_(seed) {}

  std::vector<Coding> reports(size_t count) {
    std::vector<Coding> out;
    while (out.size() < count) {
      out.push_back(first(out.size()));
      if (pick(8) == 0) out.push_back(copy_of(out[pick(out.size())].report, out.size()));
      if (pick(9) == 0) out.push_back(later(out[pick(out.size())].report, out.size()));
    }
    return out;
  }

 private:
  size_t pick(size_t n) { return random_() % n; }

  Coding first(size_t n) {
    static constexpr const char* kPlaces[] = {"market", "bridge", "school", "mosque", "barracks"};
    const bool busy = pick(2) == 0;
    const std::string day =
        busy ? "2022-05-05" : fmt::format("2022-0{}-{:02}", 1 + pick(6), 1 + pick(28));
    const std::string town = busy || pick(2) == 0 ? "Velm" : "Torb";
    std::string text = fmt::format(
        "A bomb killed {} people at the {} in {}.\nColonel Marek{} spoke of Unit{} and Road{}.",
        1 + pick(9), kPlaces[pick(5)], town, pick(40), pick(60), pick(25));
    if (pick(6) == 0) text += "\nAnother bomb went off in Torb and in Velm.";
    return code(report(fmt::format("r{:04}", n), text, pick(12) == 0 ? "" : day));
  }

  Coding copy_of(const Report& original, size_t n) {
    Report out = report(fmt::format("r{:04}", n), original.text + "\n");
    if (original.published) out.published = original.published;
    return code(out);
  }

  Coding later(Report old, size_t n) {
    Report out = report(pick(2) == 0 ? old.id : fmt::format("r{:04}", n),
                        fmt::format("{}\nThe toll rose, said Mayor Tilda{}.", old.text, pick(9)));
    out.uri = old.uri;
    if (old.published && old.published->start)
      out.published = day_when(*old.published->start + std::chrono::days(1), Basis::stated);
    return code(out);
  }

  std::mt19937 random_;
};

// Versions of one report that say nothing of their time follow each other in the order given.
bool settled(const std::vector<Coding>& codings, const Coding& coding) {
  return std::ranges::all_of(codings, [&](const Coding& other) {
    const bool versions = &other != &coding && (other.report.uri == coding.report.uri ||
                                                other.report.id == coding.report.id);
    return !versions || (coding.report.published && other.report.published &&
                         coding.report.published != other.report.published);
  });
}

std::vector<Coding> settled_reports(unsigned seed, size_t count) {
  const auto all = Desk(seed).reports(count);
  std::vector<Coding> out;
  for (const Coding& coding : all) {
    if (settled(all, coding)) out.push_back(coding);
  }
  return out;
}

std::vector<std::string> after(const std::vector<Coding>& codings, auto&& batch) {
  Ledger ledger = open(":memory:");
  for (size_t i = 0; i < codings.size();) {
    const size_t end = std::min(codings.size(), i + batch());
    add(ledger, {codings.begin() + static_cast<std::ptrdiff_t>(i),
                 codings.begin() + static_cast<std::ptrdiff_t>(end)});
    i = end;
  }
  return content(ledger);
}

TEST(Order, NoOrderAndNoBatchesChangeWhatStands) {
  auto codings = settled_reports(1, 240);
  const auto wanted = after(codings, [&] { return codings.size(); });
  ASSERT_GT(wanted.size(), 20u);
  std::mt19937 random(5);
  for (int order = 0; order < 20; ++order) {
    std::ranges::shuffle(codings, random);
    const size_t most = order == 0 ? 1 : 1 + random() % 90;
    ASSERT_EQ(after(codings, [&] { return 1 + random() % most; }), wanted) << "order " << order;
  }
}

// Attacks day by day in one town and now and then in another, each told by a few reports: how much
// happens in a town, and which names are told there every day, turns out only as they come in.
std::vector<Coding> busy_weeks(unsigned seed, size_t count) {
  static constexpr const char* kPlaces[] = {"market", "bridge", "school"};
  std::mt19937 random(seed);
  std::vector<Coding> out;
  while (out.size() < count) {
    const size_t attack = random() % 40;
    const std::string text = fmt::format(
        "A bomb killed {} people at the {} in {}.\nSpokesman Abel Korr{} told of Unit{} Red{} on "
        "Lane{} Street{}, where Guard{} Otto{} saw it.",
        1 + attack % 4, kPlaces[attack % 3], attack % 8 == 0 ? "Torb" : "Velm", random() % 3,
        random() % 90, random() % 90, attack, attack, random() % 90, random() % 90);
    out.push_back(code(report(fmt::format("b{:04}", out.size()), text,
                              fmt::format("2022-05-{:02}", 1 + attack % 20))));
  }
  return out;
}

TEST(Order, WhenATownTurnsOutToBeBusyWhatStandsThereIsLookedAtAnew) {
  auto codings = busy_weeks(3, 150);
  const auto wanted = after(codings, [&] { return codings.size(); });
  ASSERT_GT(wanted.size(), 10u);
  std::mt19937 random(6);
  for (int order = 0; order < 12; ++order) {
    std::ranges::shuffle(codings, random);
    const size_t most = order < 2 ? 1 : 1 + random() % 40;
    ASSERT_EQ(after(codings, [&] { return 1 + random() % most; }), wanted) << "order " << order;
  }
}

// Three texts that are told again and again for half a year, some without a day: five-word runs
// that are crowded in some months and not in others.
std::vector<Coding> reprints(unsigned seed, size_t count) {
  static constexpr const char* kPlaces[] = {"market", "bridge", "school"};
  std::mt19937 random(seed);
  std::vector<Coding> out;
  while (out.size() < count) {
    const size_t place = random() % 8 == 0 ? 1 + random() % 2 : 0;
    const std::string text = fmt::format(
        "A car bomb killed 5 people at a crowded {} in Velm on the eve of the feast, police "
        "said.\nShops around the {} were burned and the road was closed for hours.\nPaper{} has "
        "more.",
        kPlaces[place], kPlaces[place], out.size());
    const size_t month = 1 + random() % 24 % 6;
    const std::string day = random() % 10 == 0
                                ? std::string()
                                : fmt::format("2022-0{}-{:02}", month, 1 + random() % 28);
    out.push_back(code(report(fmt::format("p{:04}", out.size()), text, day)));
  }
  return out;
}

TEST(Order, CopiesOfManyMonthsPointToTheSameOriginals) {
  auto codings = reprints(4, 320);
  const auto wanted = after(codings, [&] { return codings.size(); });
  std::mt19937 random(8);
  for (int order = 0; order < 4; ++order) {
    std::ranges::shuffle(codings, random);
    const auto found = after(codings, [&] { return 1 + random() % 80; });
    ASSERT_TRUE(found == wanted) << "order " << order;
  }
}

TEST(Order, NoNumberOfThreadsChangesWhatStands) {
  const auto codings = settled_reports(2, 200);
  std::vector<std::string> wanted;
  for (const size_t threads : {1, 2, 7}) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    const auto found = after(codings, [] { return size_t{50}; });
    if (wanted.empty()) wanted = found;
    EXPECT_EQ(found, wanted) << threads << " threads";
  }
}

}  // namespace
}  // namespace sitrep::ledger
