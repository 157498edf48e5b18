#include "intake/to_coding.h"

#include <gmock/gmock.h>

namespace sitrep {
namespace {

using testing::HasSubstr;

std::optional<Result<Coding>> read(std::string json) {
  return to_coding({.kind = RawInput::Kind::json,
                    .file = "week.jsonl",
                    .bytes = std::move(json),
                    .record = 7,
                    .position = 900});
}

constexpr std::string_view kCoding =
    R"({"report":{"id":"r1","dateline":"ADEN","published_minute":61,"captions":["A car"]},)"
    R"("text":"A bomb.","sentences":[[0,7]],"events":[{"id":"e1","type":"bombing","phase":"new",)"
    R"("triggers":[{"report":"r1","start":2,"end":6,"text":"bomb"}]}]})";

TEST(ToCoding, ACodingIsTakenWithAllThatItsReportHas) {
  const auto coding = read(std::string(kCoding));
  ASSERT_TRUE(coding && *coding);
  EXPECT_EQ((*coding)->events[0].type, EventType::bombing);
  EXPECT_EQ((*coding)->report.dateline, "ADEN");
  EXPECT_EQ((*coding)->report.published_minute, 61);
  EXPECT_THAT((*coding)->report.captions, testing::ElementsAre("A car"));
}

TEST(ToCoding, AReportIsNone) {
  EXPECT_FALSE(read(R"({"id":"a","text":"A bomb."})"));
  EXPECT_FALSE(read(R"({"text":"A \"report\" of bombs.","report":"Annual"})"));
  EXPECT_FALSE(read(R"({"report":{"id":"r1"},"text":)"));  // for the reader of reports to refuse
}

TEST(ToCoding, ABrokenOneIsRefusedWithFileLineAndReason) {
  const auto broken = [](std::string_view from, std::string_view to) {
    std::string json(kCoding);
    json.replace(json.find(from), from.size(), to);
    const auto coding = read(json);
    return coding && !*coding ? describe(coding->error()) : "taken";
  };
  EXPECT_THAT(broken("bombing", "picnic"), HasSubstr("week.jsonl:7: a broken coding: "));
  EXPECT_THAT(broken("bombing", "picnic"), HasSubstr("events.type: \"picnic\" is no value of it"));
  EXPECT_THAT(broken("\"start\":2", "\"start\":3"), HasSubstr("another text stands at 3 to 6"));
  EXPECT_THAT(broken("\"events\"", "\"event\""), HasSubstr("no member \"events\""));
}

}  // namespace
}  // namespace sitrep
