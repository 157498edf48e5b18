#include "incidents/tolls.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/retell.h"
#include "incidents/test_world.h"
#include "incidents/toll_history.h"
#include "incidents/totals.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::SizeIs;

const When kMonday = on("2019-03-04");

Event shooting(Quantity killed, std::string_view sentence = {}) {
  Event e = event(EventType::armed_attack, kMonday, marjah());
  e.killed = killed;
  Claim claim;
  claim.id = "toll";
  claim.field = Field::killed;
  claim.value = killed;
  claim.evidence.text = sentence;
  e.claims = {claim};
  return e;
}

Quantity said(int64_t n, std::string text) {
  return {.low = n, .best = n, .high = n, .text = std::move(text)};
}

Coding by_outlet(const std::string& id, std::string_view published, Event e) {
  Coding c = report(id, published, "Words of " + id, {std::move(e)});
  c.report.outlet = "Outlet " + id;
  return c;
}

Incident only(const std::vector<Coding>& codings) {
  auto out = incidents_of(codings);
  EXPECT_THAT(out, SizeIs(1));
  return out.empty() ? Incident{} : out.front();
}

TEST(Tolls, TotalsOverSeveralIncidentsAreHeard) {
  EXPECT_TRUE(says_total("The attack brought the toll this month to 40.", "40"));
  EXPECT_TRUE(says_total("At least 12 people were killed in three attacks on Monday.", "12"));
  EXPECT_TRUE(says_total("Nine died across the county in two separate shootings.", "Nine"));
  EXPECT_TRUE(says_total("Police say 31 have been killed so far this year.", "31"));
  EXPECT_TRUE(says_total("It brings to 88 the number killed since October.", "88"));
  EXPECT_TRUE(says_total("Five were killed in shootings across the city on Monday.", "Five"));
  EXPECT_TRUE(says_total("Weekend violence leaves 3 dead, 11 wounded", "11"));
  EXPECT_TRUE(says_total("Two dead in a night of gunfire", "Two"));
  EXPECT_TRUE(says_total("Violent night in Marjah leaves one dead, nine hurt", "nine"));
  EXPECT_TRUE(says_total("One man and one woman died in five separate shootings.", "One and one"));
  EXPECT_FALSE(says_total("Nine were hurt in a shooting across the street.", "Nine"));
  EXPECT_FALSE(says_total("Five were shot on Saturday night.", "Five"));
  EXPECT_FALSE(says_total("At least 12 people were killed in an attack on Monday.", "12"));
  EXPECT_FALSE(says_total("Ten died in two explosions at a market.", "Ten"));
  EXPECT_FALSE(says_total("In three attacks this year nobody was hurt; Monday's killed 4.", "4"));
}

TEST(Tolls, ATotalIsNoIncidentsToll) {
  const Incident i = only(
      {by_outlet("r1", "2019-03-05", shooting(said(2, "two"), "Two people were shot dead.")),
       by_outlet("r2", "2019-03-06",
                 shooting(said(12, "12"), "Police said 12 people were killed in three attacks."))});
  EXPECT_EQ(i.killed.best, 2);
  EXPECT_EQ(i.killed.high, 2);
  EXPECT_THAT(i.disagreements, SizeIs(0));
  EXPECT_THAT(i.toll_history.killed, SizeIs(1));
}

// One report tells the two incidents apart; another adds them up without a word for it.
TEST(Tolls, AHeadlineOverSeveralGivesTheTollOfNone) {
  Event first = shooting(said(2, "Two"), "Two dead in weekend of gunfire");
  Event second = shooting(said(1, "a man"), "A man was killed in Herat.");
  second.where = herat();
  second.claims[0].evidence.start = 40;
  const Coding round_up =
      report("r2", "2019-03-05", "Two dead in weekend of gunfire. And more.", {first, second});
  const auto out = incidents_of(
      {by_outlet("r1", "2019-03-05", shooting(said(1, "a woman"), "A woman was shot.")), round_up});
  ASSERT_THAT(out, SizeIs(2));
  for (const Incident& i : out) EXPECT_EQ(i.killed.best, 1);
}

TEST(Tolls, AHeadlineOverMoreThanTheOthersIsItsOwnIncidents) {
  Event party = shooting(said(4, "Four"), "Four shot dead at party");
  Event other = shooting(said(1, "a man"), "A man was killed in Herat.");
  other.where = herat();
  other.claims[0].evidence.start = 40;
  const auto out = incidents_of(
      {report("r1", "2019-03-05", "Four shot dead at party. And more.", {party, other})});
  ASSERT_THAT(out, SizeIs(2));
  EXPECT_EQ(out[0].killed.best.value_or(0) + out[1].killed.best.value_or(0), 5);
}

