#include "incidents/reconcile.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <random>

#include "core/records_json.h"
#include "incidents/explain.h"
#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const When kMonday = on("2019-03-04");

Event car_bomb() {
  Event e = event(EventType::bombing, kMonday, marjah());
  e.instruments = {thing("car bomb", "vehicle_bomb")};
  e.killed = exactly(7);
  return e;
}

Event ambush() {
  Event e = event(EventType::armed_attack, kMonday, marjah());
  e.instruments = {thing("rifles", "rifle")};
  e.killed = exactly(2);
  return e;
}

TEST(Reconcile, NothingIsNothing) {
  EXPECT_THAT(incidents_of({}), SizeIs(0));
  EXPECT_THAT(incidents_of({report("r1", "2019-03-05", "No news.", {})}), SizeIs(0));
}

TEST(Reconcile, FourOutletsTellOfOneAttack) {
  Event vague = event(EventType::strike, kMonday, country("", "AF"));
  vague.killed = exactly(7);
  Event suicide = car_bomb();
  suicide.type = EventType::suicide_bombing;
  const auto out = incidents_of({
      report("r1", "2019-03-05", "A car packed with explosives blew up at a market gate in Marjah.",
             {car_bomb()}),
      report("r2", "2019-03-05", "Seven people died when a bomber drove into the bazaar of Marjah.",
             {suicide}),
      report("r3", "2019-03-05", "Marjah blast leaves seven dead, hospital staff say.",
             {car_bomb()}),
      report("r4", "2019-03-06", "Helmand mourns seven victims of the attack in Marjah.", {vague}),
  });
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_THAT(out[0].reports, SizeIs(4));
  EXPECT_EQ(out[0].independent_sources, 4);
  EXPECT_EQ(out[0].where.name, "Marjah");
  EXPECT_EQ(out[0].killed.best, 7);
  EXPECT_THAT(out[0].disagreements, SizeIs(0));
}

TEST(Reconcile, TwoAttacksOfOneTownAndDayStayTwo) {
  const auto out = incidents_of({
      report("r1", "2019-03-05",
             "A car bomb went off in Marjah. Hours later gunmen shot two guards.",
             {car_bomb(), ambush()}),
      report("r2", "2019-03-05",
             "Gunmen killed two guards in Marjah, where a car bomb killed seven.",
             {ambush(), car_bomb()}),
  });
  EXPECT_THAT(members_of(out),
              ElementsAre(ElementsAre("r1/e0", "r2/e1"), ElementsAre("r1/e1", "r2/e0")));
}

TEST(Reconcile, TwoAlikeAttacksOfOneReportStayTwo) {
  Event morning = car_bomb();
  morning.when = on("2019-03-04", PartOfDay::morning);
  Event evening = car_bomb();
  evening.when = on("2019-03-04", PartOfDay::evening);
  evening.killed = exactly(3);
  const auto out = incidents_of({report("r1", "2019-03-05", "Two bombs.", {morning, evening}),
                                 report("r2", "2019-03-05", "Twin blasts.", {morning, evening})});
  EXPECT_THAT(members_of(out),
              ElementsAre(ElementsAre("r1/e0", "r2/e0"), ElementsAre("r1/e1", "r2/e1")));
}

TEST(Reconcile, TownsFarApartAreNeverOne) {
  Event elsewhere = car_bomb();
  elsewhere.where = herat();
  EXPECT_THAT(incidents_of({report("r1", "2019-03-05", "One.", {car_bomb()}),
                            report("r2", "2019-03-05", "Two.", {elsewhere})}),
              SizeIs(2));
}

// Two accounts that have little more than day and country in common.
std::vector<Coding> two_thin_accounts() {
  Event told = event(EventType::raid, kMonday, country("", "AF"));
  Event retold = event(EventType::armed_attack, kMonday, country("", "AF"));
  retold.killed = at_least(3);
  return {report("r1", "2019-03-05", "Houses were searched at the valley's checkpoint.", {told}),
          report("r2", "2019-03-05", "Villagers buried three relatives.", {retold})};
}

TEST(Reconcile, WhereHardlyAnythingElseIsToldThinAccountsOfADayAreOne) {
  EXPECT_THAT(incidents_of(two_thin_accounts()), SizeIs(1));
}

TEST(Reconcile, WhereMuchIsToldThinAccountsOfADayStayApart) {
  auto codings = two_thin_accounts();
  for (int n = 0; n < 30; ++n) {
    const Where town = at(fmt::format("Town {}", n), 30.0 + n * 0.25, 62 + n * 0.25, "AF");
    const When day = on(fmt::format("2019-03-{:02}", 1 + n / 3));
    codings.push_back(report(fmt::format("x{}", n), "2019-03-11", fmt::format("Report {}.", n),
                             {event(EventType::arson, day, town)}));
  }
  const auto out = members_of(incidents_of(codings));
  EXPECT_THAT(out, testing::Contains(ElementsAre("r1/e0")));
  EXPECT_THAT(out, testing::Contains(ElementsAre("r2/e0")));
}

