#include "incidents/anchor.h"

#include <gmock/gmock.h>

#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

using testing::ElementsAre;
using testing::Pair;

Evidence words(uint32_t start, std::string text) {
  const auto end = static_cast<uint32_t>(start + text.size());
  return {.report = "r", .start = start, .end = end, .text = std::move(text)};
}

Event told(EventType type, Where where, Evidence trigger) {
  Event e = event(type, on("2019-03-04"), std::move(where));
  e.triggers = {std::move(trigger)};
  return e;
}

Coding text(std::string sha256, std::vector<Event> events) {
  Coding coding = report("r", "2019-03-05", "", std::move(events));
  coding.report.sha256 = std::move(sha256);
  return coding;
}

Coding blast_and_raid() {
  return text("one", {told(EventType::bombing, marjah(), words(10, "blast")),
                      told(EventType::raid, herat(), words(90, "raid"))});
}

std::string found(const Anchor& anchor, const Coding& coding) {
  const Event* event = find_event(anchor, coding);
  return event ? event->id : "lost";
}

TEST(Anchor, ComesBackFromJson) {
  const Coding coding = blast_and_raid();
  const Anchor anchor = anchor_of(coding, coding.events[0]);
  const auto back = anchor_from_json(to_json(anchor));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(to_json(*back), to_json(anchor));
  EXPECT_EQ(back->day, anchor.day);
  EXPECT_EQ(anchor.member(), "r/e0");
  EXPECT_FALSE(anchor_from_json("{}"));
  EXPECT_FALSE(anchor_from_json("["));
}

TEST(Anchor, InTheSameTextWordsKeepTheirPlace) {
  const Coding before = blast_and_raid();
  // Coded anew: an event in front, and what was a bombing is another type in another town.
  const Coding now = text("one", {told(EventType::arrest, marjah(), words(40, "arrest")),
                                  told(EventType::shelling, herat(), words(10, "blast")),
                                  told(EventType::raid, herat(), words(90, "raid"))});
  EXPECT_EQ(found(anchor_of(before, before.events[0]), now), "e1");
  EXPECT_EQ(found(anchor_of(before, before.events[1]), now), "e2");
  EXPECT_THAT(moved_events(before, now), ElementsAre(Pair("e0", "e1"), Pair("e1", "e2")));
}

TEST(Anchor, InTheSameTextOtherWordsAreAnotherEvent) {
  const Coding before = blast_and_raid();
  const Coding now = text("one", {told(EventType::bombing, marjah(), words(60, "blast"))});
  EXPECT_EQ(found(anchor_of(before, before.events[0]), now), "lost")
      << "the bombing of another sentence";
}

TEST(Anchor, AnEventThatIsNamedByOtherWordsIsFoundByWhatTellsOfIt) {
  const Coding before = blast_and_raid();
  Event now = told(EventType::bombing, marjah(), words(30, "explosion"));
  Claim toll;
  toll.field = Field::killed;
  toll.evidence = words(8, "a blast");
  now.claims = {toll};
  EXPECT_EQ(found(anchor_of(before, before.events[0]), text("one", {now})), "e0");
}

TEST(Anchor, InAnotherTextTwoOfWhatWhereAndWordsAreTheSame) {
  const Coding before = blast_and_raid();
  const Anchor blast = anchor_of(before, before.events[0]);
  const auto in = [&](Event event) { return found(blast, text("two", {std::move(event)})); };
  EXPECT_EQ(in(told(EventType::bombing, marjah(), words(70, "explosion"))), "e0");
  EXPECT_EQ(in(told(EventType::bombing, herat(), words(70, "Blast"))), "e0");
  EXPECT_EQ(in(told(EventType::strike, marjah(), words(70, "blast"))), "e0");
  EXPECT_EQ(in(told(EventType::bombing, herat(), words(70, "explosion"))), "lost");
  EXPECT_EQ(in(told(EventType::raid, herat(), words(70, "blast"))), "lost");
}

TEST(Anchor, OfTwoLikeEventsThatOfTheDayIsMeant) {
  Coding before = blast_and_raid();
  Coding now = text("two", {told(EventType::bombing, marjah(), words(10, "blast")),
                            told(EventType::bombing, marjah(), words(50, "blast"))});
  now.events[0].when = on("2019-02-01");
  EXPECT_EQ(found(anchor_of(before, before.events[0]), now), "e1");
  now.events[0].when = on("2019-03-04");
  EXPECT_EQ(found(anchor_of(before, before.events[0]), now), "e0") << "else the one of its number";
}

}  // namespace
}  // namespace sitrep::incidents::test
