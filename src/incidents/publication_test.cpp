#include "incidents/publication.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::IsEmpty;

const std::string kTold =
    "Rebels shelled the barracks of Ouallam, killing eleven Nigerien soldiers, Colonel Maiga said.";

// The days found for the undated among `codings`, by report.
std::map<std::string, When> infer(const std::vector<Coding>& codings) {
  const knowledge::Lexicon lexicon;
  std::vector<std::shared_ptr<const Sketch>> sketches;
  std::vector<uint32_t> undated;
  for (uint32_t i = 0; i < codings.size(); ++i) {
    sketches.push_back(std::make_shared<const Sketch>(make_sketch(codings[i], lexicon)));
    if (!codings[i].report.published) undated.push_back(i);
  }
  MemoryArchive archive(std::move(sketches));
  const Newsroom news{archive, [&](uint32_t i) { return codings[i].report.published.has_value(); },
                      [&](const std::vector<uint32_t>& reports) {
                        std::vector<Coding> out;
                        out.reserve(reports.size());
                        for (const uint32_t i : reports) out.push_back(codings[i]);
                        return out;
                      }};
  std::map<std::string, When> out;
  for (const auto& [i, day] : infer_days(news, undated, lexicon)) out[codings[i].report.id] = day;
  return out;
}

Coding weekdays(Coding coding, std::initializer_list<int> days) {
  for (const int day : days) {
    TimeReading time;
    time.type = "DATE";
    time.value = "XXXX-WXX-" + std::to_string(day);
    coding.times.push_back(time);
  }
  return coding;
}

Coding dated(const std::string& id) {
  return report(id, "2019-03-06", kTold + " An inquiry began.", {});
}  // a Wednesday

TEST(Publication, NothingToInfer) {
  EXPECT_THAT(infer({}), IsEmpty());
  EXPECT_THAT(infer(std::vector{dated("a")}), IsEmpty());
}

TEST(Publication, OwnWeekdaysChooseTheDay) {
  const auto said_on = [](std::initializer_list<int> days) {
    const auto found = infer(std::vector{dated("a"), weekdays(report("b", "", kTold, {}), days)});
    return found.empty() ? When{} : found.at("b");
  };
  EXPECT_EQ(said_on({}), day_when(*parse_day("2019-03-06"), Basis::inferred));
  EXPECT_EQ(said_on({2, 2, 1}), day_when(*parse_day("2019-03-05"), Basis::inferred));
  EXPECT_EQ(said_on({3, 2}), day_when(*parse_day("2019-03-06"), Basis::inferred));
  EXPECT_EQ(said_on({4, 3, 4}), day_when(*parse_day("2019-03-07"), Basis::inferred));
}

TEST(Publication, StrangersDoNotDateEachOther) {
  const Coding other = report(
      "b", "", "Farmers in Brittany blocked a motorway with tractors over the price of milk.", {});
  EXPECT_THAT(infer(std::vector{dated("a"), other}), IsEmpty());
}

TEST(Publication, ALikeDeedInTheSameTownDatesNothing) {
  const Coding then =
      report("a", "2019-03-06",
             "Masked raiders robbed the Hartmann jewellers in Antwerp, stealing rings "
             "and necklaces worth two million euros. Police chased a scooter through "
             "the diamond district. Owner Lotte Hartmann was unhurt.",
             {});
  const Coding earlier =
      report("b", "",
             "Robbers disguised as women robbed the Vermeer jewellers in Antwerp, "
             "stealing watches and rings in a raid that lasted five minutes. The "
             "prosecutor spoke of an organised gang from abroad.",
             {});
  EXPECT_THAT(infer(std::vector{then, earlier}), IsEmpty());
}

TEST(Publication, DatesPassOnAndOrderDoesNotMatter) {
  const std::string link =
      "Captain Zeinabou Tahirou visited wounded men in Tillaberi with Minister Kalla Moutari.";
  std::vector<Coding> all = {dated("a"), report("b", "", kTold + " " + link, {}),
                             report("c", "", link, {})};
  const auto found = infer(all);
  EXPECT_EQ(found.size(), 2U);
  std::ranges::reverse(all);
  EXPECT_EQ(infer(all), found);
}

}  // namespace
}  // namespace sitrep::incidents::test
