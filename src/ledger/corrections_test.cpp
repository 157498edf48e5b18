// Corrections by people: what they do, what they survive, and that taking them back restores all.
#include <gmock/gmock.h>

#include <random>

#include "core/field_value.h"
#include "ledger/correction_test_world.h"
#include "ledger/opening.h"

namespace sitrep::ledger {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the room's own
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Correcting, AMergeKeepsTheIdThatItWasMadeOn) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const std::string bus = id_of(ledger, "f/e1");
  const std::string market = id_of(ledger, "a/e1");
  merge(ledger, bus, {market});
  EXPECT_EQ(id_of(ledger, "a/e1"), bus) << "though the other holds more reports";
  EXPECT_EQ(ledger.incident(market).value().id, bus);
  EXPECT_THAT(ledger.incident(bus).value().merged_from, ElementsAre(market));
  EXPECT_THAT(ledger.incident(bus).value().members, SizeIs(5));
}

TEST(Correcting, UndoRestoresExactly) {
  const std::vector<CorrectionOrder> orders = {
      order(CorrectionKind::merge, "f/e1", {"a/e1"}),
      order(CorrectionKind::merge, "a/e1", {"f/e1"}),
      order(CorrectionKind::split, "a/e1", {"b", "c"}),
      order(CorrectionKind::split, "a/e1", {"a", "b", "d"}),
      order(CorrectionKind::reject, "a/e1"),
      killed("a/e1", 9)};
  for (const CorrectionOrder& wanted : orders) {
    Ledger ledger = open(":memory:");
    add(ledger, six_reports());
    const auto before = standing(ledger);
    const auto said = content(ledger);
    make(ledger, wanted);
    EXPECT_NE(content(ledger), said);
    undo(ledger);
    EXPECT_EQ(standing(ledger), before) << name(wanted.kind) << ": ids and members";
    EXPECT_EQ(content(ledger), said) << name(wanted.kind);
  }
}

TEST(Correcting, AnUndoCanBeUndone) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  for (const auto& wanted : {order(CorrectionKind::merge, "f/e1", {"a/e1"}),
                             order(CorrectionKind::split, "a/e1", {"a", "b", "d"})}) {
    const int64_t number = make(ledger, wanted);
    const auto with = standing(ledger);
    const auto said = content(ledger);
    const int64_t back = undo(ledger, number);
    const int64_t again = undo(ledger, back);
    EXPECT_EQ(standing(ledger), with);
    EXPECT_EQ(content(ledger), said);
    EXPECT_EQ(undo(ledger), again + 1) << "the last in force is the correction itself";
  }
}

TEST(Correcting, WhatCameSinceStaysWithItsIncident) {
  Ledger ledger = open(":memory:");
  auto codings = six_reports();
  add(ledger, {codings[0], codings[4], codings[5]});
  const std::string market = id_of(ledger, "a/e1");
  const std::string bus = id_of(ledger, "f/e1");
  merge(ledger, bus, {market});
  add(ledger, {codings[1], codings[2], codings[3]});
  EXPECT_EQ(id_of(ledger, "b/e1"), bus);
  undo(ledger);
  EXPECT_EQ(id_of(ledger, "f/e1"), bus);
  EXPECT_EQ(id_of(ledger, "a/e1"), market);
  EXPECT_EQ(id_of(ledger, "b/e1"), market) << "it looks like the market's";
}

TEST(Correcting, ASplitLeavesTheIdWithWhatStays) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const std::string market = id_of(ledger, "a/e1");
  make(ledger, order(CorrectionKind::split, "a/e1", {"b", "c", "d/e1"}));
  EXPECT_EQ(id_of(ledger, "a/e1"), market);
  const std::string other = id_of(ledger, "b/e1");
  EXPECT_NE(other, market);
  EXPECT_EQ(id_of(ledger, "c/e1"), other);
  EXPECT_EQ(id_of(ledger, "d/e1"), other);
  for (const std::string& id : {market, other}) {
    const auto shown = ledger.incident(id).value().corrections;
    ASSERT_THAT(shown, SizeIs(1));
    EXPECT_EQ(shown[0].kind, CorrectionKind::split);
  }
}

TEST(Correcting, AValueIsKeptWithWhoWhenWhyAndWhatItReplaced) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  make(ledger, killed("a/e1", 9));
  const Incident market = ledger.incident(id_of(ledger, "a/e1")).value();
  EXPECT_EQ(market.killed.best, 9);
  ASSERT_THAT(market.corrections, SizeIs(1));
  const AppliedCorrection& shown = market.corrections[0];
  EXPECT_EQ(shown.id, 1);
  EXPECT_EQ(shown.by, "ann");
  EXPECT_EQ(shown.when, "2026-11-29T02:15:00Z");
  EXPECT_EQ(shown.reason, "the ministry's list");
  EXPECT_EQ(std::get<Quantity>(shown.replaced).best, 7) << "the highest, and the latest";
  EXPECT_EQ(market.revision, 2);
  EXPECT_THAT(ledger.history(market.id).value(), SizeIs(1));
}

