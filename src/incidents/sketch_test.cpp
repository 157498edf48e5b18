#include "incidents/sketch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "incidents/compare.h"
#include "incidents/test_world.h"

namespace sitrep::incidents::test {
namespace {

const knowledge::Lexicon& lexicon() {
  static const knowledge::Lexicon out;
  return out;
}

Coding busy_report() {
  Event bomb = event(EventType::bombing, on("2019-03-04", PartOfDay::night), marjah());
  bomb.instruments = {thing("car bomb", "vehicle_bomb", {}, exactly(2))};
  bomb.human_targets = {thing("mullah", "leader", "Abdul Rahim Khan", at_least(3))};
  bomb.perpetrators = {by("the Taliban", "taliban", Status::claimed)};
  bomb.killed = at_least(7);
  Event raid = event(EventType::raid, {}, country("Afghanistan", "AF"));
  raid.phase = Phase::background;
  return report("r1", "2019-03-05", "Two car bombs killed Abdul Rahim Khan in Marjah.",
                {bomb, raid});
}

TEST(Sketch, ComesBackAsItWas) {
  const Sketch sketch = make_sketch(busy_report(), lexicon());
  const std::string packed = pack_sketch(sketch);
  const auto back = unpack_sketch(packed);
  ASSERT_TRUE(back);
  EXPECT_EQ(pack_sketch(*back), packed);
  ASSERT_EQ(back->faces.size(), 2u);
  EXPECT_EQ(back->id, "r1");
  EXPECT_EQ(back->faces[0].event, "e0");
  EXPECT_EQ(back->faces[0].killed, at_least(7));
  EXPECT_EQ(back->faces[0].doers.at(0).party.actor_id, "taliban");
  EXPECT_EQ(back->story->words, sketch.story->words);
}

TEST(Sketch, ScoresAsTheCodingDoes) {
  Coding other = busy_report();
  other.report.id = "r2";
  const Sketch a = make_sketch(busy_report(), lexicon());
  const Sketch b = make_sketch(other, lexicon());
  const auto again = unpack_sketch(pack_sketch(b));
  ASSERT_TRUE(again);
  EXPECT_EQ(compare(a.faces[0], again->faces[0], lexicon(), false),
            compare(a.faces[0], b.faces[0], lexicon(), false));
}

TEST(Sketch, WhatIsCutShortOrOfAnotherVersionIsRefused) {
  const std::string packed = pack_sketch(make_sketch(busy_report(), lexicon()));
  for (size_t size = 0; size < packed.size(); ++size)
    EXPECT_FALSE(unpack_sketch(std::string_view(packed).substr(0, size))) << size << " bytes";
  EXPECT_FALSE(unpack_sketch(packed + "x"));
  std::string other = packed;
  other[0] = static_cast<char>(kSketchVersion + 1);
  EXPECT_FALSE(unpack_sketch(other));
}

}  // namespace
}  // namespace sitrep::incidents::test