TEST(Tolls, WhoIsNamedInAHeadlineIsNoSum) {
  Event named = shooting(said(1, "Ada Okoro"), "Two more arrested over death of Ada Okoro");
  Event other = shooting(said(1, "a man"), "A man was killed in Herat.");
  other.where = herat();
  other.claims[0].evidence.start = 50;
  const auto out = incidents_of({report(
      "r1", "2019-03-05", "Two more arrested over death of Ada Okoro. And more.", {named, other})});
  ASSERT_THAT(out, SizeIs(2));
  for (const Incident& i : out) EXPECT_EQ(i.killed.best, 1);
}

TEST(Tolls, NumberThatAnotherReportSpreadsOverSeveralIncidentsIsATotal) {
  Event second = event(EventType::armed_attack, kMonday, herat());
  second.killed = exactly(3);
  Coding apart = by_outlet("r1", "2019-03-05", shooting(said(4, "four"), "Four died in Marjah."));
  second.id = "e9";
  apart.events.push_back(second);
  const auto incidents = incidents_of(
      {apart, by_outlet("r2", "2019-03-06",
                        shooting(said(7, "seven"), "Seven people died in the shootings."))});
  ASSERT_THAT(incidents, SizeIs(2));
  for (const Incident& i : incidents) EXPECT_NE(i.killed.best, 7) << i.where.name;
}

TEST(Tolls, HistoryHasAStepForEachDayAndNumber) {
  Coding late = by_outlet("r3", "2019-03-04", shooting(exactly(5)));
  late.report.published_minute = 1200;
  Coding early = by_outlet("r1", "2019-03-04", shooting(exactly(3)));
  early.report.published_minute = 600;
  const Incident i = only({early, late, by_outlet("r2", "2019-03-05", shooting(exactly(7))),
                           by_outlet("r4", "2019-03-05", shooting(exactly(7)))});
  ASSERT_THAT(i.toll_history.killed, SizeIs(3));
  EXPECT_EQ(i.toll_history.killed[0].value.best, 3);
  EXPECT_EQ(i.toll_history.killed[0].minute, 600);
  EXPECT_EQ(i.toll_history.killed[1].value.best, 5);
  EXPECT_THAT(i.toll_history.killed[2].reports, ElementsAre("r2", "r4"));
  EXPECT_EQ(i.toll_history.killed[2].sources, 2);
  ASSERT_THAT(i.disagreements, SizeIs(1));
  EXPECT_EQ(i.disagreements[0].kind, DisagreementKind::update);
}

TEST(Tolls, AcledTakesTheLowestThatStandsAndItsOwnNumbersForWords) {
  const auto acled = [](const std::vector<Coding>& codings) {
    return only(codings).codes.acled_fatalities;
  };
  EXPECT_EQ(acled({by_outlet("r1", "2019-03-05", shooting(exactly(6))),
                   by_outlet("r2", "2019-03-05", shooting(exactly(4)))}),
            4);
  EXPECT_EQ(acled({by_outlet("r1", "2019-03-05", shooting(exactly(4))),
                   by_outlet("r2", "2019-03-07", shooting(exactly(6)))}),
            6);
  const Quantity dozens{.low = 24, .best = {}, .high = {}, .text = "dozens"};
  EXPECT_EQ(acled({by_outlet("r1", "2019-03-05", shooting(dozens))}), 12);
  EXPECT_EQ(acled({by_outlet("r1", "2019-03-05", shooting({}))}), 0);
}

TEST(Tolls, UcdpHasNoEventWithoutADeath) {
  EXPECT_FALSE(ucdp_deaths(exactly(0)).known());
  EXPECT_FALSE(ucdp_deaths({}).known());
  EXPECT_EQ(ucdp_deaths(at_least(5)).high, 5);
}

TEST(Tolls, FigureOutweighsPeopleNamedAndSumsWhateverTheirDay) {
  const Incident i = only({by_outlet("r1", "2019-03-05", shooting(said(3, "3"))),
                           by_outlet("r2", "2019-03-06", shooting(said(1, "his wife")))});
  EXPECT_EQ(i.killed.best, 3);
  EXPECT_THAT(i.disagreements, SizeIs(0));
}

TEST(Tolls, LoneNumberFarAboveAllOthersIsAnotherCount) {
  const Incident i = only({by_outlet("r1", "2019-03-05", shooting(exactly(3))),
                           by_outlet("r2", "2019-03-06", shooting(exactly(45)))});
  EXPECT_EQ(i.killed.best, 3);
  EXPECT_EQ(i.killed.high, 45);
}

