#include "sitrep/ledger.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "ledger/sqlite.h"
#include "ledger/test_world.h"
#include "ledger/words.h"

namespace sitrep::ledger {
namespace {

using namespace test;  // NOLINT(google-build-using-namespace): the room's own
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<Incident> all(const Ledger& ledger, const IncidentFilter& filter = {}) {
  return ledger.incidents(filter).value();
}

std::string json(const auto& record) {
  std::string out;
  append_json(out, record);
  return out;
}

TEST(Ledger, ReportsOfOneThingAreOneIncident) {
  Ledger ledger = open(":memory:");
  const BuildSummary summary = add(ledger, six_reports());
  EXPECT_EQ(summary.added, 6u);
  EXPECT_EQ(summary.incidents, 3u);
  const auto incidents = all(ledger);
  ASSERT_THAT(incidents, SizeIs(3));
  EXPECT_THAT(incidents[0].members, ElementsAre("a/e1", "b/e1", "c/e1", "d/e1"));
  EXPECT_EQ(incidents[0].revision, 1);
}

TEST(Ledger, AddingTwiceChangesNothing) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto before = all(ledger);
  const BuildSummary again = add(ledger, six_reports());
  EXPECT_EQ(again.added, 0u);
  EXPECT_EQ(again.known, 6u);
  EXPECT_EQ(again.revised, 0u);
  EXPECT_EQ(again.incidents, 3u);
  const auto after = all(ledger);
  ASSERT_EQ(before.size(), after.size());
  for (size_t i = 0; i < before.size(); ++i) EXPECT_EQ(json(before[i]), json(after[i]));
}

int64_t count(const std::string& path, const std::string& what) {
  return Database(path, SQLITE_OPEN_READONLY).integer("SELECT count(*) FROM " + what);
}

TEST(Ledger, OnlyComponentsThatStandKeepPairs) {
  const Folder folder;
  Ledger ledger = open(folder / "l");
  constexpr const char* kOfNone =
      "component_pairs WHERE component NOT IN (SELECT component FROM events)";
  add(ledger, six_reports());
  EXPECT_GT(count(folder / "l", "component_pairs"), 0);
  EXPECT_EQ(count(folder / "l", kOfNone), 0);
  std::vector<Coding> later;  // of which none tells of anything
  for (const Coding& coding : six_reports())
    later.push_back(coded(coding.report.id, "Nothing happened.", "2022-09-09"));
  add(ledger, later);
  EXPECT_EQ(count(folder / "l", "events"), 0);
  EXPECT_EQ(count(folder / "l", "component_pairs"), 0);
}

TEST(Ledger, DamagedPairsAreRefusedAndNothingIsLost) {
  const Folder folder;
  std::vector<Coding> codings = six_reports();
  const Coding another = codings[1];  // of the market
  codings.erase(codings.begin() + 1);
  Ledger ledger = open(folder / "l");
  add(ledger, codings);
  Database(folder / "l", SQLITE_OPEN_READWRITE).execute("UPDATE component_pairs SET pairs = x'00'");
  const auto added = ledger.add({another}, knowledge(), code);
  ASSERT_FALSE(added);
  EXPECT_EQ(added.error().code, Code::corrupt_ledger);
  EXPECT_EQ(count(folder / "l", "reports"), 5);
}

TEST(Ledger, CodingsPackedBeforeAreAddedLikeOthers) {
  std::vector<PackedCoding> packed;
  for (const Coding& coding : six_reports()) packed.emplace_back(coding, knowledge());
  EXPECT_GT(packed.front().bytes(), six_reports().front().report.text.size());
  Ledger ledger = open(":memory:");
  const auto summary = ledger.add_packed(std::move(packed), knowledge(), code);
  ASSERT_TRUE(summary);
  EXPECT_EQ(summary->added, 6u);
  Ledger other = open(":memory:");
  add(other, six_reports());
  EXPECT_EQ(content(ledger), content(other));
}

std::vector<std::string> content_after(const std::vector<Coding>& codings, size_t batch) {
  Ledger ledger = open(":memory:");
  for (size_t i = 0; i < codings.size(); i += batch) {
    const auto end = std::min(i + batch, codings.size());
    add(ledger, {codings.begin() + static_cast<std::ptrdiff_t>(i),
                 codings.begin() + static_cast<std::ptrdiff_t>(end)});
  }
  return content(ledger);
}

TEST(Ledger, NeitherOrderNorBatchesMatter) {
  auto codings = six_reports();
  const auto expected = content_after(codings, codings.size());
  std::mt19937 random(7);
  for (int order = 0; order < 5; ++order) {
    for (const size_t batch : {size_t{1}, size_t{4}, codings.size()}) {
      EXPECT_EQ(content_after(codings, batch), expected)
          << "order " << order << ", batches of " << batch;
    }
    std::ranges::shuffle(codings, random);
  }
}

TEST(Ledger, AnIncidentThatGrowsKeepsItsIdAndItsHistory) {
  Ledger ledger = open(":memory:");
  const auto codings = six_reports();
  add(ledger, {codings[0], codings[4]});
  const auto before = all(ledger);
  add(ledger, {codings[1]});
  const auto after = all(ledger);
  ASSERT_THAT(after, SizeIs(2));
  EXPECT_EQ(after[0].id, before[0].id);
  EXPECT_EQ(after[0].revision, 2);
  EXPECT_EQ(json(after[1]), json(before[1]));
  const auto history = ledger.history(after[0].id).value();
  ASSERT_THAT(history, SizeIs(1));
  EXPECT_EQ(json(history[0]), json(before[0]));
}

TEST(Ledger, ANewTextOfTheSameUriIsARevision) {
  Ledger ledger = open(":memory:");
  auto codings = six_reports();
  add(ledger, {codings[0]});
  const std::string id = all(ledger)[0].id;
  Report newer =
      report("a2", "A car bomb killed 8 people at a crowded market in Velm.", "2022-01-05");
  newer.uri = codings[0].report.uri;
  const BuildSummary summary = add(ledger, {code(newer)});
  EXPECT_EQ(summary.revised, 1u);
  EXPECT_EQ(summary.added, 0u);
  ASSERT_THAT(all(ledger), SizeIs(1));
  EXPECT_EQ(all(ledger)[0].id, id);
  EXPECT_EQ(all(ledger)[0].killed.best, 8);
  EXPECT_THAT(ledger.report_ids().value(), ElementsAre("a2"));
  EXPECT_EQ(add(ledger, {codings[0]}).known, 1u) << "the earlier version is known";
  EXPECT_TRUE(ledger.has_report("a", codings[0].report.sha256).value());
  EXPECT_EQ(all(ledger)[0].killed.best, 8);
}

TEST(Ledger, KeepsTheTextOfEachVersion) {
  Ledger ledger = open(":memory:");
  Report first = report("a", "A bomb killed 3 people in Velm.", "2022-01-05");
  Report second = report("a2", "A bomb killed 4 people in Velm.", "2022-01-06");
  first.uri = second.uri = "https://velm.example/1";
  add(ledger, {code(first), coded("b", "A bomb killed 9 people in Velm.", "2022-01-05")});
  add(ledger, {code(second)});
  for (const std::string asked : {"a", "a2", "https://velm.example/1"}) {
    const auto versions = ledger.versions(asked).value();
    ASSERT_THAT(versions, SizeIs(2)) << asked;
    EXPECT_EQ(versions[0].report.text, first.text);
    EXPECT_FALSE(versions[0].current);
    EXPECT_EQ(versions[1].report.text, second.text);
    EXPECT_EQ(versions[1].report.id, "a2");
    EXPECT_TRUE(versions[1].current);
  }
  EXPECT_THAT(ledger.versions("b").value(), SizeIs(1));
  EXPECT_EQ(ledger.versions("c").error().code, Code::not_found);
}

TEST(Ledger, AnEarlierVersionThatComesLateDoesNotReplace) {
  const Coding first = coded("a", "A bomb killed 3 people in Velm.", "2022-01-05");
  const Coding second = coded("a", "A bomb killed 4 people in Velm.", "2022-01-06");
  for (const bool forward : {true, false}) {
    Ledger ledger = open(":memory:");
    add(ledger, {forward ? first : second});
    EXPECT_EQ(add(ledger, {forward ? second : first}).revised, 1u);
    EXPECT_EQ(all(ledger)[0].killed.best, 4);
  }
}

TEST(Ledger, UndatedReportsAreDatedByTheOthers) {
  Ledger ledger = open(":memory:");
  const auto codings = six_reports();
  add(ledger, {codings[2]});
  EXPECT_FALSE(ledger.codings({"c"}).value()[0].report.published);
  add(ledger, {codings[0], codings[1]});
  const Report dated = ledger.codings({"c"}).value()[0].report;
  ASSERT_TRUE(dated.published);
  EXPECT_EQ(dated.published->basis, Basis::inferred);
  EXPECT_EQ(dated.text, codings[2].report.text);
}

TEST(Ledger, CopiesPointToTheEarliest) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto codings = ledger.codings({"a", "d", "e"}).value();
  EXPECT_EQ(codings[0].report.duplicate_of, "");
  EXPECT_EQ(codings[1].report.duplicate_of, "a");
  EXPECT_EQ(codings[2].report.duplicate_of, "");
  EXPECT_EQ(ledger.codings({"nobody"}).error().code, Code::not_found);
}

