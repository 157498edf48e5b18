#include "core/coding_check.h"

#include <gmock/gmock.h>

#include "core/sha256.h"
#include "core/text.h"

namespace sitrep {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

Evidence span(uint32_t start, std::string text) {
  const uint32_t end = start + CodePoints(text).size();
  return {.report = "r1", .start = start, .end = end, .text = std::move(text)};
}

// "Ağrı" is four code points and six bytes.
Coding sound() {
  Coding coding;
  coding.report.id = "r1";
  coding.report.text = "In Ağrı a bomb killed two soldiers.";
  coding.report.sha256 = sha256_hex(coding.report.text);
  coding.sentences = {{0, 35}};
  Event event;
  event.id = "e1";
  event.type = EventType::bombing;
  event.killed = {.low = 2, .best = 2, .high = 2, .text = "two"};
  event.triggers = {span(10, "bomb")};
  Claim claim;
  claim.id = "c1";
  claim.field = Field::killed;
  claim.value = event.killed;
  claim.evidence = span(0, coding.report.text);
  event.claims = {claim};
  coding.events = {event};
  return coding;
}

template <typename Change>
std::string after(Change&& change) {
  Coding coding = sound();
  change(coding);
  return problem_in(coding);
}

TEST(CodingCheck, ASoundCodingHasNoProblem) { EXPECT_THAT(problem_in(sound()), IsEmpty()); }

TEST(CodingCheck, SpansLieInTheTextAndRepeatIt) {
  EXPECT_EQ(after([](Coding& c) { c.events[0].triggers[0] = span(11, "bomb"); }),
            "event e1, triggers: another text stands at 11 to 15");
  EXPECT_EQ(after([](Coding& c) { c.events[0].claims[0].evidence.end = 36; }),
            "event e1, claim c1: no span 0 to 36 in the text");
  EXPECT_EQ(after([](Coding& c) { c.events[0].triggers[0].report = "r2"; }),
            "event e1, triggers: a span of the report \"r2\"");
  EXPECT_THAT(after([](Coding& c) {
                c.places.push_back({span(3, "Agri"), {}, 1});
              }),
              HasSubstr("places: another text"));
}

TEST(CodingCheck, SentencesFollowEachOther) {
  EXPECT_THAT(after([](Coding& c) { c.sentences = {{0, 20}, {19, 35}}; }), HasSubstr("[19, 35]"));
  EXPECT_THAT(after([](Coding& c) { c.sentences = {{0, 36}}; }), HasSubstr("[0, 36]"));
}

TEST(CodingCheck, IdsAreThereAndDiffer) {
  EXPECT_THAT(after([](Coding& c) { c.report.id.clear(); }), HasSubstr("no id"));
  EXPECT_THAT(after([](Coding& c) { c.events.push_back(c.events[0]); }),
              HasSubstr("a second event \"e1\""));
  EXPECT_THAT(after([](Coding& c) { c.events[0].claims.push_back(c.events[0].claims[0]); }),
              HasSubstr("the second \"c1\""));
}

TEST(CodingCheck, NumbersDaysAndPointsArePossible) {
  const Day day = std::chrono::sys_days(std::chrono::days(19000));
  EXPECT_THAT(after([](Coding& c) { c.events[0].killed.high = 1; }), HasSubstr("killed: low"));
  EXPECT_THAT(after([](Coding& c) { c.events[0].wounded.low = -1; }), HasSubstr("wounded: low"));
  EXPECT_THAT(after([&](Coding& c) {
                c.events[0].when = {.start = day, .end = day - std::chrono::days(1)};
              }),
              HasSubstr("ends before it starts"));
  EXPECT_THAT(after([](Coding& c) { c.events[0].where.lat = 91, c.events[0].where.lon = 0; }),
              HasSubstr("no such point"));
  EXPECT_THAT(after([](Coding& c) { c.events[0].where.lat = 9; }), HasSubstr("half a point"));
}

TEST(CodingCheck, TheChecksumIsThatOfTheText) {
  EXPECT_THAT(after([](Coding& c) { c.report.sha256 = sha256_hex("another"); }),
              HasSubstr("sha256"));
  EXPECT_THAT(after([](Coding& c) { c.report.sha256.clear(); }), IsEmpty());
}

}  // namespace
}  // namespace sitrep
