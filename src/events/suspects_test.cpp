// Groups that a report names elsewhere, and whether they are added to an event. The models are
// taught one feature: the one that every party has.
#include "events/suspects.h"

#include <gtest/gtest.h>

#include "events/suspect_features.h"
#include "events/test_world.h"

namespace sitrep::events::test {
namespace {

NounPhrase group(std::string actor) {
  NounPhrase phrase;
  phrase.nature = Nature::party;
  phrase.named = true;
  phrase.party.actor_id = std::move(actor);
  phrase.party.kind = PartyKind::rebel;
  return phrase;
}

constexpr const char* kText = "gunmen attack camp . nobody spoke . FARC and ELN met . FARC left .";

struct World {
  HandMade text{kText};
  uint32_t camp = text.phrase("camp");
  uint32_t first = text.phrase("FARC", group("farc"));
  uint32_t other = text.phrase("ELN", group("eln"));
  uint32_t again = text.phrase("FARC", group("farc"));
};

TEST(Suspects, APartyIsAllPhrasesThatNameIt) {
  const World w;
  const Reading reading = w.text.reading();
  SuspectFeatures features(reading);
  ASSERT_EQ(features.parties(), 2);
  std::vector<Draft> events{told_in(0, 1), told_in(3, 13)};
  features.enter(events);
  EXPECT_EQ(features.nearest(0, 0), w.first);
  EXPECT_EQ(features.nearest(1, 0), w.again);
  EXPECT_EQ(features.nearest(1, 1), w.other);
}

TEST(Suspects, OneWithAPartStandsNotAside) {
  const World w;
  const Reading reading = w.text.reading();
  SuspectFeatures features(reading);
  std::vector<Draft> events{told_in(0, 1)};
  features.enter(events);
  EXPECT_TRUE(features.stands_aside(0, 0));
  events[0].perpetrators.push_back(fill(w.again));
  features.enter(events);
  EXPECT_FALSE(features.stands_aside(0, 0));
  EXPECT_TRUE(features.stands_aside(0, 1));
  events[0].targets.push_back(fill(w.other, true));
  features.enter(events);
  EXPECT_FALSE(features.stands_aside(0, 1));
}

TEST(Suspects, WhoItIsByNameIsNoFeature) {
  const World w;
  HandMade renamed("gunmen attack camp . nobody spoke . IRA and ETA met . IRA left .");
  renamed.phrase("camp");
  renamed.phrase("IRA", group("ira"));
  renamed.phrase("ETA", group("eta"));
  renamed.phrase("IRA", group("ira"));
  const Reading one = w.text.reading(), another = renamed.reading();
  SuspectFeatures a(one), b(another);
  const std::vector<Draft> events{told_in(0, 1)};
  a.enter(events);
  b.enter(events);
  EXPECT_EQ(a.of(0, 0), b.of(0, 0));
}

TEST(Suspects, OfAListOfPartiesTheFirstAreLookedAt) {
  std::string words = "gunmen attack camp .";
  for (int i = 0; i < 200; ++i) words += " Group" + std::to_string(i);
  HandMade text(words + " .");
  for (int i = 0; i < 200; ++i)
    text.phrase("Group" + std::to_string(i), group("g" + std::to_string(i)));
  EXPECT_LT(SuspectFeatures(text.reading()).parties(), 100);
}

std::vector<Fill> suspects_of(int16_t weight, bool denied = false) {
  const World w;
  const Reading reading = w.text.reading();
  std::vector<Draft> events{told_in(0, 1)};
  if (denied) {
    Fill fill = test::fill(w.other);
    fill.voice.polarity = Polarity::denied;
    events.push_back(told_in(1, 5));
    events.back().perpetrators.push_back(fill);
  }
  SuspectFeatures features(reading);
  features.enter(events);
  const Taught taught(suspects, features.of(0, 0).front(), 1, weight);
  Suspects(reading, taught.model()).add_to(events);
  return events[0].perpetrators;
}

TEST(Suspects, OnlyLikelyOnesAreAddedAndAsSuspected) {
  EXPECT_TRUE(suspects_of(0).empty());
  EXPECT_TRUE(suspects_of(-200).empty());
  const auto found = suspects_of(200);
  ASSERT_EQ(found.size(), 2);
  EXPECT_EQ(found[0].voice.certainty, Certainty::suspected);
  EXPECT_TRUE(found[0].learnt);
  EXPECT_EQ(found[0].sentence, 2) << "the nearest mention";
}

TEST(Suspects, WhoDeniesAnythingIsNone) {
  const auto found = suspects_of(200, true);
  ASSERT_EQ(found.size(), 1);
  EXPECT_EQ(found[0].sentence, 2) << "FARC alone";
}

TEST(Suspects, WithoutPartiesNothingHappens) {
  const HandMade text("gunmen attack .");
  const Taught taught(suspects, 1, 1, 200);
  std::vector<Draft> events{told_in(0, 1)}, none;
  const Reading reading = text.reading();
  Suspects(reading, taught.model()).add_to(events);
  Suspects(reading, taught.model()).add_to(none);
  EXPECT_TRUE(events[0].perpetrators.empty());
}

}  // namespace
}  // namespace sitrep::events::test