TEST(Ledger, WhatTheRecordDoesNotHoldIsKeptForCodingAgain) {
  Coding coding = coded("x", "A bomb in Velm.", "2022-01-05");
  coding.report.captions = {"A \"wreck\""};
  coding.report.dateline = "VELM";
  coding.report.published_minute = 61;
  Ledger ledger = open(":memory:");
  add(ledger, {coding});
  const Report back = ledger.codings({"x"}).value()[0].report;
  EXPECT_EQ(back.captions, coding.report.captions);
  EXPECT_EQ(back.dateline, "VELM");
  EXPECT_EQ(back.published_minute, 61);
}

TEST(Ledger, BytesThatAreNoTextDoNoHarm) {
  Ledger ledger = open(":memory:");
  Coding coding = coded("x", "A bomb in Velm.", "2022-01-05");
  coding.report.uri = "caf\xe9.txt";
  coding.report.title = std::string("a\0b", 3);
  add(ledger, {coding});
  const Report back = ledger.codings({"x"}).value()[0].report;
  EXPECT_EQ(back.uri, "caf\uFFFD.txt");
  EXPECT_EQ(back.title, coding.report.title);
  EXPECT_TRUE(ledger.check());
}

std::vector<std::string> towns(const Ledger& ledger, const IncidentFilter& filter) {
  std::vector<std::string> out;
  for (const Incident& i : all(ledger, filter))
    out.push_back(i.where.name + " " + iso(*i.when.start));
  return out;
}

