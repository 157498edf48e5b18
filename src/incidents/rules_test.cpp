#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/retell.h"
#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::SizeIs;

Coding told(std::string id, std::string_view published, Event e) {
  Coding c = report(id, published, "Words of " + id, {std::move(e)});
  c.report.outlet = "Outlet " + id;
  return c;
}

Event rockets(When when, Where where) {
  Event e = event(EventType::shelling, when, std::move(where));
  e.instruments = {thing("rockets", "rocket")};
  e.physical_targets = {thing("army base", "military")};
  return e;
}

Incident told_by(Rule rule, const std::vector<Coding>& codings) {
  static const knowledge::Lexicon lexicon;
  const auto incidents = incidents_of(codings);
  EXPECT_THAT(incidents, SizeIs(1));
  return Retelling(codings, lexicon, rule)(incidents.front());
}

Where near_marjah() {
  Where base = at("Camp Hope", 31.55, 64.15, "AF");
  base.precision = PlacePrecision::exact;
  return base;
}

TEST(Rules, DaysOfAnIncident) {
  const std::vector<Coding> codings = {
      told("r1", "2019-03-06", rockets(on("2019-03-05"), marjah())),
      told("r2", "2019-03-06", rockets(on("2019-03-05"), marjah())),
      told("r3", "2019-03-06", rockets(on("2019-03-04", PartOfDay::night), near_marjah())),
      told("r4", "2019-03-07", rockets(on("2019-03-05"), marjah()))};
  const When span = told_by(Rule::conservative, codings).when;
  EXPECT_EQ(span.start, parse_day("2019-03-04"));
  EXPECT_EQ(span.end, parse_day("2019-03-05"));
  EXPECT_EQ(span.precision, DatePrecision::week);
  EXPECT_EQ(told_by(Rule::representative, codings).when.start, parse_day("2019-03-05"));
  EXPECT_EQ(told_by(Rule::informative, codings).when.part_of_day, PartOfDay::night);
  EXPECT_EQ(told_by(Rule::latest, codings).where.name, "Marjah");
  EXPECT_EQ(told_by(Rule::informative, codings).where.name, "Camp Hope");
}

Event blamed(std::string name, std::string actor, Status status) {
  Event e = rockets(on("2019-03-04"), marjah());
  e.perpetrators = {by(std::move(name), std::move(actor), status)};
  return e;
}

TEST(Rules, ConservativeNamesNobodyOnOneWordButWhoOwnsToIt) {
  const auto named = [](Rule rule, Status status) {
    return told_by(rule, {told("r1", "2019-03-05", blamed("Taliban", "taliban", status)),
                          told("r2", "2019-03-05", rockets(on("2019-03-04"), marjah()))})
        .perpetrators.size();
  };
  EXPECT_EQ(named(Rule::representative, Status::accused), 1U);
  EXPECT_EQ(named(Rule::conservative, Status::accused), 0U);
  EXPECT_EQ(named(Rule::conservative, Status::claimed), 1U);
}

TEST(Rules, TellingAnewKeepsWhatTheLedgerGave) {
  const std::vector<Coding> codings = {
      told("r1", "2019-03-05", rockets(on("2019-03-04"), marjah()))};
  Incident stored = incidents_of(codings).front();
  stored.id = "i1";
  stored.revision = 4;
  stored.merged_from = {"i0"};
  static const knowledge::Lexicon lexicon;
  const Incident out = Retelling(codings, lexicon, Rule::latest)(stored);
  EXPECT_EQ(out.id, "i1");
  EXPECT_EQ(out.revision, 4);
  EXPECT_THAT(out.merged_from, SizeIs(1));
  EXPECT_EQ(out.members, stored.members);
}

// What a person set outranks every rule.
TEST(Rules, CorrectedValuesStandByEveryRule) {
  Event two = rockets(on("2019-03-04"), marjah());
  two.killed = exactly(2);
  const std::vector<Coding> codings = {told("r1", "2019-03-05", two)};
  Incident stored = incidents_of(codings).front();
  AppliedCorrection correction;
  correction.kind = CorrectionKind::correct;
  correction.field = CorrectedField::killed;
  correction.value = exactly(3);
  static const knowledge::Lexicon lexicon;
  stored = apply({correction}, std::move(stored), lexicon);
  EXPECT_EQ(stored.codes.acled_fatalities, 3);
  const Incident out = Retelling(codings, lexicon, Rule::latest)(stored);
  EXPECT_EQ(out.killed.best, 3);
  EXPECT_EQ(out.codes.ucdp_deaths.best, 3);
  EXPECT_THAT(out.corrections, SizeIs(1));
}

}  // namespace
}  // namespace sitrep::incidents::test
