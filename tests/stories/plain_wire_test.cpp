// Plain sentences of news agencies: what the one event of each is, and who is in it.
#include "fields.h"

namespace sitrep {

namespace {

TEST(PlainWire, WhoRidesAndTakes) {
  expect_all({
      {"Gunmen on motorbikes abducted more than 40 people, mostly women and children, in the Anka "
       "district of Zamfara state on Monday.",
       "kidnapping; by Gunmen; people: abducted"},
      {"Militants on horses abducted nine villagers near Goma on Monday.",
       "kidnapping; abducted 9; by Militants"},
      {"The rebels freed four oil workers they had kidnapped in Cali last month.",
       "kidnapping; workers: abducted"},
      {"Police found the body of a priest the rebels had kidnapped in Goma in May.",
       "kidnapping; by rebels; human priest"},
  });
}

TEST(PlainWire, WhatAVictimWasAccusedOfIsNoEvent) {
  expect_all({
      {"Villagers near Goma beat to death a man accused of stealing goats on Monday.",
       "armed_attack; killed 1; by Villagers; no by man"},
      {"A mob lynched two men accused of stealing children in Puebla on Monday.",
       "riot; killed 2; by mob; no by two men"},
      {"Police in Cali shot dead a man suspected of robbing a pharmacy.",
       "armed_attack; killed 1; by Police"},
  });
  // A day of its own makes it one.
  EXPECT_EQ(
      events_of("Police in Cali on Monday shot dead a man suspected of Saturday's bombing in Goma.")
          .size(),
      2u);
}

TEST(PlainWire, CrowdsThatGatherAgainstSomething) {
  expect_all({
      {"Thousands of people rallied in Madrid on Saturday to demand the minister's resignation.",
       "protest"},
      {"Thousands gathered in central London on Saturday to protest against the war.", "protest"},
      {"Hundreds of students marched in Dhaka on Sunday in support of the strikers.", "protest"},
  });
  for (const char* text : {"Detectives gathered evidence in Leeds on Monday against two men.",
                           "The yen rallied in Tokyo on Monday against the dollar."})
    EXPECT_TRUE(events_of(text).empty()) << text;
}

TEST(PlainWire, WhoIsNamedBehindAPlaceOrBody) {
  for (const char* text : {"Gunmen killed the mayor of Goma, Jean Bosco, on Sunday.",
                           "Gunmen killed the head of the local council, Jean Bosco, on Sunday."}) {
    const Event event = event_of(text);
    ASSERT_EQ(event.human_targets.size(), 1u) << text;
    EXPECT_EQ(event.human_targets.front().name, "Jean Bosco") << text;
  }
}

TEST(PlainWire, NumbersOfSeveralSortsAndInQuotes) {
  expect_all({
      {"Two bombs went off at a market in Goma on Monday, killing 27 worshippers and shoppers.",
       "bombing; killed 27"},
      {"The army said it killed 100 \"terrorists\" near Goma on Monday.", "killed 100"},
      {"The army said it killed 12 so-called bandits near Goma on Monday.", "killed 12"},
  });
}

TEST(PlainWire, WhatADeedLedTo) {
  expect_all({
      {"Police opened fire on garment workers demanding higher pay in Goma, killing a woman.",
       "armed_attack; killed 1; by Police; no by workers"},
      {"Soldiers fired on traders who were asking for their goods in Goma, wounding nine.",
       "wounded 9; by Soldiers; no by traders"},
  });
}

TEST(PlainWire, WhoseDronesAreShotDown) {
  expect_all({
      {"Air defences intercepted Israeli missiles over Damascus on Sunday.",
       "intercepted; by Israel"},
      {"Two Houthi drones were shot down over Jizan on Sunday.", "intercepted; by Houthi"},
  });
  EXPECT_FALSE(
      has_party(event_of("Rebels shot down a Russian helicopter near Goma on Monday."), "Russia"));
}

TEST(PlainWire, WhoHeldWhatWhenHeAttacked) {
  expect_all({
      {"A man wielding a knife attacked soldiers in Goma on Friday morning.",
       "armed_attack; by man; human soldiers; with knife"},
      {"An Egyptian man wielding two machetes attacked soldiers in Goma on Friday morning.",
       "armed_attack; by Egyptian man; with machetes"},
  });
}

TEST(PlainWire, WhoSomebodyIsIsSaidLater) {
  for (const char* text :
       {"A man was stabbed to death in Goma on Thursday night. He was named locally as Kofi "
        "Mensah, "
        "21.",
        "A man was stabbed to death in Goma on Thursday night. Police identified him as Kofi "
        "Mensah.",
        "A man was stabbed to death in Goma on Thursday. The victim was identified as Kofi "
        "Mensah."}) {
    const Event event = event_of(text);
    ASSERT_EQ(event.human_targets.size(), 1u) << text;
    EXPECT_EQ(event.human_targets.front().name, "Kofi Mensah") << text;
    EXPECT_EQ(event.killed.best, 1) << text;
  }
  for (const char* text :
       {"A gunman killed five people in Goma on Monday. Police identified the gunman as Ray Holt.",
        "A gunman killed five people in Goma on Monday. The suspect was identified as Ray Holt.",
        "A gunman killed five people in Goma on Monday. He was identified as Ray Holt, 24."}) {
    const Event event = event_of(text);
    ASSERT_EQ(event.perpetrators.size(), 1u) << text;
    EXPECT_EQ(event.perpetrators.front().party.name, "Ray Holt") << text;
  }
  // A witness is neither.
  EXPECT_FALSE(has_party(event_of("A gunman killed five people in Goma on Monday. A witness, "
                                  "identified as Ray Holt, called the police."),
                         "Holt"));
}

TEST(PlainWire, OnePersonInAList) {
  expect_all({
      {"Hooded men shot dead a councillor, Maria Souza, and her driver in Cali on Monday.",
       "killed 2; human Maria Souza; human her driver"},
  });
}

TEST(PlainWire, WhoseTollItIs) {
  const Event event = event_of(
      "At least seven soldiers were killed when militants attacked a post in Quetta on Saturday, "
      "the military said.\n\nThe Baloch Liberation Army claimed the attack and said it had killed "
      "30 soldiers.");
  EXPECT_EQ(event.killed.best, 7);
  EXPECT_EQ(event_of("The army said it had killed 30 rebels near Goma on Monday.").killed.best, 30);
}

TEST(PlainWire, OneDaysClashesBesideAnotherDaysDeed) {
  const std::vector<Event> events = events_of(
      "Thousands of protesters stormed the parliament in Dhaka on Monday hours after the prime "
      "minister fled the country.\n\nAt least 66 people died in clashes between demonstrators and "
      "police in Chittagong on Sunday.");
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events.back().killed.best, 66);
}

TEST(PlainWire, SumsSinceAMonthAreNoEvent) {
  EXPECT_TRUE(events_of("Three priests have been abducted in the state since January.").empty());
  EXPECT_EQ(events_of("Rebels have attacked three villages in Ituri since Monday.").size(), 1u);
}

TEST(PlainWire, SoManyPeopleAreSoManyVillagers) {
  const Event event = event_of(
      "Gunmen killed 12 villagers in Plateau state on Monday. Twelve people were killed in the "
      "attack, police said.");
  EXPECT_EQ(event.human_targets.size(), 1u);
}

}  // namespace

}  // namespace sitrep
