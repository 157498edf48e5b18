#include "ledger/recall_store.h"

#include <gmock/gmock.h>

#include "ledger/test_world.h"

namespace sitrep::ledger::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kBus = "A bomb on a bus in Velm killed 4 people, officials said.";

// A report of March whose bomb in Velm is news, and which recalls one of January in Torb.
Coding remembering(const std::string& id) {
  Coding coding =
      coded(id, kBus + "\nIn January a bomb near Torb killed 2 soldiers.", "2022-03-01");
  Event& recalled = coding.events.at(1);
  recalled.phase = Phase::background;
  recalled.when = day_when(*make_day(2022, 1, 9), Basis::stated);
  return coding;
}

Incident holding(const Ledger& ledger, const std::string& member) {
  const std::vector<Incident> incidents = ledger.incidents({}).value();
  for (const Incident& incident : incidents) {
    if (std::ranges::count(incident.members, member)) return incident;
  }
  throw std::runtime_error("no incident holds " + member);
}

TEST(RecallStore, NewIncidentsListWhatTheirReportsRecall) {
  Ledger ledger = open(":memory:");
  add(ledger, {remembering("f")});
  const Incident news = holding(ledger, "f/e1");
  const Incident old = holding(ledger, "f/e2");
  EXPECT_THAT(news.background, ElementsAre(old.id));
  EXPECT_THAT(old.background, IsEmpty());
  EXPECT_THAT(old.recalls, IsEmpty());
}

// Told with too little to be joined to it: a memory of the day and town alone.
Coding memory(const std::string& id) {
  Coding coding = remembering(id);
  Event& recalled = coding.events.at(1);
  recalled.type = EventType::suicide_bombing;
  recalled.claims.clear();
  recalled.killed = {};
  return coding;
}

TEST(RecallStore, OrderDoesNotMatterAndRemovalsAreFollowed) {
  const Coding news = coded("e", "A bomb near Torb killed 2 soldiers.", "2022-01-10");
  const auto linked = [&](const std::vector<std::vector<Coding>>& steps) {
    Ledger ledger = open(":memory:");
    for (const auto& step : steps) add(ledger, step);
    const Incident old = holding(ledger, "f/e2");
    const Incident record = holding(ledger, "e/e1");
    return old.id == record.id ? std::vector<std::string>{"joined"} : old.recalls;
  };
  const auto expected = linked({{news, memory("f")}});
  EXPECT_THAT(expected, testing::SizeIs(1));
  const auto length = [](const auto& links) { return links.size(); };
  EXPECT_EQ(length(linked({{news}, {memory("f")}})), 1u);
  EXPECT_EQ(length(linked({{memory("f")}, {news}})), 1u);
}

}  // namespace
}  // namespace sitrep::ledger::test