TEST(Correcting, RejectedIncidentsAreHiddenUnlessAskedFor) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const std::string bus = id_of(ledger, "f/e1");
  make(ledger, order(CorrectionKind::reject, "f/e1"));
  EXPECT_THAT(ledger.incidents({}).value(), SizeIs(2));
  EXPECT_THAT(everything(ledger), SizeIs(3));
  EXPECT_TRUE(is_rejected(ledger.incident(bus).value()));
  add(ledger,
      {coded("g", "A bomb on a bus in Velm wounded its driver.\nIt was empty.", "2022-03-01")});
  EXPECT_EQ(id_of(ledger, "g/e1"), bus);
  EXPECT_THAT(ledger.incidents({}).value(), SizeIs(2)) << "still hidden with a report more";
}

std::vector<CorrectionOrder> some_orders() {
  return {order(CorrectionKind::merge, "e/e1", {"f/e1"}),
          order(CorrectionKind::split, "a/e1", {"b"}), killed("a/e1", 9), killed("e/e1", 3)};
}

TEST(Correcting, KeptThroughLaterAddsInAnyOrderAndBatch) {
  const auto first = six_reports();
  std::vector<Coding> later = {
      coded("g", "A car bomb killed 8 people at a crowded market in Velm, a doctor said.",
            "2022-01-05"),
      coded("h", "A car bomb at the market in Velm killed 6 people, the governor said.",
            "2022-01-06"),
      coded("i", "A bomb near Torb killed 2 soldiers.\nA roadside bomb, police said.",
            "2022-01-09"),
      coded("j", "A bomb in Velm.")};
  std::vector<std::string> expected;
  std::mt19937 random(5);
  for (int round = 0; round < 12; ++round) {
    Ledger ledger = open(":memory:");
    add(ledger, first);
    for (const auto& wanted : some_orders()) make(ledger, wanted);
    const size_t batch = round % 4 + 1;
    for (size_t i = 0; i < later.size(); i += batch) {
      const auto end = std::min(i + batch, later.size());
      add(ledger, {later.begin() + static_cast<std::ptrdiff_t>(i),
                   later.begin() + static_cast<std::ptrdiff_t>(end)});
    }
    if (expected.empty()) expected = content(ledger);
    EXPECT_EQ(content(ledger), expected) << "round " << round;
    std::ranges::shuffle(later, random);
  }
  EXPECT_THAT(expected, testing::Contains(HasSubstr("\"best\":9")));
}

TEST(Correcting, FollowsARevisedReport) {
  Ledger ledger = open(":memory:");
  const auto codings = six_reports();
  add(ledger, codings);
  make(ledger, order(CorrectionKind::merge, "e/e1", {"f/e1"}));
  make(ledger, order(CorrectionKind::split, "a/e1", {"b"}));
  Report other = report("b2",
                        "The interior ministry spoke.\nA bomb at the market in Velm killed 6 "
                        "people, it said.",
                        "2022-01-05");
  other.uri = codings[1].report.uri;
  Report longer = codings[4].report;
  longer.text = "A bomb in Velm was found.\nA roadside bomb killed 2 soldiers near Torb.";
  longer.sha256 = sha256_hex(longer.text);
  longer.published = day_when(*parse_day("2022-01-10"), Basis::stated);
  add(ledger, {code(other), code(longer)});
  EXPECT_EQ(id_of(ledger, "e/e2"), id_of(ledger, "f/e1")) << "event 2 of the new text";
  EXPECT_NE(id_of(ledger, "b2/e1"), id_of(ledger, "a/e1"));
  for (const Correction& line : log_of(ledger)) EXPECT_THAT(line.lost, IsEmpty());
}

TEST(Correcting, WhatNoReportTellsOfAnyLongerIsToldInTheLog) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  make(ledger, order(CorrectionKind::merge, "e/e1", {"f/e1"}));
  add(ledger, {coded("e", "The army corrects: nothing happened.", "2022-01-10")});
  const auto log = log_of(ledger);
  ASSERT_THAT(log, SizeIs(1));
  EXPECT_THAT(log[0].lost, ElementsAre("e/e1"));
  add(ledger, {coded("e", "A roadside bomb killed 2 soldiers near Torb after all.", "2022-01-11")});
  EXPECT_THAT(log_of(ledger)[0].lost, IsEmpty()) << "found again";
  EXPECT_EQ(id_of(ledger, "e/e1"), id_of(ledger, "f/e1"));
}

