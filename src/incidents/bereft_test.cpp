#include "incidents/bereft.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "incidents/sketch.h"
#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Bombings of one day in places far from each other: r0 and r1 in one town, r2 elsewhere.
std::vector<std::shared_ptr<const Sketch>> sketches() {
  static const knowledge::Lexicon lexicon;
  const Where places[] = {marjah(), marjah(), at("Lima", -12.05, -77.05, "PE")};
  std::vector<std::shared_ptr<const Sketch>> out;
  for (size_t i = 0; i < std::size(places); ++i) {
    Event e = event(EventType::bombing, on(fmt::format("2022-0{}-01", i < 2 ? 6 : 1)), places[i]);
    const Coding coding = report(fmt::format("r{}", i), "2022-06-02", {}, {std::move(e)});
    out.push_back(std::make_shared<const Sketch>(make_sketch(coding, lexicon)));
  }
  return out;
}

// All events in one component, with these pairs.
class OneComponent : public Standings {
 public:
  explicit OneComponent(std::vector<PairOfEvents> pairs) : pairs_(std::move(pairs)) {}
  std::optional<Stood> stood(Sitter event) override {
    return event == fresh ? std::nullopt : std::optional(Stood{.component = 1});
  }
  std::vector<Sitter> company(int64_t) override { return {}; }
  std::vector<PairOfEvents> pairs(int64_t) override { return pairs_; }
  std::optional<Sitter> fresh;

 private:
  std::vector<PairOfEvents> pairs_;
};

TEST(Bereft, WhoMeetsTheOthersOfItsPairsIsNot) {
  MemoryArchive archive(sketches());
  OneComponent standings({{sitter(0), sitter(1), 5}});
  EXPECT_THAT(bereft(archive, standings, std::vector{sitter(0), sitter(1)}), IsEmpty());
}

TEST(Bereft, WhoNoLongerMeetsOneOfThemIs) {
  MemoryArchive archive(sketches());
  OneComponent standings({{sitter(0), sitter(1), 5}, {sitter(0), sitter(2), -3}});
  EXPECT_THAT(bereft(archive, standings, std::vector{sitter(0), sitter(1)}),
              ElementsAre(sitter(0)));
}

TEST(Bereft, NobodyIsWhoIsNewOrHasNoPairs) {
  MemoryArchive archive(sketches());
  OneComponent standings({{sitter(0), sitter(2), -3}});
  standings.fresh = sitter(0);
  EXPECT_THAT(bereft(archive, standings, std::vector{sitter(0), sitter(1)}), IsEmpty());
}

}  // namespace
}  // namespace sitrep::incidents::test
