// Who and what was hit: what is one and the same, and who people are.
#include "stories.h"

namespace sitrep {

namespace {

using testing::AllOf;
using testing::Each;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;
using testing::StartsWith;
using testing::UnorderedElementsAre;

std::vector<std::string> people_in(std::string_view text) {
  return called(event_of(text).human_targets);
}

std::vector<std::string> things_in(std::string_view text) {
  return called(event_of(text).physical_targets);
}

std::vector<std::string> attackers_in(std::string_view text) {
  std::vector<std::string> names;
  const Event event = event_of(text);
  for (const Perpetrator& p : event.perpetrators) names.push_back(p.party.name);
  return names;
}

std::vector<std::optional<int64_t>> arms_in(std::string_view text) {
  std::vector<std::optional<int64_t>> counts;
  for (const Item& item : event_of(text).instruments) counts.push_back(item.count.best);
  return counts;
}

TEST(Arms, AreNotCountedByTheNumberOfAttacks) {
  EXPECT_THAT(arms_in("Two rocket attacks hit a base near Erbil on Monday."), Each(std::nullopt));
  EXPECT_THAT(arms_in("Another rocket attack hit a base near Erbil on Monday."),
              Each(std::nullopt));
  EXPECT_THAT(arms_in("Two rockets hit a base near Erbil on Monday."), ElementsAre(2));
  EXPECT_THAT(arms_in("A car bomb attack killed four people in Erbil on Monday."), ElementsAre(1));
}

TEST(Arms, AreNotCountedByTheNumberInTheirName) {
  EXPECT_THAT(arms_in("Kh-101 missiles hit a base near Kyiv on Monday."),
              ElementsAre(std::nullopt));
  EXPECT_THAT(arms_in("Two Kh-101 missiles hit a base near Kyiv on Monday."), ElementsAre(2));
  EXPECT_THAT(arms_in("Between 10-12 rockets hit a base near Erbil on Monday."), ElementsAre(12));
}

TEST(Vehicles, AreNoPeopleByTheirNames) {
  for (const auto& [text, ship] :
       {std::pair{"Pirates hijacked the MV Blue Heron in the Gulf of Guinea on Monday.",
                  "MV Blue Heron"},
        std::pair{"A missile hit the bulk carrier Northern Teal in the Red Sea on Monday.",
                  "bulk carrier Northern Teal"}}) {
    EXPECT_THAT(things_in(text), ElementsAre(ship)) << text;
    EXPECT_THAT(people_in(text), IsEmpty()) << text;
  }
  EXPECT_THAT(people_in("Gunmen shot bus driver John Mwangi dead in Nairobi on Monday."),
              ElementsAre("John Mwangi"));
}

TEST(OneTarget, AFamilyNameAloneIsThePersonNamedBefore) {
  for (const char* text :
       {"Gunmen killed Antonio Ruiz in Quetta on Monday. Ruiz was shot outside his home, police "
        "said.",
        "Gunmen killed the judge Antonio Ruiz in Quetta on Monday. Ruiz was shot outside his "
        "home."})
    EXPECT_THAT(people_in(text), ElementsAre("Antonio Ruiz")) << text;
}

TEST(OneTarget, AFamilyNameAloneThatOpensASentence) {
  EXPECT_THAT(people_in("Gunmen kidnapped Elena Ortiz in Cali on Monday. Ortiz was seized at a "
                        "restaurant."),
              ElementsAre("Elena Ortiz"));
}

TEST(OneTarget, TwoFamilyNamesAreTwoPersons) {
  for (const char* text :
       {"Gunmen kidnapped Antonio Ruiz and Elena Ortiz in Lima on Monday.",
        "Gunmen kidnapped Elena Ortiz and Antonio Ruiz in Lima on Monday. Ruiz and Ortiz were "
        "seized at a restaurant."})
    EXPECT_THAT(people_in(text), UnorderedElementsAre("Antonio Ruiz", "Elena Ortiz")) << text;
}

TEST(OneTarget, OtherNumbersAreOtherPeople) {
  EXPECT_THAT(people_in("Rebels kidnapped six soldiers near Goma on Monday. Two soldiers were "
                        "killed."),
              ElementsAre("six soldiers", "Two soldiers"));
  EXPECT_THAT(people_in("Gunmen kidnapped three nurses in Kaduna on Monday. The three nurses were "
                        "taken from a clinic. Two nurses were taken from a bus."),
              ElementsAre("three nurses", "Two nurses"));
  EXPECT_THAT(things_in("A rocket hit two houses in Quetta on Monday. Five houses were damaged."),
              ElementsAre("two houses", "Five houses"));
}

TEST(OneTarget, OneAndManyAreOtherPeople) {
  EXPECT_THAT(people_in("Two soldiers were killed by a bomb in Quetta on Monday. A soldier was "
                        "wounded."),
              ElementsAre("Two soldiers", "soldier"));
  EXPECT_THAT(
      people_in("Gunmen killed a soldier in Quetta on Monday. Other soldiers were wounded."),
      ElementsAre("soldier", "Other soldiers"));
}

TEST(OneTarget, TheSameThingAgainIsOne) {
  EXPECT_THAT(things_in("A rocket hit two houses in Quetta on Monday. The two houses were "
                        "destroyed."),
              ElementsAre("two houses"));
  EXPECT_THAT(things_in("Rockets hit a hospital in El Fasher on Monday. The hospital was damaged."),
              ElementsAre("hospital"));
}

TEST(OneTarget, FewerWordsOfTheSameThingAreOne) {
  EXPECT_THAT(things_in("Rockets hit a military hospital in El Fasher on Monday. The hospital was "
                        "damaged."),
              ElementsAre("military hospital"));
}

TEST(OneTarget, OtherNounsAreOtherThings) {
  EXPECT_THAT(
      things_in("Rockets hit a hospital and a school in El Fasher on Monday. The school was "
                "damaged."),
      UnorderedElementsAre("hospital", "school"));
}

TEST(OneTarget, WhoStandsBehindACommaIsThePersonNamed) {
  for (const char* text : {"Gunmen kidnapped Antonio Ruiz, a judge, in Lima on Monday.",
                           "Antonio Ruiz, a judge, was kidnapped by gunmen in Lima on Monday.",
                           "Gunmen kidnapped Antonio Ruiz, a judge in Lima, on Monday."})
    EXPECT_THAT(people_in(text), ElementsAre("Antonio Ruiz")) << text;
}

TEST(OneAttacker, AGroupCalledByLessIsOne) {
  for (const char* text :
       {"Urban guerrillas attacked a police station in Cali on Monday. The guerrillas burned two "
        "cars.",
        "Urban guerrillas attacked a bank in Cali on Monday. The guerrillas burned a lorry."})
    EXPECT_THAT(attackers_in(text), ElementsAre("Urban guerrillas")) << text;
  EXPECT_THAT(attackers_in("M23 rebels attacked a village near Goma on Monday. In the attack the "
                           "M23 killed ten farmers."),
              ElementsAre(StartsWith("M23")));
}

auto is(const std::string& kind, const std::string& description) {
  return AllOf(Field("kind", &Item::kind, kind),
               Field("description", &Item::description, description));
}

TEST(People, ATitleInAnotherSentenceSaysWhoItIs) {
  const auto who = [](const std::string& sentence) {
    return event_of("Gunmen kidnapped Elena Ortiz in Cali on Monday. " + sentence).human_targets;
  };
  EXPECT_THAT(who("Judge Elena Ortiz was on her way home."), ElementsAre(is("judge", "Judge")));
  EXPECT_THAT(who("Mayor Ortiz was on her way home."), ElementsAre(is("politician", "Mayor")));
  EXPECT_THAT(who("General Ortiz had received threats."), ElementsAre(is("soldier", "General")));
  EXPECT_THAT(who("Bishop Elena Ortiz had received threats."), ElementsAre(is("clergy", "Bishop")));
}

TEST(People, ATitleInAnEarlierSentenceCounts) {
  for (const char* text :
       {"Judge Elena Ortiz left her house on Monday. Gunmen kidnapped Ortiz in Cali on Monday.",
        "Judge Elena Ortiz left her house on Monday. Gunmen kidnapped Elena Ortiz in Cali on "
        "Monday."})
    EXPECT_THAT(event_of(text).human_targets, ElementsAre(is("judge", "Judge"))) << text;
  EXPECT_THAT(
      event_of("Bishop Carlos Mena left his house on Monday. Carlos Mena was kidnapped in Cali.")
          .human_targets,
      ElementsAre(is("clergy", "Bishop")));
}

TEST(People, WhatStandsBesideANameSaysWhoItIs) {
  for (const char* sentence : {"The mayor, Elena Ortiz, was on her way home.",
                               "Elena Ortiz, the mayor, was on her way home."})
    EXPECT_THAT(event_of(std::string("Gunmen kidnapped Elena Ortiz in Cali on Monday. ") + sentence)
                    .human_targets,
                ElementsAre(is("politician", "mayor")))
        << sentence;
}

TEST(People, WhoHeldAnOfficeOnceIsFormer) {
  EXPECT_THAT(event_of("Gunmen kidnapped former justice minister Carlos Mena in Cali on Monday.")
                  .human_targets,
              ElementsAre(is("former_official", "former justice minister")));
  for (const char* sentence : {"Former mayor Elena Ortiz was on her way home.",
                               "Elena Ortiz, a former mayor, was on her way home."})
    EXPECT_THAT(event_of(std::string("Gunmen kidnapped Elena Ortiz in Cali on Monday. ") + sentence)
                    .human_targets,
                ElementsAre(Field(&Item::kind, "former_official")))
        << sentence;
}

TEST(People, AnotherPersonsTitleSaysNothing) {
  EXPECT_THAT(event_of("Gunmen kidnapped Carlos Mena in Cali on Monday. Judge Rosa Vidal had "
                       "received threats.")
                  .human_targets,
              ElementsAre(is("", "Carlos Mena")));
}

TEST(Effects, AWordThatSaysNoneGivesNone) {
  for (const char* text : {"Gunmen attacked a bank and a hotel in Quetta on Monday.",
                           "Gunmen raided a school in Kaduna on Monday.",
                           "Gunmen attacked three farmers near Kaduna on Monday."}) {
    const Event event = event_of(text);
    for (const auto* items : {&event.physical_targets, &event.human_targets}) {
      for (const Item& item : *items) EXPECT_EQ(item.effect, Effect::unknown) << text;
    }
  }
}

TEST(Effects, PeopleAreKilledAndThingsDestroyed) {
  const auto things = event_of("A bomb destroyed a bridge near Quetta on Monday.").physical_targets;
  EXPECT_THAT(things, ElementsAre(Field(&Item::effect, Effect::destroyed)));
  const Event killing =
      event_of("Gunmen killed four soldiers and burned a lorry near Gao on Monday.");
  EXPECT_THAT(killing.human_targets, ElementsAre(Field(&Item::effect, Effect::killed)));
  for (const Item& item : killing.physical_targets) EXPECT_NE(item.effect, Effect::killed);
  const Event kidnapping =
      event_of("Gunmen kidnapped three engineers in a car near Kaduna on Monday.");
  EXPECT_THAT(kidnapping.human_targets, ElementsAre(Field(&Item::effect, Effect::abducted)));
  for (const Item& item : kidnapping.physical_targets) EXPECT_NE(item.effect, Effect::abducted);
}

TEST(Effects, WhatOnlyTheModelSeesSaysSoWithItsShare) {
  const char* texts[] = {
      "Gunmen intercepted a bus near Kaduna on Monday and kidnapped nine passengers.",
      "Gunmen attacked a village near Kaduna on Monday. They burned the school and a clinic.",
      "Urban guerrillas attacked a police station in Cali on Monday. The guerrillas burned two "
      "cars."};
  size_t seen = 0;
  for (const char* text : texts) {
    for (const Event& event : events_of(text)) {
      for (const Claim& claim : event.claims) {
        if (claim.why.find("events.model") == std::string::npos) continue;
        ++seen;
        EXPECT_THAT(claim.why, testing::MatchesRegex("events\\.model, [01]\\.[0-9][0-9].*"));
      }
    }
  }
  EXPECT_GT(seen, 0);
}

TEST(People, ShotBeforeAnArticleAreTargets) {
  for (const char* text : {"Gunmen shot the minister in Cali on Monday.",
                           "Gunmen shot two ministers in Cali on Monday."})
    EXPECT_TRUE(names_any(event_of(text).human_targets, "minister")) << text;
}

TEST(People, AreHarmedAndNotDamaged) {
  const Event riot = event_of("Protesters threw petrol bombs at police in Santiago on Monday.");
  EXPECT_FALSE(riot.human_targets.empty());
  for (const Item& people : riot.human_targets) EXPECT_EQ(people.effect, Effect::unknown);
}

TEST(OneTarget, IsAPersonWithAnOfficeBehindACommaOrBefore) {
  for (const char* text : {"Gunmen kidnapped the judge, Antonio Ruiz, in Cali on Monday."})
    EXPECT_EQ(event_of(text).human_targets.size(), 1u) << text;
}

}  // namespace

}  // namespace sitrep