TEST(Reconcile, PlacesWithoutAnEntryAreNoPlaceThatBothName) {
  const auto told = [](const char* id, Where where) {
    where.gazetteer_id.clear();
    Event e = car_bomb();
    e.where = where;
    Coding coding = report(id, "2019-03-05", "A blast.", {e});
    coding.places = {{.span = {id, 0, 1, "A"}, .where = where, .confidence = 1}};
    return coding;
  };
  EXPECT_THAT(incidents_of({told("r1", at("Old Gate", 31.52, 64.12, "AF")),
                            told("r2", at("New Gate", 34.35, 62.2, "AF"))}),
              SizeIs(2));
}

TEST(Reconcile, YesterdaysNewsIsTodaysBackground) {
  Event recalled = car_bomb();
  recalled.phase = Phase::background;
  const auto out = incidents_of(
      {report("r1", "2019-03-05", "A car bomb killed seven in Marjah.", {car_bomb()}),
       report("r2", "2019-03-08", "Police held a man over Monday's car bomb.", {recalled})});
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_EQ(out[0].phase, Phase::news);
}

TEST(Reconcile, AnniversaryIsNotTheNewAttack) {
  Event recalled = car_bomb();
  recalled.phase = Phase::background;
  recalled.when = on("2018-03-04");
  const auto out = incidents_of(
      {report("r1", "2019-03-05", "A car bomb killed seven in Marjah.", {car_bomb()}),
       report("r2", "2019-03-05", "A year ago a car bomb killed seven in Marjah.", {recalled})});
  ASSERT_THAT(out, SizeIs(2));
  EXPECT_EQ(out[0].phase, Phase::background);
  EXPECT_EQ(out[1].phase, Phase::news);
}

TEST(Reconcile, NamedVictimJoinsVagueBackground) {
  Event first = event(EventType::assassination, month_when(2011, 5, Basis::stated), marjah());
  first.phase = Phase::background;
  first.human_targets = {thing("mullah", "leader", "Abdul Rahim Khan")};
  Event second = event(EventType::air_strike, year_when(2011, Basis::stated), {});
  second.phase = Phase::background;
  second.human_targets = {thing("commander", "leader", "Rahim Khan")};
  EXPECT_THAT(
      incidents_of({report("r1", "2019-03-05", "Abdul Rahim Khan was killed.", {first}),
                    report("r2", "2019-03-06", "The strike that killed Rahim Khan.", {second})}),
      SizeIs(1));
}

TEST(Reconcile, CopiesOfOneTextAreOneSource) {
  const std::string wire =
      "A car bomb exploded outside the governor's office in Marjah on Monday, killing seven people "
      "and wounding many "
      "more, a spokesman for the province said. No group has said that it was behind the attack, "
      "which came hours "
      "before talks were to open in the capital.";
  const auto out = incidents_of(
      {report("r1", "2019-03-05", wire, {car_bomb()}),
       report("r2", "2019-03-05", "KABUL: " + wire, {car_bomb()}),
       report("r3", "2019-03-05", wire + " Our staff.", {car_bomb()}),
       report("r4", "2019-03-05", "Seven dead in Marjah blast, hospital says.", {car_bomb()})});
  ASSERT_THAT(out, SizeIs(1));
  EXPECT_THAT(out[0].reports, SizeIs(4));
  EXPECT_EQ(out[0].independent_sources, 2);
}

std::vector<Coding> busy_week(size_t reports) {
  std::mt19937 random(7);
  const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const std::vector<EventType> types = {EventType::shelling, EventType::bombing,
                                        EventType::armed_attack};
  std::vector<Coding> out;
  for (size_t r = 0; r < reports; ++r) {
    std::vector<Event> events;
    for (int i = 0; i < 2; ++i) {
      const int town = pick(60);
      const int row = town / 8;
      Event e =
          event(types[static_cast<size_t>(pick(3))], on(fmt::format("2019-03-{:02}", 1 + pick(28))),
                at("Town" + std::to_string(town), 30 + 0.4 * (town % 8), 60 + 0.4 * row, "AF"));
      if (pick(2) == 0) e.killed = exactly(pick(6));
      if (pick(5) == 0) e.where = country("Afghanistan", "AF");
      events.push_back(std::move(e));
    }
    std::string text = fmt::format("Report {} of Place{} and Name{}.", r, pick(300), pick(900));
    out.push_back(
        report(fmt::format("r{:05}", r), "2019-03-29", std::move(text), std::move(events)));
  }
  return out;
}

