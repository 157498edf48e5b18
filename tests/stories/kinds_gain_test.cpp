// What is done for gain: robberies, thefts by whatever word, fires that somebody set.
#include "stories.h"

namespace sitrep {

namespace {

// The texts of which a kind of incident is not the only event.
std::vector<std::string> not_told_as(EventType type, const std::vector<const char*>& texts) {
  std::vector<std::string> wrong;
  for (const char* text : texts) {
    const std::vector<Event> events = events_of(text);
    if (events.size() != 1 || events.front().type != type)
      wrong.push_back(std::string(text) + " -> " +
                      (events.empty() ? "none" : std::string(name(events.front().type))));
  }
  return wrong;
}

// Needs no learnt model to be told: the rules alone say it.
TEST(KindsOfGain, WhatRobbersDoIsARobbery) {
  EXPECT_THAT(not_told_as(EventType::robbery,
                          {"A bank in Paris was stormed by four robbers on Monday.",
                           "A raid on a bank by robbers in Lyon on Monday lasted five minutes.",
                           "Robbers attacked a bank in Lyon on Monday and fled with 40,000 euros.",
                           "Thieves used a ladder to snatch a crown from a cathedral in Reims on "
                           "Monday."}),
              testing::IsEmpty());
}

TEST(KindsOfGain, ThingsAreRobbedAndPeopleKidnapped) {
  const Event robbery =
      event_of("Armed robbers snatched diamonds worth $100 million at Brussels airport on Monday.");
  EXPECT_EQ(robbery.type, EventType::robbery);
  EXPECT_FALSE(robbery.abducted.best);
  EXPECT_TRUE(names_any(robbery.physical_targets, "diamonds"));
  const Event bags =
      event_of("Gunmen snatched two bags of cash from a guard in Nairobi on Monday.");
  EXPECT_EQ(bags.type, EventType::robbery);
  EXPECT_FALSE(bags.abducted.best);
  const Event teacher = event_of("Gunmen snatched a teacher from a school in Nairobi on Monday.");
  EXPECT_EQ(teacher.type, EventType::kidnapping);
  EXPECT_EQ(teacher.abducted.best, 1);
}

TEST(KindsOfGain, RobbersWhoKillAndRobbersWhoAreKilled) {
  EXPECT_THAT(
      not_told_as(EventType::armed_attack, {"Robbers shot dead a guard in Nairobi on Monday."}),
      testing::IsEmpty());
  EXPECT_NE(event_of("Police in Lyon killed two robbers on Monday.").type, EventType::robbery);
}

TEST(KindsOfGain, FiresThatSomebodySet) {
  EXPECT_THAT(
      not_told_as(EventType::arson,
                  {"A synagogue in Leeds was firebombed on Monday.",
                   "The fire in the Leeds warehouse on Monday, which was intentionally set, "
                   "destroyed two vans.",
                   "The old dairy building in Leeds was destroyed in a suspicious fire on "
                   "Monday."}),
      testing::IsEmpty());
}

TEST(KindsOfGain, FiresThatNobodySet) {
  EXPECT_THAT(events_of("A short circuit caused the fire that destroyed a mill in Leeds on Monday, "
                        "police said."),
              testing::IsEmpty());
}

// Told by weak words: the judge of events must take them for incidents.
TEST(KindsOfGain, TheftsByWeakWords) {
  EXPECT_THAT(not_told_as(EventType::robbery,
                          {"Four robbers stole jewels from a shop in Paris on Monday.",
                           "Thieves stole paintings from a museum in Paris on Monday.",
                           "Three robbers burst into the store and stole watches on Monday.",
                           "Armed robbers cleaned out a jewelry store yesterday in Paris.",
                           "Thieves made off with 200 cows in Samburu on Monday."}),
              testing::IsEmpty());
}

}  // namespace

}  // namespace sitrep
