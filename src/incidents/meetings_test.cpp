#include "incidents/meetings.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

// Reports of one event each, with words of their own.
std::vector<std::shared_ptr<const Sketch>> sketches(const std::vector<Event>& events) {
  static const knowledge::Lexicon lexicon;
  std::vector<std::shared_ptr<const Sketch>> out;
  for (const Event& e : events) {
    const auto n = out.size();
    const Coding coding = report(fmt::format("r{}", n), "2019-03-05",
                                 fmt::format("Alpha{} Beta{} Gamma{}.", n, n, n), {e});
    out.push_back(std::make_shared<const Sketch>(make_sketch(coding, lexicon)));
  }
  return out;
}

std::vector<std::vector<Sitter>> all_meetings(const std::vector<Event>& events) {
  MemoryArchive archive(sketches(events));
  std::vector<Sitter> all;
  for (uint32_t r = 0; r < events.size(); ++r) all.push_back(sitter(r, 0));
  const Meetings meetings(archive, all);
  std::vector<std::vector<Sitter>> out;
  for (size_t i = 0; i < all.size(); ++i) out.push_back(meetings.of_event(i));
  return out;
}

Event bomb(std::string_view day, Where where) {
  return event(EventType::bombing, on(day), std::move(where));
}

TEST(Meetings, NeighboursInSpaceAndTimeMeet) {
  const auto met = all_meetings({bomb("2019-03-04", at("A", 31.49, 64.12, "AF")),
                                 bomb("2019-03-06", at("B", 31.51, 64.13, "PK")),
                                 bomb("2019-05-04", at("C", 10.0, 64.13, "IN"))});
  EXPECT_THAT(met[0], Contains(sitter(1, 0)));
  EXPECT_THAT(met[0], Not(Contains(sitter(2, 0))));
}

TEST(Meetings, VictimsOfANameMeetWithinTheirTimeAndWhereOneHasNone) {
  const auto killing = [](When when) {
    Event e = event(EventType::armed_attack, when, {});
    e.phase = Phase::background;
    e.human_targets = {thing("a baker", "person", "Taras Fedotsky")};
    return e;
  };
  When year = on("2019-01-01");
  year.end = parse_day("2019-12-31");
  year.precision = DatePrecision::year;
  const auto met = all_meetings(
      {killing(on("2019-03-04")), killing(on("2021-09-04")), killing({}), killing(year)});
  EXPECT_EQ(met[0], (std::vector{sitter(2, 0), sitter(3, 0)}));
  EXPECT_EQ(met[1], (std::vector{sitter(2, 0), sitter(3, 0)}));
  EXPECT_EQ(met[2], (std::vector{sitter(0, 0), sitter(1, 0), sitter(3, 0)}));
}

TEST(Meetings, WhoseTownsAreKnownMeetNotByTheirCountry) {
  Where country = marjah();
  country.lat = country.lon = std::nullopt;
  country.precision = PlacePrecision::country;
  country.gazetteer_id.clear();
  country.admin1.clear();
  std::vector<Event> events{bomb("2019-03-04", at("A", 31.49, 64.12, "AF")),
                            event(EventType::arson, on("2019-03-04"), at("B", 36.7, 67.1, "AF")),
                            bomb("2019-03-04", country)};
  events.resize(120, bomb("2019-03-04", at("C", 10.0, 20.0, "TD")));  // more than meet anywhere
  const auto met = all_meetings(events);
  EXPECT_THAT(met[0], Not(Contains(sitter(1, 0))));
  EXPECT_THAT(met[0], Contains(sitter(2, 0)));
  EXPECT_THAT(met[2], AllOf(Contains(sitter(0, 0)), Contains(sitter(1, 0))));
}

TEST(Meetings, RunsOfWordsAreMetWithinTwoMonthsAndByTheUndated) {
  static const knowledge::Lexicon lexicon;
  const std::string text = "The bridge over the river was closed to all traffic after the attack.";
  std::vector<std::shared_ptr<const Sketch>> sketches;
  for (const char* day : {"2019-03-05", "2019-04-20", "2019-12-05", ""}) {
    const std::string id = fmt::format("r{}", sketches.size());
    sketches.push_back(
        std::make_shared<const Sketch>(make_sketch(report(id, day, text, {}), lexicon)));
  }
  MemoryArchive archive(sketches);
  const std::vector<Sitter> all{sitter(0), sitter(1), sitter(2), sitter(3)};
  const Meetings meetings(archive, all, Meetings::Of::marks);
  const auto met = [&](size_t i) { return meetings.of_report(i, SeatKind::mark, 1); };
  EXPECT_EQ(met(0), (std::vector<uint32_t>{1, 3}));
  EXPECT_EQ(met(1), (std::vector<uint32_t>{0, 3}));
  EXPECT_EQ(met(2), (std::vector<uint32_t>{3}));
  EXPECT_EQ(met(3), (std::vector<uint32_t>{0, 1, 2}));
}

TEST(Meetings, WithoutAPlaceADayOrANameNobodyMeets) {
  Event vague = event(EventType::bombing, {}, {});
  vague.phase = Phase::background;
  const auto met = all_meetings({vague, vague});
  EXPECT_THAT(met[0], IsEmpty());
}

TEST(Meetings, OfACrowdTheFirstMeetAllAndAllMeetTheFirst) {
  std::vector<Event> events(400, bomb("2019-03-04", marjah()));
  const auto met = all_meetings(events);
  size_t hosts = 0;
  for (uint32_t r = 0; r < events.size(); ++r) {
    hosts += met[r].size() == events.size() - 1;
    EXPECT_FALSE(met[r].empty());
    EXPECT_TRUE(met[r].size() == events.size() - 1 || met[r].size() < 60) << met[r].size();
  }
  EXPECT_GE(hosts, rule(SeatKind::cell).first);
  EXPECT_LT(hosts, 60u);
}

TEST(Meetings, WhoMeetsIsMetByTheOther) {
  std::vector<Event> events;
  for (int i = 0; i < 300; ++i) {
    Event e = bomb(fmt::format("2019-03-{:02}", 1 + i * i % 9),
                   at(fmt::format("T{}", i % 7), 31 + 0.2 * (i % 7), 64 + 0.3 * (i % 5), "AF"));
    if (i % 4 == 0) e.when.end = *e.when.start + std::chrono::days(i % 8);
    events.push_back(e);
  }
  const auto met = all_meetings(events);
  for (uint32_t r = 0; r < events.size(); ++r) {
    for (const Sitter other : met[r])
      ASSERT_TRUE(std::ranges::binary_search(met[report_of(other)], sitter(r, 0)))
          << r << " meets " << report_of(other);
  }
}

}  // namespace
}  // namespace sitrep::incidents::test