std::string all_text(const std::vector<Incident>& incidents) {
  std::string out;
  for (const Incident& incident : incidents) append_json(out, incident);
  return out;
}

TEST(Reconcile, OrderOfReportsDoesNotMatter) {
  auto codings = busy_week(60);
  const std::string wanted = all_text(incidents_of(codings));
  std::mt19937 random(1);
  for (int i = 0; i < 20; ++i) {
    std::ranges::shuffle(codings, random);
    ASSERT_EQ(all_text(incidents_of(codings)), wanted) << "shuffle " << i;
  }
}

TEST(Reconcile, TheSameReportTwiceChangesNothing) {
  auto codings = busy_week(20);
  const std::string wanted = all_text(incidents_of(codings));
  codings.push_back(codings[3]);
  EXPECT_EQ(all_text(incidents_of(codings)), wanted);
}

TEST(Reconcile, EveryEventIsInOneIncident) {
  const auto codings = busy_week(50);
  std::vector<std::string> members;
  for (const Incident& i : incidents_of(codings))
    members.insert(members.end(), i.members.begin(), i.members.end());
  std::ranges::sort(members);
  EXPECT_EQ(members.size(), 100U);
  EXPECT_EQ(std::ranges::adjacent_find(members), members.end());
}

#ifdef __SANITIZE_ADDRESS__
constexpr double kSeconds = 60.0;
#else
constexpr double kSeconds = 5.0;
#endif

TEST(Reconcile, FiveThousandEventsInSeconds) {
  const auto codings = busy_week(2500);
  const std::clock_t start = std::clock();  // of this process: other programs may be at work
  const auto out = incidents_of(codings);
  EXPECT_LT(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC, kSeconds);
  EXPECT_GT(out.size(), 1000U);
}

TEST(Reconcile, ACrowdOfReportsOnOneAttackStaysTogether) {
  std::vector<Coding> codings;
  for (int i = 0; i < 1500; ++i) {
    std::string text =
        fmt::format("Marjah car bomb kills seven, says witness Person{} to Outlet{}.", i, i);
    codings.push_back(
        report(fmt::format("r{:05}", i), "2019-03-05", std::move(text), {car_bomb()}));
  }
  EXPECT_THAT(incidents_of(codings), SizeIs(1));
}

// Forty reports of as many bombs, three a day in one town; `pair` more tell of one of them.
std::vector<Coding> busy_town(std::string_view pair) {
  std::vector<Coding> codings;
  const auto add = [&](int day, std::string_view told) {
    const std::string date = fmt::format("2019-03-{:02}", day);
    std::string text =
        fmt::format("A car bomb killed seven in Marjah. Governor Gul Agha condemned it. {}", told);
    Event bomb = event(EventType::bombing, on(date), marjah());
    codings.push_back(report(fmt::format("r{:02}", codings.size()), date, std::move(text), {bomb}));
  };
  for (int i = 0; i < 40; ++i)
    add(1 + i / 3, fmt::format("Police{} Noor{} spoke of Street{} Lane.", i, i, i));
  add(7, pair);
  add(7, pair);
  return codings;
}

TEST(Reconcile, InABusyTownDayTypeAndTheGovernorsNameAreNotEnough) {
  EXPECT_THAT(incidents_of(busy_town("")), SizeIs(testing::Ge(40U)));
}

TEST(Reconcile, InABusyTownANameThatIsToldOnThatDayAloneIsEnough) {
  const auto all = incidents_of(busy_town("Witness Jan Shirin was at Gate Nine."));
  EXPECT_THAT(members_of(all), testing::Contains(testing::ElementsAre("r40/e0", "r41/e0")));
}

TEST(Reconcile, JoinsAreExplained) {
  static const knowledge::Lexicon lexicon;
  const std::vector<Coding> codings = {report("r1", "2019-03-05", "One.", {car_bomb()}),
                                       report("r2", "2019-03-05", "Two.", {car_bomb()})};
  const Sketch one = make_sketch(codings[0], lexicon);
  const Sketch other = make_sketch(codings[1], lexicon);
  MemoryArchive archive({});
  Judging judging{lexicon, BaseRates(archive)};
  const auto joins = joins_of({asked(one, 0), asked(other, 0)}, judging);
  ASSERT_THAT(joins, SizeIs(2));
  EXPECT_EQ(joins[1].member, "r2/e0");
  EXPECT_EQ(joins[1].with, "r1/e0");
  EXPECT_THAT(joins[1].reasons, HasSubstr("same day +2.0"));
}

}  // namespace
}  // namespace sitrep::incidents::test
