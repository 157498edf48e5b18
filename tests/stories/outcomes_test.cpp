// What happened, what only might, and how it ended.
#include "stories.h"

namespace sitrep {

namespace {

using testing::IsEmpty;

class CarriedOut : public testing::TestWithParam<const char*> {};

TEST_P(CarriedOut, WhatWasPlannedBeforeIsCompleted) {
  EXPECT_EQ(event_of(GetParam()).outcome, Outcome::completed);
}

INSTANTIATE_TEST_SUITE_P(
    Outcomes, CarriedOut,
    testing::Values(
        "Rebels planned to attack the barracks in Bukavu. On Monday the rebels attacked "
        "the barracks in Bukavu, killing six soldiers.",
        "The rebels had planned the attack on the barracks for weeks. On Monday they "
        "attacked the barracks in Bukavu, killing six soldiers.",
        "The gang had threatened to kill the mayor of Cali. On Monday the gang killed the "
        "mayor of Cali outside his home.",
        "The rebels threatened to blow up a bridge near Bukavu. On Monday they blew up the "
        "bridge near Bukavu."));

TEST(Outcomes, WhatIsOnlyPlannedStaysPlanned) {
  for (const char* text :
       {"Rebels planned to attack the barracks in Bukavu, the army said on Monday.",
        "Three men planned an attack on the embassy in Nairobi.",
        "Three men plotted to bomb the embassy in Nairobi, a prosecutor said."})
    EXPECT_EQ(event_of(text).outcome, Outcome::planned) << text;
}

TEST(Outcomes, WhoStopsACarInterceptsNothingThatFlies) {
  for (const char* text :
       {"His car was intercepted by gunmen in Lima on Monday. The gunmen killed the judge.",
        "A judge was kidnapped in Cali on Monday after his car was intercepted by four gunmen.",
        "Gunmen intercepted a bus near Kaduna on Monday and kidnapped nine passengers.",
        "Gunmen intercepted a convoy near Menaka on Monday, killing four soldiers.",
        "Rebels intercepted a lorry near Goma on Monday and killed the driver."})
    EXPECT_EQ(event_of(text).outcome, Outcome::completed) << text;
}

TEST(Outcomes, WhatNobodyDidIsNoEvent) {
  for (const char* text : {"No rockets were fired at the base near Erbil on Monday.",
                           "Nobody attacked the convoy near Gao on Monday."})
    EXPECT_THAT(events_of(text), IsEmpty()) << text;
}

TEST(Outcomes, ADrillIsNoAttack) {
  for (const char* text : {"The army held a drill for an attack on the airport in Oslo on Monday.",
                           "Soldiers practised for an attack on the airport in Oslo on Monday."})
    EXPECT_THAT(events_of(text), IsEmpty()) << text;
}

TEST(Outcomes, WhoDestroysADroneIsNoAttacker) {
  const Event event = event_of(
      "Coalition forces destroyed an explosive-laden drone launched by the Houthi militia at Jizan "
      "airport on Monday, a spokesman said.");
  EXPECT_EQ(event.outcome, Outcome::intercepted);
  ASSERT_EQ(event.perpetrators.size(), 1u);
  EXPECT_EQ(event.perpetrators[0].party.name, "Houthi militia");
}

TEST(Outcomes, WhatFliesIsIntercepted) {
  for (const char* text : {"The army intercepted two rockets fired at a base near Erbil on Monday.",
                           "Air defences intercepted two missiles fired at Riyadh on Monday.",
                           "Air defences intercepted three drones over Kharkiv on Monday."})
    EXPECT_EQ(event_of(text).outcome, Outcome::intercepted) << text;
}

TEST(Outcomes, AnAttackThatHurtPeopleDidNotFail) {
  for (const char* text :
       {"A bomb attack on a bank in Quetta failed on Monday, but two guards were wounded.",
        "A car bomb attack on the embassy in Kabul failed on Monday. Four passers-by were wounded.",
        "An attack on a bank in Quetta failed on Monday. Two guards were wounded."})
    EXPECT_EQ(event_of(text).outcome, Outcome::completed) << text;
}

TEST(Outcomes, AnAttackThatHurtNobodyFailed) {
  EXPECT_EQ(event_of("A bomb failed to explode outside a bank in Lima on Monday.").outcome,
            Outcome::failed);
  EXPECT_EQ(event_of("Police foiled a bomb attack on a bank in Quetta on Monday.").outcome,
            Outcome::foiled);
}

TEST(Outcomes, AnAssassinationThatMissedItsTargetFailed) {
  for (const char* text :
       {"Gunmen tried to assassinate the mayor of Cali on Monday. Two guards were wounded.",
        "An assassination attempt on the mayor of Cali failed on Monday. One guard was killed."})
    EXPECT_EQ(event_of(text).outcome, Outcome::failed) << text;
}

TEST(Modality, WhatIsTakenForGrantedIsReal) {
  for (const char* text :
       {"Police are asking whether the raid on the bank in Quetta on Monday was the work of a "
        "gang.",
        "It is not clear whether the raid on a village near Goma on Monday was carried out by "
        "soldiers.",
        "It is not known whether the attack on the market in Quetta on Monday killed any "
        "soldiers."}) {
    const Event event = event_of(text);
    EXPECT_EQ(event.outcome, Outcome::completed) << text;
    EXPECT_TRUE(event.where.country == "PK" || event.where.country == "CD") << text;
  }
}

TEST(Modality, WhatCouldBeIsNoEvent) {
  for (const char* text : {"Rebels could attack the airport in Goma.",
                           "Rebels could attack the town of Goma within days, the army said.",
                           "The army said that rebels might attack the barracks in Goma.",
                           "The rebels may shell the airport in Goma, diplomats fear.",
                           "Gunmen would attack any bus near Kaduna, a driver said.",
                           "The ministry warned that gunmen may kidnap engineers in Kaduna."})
    EXPECT_THAT(events_of(text), IsEmpty()) << text;
}

TEST(Modality, WhatIsFearedOrWishedIsNoEvent) {
  for (const char* text : {"The army fears an attack on the airport in Goma.",
                           "The rebels want to attack the airport in Goma.",
                           "There is a threat of an attack on the embassy in Nairobi.",
                           "If rebels attack the airport in Goma, the army will answer."})
    EXPECT_THAT(events_of(text), IsEmpty()) << text;
}

TEST(Modality, WhoPlansTheAttackHasNotCarriedItOut) {
  for (const char* text :
       {"The rebels planned the attack on the barracks in Goma.",
        "Two men planned the attack on the embassy in Nairobi, a prosecutor said.",
        "The rebels prepared the attack on the barracks in Goma for weeks.",
        "The group planned the raid on the barracks in Goma."}) {
    for (const Event& event : events_of(text)) EXPECT_EQ(event.outcome, Outcome::planned) << text;
  }
}

TEST(Modality, WhatDidNotHappenIsNoEvent) {
  for (const char* text : {"The rebels did not attack the airport in Goma on Monday.",
                           "The rebels never attacked the airport in Goma, the army said."})
    EXPECT_THAT(events_of(text), IsEmpty()) << text;
}

}  // namespace

}  // namespace sitrep