TEST(Ledger, Filters) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto with = [&](auto set) {
    IncidentFilter filter;
    set(filter);
    return towns(ledger, filter);
  };
  const std::string market = "Velm 2022-01-05";
  const std::string road = "Torb 2022-01-09";
  const std::string bus = "Velm 2022-03-01";
  EXPECT_THAT(towns(ledger, {}), ElementsAre(market, road, bus));
  EXPECT_THAT(with([](auto& f) { f.since = parse_day("2022-01-09"); }), ElementsAre(road, bus));
  EXPECT_THAT(with([](auto& f) { f.until = parse_day("2022-01-09"); }), ElementsAre(market, road));
  EXPECT_THAT(with([](auto& f) { f.countries = {"sy"}; }), ElementsAre(road));
  EXPECT_THAT(with([](auto& f) { f.types = {EventType::raid}; }), IsEmpty());
  EXPECT_THAT(with([](auto& f) { f.types = {EventType::raid, EventType::bombing}; }), SizeIs(3));
  EXPECT_THAT(with([](auto& f) { f.places = {"Velm"}; }), ElementsAre(market, bus));
  EXPECT_THAT(with([](auto& f) { f.phase = Phase::news; }), SizeIs(3));
  EXPECT_THAT(with([](auto& f) { f.text = "Driver WOUNDED"; }), ElementsAre(bus));
  EXPECT_THAT(with([](auto& f) { f.text = "crowded velm"; }), ElementsAre(market));
  EXPECT_THAT(with([](auto& f) { f.text = "\"a bus in Velm\""; }), ElementsAre(bus));
  EXPECT_THAT(with([](auto& f) { f.text = "\"bus a\""; }), IsEmpty());
  EXPECT_THAT(with([](auto& f) { f.text = "claimed"; }), IsEmpty()) << "another sentence";
  EXPECT_THAT(with([](auto& f) { f.text = "* OR ) \" NEAR( ^"; }), IsEmpty());
}

