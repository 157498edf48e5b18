// What is news and what is recalled, where a report speaks of both. Reports are of Tuesday, 5 March
// 2024.
#include <algorithm>

#include "core/dates.h"
#include "fields.h"

namespace sitrep {

namespace {

// The event that a report tells most of.
Event main_event(std::string_view text) {
  std::vector<Event> events = events_of(std::string(text).c_str());
  if (events.empty()) return {};
  return *std::ranges::max_element(events, {},
                                   [](const Event& event) { return event.triggers.size(); });
}

void expect_news(std::string_view text) {
  const Event event = main_event(text);
  EXPECT_EQ(event.phase, Phase::news) << text;
  ASSERT_TRUE(event.when.start) << text;
  EXPECT_GE(*event.when.start, *parse_day("2024-03-01")) << text;
}

TEST(Phases, AMemorialHospitalRecallsNothing) {
  expect_news(
      "A teenager was shot in the back on Sunday night. He was taken to Northlake Memorial "
      "Hospital, where he was pronounced dead.");
  expect_news(
      "Gunmen opened fire on Memorial Drive on Monday and killed two men. A third was taken to "
      "Ellis Memorial Hospital and died there.");
}

TEST(Phases, AMemorialRecalls) {
  const std::vector<Event> events =
      events_of("Families gathered at the memorial for the 40 people killed in the bombing.");
  EXPECT_FALSE(events.empty());
  for (const Event& event : events) EXPECT_EQ(event.phase, Phase::background);
}

TEST(Phases, WhatIsDatedLongAgoIsNotWhatTheReportOpensWith) {
  expect_news(
      "Four wounded at birthday party in Dayton\n\nFour people were shot at a birthday party, "
      "police "
      "said. It began with a quarrel over a car. A woman was shot in the leg and a man in the "
      "shoulder. Nobody has been caught. Look at our map of every shooting in Dayton since 2010.");
  expect_news(
      "Two shot dead outside Tucson bar\n\nTwo men were shot dead outside a bar in Tucson, police "
      "said. Neighbours heard a dozen shots. The bar was also the scene of a shooting in August "
      "2019.");
  expect_news(
      "Bomb kills three at market in Quetta\n\nA bomb killed three people at a market in Quetta, "
      "the "
      "police said. The bomb had been hidden in a cart. In 2013 a bombing at the same market "
      "killed "
      "more than 80 people.");
}

TEST(Phases, WhatACourtLooksBackOnHasItsOwnDay) {
  const Event event = main_event(
      "Man jailed for shooting at Leeds bar\n\nA man who shot a barman dead was jailed for life by "
      "a "
      "court. Paul Marsh shot Tom Bell outside the bar in June 2021. Bell died at the scene.");
  EXPECT_EQ(event.phase, Phase::background);
}

}  // namespace

}  // namespace sitrep