TEST(Tolls, SumDisagreesWithNoFigure) {
  const auto first = by_outlet("r1", "2019-03-05", shooting(said(2, "2")));
  EXPECT_THAT(
      only({first, by_outlet("r2", "2019-03-05", shooting(said(4, "2 and 2")))}).disagreements,
      SizeIs(0));
  EXPECT_THAT(only({first, by_outlet("r2", "2019-03-05", shooting(said(4, "4")))}).disagreements,
              SizeIs(1));
}

TEST(Tolls, PeopleNamedSayNothingAgainstAFarHigherFigure) {
  const Incident i = only({by_outlet("r1", "2019-03-05", shooting(said(1, "a schoolgirl"))),
                           by_outlet("r2", "2019-03-05", shooting(said(23, "23")))});
  EXPECT_EQ(i.killed.best, 23);
}

TEST(Tolls, AnAgeIsNoCount) {
  const Incident i = only({by_outlet("r1", "2019-03-05", shooting(said(1, "a 71-year-old man"))),
                           by_outlet("r2", "2019-03-05", shooting(said(4, "four")))});
  EXPECT_EQ(i.killed.best, 4);
  EXPECT_THAT(i.disagreements, SizeIs(0));
}

TEST(Tolls, TollThatGrowsStepByStepStands) {
  const Incident i = only({by_outlet("r1", "2019-03-05", shooting(exactly(5))),
                           by_outlet("r2", "2019-03-06", shooting(exactly(12))),
                           by_outlet("r3", "2019-03-08", shooting(exactly(24)))});
  EXPECT_EQ(i.killed.best, 24);
}

TEST(Tolls, PoliceAmongTheWoundedAreNoOtherToll) {
  Event police = event(EventType::armed_attack, kMonday, marjah());
  police.wounded = exactly(11);
  police.human_targets = {thing("policemen", "police", {}, exactly(11))};
  Event all = event(EventType::armed_attack, kMonday, marjah());
  all.wounded = exactly(25);
  EXPECT_THAT(only({by_outlet("r1", "2019-03-05", police), by_outlet("r2", "2019-03-05", all)})
                  .disagreements,
              SizeIs(0));
}

TEST(Tolls, SoldiersOfWhomAnotherCountsMoreAreAnotherToll) {
  Event five = shooting(exactly(5));
  five.human_targets = {thing("five soldiers", "soldier", {}, exactly(5))};
  Quantity eight = exactly(8);
  eight.text = "8";
  Event more = shooting(eight);
  more.claims[0].evidence.text = "At least 8 soldiers would have died.";
  EXPECT_THAT(only({by_outlet("r1", "2019-03-05", more), by_outlet("r2", "2019-03-05", five)})
                  .disagreements,
              SizeIs(1));
}

TEST(Tolls, WhoTellsBothNumbersHoldsNeither) {
  Event both = shooting(exactly(3));
  Claim other = both.claims[0];
  other.id = "other";
  other.value = exactly(0);
  both.claims.push_back(other);
  const Incident i = only({by_outlet("r1", "2019-03-05", shooting(exactly(0))),
                           by_outlet("r2", "2019-03-05", shooting(exactly(3))),
                           by_outlet("r3", "2019-03-05", both)});
  ASSERT_THAT(i.disagreements, SizeIs(1));
  EXPECT_THAT(i.disagreements[0].positions[0].reports, ElementsAre("r1"));
  EXPECT_THAT(i.disagreements[0].positions[1].reports, ElementsAre("r2"));
}

std::optional<int64_t> killed_by(Rule rule, const std::vector<Coding>& codings) {
  static const knowledge::Lexicon lexicon;
  return Retelling(codings, lexicon, rule)(only(codings)).killed.best;
}

TEST(Rules, EachChoosesItsToll) {
  const std::vector<Coding> codings = {by_outlet("r1", "2019-03-05", shooting(exactly(4))),
                                       by_outlet("r2", "2019-03-05", shooting(exactly(6))),
                                       by_outlet("r3", "2019-03-05", shooting(exactly(6))),
                                       by_outlet("r4", "2019-03-07", shooting(at_least(5)))};
  EXPECT_EQ(killed_by(Rule::conservative, codings), 4);
  EXPECT_EQ(killed_by(Rule::representative, codings), 6);
  EXPECT_EQ(killed_by(Rule::informative, codings), 6);
  EXPECT_EQ(killed_by(Rule::latest, codings), 5);
}

}  // namespace
}  // namespace sitrep::incidents::test