TEST(Correcting, WhatIsWrongIsRefusedAndChangesNothing) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto before = content(ledger);
  const auto refused = [&](CorrectionOrder wanted) {
    const auto made = ledger.correct(named(ledger, std::move(wanted)), knowledge(), code);
    return made ? std::string() : made.error().message;
  };
  CorrectionOrder silent = killed("a/e1", 9);
  silent.signature.reason = " \t";
  EXPECT_THAT(refused(silent), HasSubstr("needs a reason"));
  silent.signature = {"", "2026-11-29T02:15:00Z", "x"};
  EXPECT_THAT(refused(silent), HasSubstr("needs a name"));
  silent.signature.by = "caf\xe9";
  EXPECT_THAT(refused(silent), HasSubstr("no UTF-8"));
  CorrectionOrder twice = killed("a/e1", 9);
  twice.changes.push_back(twice.changes[0]);
  EXPECT_THAT(refused(twice), HasSubstr("killed is given twice"));
  EXPECT_THAT(refused(order(CorrectionKind::correct, "a/e1")), HasSubstr("nothing is given"));
  EXPECT_THAT(refused(order(CorrectionKind::merge, "a/e1", {"b/e1"})), HasSubstr("given already"));
  EXPECT_THAT(refused(order(CorrectionKind::merge, "a/e1", {"e/e1", "e/e1"})),
              HasSubstr("given already"));
  EXPECT_THAT(refused(order(CorrectionKind::merge, "a/e1")), HasSubstr("no other incident"));
  EXPECT_THAT(refused(order(CorrectionKind::merge, "a/e1", {"zzz"})), HasSubstr("no incident"));
  EXPECT_THAT(refused(order(CorrectionKind::split, "a/e1", {"e"})),
              HasSubstr("no report or event"));
  EXPECT_THAT(refused(order(CorrectionKind::split, "a/e1", {"a/e9"})), HasSubstr("\"a/e9\""));
  EXPECT_THAT(refused(order(CorrectionKind::split, "a/e1", {""})), HasSubstr("no report or event"));
  EXPECT_THAT(refused(order(CorrectionKind::split, "a/e1", {"a", "b", "c", "d"})),
              HasSubstr("nothing would be left"));
  EXPECT_THAT(refused(order(CorrectionKind::split, "a/e1")), HasSubstr("no report is given"));
  EXPECT_THAT(refused(order(CorrectionKind::undo, "")), HasSubstr("no correction is in force"));
  EXPECT_EQ(content(ledger), before);
  EXPECT_THAT(log_of(ledger), IsEmpty());
}

TEST(Correcting, UndoNamesWhatItCanNotTakeBack) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  make(ledger, order(CorrectionKind::reject, "f/e1"));
  CorrectionOrder back = order(CorrectionKind::undo, "");
  back.undoes = 7;
  EXPECT_THAT(ledger.correct(back, knowledge(), code).error().message,
              HasSubstr("no correction 7"));
  undo(ledger, 1);
  back.undoes = 1;
  EXPECT_THAT(ledger.correct(back, knowledge(), code).error().message,
              HasSubstr("taken back by 2"));
}

TEST(Correcting, TheLogIsOfTheIncidentsThatAreAskedFor) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const std::string road = id_of(ledger, "e/e1");
  const std::string bus = id_of(ledger, "f/e1");
  make(ledger, killed("a/e1", 9));
  make(ledger, order(CorrectionKind::merge, "e/e1", {"f/e1"}));
  undo(ledger);
  const auto numbers = [&](const std::string& id) {
    std::vector<int64_t> out;
    for (const Correction& line : log_of(ledger, id)) out.push_back(line.number);
    return out;
  };
  EXPECT_THAT(numbers(""), ElementsAre(1, 2, 3));
  EXPECT_THAT(numbers(id_of(ledger, "a/e1")), ElementsAre(1));
  EXPECT_THAT(numbers(road), ElementsAre(2, 3));
  EXPECT_THAT(numbers(bus), ElementsAre(2, 3));
  EXPECT_EQ(ledger.corrections("zzz").error().code, Code::not_found);
  EXPECT_EQ(log_of(ledger)[1].undone_by, 3);
}

TEST(Correcting, TheLogCanNotBeChangedFromOutsideEither) {
  const Folder folder;
  {
    Ledger ledger = open(folder / "l");
    add(ledger, six_reports());
    make(ledger, killed("a/e1", 9));
  }
  Database database(folder / "l", SQLITE_OPEN_READWRITE);
  for (const char* sql :
       {"UPDATE corrections SET reason = 'x'", "DELETE FROM corrections",
        "UPDATE correction_anchors SET report = 'x'", "DELETE FROM correction_anchors"}) {
    EXPECT_THROW(database.execute(sql), Failed) << sql;
  }
}

TEST(Correcting, AReaderCanNotCorrect) {
  const Folder folder;
  { add(*std::make_unique<Ledger>(open(folder / "l")), six_reports()); }
  Ledger ledger = open(folder / "l", Ledger::Access::read);
  EXPECT_EQ(ledger.correct(order(CorrectionKind::undo, ""), knowledge(), code).error().code,
            Code::usage);
  EXPECT_EQ(ledger.recode(knowledge(), code, {}).error().code, Code::usage);
}

}  // namespace
}  // namespace sitrep::ledger
