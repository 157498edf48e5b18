// What a phrase says by itself is asked for once, what it says with an event each time.
#include "events/role_features.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

std::vector<uint32_t> parts_of(RoleFeatures& features, const Draft& event, uint32_t phrase) {
  const Telling& telling = event.tellings.front();
  std::vector<uint32_t> all = features.own(phrase, features.is_near(telling, phrase));
  const std::vector<uint32_t>& rest = features.told(event, telling, phrase);
  all.insert(all.end(), rest.begin(), rest.end());
  return all;
}

TEST(RoleFeatures, OwnAndToldAreAllThereAre) {
  HandMade text("rebels attack camp . guards left hill .");
  const uint32_t rebels = text.phrase("rebels"), camp = text.phrase("camp");
  const uint32_t guards = text.phrase("guards");
  text.hangs(camp, Rel::obj, rebels);
  const Reading reading = text.reading();
  Draft event = told_in(0, 1);
  event.targets.push_back(fill(camp));
  const RuledParts none;
  RoleFeatures features(reading, none);
  for (const uint32_t phrase : {rebels, camp, guards}) {
    const std::vector<uint32_t> all = features.of(event, event.tellings.front(), phrase);
    EXPECT_THAT(parts_of(features, event, phrase), testing::UnorderedElementsAreArray(all));
  }
}

TEST(RoleFeatures, OwnOnesDependOnTheSentenceNotOnTheEvent) {
  HandMade text("rebels attack camp . guards left hill .");
  const uint32_t rebels = text.phrase("rebels");
  const Reading reading = text.reading();
  const Draft here = told_in(0, 1), there = told_in(1, 5);
  const RuledParts none;
  RoleFeatures features(reading, none);
  EXPECT_TRUE(features.is_near(here.tellings.front(), rebels));
  EXPECT_FALSE(features.is_near(there.tellings.front(), rebels));
  const std::vector<uint32_t> near = features.own(rebels, true);
  EXPECT_NE(features.own(rebels, false), near);
}

}  // namespace
}  // namespace sitrep::events::test
