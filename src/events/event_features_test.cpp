// What speaks for an event being one, and for its type.
#include "events/event_features.h"

#include <gtest/gtest.h>

#include "events/role_features.h"
#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

constexpr const char* kHead =
    "phrase\tpos\ttype\tstrength\tsubject\tobject\toutcome\teffect\tnot_with\n";
constexpr const char* kAttack =
    "attack\tverb\tarmed_attack\tstrong\tperpetrator\ttarget\tcompleted\t\t\n";
constexpr const char* kBomb = "bomb\tverb\tbombing\tstrong\tperpetrator\ttarget\tcompleted\t\t\n";

Reading read_with(const Reading& reading, const knowledge::SmallWorld& world) {
  return {reading.report, reading.document, reading.mentions, world.lexicon(), 0, 0,
          nullptr,        std::nullopt};
}

// What was learnt of a word holds wherever its line stands in the dictionary.
TEST(EventFeatures, OfAWordDoNotDependOnItsLine) {
  const knowledge::SmallWorld first(
      knowledge::SmallWorld::Files{{"event_words.tsv", std::string(kHead) + kAttack + kBomb}});
  const knowledge::SmallWorld second(
      knowledge::SmallWorld::Files{{"event_words.tsv", std::string(kHead) + kBomb + kAttack}});
  HandMade text("gunmen attack bank .");
  const uint32_t bank = text.phrase("bank");
  Draft in_first = told_in(0, 1), in_second = told_in(0, 1);
  in_first.tellings.front().entry = 0;
  in_second.tellings.front().entry = 1;
  const Reading a = read_with(text.reading(), first), b = read_with(text.reading(), second);
  const RuledParts none;
  const auto features = [&](const Reading& reading, const Draft& draft) {
    std::vector<uint32_t> all = EventFeatures(reading).of(draft);
    const auto& roles = RoleFeatures(reading, none).of(draft, draft.tellings.front(), bank);
    all.insert(all.end(), roles.begin(), roles.end());
    return all;
  };
  EXPECT_EQ(features(a, in_first), features(b, in_second));
  EXPECT_NE(features(a, in_first), features(b, in_first));
}

}  // namespace
}  // namespace sitrep::events::test