TEST(Ledger, RowsAreThoseOfTheRecords) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  std::vector<int64_t> numbers;
  const auto marks = ledger.marks();
  for (const IncidentMark& mark : *marks) numbers.push_back(mark.number);
  std::set<std::string> ids;
  const auto rows = ledger.rows(numbers);
  for (IncidentRow row : *rows) {
    row.number = 0;
    EXPECT_EQ(row, row_of(ledger.incident(row.id).value()));
    ids.insert(row.id);
  }
  EXPECT_THAT(ids, SizeIs(3));
  EXPECT_THAT(ledger.rows({numbers[0], 999}).value(), SizeIs(1));
  EXPECT_THAT(ledger.incidents_named({*ids.begin(), "none"}).value(), SizeIs(1));
  EXPECT_EQ(ledger.report_count().value(), static_cast<int64_t>(six_reports().size()));
}

TEST(Ledger, WhereAReportsEventsAreTold) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  for (const Incident& incident : all(ledger)) {
    for (const ReportRef& report : incident.reports) {
      EXPECT_THAT(ledger.incidents_of(report.id).value(), testing::Contains(incident.id));
      EXPECT_EQ(ledger.report_heads({report.id, "none"}).value().at(0).outlet, report.outlet);
    }
  }
  EXPECT_THAT(ledger.incidents_of("none").value(), IsEmpty());
  EXPECT_THAT(ledger.telling("\"a bus in Velm\"").value(), SizeIs(1));
}

TEST(Ledger, TheVersionChangesWithAnothersWriting) {
  const Folder folder;
  Ledger writer = Ledger::open(folder / "l", Ledger::Access::create).value();
  const Ledger reader = Ledger::open(folder / "l", Ledger::Access::read).value();
  const auto before = reader.version().value();
  EXPECT_EQ(before, reader.version().value());
  add(writer, six_reports());
  EXPECT_NE(before, reader.version().value());
}

TEST(Ledger, IncidentsByPrefixOfTheirId) {
  Ledger ledger = open(":memory:");
  add(ledger, six_reports());
  const auto incidents = all(ledger);
  for (const Incident& incident : incidents) {
    EXPECT_EQ(json(ledger.incident(incident.id).value()), json(incident));
    EXPECT_EQ(ledger.incident(incident.id.substr(0, 8)).value().id, incident.id);
  }
  for (const char* id : {"", "zzz", "%", "\xff", "_"}) {
    EXPECT_EQ(ledger.incident(id).error().code, Code::not_found) << id;
  }
  EXPECT_THAT(ledger.incident("i").error().message, HasSubstr("several incidents"));
}

TEST(Ledger, QueriesOfWords) {
  EXPECT_EQ(words_query("  car  bomb "), "\"car\" \"bomb\"");
  EXPECT_EQ(words_query("a \"b c\" d"), "\"a\" \"b c\" \"d\"");
  EXPECT_EQ(words_query("-- \" * \""), "");
}

}  // namespace
}  // namespace sitrep::ledger
