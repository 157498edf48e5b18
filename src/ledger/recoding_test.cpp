// Other dictionaries, the same reports: what is coded again, and what stays.
#include <gmock/gmock.h>

#include <atomic>

#include "ledger/correction_test_world.h"

namespace sitrep::ledger {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the room's own
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr Ledger::RecodeOptions kDry{.run = Ledger::Run::dry};

std::string version() { return std::string(knowledge().version()); }

// As code(), by knowledge that knows what `change` does.
template <typename Change>
Ledger::Recode coder(Change change) {
  return [change](Report report) {
    Coding coding = code(std::move(report));
    change(coding);
    coding.knowledge_version = version();
    return coding;
  };
}

void nothing(Coding&) {}

// The bus is no longer a bombing.
void bus_is_a_raid(Coding& coding) {
  if (coding.report.id != "f") return;
  coding.events[0].type = EventType::raid;
  coding.events[0].claims[0].value = "raid";
}

// The events of a report get other numbers.
void numbered_anew(Coding& coding) {
  for (Event& event : coding.events) event.id = "n" + event.id;
}

RecodeSummary recoded(Ledger& ledger, const Ledger::Recode& recode,
                      Ledger::RecodeOptions options = {}) {
  auto done = ledger.recode(knowledge(), recode, options);
  if (!done) throw std::runtime_error(describe(done.error()));
  return std::move(*done);
}

TEST(Recoding, WhatComesOutAsBeforeIsLeftAlone) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto before = standing(ledger);
  const RecodeSummary done = recoded(ledger, coder(nothing));
  EXPECT_EQ(done.coded, 6u);
  EXPECT_THAT(done.reports, IsEmpty());
  EXPECT_THAT(done.changed, IsEmpty());
  EXPECT_EQ(standing(ledger), before);
  EXPECT_EQ(ledger.codings({"a"}).value()[0].knowledge_version, "test") << "not rewritten";
  EXPECT_EQ(recoded(ledger, coder(nothing)).coded, 0u) << "all are known to be coded alike";
  EXPECT_EQ(recoded(ledger, coder(nothing), {.scope = Ledger::Scope::all}).coded, 6u);
  add(ledger, {coded("g", "A bomb in Torb killed 3.", "2022-05-01")});
  EXPECT_EQ(recoded(ledger, coder(nothing)).coded, 7u) << "one was coded with something else";
}

TEST(Recoding, OnlyWhatDiffersIsRewritten) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const std::string bus = id_of(ledger, "f/e1");
  const RecodeSummary done = recoded(ledger, coder(bus_is_a_raid));
  EXPECT_THAT(done.reports, ElementsAre("f"));
  EXPECT_THAT(done.changed, ElementsAre(bus));
  EXPECT_THAT(done.arisen, IsEmpty());
  EXPECT_THAT(done.retired, IsEmpty());
  EXPECT_EQ(ledger.incident(bus).value().type, EventType::raid);
  EXPECT_EQ(ledger.codings({"f"}).value()[0].knowledge_version, version());
  EXPECT_EQ(ledger.codings({"a"}).value()[0].knowledge_version, "test");
}

TEST(Recoding, ADryRunTellsTheSameAndChangesNothing) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto said = content(ledger);
  const RecodeSummary dry = recoded(ledger, coder(bus_is_a_raid), kDry);
  EXPECT_EQ(content(ledger), said);
  EXPECT_EQ(ledger.codings({"f"}).value()[0].knowledge_version, "test");
  const RecodeSummary real = recoded(ledger, coder(bus_is_a_raid));
  EXPECT_EQ(dry.coded, 6u);
  EXPECT_EQ(dry.reports, real.reports);
  EXPECT_EQ(dry.changed, real.changed);
}

TEST(Recoding, TheSameAsALedgerBuiltAnew) {
  Ledger recoded_one = open(":memory:");
  add(recoded_one, six_reports());
  recoded(recoded_one, coder(bus_is_a_raid));
  Ledger built = open(":memory:");
  std::vector<Coding> codings = six_reports();
  for (Coding& coding : codings) bus_is_a_raid(coding);
  add(built, codings);
  EXPECT_EQ(content(recoded_one), content(built));
}

