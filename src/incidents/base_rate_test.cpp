#include "incidents/base_rate.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

constexpr double kAllNames = 1e9;  // a score that leaves names a say

// A town with a bombing a day; a name is told of it on every tenth.
class Town {
 public:
  Town() : archive_(sketches()), rates_(archive_) {}
  const Face& face(uint32_t report) { return archive_.sketch(report)->faces[0]; }
  int told(uint32_t report) { return rates_.told(face(report)); }
  void know(const std::vector<Seat>& seats) { rates_.know(seats); }
  Setting setting(uint32_t a, uint32_t b) { return rates_.setting(face(a), face(b), kAllNames); }

 private:
  static constexpr int kDays = 28;
  static std::shared_ptr<const Sketch> sketch(int n, When when, Where where) {
    static const knowledge::Lexicon lexicon;
    const std::string text =
        n % 10 == 0 ? "It hit a house on Zarghun Street." : fmt::format("It hit Alpha{} Beta.", n);
    const Coding coding = report(fmt::format("r{}", n), "2019-03-28", text,
                                 {event(EventType::bombing, when, std::move(where))});
    return std::make_shared<const Sketch>(make_sketch(coding, lexicon));
  }
  static std::vector<std::shared_ptr<const Sketch>> sketches() {
    std::vector<std::shared_ptr<const Sketch>> out;
    out.reserve(kDays + 2);
    for (int n = 0; n < kDays; ++n)
      out.push_back(sketch(n, on(fmt::format("2019-03-{:02}", n + 1)), marjah()));
    out.push_back(sketch(30, When{}, Where{}));
    When year = on("2018-01-01");
    year.end = parse_day("2018-12-31");
    out.push_back(sketch(31, year, Where{}));
    return out;
  }

  MemoryArchive archive_;
  BaseRates rates_;
};

TEST(BaseRates, ANameToldOnThreeDaysIsNoneOfItsOwn) {
  Town town;
  const Setting setting = town.setting(10, 20);
  EXPECT_GE(setting.bustle, kBusy);
  EXPECT_EQ(setting.spread, 1);
}

TEST(BaseRates, WhatIsKnownBeforehandIsWhatIsLookedUp) {
  Town town;
  std::vector<Seat> seats;
  for (uint32_t day = 0; day < 28; day += 3) {
    seats.push_back(*scene_of(town.face(day)));
    BaseRates::add_name_seats(town.face(day), town.face(10), seats);
  }
  Town informed;
  informed.know(seats);
  for (uint32_t day = 0; day < 28; ++day) {
    const Setting wanted = town.setting(day, 10);
    EXPECT_EQ(informed.setting(day, 10).bustle, wanted.bustle) << day;
    EXPECT_EQ(informed.setting(day, 10).spread, wanted.spread) << day;
  }
}

// Where one of two has neither day nor place, the other says how often a name is told there.
TEST(BaseRates, OfAnEventThatIsNowhereTheOtherSaysIt) {
  Town town;
  EXPECT_EQ(town.setting(10, 28).spread, 1);
  EXPECT_EQ(town.setting(28, 10).spread, 1);
}

TEST(BaseRates, WhatIsToldOfACountryIsMuchOrLittle) {
  Town town;
  EXPECT_EQ(town.told(0), 1);   // fifteen more days of it are near
  EXPECT_EQ(town.told(14), 2);  // all 28 are
}

TEST(BaseRates, OfAYearItIsNotKnownAndCountsAsMuch) {
  Town town;
  EXPECT_EQ(town.told(29), 2);
}

// Steps are told apart where any pair is: else a change of one would have all that sit there scored
// anew for nothing.
TEST(BaseRates, StepsThatWeighAlikeChangeNoScore) {
  constexpr uint8_t kSteps = Setting::kNoName + 1;
  for (uint8_t step = 0; step < kSteps; ++step) {
    for (uint8_t other = 0; other < kSteps; ++other) {
      if (!weigh_alike(SeatKind::name_day, step, other)) continue;
      for (size_t busy = 0; busy < weight::busy_place.size(); ++busy) {
        const auto bustle = static_cast<uint8_t>(busy);
        const auto score = [&](uint8_t spread) {
          return compare(Setting{.bustle = bustle, .spread = spread, .own_names = spread == 0});
        };
        EXPECT_EQ(score(step), score(other))
            << int{bustle} << ' ' << int{step} << ' ' << int{other};
      }
    }
  }
}

TEST(BaseRates, StepsOfAPlaceWeighEachItsOwn) {
  EXPECT_TRUE(weigh_alike(SeatKind::scene, 2, 2));
  EXPECT_FALSE(weigh_alike(SeatKind::scene, 1, 2));
  EXPECT_FALSE(weigh_alike(SeatKind::name_day, 0, 1));
}

}  // namespace
}  // namespace sitrep::incidents::test