TEST(Recoding, UndatedReportsAreCodedOnTheirInferredDayToo) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto c_is_a_raid = [](Coding& coding) {
    if (coding.report.id == "c") coding.events[0].type = EventType::raid;
  };
  EXPECT_THAT(recoded(ledger, coder(c_is_a_raid)).reports, ElementsAre("c"));
  const Coding now = ledger.codings({"c"}).value()[0];
  EXPECT_TRUE(now.report.published) << "on the day that the others tell";
  EXPECT_EQ(now.events[0].type, EventType::raid);
}

TEST(Recoding, IncidentsKeepTheirIdsWhenEventsGetOtherNumbers) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const std::string market = id_of(ledger, "a/e1");
  const std::string bus = id_of(ledger, "f/e1");
  const RecodeSummary done = recoded(ledger, coder(numbered_anew));
  EXPECT_THAT(done.reports, SizeIs(6));
  EXPECT_EQ(id_of(ledger, "a/ne1"), market);
  EXPECT_EQ(id_of(ledger, "f/ne1"), bus);
  EXPECT_THAT(done.retired, IsEmpty());
  EXPECT_THAT(done.arisen, IsEmpty());
}

TEST(Recoding, CorrectionsAreKept) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  make(ledger, killed("a/e1", 9));
  make(ledger, order(CorrectionKind::merge, "e/e1", {"f/e1"}));
  make(ledger, order(CorrectionKind::split, "a/e1", {"b"}));
  recoded(ledger, coder([](Coding& coding) { numbered_anew(coding), bus_is_a_raid(coding); }));
  EXPECT_EQ(ledger.incident(id_of(ledger, "a/ne1")).value().killed.best, 9);
  EXPECT_EQ(id_of(ledger, "e/ne1"), id_of(ledger, "f/ne1"));
  EXPECT_NE(id_of(ledger, "a/ne1"), id_of(ledger, "b/ne1"));
  for (const Correction& line : log_of(ledger)) EXPECT_THAT(line.lost, IsEmpty());
}

TEST(Recoding, TellsWhatIsMergedSplitRetiredAndNew) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const std::string market = id_of(ledger, "a/e1");
  const std::string bus = id_of(ledger, "f/e1");
  const auto much = [](Coding& coding) {
    if (coding.report.id == "f") coding.events.clear();
    if (coding.report.id == "b") {
      coding.events[0].where = town("Torb");
      coding.events[0].type = EventType::arrest;
    }
  };
  const RecodeSummary done = recoded(ledger, coder(much), kDry);
  EXPECT_THAT(done.retired, ElementsAre(bus));
  ASSERT_THAT(done.arisen, SizeIs(1));
  ASSERT_THAT(done.split, SizeIs(1));
  EXPECT_EQ(done.split[0].incident, market);
  EXPECT_EQ(done.split[0].others, done.arisen);
  EXPECT_THAT(done.merged, IsEmpty());
}

TEST(Recoding, TellsWhatIsMerged) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  add(ledger, {coded("g", "A car bomb killed 5 people at a crowded market in Velm, police recall.",
                     "2022-02-20")});
  const std::string market = id_of(ledger, "a/e1");
  const std::string recalled = id_of(ledger, "g/e1");
  ASSERT_NE(market, recalled);
  const auto recalls = [](Coding& coding) {
    if (coding.report.id == "g")
      coding.events[0].when = day_when(*parse_day("2022-01-05"), Basis::relative);
  };
  const RecodeSummary done = recoded(ledger, coder(recalls), kDry);
  ASSERT_THAT(done.merged, SizeIs(1));
  EXPECT_EQ(done.merged[0].incident, recalled);
  EXPECT_THAT(done.merged[0].others, ElementsAre(market));
  EXPECT_THAT(done.changed, ElementsAre(market));
}

TEST(Recoding, ACoderThatThrowsLeavesTheLedgerAsItWas) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto said = content(ledger);
  const auto failing = [](Report) -> Coding { throw std::runtime_error("no"); };
  EXPECT_THROW(static_cast<void>(ledger.recode(knowledge(), failing, {})), std::runtime_error);
  EXPECT_EQ(content(ledger), said);
}

}  // namespace
}  // namespace sitrep::ledger
